//! Building findings.

use identity::Finding;
use observation::{Quad, Rect};

/// The names of all findings; the decision table speaks of no others.
pub(crate) mod code {
    pub(crate) const DOCUMENT_READ: &str = "document_read";
    pub(crate) const DOCUMENT_TYPE_ALLOWED: &str = "document_type_allowed";
    pub(crate) const DOCUMENT_TYPE_SUPPORTED: &str = "document_type_supported";
    pub(crate) const DECLARED_TYPE: &str = "declared_type";
    pub(crate) const PICTURE_NOT_EDITED: &str = "picture_not_edited";
    pub(crate) const PICTURE_NOT_OF_A_RASTER: &str = "picture_not_of_a_raster";
    pub(crate) const PICTURE_IN_COLOUR: &str = "picture_in_colour";
    pub(crate) const PICTURE_OF_ONE_PIECE: &str = "picture_of_one_piece";
    pub(crate) const ONE_DOCUMENT: &str = "one_document";
    pub(crate) const MRZ_CHECK_DIGITS: &str = "mrz_check_digits";
    pub(crate) const PRINT_AGREEMENT: &str = "print_agreement";
    pub(crate) const PRINT_CONTRADICTION: &str = "print_contradiction";
    pub(crate) const NUMBER_IN_PRINT: &str = "number_in_print";
    pub(crate) const SURNAME_IN_PRINT: &str = "surname_in_print";
    pub(crate) const GIVEN_NAMES_IN_PRINT: &str = "given_names_in_print";
    pub(crate) const BIRTH_DATE_IN_PRINT: &str = "birth_date_in_print";
    pub(crate) const EXPIRY_DATE_IN_PRINT: &str = "expiry_date_in_print";
    pub(crate) const COUNTRY_IN_PRINT: &str = "country_in_print";
    pub(crate) const TEMPLATE_FIELDS: &str = "template_fields";
    pub(crate) const TWO_SOURCES: &str = "two_sources";
    pub(crate) const SIDES_BELONG_TOGETHER: &str = "sides_belong_together";
    pub(crate) const PHOTO_PRESENT: &str = "photo_present";
    pub(crate) const BIRTH_DATE: &str = "birth_date";
    pub(crate) const AGE: &str = "age";
    pub(crate) const EXPIRY_DATE_READ: &str = "expiry_date_read";
    pub(crate) const EXPIRY: &str = "expiry";
    pub(crate) const ISSUER: &str = "issuer";
    pub(crate) const DOCUMENT_HAS_FACE: &str = "document_has_face";
    pub(crate) const SELFIE_HAS_ONE_FACE: &str = "selfie_has_one_face";
    pub(crate) const SELFIE_IS_NOT_THE_DOCUMENT_PICTURE: &str =
        "selfie_is_not_the_document_picture";
    pub(crate) const FACES_MATCH: &str = "faces_match";
    pub(crate) const SELFIE_NOT_OF_A_RASTER: &str = "selfie_not_of_a_raster";
    pub(crate) const SELFIE_SHOWS_A_PERSON: &str = "selfie_shows_a_person";
    pub(crate) const CHALLENGE_IN_TIME: &str = "challenge_in_time";
    pub(crate) const CHALLENGE_FOLLOWED: &str = "challenge_followed";
    pub(crate) const REACTION_PLAUSIBLE: &str = "reaction_plausible";
    pub(crate) const ONE_PERSON_THROUGHOUT: &str = "one_person_throughout";
    pub(crate) const FACE_HAS_DEPTH: &str = "face_has_depth";
    pub(crate) const NO_CUTS: &str = "no_cuts";
    pub(crate) const FRAMES_ARE_NEW: &str = "frames_are_new";
    pub(crate) const NOISE_IS_FRESH: &str = "noise_is_fresh";
    pub(crate) const TIMING_POSSIBLE: &str = "timing_possible";
    pub(crate) const CAMERA_IS_REAL: &str = "camera_is_real";

    pub(crate) const ALL: &[&str] = &[
        DOCUMENT_READ,
        DOCUMENT_TYPE_ALLOWED,
        DOCUMENT_TYPE_SUPPORTED,
        DECLARED_TYPE,
        PICTURE_NOT_EDITED,
        PICTURE_NOT_OF_A_RASTER,
        PICTURE_IN_COLOUR,
        PICTURE_OF_ONE_PIECE,
        ONE_DOCUMENT,
        MRZ_CHECK_DIGITS,
        PRINT_AGREEMENT,
        PRINT_CONTRADICTION,
        NUMBER_IN_PRINT,
        SURNAME_IN_PRINT,
        GIVEN_NAMES_IN_PRINT,
        BIRTH_DATE_IN_PRINT,
        EXPIRY_DATE_IN_PRINT,
        COUNTRY_IN_PRINT,
        TEMPLATE_FIELDS,
        TWO_SOURCES,
        SIDES_BELONG_TOGETHER,
        PHOTO_PRESENT,
        BIRTH_DATE,
        AGE,
        EXPIRY_DATE_READ,
        EXPIRY,
        ISSUER,
        DOCUMENT_HAS_FACE,
        SELFIE_HAS_ONE_FACE,
        SELFIE_IS_NOT_THE_DOCUMENT_PICTURE,
        FACES_MATCH,
        SELFIE_NOT_OF_A_RASTER,
        SELFIE_SHOWS_A_PERSON,
        CHALLENGE_IN_TIME,
        CHALLENGE_FOLLOWED,
        REACTION_PLAUSIBLE,
        ONE_PERSON_THROUGHOUT,
        FACE_HAS_DEPTH,
        NO_CUTS,
        FRAMES_ARE_NEW,
        NOISE_IS_FRESH,
        TIMING_POSSIBLE,
        CAMERA_IS_REAL,
    ];
}

pub(crate) fn passed(code: &str, operator: impl Into<String>) -> Finding {
    Finding {
        code: code.to_owned(),
        passed: true,
        advisory: false,
        operator: operator.into(),
        person: None,
        score: None,
        threshold: None,
        region: None,
    }
}

/// `person` says what happened and what to do; it holds neither scores nor personal data.
pub(crate) fn failed(code: &str, operator: impl Into<String>, person: &str) -> Finding {
    Finding {
        passed: false,
        person: Some(person.to_owned()),
        ..passed(code, operator)
    }
}

pub(crate) trait FindingExt {
    fn scored(self, score: f32, threshold: f32) -> Self;
    fn at(self, picture: &str, area: Rect) -> Self;
    fn advisory(self) -> Self;
}

impl FindingExt for Finding {
    fn scored(self, score: f32, threshold: f32) -> Self {
        Self {
            score: Some(score),
            threshold: Some(threshold),
            ..self
        }
    }

    fn at(self, picture: &str, area: Rect) -> Self {
        let pixels = [area.x, area.y, area.width, area.height];
        Self {
            region: Some((picture.to_owned(), pixels)),
            ..self
        }
    }

    fn advisory(self) -> Self {
        Self {
            advisory: true,
            ..self
        }
    }
}

/// The smallest upright rectangle around all of `quads`.
pub(crate) fn around(quads: &[Quad]) -> Option<Rect> {
    quads.iter().map(Quad::bounds).reduce(|a, b| {
        let (left, top) = (a.x.min(b.x), a.y.min(b.y));
        let right = (a.x + a.width).max(b.x + b.width);
        let bottom = (a.y + a.height).max(b.y + b.height);
        Rect {
            x: left,
            y: top,
            width: right - left,
            height: bottom - top,
        }
    })
}
