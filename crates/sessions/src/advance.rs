use store::UnitOfWork;

use crate::{OpenedSession, Result, Services};

impl Services {
    /// Moves a session's own time forward, and does what is due then. Objects and events keep the
    /// time at which they are really made.
    pub async fn advance(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &mut OpenedSession,
        seconds: i64,
    ) -> Result<()> {
        opened.session.advance(seconds);
        unit.age_ephemeral_keys(&opened.session.id, seconds).await?;
        if !self.abandon(unit, opened).await? {
            self.write(unit, opened).await?;
        }
        Ok(())
    }
}
