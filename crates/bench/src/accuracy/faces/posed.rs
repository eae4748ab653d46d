//! Faces as people hold them: turned, tilted, filling a small picture, far away. Each is compared with the
//! other pictures of the same person as they are, by our pipeline and by the networks' publishers'.

use std::io::Cursor;
use std::path::Path;

use anyhow::Context as _;
use bonafide::{batch, pictures};
use image::codecs::jpeg::JpegEncoder;
use image::{ImageEncoder as _, RgbImage};
use observation::Rect;

use super::folder::Folder;
use super::{Look, published_look};
use crate::bounded_vision::BoundedVision;

/// Pictures that are posed, evenly from all that have others of the same person.
const PICTURES: usize = 27;
/// Around a face, in longer sides of its box; its longer side in pixels at most.
const AROUND: f32 = 3.0;
const LONGEST: u32 = 480;
const JPEG_QUALITY: u8 = 92;

/// How a picture is held.
#[derive(Clone, Copy, Debug, PartialEq)]
enum Pose {
    /// Clockwise, in degrees.
    Turned(f32),
    /// The face fills a picture of so many pixels, so many times as large as its box.
    Filling(u32, f32),
    /// The face and what is around it on so many pixels.
    Small(u32),
}

const POSES: [Pose; 22] = [
    Pose::Turned(0.0),
    Pose::Turned(15.0),
    Pose::Turned(30.0),
    Pose::Turned(45.0),
    Pose::Turned(60.0),
    Pose::Turned(75.0),
    Pose::Turned(90.0),
    Pose::Turned(105.0),
    Pose::Turned(120.0),
    Pose::Turned(135.0),
    Pose::Turned(150.0),
    Pose::Turned(165.0),
    Pose::Turned(180.0),
    Pose::Turned(-10.0),
    Pose::Turned(10.0),
    Pose::Turned(-20.0),
    Pose::Turned(20.0),
    Pose::Filling(150, 1.3),
    Pose::Filling(150, 1.1),
    Pose::Filling(150, 1.0),
    Pose::Small(160),
    Pose::Small(96),
];

/// What came of one pose.
pub(super) struct Posed {
    pub(super) name: String,
    /// Mean cosines to the other pictures of the same person; a missing face counts 0.
    pub(super) ours: f32,
    pub(super) published: f32,
}

pub(super) fn measure(
    vision: &BoundedVision,
    path: &Path,
    folder: &Folder,
    looks: &[Look],
    threads: usize,
) -> anyhow::Result<Vec<Posed>> {
    let chosen = chosen(folder, looks);
    let mut posed = Vec::new();
    for pose in POSES {
        let mut sums = (0.0, 0.0, 0u32);
        let work = |at: usize| {
            let file = path.join(&folder.files[at].0);
            anyhow::Ok((at, one(vision, &file, &looks[at], pose)?))
        };
        batch::try_run(chosen.iter().copied(), threads, work, |(at, look)| {
            for mate in mates(folder, looks, at) {
                sums.0 += super::similarity(&look, mate).unwrap_or(0.0);
                sums.1 += published_look(&look, mate).unwrap_or(0.0);
                sums.2 += 1;
            }
        })?;
        let of = sums.2.max(1) as f32;
        posed.push(Posed {
            name: pose.name(),
            ours: sums.0 / of,
            published: sums.1 / of,
        });
    }
    Ok(posed)
}

/// Pictures with a face of people of whom there are several.
fn chosen(folder: &Folder, looks: &[Look]) -> Vec<usize> {
    let fitting: Vec<usize> = (0..looks.len())
        .filter(|&at| looks[at].face().is_some() && mates(folder, looks, at).next().is_some())
        .collect();
    let every = fitting.len().div_ceil(PICTURES).max(1);
    fitting.into_iter().step_by(every).collect()
}

/// The other pictures of the same person.
fn mates<'a>(folder: &'a Folder, looks: &'a [Look], at: usize) -> impl Iterator<Item = &'a Look> {
    let person = folder.files[at].1.identity;
    let others = folder.files.iter().zip(looks).enumerate();
    others
        .filter(move |(other, ((_, truth), _))| {
            *other != at && person.is_some() && truth.identity == person
        })
        .map(|(_, (_, look))| look)
}

fn one(vision: &BoundedVision, file: &Path, upright: &Look, pose: Pose) -> anyhow::Result<Look> {
    let face = upright
        .face()
        .context("only pictures with a face are posed")?;
    let file = pictures::read_file(file).map_err(|failure| anyhow::anyhow!("{failure}"))?;
    let picture = vision.decode(&file)?;
    let posed = pose.of(picture.pixels(), &face.bounds);
    let mut jpeg = Cursor::new(Vec::new());
    JpegEncoder::new_with_quality(&mut jpeg, JPEG_QUALITY).write_image(
        posed.as_raw(),
        posed.width(),
        posed.height(),
        image::ExtendedColorType::Rgb8,
    )?;
    Ok(super::look_at(vision, &jpeg.into_inner()))
}

impl Pose {
    fn name(self) -> String {
        match self {
            Self::Turned(degrees) => format!("turned by {degrees}°"),
            Self::Filling(pixels, times) => {
                format!("filling {pixels} pixels, {times} times its box")
            }
            Self::Small(pixels) => format!("a third of {pixels} pixels"),
        }
    }

    /// A square part of the picture around the face, so held. What lies outside the picture is its edge.
    fn of(self, pixels: &RgbImage, face: &Rect) -> RgbImage {
        let longer = face.width.max(face.height);
        let (side, out, degrees) = match self {
            Self::Turned(degrees) => {
                let side = AROUND * longer;
                (side, (side as u32).clamp(1, LONGEST), degrees)
            }
            Self::Filling(out, times) => (times * longer, out, 0.0),
            Self::Small(out) => (AROUND * longer, out, 0.0),
        };
        let middle = (face.x + face.width / 2.0, face.y + face.height / 2.0);
        specimen::part(pixels, middle, side, out, degrees)
    }
}
