use std::path::Path;

use serde_json::Value;
use sqlx::{AssertSqlSafe, Executor as _, Row as _};

use super::Temporary;

/// Tables that stay small; reading them whole is meant.
const READ_WHOLE: [&str; 3] = [
    "Seq Scan on accounts",
    "Seq Scan on api_keys",
    "Seq Scan on keyring",
];

/// Every query of this crate, as recorded for the compiler.
fn queries() -> Vec<(String, usize)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(".sqlx");
    let files = std::fs::read_dir(folder)
        .unwrap()
        .map(|file| file.unwrap().path());
    files
        .map(|path| {
            let recorded: Value = serde_json::from_slice(&std::fs::read(path).unwrap()).unwrap();
            let parameters = &recorded["describe"]["parameters"]["Left"];
            (
                recorded["query"].as_str().unwrap().to_owned(),
                parameters.as_array().unwrap().len(),
            )
        })
        .filter(|(query, _)| !query.starts_with("LOCK "))
        .collect()
}

#[tokio::test(flavor = "multi_thread")]
async fn no_query_reads_a_table_whole_or_sorts() {
    let backend = Temporary::new().await;
    // A connection as units have it: forbidden to read whole tables and to sort, the server has to
    // find an index or show that there is none.
    let pool = crate::open::pool(&backend.address, 1).await.unwrap();
    let mut connection = pool.acquire().await.unwrap();
    let queries = queries();
    assert!(queries.len() > 50);
    for (query, parameters) in queries {
        let values = vec!["NULL"; parameters].join(", ");
        let arguments = if parameters == 0 {
            String::new()
        } else {
            format!("({values})")
        };
        let prepare = format!("DEALLOCATE ALL; PREPARE one AS {query}");
        connection.execute(AssertSqlSafe(prepare)).await.unwrap();
        let explain = AssertSqlSafe(format!("EXPLAIN EXECUTE one{arguments}"));
        let mut bounded = !query.contains(", position) > (");
        for row in sqlx::raw_sql(explain)
            .fetch_all(&mut *connection)
            .await
            .unwrap()
        {
            let step: String = row.get(0);
            let whole =
                step.contains("Seq Scan") && !READ_WHOLE.iter().any(|table| step.contains(table));
            assert!(!whole && !step.contains("Sort"), "{step}\n{query}");
            bounded |= step.contains("Index Cond") && step.contains("ROW(");
        }
        assert!(
            bounded,
            "no index has the rows of a page side by side\n{query}"
        );
    }
}
