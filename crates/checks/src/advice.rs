//! What to tell a person about a picture before anything is submitted.

use observation::{DocumentObservation, Face, FaceQuality, Quality, SelfieObservation};
use serde::Serialize;

use crate::document::Document;
use crate::kind::Kind;
use crate::policy::Thresholds;
use crate::several::shows_several;
use crate::template::Template;
use crate::{Day, Policy, Side};

/// Why a picture should be taken again; title and body are for the person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
pub struct Advice {
    /// A fixed name.
    pub code: &'static str,
    pub title: &'static str,
    pub body: &'static str,
}

/// Height of a face on a document that fills its picture, as a share of the picture's longer side.
const LARGEST_PHOTO: f64 = 0.3;

const NO_DOCUMENT: Advice = Advice {
    code: "no_document",
    title: "We can't see a document",
    body: "Put your document on a dark, even surface, fill the picture with it, and try again.",
};
const DARK: Advice = Advice {
    code: "dark",
    title: "The picture is too dark",
    body: "Turn on a light or go to a window, and try again.",
};
const GLARE: Advice = Advice {
    code: "glare",
    title: "Light hides part of the document",
    body: "Tilt the document a little until the light spots are gone, and try again.",
};
const BLURRY: Advice = Advice {
    code: "blurry",
    title: "The picture is blurry",
    body: "Hold still until the camera has focused, in good light, and try again.",
};
const TOO_SMALL: Advice = Advice {
    code: "too_small",
    title: "The picture is too small",
    body: "Use the camera's full picture, not a preview or a cut-out, and try again.",
};
const CUT_OFF: Advice = Advice {
    code: "cut_off",
    title: "Part of the document is outside the picture",
    body: "Move a little away until all four corners are in the picture, and try again.",
};
const SEVERAL_DOCUMENTS: Advice = Advice {
    code: "several_documents",
    title: "There is more than one document",
    body: "Show one side of one document, put everything else aside, and try again.",
};
const BACK_FOR_FRONT: Advice = Advice {
    code: "wrong_side",
    title: "This is the back",
    body: "Turn the card to the side with your photo, and try again.",
};
const FRONT_FOR_BACK: Advice = Advice {
    code: "wrong_side",
    title: "This is the front",
    body: "Turn the card to the side without the large photo, and try again.",
};
const NO_LINES: Advice = Advice {
    code: "mrz_not_visible",
    title: "The lower lines are missing",
    body: "Show the whole page with your photo, down to the two lines of letters and < signs, and \
           try again.",
};
const NO_FACE: Advice = Advice {
    code: "no_face",
    title: "We can't see your face",
    body: "Look straight into the camera, with your whole face in the picture, and try again.",
};
const SEVERAL_FACES: Advice = Advice {
    code: "several_faces",
    title: "There are several faces",
    body: "Make sure that only you are in the picture, and try again.",
};
const FACE_FAR_AWAY: Advice = Advice {
    code: "face_far_away",
    title: "Your face is too far away",
    body: "Come closer until your face fills most of the picture, and try again.",
};
const FACE_TURNED: Advice = Advice {
    code: "face_turned",
    title: "Your head is turned",
    body: "Look straight into the camera, and try again.",
};
const FACE_BURNT_OUT: Advice = Advice {
    code: "face_burnt_out",
    title: "Light hides part of your face",
    body: "Turn away from the lamp or the sun until your face is lit evenly, and try again.",
};

