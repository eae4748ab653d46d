//! Runs independent items on several threads and hands the answers out in input order, each as
//! soon as those before it are out.

use std::collections::BTreeMap;
use std::sync::mpsc;
use std::sync::{Mutex, PoisonError};
use std::thread;

/// Works on every item with up to `threads` threads.
pub fn run<T: Send, R: Send>(
    items: impl Iterator<Item = T> + Send,
    threads: usize,
    work: impl Fn(T) -> R + Sync,
    mut deliver: impl FnMut(R),
) {
    let queue = Mutex::new(items.enumerate());
    let (sender, receiver) = mpsc::sync_channel(threads * 2);
    thread::scope(|scope| {
        for _ in 0..threads.max(1) {
            let sender = sender.clone();
            let (queue, work) = (&queue, &work);
            scope.spawn(move || {
                loop {
                    let next = queue.lock().unwrap_or_else(PoisonError::into_inner).next();
                    let Some((index, item)) = next else { return };
                    if sender.send((index, work(item))).is_err() {
                        return;
                    }
                }
            });
        }
        drop(sender);
        let mut waiting = BTreeMap::new();
        let mut due = 0;
        for (index, answer) in receiver {
            waiting.insert(index, answer);
            while let Some(answer) = waiting.remove(&due) {
                deliver(answer);
                due += 1;
            }
        }
    });
}

/// [`run`] of what can fail. All items are worked on; the first error in their order is returned.
pub fn try_run<T: Send, R: Send, E: Send>(
    items: impl Iterator<Item = T> + Send,
    threads: usize,
    work: impl Fn(T) -> Result<R, E> + Sync,
    mut deliver: impl FnMut(R),
) -> Result<(), E> {
    let mut failed = None;
    run(items, threads, work, |outcome| match outcome {
        Ok(answer) => deliver(answer),
        Err(error) => {
            failed.get_or_insert(error);
        }
    });
    failed.map_or(Ok(()), Err)
}

/// The lines of standard input, as they come.
pub(crate) fn input_lines() -> impl Iterator<Item = String> + Send {
    std::iter::from_fn(|| {
        let mut line = String::new();
        match std::io::stdin().read_line(&mut line) {
            Ok(0) | Err(_) => None,
            Ok(_) => Some(line.trim_end_matches(['\n', '\r']).to_owned()),
        }
    })
}

/// Threads to use: as told, else all cores.
pub(crate) fn threads(told: Option<usize>) -> usize {
    let all = || thread::available_parallelism().map_or(1, std::num::NonZero::get);
    told.map_or_else(all, |threads| threads.max(1))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn answers_come_in_input_order() {
        for threads in [1, 2, 7] {
            let mut answers = Vec::new();
            run(
                0..200_u64,
                threads,
                |n| n * n,
                |answer| answers.push(answer),
            );
            assert_eq!(answers, (0..200_u64).map(|n| n * n).collect::<Vec<_>>());
        }
    }

    #[test]
    fn the_first_error_is_told_and_the_rest_is_delivered() {
        let mut answers = Vec::new();
        let odd = |n: u32| if n % 2 == 1 { Err(n) } else { Ok(n) };
        let outcome = try_run(0..6, 3, odd, |answer| answers.push(answer));
        assert_eq!((outcome, answers), (Err(1), vec![0, 2, 4]));
    }
}
