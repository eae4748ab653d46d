use identity::RequestOrigin;
use store::UnitOfWork;

use crate::{Case, Result, Services};

impl Services {
    /// Cancels a session that waits for input.
    pub async fn cancel(
        &self,
        unit: &mut dyn UnitOfWork,
        case: &mut Case,
        origin: RequestOrigin,
    ) -> Result<()> {
        let event = case.session.cancel()?;
        self.forget_observations(unit, case).await?;
        self.write(unit, case).await?;
        self.emit(unit, &case.session, event, origin).await?;
        Ok(())
    }
}
