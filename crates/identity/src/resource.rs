//! Every object as Stripe's API shows it: which keys are always there, which are null, which
//! appear only when asked for in `expand`.

mod event;
mod file;
mod keys;
mod report;
mod session;
mod webhook_endpoint;

pub use event::event;
pub use file::{file, file_link};
pub use keys::ephemeral_key;
pub use report::report;
pub use session::{SessionLinks, SessionView, session, verified_outputs};
pub use webhook_endpoint::{deleted_webhook_endpoint, webhook_endpoint};

use serde_json::{Map, Value, json};

use crate::{Date, Options, VerificationType};

/// Adds `key` only where it was asked for.
fn expandable(object: &mut Map<String, Value>, asked: bool, key: &str, value: Value) {
    if asked {
        object.insert(key.to_owned(), value);
    }
}

fn date(date: Option<&Date>) -> Value {
    date.map_or(
        Value::Null,
        |date| json!({ "day": date.day, "month": date.month, "year": date.year }),
    )
}

fn into_object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(object) => object,
        _ => Map::new(),
    }
}

/// The options of a report: a sub-object for each check that was asked for.
fn options(options: &Options, verification_type: VerificationType) -> Map<String, Value> {
    let mut shown = Map::new();
    if let Some(document) = &options.document {
        shown.insert("document".to_owned(), json!(document));
    } else if verification_type == VerificationType::Document {
        shown.insert("document".to_owned(), json!({}));
    }
    if options.id_number || verification_type == VerificationType::IdNumber {
        shown.insert("id_number".to_owned(), json!({}));
    }
    shown
}

/// The same for a session, which also shows what its flow asks for.
fn session_options(options: &Options, verification_type: VerificationType) -> Value {
    let mut shown = self::options(options, verification_type);
    if let Some(email) = &options.email {
        shown.insert("email".to_owned(), json!(email));
    }
    if let Some(phone) = &options.phone {
        shown.insert("phone".to_owned(), json!(phone));
    }
    if let Some(matching) = &options.matching {
        shown.insert("matching".to_owned(), json!(matching));
    }
    Value::Object(shown)
}
