//! The card's tables of what was drawn here: specimens, harder conditions, forgeries. Each says in its
//! heading that it is simulated.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use serde_json::{Value, json};
use specimen::Kind;

use super::compared::Field;
use super::drawn::Drawn;
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

/// Forgeries of one kind of document.
pub(super) struct Attempt {
    pub(super) kind: Kind,
    pub(super) forgery: &'static str,
    pub(super) caught: Caught,
}

/// What came of everything that was drawn.
#[derive(Default)]
pub(super) struct Simulated {
    pub(super) sections: Vec<Section>,
    pub(super) attempts: Vec<Attempt>,
    /// Genuine pictures saved once more that a signal suspects.
    pub(super) again: Rate,
}

impl Simulated {
    fn plain(&self) -> impl Iterator<Item = &Section> {
        let sections = self.sections.iter();
        sections.filter(|section| section.condition.is_none())
    }

    /// Genuine specimens in hand that a deciding signal suspects, of all kinds.
    pub(super) fn suspected(&self) -> Rate {
        self.plain().fold(Rate::default(), |sum, section| {
            sum.and(section.drawn.suspected)
        })
    }

    /// What was refused of each forgery, of all kinds that can be verified when they are genuine: visas never
    /// are.
    pub(super) fn refused(&self) -> Vec<(&'static str, Rate)> {
        let mut refused: Vec<(&'static str, Rate)> = Vec::new();
        let attempts = self.attempts.iter();
        for attempt in attempts.filter(|attempt| attempt.kind != Kind::Visa) {
            let rate = attempt.caught.refused;
            match refused.last_mut() {
                Some((name, sum)) if *name == attempt.forgery => *sum = sum.and(rate),
                _ => refused.push((attempt.forgery, rate)),
            }
        }
        refused
    }

    pub(super) fn write(&self, page: &mut String, threads: usize) {
        for section in self.plain() {
            whole(page, section, threads);
        }
        self.conditions(page);
        self.forgeries(page);
    }

    fn conditions(&self, page: &mut String) {
        let mut harder = self
            .sections
            .iter()
            .filter_map(|section| Some((section.condition?, section)))
            .peekable();
        if harder.peek().is_none() {
            return;
        }
        page.push_str("\n## Simulated: harder conditions\n\nSpecimens in hand, and then:\n\n");
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
        for (condition, section) in harder {
            let drawn = &section.drawn;
            let read = if drawn.barcodes.of > 0 {
                drawn.barcodes
            } else {
                drawn.zones.exact
            };
            row(
                page,
                &[
                    condition,
                    section.kind,
                    &read.shown(),
                    &drawn.zones.wrong_and_valid.shown(),
                    &drawn.verified.shown(),
                    &drawn.sent_back.shown(),
                ],
            );
        }
    }

    fn forgeries(&self, page: &mut String) {
        if self.attempts.is_empty() {
            return;
        }
        page.push_str(
            "\n## Simulated: forgeries\n\nEach of them is made simply, of a drawn specimen. Refused is what \
             wasn't verified for whatever reason: a\ncontradiction between print and zone, sides that don't \
             belong together, a picture that couldn't be read, or a\nsignal; visas always, which are no type \
             of document at Stripe. What is changed everywhere alike, or shown well\nenough, is verified, as \
             the table says.\n\n",
        );
        row(page, &["attempt", "document", "refused", "by a signal"]);
        row(page, &["---"; 4]);
        for attempt in &self.attempts {
            let caught = &attempt.caught;
            let (refused, suspected) = (caught.refused.shown(), caught.suspected.shown());
            let kind = attempt.kind.name();
            row(page, &[attempt.forgery, kind, &refused, &suspected]);
        }
        let _infallible = writeln!(
            page,
            "\nAll deciding signals together suspect of genuine specimens in hand, all kinds: {}; of \
             those saved once\nmore as a whole, at 75 to 95: {}.",
            self.suspected().shown(),
            self.again.shown()
        );
    }

    pub(super) fn json(&self) -> Value {
        let sections = self.sections.iter().map(Section::json);
        let attempts = self.attempts.iter().map(|attempt| {
            json!({
                "kind": attempt.kind.name(),
                "forgery": attempt.forgery,
                "refused": attempt.caught.refused.json(),
                "suspected": attempt.caught.suspected.json(),
            })
        });
        json!({
            "specimens": sections.collect::<Vec<_>>(),
            "saved_again_suspected": self.again.json(),
            "forgeries": attempts.collect::<Vec<_>>(),
        })
    }
}

fn whole(page: &mut String, section: &Section, threads: usize) {
    let drawn = &section.drawn;
    let _infallible = write!(page, "\n## Simulated: {} specimens\n\n", section.kind);
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
    let beside = if threads > 1 {
        format!("with {threads} beside each other: alone each takes less")
    } else {
        "on one core".to_owned()
    };
    let _infallible = writeln!(
        page,
        "\nA document takes {:.0} ms in the median and {:.0} ms for 95 of 100, {beside}.\n",
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
    row(page, &["---"; 5]);
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

impl Section {
    fn json(&self) -> Value {
        let drawn = &self.drawn;
        json!({
            "kind": self.kind,
            "condition": self.condition,
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
    }
}

fn fields(fields: &BTreeMap<&str, Field>) -> Value {
    let shown = fields.iter().map(|(name, field)| {
        let rates = json!({ "right": field.right.json(), "wrong": field.wrong.json() });
        ((*name).to_owned(), rates)
    });
    Value::Object(shown.collect())
}
