//! What the operating system says of this process; nothing where it is not Linux.

use std::fs;

use measures::{PROCESS_CPU_SECONDS, PROCESS_FILES, PROCESS_MEMORY_BYTES, PROCESS_THREADS};

/// Linux counts processor time in hundredths of a second, on every machine we build for.
const TICKS_EACH_SECOND: u64 = 100;

pub(super) fn look() {
    if let Ok(status) = fs::read_to_string("/proc/self/status") {
        if let Some(kilobytes) = number(&status, "VmRSS:") {
            PROCESS_MEMORY_BYTES.set(&[], (kilobytes * 1024) as f64);
        }
        if let Some(threads) = number(&status, "Threads:") {
            PROCESS_THREADS.set(&[], threads as f64);
        }
    }
    let stat = fs::read_to_string("/proc/self/stat");
    if let Some(ticks) = stat.ok().as_deref().and_then(processor_ticks) {
        PROCESS_CPU_SECONDS.set(&[], ticks / TICKS_EACH_SECOND);
    }
    if let Ok(files) = fs::read_dir("/proc/self/fd") {
        PROCESS_FILES.set(&[], files.count() as f64);
    }
}

/// The first number of a line of `/proc/self/status`.
fn number(status: &str, name: &str) -> Option<u64> {
    let line = status.lines().find_map(|line| line.strip_prefix(name))?;
    line.split_whitespace().next()?.parse().ok()
}

/// Time in user and kernel mode: fields 14 and 15. The second field is the name of the program,
/// which may hold anything.
fn processor_ticks(stat: &str) -> Option<u64> {
    let (_, after_name) = stat.rsplit_once(')')?;
    let mut fields = after_name.split_whitespace().skip(11);
    let user: u64 = fields.next()?.parse().ok()?;
    let kernel: u64 = fields.next()?.parse().ok()?;
    Some(user + kernel)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_linux_says_is_read() {
        let status = "Name:\tbonafide\nVmRSS:\t  123456 kB\nThreads:\t7\n";
        assert_eq!(number(status, "VmRSS:"), Some(123_456));
        assert_eq!(number(status, "Threads:"), Some(7));
        assert_eq!(number(status, "VmSwap:"), None);
        let stat = "1 (a) b) S 1 1 1 0 -1 4194560 1 0 0 0 250 50 0 0 20 0 7 0";
        assert_eq!(processor_ticks(stat), Some(300));
        assert_eq!(processor_ticks("1 (bonafide"), None);
    }
}
