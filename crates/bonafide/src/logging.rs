use std::io::IsTerminal as _;

use tracing_subscriber::EnvFilter;

/// Logs go to stderr: text on a terminal, JSON lines elsewhere. `BONAFIDE_LOG` sets what is
/// logged, `info` otherwise.
pub(crate) fn start() {
    let filter = EnvFilter::try_from_env("BONAFIDE_LOG")
        .unwrap_or_else(|_| EnvFilter::new("info,sqlx=warn"));
    let logs = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr);
    if std::io::stderr().is_terminal() {
        logs.compact().init();
    } else {
        logs.json().init();
    }
}
