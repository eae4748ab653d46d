use std::time::Duration;

use axum::body::{Body, Bytes};
use futures::StreamExt as _;
use tokio::time::{Instant, timeout_at};

use super::Trouble;

/// How slowly a body may come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PaceSettings {
    /// Bytes a second, at the least, or the end.
    pub least: u32,
    /// How long that is looked at before it counts.
    pub within: Duration,
    /// From the first byte of a form to its last.
    pub form: Duration,
    /// The same of an upload: the largest picture over a slow line.
    pub upload: Duration,
}

impl Default for PaceSettings {
    fn default() -> Self {
        Self {
            least: 2048,
            within: Duration::from_secs(10),
            form: Duration::from_secs(30),
            upload: Duration::from_mins(3),
        }
    }
}

/// Waits for the pieces of one body.
pub(crate) struct Pace {
    settings: PaceSettings,
    /// When all of it has to be there.
    end: Instant,
    /// The piece of time that is looked at, and what came in it.
    since: Instant,
    came: u64,
}

impl Pace {
    pub(crate) fn of_form(settings: PaceSettings) -> Self {
        Self::new(settings, settings.form)
    }

    pub(crate) fn of_upload(settings: PaceSettings) -> Self {
        Self::new(settings, settings.upload)
    }

    fn new(settings: PaceSettings, limit: Duration) -> Self {
        let now = Instant::now();
        Self {
            settings,
            end: now + limit,
            since: now,
            came: 0,
        }
    }

    /// We did not take anything meanwhile.
    pub(crate) fn begin_anew(&mut self) {
        self.since = Instant::now();
        self.came = 0;
    }

    /// The next piece; `None` at the end.
    pub(crate) async fn next(
        &mut self,
        pieces: &mut (impl futures::Stream<Item = Result<Bytes, axum::Error>> + Unpin),
    ) -> Result<Option<Bytes>, Trouble> {
        let least = u64::from(self.settings.least) * self.settings.within.as_secs().max(1);
        loop {
            let until = (self.since + self.settings.within).min(self.end);
            match timeout_at(until, pieces.next()).await {
                Ok(Some(Ok(piece))) => {
                    self.came += piece.len() as u64;
                    if Instant::now() >= until {
                        self.look(least)?;
                    }
                    return Ok(Some(piece));
                }
                Ok(Some(Err(_))) => return Err(Trouble::Broken),
                Ok(None) => return Ok(None),
                Err(_) => self.look(least)?,
            }
        }
    }

    /// Whether enough came in a piece of time that is over.
    fn look(&mut self, least: u64) -> Result<(), Trouble> {
        if self.came < least || Instant::now() >= self.end {
            return Err(Trouble::TooSlow);
        }
        self.begin_anew();
        Ok(())
    }
}

/// The pieces of a body.
pub(super) fn pieces(body: Body) -> axum::body::BodyDataStream {
    body.into_data_stream()
}

#[cfg(test)]
mod tests {
    use futures::stream::unfold;

    use super::*;

    /// A body of so many bytes each so often.
    fn dripping(bytes: usize, every: Duration) -> axum::body::BodyDataStream {
        let drops = unfold((), move |()| async move {
            tokio::time::sleep(every).await;
            Some((Ok::<_, axum::Error>(Bytes::from(vec![0; bytes])), ()))
        });
        pieces(Body::from_stream(drops))
    }

    async fn lasts(bytes: usize, every: Duration) -> Duration {
        let begun = Instant::now();
        let mut pace = Pace::of_upload(PaceSettings::default());
        let mut body = dripping(bytes, every);
        loop {
            match pace.next(&mut body).await {
                Ok(_) => {}
                Err(trouble) => {
                    assert_eq!(trouble, Trouble::TooSlow);
                    return begun.elapsed();
                }
            }
        }
    }

    #[tokio::test(start_paused = true)]
    async fn what_stalls_or_drips_is_left_and_what_comes_slowly_is_not() {
        let second = Duration::from_secs(1);
        let within = PaceSettings::default().within;
        assert_eq!(lasts(1, second * 1000).await, within);
        assert_eq!(lasts(1, second).await, within);
        assert_eq!(lasts(1500, second).await, within);
        // As fast as is asked for, to the end of all patience.
        assert_eq!(lasts(2100, second).await, PaceSettings::default().upload);
        // A burst at first pays for nothing later.
        let begun = Instant::now();
        let mut pace = Pace::of_form(PaceSettings::default());
        let recording = futures::stream::iter([Ok(Bytes::from(vec![0; 1 << 20]))]);
        let mut body = Box::pin(recording.chain(futures::stream::pending()));
        assert!(pace.next(&mut body).await.unwrap().is_some());
        assert_eq!(pace.next(&mut body).await, Err(Trouble::TooSlow));
        assert_eq!(begun.elapsed(), within * 2);
    }
}
