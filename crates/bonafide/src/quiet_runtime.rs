//! ONNX Runtime's own telemetry. Its Linux library sets up a client of Microsoft's, and looks for their host,
//! before it can be told not to; it reads one variable first. A process's own variables are safely set
//! only for another program, so this one starts itself again, once, with the variable there.

use std::env;
use std::os::unix::process::CommandExt as _;
use std::process::Command;

const VARIABLE: &str = "ORT_DISABLE_TELEMETRY";
const SET: &str = "1";

/// Returns in a process that has the variable; where starting again fails, in this one.
pub(crate) fn start() {
    if env::var_os(VARIABLE).is_some_and(|value| value == SET) {
        return;
    }
    let Ok(program) = env::current_exe() else {
        return;
    };
    let mut arguments = env::args_os();
    let name = arguments.next();
    let mut again = Command::new(program);
    again.args(arguments).env(VARIABLE, SET);
    if let Some(name) = name {
        again.arg0(name);
    }
    let error = again.exec();
    tracing::warn!(%error, "this program cannot start itself again");
}
