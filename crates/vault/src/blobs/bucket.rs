use std::fmt;
use std::sync::Arc;
use std::time::Duration;

#[cfg(any(feature = "gcs", feature = "azure"))]
use object_store::ClientOptions;
use object_store::aws::AmazonS3Builder;
use object_store::path::Path;
use object_store::prefix::PrefixStore;
use object_store::{BackoffConfig, ObjectStore, RetryConfig};
use url::Url;

use super::{BlobError, Blobs, path};

const CONNECT_WITHIN: Duration = Duration::from_secs(5);
/// One request with its body: the largest picture over a slow line.
const REQUEST_WITHIN: Duration = Duration::from_secs(20);
/// After this no request is repeated.
const RETRY_WITHIN: Duration = Duration::from_secs(20);
const MAX_RETRIES: usize = 5;

/// A part of a bucket, and how it is reached. Credentials come from the environment alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Bucket {
    service: Service,
    name: String,
    prefix: String,
    endpoint: Option<String>,
    region: Option<String>,
    allow_http: Option<bool>,
    virtual_hosted: Option<bool>,
    #[cfg(any(test, feature = "testing"))]
    pub(crate) credentials: Option<crate::testing::Credentials>,
}

/// Who keeps the bucket.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Service {
    /// Amazon S3, and what speaks its protocol.
    S3,
    /// Google Cloud Storage.
    Gcs,
    /// Azure Blob Storage.
    Azure,
}

impl Bucket {
    pub(super) fn parse(service: Service, url: &Url) -> Result<Self, BlobError> {
        let name = url.host_str().unwrap_or_default();
        if name.is_empty() {
            return Err(BlobError::location(
                "the blob URL names no bucket: use s3://BUCKET/PREFIX",
            ));
        }
        let prefix = url.path().trim_matches('/');
        if !prefix.is_empty() && path(prefix).is_err() {
            return Err(BlobError::Location(format!(
                "{prefix} cannot be a prefix: letters, digits, - and _ between slashes"
            )));
        }
        let mut bucket = Self {
            service,
            name: name.to_owned(),
            prefix: prefix.to_owned(),
            endpoint: None,
            region: None,
            allow_http: None,
            virtual_hosted: None,
            #[cfg(any(test, feature = "testing"))]
            credentials: None,
        };
        for (name, value) in url.query_pairs() {
            match (service, &*name) {
                (Service::S3, "endpoint") => bucket.endpoint = Some(checked_endpoint(&value)?),
                (Service::S3, "region") => bucket.region = Some(value.into_owned()),
                (Service::S3, "allow_http") => bucket.allow_http = Some(switch(&name, &value)?),
                (Service::S3, "virtual_hosted") => {
                    bucket.virtual_hosted = Some(switch(&name, &value)?);
                }
                _ => {
                    return Err(BlobError::Location(format!(
                        "the blob URL takes no {name}: s3:// knows endpoint, region, allow_http and \
                         virtual_hosted"
                    )));
                }
            }
        }
        let http = |endpoint: &String| endpoint.starts_with("http://");
        if bucket.endpoint.as_ref().is_some_and(http) && bucket.allow_http != Some(true) {
            return Err(BlobError::location(
                "the endpoint of the blob URL is not encrypted: use https, or add allow_http=true",
            ));
        }
        Ok(bucket)
    }

    /// The part of the same bucket whose prefix ends in `-name`.
    pub(super) fn beside(&self, name: &str) -> Self {
        let prefix = match self.prefix.as_str() {
            "" => name.to_owned(),
            prefix => format!("{prefix}-{name}"),
        };
        Self {
            prefix,
            ..self.clone()
        }
    }

    pub(super) fn open(&self) -> Result<Blobs, BlobError> {
        let store: Arc<dyn ObjectStore> = match self.service {
            Service::S3 => self.within(self.s3()?),
            Service::Gcs => self.gcs()?,
            Service::Azure => self.azure()?,
        };
        Ok(Blobs::remote(store))
    }

    fn s3(&self) -> Result<object_store::aws::AmazonS3, BlobError> {
        let mut builder = AmazonS3Builder::from_env()
            .with_bucket_name(&self.name)
            // Single deletions are what every server of this protocol knows.
            .with_disable_bulk_delete(true)
            .with_retry(retries());
        // The environment's own options stay, ours bound the time.
        for (name, value) in limits() {
            builder =
                builder.with_config(object_store::aws::AmazonS3ConfigKey::Client(name), value);
        }
        if let Some(endpoint) = &self.endpoint {
            builder = builder.with_endpoint(endpoint);
        }
        if let Some(region) = &self.region {
            builder = builder.with_region(region);
        }
        if let Some(allow_http) = self.allow_http {
            builder = builder.with_allow_http(allow_http);
        }
        if let Some(virtual_hosted) = self.virtual_hosted {
            builder = builder.with_virtual_hosted_style_request(virtual_hosted);
        }
        #[cfg(any(test, feature = "testing"))]
        if let Some(credentials) = &self.credentials {
            builder = builder
                .with_access_key_id(&credentials.key)
                .with_secret_access_key(&credentials.secret);
        }
        builder.build().map_err(not_configured)
    }

