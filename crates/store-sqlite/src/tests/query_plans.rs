use std::path::Path;

use serde_json::Value;
use sqlx::{Connection as _, Row as _};

use super::Temporary;

/// Tables that stay small; reading them whole is meant.
const READ_WHOLE: [&str; 3] = ["accounts", "api_keys", "keyring"];

/// Every query of this crate, as recorded for the compiler.
fn queries() -> Vec<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".sqlx");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    files
        .map(|path| {
            let recorded: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
            recorded["query"].as_str().unwrap().to_owned()
        })
        .collect()
}

#[tokio::test]
async fn no_query_reads_a_table_whole_or_sorts() {
    let backend = Temporary::new().await;
    let url = format!("sqlite://{}", backend.path().display());
    let mut connection = sqlx::SqliteConnection::connect(&url).await.unwrap();
    let queries = queries();
    assert!(queries.len() > 50);
    for query in queries {
        let explain = sqlx::AssertSqlSafe(format!("EXPLAIN QUERY PLAN {query}"));
        let steps = sqlx::query(explain)
            .fetch_all(&mut connection)
            .await
            .unwrap();
        for step in steps {
            let step: String = step.get("detail");
            // `shares` is what a query makes by itself, one row for each endpoint.
            let of_its_own = ["json_each", "CONSTANT ROW", "SCAN shares"];
            let whole = step.starts_with("SCAN ")
                && !of_its_own.iter().any(|source| step.contains(source))
                && !READ_WHOLE
                    .iter()
                    .any(|table| step == format!("SCAN {table}"));
            assert!(!whole && !step.contains("TEMP B-TREE"), "{step}\n{query}");
        }
    }
}
