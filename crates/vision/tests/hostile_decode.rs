//! No file takes more memory or time to decode than the budget says.

mod hostile;

use std::time::{Duration, Instant};

use peak_alloc::PeakAlloc;
use vision::{Limits, decode_document};

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

/// Of one picture, its file not counted.
const MOST_BYTES: usize = 224 << 20;
/// Of one picture on one core, also in the slower profile that tests are built with.
const MOST_TIME: Duration = Duration::from_secs(20);

/// One test, since what is counted is the whole program's.
#[test]
#[expect(
    clippy::print_stdout,
    reason = "figures, for who asks for them with --nocapture"
)]
fn no_file_takes_more_than_the_budget() {
    let limits = Limits::default();
    let mut excesses = Vec::new();
    for hostile::Hostile { name, file } in hostile::all() {
        let before = MEMORY.current_usage();
        MEMORY.reset_peak_usage();
        let start = Instant::now();
        let result = decode_document(&file, &limits);
        let (peak, time) = (MEMORY.peak_usage() - before, start.elapsed());
        let outcome = result.map_or_else(|error| error.to_string(), |_| "read".to_owned());
        println!("{:>5} MB {time:>8.2?}  {name}: {outcome}", peak / 1_000_000);
        if peak > MOST_BYTES {
            excesses.push(format!("{name}: {peak} bytes"));
        }
        if time > MOST_TIME {
            excesses.push(format!("{name}: {time:?}"));
        }
    }
    assert!(excesses.is_empty(), "{excesses:#?}");
}
