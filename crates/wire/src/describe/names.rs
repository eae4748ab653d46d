use std::collections::HashMap;

use http::Method;

/// What the operation behind a route is called, in logs and measures.
#[derive(Default)]
pub(crate) struct OperationNames(HashMap<String, Vec<(Method, &'static str)>>);

impl OperationNames {
    pub(super) fn new(operations: impl Iterator<Item = (Method, String, &'static str)>) -> Self {
        let mut names = Self::default();
        for (method, path, id) in operations {
            names.0.entry(path).or_default().push((method, id));
        }
        names
    }

    /// The name of a route, or `none`.
    pub(crate) fn of(&self, method: &Method, route: Option<&str>) -> &'static str {
        // Whoever answers GET answers HEAD.
        let method = if *method == Method::HEAD {
            &Method::GET
        } else {
            method
        };
        let found = route.and_then(|route| self.0.get(route)).and_then(|known| {
            let mut known = known.iter();
            known.find(|(takes, _)| takes == method)
        });
        found.map_or("none", |(_, id)| *id)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_has_a_name_for_each_method_and_strangers_have_none() {
        let route = |method, id| (method, "/v1/a/{id}".to_owned(), id);
        let known = [route(Method::GET, "GetA"), route(Method::POST, "PostA")];
        let names = OperationNames::new(known.into_iter());
        let of = |method, route| names.of(&method, route);
        assert_eq!(of(Method::GET, Some("/v1/a/{id}")), "GetA");
        assert_eq!(of(Method::HEAD, Some("/v1/a/{id}")), "GetA");
        assert_eq!(of(Method::POST, Some("/v1/a/{id}")), "PostA");
        assert_eq!(of(Method::DELETE, Some("/v1/a/{id}")), "none");
        assert_eq!(of(Method::GET, Some("/v1/b")), "none");
        assert_eq!(of(Method::GET, None), "none");
    }
}
