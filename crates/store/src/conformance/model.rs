//! Lists against a naive model: random objects in random scopes, random filters and page sizes.

use std::fmt::Debug;

use identity::{AccountId, Mode};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestCaseError, TestRunner};

use super::Backend;
use super::sample::{NOW, Sample};
use crate::{CreatedRange, Cursor, Listing, Page, Scope, Store, StoreError, UnitOfWork, paging};

/// What can differ between objects of any kind; each kind gives the letters a meaning.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Traits {
    pub(crate) created: i64,
    pub(crate) a: u8,
    pub(crate) b: u8,
    pub(crate) c: u8,
}

/// A filter over the same letters.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Choice {
    pub(crate) created: CreatedRange,
    pub(crate) a: Option<u8>,
    pub(crate) b: Option<u8>,
    pub(crate) c: Option<u8>,
}

/// How many values a letter has.
pub(crate) const VALUES: u8 = 3;

/// A kind of object that is listed.
pub(crate) trait Kind {
    type Object: Clone + Debug + PartialEq;
    type Filter;

    fn make(sample: &Sample, scope: &Scope, traits: Traits) -> Self::Object;
    fn id(object: &Self::Object) -> &str;
    fn created(object: &Self::Object) -> i64;
    fn range(filter: &Self::Filter) -> CreatedRange;
    fn filter(choice: &Choice) -> Self::Filter;
    fn matches(object: &Self::Object, filter: &Self::Filter) -> bool;
    async fn insert(unit: &mut dyn UnitOfWork, object: &Self::Object) -> Result<(), StoreError>;
    async fn list(
        unit: &mut dyn UnitOfWork,
        scope: &Scope,
        filter: &Self::Filter,
        page: &Page,
    ) -> Result<Listing<Self::Object>, StoreError>;
}

pub(crate) fn within(created: i64, range: CreatedRange) -> bool {
    range.gt.is_none_or(|bound| created > bound)
        && range.gte.is_none_or(|bound| created >= bound)
        && range.lt.is_none_or(|bound| created < bound)
        && range.lte.is_none_or(|bound| created <= bound)
}

#[derive(Clone, Debug)]
struct Case {
    seed: u64,
    /// Which of four scopes, and what is in it.
    objects: Vec<(usize, Traits)>,
    choices: Vec<Choice>,
    limit: u32,
}

fn cases() -> impl Strategy<Value = Case> {
    let letter = 0..VALUES;
    let traits = (0..6_i64, letter.clone(), letter.clone(), letter.clone()).prop_map(
        |(created, a, b, c)| Traits {
            created: NOW.0 + created,
            a,
            b,
            c,
        },
    );
    let bound = || proptest::option::weighted(0.2, (0..6_i64).prop_map(|at| NOW.0 + at));
    let range = (bound(), bound(), bound(), bound()).prop_map(|(gt, gte, lt, lte)| CreatedRange {
        gt,
        gte,
        lt,
        lte,
    });
    let wanted = || proptest::option::weighted(0.4, 0..VALUES);
    let choice = (range, wanted(), wanted(), wanted()).prop_map(|(created, a, b, c)| Choice {
        created,
        a,
        b,
        c,
    });
    (
        any::<u64>(),
        proptest::collection::vec((0..4_usize, traits), 0..50),
        proptest::collection::vec(choice, 3),
        1..8_u32,
    )
        .prop_map(|(seed, objects, choices, limit)| Case {
            seed,
            objects,
            choices,
            limit,
        })
}

/// Runs random cases of one kind against the store. Each has accounts of its own, so all can share
/// one database.
pub(crate) async fn check<K: Kind>(backend: &mut dyn Backend) {
    let store = backend.store();
    let config = Config {
        cases: 24,
        failure_persistence: None,
        ..Config::default()
    };
    let mut runner = TestRunner::new_with_rng(
        config,
        proptest::test_runner::TestRng::deterministic_rng(
            proptest::test_runner::RngAlgorithm::ChaCha,
        ),
    );
    let runtime = tokio::runtime::Handle::current();
    tokio::task::block_in_place(|| {
        runner
            .run(&cases(), |case| runtime.block_on(run::<K>(&*store, &case)))
            .unwrap_or_else(|failure| panic!("{failure}"));
    });
}

