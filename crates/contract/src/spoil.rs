use axum::Router;
use axum::body::Body;
use axum::middleware::map_response;
use axum::response::Response;
use http::header::CONTENT_LENGTH;
use serde_json::Value;

/// `drop:OBJECT.KEY` takes a key out of every object of a kind, `null:OBJECT.KEY` empties it,
/// `add:OBJECT.KEY` invents it.
const MUTATION: &str = "BONAFIDE_MUTATION";
const LIMIT: usize = 64 << 20;

#[derive(Clone)]
struct Mutation {
    change: Change,
    object: String,
    key: String,
}

#[derive(Clone, Copy)]
enum Change {
    Add,
    Drop,
    Null,
}

/// Puts what the environment asks to be broken around a router; nothing where it asks nothing.
pub fn spoiled(router: Router) -> Router {
    match std::env::var(MUTATION).ok().as_deref().and_then(read) {
        None => router,
        Some(mutation) => router.layer(map_response(move |response: Response| {
            spoil(mutation.clone(), response)
        })),
    }
}

fn read(text: &str) -> Option<Mutation> {
    let (change, rest) = text.split_once(':')?;
    let change = match change {
        "add" => Change::Add,
        "drop" => Change::Drop,
        "null" => Change::Null,
        _ => return None,
    };
    let (object, key) = rest.rsplit_once('.')?;
    Some(Mutation {
        change,
        object: object.to_owned(),
        key: key.to_owned(),
    })
}

async fn spoil(mutation: Mutation, response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let bytes = axum::body::to_bytes(body, LIMIT).await.unwrap_or_default();
    let Ok(mut value) = serde_json::from_slice::<Value>(&bytes) else {
        return Response::from_parts(parts, Body::from(bytes));
    };
    mutation.apply(&mut value);
    parts.headers.remove(CONTENT_LENGTH);
    Response::from_parts(parts, Body::from(value.to_string()))
}

impl Mutation {
    fn apply(&self, value: &mut Value) {
        match value {
            Value::Array(items) => items.iter_mut().for_each(|item| self.apply(item)),
            Value::Object(members) => {
                if members
                    .get("object")
                    .is_some_and(|name| *name == self.object)
                {
                    match (self.change, members.contains_key(&self.key)) {
                        (Change::Add, _) => {
                            members.insert(self.key.clone(), Value::Bool(true));
                        }
                        (Change::Drop, _) => {
                            members.remove(&self.key);
                        }
                        (Change::Null, true) => {
                            members.insert(self.key.clone(), Value::Null);
                        }
                        (Change::Null, false) => {}
                    }
                }
                members.values_mut().for_each(|member| self.apply(member));
            }
            _ => {}
        }
    }
}
