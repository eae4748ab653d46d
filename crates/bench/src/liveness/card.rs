//! The liveness card: what was measured, as a page.

use std::fmt::Write as _;

use identity::{Challenge, ChallengeVariant};
use serde_json::{Map, Value, json};
use specimen::Copied;
use specimen::moving::Presentation;

use super::people::People;
use super::portraits::Portraits;
use super::{Measured, PORTRAIT, TRIES, Tried};
use crate::rate::Rate;

const HEAD: &str = include_str!("head.md");
const TAIL: &str = include_str!("tail.md");

pub(super) fn page(measured: &Measured, people: &People) -> String {
    let tried = &measured.tried;
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
    if let Some(tries) = &measured.tries {
        let row = format!(
            "| {TRIES}: {} recordings, {:.0} sessions each | {} | the order |",
            tries.recordings,
            tries.sessions_each(),
            tries.passed.shown_finely()
        );
        line(&mut page, &row);
    }
    line(&mut page, "");
    if !measured.portraits.is_empty() {
        portraits(&mut page, measured);
    }
    page.push_str(TAIL);
    page
}

/// Copies of portraits by how they were made, a column for each set of documents.
fn portraits(page: &mut String, measured: &Measured) {
    page.push_str(include_str!("portraits.md"));
    let sets = &measured.portraits;
    let heads: Vec<String> = sets
        .iter()
        .map(|set| format!("{}, {} portraits", set.name, set.documents))
        .collect();
    line(page, &format!("| {PORTRAIT} | {} |", heads.join(" | ")));
    line(page, &format!("| --- |{}", " --- |".repeat(sets.len())));
    let all = Copied::ALL.iter().enumerate().map(|(at, copied)| {
        let rates = sets.iter().map(|set| set.passed[at]).collect::<Vec<_>>();
        (copied.name(), rates)
    });
    let sum = |set: &Portraits| set.passed.iter().copied().fold(Rate::default(), Rate::and);
    let together = ("all together", sets.iter().map(sum).collect());
    for (name, rates) in all.chain(std::iter::once(together)) {
        let cells: Vec<String> = rates.into_iter().map(Rate::shown).collect();
        line(page, &format!("| {name} | {} |", cells.join(" | ")));
    }
    for others in &measured.others {
        let row = format!(
            "\nOf pairs of pictures of one person (`{}`), one on the document and the other the selfie, are taken \
             for one\nphotograph: {}.",
            others.name,
            others.turned_away.shown()
        );
        line(page, &row);
    }
    line(page, "");
}

pub(super) fn json(measured: &Measured) -> Value {
    let mut rows = presentations(&measured.tried);
    if let Some(tries) = &measured.tries {
        let row =
            json!({"passed": tries.passed.json(), "sessions_a_recording": tries.sessions_each()});
        rows.insert(TRIES.to_owned(), row);
    }
    let sets = measured.portraits.iter().map(|set| {
        let copies = Copied::ALL.iter().zip(&set.passed);
        let copies = copies.map(|(copied, rate)| (copied.name().to_owned(), rate.json()));
        (set.name.clone(), Value::Object(copies.collect()))
    });
    rows.insert(PORTRAIT.to_owned(), Value::Object(sets.collect()));
    let others = measured.others.iter();
    let others = others.map(|others| (others.name.clone(), others.turned_away.json()));
    rows.insert(
        "taken for one photograph".to_owned(),
        Value::Object(others.collect()),
    );
    Value::Object(rows)
}

fn presentations(tried: &[Tried]) -> Map<String, Value> {
    let rows = tried.iter().map(|tried| {
        let row = json!({
            "passed": tried.passed.json(),
            "refused_by": tried.refused_by,
            "milliseconds_a_burst": crate::numbers::rounded(tried.median()),
        });
        (tried.presentation.name().to_owned(), row)
    });
    rows.collect()
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
