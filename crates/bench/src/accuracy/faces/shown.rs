//! The faces' part of the card and of the answer.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::super::row::{rate_row, row};
use super::calibration::Calibration;
use super::{Faces, GROUP_RATE, Point, percentile};

pub(crate) fn write(page: &mut String, faces: &Faces) {
    let _infallible = write!(page, "\n### {}: faces\n\n", faces.name);
    row(page, &["what", "share"]);
    row(page, &["---", "---"]);
    let threshold = faces.given.threshold;
    let given = [
        ("given pairs of different people", faces.given.false_matches),
        (
            "given pairs of the same person",
            faces.given.false_non_matches,
        ),
    ];
    for ((what, rate), error) in given.into_iter().zip(["that match", "that do not match"]) {
        rate_row(page, &format!("{what} {error} at {threshold:.3}"), rate);
    }
    rate_row(
        page,
        "pictures of a known person in which no face is found",
        faces.failures_to_enrol,
    );
    rate_row(
        page,
        "pictures of a known person that would be asked for again as a selfie",
        faces.asked_again,
    );
    rate_row(page, "faces counted right", faces.counted);
    rate_row(
        page,
        "faces counted right, give or take one",
        faces.nearly_counted,
    );
    rate_row(page, "no face found where there is none", faces.empty);
    rate_row(page, "broken files refused", faces.refused);
    let _infallible = writeln!(
        page,
        "\nA picture takes {:.0} ms in the median and {:.0} ms for 95 of 100, two of the given pairs \
         {:.0} and {:.0} ms,\ndecoding included, on one core.",
        percentile(&faces.times.pictures, 50),
        percentile(&faces.times.pictures, 95),
        percentile(&faces.times.comparisons, 50),
        percentile(&faces.times.comparisons, 95),
    );
    let head = [
        "false match rate",
        "threshold",
        "false matches",
        "false non-matches",
    ];
    if !faces.cross.is_empty() {
        page.push_str(
            "\nEvery picture of a known person against every other. A missing face is a \
             non-match. Where fewer pairs of\ndifferent people were compared than a rate takes, the \
             threshold lets none of them through and says no more.\n\n",
        );
        row(page, &head);
        row(page, &["---"; 4]);
        for (rate, point) in &faces.cross {
            let rate = rate.map_or_else(|| "as shipped".to_owned(), |rate| rate.to_string());
            point_row(page, &rate, point);
        }
    }
    if !faces.published.is_empty() {
        page.push_str(
            "\nThe same pairs by the same networks as their publishers use them: the picture at 320 pixels, the \
             landmarks of the\ncell that scores best, one vector a face.\n\n",
        );
        row(page, &head);
        row(page, &["---"; 4]);
        for (rate, point) in &faces.published {
            let rate = rate.map(|rate| rate.to_string()).unwrap_or_default();
            point_row(page, &rate, point);
        }
    }
    if let Some(calibration) = &faces.calibration {
        page.push_str(
            "\nThe cosine for a false match rate, by the tail of the impostors' cosines, with its 95 % \
             interval from leaving\nout one person at a time:\n\n",
        );
        row(page, &["false match rate", "cosine", "the rate is"]);
        row(page, &["---"; 3]);
        for cells in calibration.cells() {
            row(page, &cells.each_ref().map(String::as_str));
        }
    }
    if !faces.groups.is_empty() {
        let _infallible = write!(
            page,
            "\nThe same within groups, at the threshold for {GROUP_RATE} over all:\n\n"
        );
        row(
            page,
            &["group", "threshold", "false matches", "false non-matches"],
        );
        row(page, &["---"; 4]);
        for (group, point) in &faces.groups {
            point_row(page, group, point);
        }
    }
}

