//! Many rows in one statement.

use std::sync::{Arc, OnceLock};

use sqlx::sqlite::SqliteArguments;
use sqlx::{AssertSqlSafe, SqlStr, Sqlite, SqliteConnection};

pub(crate) type Query<'q> = sqlx::query::Query<'q, Sqlite, SqliteArguments>;

/// A row that can be added together with others.
pub(crate) trait Several {
    /// The checked statement that adds this one, its values numbered.
    fn statement(&self) -> SqlStr;

    /// Binds the values, in the order of their numbers.
    fn bind<'q>(&'q self, query: Query<'q>) -> Query<'q>;
}

/// How many rows a statement adds, so that few statements are prepared.
const SIZES: [usize; 3] = [32, 8, 1];

/// The insertion of one row, said for several.
pub(crate) struct Insertion(OnceLock<[Arc<str>; SIZES.len()]>);

impl Insertion {
    pub(crate) const fn new() -> Self {
        Self(OnceLock::new())
    }

    pub(crate) async fn insert(
        &self,
        connection: &mut SqliteConnection,
        rows: &[&impl Several],
    ) -> Result<(), sqlx::Error> {
        let mut rest = rows;
        let Some(first) = rows.first() else {
            return Ok(());
        };
        let by_size = self.0.get_or_init(|| by_size(first.statement().as_str()));
        for (size, sql) in SIZES.iter().zip(by_size) {
            while rest.len() >= *size {
                let (now, later) = rest.split_at(*size);
                rest = later;
                // Of a checked statement alone.
                let mut query = sqlx::query(AssertSqlSafe(Arc::clone(sql)));
                for row in now {
                    query = row.bind(query);
                }
                query.execute(&mut *connection).await?;
            }
        }
        Ok(())
    }
}

/// Values are asked for without their numbers, which the database would look up one by one.
fn by_size(statement: &str) -> [Arc<str>; SIZES.len()] {
    let (before, values) = statement.split_once("VALUES").unwrap_or((statement, ""));
    let row = format!("({})", vec!["?"; values.matches('$').count()].join(", "));
    SIZES.map(|size| {
        let rows = vec![row.as_str(); size].join(", ");
        format!("{before}VALUES {rows}").into()
    })
}

#[cfg(test)]
mod tests {
    use super::by_size;

    #[test]
    fn one_row_becomes_several() {
        let [_, eight, one] = by_size("INSERT INTO frames (film, frame) VALUES ($1, $2)");
        assert_eq!(&*one, "INSERT INTO frames (film, frame) VALUES (?, ?)");
        assert_eq!(eight.matches("(?, ?)").count(), 8);
    }
}
