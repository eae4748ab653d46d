//! The types of documents, and the layouts of their zones.

use std::fmt::Write as _;

use mrz::Format;

use super::tried::{Tried, shown};
use super::{head, row};
use crate::Policy;
use crate::kind::Kind;
use crate::template::Template;

pub(super) fn write(page: &mut String, tried: &Tried) {
    page.push_str("\n## Types\n\n");
    head(
        page,
        &[
            "document",
            "standard",
            "its zone",
            "titles in",
            "verified by",
            "tried",
        ],
    );
    for template in Template::all() {
        let count = match (is_american(template), template.kind) {
            (true, Kind::DrivingLicense) => tried.american(),
            (true, _) => 0,
            (false, kind) => tried.of_all_countries(kind),
        };
        let languages: Vec<&str> = template.titles.keys().map(String::as_str).collect();
        row(
            page,
            &[
                &template.name,
                &template.standard,
                &zone(template),
                &languages.join(" "),
                verified_by(template),
                &shown(count),
            ],
        );
    }
    let layouts = Format::ALL.map(|format| {
        let (lines, length) = (format.line_count(), format.line_length());
        format!("{} ({lines} lines of {length})", format.as_str())
    });
    write!(page, "\nLayouts of zones: {}.\n", layouts.join(", ")).unwrap();
}

fn zone(template: &Template) -> String {
    let formats = template.mrz.formats.join(", ");
    let codes: Vec<String> = template
        .mrz
        .codes
        .iter()
        .map(|code| format!("`{code}`"))
        .collect();
    let codes = codes.join(", ");
    match (formats.is_empty(), codes.is_empty()) {
        (_, true) => "–".to_owned(),
        (true, false) => format!("codes {codes}"),
        (false, false) => format!("{formats}, codes {codes}"),
    }
}

/// Whether AAMVA's barcode is on such documents.
fn is_american(template: &Template) -> bool {
    template.standard.starts_with("AAMVA")
}

fn verified_by(template: &Template) -> &'static str {
    let is_alone = template.suffices && is_verified_by(template, "template_fields");
    match template.kind.document_type() {
        None => "never",
        Some(_) if is_american(template) => "barcode and print",
        Some(_) if is_alone => "print alone",
        Some(_) => "zone and print",
    }
}

/// Whether this finding can stand for the source that a document of the type has not.
fn is_verified_by(template: &Template, finding: &str) -> bool {
    let rule = Policy::shipped()
        .document(template.kind.document_type())
        .rule;
    rule.one_of.iter().any(|code| code.as_str() == finding)
}
