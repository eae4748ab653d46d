//! The accuracy card: what was measured, as a page.

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::altered::{self, Altered};
use super::compared::Field;
use super::corpus::Corpus;
use super::drawn::Drawn;
use super::faces::{self, Faces};
use super::forged::Caught;
use super::rate::Rate;
use super::row::{rate_row, row};

/// Specimens of one kind under one condition.
pub(super) struct Section {
    pub(super) kind: &'static str,
    /// Beside being held in hand.
    pub(super) condition: Option<&'static str>,
    pub(super) drawn: Drawn,
}

/// Folders of pictures by others.
#[derive(Default)]
pub(super) struct Others {
    pub(super) altered: Vec<Altered>,
    pub(super) corpora: Vec<Corpus>,
    pub(super) faces: Vec<Faces>,
}

/// Forgeries of one kind of document.
pub(super) struct Attempt {
    pub(super) kind: &'static str,
    pub(super) forgery: &'static str,
    pub(super) caught: Caught,
}

const HEAD: &str = "# Accuracy\n\n\
Written by `bonafide-bench accuracy`; anyone can run it. Shares are followed by their 95 % interval\n\
(Clopper and Pearson, 1934) and by what was counted.\n\n\
Specimens are drawn and photographed by this program: people and documents that never existed, held\n\
in hand before backgrounds, with perspective, uneven light, blur, noise and JPEG. They say how well\n\
the parts work together and whether a change made it worse. They do not say how often documents of\n\
the world are read right: their layouts are our own, and simulated conditions are not real ones.\n";

pub(super) fn page(
    sections: &[Section],
    attempts: &[Attempt],
    again: Rate,
    others: &Others,
    threads: usize,
) -> String {
    let mut page = HEAD.to_owned();
    if threads > 1 {
        let _infallible = writeln!(
            page,
            "\nTimes are of {threads} pictures looked at beside each other: alone each takes less.",
        );
    }
    for section in sections
        .iter()
        .filter(|section| section.condition.is_none())
    {
        whole(&mut page, section);
    }
    conditions(&mut page, sections);
    forgeries(&mut page, sections, attempts, again);
    altered::write(&mut page, &others.altered);
    for corpus in &others.corpora {
        of_corpus(&mut page, corpus);
    }
    for faces in &others.faces {
        faces::write(&mut page, faces);
    }
    page
}

fn whole(page: &mut String, section: &Section) {
    let drawn = &section.drawn;
    let _infallible = write!(page, "\n## Specimens: {}\n\n", section.kind);
    row(page, &["what", "share"]);
    row(page, &["---", "---"]);
    rate_row(
        page,
        "machine readable zone, every character right",
        drawn.zones.exact,
    );
    rate_row(
        page,
        "machine readable zone wrong although all check digits hold",
        drawn.zones.wrong_and_valid,
    );
    rate_row(page, "barcode right", drawn.barcodes);
    rate_row(page, "verified", drawn.verified);
    rate_row(page, "asked for another picture", drawn.sent_back);
    rate_row(
        page,
        "suspected by an authenticity signal though genuine",
        drawn.suspected,
    );
    let _infallible = writeln!(
        page,
        "\nA document takes {:.0} ms in the median and {:.0} ms for 95 of 100, on one core.\n",
        drawn.percentile(50),
        drawn.percentile(95)
    );
    row(
        page,
        &[
            "field",
            "right",
            "wrong",
            "right from print alone",
            "wrong from print alone",
        ],
    );
    row(page, &["---", "---", "---", "---", "---"]);
    for (name, field) in &drawn.fields {
        let print = drawn.printed.get(name).copied().unwrap_or_default();
        row(
            page,
            &[
                name,
                &field.right.shown(),
                &field.wrong.shown(),
                &print.right.shown(),
                &print.wrong.shown(),
            ],
        );
    }
}

fn conditions(page: &mut String, sections: &[Section]) {
    let mut harder = sections
        .iter()
        .filter(|section| section.condition.is_some())
        .peekable();
    if harder.peek().is_none() {
        return;
    }
    page.push_str("\n## Harder conditions\n\nIn hand, and then:\n\n");
    row(
        page,
        &[
            "condition",
            "document",
            "zone or barcode right",
            "wrong although valid",
            "verified",
            "asked for another picture",
        ],
    );
    row(page, &["---"; 6]);
    for section in harder {
        let drawn = &section.drawn;
        let read = if drawn.barcodes.of > 0 {
            drawn.barcodes
        } else {
            drawn.zones.exact
        };
        row(
            page,
            &[
                section.condition.unwrap_or_default(),
                section.kind,
                &read.shown(),
                &drawn.zones.wrong_and_valid.shown(),
                &drawn.verified.shown(),
                &drawn.sent_back.shown(),
            ],
        );
    }
}

