use rustix::process::{Resource, Rlimit, getrlimit, setrlimit};

/// What a process needs beside connections of its callers: database, files, deliveries.
const FOR_OURSELVES: u64 = 256;
/// More than anybody needs; some systems have no limit, and others reserve memory by it.
const ENOUGH: u64 = 65_536;

/// Raises the limit of open files as far as the system lets us, and says how many of them may be
/// connections.
pub(crate) fn raise_limit() -> usize {
    let now = getrlimit(Resource::Nofile);
    let wanted = now.maximum.unwrap_or(ENOUGH).min(ENOUGH);
    let mut current = now.current.unwrap_or(ENOUGH);
    if current < wanted {
        let raised = Rlimit {
            current: Some(wanted),
            ..now
        };
        if setrlimit(Resource::Nofile, raised).is_ok() {
            current = wanted;
        }
    }
    for_connections(current)
}

/// A quarter is ours at least, and more where there is plenty.
fn for_connections(descriptors: u64) -> usize {
    let ours = FOR_OURSELVES.max(descriptors / 4);
    usize::try_from(descriptors.saturating_sub(ours)).unwrap_or(usize::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn some_descriptors_are_left_for_what_is_no_connection() {
        assert_eq!(for_connections(1024), 768);
        assert_eq!(for_connections(65_536), 49_152);
        assert_eq!(for_connections(128), 0);
    }
}
