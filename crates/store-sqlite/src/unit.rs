use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use identity::Event;
use measures::{EVENTS, STORE_COMMIT_SECONDS, Tally, Timer};
use sqlx::SqliteConnection;
use store::{Ahead, StoreError, UnitOfWork};

use crate::addition::Addition;
use crate::readers::Reader;
use crate::webhook_endpoints::Aside;
use crate::writer::{WriteUnit, Writer};

/// One transaction; every repository is implemented on it.
pub(crate) struct Unit {
    access: Access,
    pub(crate) ahead: Ahead,
    statements: Arc<AtomicU64>,
}

enum Access {
    Read(Reader),
    Write(Writing),
}

/// A unit that may write. Until it asks for something, what it adds is put off, and nobody waits
/// for it; a unit that does nothing but add is saved together with all others that wait.
struct Writing {
    writer: Writer,
    aside: Aside,
    added: Vec<Addition>,
    turn: Option<WriteUnit>,
    tally: Tally,
}

impl Unit {
    pub(crate) fn reading(reader: Reader, statements: Arc<AtomicU64>) -> Self {
        Self {
            access: Access::Read(reader),
            ahead: Ahead::default(),
            statements,
        }
    }

    pub(crate) fn writing(writer: Writer, aside: Aside, statements: Arc<AtomicU64>) -> Self {
        Self {
            access: Access::Write(Writing {
                writer,
                aside,
                added: Vec::new(),
                turn: None,
                tally: Tally::default(),
            }),
            ahead: Ahead::default(),
            statements,
        }
    }

    /// What the unit's next statement runs on. Waits for the unit's turn to write.
    pub(crate) async fn connection(&mut self) -> Result<&mut SqliteConnection, StoreError> {
        self.statements.fetch_add(1, Ordering::Relaxed);
        match &mut self.access {
            Access::Read(reader) => Ok(reader.connection()),
            Access::Write(writing) => writing.connection().await,
        }
    }

    /// Where to read what is committed, for a unit that has not had to wait for its turn yet and
    /// need not for this: what it asks for may change before it is saved.
    pub(crate) fn aside(&self) -> Option<&Aside> {
        match &self.access {
            Access::Write(Writing {
                turn: None, aside, ..
            }) => Some(aside),
            _ => None,
        }
    }

    /// Adds, now or with others when the unit is saved.
    pub(crate) async fn add(&mut self, addition: Addition) -> Result<(), StoreError> {
        if let Access::Write(Writing {
            turn: None, added, ..
        }) = &mut self.access
        {
            added.push(addition);
            return Ok(());
        }
        addition.insert(self.connection().await?).await
    }

    /// Whether the unit only reads, on a snapshot.
    pub(crate) fn reads(&self) -> bool {
        matches!(self.access, Access::Read(_))
    }

    /// Counts an event once the unit is committed.
    pub(crate) fn note_event(&mut self, event: &Event) {
        if let Access::Write(writing) = &mut self.access {
            let labels = [event.event_type.as_str(), event.mode.as_str()];
            writing.tally.note(&EVENTS, labels);
        }
    }

    /// Has the log truncated after the commit, so that no copy of what was overwritten is left.
    pub(crate) fn scrub(&mut self) {
        if let Access::Write(Writing {
            turn: Some(unit), ..
        }) = &mut self.access
        {
            unit.scrub();
        }
    }
}

impl Writing {
    async fn connection(&mut self) -> Result<&mut SqliteConnection, StoreError> {
        if self.turn.is_none() {
            let unit = self.writer.begin().await?;
            let unit = self.turn.insert(unit);
            let mut refused = Ok(());
            for addition in self.added.drain(..) {
                let inserted = addition.insert(unit.connection()).await;
                refused = refused.and(inserted);
            }
            refused?;
        }
        match &mut self.turn {
            Some(unit) => Ok(unit.connection()),
            None => unreachable!("its turn has come"),
        }
    }
}

#[async_trait]
impl UnitOfWork for Unit {
    async fn save(self: Box<Self>) -> Result<(), StoreError> {
        let Access::Write(writing) = self.access else {
            return Ok(());
        };
        if writing.turn.is_none() && writing.added.is_empty() {
            return Ok(());
        }
        let timer = Timer::start();
        let saved = match writing.turn {
            Some(unit) => unit.save(writing.tally).await,
            None => writing.writer.add(writing.added, writing.tally).await,
        };
        let outcome = if saved.is_ok() { "saved" } else { "failed" };
        timer.record(&STORE_COMMIT_SECONDS, &[outcome]);
        saved
    }
}
