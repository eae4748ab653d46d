use tokio::sync::Notify;

/// Wakes all that wait for jobs in this process.
pub(crate) fn wake(jobs: &Notify) {
    jobs.notify_waiters();
    // Kept for whoever is about to wait, having looked before the jobs were there.
    jobs.notify_one();
}
