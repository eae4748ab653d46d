use std::collections::BTreeMap;

use sqlx::PgConnection;
use store::schema::{Column, Index, Kind, Reference, Schema, Table};

const COLUMNS: &str = "SELECT c.relname::text, a.attname::text,
        format_type(a.atttypid, a.atttypmod), a.attnotnull, a.attidentity <> '',
        pg_get_expr(d.adbin, d.adrelid)
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
    WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
        AND c.relname NOT LIKE '\\_sqlx\\_%'";

const CONSTRAINTS: &str = "SELECT c.relname::text, k.contype::text, array(
            SELECT a.attname::text FROM unnest(k.conkey) WITH ORDINALITY AS u (number, place)
            JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = u.number ORDER BY u.place
        ), o.relname::text, array(
            SELECT a.attname::text FROM unnest(k.confkey) WITH ORDINALITY AS u (number, place)
            JOIN pg_attribute a ON a.attrelid = k.confrelid AND a.attnum = u.number ORDER BY u.place
        )
    FROM pg_constraint k
    JOIN pg_class c ON c.oid = k.conrelid
    LEFT JOIN pg_class o ON o.oid = k.confrelid
    WHERE k.connamespace = current_schema()::regnamespace AND k.contype IN ('p', 'u', 'f')
        AND c.relname NOT LIKE '\\_sqlx\\_%'";

const INDEXES: &str = "SELECT c.relname::text, x.relname::text, i.indisunique, array(
            SELECT a.attname::text FROM unnest(i.indkey) WITH ORDINALITY AS u (number, place)
            JOIN pg_attribute a ON a.attrelid = i.indrelid AND a.attnum = u.number ORDER BY u.place
        ), pg_get_expr(i.indpred, i.indrelid)
    FROM pg_index i
    JOIN pg_class c ON c.oid = i.indrelid
    JOIN pg_class x ON x.oid = i.indexrelid
    WHERE c.relnamespace = current_schema()::regnamespace
        AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid
            AND k.contype IN ('p', 'u'))
        AND c.relname NOT LIKE '\\_sqlx\\_%'";

type ColumnRow = (String, String, String, bool, bool, Option<String>);
type ConstraintRow = (String, String, Vec<String>, Option<String>, Vec<String>);
type IndexRow = (String, String, bool, Vec<String>, Option<String>);

/// The tables of a database that is open.
pub(crate) async fn read(connection: &mut PgConnection) -> Result<Schema, sqlx::Error> {
    let columns: Vec<ColumnRow> = sqlx::query_as(COLUMNS).fetch_all(&mut *connection).await?;
    let constraints: Vec<ConstraintRow> = sqlx::query_as(CONSTRAINTS)
        .fetch_all(&mut *connection)
        .await?;
    let indexes: Vec<IndexRow> = sqlx::query_as(INDEXES).fetch_all(&mut *connection).await?;
    let mut tables: BTreeMap<String, Table> = BTreeMap::new();
    for (table, column, kind, not_null, identity, default) in columns {
        let kind = match kind.as_str() {
            "bigint" | "integer" => Kind::Integer,
            "bytea" => Kind::Bytes,
            "jsonb" => Kind::Json,
            "boolean" => Kind::Boolean,
            _ => Kind::Text,
        };
        let described = Column {
            kind,
            nullable: !not_null,
            identity,
            default: default.map(|value| value.replace("::text", "")),
        };
        let table = tables.entry(table).or_default();
        table.columns.insert(column, described);
    }
    for (table, kind, columns, other, theirs) in constraints {
        let table = tables.entry(table).or_default();
        match kind.as_str() {
            "p" => table.key = columns,
            "u" => {
                table.unique.insert(columns);
            }
            _ => {
                let other = other.unwrap_or_default();
                let pairs = columns.into_iter().zip(theirs);
                table.references.extend(pairs.map(|(column, to)| Reference {
                    column,
                    table: other.clone(),
                    to,
                }));
            }
        }
    }
    for (table, name, unique, columns, condition) in indexes {
        let condition = condition.as_deref().map(plainly);
        let index = Index {
            columns,
            unique,
            condition,
        };
        tables.entry(table).or_default().indexes.insert(name, index);
    }
    for table in tables.values_mut() {
        table.shorten_indexes();
    }
    Ok(Schema { tables })
}

/// A condition as one writes it by hand, and as it reads where true is 1.
fn plainly(condition: &str) -> String {
    let inner = condition.strip_prefix('(');
    let inner = inner.and_then(|inner| inner.strip_suffix(')'));
    let text = inner.unwrap_or(condition).replace("::text", "");
    match text.strip_prefix("NOT ") {
        Some(column) => format!("{column} = 0"),
        None => text,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn conditions_read_as_they_are_written() {
        assert_eq!(
            plainly("(status = 'processing'::text)"),
            "status = 'processing'"
        );
        assert_eq!(plainly("(NOT blocked)"), "blocked = 0");
        assert_eq!(plainly("(sealed IS NOT NULL)"), "sealed IS NOT NULL");
    }
}
