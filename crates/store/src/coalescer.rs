use std::collections::HashMap;
use std::hash::Hash;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use tokio::sync::oneshot;

/// The same questions of many callers, asked once.
///
/// While one question is being answered, those who come wait for the next one: an answer is always
/// to a question that was asked after its caller came, so nobody is told what was true before.
pub struct Coalescer<K, V> {
    waiting: Mutex<Waiting<K, V>>,
}

struct Waiting<K, V> {
    asked: HashMap<K, Vec<oneshot::Sender<V>>>,
    asking: bool,
}

impl<K, V> Default for Coalescer<K, V> {
    fn default() -> Self {
        Self {
            waiting: Mutex::new(Waiting {
                asked: HashMap::new(),
                asking: false,
            }),
        }
    }
}

impl<K, V> Coalescer<K, V>
where
    K: Clone + Eq + Hash + Send + Sync + 'static,
    V: Clone + Send + 'static,
{
    /// The answer that `find`, which is given everybody's keys, gives for this one; `None` where it
    /// gives none: then the caller has to ask alone, and will see why.
    pub async fn ask<F, A>(self: &Arc<Self>, key: K, find: F) -> Option<V>
    where
        F: Fn(Vec<K>) -> A + Send + 'static,
        A: Future<Output = HashMap<K, V>> + Send + 'static,
    {
        let (sender, answer) = oneshot::channel();
        let first = {
            let mut waiting = self.lock();
            waiting.asked.entry(key).or_default().push(sender);
            !std::mem::replace(&mut waiting.asking, true)
        };
        if first {
            tokio::spawn(Arc::clone(self).answer_all(find));
        }
        answer.await.ok()
    }

    async fn answer_all<F, A>(self: Arc<Self>, find: F)
    where
        F: Fn(Vec<K>) -> A + Send + 'static,
        A: Future<Output = HashMap<K, V>> + Send + 'static,
    {
        let _turn = Turn(&self);
        loop {
            let asked = {
                let mut waiting = self.lock();
                if waiting.asked.is_empty() {
                    waiting.asking = false;
                    return;
                }
                std::mem::take(&mut waiting.asked)
            };
            let mut found = find(asked.keys().cloned().collect()).await;
            for (key, callers) in asked {
                let Some(answer) = found.remove(&key) else {
                    continue;
                };
                for caller in callers {
                    // Whoever has given up needs no answer.
                    let _unheard = caller.send(answer.clone());
                }
            }
        }
    }

    fn lock(&self) -> MutexGuard<'_, Waiting<K, V>> {
        self.waiting.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// Whoever asks for the others; where that ends in a panic, the others are let go and ask alone.
struct Turn<'a, K, V>(&'a Coalescer<K, V>);

impl<K, V> Drop for Turn<'_, K, V> {
    fn drop(&mut self) {
        if std::thread::panicking() {
            let mut waiting = self
                .0
                .waiting
                .lock()
                .unwrap_or_else(PoisonError::into_inner);
            waiting.asking = false;
            waiting.asked.clear();
        }
    }
}

#[cfg(test)]
mod tests {
    use std::sync::atomic::{AtomicUsize, Ordering};

    use super::*;

    #[tokio::test]
    async fn who_waits_shares_the_next_answer() {
        let (together, asked) = (
            Arc::new(Coalescer::default()),
            Arc::new(AtomicUsize::new(0)),
        );
        let callers = (0..10).map(|_| {
            let (together, asked) = (Arc::clone(&together), Arc::clone(&asked));
            tokio::spawn(async move {
                together
                    .ask("key", move |keys| {
                        let asked = asked.fetch_add(1, Ordering::SeqCst);
                        async move {
                            tokio::task::yield_now().await;
                            keys.into_iter().map(|key| (key, asked)).collect()
                        }
                    })
                    .await
            })
        });
        let callers: Vec<_> = callers.collect();
        for caller in callers {
            assert!(caller.await.unwrap().is_some());
        }
        assert!(asked.load(Ordering::SeqCst) < 10);
    }

    async fn one(keys: Vec<&'static str>) -> HashMap<&'static str, u8> {
        keys.into_iter().map(|key| (key, 1)).collect()
    }

    #[tokio::test]
    async fn each_hears_the_answer_to_their_own_question() {
        let together = Arc::new(Coalescer::default());
        let callers = (0..10u32).map(|key| {
            let together = Arc::clone(&together);
            tokio::spawn(async move {
                together
                    .ask(key, |keys| async move {
                        tokio::task::yield_now().await;
                        keys.into_iter().map(|key| (key, key * 2)).collect()
                    })
                    .await
            })
        });
        let callers: Vec<_> = callers.collect();
        for (key, caller) in (0..).zip(callers) {
            assert_eq!(caller.await.unwrap(), Some(key * 2));
        }
    }

    #[tokio::test]
    async fn no_answer_is_told_and_later_callers_are_served() {
        let together = Arc::new(Coalescer::<_, u8>::default());
        assert_eq!(
            together.ask("key", |_| async { HashMap::new() }).await,
            None
        );
        assert_eq!(together.ask("key", one).await, Some(1));
    }

    #[tokio::test]
    async fn a_panic_stops_nobody_else() {
        let together = Arc::new(Coalescer::<_, u8>::default());
        let failing = |_| async { panic!("on purpose") };
        assert_eq!(together.ask("key", failing).await, None);
        assert_eq!(together.ask("key", one).await, Some(1));
    }
}