/// What was made of the folder's pictures: faces held otherwise, portraits on specimens.
pub(crate) fn write_simulated(page: &mut String, faces: &Faces) {
    if faces.posed.is_empty() && faces.printed.is_empty() {
        return;
    }
    let _infallible = write!(
        page,
        "\n## Simulated: poses and portraits of {}\n",
        faces.name
    );
    if !faces.posed.is_empty() {
        page.push_str(
            "\nMean cosines to the other pictures of the same person, with the face held otherwise. No face \
             counts 0.\n\n",
        );
        row(page, &["held", "ours", "as published"]);
        row(page, &["---"; 3]);
        for posed in &faces.posed {
            let cosine = |cosine: f32| format!("{cosine:.3}");
            row(
                page,
                &[&posed.name, &cosine(posed.ours), &cosine(posed.published)],
            );
        }
    }
    if !faces.printed.is_empty() {
        page.push_str(
            "\nPictures of people of whom there are several, printed into specimen passports, held in hand, \
             read, and the\nportrait compared with the other pictures. A portrait that is not found is a \
             non-match.\n\n",
        );
        row(page, &["threshold", "false matches", "false non-matches"]);
        row(page, &["---"; 3]);
        for point in &faces.printed {
            let [threshold, matches, non_matches] = cells(point);
            row(page, &[&threshold, &matches, &non_matches]);
        }
    }
}

fn point_row(page: &mut String, name: &str, point: &Point) {
    let [threshold, matches, non_matches] = cells(point);
    row(page, &[name, &threshold, &matches, &non_matches]);
}

fn cells(point: &Point) -> [String; 3] {
    [
        format!("{:.3}", point.threshold),
        point.false_matches.shown_finely(),
        point.false_non_matches.shown_finely(),
    ]
}

pub(crate) fn json(faces: &Faces) -> Value {
    let cross: Vec<Value> = faces
        .cross
        .iter()
        .map(|(rate, point)| with("false_match_rate", json!(rate), point))
        .collect();
    let groups: Vec<Value> = faces
        .groups
        .iter()
        .map(|(group, point)| with("group", json!(group), point))
        .collect();
    let missed: Vec<Value> = faces
        .missed
        .iter()
        .map(|(file, came)| json!({ "file": file, "came": came }))
        .collect();
    json!({
        "corpus": faces.name,
        "given_pairs": shown(&faces.given),
        "failures_to_enrol": faces.failures_to_enrol.json(),
        "cross_pairs": cross,
        "as_published": faces.published.iter().map(|(rate, point)| {
            with("false_match_rate", json!(rate), point)
        }).collect::<Vec<_>>(),
        "posed": faces.posed.iter().map(|posed| json!({
            "held": posed.name,
            "ours": (f64::from(posed.ours) * 1e3).round() / 1e3,
            "as_published": (f64::from(posed.published) * 1e3).round() / 1e3,
        })).collect::<Vec<_>>(),
        "groups": groups,
        "portrait_to_selfie": faces.printed.iter().map(shown).collect::<Vec<_>>(),
        "calibration": faces.calibration.as_ref().map(Calibration::json),
        "faces_counted": faces.counted.json(),
        "faces_nearly_counted": faces.nearly_counted.json(),
        "asked_again": faces.asked_again.json(),
        "asked_again_because": faces.reasons,
        "no_face_found": faces.empty.json(),
        "broken_refused": faces.refused.json(),
        "missed": missed,
        "picture_median_ms": percentile(&faces.times.pictures, 50).round(),
        "picture_p95_ms": percentile(&faces.times.pictures, 95).round(),
        "comparison_median_ms": percentile(&faces.times.comparisons, 50).round(),
        "comparison_p95_ms": percentile(&faces.times.comparisons, 95).round(),
    })
}

fn shown(point: &Point) -> Value {
    json!({
        "threshold": (f64::from(point.threshold) * 1e4).round() / 1e4,
        "false_matches": point.false_matches.json(),
        "false_non_matches": point.false_non_matches.json(),
    })
}

fn with(key: &str, value: Value, point: &Point) -> Value {
    let mut shown = shown(point);
    shown[key] = value;
    shown
}
