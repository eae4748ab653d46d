//! Arguments that several commands take.

use std::net::SocketAddr;
use std::path::PathBuf;

use clap::Args;
use vision::runtime::Runtime;

/// Where an installation keeps what it stores.
#[derive(Args, Clone, Debug)]
pub(crate) struct StorageArguments {
    /// Folder of the embedded database, the pictures and the master key.
    #[arg(long, env = "BONAFIDE_DATA_DIR", value_name = "DIR")]
    pub(crate) data_dir: Option<PathBuf>,
    /// Database, `sqlite:PATH` or `postgres://USER:PASSWORD@HOST/DATABASE`; by default a file
    /// inside the data folder.
    #[arg(
        long,
        env = "BONAFIDE_DATABASE_URL",
        hide_env_values = true,
        value_name = "URL"
    )]
    pub(crate) database_url: Option<String>,
    /// Connections to a PostgreSQL server that one process uses at most [default: 8].
    #[arg(long, env = "BONAFIDE_DATABASE_CONNECTIONS", value_name = "NUMBER")]
    pub(crate) database_connections: Option<u32>,
    /// Sealed pictures, `file:///PATH` or `s3://BUCKET/PREFIX`; by default inside the data folder.
    #[arg(long, env = "BONAFIDE_BLOB_URL", value_name = "URL")]
    pub(crate) blob_url: Option<String>,
    /// Root and epoch keys, sealed by the master key, as a URL like that of the pictures; by default
    /// beside the pictures. Keep them out of backups of the database.
    #[arg(long, env = "BONAFIDE_KEY_URL", value_name = "URL")]
    pub(crate) key_url: Option<String>,
    /// Configuration file (TOML).
    #[arg(long, env = "BONAFIDE_CONFIG", value_name = "FILE")]
    pub(crate) config: Option<PathBuf>,
    /// Where the outside finds the server; by default the address it listens on.
    #[arg(long, env = "BONAFIDE_PUBLIC_URL", value_name = "URL")]
    pub(crate) public_url: Option<String>,
}

/// Where monitoring finds this process.
#[derive(Args, Clone, Debug)]
pub(crate) struct MetricsArguments {
    /// Address of /metrics for Prometheus, and of /healthz and /readyz; port 0 picks one, and the
    /// log says which. Nobody has to log in there: keep it off public networks. Nothing is counted
    /// without it.
    #[arg(long, env = METRICS_VARIABLE, value_name = "ADDRESS")]
    pub(crate) metrics_listen: Option<SocketAddr>,
}

pub(crate) const METRICS_VARIABLE: &str = "BONAFIDE_METRICS_LISTEN";

/// Where the models are.
#[derive(Args, Clone, Debug)]
pub struct ModelArguments {
    /// Folder of the models; by default found from the executable.
    #[arg(long, env = "BONAFIDE_MODELS_DIR", value_name = "DIR")]
    pub(crate) models_dir: Option<PathBuf>,
    /// What runs the models: `onnxruntime`, a library among them, or `rten`, which is part of this
    /// binary, slower and content with less memory; by default the former where it is in place.
    #[arg(long, env = "BONAFIDE_RUNTIME", value_name = "NAME")]
    pub(crate) runtime: Option<Runtime>,
}
