use identity::{Account, AccountId, Timestamp};

use super::Table;

pub const TABLE: Table = Table("accounts");

pub struct Row {
    pub id: String,
    pub created: i64,
    pub name: String,
}

impl Row {
    pub fn of(account: &Account) -> Self {
        Self {
            id: account.id.as_str().to_owned(),
            created: account.created.0,
            name: account.name.clone(),
        }
    }

    pub fn read(self) -> Account {
        Account {
            id: AccountId::from_stored(self.id),
            created: Timestamp(self.created),
            name: self.name,
        }
    }
}

/// Accounts, with what stands behind the table's name.
#[macro_export]
macro_rules! select_accounts {
    ($rest:literal $(, $argument:expr)*) => {
        sqlx::query_as!(Row, "SELECT id, created, name FROM accounts " + $rest $(, $argument)*)
    };
}

/// Adds an account, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_account {
    ($row:ident $(, $rest:literal)?) => {
        sqlx::query!(
            "INSERT INTO accounts (id, created, name) VALUES ($1, $2, $3)" $(+ $rest)?,
            $row.id, $row.created, $row.name
        )
    };
}
