//! What is embedded in the binary, once in memory (debug builds read it from its folders, when it is
//! asked for the first time).

use std::borrow::Cow;
use std::collections::HashMap;
use std::io::{Read as _, Write as _};
use std::sync::{LazyLock, OnceLock};

use axum::body::Bytes;
use flate2::Compression;
use flate2::read::GzDecoder;
use flate2::write::GzEncoder;
use rust_embed::{EmbeddedFile, RustEmbed};

#[derive(RustEmbed)]
#[folder = "../../web/verify/dist"]
struct Files;

#[derive(RustEmbed)]
#[folder = "../../web/identity/dist"]
struct Scripts;

/// What the name of a packed file ends with (RFC 1952).
const PACKED: &str = ".gz";

static INDEX: LazyLock<Option<Bytes>> = LazyLock::new(|| Files::get("index.html").map(shared));

static ASSETS: LazyLock<HashMap<String, Asset>> = LazyLock::new(|| {
    let known = Files::iter().filter_map(|path| {
        let name = path
            .strip_prefix("assets/")?
            .strip_suffix(PACKED)?
            .to_owned();
        let packed = shared(Files::get(&path)?);
        Some((name, Asset::packed_as(packed)))
    });
    known.collect()
});

static SCRIPT: LazyLock<Option<Asset>> = LazyLock::new(|| {
    let whole = shared(Scripts::get("identity.js")?);
    let asset = Asset::packed_as(packed(&whole).ok()?.into());
    Some(Asset {
        whole: OnceLock::from(Some(whole)),
        ..asset
    })
});

/// The page.
pub(super) fn index() -> Option<Bytes> {
    INDEX.clone()
}

/// A file that the page names.
pub(super) fn asset(name: &str) -> Option<&'static Asset> {
    ASSETS.get(name)
}

/// The script for others' pages.
pub(super) fn script() -> Option<&'static Asset> {
    SCRIPT.as_ref()
}

/// One file. It is kept packed, and unpacked once for all clients that do not take it so.
pub(super) struct Asset {
    packed: Bytes,
    whole: OnceLock<Option<Bytes>>,
}

impl Asset {
    fn packed_as(packed: Bytes) -> Self {
        Self {
            packed,
            whole: OnceLock::new(),
        }
    }

    pub(super) fn packed(&self) -> Bytes {
        self.packed.clone()
    }

    /// `None` where it cannot be unpacked.
    pub(super) async fn unpacked(&'static self) -> Option<Bytes> {
        if let Some(whole) = self.whole.get() {
            return whole.clone();
        }
        let unpacking = tokio::task::spawn_blocking(|| {
            let unpack = || unpacked(&self.packed).ok().map(Bytes::from);
            self.whole.get_or_init(unpack).clone()
        });
        unpacking.await.ok().flatten()
    }
}

fn shared(file: EmbeddedFile) -> Bytes {
    match file.data {
        Cow::Borrowed(data) => Bytes::from_static(data),
        Cow::Owned(data) => Bytes::from(data),
    }
}

fn packed(contents: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(contents)?;
    encoder.finish()
}

fn unpacked(contents: &[u8]) -> std::io::Result<Vec<u8>> {
    let mut whole = Vec::new();
    GzDecoder::new(contents).read_to_end(&mut whole)?;
    whole.shrink_to_fit();
    Ok(whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[tokio::test]
    async fn all_who_ask_share_one_copy() {
        let whole = b"what the page names".repeat(1000);
        let asset: &'static Asset =
            Box::leak(Box::new(Asset::packed_as(packed(&whole).unwrap().into())));
        let (one, other) = tokio::join!(asset.unpacked(), asset.unpacked());
        let (one, other) = (one.unwrap(), other.unwrap());
        assert_eq!(one, whole);
        assert_eq!(one.as_ptr(), other.as_ptr());
        assert_eq!(asset.packed().as_ptr(), asset.packed().as_ptr());
        assert!(asset.packed().len() < whole.len());
    }
}
