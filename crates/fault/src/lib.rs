//! Faults that tests ask for.
//!
//! A kill test starts the binary with `BONAFIDE_CRASH_AT=name:n` and the process dies, as `kill -9`
//! would end it, when the point `name` is reached for the n-th time. A mutation run sets
//! `BONAFIDE_LOSE=name`, and what has that name is forgotten every time. Release builds compile
//! both to nothing.

#[cfg(debug_assertions)]
mod armed {
    use std::sync::OnceLock;
    use std::sync::atomic::{AtomicU32, Ordering};

    struct Armed {
        name: String,
        left: AtomicU32,
    }

    static ARMED: OnceLock<Option<Armed>> = OnceLock::new();

    fn read_environment() -> Option<Armed> {
        let setting = std::env::var("BONAFIDE_CRASH_AT").ok()?;
        let (name, count) = setting.split_once(':').unwrap_or((&setting, "1"));
        Some(Armed {
            name: name.to_owned(),
            left: AtomicU32::new(count.parse().unwrap_or(1)),
        })
    }

    /// Dies here, without unwinding or flushing, if the environment armed this point.
    pub fn point(name: &str) {
        if let Some(armed) = ARMED.get_or_init(read_environment)
            && armed.name == name
            && armed.left.fetch_sub(1, Ordering::SeqCst) == 1
        {
            kill_self();
        }
    }

    /// Whether the environment asks that this be forgotten.
    pub fn loses(name: &str) -> bool {
        static LOST: OnceLock<Option<String>> = OnceLock::new();
        let lost = LOST.get_or_init(|| std::env::var("BONAFIDE_LOSE").ok());
        lost.as_deref() == Some(name)
    }

    /// SIGKILL cannot be caught, so nothing is flushed, closed or unwound.
    fn kill_self() -> ! {
        let process = std::process::id().to_string();
        let _gone = std::process::Command::new("kill")
            .args(["-9", &process])
            .status();
        std::process::abort()
    }
}

#[cfg(debug_assertions)]
pub use armed::{loses, point};

/// Release builds have no crash points.
#[cfg(not(debug_assertions))]
#[inline(always)]
pub fn point(_name: &str) {}

/// Release builds forget nothing.
#[cfg(not(debug_assertions))]
#[inline(always)]
pub fn loses(_name: &str) -> bool {
    false
}
