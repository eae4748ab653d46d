use std::collections::{BTreeMap, HashMap};
use std::net::{IpAddr, Ipv6Addr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use measures::{CONNECTIONS, CONNECTIONS_CLOSED, Held};
use tokio::sync::{Notify, Semaphore};
use tokio::time::{Instant, timeout_at};
use wire::TrustedProxies;

use super::link::Link;

/// Connections that wait for each place that is spare.
const WAIT_FOR_EACH: usize = 4;
/// How long a connection waits for a place that is spare: each is given up with its first answer.
const WAITS: Duration = Duration::from_secs(2);

/// Connections at once.
#[derive(Clone, Debug)]
pub(crate) struct GateSettings {
    /// What is listened for, in measures.
    pub(crate) listener: &'static str,
    pub(crate) at_once: usize,
    /// Of one address that is neither this machine nor a trusted proxy; of IPv6, one network of 64 bits.
    pub(crate) of_one_address: usize,
    /// Beyond those, for who watches over the server.
    pub(crate) spare: usize,
    /// Bytes of an answer that a caller takes in a second, at the least.
    pub(crate) least_bytes_per_second: u32,
}

/// Lets connections in.
#[derive(Clone)]
pub(crate) struct Gate(Arc<Shared>);

struct Shared {
    settings: GateSettings,
    proxies: TrustedProxies,
    book: Mutex<Book>,
    /// Told when a connection goes.
    left: Notify,
    /// Connections that wait for that.
    waiting: Semaphore,
}

/// Why a connection is not let in.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
enum Full {
    /// All of the same address are busy.
    OfOneAddress,
    /// All are busy, and those beyond them.
    AtOnce,
}

#[derive(Default)]
struct Book {
    next: u64,
    open: BTreeMap<u64, Arc<Link>>,
    spare: usize,
    addresses: HashMap<IpAddr, usize>,
}

/// One connection's entry in the book, which goes with it.
pub(super) struct Pass {
    gate: Gate,
    number: u64,
    link: Arc<Link>,
    _counted: Held,
}

impl Gate {
    pub(crate) fn new(settings: GateSettings, proxies: TrustedProxies) -> Self {
        Self(Arc::new(Shared {
            waiting: Semaphore::new(WAIT_FOR_EACH * settings.spare),
            settings,
            proxies,
            book: Mutex::default(),
            left: Notify::new(),
        }))
    }

    pub(super) fn max_wait(&self) -> Duration {
        super::max_wait(self.0.settings.least_bytes_per_second)
    }

    /// Lets a connection in, where all are busy as soon as one of the spare places is free. `None`
    /// where it is to be closed.
    pub(super) async fn let_in(&self, peer: IpAddr) -> Option<Pass> {
        let mut admitted = self.admit(peer);
        if matches!(admitted, Err(Full::AtOnce))
            && let Ok(_waiting) = self.0.waiting.try_acquire()
        {
            let end = Instant::now() + WAITS;
            loop {
                let left = self.0.left.notified();
                // After having asked to be told, so that nobody goes unseen.
                admitted = self.admit(peer);
                if !matches!(admitted, Err(Full::AtOnce)) || timeout_at(end, left).await.is_err() {
                    break;
                }
            }
        }
        admitted
            .inspect_err(|full| CONNECTIONS_CLOSED.count(&[full.name()]))
            .ok()
    }

    /// Lets a connection in, and closes one that rests where there are too many.
    fn admit(&self, peer: IpAddr) -> Result<Pass, Full> {
        let settings = &self.0.settings;
        let address = self.counted(peer);
        let mut book = self.book();
        if let Some(address) = address
            && book.addresses.get(&address).copied().unwrap_or_default() >= settings.of_one_address
            && !book.close_one(|link| link.address == Some(address) && !link.spare)
        {
            return Err(Full::OfOneAddress);
        }
        let ordinary = book.open.len() - book.spare;
        let mut spare = ordinary >= settings.at_once && !book.close_one(|link| !link.spare);
        if spare && book.spare >= settings.spare && !book.close_one(|link| link.spare) {
            return Err(Full::AtOnce);
        }
        // Where nothing is kept beyond those that are served.
        spare = spare && settings.spare > 0;
        let link = Arc::new(Link::new(address, spare));
        Ok(self.enter(&mut book, link))
    }

    fn enter(&self, book: &mut Book, link: Arc<Link>) -> Pass {
        let number = book.next;
        book.next += 1;
        if let Some(address) = link.address {
            *book.addresses.entry(address).or_default() += 1;
        }
        book.spare += usize::from(link.spare);
        book.open.insert(number, Arc::clone(&link));
        Pass {
            gate: self.clone(),
            number,
            link,
            _counted: CONNECTIONS.held(self.0.settings.listener),
        }
    }

    /// Whom a connection counts for. Behind a proxy everybody has its address.
    fn counted(&self, peer: IpAddr) -> Option<IpAddr> {
        let peer = peer.to_canonical();
        if peer.is_loopback() || self.0.proxies.contains(peer) {
            return None;
        }
        Some(match peer {
            IpAddr::V4(_) => peer,
            IpAddr::V6(long) => Ipv6Addr::from(u128::from(long) & !u128::from(u64::MAX)).into(),
        })
    }

    fn book(&self) -> MutexGuard<'_, Book> {
        self.0.book.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Full {
    /// As measures call it.
    fn name(self) -> &'static str {
        match self {
            Self::OfOneAddress => "of_one_address",
            Self::AtOnce => "at_once",
        }
    }
}

impl Book {
    /// Closes the connection of these that is worth least; says whether there was one at rest.
    fn close_one(&mut self, among: impl Fn(&Link) -> bool) -> bool {
        let open = self.open.iter().filter(|(_, link)| among(link));
        let resting = open.filter_map(|(number, link)| Some((link.worth()?, *number)));
        let Some((_, number)) = resting.min() else {
            return false;
        };
        if let Some(link) = self.remove(number) {
            CONNECTIONS_CLOSED.count(&["for_another"]);
            link.end();
        }
        true
    }

    fn remove(&mut self, number: u64) -> Option<Arc<Link>> {
        let link = self.open.remove(&number)?;
        self.spare -= usize::from(link.spare);
        if let Some(address) = link.address
            && let Some(count) = self.addresses.get_mut(&address)
        {
            *count -= 1;
            if *count == 0 {
                self.addresses.remove(&address);
            }
        }
        Some(link)
    }
}

impl Pass {
    pub(super) fn link(&self) -> Arc<Link> {
        Arc::clone(&self.link)
    }

    /// Who has a spare place and doesn't take the answer keeps it from who watches.
    pub(super) fn max_wait(&self) -> Duration {
        let max_wait = self.gate.max_wait();
        if self.link.spare {
            max_wait.min(WAITS)
        } else {
            max_wait
        }
    }
}

impl Drop for Pass {
    fn drop(&mut self) {
        self.gate.book().remove(self.number);
        self.gate.0.left.notify_one();
    }
}

#[cfg(test)]
mod tests {
    use futures::FutureExt as _;

    use super::*;

    fn gate(at_once: usize, of_one_address: usize, spare: usize) -> Gate {
        let settings = GateSettings {
            listener: "callers",
            at_once,
            of_one_address,
            spare,
            least_bytes_per_second: 2048,
        };
        let proxies = TrustedProxies::parse(&["10.0.0.0/8".to_owned()]).unwrap();
        Gate::new(settings, proxies)
    }

    fn from(gate: &Gate, address: &str) -> Option<Pass> {
        gate.admit(address.parse().unwrap()).ok()
    }

    fn home(gate: &Gate) -> Pass {
        from(gate, "127.0.0.1").unwrap()
    }

    #[test]
    fn the_silent_go_first_and_then_those_that_rest() {
        let gate = gate(3, 10, 2);
        let (used, silent, busy) = (home(&gate), home(&gate), home(&gate));
        used.link.begin_request();
        used.link.end_request();
        busy.link.begin_request();
        let newcomer = home(&gate);
        newcomer.link.begin_request();
        assert!(silent.link.has_ended() && !used.link.has_ended() && !newcomer.link.spare);
        let another = home(&gate);
        another.link.begin_request();
        assert!(used.link.has_ended() && !busy.link.has_ended());
        // All of those that are left are busy: what is kept is for who watches.
        let watch = home(&gate);
        assert!(watch.link.spare && !busy.link.has_ended());
        let (second, third) = (home(&gate), home(&gate));
        assert!(watch.link.has_ended() && second.link.spare && third.link.spare);
        drop(busy);
        assert!(!home(&gate).link.spare);
        drop((used, silent, newcomer, another, watch, second, third));
        let book = gate.book();
        assert!(book.open.is_empty() && book.spare == 0 && book.addresses.is_empty());
    }

    #[tokio::test(start_paused = true)]
    async fn who_comes_while_all_are_busy_waits_for_a_spare_place() {
        let gate = gate(1, 10, 1);
        let here: IpAddr = "127.0.0.1".parse().unwrap();
        let busy = home(&gate);
        busy.link.begin_request();
        let asked = home(&gate);
        asked.link.begin_request();
        let mut watch = Box::pin(gate.let_in(here));
        assert!(futures::poll!(&mut watch).is_pending());
        let mut others: Vec<_> = (1..WAIT_FOR_EACH)
            .map(|_| Box::pin(gate.let_in(here)))
            .collect();
        for other in &mut others {
            assert!(futures::poll!(other).is_pending());
        }
        // Nobody else may wait.
        let one_more = gate.let_in(here).now_or_never();
        assert!(one_more.is_some_and(|admitted| admitted.is_none()));
        drop((asked, others));
        let watch = watch.await.unwrap();
        assert!(watch.link.spare && !busy.link.has_ended());
        watch.link.begin_request();
        let begun = Instant::now();
        assert!(gate.let_in(here).await.is_none());
        assert_eq!(begun.elapsed(), WAITS);
    }

    #[test]
    fn a_spare_place_is_soon_taken_from_who_takes_nothing() {
        let gate = gate(1, 10, 1);
        let busy = home(&gate);
        busy.link.begin_request();
        let spare = home(&gate);
        assert!(spare.link.spare && spare.max_wait() <= WAITS);
        assert!(busy.max_wait() > WAITS);
    }

    #[test]
    fn one_address_has_a_share_and_a_proxy_has_all() {
        let gate = gate(100, 2, 2);
        for (address, again) in [
            ("192.0.2.1", "192.0.2.1"),
            ("2001:db8::1", "2001:db8::2:3"),
            ("::ffff:192.0.2.9", "192.0.2.9"),
        ] {
            let first = from(&gate, address).unwrap();
            let second = from(&gate, again).unwrap();
            first.link.begin_request();
            second.link.begin_request();
            assert!(from(&gate, again).is_none(), "{address}");
            second.link.end_request();
            assert!(from(&gate, again).is_some(), "{address}");
            assert!(second.link.has_ended());
        }
        for address in ["127.0.0.1", "::1", "10.1.2.3"] {
            let passes: Vec<_> = (0..5).map(|_| from(&gate, address).unwrap()).collect();
            assert!(
                passes.iter().all(|pass| !pass.link.has_ended()),
                "{address}"
            );
        }
    }
}
