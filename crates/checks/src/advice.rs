//! What to tell a person about a picture before anything is submitted.

use observation::{DocumentObservation, Face, FaceQuality, Quality, SelfieObservation};

use crate::check::is_saved_anew;
use crate::document::Document;
use crate::kind::Kind;
use crate::policy::Thresholds;
use crate::several::shows_several;
use crate::template::Template;
use crate::{Day, Policy, Side};

macro_rules! advice {
    ($($(#[$meta:meta])* $variant:ident = $name:literal),+ $(,)?) => {
        /// Why a picture should be taken again. The sentence for the person stands in the files of
        /// messages, by the advice's name.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Advice { $($(#[$meta])* $variant),+ }

        impl Advice {
            /// Every piece of advice, in the order of declaration.
            pub const ALL: &[Self] = &[$(Self::$variant),+];

            /// Name by which the files of messages and the protocol know it.
            pub fn as_str(self) -> &'static str {
                match self { $(Self::$variant => $name),+ }
            }
        }
    };
}

advice! {
    /// Nothing can be read, and no photo of a document shows.
    NoDocument = "no_document",
    /// Luma below the policy's, of the document or of the face.
    Dark = "dark",
    /// Light spots burn out more of the document than the policy lets them.
    Glare = "glare",
    /// Text or face are less sharp than the policy asks.
    Blurry = "blurry",
    /// The longer side of the picture has fewer pixels than the policy asks.
    TooSmall = "too_small",
    /// A corner lies outside of the picture, or lines of text end at its border.
    CutOff = "cut_off",
    /// A program for viewing or correcting pictures saved it anew.
    SavedAnew = "saved_anew",
    /// More than one document shows.
    SeveralDocuments = "several_documents",
    /// The front was asked for, and the back shows.
    BackForFront = "back_for_front",
    /// The back was asked for, and the front shows.
    FrontForBack = "front_for_back",
    /// The page of a passport without the lines below it.
    MrzNotVisible = "mrz_not_visible",
    /// A selfie in which no face was found.
    NoFace = "no_face",
    /// A selfie with a second face of nearly the same size.
    SeveralFaces = "several_faces",
    /// Too few pixels between the eyes.
    FaceFarAway = "face_far_away",
    /// The face looks too far to a side, up or down.
    FaceTurned = "face_turned",
    /// Too much of the face is white with light.
    FaceBurntOut = "face_burnt_out",
}

/// Height of a face on a document that fills its picture, as a share of the picture's longer side.
const LARGEST_PHOTO: f64 = 0.3;

/// What is wrong with the picture of one side of a document; `None` where it is good enough. Quality is
/// not asked of a picture whose machine readable zone or barcode was read.
pub fn advice(side: Side, seen: &DocumentObservation) -> Option<Advice> {
    let thresholds = &Policy::shipped().thresholds;
    // Which century a year means has no bearing on advice.
    let document = Document::of(seen, None, Day::from_unix(0), thresholds);
    let mrz = document.mrz.as_ref();
    let read = mrz.is_some_and(|mrz| mrz.parsed.valid()) || document.barcode.is_some();
    if shows_several(seen, thresholds) {
        return Some(Advice::SeveralDocuments);
    }
    if let Some(advice) = wrong_side(side, seen, &document) {
        return Some(advice);
    }
    if is_saved_anew(seen) {
        return Some(Advice::SavedAnew);
    }
    if read {
        return None;
    }
    let empty = seen.lines.is_empty() && seen.barcodes.is_empty() && mrz.is_none();
    poor_document(seen, thresholds)
        .or_else(|| {
            // Where a photo shows and nothing can be read, there is a document out of focus.
            let photo = side == Side::Front && shows_a_photo(seen);
            empty.then_some(if photo {
                Advice::Blurry
            } else {
                Advice::NoDocument
            })
        })
        .or_else(|| {
            let passport = side == Side::Front && document.kind == Some(Kind::Passport);
            (passport && mrz.is_none()).then_some(Advice::MrzNotVisible)
        })
}

/// Whether the largest face is as small as those on documents are, which leave room for print.
fn shows_a_photo(seen: &DocumentObservation) -> bool {
    let height = f64::from(seen.width.max(seen.height)) * LARGEST_PHOTO;
    seen.faces
        .first()
        .is_some_and(|face| f64::from(face.bounds.height) < height)
}

/// What is wrong with a selfie; `None` where it is good enough.
pub fn selfie_advice(seen: &SelfieObservation) -> Option<Advice> {
    let thresholds = &Policy::shipped().thresholds;
    let mut faces: Vec<(f32, &Face)> = seen
        .faces
        .iter()
        .map(|face| (face.bounds.area(), face))
        .collect();
    faces.sort_by(|a, b| b.0.total_cmp(&a.0));
    match faces.as_slice() {
        [] => poor(&seen.quality, thresholds, thresholds.selfie_long_side).or(Some(Advice::NoFace)),
        [(first, _), (second, _), ..] if second / first >= thresholds.second_face => {
            Some(Advice::SeveralFaces)
        }
        [(_, face), ..] => face
            .quality
            .and_then(|quality| poor_face(&quality, thresholds)),
    }
}

/// What keeps a face from being compared, what matters most first.
fn poor_face(quality: &FaceQuality, thresholds: &Thresholds) -> Option<Advice> {
    if quality.inter_eye_distance < thresholds.face_inter_eye_distance {
        Some(Advice::FaceFarAway)
    } else if quality.highlights < thresholds.face_highlights {
        Some(Advice::Dark)
    } else if quality.burnt_out > thresholds.face_burnt_out {
        Some(Advice::FaceBurntOut)
    } else if quality.yaw.abs() > thresholds.face_yaw || quality.pitch.abs() > thresholds.face_pitch
    {
        Some(Advice::FaceTurned)
    } else if quality
        .sharpness
        .is_some_and(|sharpness| sharpness < thresholds.face_sharpness)
    {
        Some(Advice::Blurry)
    } else {
        None
    }
}

/// Whether the document has a back worth asking for. Passports and visas have none, nor does a
/// card that has photo and machine readable zone on one side, nor one that print alone can prove.
pub fn needs_back(front: &DocumentObservation) -> bool {
    let document = Document::of(
        front,
        None,
        Day::from_unix(0),
        &Policy::shipped().thresholds,
    );
    let all_on_one_side = document.mrz.as_ref().is_some_and(|mrz| {
        mrz.parsed.format == mrz::Format::Td2 && mrz.parsed.valid() && document.photo().is_some()
    });
    Template::has_back(document.kind) && !all_on_one_side && !document.is_known_layout()
}

fn wrong_side(side: Side, seen: &DocumentObservation, document: &Document) -> Option<Advice> {
    let card_mrz = document
        .mrz
        .as_ref()
        .is_some_and(|mrz| mrz.parsed.format == mrz::Format::Td1);
    // A back may have a small second picture of the holder.
    let large_photo = document
        .photo()
        .is_some_and(|(_, face)| face.bounds.height > 0.2 * seen.height as f32);
    match side {
        Side::Front if (card_mrz || document.barcode.is_some()) && seen.faces.is_empty() => {
            Some(Advice::BackForFront)
        }
        Side::Back if large_photo && document.mrz.is_none() && seen.barcodes.is_empty() => {
            Some(Advice::FrontForBack)
        }
        _ => None,
    }
}

/// What is wrong with the document itself where it was found, else with the whole picture.
fn poor_document(seen: &DocumentObservation, thresholds: &Thresholds) -> Option<Advice> {
    let Some(quality) = &seen.document_quality else {
        return poor(&seen.quality, thresholds, thresholds.document_long_side);
    };
    if seen.quality.long_side < thresholds.document_long_side {
        Some(Advice::TooSmall)
    } else if quality.brightness < thresholds.document_brightness {
        Some(Advice::Dark)
    } else if quality.glare > thresholds.document_glare {
        Some(Advice::Glare)
    } else if quality
        .sharpness
        .is_some_and(|sharpness| sharpness < thresholds.document_sharpness)
    {
        Some(Advice::Blurry)
    } else if quality.cut_off > thresholds.cut_off || quality.cut_lines > thresholds.cut_lines {
        Some(Advice::CutOff)
    } else {
        None
    }
}

fn poor(quality: &Quality, thresholds: &Thresholds, long_side: u32) -> Option<Advice> {
    if quality.long_side < long_side {
        Some(Advice::TooSmall)
    } else if quality.brightness < thresholds.brightness {
        Some(Advice::Dark)
    } else if quality.glare > thresholds.glare {
        Some(Advice::Glare)
    } else if quality.sharpness < thresholds.sharpness {
        Some(Advice::Blurry)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use std::num::NonZeroU32;

    use observation::{Basis, DocumentQuality, Outline, Signal};

    use super::*;
    use crate::samples::{Sample, blank, face, line, quad, selfie};

    #[test]
    fn good_pictures_need_no_advice() {
        let (passport, card) = (Sample::passport(), Sample::id_card());
        assert_eq!(advice(Side::Front, &passport.whole()), None);
        assert_eq!(advice(Side::Front, &card.front()), None);
        assert_eq!(advice(Side::Back, &card.back()), None);
        assert_eq!(selfie_advice(&selfie(vec![face(1, 300.0)])), None);
    }

    #[test]
    fn each_flaw_has_its_advice() {
        let flawed = |change: fn(&mut DocumentObservation)| {
            let mut picture = Sample::id_card().front();
            change(&mut picture);
            advice(Side::Front, &picture)
        };
        assert_eq!(flawed(|p| p.quality.sharpness = 2.0), Some(Advice::Blurry));
        assert_eq!(flawed(|p| p.quality.brightness = 0.05), Some(Advice::Dark));
        assert_eq!(flawed(|p| p.quality.glare = 0.5), Some(Advice::Glare));
        assert_eq!(
            flawed(|p| p.quality.long_side = 320),
            Some(Advice::TooSmall)
        );
        assert_eq!(advice(Side::Front, &blank("")), Some(Advice::NoDocument));
        let mut photo_alone = blank("");
        photo_alone.faces = vec![face(1, 300.0)];
        assert_eq!(advice(Side::Front, &photo_alone), Some(Advice::Blurry));
        photo_alone.faces = vec![face(1, 900.0)];
        assert_eq!(advice(Side::Front, &photo_alone), Some(Advice::NoDocument));
        assert_eq!(selfie_advice(&selfie(vec![])), Some(Advice::NoFace));
        let two = selfie(vec![face(1, 300.0), face(2, 290.0)]);
        assert_eq!(selfie_advice(&two), Some(Advice::SeveralFaces));
    }

    #[test]
    fn each_flaw_of_a_face_has_its_advice() {
        let flawed = |change: fn(&mut FaceQuality)| {
            let mut quality = FaceQuality {
                inter_eye_distance: 120.0,
                yaw: -12.0,
                pitch: 8.0,
                roll: 20.0,
                sharpness: Some(0.6),
                highlights: 0.8,
                burnt_out: 0.0,
            };
            change(&mut quality);
            let mut seen = face(1, 300.0);
            seen.quality = Some(quality);
            selfie_advice(&selfie(vec![face(2, 60.0), seen]))
        };
        assert_eq!(flawed(|_| {}), None);
        assert_eq!(
            flawed(|q| q.inter_eye_distance = 12.0),
            Some(Advice::FaceFarAway)
        );
        assert_eq!(flawed(|q| q.yaw = -50.0), Some(Advice::FaceTurned));
        assert_eq!(flawed(|q| q.pitch = 45.0), Some(Advice::FaceTurned));
        assert_eq!(flawed(|q| q.highlights = 0.1), Some(Advice::Dark));
        assert_eq!(flawed(|q| q.burnt_out = 0.4), Some(Advice::FaceBurntOut));
        assert_eq!(flawed(|q| q.sharpness = Some(0.1)), Some(Advice::Blurry));
        assert_eq!(flawed(|q| q.sharpness = None), None);
    }

    #[test]
    fn the_document_is_judged_where_it_was_found() {
        let flawed = |change: fn(&mut DocumentQuality)| {
            let mut picture = Sample::id_card().front();
            let mut quality = fine();
            change(&mut quality);
            picture.document_quality = Some(quality);
            // Neither a dark table nor a white wall matters then.
            picture.quality.brightness = 0.05;
            picture.quality.glare = 0.5;
            advice(Side::Front, &picture)
        };
        assert_eq!(flawed(|_| {}), None);
        assert_eq!(flawed(|q| q.brightness = 0.05), Some(Advice::Dark));
        assert_eq!(flawed(|q| q.glare = 0.1), Some(Advice::Glare));
        assert_eq!(flawed(|q| q.sharpness = Some(0.05)), Some(Advice::Blurry));
        assert_eq!(flawed(|q| q.cut_off = 0.1), Some(Advice::CutOff));
        assert_eq!(flawed(|q| q.cut_lines = 5), Some(Advice::CutOff));
    }

    #[test]
    fn a_zone_that_was_read_outweighs_poor_quality() {
        let mut picture = Sample::passport().whole();
        picture.quality.sharpness = 2.0;
        picture.document_quality = Some(DocumentQuality {
            cut_off: 0.2,
            ..fine()
        });
        assert_eq!(advice(Side::Front, &picture), None);
    }

    #[test]
    fn several_documents_are_told_although_one_is_read() {
        let mut picture = Sample::passport().whole();
        picture.other_outlines = vec![Outline {
            corners: quad(0.0, 0.0, 300.0, 200.0),
            confidence: 0.9,
        }];
        assert_eq!(
            advice(Side::Front, &picture),
            Some(Advice::SeveralDocuments)
        );
    }

    #[test]
    fn what_a_viewer_saved_is_taken_again_although_it_is_read() {
        let mut picture = Sample::passport().whole();
        picture.authenticity = vec![Signal {
            signal: "saved_anew".to_owned(),
            score: Some(1.0),
            threshold: 0.5,
            basis: Basis::Real {
                folder: "others".to_owned(),
                genuine: NonZeroU32::MIN,
                attacks: 0,
            },
            reason: "What was seen.".to_owned(),
            region: None,
        }];
        assert_eq!(advice(Side::Front, &picture), Some(Advice::SavedAnew));
    }

    fn fine() -> DocumentQuality {
        DocumentQuality {
            sharpness: Some(0.9),
            brightness: 0.6,
            glare: 0.0,
            cut_off: 0.0,
            cut_lines: 0,
        }
    }

    #[test]
    fn the_wrong_side_is_told() {
        let card = Sample::id_card();
        assert_eq!(
            advice(Side::Front, &card.back()),
            Some(Advice::BackForFront)
        );
        assert_eq!(
            advice(Side::Back, &card.front()),
            Some(Advice::FrontForBack)
        );
        let mut page = blank("page");
        page.lines = vec![line("PASSPORT", 0.0, 0.0, 30.0, 0.99)];
        assert_eq!(advice(Side::Front, &page), Some(Advice::MrzNotVisible));
    }

    #[test]
    fn passports_have_no_back() {
        assert!(!needs_back(&Sample::passport().whole()));
        assert!(needs_back(&Sample::id_card().front()));
        assert!(needs_back(&blank("")));
        let mut single = Sample::id_card();
        single.mrz.format = mrz::Format::Td2;
        assert!(!needs_back(&single.whole()));
    }
}
