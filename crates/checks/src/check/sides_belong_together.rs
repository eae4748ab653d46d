mod beside_page;
mod same_side;

use identity::{Finding, FindingCode, Reason};

use super::CheckInput;
use crate::agreement::Agreement;
use crate::finding::{failed, passed};
use crate::viz::Viz;

/// Whether both pictures show sides of the same document: what the machine readable zone or the
/// barcode on one side says has to be printed on the other.
pub(super) fn check(case: &CheckInput) -> Finding {
    let [(_, front), (_, back)] = case.document.sides[..] else {
        return beside_page::check(case);
    };
    let same_file = front.picture_sha256 == back.picture_sha256;
    if same_file && !front.picture_sha256.is_empty() {
        return failed(
            FindingCode::SidesBelongTogether,
            "Front and back are the same file.",
            Reason::SameSideTwice,
        );
    }
    if same_side::is_shown_twice(front, back) {
        return failed(
            FindingCode::SidesBelongTogether,
            "Front and back have the same lines in the same places.",
            Reason::SameSideTwice,
        );
    }
    if case.document.is_known_layout() {
        return passed(
            FindingCode::SidesBelongTogether,
            "Everything that counts is printed on one side; nothing depends on the other.",
        );
    }
    let Some(source) = case.document.source() else {
        return failed(
            FindingCode::SidesBelongTogether,
            "No side has a machine readable zone or a barcode to compare the other side with.",
            Reason::CardUnreadable,
        );
    };
    if let Some((mrz, second)) = case
        .document
        .mrz
        .as_ref()
        .zip(case.document.second_mrz.as_ref())
    {
        return if second.parsed.fields.document_number == mrz.parsed.fields.document_number {
            passed(
                FindingCode::SidesBelongTogether,
                "Both sides have the same document number.",
            )
        } else {
            failed(
                FindingCode::SidesBelongTogether,
                "The machine readable zones of both sides have different document numbers.",
                Reason::SidesOfDifferentCards,
            )
        };
    }
    let other: Vec<_> = case
        .document
        .sides
        .iter()
        .copied()
        .filter(|(side, _)| *side != source.side())
        .collect();
    let agreement = Agreement::between(
        &Viz::in_layout(&other, case.document.viz.template),
        &source.expected(case.document.today),
        case.document.today,
        &case.policy.thresholds,
    );
    let agreeing = agreement.agreeing();
    // A side that has the photo beside the zone names the holder twice by itself.
    let own_photo = case
        .document
        .photo()
        .is_some_and(|(side, _)| side == source.side());
    let own_viz = case
        .document
        .agreement
        .as_ref()
        .is_some_and(Agreement::is_of_one_document);
    if agreement.is_of_one_document() {
        let listed = agreeing.join(", ");
        passed(
            FindingCode::SidesBelongTogether,
            format!("The other side has the same {listed}."),
        )
    } else if own_photo && own_viz {
        passed(
            FindingCode::SidesBelongTogether,
            "Photo, print and machine readable zone are all on one side; nothing depends on the \
             other.",
        )
    } else {
        let listed = if agreeing.is_empty() {
            "nothing".to_owned()
        } else {
            agreeing.join(", ")
        };
        failed(
            FindingCode::SidesBelongTogether,
            format!(
                "Of what the {} says, the other side has {listed}.",
                source.name()
            ),
            Reason::SidesOfDifferentCards,
        )
    }
}
