//! What is given beside the page of a passport.

use identity::{Finding, FindingCode, Reason};
use mrz::Mrz;
use observation::DocumentObservation;

use crate::Side;
use crate::card::card_of;
use crate::check::CheckInput;
use crate::finding::{failed, passed};
use crate::kind::Kind;
use crate::template::Template;

/// A page is a front, and another document beside it leaves open whose picture this is.
pub(super) fn check(case: &CheckInput) -> Finding {
    let Some((side, other)) = case.document.left_out else {
        return passed(
            FindingCode::SidesBelongTogether,
            "There is only one picture.",
        );
    };
    if case
        .document
        .mrz
        .as_ref()
        .is_some_and(|mrz| same_page(other, &mrz.parsed))
    {
        passed(
            FindingCode::SidesBelongTogether,
            "Both pictures show the same page.",
        )
    } else if side == Side::Front {
        failed(
            FindingCode::SidesBelongTogether,
            "The page of a passport was given as the back of something else.",
            Reason::PageGivenAsBack,
        )
    } else if is_of_card(other) {
        failed(
            FindingCode::SidesBelongTogether,
            "Beside the page of a passport there is another document.",
            Reason::SidesOfDifferentCards,
        )
    } else {
        passed(
            FindingCode::SidesBelongTogether,
            "A passport's data is on one page; the other picture was left out.",
        )
    }
}

fn same_page(other: &DocumentObservation, page: &Mrz) -> bool {
    let mrz = other
        .mrz
        .as_ref()
        .and_then(|mrz| mrz::parse(&mrz.lines).ok());
    mrz.is_some_and(|mrz| {
        mrz.format == page.format && mrz.fields.document_number == page.fields.document_number
    })
}

/// Whether the picture has the zone, the barcode or the title of another document.
fn is_of_card(other: &DocumentObservation) -> bool {
    let mrz = other
        .mrz
        .as_ref()
        .and_then(|mrz| mrz::parse(&mrz.lines).ok());
    let titled = Template::printed(other.lines.iter().map(|line| line.text.as_str()));
    mrz.is_some_and(|mrz| mrz.checks.document_number)
        || other
            .barcodes
            .iter()
            .any(|barcode| card_of(barcode).is_some())
        || titled.is_some_and(|template| template.kind != Kind::Passport)
}

#[cfg(test)]
mod tests {
    use identity::{ErrorCode, Reason, Verdict};
    use observation::DocumentObservation;

    use crate::Outcome;
    use crate::samples::{Sample, blank, judge, line, request};

    fn error(
        front: &DocumentObservation,
        back: &DocumentObservation,
    ) -> Option<(ErrorCode, Reason)> {
        let Outcome { verdict, .. } = judge(&request(front, Some(back), None));
        match verdict {
            Verdict::Verified => None,
            Verdict::Failed(error) => Some((error.code, error.reason)),
        }
    }

    #[test]
    fn a_passport_as_the_back_of_a_card_is_told_to_be_none() {
        let page = Sample::passport().whole();
        let card = Sample::id_card();
        for front in [card.front(), card.back(), blank("nothing")] {
            let (code, reason) = error(&front, &page).unwrap();
            assert_eq!(code, ErrorCode::DocumentUnverifiedOther);
            assert_eq!(reason, Reason::PageGivenAsBack);
        }
        // Without a face too, nothing of both is mixed.
        let mut faceless = page.clone();
        faceless.faces.clear();
        assert!(error(&card.front(), &faceless).is_some());
    }

    #[test]
    fn another_document_beside_a_page_is_refused() {
        let page = Sample::passport().whole();
        let mut stranger = Sample::id_card();
        stranger.mrz.document_number = "X99999999".to_owned();
        let license = Sample::license();
        for other in [
            stranger.back(),
            stranger.front(),
            license.barcode_side("DL"),
        ] {
            let (_, reason) = error(&page, &other).unwrap();
            assert_eq!(reason, Reason::SidesOfDifferentCards);
        }
    }

    #[test]
    fn the_page_again_or_another_page_does_no_harm() {
        let page = Sample::passport().whole();
        let mut cover = blank("cover");
        cover.lines = vec![line("PASSPORT", 100.0, 100.0, 60.0, 0.99)];
        for other in [page.clone(), cover, blank("nothing")] {
            assert_eq!(error(&page, &other), None);
        }
    }
}
