use std::collections::HashMap;

use http::Method;

use super::operation::{Operation, Way};

/// What the operation behind a route is called, in logs and measures, and its way past the boundary.
#[derive(Default)]
pub(crate) struct OperationNames(HashMap<String, Vec<(Method, Named)>>);

type Named = (&'static str, Way);

impl OperationNames {
    pub(crate) fn new<'a>(
        operations: impl Iterator<Item = &'a (Method, String, Operation)>,
    ) -> Self {
        let mut names = Self::default();
        for (method, path, operation) in operations {
            let named = (operation.id, operation.way);
            let known = names.0.entry(path.clone()).or_default();
            known.push((method.clone(), named));
        }
        names
    }

    /// The name of a route, or `none`, and its way.
    pub(crate) fn of(&self, method: &Method, route: Option<&str>) -> Named {
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
        found.map_or(("none", Way::default()), |(_, named)| *named)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_route_has_a_name_for_each_method_and_strangers_have_none() {
        let route = |method, id| (method, "/v1/a/{id}".to_owned(), Operation::open(id, ""));
        let mut known = [route(Method::GET, "GetA"), route(Method::POST, "PostA")];
        known[1].2 = known[1].2.answers_shared();
        let names = OperationNames::new(known.iter());
        assert_eq!(names.of(&Method::POST, Some("/v1/a/{id}")).1, Way::Asset);
        let of = |method, route| names.of(&method, route).0;
        assert_eq!(of(Method::GET, Some("/v1/a/{id}")), "GetA");
        assert_eq!(of(Method::HEAD, Some("/v1/a/{id}")), "GetA");
        assert_eq!(of(Method::POST, Some("/v1/a/{id}")), "PostA");
        assert_eq!(of(Method::DELETE, Some("/v1/a/{id}")), "none");
        assert_eq!(of(Method::GET, Some("/v1/b")), "none");
        assert_eq!(of(Method::GET, None), "none");
    }
}
