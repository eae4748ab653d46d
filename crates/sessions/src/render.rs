use identity::Expand;
use identity::resource::{self, SessionView};
use serde_json::Value;
use store::UnitOfWork;

use crate::{OpenedSession, Result, Services};

impl Services {
    /// A session as the API shows it, with its links and what `expand` names. Whether the caller
    /// may see what it names is the caller's to check.
    pub async fn render(
        &self,
        unit: &mut dyn UnitOfWork,
        opened: &OpenedSession,
        expand: &Expand,
    ) -> Result<Value> {
        let report = if expand.has("last_verification_report") {
            self.last_report(unit, opened).await?
        } else {
            None
        };
        let view = SessionView {
            links: self.links(&opened.session),
            personal: Some(&opened.personal),
            report: report.as_ref(),
            receipt: None,
        };
        Ok(resource::session(&opened.session, &view, expand).into_value())
    }
}
