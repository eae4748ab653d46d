//! What a database's tables are, whichever database it is: for holding the backends against each
//! other, and for moving rows from one to the other without knowing what they mean.

use std::collections::{BTreeMap, BTreeSet};

/// Tables by name, without the one in which migrations keep their books.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schema {
    /// Tables by name.
    pub tables: BTreeMap<String, Table>,
}

/// One table.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Table {
    /// Columns by name; their order in the database means nothing.
    pub columns: BTreeMap<String, Column>,
    /// The primary key's columns, in its order.
    pub key: Vec<String>,
    /// Columns that are unique together, beside the primary key.
    pub unique: BTreeSet<Vec<String>>,
    /// What rows of other tables it names.
    pub references: BTreeSet<Reference>,
    /// Indexes by name, without those that uniqueness and keys bring along.
    pub indexes: BTreeMap<String, Index>,
}

/// One column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Column {
    /// What it holds.
    pub kind: Kind,
    /// Whether it can be null.
    pub nullable: bool,
    /// Whether the database numbers rows in it, never using a number twice.
    pub identity: bool,
    /// What a row has that names no value, as it stands in SQL.
    pub default: Option<String>,
}

/// What a column holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// Whole numbers of 64 bits.
    Integer,
    /// Text.
    Text,
    /// Bytes.
    Bytes,
    /// JSON, where the database knows it; elsewhere that is text.
    Json,
    /// True or false, where the database knows it; elsewhere that is 1 and 0.
    Boolean,
}

/// A column whose values are another table's.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Reference {
    /// The column here.
    pub column: String,
    /// The other table.
    pub table: String,
    /// Its column.
    pub to: String,
}

/// One index.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Index {
    /// Its columns in order, but for a numbering primary key at the end: some databases end every
    /// index in it by themselves.
    pub columns: Vec<String>,
    /// Whether no two rows may share them.
    pub unique: bool,
    /// Which rows are in it, where not all are.
    pub condition: Option<String>,
}

impl Kind {
    /// The kind in which a database keeps it that knows neither JSON nor true and false.
    #[must_use]
    pub fn stored(self) -> Self {
        match self {
            Self::Json => Self::Text,
            Self::Boolean => Self::Integer,
            kind => kind,
        }
    }
}

impl Schema {
    /// The same for a database that knows neither JSON nor true and false.
    #[must_use]
    pub fn stored(mut self) -> Self {
        for table in self.tables.values_mut() {
            for column in table.columns.values_mut() {
                column.kind = column.kind.stored();
            }
        }
        self
    }

    /// Tables in an order in which each comes after those that it refers to. Tables that refer to
    /// each other come last.
    pub fn in_order(&self) -> Vec<&str> {
        let mut ordered: Vec<&str> = Vec::new();
        let mut left: Vec<&str> = self.tables.keys().map(String::as_str).collect();
        while !left.is_empty() {
            let (ready, waiting): (Vec<_>, Vec<_>) = left.iter().partition(|name| {
                self.tables[**name].references.iter().all(|reference| {
                    reference.table == **name || ordered.contains(&reference.table.as_str())
                })
            });
            if ready.is_empty() {
                ordered.extend(waiting);
                break;
            }
            ordered.extend(ready);
            left = waiting;
        }
        ordered
    }
}

impl Table {
    /// Leaves a numbering primary key out where an index ends in it.
    pub fn shorten_indexes(&mut self) {
        let [key] = self.key.as_slice() else {
            return;
        };
        if !self.columns.get(key).is_some_and(|column| column.identity) {
            return;
        }
        for index in self.indexes.values_mut() {
            if index.columns.last() == Some(key) {
                index.columns.pop();
            }
        }
    }

    /// The column in which the database numbers rows.
    pub fn identity(&self) -> Option<&str> {
        let mut columns = self.columns.iter();
        let found = columns.find(|(_, column)| column.identity);
        found.map(|(name, _)| name.as_str())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tables_come_after_those_they_refer_to() {
        let mut schema = Schema::default();
        for (name, refers_to) in [("a", "b"), ("b", "c"), ("c", "c")] {
            let reference = Reference {
                column: "x".to_owned(),
                table: refers_to.to_owned(),
                to: "x".to_owned(),
            };
            let table = Table {
                references: BTreeSet::from([reference]),
                ..Table::default()
            };
            schema.tables.insert(name.to_owned(), table);
        }
        assert_eq!(schema.in_order(), ["c", "b", "a"]);
    }

    #[test]
    fn tables_that_refer_to_each_other_are_not_lost() {
        let mut schema = Schema::default();
        for (name, refers_to) in [("a", "b"), ("b", "a")] {
            let reference = Reference {
                column: "x".to_owned(),
                table: refers_to.to_owned(),
                to: "x".to_owned(),
            };
            let table = Table {
                references: BTreeSet::from([reference]),
                ..Table::default()
            };
            schema.tables.insert(name.to_owned(), table);
        }
        assert_eq!(schema.in_order(), ["a", "b"]);
    }
}
