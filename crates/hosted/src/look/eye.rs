use std::sync::Arc;

use checks::{Side, advice, needs_back, selfie_advice};
use vision::{DocumentOptions, PictureError, Vision};

use super::{Eye, Sight, Subject, Verdict};

/// Looks with the models.
pub(crate) struct VisionEye(Arc<Vision>);

impl VisionEye {
    pub(crate) fn new(vision: Arc<Vision>) -> Self {
        Self(vision)
    }

    fn document(&self, side: Side, file: &[u8]) -> Result<Sight, PictureError> {
        let seen = self.0.document(file, DocumentOptions::default())?;
        Ok(Sight {
            verdict: advice(side, &seen.observation).map_or(Verdict::Usable, Verdict::Poor),
            needs_back: needs_back(&seen.observation),
        })
    }

    fn face(&self, file: &[u8]) -> Result<Sight, PictureError> {
        let seen = self.0.selfie(file)?;
        Ok(Sight {
            verdict: selfie_advice(&seen.observation).map_or(Verdict::Usable, Verdict::Poor),
            ..Sight::default()
        })
    }
}

impl Eye for VisionEye {
    fn look(&self, subject: Subject, file: &[u8]) -> Sight {
        let seen = match subject {
            Subject::Front => self.document(Side::Front, file),
            Subject::Back => self.document(Side::Back, file),
            Subject::Face => self.face(file),
        };
        match seen {
            Ok(sight) => sight,
            Err(PictureError::Network(error)) => {
                tracing::error!(%error, "a picture cannot be looked at");
                Sight::default()
            }
            Err(_) => Sight {
                verdict: Verdict::NotAPicture,
                ..Sight::default()
            },
        }
    }
}