    #[cfg(feature = "gcs")]
    fn gcs(&self) -> Result<Arc<dyn ObjectStore>, BlobError> {
        let store = object_store::gcp::GoogleCloudStorageBuilder::from_env()
            .with_bucket_name(&self.name)
            .with_client_options(client_options())
            .with_retry(retries())
            .build()
            .map_err(not_configured)?;
        Ok(self.within(store))
    }

    #[cfg(not(feature = "gcs"))]
    #[expect(clippy::unused_self, reason = "the same as with the feature")]
    fn gcs(&self) -> Result<Arc<dyn ObjectStore>, BlobError> {
        Err(BlobError::location(
            "this build cannot reach Google Cloud Storage: compile bonafide with the feature gcs",
        ))
    }

    #[cfg(feature = "azure")]
    fn azure(&self) -> Result<Arc<dyn ObjectStore>, BlobError> {
        let store = object_store::azure::MicrosoftAzureBuilder::from_env()
            .with_container_name(&self.name)
            .with_client_options(client_options())
            .with_retry(retries())
            .build()
            .map_err(not_configured)?;
        Ok(self.within(store))
    }

    #[cfg(not(feature = "azure"))]
    #[expect(clippy::unused_self, reason = "the same as with the feature")]
    fn azure(&self) -> Result<Arc<dyn ObjectStore>, BlobError> {
        Err(BlobError::location(
            "this build cannot reach Azure Blob Storage: compile bonafide with the feature azure",
        ))
    }

    fn within(&self, store: impl ObjectStore) -> Arc<dyn ObjectStore> {
        if self.prefix.is_empty() {
            Arc::new(store)
        } else {
            Arc::new(PrefixStore::new(store, Path::from(&*self.prefix)))
        }
    }
}

impl fmt::Display for Bucket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scheme = match self.service {
            Service::S3 => "s3",
            Service::Gcs => "gs",
            Service::Azure => "az",
        };
        write!(f, "{scheme}://{}", self.name)?;
        if self.prefix.is_empty() {
            return Ok(());
        }
        write!(f, "/{}", self.prefix)
    }
}

fn checked_endpoint(text: &str) -> Result<String, BlobError> {
    let url = Url::parse(text)
        .map_err(|_| BlobError::location("the endpoint of the blob URL is no URL"))?;
    if !matches!(url.scheme(), "http" | "https") {
        return Err(BlobError::location(
            "the endpoint of the blob URL has to be http or https",
        ));
    }
    if !url.username().is_empty() || url.password().is_some() {
        return Err(BlobError::location(
            "credentials do not belong into the endpoint of the blob URL: give them as variables",
        ));
    }
    Ok(text.trim_end_matches('/').to_owned())
}

fn switch(name: &str, value: &str) -> Result<bool, BlobError> {
    value
        .parse()
        .map_err(|_| BlobError::Location(format!("{name} in the blob URL is true or false")))
}

/// What the environment says wrongly, without its values.
fn not_configured(_: object_store::Error) -> BlobError {
    BlobError::location(
        "the picture store's client cannot be configured: check the variables AWS_… (key and secret \
         both, an https endpoint or AWS_ALLOW_HTTP=true)",
    )
}

fn limits() -> [(object_store::ClientConfigKey, String); 2] {
    let seconds = |limit: Duration| format!("{} seconds", limit.as_secs());
    [
        (
            object_store::ClientConfigKey::ConnectTimeout,
            seconds(CONNECT_WITHIN),
        ),
        (
            object_store::ClientConfigKey::Timeout,
            seconds(REQUEST_WITHIN),
        ),
    ]
}

#[cfg(any(feature = "gcs", feature = "azure"))]
fn client_options() -> ClientOptions {
    ClientOptions::new()
        .with_connect_timeout(CONNECT_WITHIN)
        .with_timeout(REQUEST_WITHIN)
}

fn retries() -> RetryConfig {
    RetryConfig {
        backoff: BackoffConfig {
            init_backoff: Duration::from_millis(100),
            max_backoff: Duration::from_secs(3),
            base: 2.0,
        },
        max_retries: MAX_RETRIES,
        retry_timeout: RETRY_WITHIN,
    }
}
