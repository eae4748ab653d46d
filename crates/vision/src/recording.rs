//! The frames of a challenge, one after the other.

mod again;
mod noise;
mod novelty;
mod perceptual;

use image::{GrayImage, RgbImage};
use observation::{Camera, Face, Overview, RecordingFrame, RecordingObservation};

use crate::faces::Detection;
use crate::picture::{Limits, PictureError, grey, resize};
use crate::runtime::NetworkError;
use crate::vision::Vision;

/// Frames that are looked at; what comes after them is left out.
const MOST_FRAMES: usize = 16;
/// Pixels that a frame has at most, which is more than a camera's 3840 x 2160, and its longer side once
/// it is read: pages send some 640.
const MOST_PIXELS: u64 = 8_500_000;
const LONG_SIDE: u32 = 1280;
/// Bytes that reading a frame takes at most.
const MEMORY: u64 = 96 << 20;
/// Faces that are kept of a frame: two are enough to know that it is not one.
const MOST_FACES: usize = 4;
/// Frames of the first step whose face is looked for in the others.
const MOST_KNOWN: usize = 2;

/// One frame as it came.
#[derive(Clone, Copy)]
pub struct FrameFile<'a> {
    /// JPEG, PNG or WebP, as received.
    pub file: &'a [u8],
    /// The step that was shown, from 0.
    pub step: usize,
    /// Milliseconds since the challenge was shown.
    pub at: u32,
}

/// What frames are compared with.
struct Before {
    grey: GrayImage,
    small: novelty::Small,
}

impl Vision {
    /// What the frames of a challenge show. Frames that are no pictures are an error.
    pub fn recording(
        &self,
        frame_files: &[FrameFile],
        steps_shown: &[u32],
        camera: Camera,
    ) -> Result<RecordingObservation, PictureError> {
        let limits = Limits {
            pixels: MOST_PIXELS,
            memory: MEMORY,
            long_side: LONG_SIDE,
            ..self.limits()
        };
        let frame_files = &frame_files[..frame_files.len().min(MOST_FRAMES)];
        let mut before: Vec<Before> = Vec::with_capacity(frame_files.len());
        let mut straight: Vec<again::Known> = Vec::new();
        let mut frames = Vec::with_capacity(frame_files.len());
        for (at, frame_file) in frame_files.iter().enumerate() {
            let picture = self.decoding(&limits).picture(frame_file.file)?;
            let pixels = &picture.pixels;
            let next = frame_files.get(at + 1);
            let ends_step = next.is_none_or(|next| next.step != frame_file.step);
            let now = Before {
                grey: grey(pixels),
                small: novelty::Small::of(pixels),
            };
            let faces = self.frame_faces(pixels, ends_step)?;
            let mut found_again = Vec::new();
            if let Some(face) = faces.first() {
                if frame_file.step > 0 {
                    let known = straight.iter();
                    found_again = known
                        .filter_map(|known| known.found(pixels, &face.landmarks))
                        .collect();
                } else if straight.len() < MOST_KNOWN {
                    straight.extend(again::Known::new(at, pixels, &face.landmarks));
                }
            }
            frames.push(RecordingFrame {
                step: frame_file.step,
                at: frame_file.at,
                width: pixels.width(),
                height: pixels.height(),
                picture_sha256: picture.sha256,
                faces,
                overview: overview(pixels),
                novelty: novelty::least(before.iter().map(|earlier| &earlier.small), &now.small),
                perceptual_hash: perceptual::hash(pixels),
                fresh_noise: before
                    .last()
                    .and_then(|last| noise::freshness(&last.grey, &now.grey)),
                found_again,
            });
            before.push(now);
        }
        Ok(RecordingObservation {
            camera,
            steps_shown: steps_shown.to_vec(),
            frames,
        })
    }

    fn frame_faces(&self, pixels: &RgbImage, described: bool) -> Result<Vec<Face>, NetworkError> {
        let mut detections = self.detections(pixels)?;
        detections.truncate(MOST_FACES);
        let mut faces: Vec<Face> = detections.iter().map(place).collect();
        if let (Some(largest), Some(face)) = (detections.first(), faces.first_mut()) {
            let closer = self.closer(pixels, largest)?;
            let description = if described {
                self.description(pixels, &closer)?
            } else {
                None
            };
            *face = description.unwrap_or_else(|| place(&closer));
        }
        Ok(faces)
    }
}

/// A face of which is known where it is, and nothing of whom it is.
fn place(detection: &Detection) -> Face {
    Face {
        bounds: detection.bounds,
        score: detection.score,
        landmarks: detection.landmarks,
        embedding: Vec::new(),
        chip: None,
        quality: None,
    }
}

fn overview(pixels: &RgbImage) -> Overview {
    let (width, height) = (Overview::WIDTH as u32, Overview::HEIGHT as u32);
    Overview(grey(&resize(pixels, width, height)).into_raw())
}
