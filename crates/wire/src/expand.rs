use identity::Expand;

use crate::{ApiError, Call, Result};

/// Stripe's limit on how deep a path may go.
const DEPTH_LIMIT: usize = 4;

impl Call {
    /// What the caller asked to expand, checked against the paths that the object has.
    pub fn expand(&self, allowed: &[&str]) -> Result<Expand> {
        check(&self.expand, allowed, "")
    }

    /// The same for lists, whose paths start with `data.`.
    pub fn expand_list(&self, allowed: &[&str]) -> Result<Expand> {
        check(&self.expand, allowed, "data.")
    }
}

fn check(asked: &[String], allowed: &[&str], prefix: &str) -> Result<Expand> {
    let mut paths = Vec::with_capacity(asked.len());
    for (index, path) in asked.iter().enumerate() {
        let refuse = |why: String| ApiError::invalid(format!("expand[{index}]"), why);
        let shown: String = path.chars().take(100).collect();
        if path.split('.').count() > DEPTH_LIMIT + usize::from(!prefix.is_empty()) {
            return Err(refuse(format!(
                "`{shown}` goes deeper than the {DEPTH_LIMIT} levels that can be expanded."
            )));
        }
        match path.strip_prefix(prefix) {
            Some(rest) if allowed.contains(&rest) => paths.push(rest.to_owned()),
            None if allowed.contains(&path.as_str()) => {
                return Err(refuse(format!(
                    "This property cannot be expanded ({shown}). In a list, write \
                     `data.{shown}`."
                )));
            }
            _ => {
                return Err(refuse(format!(
                    "This property cannot be expanded ({shown})."
                )));
            }
        }
    }
    Ok(Expand::new(paths))
}

#[cfg(test)]
mod tests {
    use super::check;

    fn texts(paths: &[&str]) -> Vec<String> {
        paths.iter().map(|path| (*path).to_owned()).collect()
    }

    #[test]
    fn known_paths_are_taken() {
        let expand = check(&texts(&["a.b"]), &["a", "a.b"], "").unwrap();
        assert!(expand.has("a") && expand.has("a.b"));
        let expand = check(&texts(&["data.a"]), &["a"], "data.").unwrap();
        assert!(expand.has("a"));
    }

    #[test]
    fn others_are_refused_by_name() {
        for (asked, prefix) in [
            ("x", ""),
            ("data.x", "data."),
            ("a", "data."),
            ("data.a", ""),
        ] {
            let error = check(&texts(&["a"]), &["a"], prefix).map(drop);
            assert_eq!(error.is_ok(), prefix.is_empty());
            let error = check(&texts(&[asked]), &["a"], prefix).unwrap_err();
            assert_eq!(error.param.as_deref(), Some("expand[0]"), "{asked}");
            assert!(error.message.contains(asked), "{}", error.message);
        }
        assert!(check(&texts(&["a.b.c.d.e"]), &["a.b.c.d.e"], "").is_err());
    }
}
