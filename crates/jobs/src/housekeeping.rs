use std::sync::Arc;
use std::time::Duration;

use identity::{ErrorCode, LastError, Reason, Status};
use store::IdempotentAnswer;
use tokio::time::Instant;
use tokio_util::sync::CancellationToken;

use crate::{Error, Worker};

const ROUND: Duration = Duration::from_secs(10);
/// Seconds for which one process applies retention rules before another may.
const RETENTION_TURN: i64 = 10;

impl Worker {
    /// Ends what hangs and forgets what is old, round after round.
    pub(crate) async fn keep_house(self: Arc<Self>, stop: CancellationToken) {
        let mut orphans_from = Instant::now();
        while !stop.is_cancelled() {
            if let Err(error) = self.end_stuck_sessions().await {
                tracing::error!(%error, "stuck sessions cannot be ended");
            }
            if let Err(error) = self.services.end_abandoned_attempts().await {
                tracing::error!(%error, "abandoned attempts cannot be ended");
            }
            if let Err(error) = self.forget_old_answers().await {
                tracing::error!(%error, "old answers cannot be forgotten");
            }
            if let Err(error) = self.services.forget_old_frames().await {
                tracing::error!(%error, "frames that were known for long enough cannot be forgotten");
            }
            if let Err(error) = self.give_up_old_deliveries().await {
                tracing::error!(%error, "old deliveries cannot be given up");
            }
            if let Err(error) = self.retain().await {
                tracing::error!(%error, "what is old enough cannot be erased");
            }
            match self.services.tend_keyring(&self.name).await {
                Ok(tended) if tended.rewrapped + tended.destroyed > 0 => tracing::info!(
                    rewrapped = tended.rewrapped,
                    destroyed = tended.destroyed,
                    "an epoch was left"
                ),
                Ok(_) => {}
                Err(error) => tracing::error!(%error, "the keyring cannot be tended"),
            }
            if orphans_from <= Instant::now() {
                if let Err(error) = self.delete_orphans().await {
                    tracing::error!(%error, "pictures that no file names cannot be deleted");
                }
                let round = Duration::from_secs(self.orphan_round().max(1) as u64);
                orphans_from = Instant::now() + round;
            }
            tokio::select! {
                () = tokio::time::sleep(self.round()) => {}
                () = stop.cancelled() => {}
            }
        }
    }

    /// One process at a time is enough.
    async fn retain(&self) -> Result<(), Error> {
        let services = &self.services;
        if services.settings.retention.is_empty() {
            return Ok(());
        }
        let now = services.now();
        let mut unit = services.store.begin().await?;
        let until = now.plus(RETENTION_TURN);
        if !unit.hold_lease("retention", &self.name, now, until).await? {
            return Ok(());
        }
        unit.save().await?;
        for expired in services.apply_retention().await? {
            if expired.count > 0 {
                let (kind, count) = (expired.kind.as_str(), expired.count);
                tracing::info!(kind, count, account = %expired.scope.account, "retention ended");
            }
        }
        Ok(())
    }

    /// Shorter where epochs are, so that none lasts twice its time, and where orphans go sooner.
    fn round(&self) -> Duration {
        let epoch = self.services.settings.epochs.epoch.max(2) as u64;
        let orphans = self.orphan_round() as u64;
        ROUND.min(Duration::from_secs((epoch / 2).min(orphans)))
    }

    /// A session never sticks in `processing`: past the limit it asks for another attempt.
    pub(crate) async fn end_stuck_sessions(&self) -> Result<(), Error> {
        let services = &self.services;
        let moment = services.now().plus(-self.settings.processing_limit);
        let mut read = services.store.read().await?;
        let stuck = read.sessions_submitted_before(moment).await?;
        drop(read);
        for record in stuck {
            let mut unit = services.store.begin().await?;
            let found = services
                .find_anywhere(unit.as_mut(), &record.session.id)
                .await?;
            let Some(mut opened) = found else { continue };
            if opened.session.status == Status::Processing
                && opened.session.submissions == record.session.submissions
            {
                services
                    .give_up(unit.as_mut(), &mut opened, not_checked())
                    .await?;
                unit.save().await?;
            }
        }
        Ok(())
    }

    async fn forget_old_answers(&self) -> Result<(), Error> {
        let mut unit = self.services.store.begin().await?;
        let before = self.services.now().plus(-IdempotentAnswer::LIFETIME);
        if unit.forget_idempotent_answers(before).await? > 0 {
            unit.save().await?;
        }
        Ok(())
    }
}

/// What the person reads when their pictures could not be checked at all.
pub(crate) fn not_checked() -> LastError {
    LastError {
        code: ErrorCode::DocumentUnverifiedOther,
        reason: Reason::NotChecked,
    }
}
