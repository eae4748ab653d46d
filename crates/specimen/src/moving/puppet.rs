//! A photograph that is animated: points of one picture are moved as those of a head would be, and
//! nothing is seen in perspective. It stands for what face swaps and animation networks make.

use libm::{cosf, sinf};

use super::acting::Pose;
use super::mesh::{Vertex, View};
use super::person::Person;
use super::relief::Relief;

/// The relief that the animation assumes, whoever it shows.
const RELIEF: Relief = Relief {
    nose: 0.25,
    tip: 0.64,
};
/// From where the camera of the photograph looked.
const DISTANCE: f32 = 8.0;

/// Lays the animated photograph over the view: its size follows the pose, its points are shifted.
pub(super) fn show(view: &mut View, person: &Person, pose: &Pose) {
    let scale = DISTANCE / pose.distance;
    let (sin, cos) = (sinf(pose.yaw), cosf(pose.yaw));
    let (sin_roll, cos_roll) = (sinf(pose.roll), cosf(pose.roll));
    let place = |u: f32, v: f32| {
        let (x, y) = (5.0 * u - 2.5, 7.6 * v - 2.6);
        // The further from the face, the less anything moves.
        let cover = Person::cover(0.8 * x, 0.8 * y);
        let height = RELIEF.height(x, y).max(-1.0) + 1.3;
        let turned = x * cos + height * sin - 0.35 * sin;
        let across = x + (turned - x) * cover;
        let down = y + 0.3 * pose.pitch * height * cover;
        let (x_now, y_now) = (
            across * cos_roll - down * sin_roll,
            across * sin_roll + down * cos_roll,
        );
        let at = [scale * (x_now + pose.x), scale * (y_now + pose.y), DISTANCE];
        Vertex { at, on: (x, y) }
    };
    view.surface((84, 120), place, |x, y| (person.colour(x, y), 1.0));
}
