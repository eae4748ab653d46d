//! Which of the faces in the pictures is the holder's portrait.
//!
//! The largest face is not enough: whoever holds somebody else's document beside their own face, or
//! shows it as the back of their own, would be compared with themselves.

use mrz::Format;
use observation::{DocumentObservation, Face, Point};

use super::{Document, SideMrz};
use crate::{Day, Policy, Side};

/// A page's own portrait lies above its zone, by no more than this share of the zone's length: TD3 has
/// its upper edge 0.64 of it away, TD2 and MRV-B 0.63, MRV-A 0.57 (ICAO 9303-4, -6, -7: the sizes, and a
/// zone of 23.2 mm); the rest is for pages held askew.
const ABOVE_MRZ: f32 = 0.7;
/// How far beyond the zone's ends the portrait's middle may lie, as a share of the zone's length.
const BESIDE_MRZ: f32 = 0.08;

/// The holder's portrait on a document that has everything on one side.
pub fn portrait(seen: &DocumentObservation) -> Option<&Face> {
    // Which century a year means has no bearing on it.
    let thresholds = &Policy::shipped().thresholds;
    let document = Document::of(seen, None, Day::from_unix(0), thresholds);
    document.photo().map(|(_, face)| face)
}

impl<'a> Document<'a> {
    /// The holder's portrait: the largest face where one can be; where photo and data are on one side,
    /// on that side alone, else on the front, else on the back.
    pub(crate) fn photo(&self) -> Option<(Side, &'a Face)> {
        let only = self.side_with_everything();
        let mut sides = self.sides.iter().copied();
        sides.find_map(|(side, seen)| {
            if only.is_some_and(|only| only != side) {
                return None;
            }
            let faces = seen.faces.iter();
            let largest = faces
                .filter(|face| self.can_have_portrait_at(side, seen, centre(face)))
                .max_by(|a, b| a.bounds.area().total_cmp(&b.bounds.area()))?;
            Some((side, largest))
        })
    }

    /// The side that has photo and data together, by the document's layout.
    fn side_with_everything(&self) -> Option<Side> {
        if self.is_known_layout() {
            return self.viz.column.as_ref().map(|column| column.side);
        }
        let mrz = self.mrz.as_ref()?;
        let has_face = |side: Side| {
            let mut sides = self.sides.iter();
            sides.any(|(other, seen)| *other == side && !seen.faces.is_empty())
        };
        match mrz.parsed.format {
            Format::Td3 | Format::MrvA | Format::MrvB => Some(mrz.side),
            // Some cards of this format have the photo on the other side.
            Format::Td2 | Format::FrenchCard => Some(mrz.side).filter(|side| has_face(*side)),
            Format::Td1 => None,
        }
    }

    fn can_have_portrait_at(&self, side: Side, seen: &DocumentObservation, at: Point) -> bool {
        let outline = seen.outline.as_ref();
        if outline.is_some_and(|outline| !outline.corners.contains(at)) {
            return false;
        }
        let column = self.viz.column.as_ref();
        if self.is_known_layout() && column.is_some_and(|column| !column.has_photo_at(at)) {
            return false;
        }
        let mrz = self.mrz.as_ref();
        let mrz = mrz.filter(|mrz| mrz.side == side && mrz.parsed.format != Format::Td1);
        mrz.is_none_or(|mrz| is_above(mrz, at))
    }
}

/// Whether a point lies on the page that the zone is the lower edge of.
fn is_above(mrz: &SideMrz, at: Point) -> bool {
    let Some(first) = mrz.seen.quads.first() else {
        return true;
    };
    let [left, right, ..] = first.0;
    let length = left.distance(right);
    if length.is_nan() || length < 1.0 {
        return true;
    }
    let (cosine, sine) = ((right.x - left.x) / length, (right.y - left.y) / length);
    let (x, y) = (at.x - left.x, at.y - left.y);
    let (along, above) = (
        (x * cosine + y * sine) / length,
        (x * sine - y * cosine) / length,
    );
    (-BESIDE_MRZ..1.0 + BESIDE_MRZ).contains(&along) && (0.0..ABOVE_MRZ).contains(&above)
}

fn centre(face: &Face) -> Point {
    Point {
        x: face.bounds.x + face.bounds.width / 2.0,
        y: face.bounds.y + face.bounds.height / 2.0,
    }
}

#[cfg(test)]
mod tests {
    use identity::{CheckStatus, Verdict};
    use observation::{DocumentObservation, Outline};

    use crate::samples::{
        Sample, european_licence, face, judge, other_photograph, quad, request, selfie,
    };

    const OWNER: usize = 1;
    const STRANGER: usize = 2;

    fn passes(front: &DocumentObservation, back: Option<&DocumentObservation>, who: usize) -> bool {
        let shown = [selfie(vec![other_photograph(&face(who, 400.0))])];
        let outcome = judge(&request(front, back, Some(&shown)));
        let matched = outcome
            .selfie
            .as_ref()
            .is_some_and(|selfie| selfie.status == CheckStatus::Verified);
        assert_eq!(matched, outcome.verdict == Verdict::Verified);
        matched
    }

    fn of_stranger(mut seen: DocumentObservation) -> DocumentObservation {
        seen.picture_sha256 = "another".to_owned();
        seen.faces = vec![face(STRANGER, 330.0)];
        seen
    }

    #[test]
    fn nobody_passes_with_another_s_document_behind_their_own() {
        let own_card = of_stranger(Sample::id_card().front());
        for stolen in [Sample::passport().whole(), european_licence()] {
            assert!(passes(&stolen, None, OWNER));
            assert!(!passes(&own_card, Some(&stolen), STRANGER));
            // Nor where the portrait is covered.
            let mut covered = stolen.clone();
            covered.faces.clear();
            assert!(!passes(&own_card, Some(&covered), STRANGER));
        }
    }

    #[test]
    fn nobody_passes_who_holds_another_s_document_beside_their_own_face() {
        for stolen in [Sample::passport().whole(), european_licence()] {
            for (x, y) in [(60.0, -900.0), (-700.0, 200.0), (1450.0, 200.0)] {
                let mut held = stolen.clone();
                let mut own = face(STRANGER, 500.0);
                (own.bounds.x, own.bounds.y) = (x, y);
                held.faces.push(own);
                assert!(!passes(&held, None, STRANGER), "{x} {y}");
                assert!(passes(&held, None, OWNER), "{x} {y}");
            }
        }
    }

    #[test]
    fn a_face_outside_the_outline_is_no_portrait() {
        let card = Sample::id_card();
        let (mut front, back) = (card.front(), card.back());
        front.outline = Some(Outline {
            corners: quad(20.0, 20.0, 1400.0, 900.0),
            confidence: 0.9,
        });
        let mut own = face(STRANGER, 600.0);
        own.bounds.x = 1200.0;
        front.faces.push(own);
        assert!(!passes(&front, Some(&back), STRANGER));
        assert!(passes(&front, Some(&back), OWNER));
    }
}