fn forgeries(page: &mut String, sections: &[Section], attempts: &[Attempt], again: Rate) {
    if attempts.is_empty() {
        return;
    }
    page.push_str(
        "\n## Forgeries\n\nSimulated, each of them simply. Refused is what wasn't verified for whatever reason: a \
         contradiction\nbetween print and zone, sides that don't belong together, a picture that couldn't be read, \
         or a signal; visas\nalways, which are no type of document at Stripe. What is changed everywhere alike, or shown well enough, is verified, as the table \
         says. What is not in\nthis table is not looked for: a document made anew as a whole, a real one \
         of somebody who looks\nlike the person, pictures made by a network.\n\n",
    );
    row(page, &["attempt", "document", "refused", "by a signal"]);
    row(page, &["---"; 4]);
    for attempt in attempts {
        let caught = &attempt.caught;
        let (refused, suspected) = (caught.refused.shown(), caught.suspected.shown());
        row(page, &[attempt.forgery, attempt.kind, &refused, &suspected]);
    }
    let genuine = sections
        .iter()
        .filter(|section| section.condition.is_none())
        .fold(Rate::default(), |sum, section| {
            sum.and(section.drawn.suspected)
        });
    let _infallible = writeln!(
        page,
        "\nAll deciding signals together suspect of genuine specimens in hand, all kinds: {}; of \
         those saved once\nmore as a whole, at 75 to 95: {}.",
        genuine.shown(),
        again.shown()
    );
}

fn of_corpus(page: &mut String, corpus: &Corpus) {
    let _infallible = write!(page, "\n## Pictures of others: {}\n\n", corpus.name);
    row(page, &["what", "share"]);
    row(page, &["---", "---"]);
    rate_row(page, "machine readable zone as it is", corpus.zones.exact);
    rate_row(
        page,
        "machine readable zone wrong although all check digits hold",
        corpus.zones.wrong_and_valid,
    );
    rate_row(page, "barcode as it is", corpus.barcodes);
    for (kind, rate) in &corpus.suspected {
        let what = format!("{kind}: suspected by a signal of the selfie, which decides nothing");
        rate_row(page, &what, *rate);
    }
    if corpus.left_out > 0 {
        let _infallible = writeln!(
            page,
            "\nLeft out, without a truth to compare: {}.",
            corpus.left_out
        );
    }
}

pub(super) fn json(
    sections: &[Section],
    attempts: &[Attempt],
    again: Rate,
    others: &Others,
) -> Value {
    let fields = |fields: &std::collections::BTreeMap<&str, Field>| {
        let shown = fields.iter().map(|(name, field)| {
            let rates = json!({ "right": field.right.json(), "wrong": field.wrong.json() });
            ((*name).to_owned(), rates)
        });
        shown.collect::<serde_json::Map<String, Value>>()
    };
    let sections: Vec<Value> = sections
        .iter()
        .map(
            |Section {
                 kind,
                 condition,
                 drawn,
             }| {
                json!({
                    "kind": kind,
                    "condition": condition,
                    "mrz_exact": drawn.zones.exact.json(),
                    "mrz_wrong_and_valid": drawn.zones.wrong_and_valid.json(),
                    "barcode": drawn.barcodes.json(),
                    "fields": fields(&drawn.fields),
                    "printed": fields(&drawn.printed),
                    "verified": drawn.verified.json(),
                    "sent_back": drawn.sent_back.json(),
                    "suspected": drawn.suspected.json(),
                    "median_ms": drawn.percentile(50).round(),
                    "p95_ms": drawn.percentile(95).round(),
                })
            },
        )
        .collect();
    let corpora: Vec<Value> = others
        .corpora
        .iter()
        .map(|corpus| {
            let suspected = corpus.suspected.iter();
            let suspected: serde_json::Map<_, _> = suspected
                .map(|(kind, rate)| (kind.clone(), rate.json()))
                .collect();
            json!({
                "corpus": corpus.name,
                "mrz_exact": corpus.zones.exact.json(),
                "mrz_wrong_and_valid": corpus.zones.wrong_and_valid.json(),
                "barcode": corpus.barcodes.json(),
                "suspected": suspected,
                "missed": corpus.missed,
                "left_out": corpus.left_out,
            })
        })
        .collect();
    let attempts: Vec<Value> = attempts
        .iter()
        .map(|attempt| {
            json!({
                "kind": attempt.kind,
                "forgery": attempt.forgery,
                "refused": attempt.caught.refused.json(),
                "suspected": attempt.caught.suspected.json(),
            })
        })
        .collect();
    json!({
        "specimens": sections,
        "saved_again_suspected": again.json(),
        "forgeries": attempts,
        "altered": others.altered.iter().map(altered::json).collect::<Vec<_>>(),
        "corpora": corpora,
        "faces": others.faces.iter().map(faces::json).collect::<Vec<_>>(),
    })
}
