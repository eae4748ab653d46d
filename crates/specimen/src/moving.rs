//! Faces that move before a camera, and what is held there instead of one.
//!
//! A head is a photograph, or a drawn face, laid over a generic relief of head and nose, turned and
//! seen in perspective; people react, move and tremble as people do. Attacks are made of the same
//! parts, so that what tells them apart is what the attack lacks and not how it was drawn. All of it
//! is simulated: nobody's behaviour and no camera was measured.
//!
//! Lengths are distances between the pupils, some 63 mm; x to the right of the picture, y down, z
//! towards the camera.

mod acting;
mod camera;
mod flat;
mod mesh;
mod person;
mod puppet;
mod relief;
mod screen;

use std::fmt;

use image::RgbImage;

use crate::{Error, encode, random::Random};
pub use person::{Landmarks, Person};

use acting::{Acting, Kind as ActingKind};
use camera::Camera;

/// What somebody is asked to do. Left and right are the person's own.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Move {
    Straight,
    Left,
    Right,
    Closer,
    Away,
}

/// What is before the camera, or in its place: a person, or a presentation attack instrument of one of
/// these species (ISO/IEC 30107-3).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Presentation {
    Person,
    /// A flat print that is turned and moved as asked.
    Print,
    /// A face cut out of a print, with holes for the eyes, worn or held before a real room.
    CutOut,
    /// A screen that shows a recording of the person following another challenge.
    Screen,
    /// That recording itself, fed in place of the camera.
    Recorded,
    /// A print bent round, so that its nose comes forward.
    BentPrint,
    /// A photograph that a program animates 300 milliseconds after each instruction, fed in place of
    /// the camera.
    Puppet,
}

impl Presentation {
    pub const ATTACKS: [Self; 6] = [
        Self::Print,
        Self::CutOut,
        Self::Screen,
        Self::Recorded,
        Self::BentPrint,
        Self::Puppet,
    ];

    pub fn name(self) -> &'static str {
        match self {
            Self::Person => "person",
            Self::Print => "print",
            Self::CutOut => "cut-out",
            Self::Screen => "screen with another recording",
            Self::Recorded => "injected clip of another challenge",
            Self::BentPrint => "bent print",
            Self::Puppet => "injected clip that reacts after 300 ms",
        }
    }
}

impl fmt::Display for Presentation {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

/// What to film.
pub struct Take<'a> {
    pub person: &'a Person,
    pub presentation: Presentation,
    /// What is asked for, one step after the other.
    pub steps: &'a [Move],
    /// What recordings that are shown instead were made for.
    pub recorded: &'a [Move],
    pub seed: u64,
}

/// Frames and times of one attempt.
pub struct Clip {
    pub frames: Vec<Frame>,
    /// When each step was shown, in milliseconds from the first.
    pub steps_shown: Vec<u32>,
}

pub struct Frame {
    /// The step that was shown, from 0.
    pub step: usize,
    /// Milliseconds since the first step was shown.
    pub at: u32,
    pub jpeg: Vec<u8>,
}

/// Milliseconds that each step is shown.
const STEP: u32 = 1800;

/// Films an attempt: two frames for each step, one before anybody can have moved, one at its end.
pub fn recording(take: &Take) -> Result<Clip, Error> {
    let random = Random::new(take.seed);
    let mut times = random.fork("times");
    let camera = Camera::draw(&random);
    let scene = Scene::draw(take, &random);
    let mut frames = Vec::new();
    let mut steps_shown = Vec::new();
    for step in 0..take.steps.len() {
        let shown = STEP * step as u32 + times.whole(0, 30);
        steps_shown.push(shown);
        let ends = STEP * (step as u32 + 1);
        for at in [shown + times.whole(110, 190), ends - times.whole(40, 160)] {
            let picture = scene.picture(take, &camera, at, &random);
            frames.push(Frame {
                step,
                at,
                jpeg: encode(&picture, camera.jpeg_quality)?,
            });
        }
    }
    Ok(Clip {
        frames,
        steps_shown,
    })
}

/// Films an attempt whole, a frame every so many milliseconds.
pub fn reel(take: &Take, every: u32) -> Result<Vec<Frame>, Error> {
    let random = Random::new(take.seed);
    let camera = Camera::draw(&random);
    let scene = Scene::draw(take, &random);
    let whole = STEP * take.steps.len() as u32;
    let times = (0..whole).step_by(every.max(1) as usize);
    times
        .map(|at| {
            let picture = scene.picture(take, &camera, at, &random);
            Ok(Frame {
                step: (at / STEP) as usize,
                at,
                jpeg: encode(&picture, camera.jpeg_quality)?,
            })
        })
        .collect()
}

/// What is the same in all frames.
struct Scene {
    acting: Acting,
    /// How a screen is held that shows a recording.
    held: Acting,
    screen: screen::Screen,
    print: flat::Print,
}

impl Scene {
    fn draw(take: &Take, random: &Random) -> Self {
        let (steps, kind) = match take.presentation {
            Presentation::Person => (take.steps, ActingKind::Person),
            Presentation::Print | Presentation::BentPrint => (take.steps, ActingKind::Hand),
            Presentation::Puppet => (take.steps, ActingKind::Program),
            Presentation::CutOut => (take.steps, ActingKind::Mask),
            Presentation::Screen | Presentation::Recorded => (take.recorded, ActingKind::Person),
        };
        Self {
            acting: Acting::draw(steps, STEP, kind, random),
            held: Acting::draw(&[], STEP, ActingKind::Stand, random),
            screen: screen::Screen::draw(random),
            print: flat::Print::draw(random),
        }
    }

    fn picture(&self, take: &Take, camera: &Camera, at: u32, random: &Random) -> RgbImage {
        let pose = self.acting.pose(at);
        let mut view = camera.room(at);
        match take.presentation {
            Presentation::Person | Presentation::Recorded => take.person.show(&mut view, &pose),
            Presentation::Print => self.print.show(&mut view, take.person, &pose),
            Presentation::BentPrint => self.print.show_bent(&mut view, take.person, &pose),
            Presentation::Puppet => puppet::show(&mut view, take.person, &pose),
            Presentation::CutOut => self.print.show_cut_out(&mut view, take.person, &pose),
            Presentation::Screen => {
                take.person.show(&mut view, &pose);
                // What the recording's own camera made of it is what the screen shows.
                let recorded = camera.develop(view, at, random);
                view = camera.other_room(at);
                self.screen
                    .show(&mut view, &recorded, &self.held.pose(at), at);
            }
        }
        camera.develop(view, at, random)
    }
}

#[cfg(test)]
mod tests;
