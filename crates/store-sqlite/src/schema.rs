use std::collections::BTreeMap;

use sqlx::SqliteConnection;
use store::schema::{Column, Index, Kind, Reference, Schema, Table};

const TABLES: &str = "name NOT LIKE 'sqlite_%' AND name NOT LIKE '_sqlx_%'";

/// The tables of a database that is open.
pub(crate) async fn read(connection: &mut SqliteConnection) -> Result<Schema, sqlx::Error> {
    let tables: Vec<(String, String)> = sqlx::query_as(sqlx::AssertSqlSafe(format!(
        "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND {TABLES}"
    )))
    .fetch_all(&mut *connection)
    .await?;
    let mut schema = Schema::default();
    for (name, sql) in tables {
        let table = table(connection, &name, &sql).await?;
        schema.tables.insert(name, table);
    }
    Ok(schema)
}

async fn table(
    connection: &mut SqliteConnection,
    name: &str,
    sql: &str,
) -> Result<Table, sqlx::Error> {
    let mut table = Table::default();
    let columns: Vec<(String, String, bool, Option<String>, i64)> = sqlx::query_as(
        r#"SELECT name, type, "notnull", dflt_value, pk FROM pragma_table_info(?) ORDER BY pk"#,
    )
    .bind(name)
    .fetch_all(&mut *connection)
    .await?;
    for (column, kind, not_null, default, place_in_key) in columns {
        if place_in_key > 0 {
            table.key.push(column.clone());
        }
        let kind = match kind.as_str() {
            "INTEGER" => Kind::Integer,
            "BLOB" => Kind::Bytes,
            _ => Kind::Text,
        };
        let numbered = format!("{column} INTEGER PRIMARY KEY AUTOINCREMENT");
        let described = Column {
            kind,
            nullable: !not_null && place_in_key == 0,
            identity: sql.contains(&numbered),
            default,
        };
        table.columns.insert(column, described);
    }
    let references: Vec<(String, String, String)> =
        sqlx::query_as(r#"SELECT "from", "table", "to" FROM pragma_foreign_key_list(?)"#)
            .bind(name)
            .fetch_all(&mut *connection)
            .await?;
    for (column, other, to) in references {
        let reference = Reference {
            column,
            table: other,
            to,
        };
        table.references.insert(reference);
    }
    for (index, made_by, described) in indexes(connection, name).await? {
        match made_by.as_str() {
            "pk" => {}
            "u" => {
                table.unique.insert(described.columns);
            }
            _ => {
                table.indexes.insert(index, described);
            }
        }
    }
    table.shorten_indexes();
    Ok(table)
}

/// Indexes of a table by name, and what made each: `c` for a statement of its own.
async fn indexes(
    connection: &mut SqliteConnection,
    table: &str,
) -> Result<Vec<(String, String, Index)>, sqlx::Error> {
    let columns: Vec<(String, String, bool, Option<String>, String)> = sqlx::query_as(
        r#"SELECT l.name, l.origin, l."unique", s.sql, i.name
        FROM pragma_index_list(?) l JOIN pragma_index_info(l.name) i
        LEFT JOIN sqlite_schema s ON s.name = l.name ORDER BY l.name, i.seqno"#,
    )
    .bind(table)
    .fetch_all(&mut *connection)
    .await?;
    let mut indexes: BTreeMap<String, (String, Index)> = BTreeMap::new();
    for (name, made_by, unique, sql, column) in columns {
        let (_, index) = indexes.entry(name).or_insert_with(|| {
            let index = Index {
                columns: Vec::new(),
                unique,
                condition: sql.as_deref().and_then(condition),
            };
            (made_by, index)
        });
        index.columns.push(column);
    }
    let named = indexes.into_iter();
    Ok(named
        .map(|(name, (made_by, index))| (name, made_by, index))
        .collect())
}

/// What stands behind WHERE, its white space evened out.
fn condition(sql: &str) -> Option<String> {
    let words = sql.split_whitespace().skip_while(|word| *word != "WHERE");
    let words: Vec<_> = words.skip(1).collect();
    (!words.is_empty()).then(|| words.join(" "))
}
