use std::sync::Arc;

use sqlx::PgPool;
use tokio::sync::Notify;

use crate::listener::{self, CHANNEL};

/// Tells workers, here and in other processes, to look for jobs.
#[derive(Clone)]
pub(crate) struct Waker {
    pub(crate) pool: PgPool,
    pub(crate) jobs: Arc<Notify>,
}

impl Waker {
    pub(crate) async fn wake(&self) {
        // This process hears of it even where the server cannot be reached.
        listener::wake(&self.jobs);
        // Other processes that are not told find the jobs at their next look.
        let _told_or_not = sqlx::query!("SELECT pg_notify($1, '')", CHANNEL)
            .execute(&self.pool)
            .await;
    }
}
