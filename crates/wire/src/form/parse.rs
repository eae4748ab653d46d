use super::error::{FormError, Problem};
use super::tree::Node;
use crate::ApiError;

/// More pairs than any endpoint has a use for (metadata alone can bring 50).
const PAIR_LIMIT: usize = 1000;

/// Reads form-encoded text. `+` and `%20` are spaces; brackets may be percent-encoded.
pub(crate) fn parse(text: &[u8]) -> Result<Node, ApiError> {
    let mut tree = Node::default();
    parse_into(&mut tree, text)?;
    Ok(tree)
}

/// Adds what form-encoded text says to a tree.
pub(crate) fn parse_into(tree: &mut Node, text: &[u8]) -> Result<(), ApiError> {
    for (count, (name, value)) in form_urlencoded::parse(text).enumerate() {
        if count >= PAIR_LIMIT {
            return Err(FormError::new(Problem::TooMany).into());
        }
        tree.insert(&name, value.into_owned())?;
    }
    Ok(())
}
