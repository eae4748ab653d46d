//! Locks on what is no row, held until the unit that takes them ends.
//!
//! Units that wait for each other must take what they lock in one order, or PostgreSQL ends one of
//! them: [`Lock::Answer`]; the table of accounts; the job; the session or whatever else is changed;
//! [`Lock::Frames`]; its files, what was seen in them, and events; [`Lock::Lists`]; [`Lock::OrderingKey`].

use identity::{AccountId, Mode};
use sqlx::PgConnection;
use store::{Scope, StoreError};

use crate::failure::failure;

/// What is locked.
pub(crate) enum Lock<'a> {
    /// What is answered under an idempotency key: who looks for it and finds nothing holds this, so
    /// that a repetition waits for the answer and does nothing twice.
    Answer(&'a Scope, &'a str),
    /// The frames that an account and mode know: who asks for some, in order to add others, holds this
    /// until the commit, so that of two who bring the same recording one finds the other's.
    Frames(&'a Scope),
    /// The lists of an account and mode: whoever adds to one of them holds this until the commit,
    /// so that positions grow in the order of commits and who pages towards the newest misses
    /// nothing.
    Lists(&'a AccountId, Mode),
    /// The jobs of one ordering key, whose order is that of commits too.
    OrderingKey(&'a str),
}

impl Lock<'_> {
    fn name(&self) -> String {
        match self {
            Self::Answer(Scope { account, mode }, key) => {
                format!("answer {account} {} {key}", mode.as_str())
            }
            Self::Frames(Scope { account, mode }) => format!("frames {account} {}", mode.as_str()),
            Self::Lists(account, mode) => format!("lists {account} {}", mode.as_str()),
            Self::OrderingKey(key) => format!("lane {key}"),
        }
    }
}

/// Waits for a lock. Two of the same hash only wait for each other more than they need to.
pub(crate) async fn hold(connection: &mut PgConnection, lock: Lock<'_>) -> Result<(), StoreError> {
    sqlx::query!(
        "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))",
        lock.name()
    )
    .execute(connection)
    .await
    .map_err(failure)?;
    Ok(())
}