async fn run<K: Kind>(store: &dyn Store, case: &Case) -> Result<(), TestCaseError> {
    let sample = Sample::new(case.seed);
    let accounts = [(); 2].map(|()| AccountId::generate(&sample.random));
    let scopes: Vec<Scope> = accounts
        .iter()
        .flat_map(|account| {
            Mode::ALL.iter().map(|mode| Scope {
                account: account.clone(),
                mode: *mode,
            })
        })
        .collect();
    let mut inserted: Vec<Vec<K::Object>> = vec![Vec::new(); scopes.len()];
    let mut unit = store.begin().await.map_err(fail)?;
    for (scope, traits) in &case.objects {
        let object = K::make(&sample, &scopes[*scope], *traits);
        K::insert(&mut *unit, &object).await.map_err(fail)?;
        inserted[*scope].insert(0, object);
    }
    // The unit is dropped, so a case that is run again while shrinking finds nothing of its own.
    for (scope, newest_first) in scopes.iter().zip(&inserted) {
        for choice in &case.choices {
            let filter = K::filter(choice);
            let list = List::<K> {
                scope,
                filter: &filter,
                newest_first,
                limit: case.limit,
            };
            list.walk(&mut *unit, None).await?;
            for cursor in newest_first {
                let id = K::id(cursor).to_owned();
                list.walk(&mut *unit, Some(Cursor::StartingAfter(id.clone())))
                    .await?;
                list.walk(&mut *unit, Some(Cursor::EndingBefore(id)))
                    .await?;
            }
        }
    }
    Ok(())
}

struct List<'a, K: Kind> {
    scope: &'a Scope,
    filter: &'a K::Filter,
    newest_first: &'a [K::Object],
    limit: u32,
}

impl<K: Kind> List<'_, K> {
    /// One page from here, compared with the model's.
    async fn walk(
        &self,
        unit: &mut dyn UnitOfWork,
        cursor: Option<Cursor>,
    ) -> Result<(), TestCaseError> {
        let page = Page {
            limit: self.limit,
            cursor,
        };
        let expected = self.expected(&page);
        let found = K::list(unit, self.scope, self.filter, &page)
            .await
            .map_err(fail)?;
        prop_assert_eq!(found, expected);
        Ok(())
    }

    fn expected(&self, page: &Page) -> Listing<K::Object> {
        let cursor = page.cursor.as_ref();
        let place = paging::cursor_id(page).and_then(|id| {
            let (at, object) = self
                .newest_first
                .iter()
                .enumerate()
                .find(|(_, object)| K::id(object) == id)?;
            Some(paging::Place {
                position: -(at as i64),
                created: K::created(object),
            })
        });
        let mut newest_first = self.newest_first.to_vec();
        if paging::by_creation(page, K::range(self.filter), place) {
            // Stable: those of one second stay the newest first.
            newest_first.sort_by_key(|object| std::cmp::Reverse(K::created(object)));
        }
        let at = |id: &str| newest_first.iter().position(|object| K::id(object) == id);
        let limit = self.limit as usize;
        let matching = |objects: &[K::Object]| -> Vec<K::Object> {
            objects
                .iter()
                .filter(|object| K::matches(object, self.filter))
                .cloned()
                .collect()
        };
        match cursor {
            Some(Cursor::EndingBefore(id)) => {
                let newer = matching(&newest_first[..at(id).unwrap_or_default()]);
                Listing {
                    items: newer[newer.len().saturating_sub(limit)..].to_vec(),
                    has_more: newer.len() > limit,
                }
            }
            cursor => {
                let start = match cursor {
                    Some(Cursor::StartingAfter(id)) => at(id).map_or(0, |at| at + 1),
                    _ => 0,
                };
                let mut items = matching(&newest_first[start..]);
                let has_more = items.len() > limit;
                items.truncate(limit);
                Listing { items, has_more }
            }
        }
    }
}

fn fail(error: StoreError) -> TestCaseError {
    TestCaseError::fail(format!("{error:?}"))
}
