use tokio::task::JoinHandle;

/// What was seen is being written down, beside whatever else there is to do.
#[derive(Default)]
pub struct Keeping(Option<JoinHandle<()>>);

impl Keeping {
    pub(crate) fn task(task: impl Future<Output = ()> + Send + 'static) -> Self {
        Self(Some(tokio::spawn(task)))
    }

    /// Waits until it is written, or could not be: then it is looked at again when it is needed.
    pub async fn done(self) {
        if let Some(task) = self.0
            && task.await.is_err()
        {
            tracing::error!("keeping what was seen in a picture panicked");
        }
    }
}
