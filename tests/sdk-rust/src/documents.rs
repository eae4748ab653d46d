//! Specimen documents, drawn by the binary.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use serde_json::Value;
use tempfile::TempDir;
use tokio::process::Command;

use crate::server::{binary, root};

/// Another photograph of the person whom documents show.
pub const SAME_PERSON: &str = "obama3.jpg";

/// One of the photographs in models/portraits.
pub fn portrait(name: &str) -> PathBuf {
    root().join("models/portraits").join(name)
}

/// A photographed passport that never existed.
pub struct Document {
    folder: TempDir,
    /// What it says.
    pub truth: Value,
}

impl Document {
    pub async fn passport(seed: u32) -> Self {
        Self::draw(seed, &[]).await
    }

    pub async fn expired_passport(seed: u32) -> Self {
        Self::draw(seed, &["--expired"]).await
    }

    async fn draw(seed: u32, options: &[&str]) -> Self {
        let folder = TempDir::new().expect("a temporary folder");
        let drawn = Command::new(binary())
            .args(["specimen", "--kind", "passport", "--degrade", "handheld"])
            .args(["--seed", &seed.to_string()])
            .arg("--portrait")
            .arg(portrait("obama.jpg"))
            .args(options)
            .arg("--out")
            .arg(folder.path())
            .output()
            .await
            .expect("the binary can be run");
        assert!(drawn.status.success(), "{drawn:?}");
        let truth = File::open(folder.path().join("truth.json")).expect("the truth");
        Self {
            truth: serde_json::from_reader(truth).expect("JSON"),
            folder,
        }
    }

    pub fn front(&self) -> PathBuf {
        self.folder.path().join("front.jpg")
    }
}

pub(crate) fn read_picture(path: &Path) -> Vec<u8> {
    fs::read(path).expect("a picture")
}
