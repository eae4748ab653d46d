use store::UnitOfWork;

use crate::{Case, Result, Services};

impl Services {
    /// Moves a session's own time forward, and does what is due then. Objects and events keep the
    /// time at which they are really made.
    pub async fn advance(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &mut Case,
        seconds: i64,
    ) -> Result<()> {
        case.session.advance(seconds);
        unit.age_ephemeral_keys(&case.session.id, seconds).await?;
        if !self.abandon(unit, case).await? {
            self.write(unit, case).await?;
        }
        Ok(())
    }
}
