//! What is drawn for a step.

use askama::Template;
use http::HeaderMap;
use identity::{DocumentType, Mode};
use serde_json::Value;
use sessions::{Operator, Services};

use super::person::Step;
use crate::copy::{self, Context, Language};

/// The page's texts, for a template.
struct Texts<'a>(Context<'a>);

impl Texts<'_> {
    fn say(&self, id: impl AsRef<str>) -> String {
        self.0.text(id.as_ref())
    }
}

enum Screen {
    Begin,
    Consent(Consent),
    /// Types of document to choose from, with their names.
    Front(Vec<(String, String)>),
    Back,
    Selfie,
    Details(Details),
    NeedsScript,
    Checking,
    Declined,
    Outcome(Outcome),
    /// An end that the page has a message for.
    End(&'static str),
}

/// HTML fragments of the server's own, as in the page of the protocol.
struct Consent {
    title: String,
    body: String,
    lines: Vec<String>,
    privacy_policy: String,
    accept: String,
    decline: String,
}

struct Details {
    name: bool,
    dob: bool,
    number: bool,
    countries: Vec<(String, String)>,
}

struct Outcome {
    code: String,
    title: String,
    body: String,
    can_retry: bool,
}

struct Problem {
    title: String,
    body: String,
}

#[derive(Template)]
#[template(path = "plain.html")]
pub(super) struct View<'a> {
    language: &'static str,
    direction: &'static str,
    texts: Texts<'a>,
    test: bool,
    header: String,
    heading: String,
    screen: Screen,
    problem: Option<Problem>,
    /// Whether the picture may be used in spite of the problem.
    forcible: bool,
    back: Option<String>,
    support: Option<&'a str>,
}

impl<'a> View<'a> {
    pub(super) fn of(
        services: &Services,
        operator: &'a Operator,
        headers: &HeaderMap,
        step: &Step,
    ) -> Self {
        let live = step.told()["livemode"] != false;
        let mode = if live { Mode::Live } else { Mode::Test };
        let language = Language::accepted(headers, &copy::offered(&services.settings.page, mode));
        let texts = Texts(Context {
            operator,
            mode,
            face: false,
            film: false,
            language,
        });
        let screen = screen(step);
        let (problem, forcible) = match step {
            Step::Page {
                problem: Some(problem),
                ..
            } => (
                Some(told(&texts, problem, &screen)),
                problem["continue_button_text"].is_string(),
            ),
            _ => (None, false),
        };
        let ended = matches!(screen, Screen::Outcome(_) | Screen::Checking);
        let back = match step {
            Step::Page { begun, .. } if ended => begun["return_url"].as_str().map(str::to_owned),
            _ => None,
        };
        let named = !operator.name.is_empty();
        Self {
            language: language.tag(),
            direction: language.direction(),
            test: !live,
            header: texts.say(if named { "header" } else { "header-unnamed" }),
            heading: heading(&texts, &screen),
            screen,
            problem,
            forcible,
            back,
            support: operator.support_url.as_deref(),
            texts,
        }
    }
}

impl Step {
    /// What the routes said of the session as a whole.
    fn told(&self) -> &Value {
        match self {
            Self::Link(context) | Self::Declined(context) => context,
            Self::Page { begun, .. } => begun,
            Self::Taken => &Value::Null,
        }
    }

    /// Whether there is no such link.
    pub(super) fn is_unknown(&self) -> bool {
        self.told()["error"]["code"] == "link_unknown"
    }

    /// Who asks the person to verify.
    pub(super) fn operator(&self) -> Operator {
        let operator = &self.told()["operator"];
        Operator {
            name: text(&operator["name"]),
            support_url: operator["support_url"].as_str().map(str::to_owned),
            ..Operator::default()
        }
    }
}

fn told(texts: &Texts<'_>, problem: &Value, screen: &Screen) -> Problem {
    match problem["title"].as_str() {
        None if matches!(screen, Screen::Details(_)) => Problem {
            title: texts.say("details-missing"),
            body: String::new(),
        },
        Some(title) => Problem {
            title: title.to_owned(),
            body: text(&problem["body"]),
        },
        None => Problem {
            title: texts.say("problem-unreadable-title"),
            body: texts.say("problem-unreadable-body"),
        },
    }
}

fn heading(texts: &Texts<'_>, screen: &Screen) -> String {
    let id = match screen {
        Screen::Begin => "begin-heading",
        Screen::Consent(_) => "consent-heading",
        Screen::Front(_) => "front-heading",
        Screen::Back => "back-heading",
        Screen::Selfie | Screen::NeedsScript => "selfie-heading",
        Screen::Details(_) => "number-heading",
        Screen::Checking => "checking-heading",
        Screen::Declined => "declined-heading",
        Screen::Outcome(outcome) if outcome.code == "verified" => "verified-heading",
        Screen::Outcome(outcome) if outcome.can_retry => "retry-heading",
        Screen::Outcome(_) => "unconfirmed-heading",
        Screen::End(name) => return texts.say(format!("{name}-heading")),
    };
    texts.say(id)
}

