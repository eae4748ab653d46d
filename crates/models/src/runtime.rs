//! Which library runs networks.

use std::fmt;
use std::str::FromStr;

use serde::Deserialize;

/// A library that runs networks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Runtime {
    /// Part of this binary.
    Rten,
    /// Microsoft's, a shared library in the models folder: quicker, and wants more memory.
    OnnxRuntime,
}

impl Runtime {
    /// As the command line takes it: `rten` or `onnxruntime`.
    pub fn name(self) -> &'static str {
        match self {
            Self::Rten => "rten",
            Self::OnnxRuntime => "onnxruntime",
        }
    }
}

impl fmt::Display for Runtime {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(self.name())
    }
}

impl FromStr for Runtime {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, Self::Err> {
        [Self::Rten, Self::OnnxRuntime]
            .into_iter()
            .find(|runtime| runtime.name() == text)
            .ok_or_else(|| "it is rten or onnxruntime".to_owned())
    }
}
