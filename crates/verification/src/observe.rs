//! What the pictures of a submission show: what is kept of them, and for the rest another look.

use std::collections::HashMap;
use std::sync::Arc;

use futures::FutureExt as _;
use futures::stream::{self, StreamExt as _, TryStreamExt as _};
use identity::{ChallengeAnswer, FileId};
use measures::{Timer, VERIFICATION_SECONDS};
use observation::{DocumentObservation, RecordingFrame, RecordingObservation, SelfieObservation};
use sessions::{FetchedFile, NewObservation, Services};
use store::ObservationKind;
use vision::{FrameFile, PictureError};

use crate::kept::{self, Observable};
use crate::observer::{answered_from_kept, inferred};
use crate::pool::Caller;
use crate::seen::{Seen, Selfies, camera, document_or_nothing};
use crate::{Error, Observer, Picture, Pictures, Submission, VerificationRequest};

/// Pictures that are fetched side by side.
const FETCHED_AT_ONCE: usize = 4;

/// What is known of a picture.
enum Known<'a, T> {
    Kept(T),
    Unseen(&'a Picture),
}

impl<'a, T> Known<'a, T> {
    fn unseen(&self) -> Option<&'a Picture> {
        match self {
            Self::Kept(_) => None,
            Self::Unseen(picture) => Some(picture),
        }
    }
}

/// What is known of the pictures of a submission.
struct Plan<'a> {
    front: Known<'a, DocumentObservation>,
    back: Option<Known<'a, DocumentObservation>>,
    selfies: Vec<Known<'a, SelfieObservation>>,
    /// `None` where no challenge is judged; no frames where they have to be looked at.
    recording: Option<(&'a ChallengeAnswer, Option<Vec<RecordingFrame>>)>,
}

impl<'a> Plan<'a> {
    fn of(
        observer: &Observer,
        pictures: &'a Pictures<Picture>,
        request: &'a VerificationRequest,
    ) -> Self {
        let selfies = pictures.selfies.iter().filter(|_| request.matching_selfie);
        let answer = request.judged_answer();
        Self {
            front: observer.known(&pictures.front),
            back: pictures.back.as_ref().map(|back| observer.known(back)),
            selfies: selfies.map(|selfie| observer.known(selfie)).collect(),
            recording: answer
                .map(|answer| (answer, observer.kept_frames(&pictures.recording, answer))),
        }
    }

    /// The pictures of which it is certain that they have to be fetched.
    fn to_fetch(&self, recording: &'a [Picture]) -> Vec<&'a Picture> {
        let mut fetched: Vec<_> = self.front.unseen().into_iter().collect();
        fetched.extend(self.back.as_ref().and_then(Known::unseen));
        // Further selfies are there for when the first shows nobody.
        fetched.extend(self.selfies.first().and_then(Known::unseen));
        if let Some((_, None)) = self.recording {
            fetched.extend(recording);
        }
        fetched
    }
}

impl Observer {
    /// What the pictures of a submission show. What has to be looked at is kept, so that whoever does this
    /// again need not.
    ///
    /// A picture that cannot be decoded counts as one that shows nothing: the decision then says
    /// what to do about it.
    pub(crate) async fn observe(
        &self,
        services: &Services,
        Submission { pictures, request }: &Submission,
    ) -> Result<Seen, Error> {
        let opening = Timer::start();
        let plan = Plan::of(self, pictures, request);
        let mut looks = Looks {
            observer: self,
            services,
            fetched: fetched(services, &plan.to_fetch(&pictures.recording)).await?,
            new: Vec::new(),
        };
        opening.record(&VERIFICATION_SECONDS, &["open"]);
        let observing = Timer::start();
        let front = document_or_nothing(looks.seen(plan.front).await?);
        let back = match plan.back {
            Some(back) => Some(document_or_nothing(looks.seen(back).await?)),
            None => None,
        };
        let selfies = if request.matching_selfie {
            Some(looks.selfies(plan.selfies).await?)
        } else {
            None
        };
        let recording = match plan.recording {
            Some((answer, Some(frames))) => Some(kept_recording(answer, request, frames)),
            Some((answer, None)) => {
                looks
                    .recording(answer, request, &pictures.recording)
                    .await?
            }
            None => None,
        };
        let new = looks.new;
        observing.record(&VERIFICATION_SECONDS, &["observe"]);
        self.keep(services, &pictures.front.key, new).await;
        Ok(Seen {
            front,
            back,
            selfies,
            recording,
            models: self.networks.models(),
        })
    }

    fn known<'a, T: Observable>(&self, picture: &'a Picture) -> Known<'a, T> {
        let kept = picture.kept(&self.fingerprints.picture(T::KIND));
        kept.map_or(Known::Unseen(picture), Known::Kept)
    }

    /// The frames of an answer, where all of them are kept: each was seen beside the others.
    fn kept_frames(
        &self,
        recording: &[Picture],
        answer: &ChallengeAnswer,
    ) -> Option<Vec<RecordingFrame>> {
        let frames = &answer.recording.frames;
        let kept = recording.iter().enumerate().map(|(place, picture)| {
            picture.kept::<RecordingFrame>(&self.fingerprints.frame(frames, place))
        });
        kept.collect()
    }
}

