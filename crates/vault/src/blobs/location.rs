use std::fmt;
use std::path::PathBuf;

use url::Url;

use super::bucket::{Bucket, Service};
use super::{BlobError, Blobs};

/// Where blobs lie, as an operator writes it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum BlobLocation {
    /// A folder of this machine.
    Folder(PathBuf),
    /// A bucket of an object store.
    Bucket(Bucket),
}

impl BlobLocation {
    /// Reads `file:///PATH`, `s3://BUCKET/PREFIX`, and, where they are compiled in,
    /// `gs://BUCKET/PREFIX` and `az://CONTAINER/PREFIX`. Credentials never stand in it: they come
    /// from the environment.
    pub fn parse(text: &str) -> Result<Self, BlobError> {
        if let Some(path) = text.strip_prefix("file://") {
            if !path.starts_with('/') {
                return Err(BlobError::location(
                    "the blob URL names no folder: use file:///PATH",
                ));
            }
            return Ok(Self::Folder(PathBuf::from(path)));
        }
        let url = Url::parse(text).map_err(|_| BlobError::location(USE))?;
        let service = match url.scheme() {
            "s3" => Service::S3,
            "gs" => Service::Gcs,
            "az" => Service::Azure,
            _ => return Err(BlobError::location(USE)),
        };
        if !url.username().is_empty() || url.password().is_some() {
            return Err(BlobError::location(
                "credentials do not belong into the blob URL, which others can read: give them as \
                 variables (AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY)",
            ));
        }
        Bucket::parse(service, &url).map(Self::Bucket)
    }

    /// The place of the same kind whose name ends in `-name`: never inside this one.
    pub fn beside(&self, name: &str) -> Self {
        match self {
            Self::Folder(folder) => {
                // Without a slash at the end.
                let folder: PathBuf = folder.components().collect();
                let mut sibling = folder.into_os_string();
                sibling.push(format!("-{name}"));
                Self::Folder(PathBuf::from(sibling))
            }
            Self::Bucket(bucket) => Self::Bucket(bucket.beside(name)),
        }
    }

    /// Opens it. A folder is made if it is missing; a bucket is not, and not asked either.
    pub fn open(&self) -> Result<Blobs, BlobError> {
        match self {
            Self::Folder(folder) => Blobs::local(folder),
            Self::Bucket(bucket) => bucket.open(),
        }
    }
}

impl fmt::Display for BlobLocation {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Folder(folder) => write!(f, "{}", folder.display()),
            Self::Bucket(bucket) => bucket.fmt(f),
        }
    }
}

const USE: &str = "this is no blob URL: use file:///PATH or s3://BUCKET/PREFIX";

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_lies_beside_is_not_inside() {
        for (url, beside) in [
            ("file:///a/b", "/a/b-keys"),
            ("file:///a/b/", "/a/b-keys"),
            ("s3://pictures/id/live", "s3://pictures/id/live-keys"),
            ("s3://pictures", "s3://pictures/keys"),
        ] {
            let location = BlobLocation::parse(url).unwrap();
            assert_eq!(location.beside("keys").to_string(), beside);
        }
    }

    #[test]
    fn folders_and_buckets_are_told_apart() {
        assert_eq!(
            BlobLocation::parse("file:///a/b").unwrap(),
            BlobLocation::Folder("/a/b".into())
        );
        let bucket = BlobLocation::parse(
            "s3://pictures/id/live?endpoint=http://127.0.0.1:9000&region=eu-1&allow_http=true",
        );
        assert_eq!(bucket.unwrap().to_string(), "s3://pictures/id/live");
        assert_eq!(
            BlobLocation::parse("s3://pictures").unwrap().to_string(),
            "s3://pictures"
        );
    }

    #[test]
    fn what_cannot_be_opened_is_refused_with_a_reason() {
        for (url, reason) in [
            ("pictures", "use file:///PATH or s3://"),
            ("file://pictures", "names no folder"),
            ("ftp://host/a", "use file:///PATH or s3://"),
            ("s3://", "names no bucket"),
            ("s3://key:secret@bucket/a", "credentials do not belong"),
            ("s3://bucket/a?endpont=x", "endpont"),
            ("s3://bucket/a%2Fb", "cannot be a prefix"),
            ("s3://bucket/a?allow_http=perhaps", "true or false"),
            ("s3://bucket/a?endpoint=http://host:9000", "allow_http=true"),
            ("s3://bucket/a?endpoint=https://u:p@host", "credentials"),
        ] {
            let refused = BlobLocation::parse(url).and_then(|location| location.open());
            let text = refused.unwrap_err().to_string();
            assert!(text.contains(reason), "{url}: {text}");
            assert!(!text.contains("secret"), "{text}");
        }
    }

    #[cfg(not(feature = "gcs"))]
    #[test]
    fn a_service_that_is_not_compiled_in_is_named() {
        let location = BlobLocation::parse("gs://bucket/a").unwrap();
        let text = location.open().unwrap_err().to_string();
        assert!(text.contains("feature gcs"), "{text}");
    }

    #[cfg(not(feature = "azure"))]
    #[test]
    fn azure_that_is_not_compiled_in_is_named() {
        let location = BlobLocation::parse("az://container/a").unwrap();
        let text = location.open().unwrap_err().to_string();
        assert!(text.contains("feature azure"), "{text}");
    }
}
