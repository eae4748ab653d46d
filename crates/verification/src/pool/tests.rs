use futures::FutureExt as _;
use proptest::prelude::*;

use super::*;

fn limits(places: usize, places_of_people: usize, queue: usize) -> Limits {
    Limits {
        places,
        places_of_people,
        queue,
        ..Limits::default()
    }
}

fn pool(places: usize, places_of_people: usize, queue: usize) -> Pool {
    Pool::new(&limits(places, places_of_people, queue))
}

/// The place that was given away by now.
fn given(waiting: &mut Receiver<Place>) -> Option<Place> {
    waiting.try_recv().ok()
}

#[test]
fn people_go_before_jobs_but_never_twice_in_a_row() {
    let pool = pool(1, 1, 8);
    let mut held = given(&mut pool.ask(Caller::Job).unwrap());
    let callers = [
        Caller::Job,
        Caller::Job,
        Caller::Person,
        Caller::Person,
        Caller::Person,
    ];
    let mut waiting: Vec<_> = callers
        .into_iter()
        .map(|caller| (caller, pool.ask(caller).unwrap()))
        .collect();
    let mut order = Vec::new();
    while let Some(place) = held.take() {
        drop(place);
        waiting.retain_mut(|(caller, waiting)| match given(waiting) {
            Some(place) => {
                order.push(*caller);
                held = Some(place);
                false
            }
            None => true,
        });
    }
    let (person, job) = (Caller::Person, Caller::Job);
    assert_eq!(order, [person, job, person, job, person]);
}

#[test]
fn people_leave_places_for_jobs() {
    let pool = pool(2, 1, 8);
    let first = given(&mut pool.ask(Caller::Person).unwrap());
    let mut second = pool.ask(Caller::Person).unwrap();
    assert!(given(&mut second).is_none());
    assert!(given(&mut pool.ask(Caller::Job).unwrap()).is_some());
    drop(first);
    assert!(given(&mut second).is_some());
}

#[test]
fn too_many_people_are_turned_away_and_those_who_gave_up_do_not_count() {
    let pool = pool(1, 1, 1);
    let held = given(&mut pool.ask(Caller::Person).unwrap());
    let waiting = pool.ask(Caller::Person).unwrap();
    assert!(pool.ask(Caller::Person).is_none());
    assert!(
        pool.ask(Caller::Job).is_some(),
        "jobs wait as long as it takes"
    );
    drop(waiting);
    let mut waiting = pool.ask(Caller::Person).unwrap();
    drop(held);
    assert!(given(&mut waiting).is_some());
}

#[test]
fn a_place_whose_holder_panics_is_given_back() {
    let pool = pool(1, 1, 8);
    let place = pool.place_for_command().unwrap();
    let panicked = std::panic::catch_unwind(std::panic::AssertUnwindSafe(move || {
        let _held = place;
        panic!("in inference");
    }));
    assert!(panicked.is_err());
    assert!(pool.place_for_command().is_some());
}

#[tokio::test]
async fn whoever_stops_waiting_takes_no_place_along() {
    let pool = pool(1, 1, 8);
    let held = pool.place(Caller::Job).await.unwrap();
    let mut waiting = Box::pin(pool.place(Caller::Person));
    assert!(waiting.as_mut().now_or_never().is_none());
    drop(waiting);
    // A place on its way to somebody who is gone comes back too.
    let mut gone = Box::pin(pool.place(Caller::Job));
    assert!(gone.as_mut().now_or_never().is_none());
    drop(held);
    drop(gone);
    assert!(pool.place(Caller::Person).await.is_some());
}

#[derive(Clone, Copy, Debug)]
enum Step {
    Ask(Caller),
    GiveBack(usize),
    GiveUp(usize),
}

fn step() -> impl Strategy<Value = Step> {
    let caller = prop_oneof![
        Just(Caller::Person),
        Just(Caller::Job),
        Just(Caller::Command)
    ];
    prop_oneof![
        3 => caller.prop_map(Step::Ask),
        2 => (0_usize..8).prop_map(Step::GiveBack),
        1 => (0_usize..8).prop_map(Step::GiveUp),
    ]
}

proptest! {
    /// Never more than there are, none lost, and nobody waits beside a free place that is theirs.
    #[test]
    fn places_are_kept_count_of(
        places in 1_usize..4,
        of_people in 1_usize..4,
        steps in prop::collection::vec(step(), 0..60),
    ) {
        let of_people = of_people.min(places);
        let pool = pool(places, of_people, 3);
        let mut waiting: Vec<Receiver<Place>> = Vec::new();
        let mut held: Vec<Place> = Vec::new();
        for step in steps {
            match step {
                Step::Ask(caller) => waiting.extend(pool.ask(caller)),
                Step::GiveBack(which) if !held.is_empty() => {
                    held.swap_remove(which % held.len());
                }
                Step::GiveUp(which) if !waiting.is_empty() => {
                    waiting.swap_remove(which % waiting.len());
                }
                _ => {}
            }
            waiting.retain_mut(|waiting| match given(waiting) {
                Some(place) => {
                    held.push(place);
                    false
                }
                None => true,
            });
            let people = held.iter().filter(|place| place.of_person).count();
            prop_assert!(held.len() <= places && people <= of_people);
            let state = lock(&pool.0);
            prop_assert_eq!(state.free, places - held.len());
            prop_assert_eq!(state.free_for_people, of_people - people);
            let waits = |line: &VecDeque<Sender<Place>>| line.iter().any(|one| !one.is_closed());
            prop_assert!(state.free == 0 || !waits(&state.others));
            prop_assert!(state.free == 0 || state.free_for_people == 0 || !waits(&state.people));
        }
        held.clear();
        waiting.clear();
        prop_assert_eq!(lock(&pool.0).free, places);
    }
}
