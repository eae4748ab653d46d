//! Whom a request counts for where there is not room for everybody.

use std::collections::HashMap;
use std::collections::hash_map::RandomState;
use std::hash::{BuildHasher as _, Hasher as _};
use std::mem::take;
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, PoisonError};

use http::header::{AUTHORIZATION, COOKIE};
use http::{HeaderMap, HeaderName};

use crate::Caller;

/// The header in which the page names its session.
const PAGE: HeaderName = HeaderName::from_static("x-bonafide-page");
/// Callers of whom it is remembered how they identify themselves, at the least.
const REMEMBERED: usize = 10_000;

/// One key, one session, or one address whose callers are not known yet.
#[derive(Clone, PartialEq, Eq, Hash)]
pub(crate) enum Party {
    Known(Arc<str>),
    Address(IpAddr),
    /// Nobody can say where it comes from.
    Somewhere,
}

impl Party {
    /// Strangers of one network count together: who has one address of IPv6 has 2⁶⁴.
    pub(crate) fn at(address: Option<IpAddr>) -> Self {
        match address {
            Some(IpAddr::V6(long)) => {
                let network = u128::from(long) & !u128::from(u64::MAX);
                Self::Address(Ipv6Addr::from(network).into())
            }
            Some(short) => Self::Address(short),
            None => Self::Somewhere,
        }
    }

    pub(crate) fn of(caller: &Caller) -> Self {
        Self::Known(match caller {
            Caller::Key(key) => key.id.as_str().into(),
            Caller::Person(person) => person.session.as_str().into(),
        })
    }
}

/// Who has called lately, by what they identified themselves with. Only what was found right is
/// remembered, so nobody becomes many by making credentials up, and one who has several counts once.
#[derive(Clone, Default)]
pub(crate) struct Acquaintances(Arc<Known>);

#[derive(Default)]
struct Known {
    hasher: RandomState,
    rows: Mutex<Rows>,
}

/// Rows age together: once there are enough new ones, those not asked for since are forgotten.
#[derive(Default)]
struct Rows {
    new: HashMap<u64, Party>,
    old: HashMap<u64, Party>,
}

impl Acquaintances {
    /// Who sends such headers, if they were right before.
    pub(crate) fn find(&self, headers: &HeaderMap) -> Option<Party> {
        let sign = self.sign(headers, true)?;
        let mut rows = self.0.rows.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(party) = rows.new.get(&sign) {
            return Some(party.clone());
        }
        let party = rows.old.remove(&sign)?;
        rows.keep(sign, party.clone());
        Some(party)
    }

    /// These headers are right, and this caller's.
    pub(crate) fn remember(&self, headers: &HeaderMap, caller: &Caller) {
        // Forms of browsers without JavaScript come without the page's header.
        let signs = [self.sign(headers, true), self.sign(headers, false)];
        let mut rows = self.0.rows.lock().unwrap_or_else(PoisonError::into_inner);
        for sign in signs.into_iter().flatten() {
            if !rows.new.contains_key(&sign) {
                rows.keep(sign, Party::of(caller));
            }
        }
    }

    /// Stands for credentials without keeping them; `None` where there are none. Its key is made at
    /// the start, so nobody outside finds two that are the same.
    fn sign(&self, headers: &HeaderMap, with_page: bool) -> Option<u64> {
        let mut any = false;
        let mut hasher = self.0.hasher.build_hasher();
        for name in [&AUTHORIZATION, &COOKIE, &PAGE] {
            if *name == PAGE && !(any && with_page) {
                continue;
            }
            for value in headers.get_all(name) {
                any = true;
                hasher.write(value.as_bytes());
                hasher.write_u8(0);
            }
            hasher.write_u8(1);
        }
        any.then(|| hasher.finish())
    }
}

impl Rows {
    fn keep(&mut self, sign: u64, party: Party) {
        if self.new.len() >= REMEMBERED {
            self.old = take(&mut self.new);
        }
        self.new.insert(sign, party);
    }
}

#[cfg(test)]
mod tests {
    use http::HeaderValue;
    use identity::{AccountId, Mode, SeededRandom, SessionId};
    use store::Scope;

    use super::*;
    use crate::PersonCaller;

    fn person(random: &SeededRandom) -> Caller {
        Caller::Person(PersonCaller {
            scope: Scope {
                account: AccountId::generate(random),
                mode: Mode::Test,
            },
            session: SessionId::generate(random),
        })
    }

    fn bearer(number: usize) -> HeaderMap {
        let value = HeaderValue::from_str(&format!("Bearer {number}")).unwrap();
        [(AUTHORIZATION, value)].into_iter().collect()
    }

    #[test]
    fn only_credentials_that_were_right_make_a_party() {
        let random = SeededRandom::new(1);
        let known = Acquaintances::default();
        let caller = person(&random);
        known.remember(&bearer(1), &caller);
        known.remember(&bearer(2), &caller);
        assert!(known.find(&bearer(1)) == Some(Party::of(&caller)));
        // Two ways to say who one is make nobody two.
        assert!(known.find(&bearer(2)) == known.find(&bearer(1)));
        assert!(known.find(&bearer(3)).is_none());
        assert!(known.find(&HeaderMap::new()).is_none());
    }

    #[test]
    fn who_calls_on_is_remembered_and_who_rests_is_forgotten() {
        let random = SeededRandom::new(1);
        let known = Acquaintances::default();
        let caller = person(&random);
        known.remember(&bearer(0), &caller);
        for number in 1..(REMEMBERED * 3) {
            known.remember(&bearer(number), &caller);
            if number % 1000 == 0 {
                assert!(known.find(&bearer(0)).is_some());
            }
        }
        assert!(known.find(&bearer(1)).is_none());
        let rows = known.0.rows.lock().unwrap();
        assert!(rows.new.len() + rows.old.len() <= REMEMBERED * 2);
    }

    #[test]
    fn strangers_of_one_network_count_together() {
        let at = |text: &str| Party::at(text.parse().ok());
        assert!(at("2001:db8::1") == at("2001:db8::2:3"));
        assert!(at("2001:db8::1") != at("2001:db8:0:1::1"));
        assert!(at("192.0.2.1") != at("192.0.2.2"));
    }
}
