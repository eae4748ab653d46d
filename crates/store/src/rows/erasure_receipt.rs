use identity::{AccountId, Mode, SessionId, Timestamp};

use super::Table;
use crate::{ErasureReceiptRecord, Scope, StoreError};

pub const TABLE: Table = Table("erasure_receipts");

pub struct Row {
    pub session: String,
    pub account: String,
    pub mode: String,
    pub created: i64,
    pub receipt: String,
}

impl Row {
    pub fn of(record: &ErasureReceiptRecord) -> Self {
        Self {
            session: record.session.as_str().to_owned(),
            account: record.scope.account.as_str().to_owned(),
            mode: record.scope.mode.as_str().to_owned(),
            created: record.created.0,
            receipt: record.receipt.clone(),
        }
    }

    pub fn read(self) -> Result<ErasureReceiptRecord, StoreError> {
        Ok(ErasureReceiptRecord {
            scope: Scope {
                account: AccountId::from_stored(self.account),
                mode: TABLE.word("mode", &self.mode, Mode::parse)?,
            },
            session: SessionId::from_stored(self.session),
            created: Timestamp(self.created),
            receipt: self.receipt,
        })
    }
}

/// Receipts, with what stands behind `WHERE`.
#[macro_export]
macro_rules! select_erasure_receipts {
    ($rest:literal $(, $argument:expr)*) => {
        sqlx::query_as!(
            Row,
            "SELECT session, account, mode, created, receipt FROM erasure_receipts WHERE " + $rest
            $(, $argument)*
        )
    };
}

/// Adds a receipt, with what the database says behind an insertion.
#[macro_export]
macro_rules! insert_erasure_receipt {
    ($row:ident $(, $rest:literal)?) => {
        sqlx::query!(
            "INSERT INTO erasure_receipts (session, account, mode, created, receipt)
            VALUES ($1, $2, $3, $4, $5)" $(+ $rest)?,
            $row.session, $row.account, $row.mode, $row.created, $row.receipt
        )
    };
}