/// Fetches pictures side by side, sealed as they are.
async fn fetched(
    services: &Services,
    pictures: &[&Picture],
) -> Result<HashMap<FileId, FetchedFile>, Error> {
    let mut fetching = Vec::with_capacity(pictures.len());
    for picture in pictures {
        fetching.push(fetch(services, picture).boxed());
    }
    let fetched = stream::iter(fetching).buffer_unordered(FETCHED_AT_ONCE);
    Ok(fetched.try_collect().await?)
}

async fn fetch(services: &Services, picture: &Picture) -> sessions::Result<(FileId, FetchedFile)> {
    Ok((picture.file.clone(), picture.fetch(services).await?))
}

fn kept_recording(
    answer: &ChallengeAnswer,
    request: &VerificationRequest,
    frames: Vec<RecordingFrame>,
) -> RecordingObservation {
    answered_from_kept(ObservationKind::Frame, frames.len());
    RecordingObservation {
        camera: camera(answer, request),
        steps_shown: answer.recording.steps_shown.clone(),
        frames,
    }
}

/// Looks at the pictures of one submission, one after the other.
struct Looks<'a> {
    observer: &'a Observer,
    services: &'a Services,
    fetched: HashMap<FileId, FetchedFile>,
    new: Vec<NewObservation>,
}

impl Looks<'_> {
    async fn seen<T: Observable>(
        &mut self,
        known: Known<'_, T>,
    ) -> Result<Result<T, PictureError>, Error> {
        let picture = match known {
            Known::Kept(kept) => {
                answered_from_kept(T::KIND, 1);
                return Ok(Ok(kept));
            }
            Known::Unseen(picture) => picture,
        };
        let file = self.file(picture).await?;
        let place = self.observer.pool.place(Caller::Job).await;
        let place = place.ok_or(Error::Inference)?;
        let looked = self.observer.infer::<T>(picture, file, (place, ())).await;
        let look = looked.map_err(|_| Error::Inference)??;
        Ok(look.map(|fresh| {
            self.new.extend(fresh.new);
            fresh.seen
        }))
    }

    async fn file(&mut self, picture: &Picture) -> Result<FetchedFile, Error> {
        match self.fetched.remove(&picture.file) {
            Some(fetched) => Ok(fetched),
            None => Ok(picture.fetch(self.services).await?),
        }
    }

    async fn selfies(
        &mut self,
        known: Vec<Known<'_, SelfieObservation>>,
    ) -> Result<Vec<SelfieObservation>, Error> {
        let mut selfies = Selfies::default();
        for selfie in known {
            let seen = self.seen(selfie).await?;
            if selfies.decides(seen) {
                break;
            }
        }
        Ok(selfies.taken())
    }

    /// `None` where a frame is no picture: the challenge counts as not answered.
    async fn recording(
        &mut self,
        answer: &ChallengeAnswer,
        request: &VerificationRequest,
        pictures: &[Picture],
    ) -> Result<Option<RecordingObservation>, Error> {
        let mut files = Vec::with_capacity(pictures.len());
        for picture in pictures {
            files.push(self.file(picture).await?);
        }
        let place = self.observer.pool.place(Caller::Job).await;
        let place = place.ok_or(Error::Inference)?;
        let networks = Arc::clone(&self.observer.networks);
        let (frames, steps_shown) = (
            answer.recording.frames.clone(),
            answer.recording.steps_shown.clone(),
        );
        let camera = camera(answer, request);
        let looking = tokio::task::spawn_blocking(move || {
            let _held = place;
            let files = files.into_iter().map(FetchedFile::open);
            let files = files.collect::<sessions::Result<Vec<_>>>()?;
            let frame_files = frames.iter().zip(&files).map(|(frame, file)| FrameFile {
                file,
                step: frame.step,
                at: frame.at,
            });
            let frame_files: Vec<_> = frame_files.collect();
            inferred(ObservationKind::Frame, frame_files.len());
            sessions::Result::Ok(networks.recording(&frame_files, &steps_shown, camera))
        });
        let seen = looking.await.map_err(|_| Error::Inference)??;
        let seen = seen.inspect_err(|error| tracing::info!(%error, "a frame cannot be read"));
        let Ok(recording) = seen else { return Ok(None) };
        let fingerprints = &self.observer.fingerprints;
        for (place, (frame, picture)) in recording.frames.iter().zip(pictures).enumerate() {
            self.new
                .extend(kept::written(frame).map(|content| NewObservation {
                    file: picture.file.clone(),
                    kind: ObservationKind::Frame,
                    fingerprint: fingerprints.frame(&answer.recording.frames, place),
                    content,
                }));
        }
        Ok(Some(recording))
    }
}
