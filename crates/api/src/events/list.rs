//! `GET /v1/events`

use identity::resource::EventObject;
use identity::{EventType, resource};
use schemars::JsonSchema;
use serde::Deserialize;
use store::EventFilter;
use wire::{
    ApiError, Context, CreatedParameter, Endpoint, ListPage, Paged, Read, Result, cursor_error,
};

use super::{WHAT, horizon};

/// How many names `types` may hold.
const TYPES_LIMIT: usize = 20;

#[derive(Default, Deserialize, JsonSchema)]
#[serde(default, deny_unknown_fields)]
pub(crate) struct Params {
    created: CreatedParameter,
    delivery_success: Option<bool>,
    r#type: Option<String>,
    #[schemars(length(max = 20))]
    types: Option<Vec<String>>,
}

pub(crate) struct List;

impl Endpoint for List {
    const ID: &'static str = "GetEvents";
    const SUMMARY: &'static str = "List events";

    type Access = Read;
    type Path = ();
    type Params = Paged<Params>;
    type Answer = ListPage<EventObject<'static>>;

    async fn execute(
        context: &mut Context<'_>,
        (): (),
        Paged { params, page }: Paged<Params>,
    ) -> Result<Self::Answer> {
        context.call.expand_list(&[])?;
        let mut created = params.created.0;
        created.gte = created.gte.max(Some(horizon(context.call.now).0));
        let filter = EventFilter {
            types: types(params.r#type, params.types)?,
            delivered: params.delivery_success,
            created,
        };
        let found = context
            .unit
            .events(context.call.scope(), &filter, &page)
            .await
            .map_err(cursor_error(&page, WHAT))?;
        let shown = found.items.iter().map(|event| resource::event(event, None));
        Ok(ListPage {
            data: shown.collect(),
            has_more: found.has_more,
        })
    }
}

/// The types asked for; those that are no events of ours simply never happened.
fn types(one: Option<String>, several: Option<Vec<String>>) -> Result<Option<Vec<EventType>>> {
    let patterns = match (one, several) {
        (None, None) => return Ok(None),
        (Some(_), Some(_)) => return Err(ApiError::exclusive("types", "type")),
        (Some(pattern), None) => vec![pattern],
        (None, Some(names)) if names.len() > TYPES_LIMIT => {
            let message = format!("`types` holds at most {TYPES_LIMIT} names.");
            return Err(ApiError::invalid("types", message));
        }
        (None, Some(names)) => names,
    };
    let asked = |event: &&EventType| {
        patterns
            .iter()
            .any(|pattern| matches(pattern, event.as_str()))
    };
    Ok(Some(EventType::ALL.iter().filter(asked).copied().collect()))
}

/// Whether a name fits a pattern in which every `*` stands for any characters.
fn matches(pattern: &str, name: &str) -> bool {
    let Some((start, rest)) = pattern.split_once('*') else {
        return pattern == name;
    };
    let Some(mut name) = name.strip_prefix(start) else {
        return false;
    };
    let mut pieces: Vec<&str> = rest.split('*').collect();
    let end = pieces.pop().unwrap_or_default();
    // Taking each piece where it first occurs leaves the most for those behind it.
    for piece in pieces {
        match name.find(piece) {
            Some(at) => name = &name[at + piece.len()..],
            None => return false,
        }
    }
    name.ends_with(end)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn patterns_stand_for_several_types() {
        let count = |pattern: &str| {
            types(Some(pattern.to_owned()), None)
                .unwrap()
                .unwrap()
                .len()
        };
        assert_eq!(count("*"), 6);
        assert_eq!(count("identity.verification_session.*"), 6);
        assert_eq!(count("identity.*.verified"), 1);
        assert_eq!(count("identity.verification_session.verified"), 1);
        assert_eq!(count("identity.*session*ed"), 4);
        assert_eq!(count("identity.verification_session.verified*verified"), 0);
        assert_eq!(count("charge.*"), 0);
    }
}
