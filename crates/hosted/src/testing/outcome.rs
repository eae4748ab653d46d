use identity::{
    CheckStatus, Date, DocumentReport, DocumentType, ErrorCode, Evidence, Finding, IdNumberReport,
    IdNumberType, LastError, ReportId, SelfieReport, Verdict, VerificationReport, VerificationType,
    VerifiedOutputs,
};
use sessions::{Case, Services};

/// Of a person who does not exist.
const FIRST_NAME: &str = "Petra";
const LAST_NAME: &str = "Example";
const BIRTH: Date = Date {
    day: Some(1),
    month: Some(1),
    year: Some(1990),
};
const ID_NUMBER: &str = "0000";

#[derive(Clone, Copy)]
pub(super) enum Predefined {
    Verified,
    Unverified,
}

impl Predefined {
    fn status(self) -> CheckStatus {
        match self {
            Self::Verified => CheckStatus::Verified,
            Self::Unverified => CheckStatus::Unverified,
        }
    }

    fn error(self, code: ErrorCode) -> Option<LastError> {
        match self {
            Self::Verified => None,
            Self::Unverified => Some(failure(code)),
        }
    }

    pub(super) fn verdict(self, verification_type: VerificationType) -> Verdict {
        let code = match verification_type {
            VerificationType::IdNumber => ErrorCode::IdNumberUnverifiedOther,
            VerificationType::Document | VerificationType::VerificationFlow => {
                ErrorCode::DocumentUnverifiedOther
            }
        };
        self.error(code).map_or(Verdict::Verified, Verdict::Failed)
    }

    pub(super) fn outputs(self) -> Option<VerifiedOutputs> {
        matches!(self, Self::Verified).then(|| VerifiedOutputs {
            first_name: Some(FIRST_NAME.to_owned()),
            last_name: Some(LAST_NAME.to_owned()),
            dob: Some(BIRTH),
            ..VerifiedOutputs::default()
        })
    }

    /// A report that says of itself that nothing was checked.
    pub(super) fn report(self, services: &Services, case: &Case) -> VerificationReport {
        let session = &case.session;
        let number_only = session.verification_type == VerificationType::IdNumber;
        let selfie = !number_only && session.options.requires_matching_selfie();
        let finding = Finding {
            code: "predefined_outcome".to_owned(),
            passed: matches!(self, Self::Verified),
            advisory: true,
            operator: "A developer asked for this outcome in test mode; nothing was checked."
                .to_owned(),
            person: None,
            score: None,
            threshold: None,
            region: None,
        };
        VerificationReport {
            id: ReportId::generate(services.random.as_ref()),
            account: session.account.clone(),
            mode: session.mode,
            created: services.now(),
            verification_type: session.verification_type,
            session: Some(session.id.clone()),
            client_reference_id: session.client_reference_id.clone(),
            verification_flow: session.verification_flow.clone(),
            options: session.options.clone(),
            document: (!number_only).then(|| self.document()),
            selfie: selfie.then(|| self.selfie()),
            id_number: number_only.then(|| self.id_number()),
            evidence: Evidence {
                findings: vec![finding],
                liveness: "none".to_owned(),
                ..Evidence::default()
            },
            observations: serde_json::Value::Null,
        }
    }

    fn document(self) -> DocumentReport {
        let read = matches!(self, Self::Verified);
        let text = |text: &str| read.then(|| text.to_owned());
        DocumentReport {
            status: self.status(),
            error: self.error(ErrorCode::DocumentUnverifiedOther),
            document_type: read.then_some(DocumentType::IdCard),
            issuing_country: text("US"),
            number: text("000000000"),
            first_name: text(FIRST_NAME),
            last_name: text(LAST_NAME),
            sex: None,
            unparsed_sex: None,
            unparsed_place_of_birth: None,
            dob: read.then_some(BIRTH),
            issued_date: None,
            expiration_date: None,
            address: None,
            files: Vec::new(),
        }
    }

    fn selfie(self) -> SelfieReport {
        SelfieReport {
            status: self.status(),
            error: self.error(ErrorCode::SelfieUnverifiedOther),
            document: None,
            selfie: None,
        }
    }

    fn id_number(self) -> IdNumberReport {
        let known = matches!(self, Self::Verified);
        IdNumberReport {
            status: self.status(),
            error: self.error(ErrorCode::IdNumberUnverifiedOther),
            dob: known.then_some(BIRTH),
            first_name: known.then(|| FIRST_NAME.to_owned()),
            last_name: known.then(|| LAST_NAME.to_owned()),
            id_number: known.then(|| ID_NUMBER.to_owned()),
            id_number_type: known.then_some(IdNumberType::UsSsn),
        }
    }
}

fn failure(code: ErrorCode) -> LastError {
    LastError {
        code,
        reason: "This is the predefined failure of test mode. Try again.".to_owned(),
    }
}