/// What is wrong with the picture of a document's side; `None` where it is good enough. A picture
/// whose machine readable zone or barcode was read is sharp, bright and whole enough.
pub fn advice(side: Side, seen: &DocumentObservation) -> Option<Advice> {
    let thresholds = &Policy::shipped().thresholds;
    // Which century a year means has no bearing on advice.
    let document = Document::of(seen, None, Day::from_unix(0), thresholds);
    let zone = document.zone.as_ref();
    let read = zone.is_some_and(|zone| zone.mrz.valid()) || document.barcode.is_some();
    if shows_several(seen, thresholds) {
        return Some(SEVERAL_DOCUMENTS);
    }
    if let Some(advice) = wrong_side(side, seen, &document) {
        return Some(advice);
    }
    if read {
        return None;
    }
    let empty = seen.lines.is_empty() && seen.barcodes.is_empty() && zone.is_none();
    poor_document(seen, thresholds)
        .or_else(|| {
            // Where a photo shows and nothing can be read, there is a document out of focus.
            let photo = side == Side::Front && shows_a_photo(seen);
            empty.then_some(if photo { BLURRY } else { NO_DOCUMENT })
        })
        .or_else(|| {
            let passport = side == Side::Front && document.kind == Some(Kind::Passport);
            (passport && zone.is_none()).then_some(NO_LINES)
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
        [] => poor(&seen.quality, thresholds, thresholds.selfie_long_side).or(Some(NO_FACE)),
        [(first, _), (second, _), ..] if second / first >= thresholds.second_face => {
            Some(SEVERAL_FACES)
        }
        [(_, face), ..] => face
            .quality
            .and_then(|quality| poor_face(&quality, thresholds)),
    }
}

/// What keeps a face from being compared, what matters most first.
fn poor_face(quality: &FaceQuality, thresholds: &Thresholds) -> Option<Advice> {
    if quality.inter_eye_distance < thresholds.face_inter_eye_distance {
        Some(FACE_FAR_AWAY)
    } else if quality.highlights < thresholds.face_highlights {
        Some(DARK)
    } else if quality.burnt_out > thresholds.face_burnt_out {
        Some(FACE_BURNT_OUT)
    } else if quality.yaw.abs() > thresholds.face_yaw || quality.pitch.abs() > thresholds.face_pitch
    {
        Some(FACE_TURNED)
    } else if quality
        .sharpness
        .is_some_and(|sharpness| sharpness < thresholds.face_sharpness)
    {
        Some(BLURRY)
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
    let all_on_one_side = document.zone.as_ref().is_some_and(|zone| {
        zone.mrz.format == mrz::Format::Td2 && zone.mrz.valid() && document.photo().is_some()
    });
    Template::has_back(document.kind) && !all_on_one_side && !document.is_known_layout()
}

fn wrong_side(side: Side, seen: &DocumentObservation, document: &Document) -> Option<Advice> {
    let card_zone = document
        .zone
        .as_ref()
        .is_some_and(|zone| zone.mrz.format == mrz::Format::Td1);
    // A back may have a small second picture of the holder.
    let large_photo = document
        .photo()
        .is_some_and(|(_, face)| face.bounds.height > 0.2 * seen.height as f32);
    match side {
        Side::Front if (card_zone || document.barcode.is_some()) && seen.faces.is_empty() => {
            Some(BACK_FOR_FRONT)
        }
        Side::Back if large_photo && document.zone.is_none() && seen.barcodes.is_empty() => {
            Some(FRONT_FOR_BACK)
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
        Some(TOO_SMALL)
    } else if quality.brightness < thresholds.document_brightness {
        Some(DARK)
    } else if quality.glare > thresholds.document_glare {
        Some(GLARE)
    } else if quality
        .sharpness
        .is_some_and(|sharpness| sharpness < thresholds.document_sharpness)
    {
        Some(BLURRY)
    } else if quality.cut_off > thresholds.cut_off || quality.cut_lines > thresholds.cut_lines {
        Some(CUT_OFF)
    } else {
        None
    }
}

fn poor(quality: &Quality, thresholds: &Thresholds, long_side: u32) -> Option<Advice> {
    if quality.long_side < long_side {
        Some(TOO_SMALL)
    } else if quality.brightness < thresholds.brightness {
        Some(DARK)
    } else if quality.glare > thresholds.glare {
        Some(GLARE)
    } else if quality.sharpness < thresholds.sharpness {
        Some(BLURRY)
    } else {
        None
    }
}

#[cfg(test)]
mod tests {
    use observation::{DocumentQuality, Outline};

    use super::*;
    use crate::samples::{Sample, blank, face, line, quad, selfie};

    fn code(side: Side, seen: &DocumentObservation) -> Option<&'static str> {
        advice(side, seen).map(|advice| advice.code)
    }

    #[test]
    fn good_pictures_need_no_advice() {
        let (passport, card) = (Sample::passport(), Sample::id_card());
        assert_eq!(code(Side::Front, &passport.whole()), None);
        assert_eq!(code(Side::Front, &card.front()), None);
        assert_eq!(code(Side::Back, &card.back()), None);
        assert_eq!(selfie_advice(&selfie(vec![face(1, 300.0)])), None);
    }

    #[test]
    fn each_flaw_has_its_advice() {
        let flawed = |change: fn(&mut DocumentObservation)| {
            let mut picture = Sample::id_card().front();
            change(&mut picture);
            code(Side::Front, &picture)
        };
        assert_eq!(flawed(|p| p.quality.sharpness = 2.0), Some("blurry"));
        assert_eq!(flawed(|p| p.quality.brightness = 0.05), Some("dark"));
        assert_eq!(flawed(|p| p.quality.glare = 0.5), Some("glare"));
        assert_eq!(flawed(|p| p.quality.long_side = 320), Some("too_small"));
        assert_eq!(code(Side::Front, &blank("")), Some("no_document"));
        let mut photo_alone = blank("");
        photo_alone.faces = vec![face(1, 300.0)];
        assert_eq!(code(Side::Front, &photo_alone), Some("blurry"));
        photo_alone.faces = vec![face(1, 900.0)];
        assert_eq!(code(Side::Front, &photo_alone), Some("no_document"));
        assert_eq!(selfie_advice(&selfie(vec![])).unwrap().code, "no_face");
        let two = selfie(vec![face(1, 300.0), face(2, 290.0)]);
        assert_eq!(selfie_advice(&two).unwrap().code, "several_faces");
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
            selfie_advice(&selfie(vec![face(2, 60.0), seen])).map(|advice| advice.code)
        };
        assert_eq!(flawed(|_| {}), None);
        assert_eq!(
            flawed(|q| q.inter_eye_distance = 12.0),
            Some("face_far_away")
        );
        assert_eq!(flawed(|q| q.yaw = -50.0), Some("face_turned"));
        assert_eq!(flawed(|q| q.pitch = 45.0), Some("face_turned"));
        assert_eq!(flawed(|q| q.highlights = 0.1), Some("dark"));
        assert_eq!(flawed(|q| q.burnt_out = 0.4), Some("face_burnt_out"));
        assert_eq!(flawed(|q| q.sharpness = Some(0.1)), Some("blurry"));
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
            code(Side::Front, &picture)
        };
        assert_eq!(flawed(|_| {}), None);
        assert_eq!(flawed(|q| q.brightness = 0.05), Some("dark"));
        assert_eq!(flawed(|q| q.glare = 0.1), Some("glare"));
        assert_eq!(flawed(|q| q.sharpness = Some(0.05)), Some("blurry"));
        assert_eq!(flawed(|q| q.cut_off = 0.1), Some("cut_off"));
        assert_eq!(flawed(|q| q.cut_lines = 5), Some("cut_off"));
    }

    #[test]
    fn a_zone_that_was_read_outweighs_poor_quality() {
        let mut picture = Sample::passport().whole();
        picture.quality.sharpness = 2.0;
        picture.document_quality = Some(DocumentQuality {
            cut_off: 0.2,
            ..fine()
        });
        assert_eq!(code(Side::Front, &picture), None);
    }

    #[test]
    fn several_documents_are_told_although_one_is_read() {
        let mut picture = Sample::passport().whole();
        picture.other_outlines = vec![Outline {
            corners: quad(0.0, 0.0, 300.0, 200.0),
            confidence: 0.9,
        }];
        assert_eq!(code(Side::Front, &picture), Some("several_documents"));
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
        assert_eq!(code(Side::Front, &card.back()), Some("wrong_side"));
        assert_eq!(code(Side::Back, &card.front()), Some("wrong_side"));
        let mut page = blank("page");
        page.lines = vec![line("PASSPORT", 0.0, 0.0, 30.0, 0.99)];
        assert_eq!(code(Side::Front, &page), Some("mrz_not_visible"));
    }

    #[test]
    fn passports_have_no_back() {
        assert!(!needs_back(&Sample::passport().whole()));
        assert!(needs_back(&Sample::id_card().front()));
        assert!(needs_back(&blank("")));
        let mut single = Sample::id_card();
        single.zone.format = mrz::Format::Td2;
        assert!(!needs_back(&single.whole()));
    }
}
