use std::sync::Arc;

use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use crate::{ApiError, Result};

/// Memory for uploads under way, of the whole process. What does not fit waits unread, so that the
/// sender slows down; nothing is refused.
#[derive(Clone)]
pub(crate) struct UploadRoom(Arc<Semaphore>);

/// Room for one upload, given back when dropped.
pub struct Reserved {
    _permit: OwnedSemaphorePermit,
}

impl UploadRoom {
    /// Two of the largest files.
    const KIBIBYTES: u32 = 32 * 1024;

    pub(crate) fn new() -> Self {
        Self(Arc::new(Semaphore::new(Self::KIBIBYTES as usize)))
    }

    /// Waits for room, first come first served. More than there is counts as all there is: a body
    /// limit holds below that.
    pub(crate) async fn reserve(&self, bytes: usize) -> Result<Reserved> {
        let kibibytes = u32::try_from(bytes.div_ceil(1024)).unwrap_or(u32::MAX);
        let wanted = kibibytes.clamp(1, Self::KIBIBYTES);
        let permit = Arc::clone(&self.0).acquire_many_owned(wanted);
        let permit = permit.await.map_err(ApiError::internal)?;
        Ok(Reserved { _permit: permit })
    }
}

#[cfg(test)]
mod tests {
    use std::pin::pin;
    use std::task::Poll;

    use super::*;

    #[tokio::test]
    async fn what_does_not_fit_waits_until_others_are_done() {
        let room = UploadRoom::new();
        let first = room.reserve(30 * 1024 * 1024).await.unwrap();
        let mut second = pin!(room.reserve(10 * 1024 * 1024));
        assert!(matches!(futures::poll!(&mut second), Poll::Pending));
        drop(first);
        let second = second.await.unwrap();
        let mut whole = pin!(room.reserve(usize::MAX));
        assert!(matches!(futures::poll!(&mut whole), Poll::Pending));
        drop(second);
        whole.await.unwrap();
    }

    #[tokio::test]
    async fn who_gives_up_waiting_leaves_no_gap() {
        let room = UploadRoom::new();
        let first = room.reserve(usize::MAX).await.unwrap();
        {
            let mut gone = pin!(room.reserve(usize::MAX));
            assert!(futures::poll!(&mut gone).is_pending());
        }
        drop(first);
        room.reserve(1).await.unwrap();
    }
}
