use identity::RequestOrigin;
use store::UnitOfWork;

use crate::{OpenedSession, Result, Services};

impl Services {
    /// Cancels a session that waits for input.
    pub async fn cancel(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &mut OpenedSession,
        origin: RequestOrigin,
    ) -> Result<()> {
        let event = opened.session.cancel()?;
        self.forget_observations(unit, opened).await?;
        self.write(unit, opened).await?;
        self.emit(unit, &opened.session, event, origin).await?;
        Ok(())
    }
}
