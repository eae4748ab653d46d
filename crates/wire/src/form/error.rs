use std::fmt;

use serde::de;

use crate::{ApiError, Code};

/// What is wrong with a form, and where.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct FormError {
    problem: Problem,
    /// Names from the inside out.
    path: Vec<String>,
}

#[derive(Debug, PartialEq, Eq)]
pub(crate) enum Problem {
    Conflict,
    Empty,
    Integer,
    Missing,
    Unknown,
    Boolean,
    Number,
    Text,
    Array,
    Object,
    TooDeep,
    TooLong,
    TooMany,
    Control,
    OneOf(&'static [&'static str]),
    Other,
}

impl FormError {
    pub(crate) fn new(problem: Problem) -> Self {
        Self {
            problem,
            path: Vec::new(),
        }
    }

    /// The same error seen from one level further out.
    pub(crate) fn below(mut self, name: &str) -> Self {
        self.path.push(name.to_owned());
        self
    }

    pub(crate) fn below_all(self, path: &[&str]) -> Self {
        path.iter()
            .rev()
            .fold(self, |error, name| error.below(name))
    }

    fn param(&self) -> Option<String> {
        let mut names = self.path.iter().rev();
        let mut param = names.next()?.clone();
        for name in names {
            param.push('[');
            param.push_str(name);
            param.push(']');
        }
        Some(param.chars().take(500).collect())
    }
}

impl From<FormError> for ApiError {
    fn from(error: FormError) -> Self {
        let param = error.param();
        let name = param.as_deref().unwrap_or("the request");
        let (code, message) = match error.problem {
            Problem::Unknown => (
                Code::ParameterUnknown,
                format!("This endpoint does not know the parameter `{name}`."),
            ),
            Problem::Missing => return Self::missing(name),
            Problem::Empty => (
                Code::ParameterInvalidEmpty,
                format!(
                    "`{name}` is empty. An empty value unsets a parameter, and this one cannot be \
                     unset: leave it out or give it a value."
                ),
            ),
            Problem::Integer => (
                Code::ParameterInvalidInteger,
                format!("`{name}` has to be a whole number."),
            ),
            Problem::Control => (
                Code::InvalidCharacters,
                format!("`{name}` holds a character that cannot be stored."),
            ),
            Problem::Boolean => invalid(name, "has to be `true` or `false`."),
            Problem::Number => invalid(name, "has to be a number."),
            Problem::Text => invalid(name, "has to be a string, not an object or array."),
            Problem::Array => invalid(name, "has to be an array."),
            Problem::Object => invalid(name, "has to be an object with named members."),
            Problem::TooLong => invalid(name, "is too long."),
            Problem::TooDeep => invalid(name, "is nested more deeply than any parameter is."),
            Problem::TooMany => invalid(name, "has too many parameters."),
            Problem::Conflict => invalid(name, "is given both as a value and as an object."),
            Problem::OneOf(choices) => {
                let choices = choices.join("`, `");
                invalid(name, &format!("has to be one of `{choices}`."))
            }
            Problem::Other => invalid(name, "has a value that is not possible here."),
        };
        let answer = Self::new(code, message);
        match param {
            Some(param) => answer.with_param(param),
            None => answer,
        }
    }
}

fn invalid(name: &str, rest: &str) -> (Code, String) {
    (Code::ParameterInvalid, format!("`{name}` {rest}"))
}

impl fmt::Display for FormError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "a form does not decode: {:?}", self.problem)
    }
}

impl std::error::Error for FormError {}

impl de::Error for FormError {
    fn custom<T: fmt::Display>(_message: T) -> Self {
        Self::new(Problem::Other)
    }

    fn invalid_type(_unexpected: de::Unexpected<'_>, expected: &dyn de::Expected) -> Self {
        // Visitors that take several forms say what they wanted in the word they expect.
        match expected.to_string().as_str() {
            "a whole number" => Self::new(Problem::Integer),
            _ => Self::new(Problem::Other),
        }
    }

    fn unknown_variant(_variant: &str, expected: &'static [&'static str]) -> Self {
        Self::new(Problem::OneOf(expected))
    }

    fn unknown_field(field: &str, _expected: &'static [&'static str]) -> Self {
        Self::new(Problem::Unknown).below(field)
    }

    fn missing_field(field: &'static str) -> Self {
        Self::new(Problem::Missing).below(field)
    }
}
