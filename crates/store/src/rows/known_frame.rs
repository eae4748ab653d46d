use super::Table;
use crate::{KnownFrame, StoreError};

pub const TABLE: Table = Table("known_frames");

/// A frame as it is read. Many are added in one statement, which each database says in its own way.
pub struct Row {
    pub digest: String,
    pub film: String,
    pub frame: i64,
}

impl Row {
    pub fn read(self) -> Result<KnownFrame, StoreError> {
        Ok(KnownFrame {
            digest: self.digest,
            film: self.film,
            frame: TABLE.number("frame", self.frame)?,
        })
    }
}

/// Known frames, with what stands behind `WHERE`.
#[macro_export]
macro_rules! select_known_frames {
    ($rest:literal $(, $argument:expr)*) => {
        sqlx::query_as!(
            Row,
            "SELECT digest, film, frame FROM known_frames WHERE " + $rest $(, $argument)*
        )
    };
}
