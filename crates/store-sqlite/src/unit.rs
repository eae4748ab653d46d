use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};

use async_trait::async_trait;
use identity::Event;
use measures::{EVENTS, STORE_COMMIT_SECONDS, Tally, Timer};
use sqlx::SqliteConnection;
use store::{ReadAhead, StoreError, UnitOfWork};
use tokio::sync::Notify;

use crate::deferred_insert::DeferredInsert;
use crate::readers::{Reader, Readers};
use crate::shared_reads::SharedReads;
use crate::wake::wake;
use crate::writer::{WriteUnit, Writer};

/// One transaction; every repository is implemented on it.
pub(crate) struct Unit {
    access: Access,
    pub(crate) read_ahead: ReadAhead,
    statements: Arc<AtomicU64>,
}

enum Access {
    Read(Reading),
    Write(Writing),
}

/// A unit that reads, on a snapshot that is taken when it first asks for something.
struct Reading {
    readers: Arc<Readers>,
    shared_reads: SharedReads,
    reader: Option<Reader>,
}

/// A unit that may write. Until it asks for something, what it adds is put off, and nobody waits
/// for it; a unit that does nothing but add is saved together with all others that wait.
struct Writing {
    writer: Writer,
    shared_reads: SharedReads,
    added: Vec<DeferredInsert>,
    turn: Option<WriteUnit>,
    tally: Tally,
    jobs: Arc<Notify>,
    enqueued: bool,
}

impl Unit {
    pub(crate) fn reading(
        readers: Arc<Readers>,
        shared_reads: SharedReads,
        statements: Arc<AtomicU64>,
    ) -> Self {
        Self {
            access: Access::Read(Reading {
                readers,
                shared_reads,
                reader: None,
            }),
            read_ahead: ReadAhead::default(),
            statements,
        }
    }

    pub(crate) fn writing(
        writer: Writer,
        shared_reads: SharedReads,
        statements: Arc<AtomicU64>,
        jobs: Arc<Notify>,
    ) -> Self {
        Self {
            access: Access::Write(Writing {
                writer,
                shared_reads,
                added: Vec::new(),
                turn: None,
                tally: Tally::default(),
                jobs,
                enqueued: false,
            }),
            read_ahead: ReadAhead::default(),
            statements,
        }
    }

    /// What the unit's next statement runs on. Waits for the unit's turn to write.
    pub(crate) async fn connection(&mut self) -> Result<&mut SqliteConnection, StoreError> {
        self.statements.fetch_add(1, Ordering::Relaxed);
        match &mut self.access {
            Access::Read(reading) => reading.connection().await,
            Access::Write(writing) => writing.connection().await,
        }
    }

    /// Where to read what is committed, for a unit that holds nothing yet: no snapshot, no turn to
    /// write. What it asks for there may change before the unit ends.
    pub(crate) fn shared_reads(&self) -> Option<&SharedReads> {
        match &self.access {
            Access::Read(Reading {
                reader: None,
                shared_reads,
                ..
            })
            | Access::Write(Writing {
                turn: None,
                shared_reads,
                ..
            }) => Some(shared_reads),
            _ => None,
        }
    }

    /// Adds, now or with others when the unit is saved.
    pub(crate) async fn add(&mut self, addition: DeferredInsert) -> Result<(), StoreError> {
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

    /// Notes what was listed. A unit that writes reads nothing ahead, for what it reads may change.
    pub(crate) fn listed(&mut self, note: impl FnOnce(&mut ReadAhead)) {
        if self.reads() {
            note(&mut self.read_ahead);
        }
    }

    /// Counts an event once the unit is committed.
    pub(crate) fn note_event(&mut self, event: &Event) {
        if let Access::Write(writing) = &mut self.access {
            let labels = [event.event_type.as_str(), event.mode.as_str()];
            writing.tally.note(&EVENTS, labels);
        }
    }

    /// Has waiting workers told once the unit is committed.
    pub(crate) fn note_job(&mut self) {
        if let Access::Write(writing) = &mut self.access {
            writing.enqueued = true;
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

impl Reading {
    async fn connection(&mut self) -> Result<&mut SqliteConnection, StoreError> {
        let reader = match self.reader.take() {
            Some(reader) => reader,
            None => self.readers.reader().await?,
        };
        Ok(self.reader.insert(reader).connection())
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
        if writing.enqueued && saved.is_ok() {
            wake(&writing.jobs);
        }
        saved
    }
}
