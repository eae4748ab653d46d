//! A master key that a command prints: the way to key management services of every kind.

use std::process::{Command, Stdio};

use anyhow::Context as _;
use vault::MasterKey;
use zeroize::Zeroizing;

/// Runs a command with the shell and reads the master key from what it prints. What it says on
/// stderr is shown, what it prints never.
pub(crate) fn master_key(command: &str) -> anyhow::Result<MasterKey> {
    let output = Command::new("sh")
        .args(["-c", command])
        .stdin(Stdio::null())
        .stderr(Stdio::inherit())
        .output()
        .context("the master key command cannot be started")?;
    let printed = Zeroizing::new(output.stdout);
    anyhow::ensure!(
        output.status.success(),
        "the master key command failed: {}",
        output.status
    );
    let text = std::str::from_utf8(&printed).unwrap_or_default();
    MasterKey::parse(text).context("the master key command did not print a master key")
}

#[cfg(test)]
mod tests {
    use super::master_key;

    #[test]
    fn the_key_is_what_the_command_prints() {
        let hex = "0123456789abcdef".repeat(4);
        let key = master_key(&format!("printf %s {hex}")).unwrap();
        assert_eq!(*key.to_hex(), hex);
    }

    #[test]
    fn commands_that_fail_or_print_something_else_are_told_without_repeating_it() {
        for command in ["exit 3", "echo hunter2", "printf '\\377'"] {
            let error = format!("{:#}", master_key(command).err().unwrap());
            assert!(error.contains("the master key command"), "{error}");
            assert!(!error.contains("hunter2"), "{error}");
        }
    }
}
