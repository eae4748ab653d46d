//! The liveness card: what was measured, as a page.

use std::fmt::Write as _;

use identity::{Challenge, ChallengeVariant};
use serde_json::{Map, Value, json};
use specimen::moving::Presentation;

use super::Tried;
use super::people::People;
use crate::commands::bench::rate::Rate;

const HEAD: &str = include_str!("head.md");
const TAIL: &str = include_str!("tail.md");

pub(super) fn page(tried: &[Tried], people: &People) -> String {
    let mut page = HEAD
        .replace("{turns}", &orders(ChallengeVariant::Turns))
        .replace("{distance}", &orders(ChallengeVariant::Distance));
    line(&mut page, "\n## Figures\n");
    let photographs = people.photographs();
    line(
        &mut page,
        &format!(
            "Faces are drawn; of four, one is a photograph where there are any: here {photographs} \
             pictures.\n"
        ),
    );
    line(&mut page, "| simulated people | BPCER |");
    line(&mut page, "| --- | --- |");
    for tried in tried.iter().filter(|tried| is_person(tried)) {
        let refused = refused(tried.passed).shown();
        line(&mut page, &format!("| follow the challenge | {refused} |"));
    }
    line(&mut page, "");
    line(
        &mut page,
        "| simulated PAI species | APCER | refused most often by |",
    );
    line(&mut page, "| --- | --- | --- |");
    for tried in tried.iter().filter(|tried| !is_person(tried)) {
        let row = format!(
            "| {} | {} | {} |",
            tried.presentation,
            tried.passed.shown(),
            most(tried)
        );
        line(&mut page, &row);
    }
    line(&mut page, "");
    page.push_str(TAIL);
    page
}

pub(super) fn json(tried: &[Tried]) -> Value {
    let rows = tried.iter().map(|tried| {
        let row = json!({
            "passed": tried.passed.json(),
            "refused_by": tried.refused_by,
            "milliseconds_a_burst": super::super::rounded(tried.median()),
        });
        (tried.presentation.name().to_owned(), row)
    });
    Value::Object(rows.collect::<Map<_, _>>())
}

fn is_person(tried: &Tried) -> bool {
    tried.presentation == Presentation::Person
}

fn refused(passed: Rate) -> Rate {
    Rate {
        held: passed.of - passed.held,
        of: passed.of,
    }
}

/// The findings that refused most, with how often.
fn most(tried: &Tried) -> String {
    let mut counts: Vec<_> = tried.refused_by.iter().collect();
    counts.sort_by(|a, b| b.1.cmp(a.1));
    let named = counts.iter().take(3);
    let named: Vec<String> = named
        .map(|(code, count)| format!("`{code}` {count}"))
        .collect();
    named.join(", ")
}

/// `228 orders, 1 in 228 or 0.44 %`
fn orders(variant: ChallengeVariant) -> String {
    let orders = Challenge::orders(variant);
    format!(
        "{orders} orders, so one recording in {orders}, {:.2} %",
        100.0 / orders as f64
    )
}

fn line(page: &mut String, text: &str) {
    let _infallible = writeln!(page, "{text}");
}