fn screen(step: &Step) -> Screen {
    match step {
        Step::Declined(_) => Screen::Declined,
        Step::Taken => Screen::Checking,
        Step::Link(context) => of_link(context),
        Step::Page { page, again, .. } => of_page(page, *again),
    }
}

fn of_link(context: &Value) -> Screen {
    let state = context["state"].as_str();
    let code = context["error"]["code"].as_str();
    match (state, context["status"].as_str(), code) {
        (Some("new"), ..) => Screen::Begin,
        (Some("used"), ..) | (_, _, Some("link_used")) => Screen::End("used"),
        (Some("expired"), ..) | (_, _, Some("link_expired")) => Screen::End("expired"),
        (_, Some("canceled"), _) => Screen::End("canceled"),
        (_, Some("verified"), _) => Screen::End("verified"),
        (_, Some(_), _) => Screen::End("received"),
        (_, _, Some("link_unknown")) => Screen::End("unknown"),
        _ => Screen::End("offline"),
    }
}

fn of_page(page: &Value, again: bool) -> Screen {
    if page["status"] == "processing" {
        return Screen::Checking;
    }
    let outcome = &page["outcome"];
    let can_retry = outcome["can_retry"] == true;
    if outcome.is_object() && !(again && can_retry) {
        return Screen::Outcome(Outcome {
            code: text(&outcome["code"]),
            title: text(&outcome["title"]),
            body: text(&outcome["body"]),
            can_retry,
        });
    }
    let missing: Vec<&str> = page["requirements"]["missing"]
        .as_array()
        .into_iter()
        .flatten()
        .filter_map(Value::as_str)
        .collect();
    let misses = |name: &str| missing.contains(&name);
    if misses("biometric_consent") {
        Screen::Consent(consent(&page["biometric_consent"]))
    } else if page["document_capture"]["require_live_capture"] == true
        && (misses("id_document_front") || misses("id_document_back"))
    {
        Screen::NeedsScript
    } else if misses("id_document_front") {
        Screen::Front(documents(
            &page["document_select"]["id_document_type_allowlist"],
        ))
    } else if misses("id_document_back") {
        Screen::Back
    } else if misses("face") && page["selfie"]["liveness"] == "challenge" {
        Screen::NeedsScript
    } else if misses("face") {
        Screen::Selfie
    } else if ["name", "dob", "id_number"].into_iter().any(misses) {
        Screen::Details(Details {
            name: misses("name"),
            dob: misses("dob"),
            number: misses("id_number"),
            countries: pairs(&page["individual"]["id_number_countries"]),
        })
    } else {
        Screen::Checking
    }
}

fn consent(value: &Value) -> Consent {
    let lines = value["lines"].as_array().into_iter().flatten();
    Consent {
        title: text(&value["title"]),
        body: text(&value["body"]),
        // The sheets that links in them open need a script; what they say stands in the lines.
        lines: lines
            .map(|line| without_links(&text(&line["content"])))
            .collect(),
        privacy_policy: text(&value["privacy_policy"]),
        accept: text(&value["accept_button_text"]),
        decline: text(&value["decline_button_text"]),
    }
}

fn without_links(html: &str) -> String {
    let mut plain = String::new();
    let mut rest = html;
    while let Some((before, link)) = rest.split_once("<a ") {
        plain.push_str(before);
        rest = link.split_once('>').map_or("", |(_, after)| after);
    }
    plain.push_str(rest);
    plain.replace("</a>", "")
}

/// In the order in which the page with a script offers them.
fn documents(allowed: &Value) -> Vec<(String, String)> {
    [
        DocumentType::Passport,
        DocumentType::IdCard,
        DocumentType::DrivingLicense,
    ]
    .into_iter()
    .filter_map(|document| {
        let name = allowed[document.as_str()].as_str()?;
        Some((document.as_str().to_owned(), name.to_owned()))
    })
    .collect()
}

fn pairs(value: &Value) -> Vec<(String, String)> {
    let members = value.as_object().into_iter().flatten();
    members
        .map(|(key, name)| (key.clone(), text(name)))
        .collect()
}

fn text(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn links_go_and_their_words_stay() {
        let html = "You take a <a href=\"x://y\">photo</a> &amp; <a href=\"z\">more</a>.";
        assert_eq!(without_links(html), "You take a photo &amp; more.");
        assert_eq!(without_links("<a unclosed"), "");
    }
}
