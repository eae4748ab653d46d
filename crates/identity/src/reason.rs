//! Why something was not verified and what to do about it, as codes with parameters.
//!
//! The API shows the English sentence that stands here. The verification page looks the code up in the
//! language of the person.

mod stored;

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

use crate::DocumentType;

/// `plain` are reasons that are always said alike, each with its code and its English sentence. `with`
/// are those with a parameter, each with a function that says it in English and one that lists every
/// value of the parameter.
macro_rules! reasons {
    (
        plain { $($(#[$plain_meta:meta])* $plain:ident = $code:literal, $english:literal;)+ }
        with { $($(#[$meta:meta])* $with:ident { $(#[$parameter_meta:meta])* $parameter:ident: $type:ty } = $with_code:literal, $said:path, $every:path;)+ }
    ) => {
        /// Why something was not verified, and what the person can do about it. Never holds personal
        /// data.
        #[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
        #[serde(tag = "code", remote = "Self")]
        pub enum Reason {
            $(#[doc = $english] $(#[$plain_meta])* #[serde(rename = $code)] $plain,)+
            $($(#[$meta])* #[serde(rename = $with_code)] $with { $(#[$parameter_meta])* $parameter: $type },)+
            /// A sentence that a version without codes kept, where no reason here has it.
            #[serde(skip)]
            Sentence(String),
        }

        impl Reason {
            /// Every reason that there is, with every value of its parameter.
            pub fn all() -> impl Iterator<Item = Self> {
                let all = [$(Self::$plain),+].into_iter();
                $(let all = all.chain($every().into_iter().map(|$parameter| Self::$with { $parameter }));)+
                all
            }

            /// The reason's fixed name; `None` for a [`Reason::Sentence`].
            pub fn code(&self) -> Option<&'static str> {
                match self {
                    $(Self::$plain => Some($code),)+
                    $(Self::$with { .. } => Some($with_code),)+
                    Self::Sentence(_) => None,
                }
            }

            /// The sentence that the API shows.
            pub fn english(&self) -> Cow<'_, str> {
                match self {
                    $(Self::$plain => Cow::Borrowed($english),)+
                    $(Self::$with { $parameter } => Cow::Owned($said($parameter)),)+
                    Self::Sentence(sentence) => Cow::Borrowed(sentence),
                }
            }
        }
    };
}

reasons! {
    plain {
        ConsentDeclined = "consent_declined",
            "The person did not agree to the use of their pictures.";
        PredefinedFailure = "predefined_failure",
            "This is a predefined failure of test mode. Try again.";
        Abandoned = "abandoned",
            "The verification was begun and not finished. Please begin again.";
        NotChecked = "not_checked",
            "Your pictures could not be checked this time. Please try again.";

        DocumentUnreadable = "document_unreadable",
            "We could not read your document. Take a new picture in good light.";
        DocumentUnreadableToTheEdges = "document_unreadable_to_the_edges",
            "We could not read your document. Take a new picture in good light, from edge to edge.";
        DocumentNotRecognised = "document_not_recognised",
            "We could not read your document. Put it on a dark, even surface, hold the camera right above \
             it in good light, and take a new picture.";
        DocumentPartlyUnreadable = "document_partly_unreadable",
            "We could not read everything on your document. Take a new picture of each side in good \
             light, from edge to edge.";
        LicencePartlyUnreadable = "licence_partly_unreadable",
            "We could not read everything on your licence. Put it on an even surface, fill the picture \
             with it, avoid light spots, and take a new picture of the side with your photo.";
        CardUnreadable = "card_unreadable",
            "We could not read your card. Take a new picture of each side in good light.";
        MrzUnreadable = "mrz_unreadable",
            "We could not read the lines of letters and < signs on your document. Keep them free of light \
             spots and fingers, hold still, and take a new picture.";
        PrintedPartUnreadable = "printed_part_unreadable",
            "We could not read the printed part of your document. Hold the camera closer, avoid light \
             spots, and take a new picture.";
        NumberUnreadable = "number_unreadable",
            "We could not read the number printed on your document. Hold the camera closer, avoid light \
             spots and fingers, and take a new picture.";
        SurnameUnreadable = "surname_unreadable",
            "We could not read the surname printed on your document. Hold the camera closer, avoid light \
             spots and fingers, and take a new picture.";
        GivenNamesUnreadable = "given_names_unreadable",
            "We could not read the given names printed on your document. Hold the camera closer, avoid \
             light spots and fingers, and take a new picture.";
        BirthDateUnreadable = "birth_date_unreadable",
            "We could not read your date of birth. Avoid light spots and take a new picture.";
        ExpiryDateUnreadable = "expiry_date_unreadable",
            "We could not read until when your document is valid. Avoid light spots and take a new picture.";
        CountryUnreadable = "country_unreadable",
            "We could not read which country your document is from. Show all of it, avoid light spots and \
             fingers, and take a new picture.";
        Contradiction = "contradiction",
            "We read different things in two places of your document. Wipe it clean, avoid light spots, \
             and take a new picture.";

        DocumentKindUnknown = "document_kind_unknown",
            "We don't know this kind of document. Use a passport or an identity card.";
        VisaShown = "visa_shown",
            "A visa doesn't prove who you are. Show the page of your passport that has your photo.";
        OtherDocumentThanChosen = "other_document_than_chosen",
            "This is another document than you chose. Choose again, or show the one you chose.";
        Specimen = "specimen",
            "This is a sample, not a real document. Use your own.";
        DocumentExpired = "document_expired",
            "Your document has expired. Use one that is still valid.";
        BirthDateImpossible = "birth_date_impossible",
            "The date of birth on your document can't be right. Take a new picture in good light; if it \
             fails again, use another document.";
        LicenceDatesImpossible = "licence_dates_impossible",
            "The dates on your licence can't be right. Take a new picture in good light; if it fails \
             again, use another document.";
        TooYoung = "too_young",
            "You are too young to be verified here. Ask the company that sent you for another way.";

        LicenceOtherSideMissing = "licence_other_side_missing",
            "We need the other side of your licence too. Take a picture of it.";
        CardOtherSideMissing = "card_other_side_missing",
            "We need the other side of your card too. Take a picture of it.";
        BarcodeMissing = "barcode_missing",
            "We could not find a barcode that we can read on your licence. Take a new picture of the back \
             in good light, or use a passport or an identity card instead.";
        CardMrzMissing = "card_mrz_missing",
            "We could not find the lines of letters and < signs on your card. Take a new picture of both \
             sides, each from edge to edge.";
        PageMrzMissing = "page_mrz_missing",
            "We could not find the two lines of letters and < signs. Show the whole page with your photo, \
             down to its lower edge.";
        LicencePhotoMissing = "licence_photo_missing",
            "We could not find the photo beside the lines of your licence. Show the whole side, free of \
             light spots and fingers, and take a new picture.";
        PhotoMissing = "photo_missing",
            "We could not find your photo on the document. Show the side with the photo, free of light \
             spots and fingers, and take a new picture.";
        SeveralDocuments = "several_documents",
            "The picture shows more than one document. Show one side of one document in each picture.";
        SidesOfDifferentCards = "sides_of_different_cards",
            "The two pictures don't seem to show the same card. Take a picture of the front and one of \
             the back of one card.";
        SameSideTwice = "same_side_twice",
            "Both pictures show the same side. Take one of the front and one of the back.";
        PageGivenAsBack = "page_given_as_back",
            "The picture of the back shows a page with a photo and two lines of letters. If that is your \
             document, take its picture as the front; otherwise show the back of your card.";

        PictureOfScreen = "picture_of_screen",
            "Take a picture of the document itself, not of a screen or a printed copy.";
        PictureOfCopy = "picture_of_copy",
            "Take a picture of the document itself, not of a copy in black and white.";
        PictureEdited = "picture_edited",
            "Send the picture as your camera took it: not a screenshot, and not changed with a program.";
        PictureSavedAnew = "picture_saved_anew",
            "Take a new picture of the document and send it as your camera took it: this one was saved \
             again by another program.";
        PicturePasted = "picture_pasted",
            "Take a new picture of the document and send it as your camera took it, with nothing covered \
             or added.";

        NoFace = "no_face",
            "We could not see your face. Look into the camera in good light, with your whole face in the \
             picture, and take a new selfie.";
        SeveralFaces = "several_faces",
            "There is more than one face in the picture. Take a new selfie alone.";
        FacesNotCompared = "faces_not_compared",
            "We could not compare your face with the photo. Take a new selfie in good light.";
        FaceMismatch = "face_mismatch",
            "Your selfie doesn't match the photo on your document. Look straight into the camera in even \
             light, without glasses or hat, and try again with your own document.";
        SelfieCopied = "selfie_copied",
            "Take a new picture of your face with the camera. A picture of the document, of a print or of \
             a screen can't be used.";
        LivenessNotConfirmed = "liveness_not_confirmed",
            "We could not confirm that you are in front of the camera. Find even light, hold the camera \
             still at eye level, and follow each instruction when it appears.";
        ChallengeTooLate = "challenge_too_late",
            "That took longer than we could wait. Try again, and follow each instruction when it appears.";

        IdNumberUnchecked = "id_number_unchecked",
            "The ID number cannot be checked here. Please use another way to verify.";
        EmailUnchecked = "email_unchecked",
            "The email address cannot be checked here. Please use another way to verify.";
        PhoneUnchecked = "phone_unchecked",
            "The telephone number cannot be checked here. Please use another way to verify.";
    }
    with {
        /// The document is of a kind that isn't accepted here. Names the kinds that are; where there
        /// are none, asks for another document.
        DocumentTypeNotAccepted {
            /// The kinds that are accepted, in the order of `options[document][allowed_types]`; may be
            /// empty.
            accepted: Vec<DocumentType>
        } = "document_type_not_accepted",
            not_accepted, choices;
    }
}

fn not_accepted(accepted: &[DocumentType]) -> String {
    let listed: Vec<&str> = accepted.iter().map(|one| one.in_english()).collect();
    let listed = match listed[..] {
        [] => "another document".to_owned(),
        _ => listed.join(" or "),
    };
    format!("This kind of document isn't accepted here. Use {listed} instead.")
}

/// What a session can accept: some types of documents, each once, in any order.
fn choices() -> Vec<Vec<DocumentType>> {
    let mut choices: Vec<Vec<DocumentType>> = vec![Vec::new()];
    let mut next = 0;
    while let Some(shorter) = choices.get(next).cloned() {
        for other in DocumentType::ALL.iter().copied() {
            if !shorter.contains(&other) {
                choices.push([shorter.as_slice(), &[other]].concat());
            }
        }
        next += 1;
    }
    choices
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use super::*;

    #[test]
    fn no_two_reasons_have_one_code_or_one_sentence() {
        let all: Vec<Reason> = Reason::all().collect();
        let sentences: BTreeSet<String> =
            all.iter().map(|one| one.english().into_owned()).collect();
        assert_eq!(sentences.len(), all.len());
        let plain = all.len() - choices().len();
        let codes: BTreeSet<&str> = all.iter().filter_map(Reason::code).collect();
        assert_eq!(codes.len(), plain + 1);
    }

    #[test]
    fn sentences_end_where_another_may_follow() {
        for reason in Reason::all() {
            let english = reason.english();
            assert!(
                english.ends_with('.') && !english.contains("  "),
                "{english}"
            );
        }
    }

    #[test]
    fn what_is_accepted_is_said_in_its_order() {
        use DocumentType::{DrivingLicense, IdCard, Passport};
        let said = |accepted: &[DocumentType]| {
            let accepted = accepted.to_vec();
            Reason::DocumentTypeNotAccepted { accepted }
                .english()
                .into_owned()
        };
        assert!(said(&[]).ends_with("Use another document instead."));
        assert!(said(&[IdCard]).ends_with("Use an identity card instead."));
        assert!(
            said(&[DrivingLicense, Passport, IdCard])
                .ends_with("Use a driving licence or a passport or an identity card instead.")
        );
        assert_eq!(choices().len(), 1 + 3 + 6 + 6);
    }
}
