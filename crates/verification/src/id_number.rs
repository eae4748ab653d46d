//! ID numbers: their form was checked when they were handed in, and without a source of data that
//! is all that can be.

use identity::{
    CheckStatus, Collected, DocumentReport, ErrorCode, IdNumberReport, IdNumberType, LastError,
    Reason,
};

pub(crate) fn no_data_source() -> LastError {
    LastError {
        code: ErrorCode::IdNumberUnverifiedOther,
        reason: Reason::IdNumberUnchecked,
    }
}

/// What was handed in, unverified; name and date of birth come from the document where the person
/// was not asked for them.
pub(crate) fn unverified(
    collected: &Collected,
    document: Option<&DocumentReport>,
) -> IdNumberReport {
    let name = collected.name.as_ref();
    let first = name.map(|name| name.first_name.clone());
    let last = name.map(|name| name.last_name.clone());
    let number = collected.id_number.as_ref();
    IdNumberReport {
        status: CheckStatus::Unverified,
        error: Some(no_data_source()),
        dob: collected.dob.or_else(|| document?.dob),
        first_name: first.or_else(|| document?.first_name.clone()),
        last_name: last.or_else(|| document?.last_name.clone()),
        id_number: number.map(|number| number.value.clone()),
        id_number_type: number.and_then(|number| number_type(&number.country)),
    }
}

fn number_type(country: &str) -> Option<IdNumberType> {
    match country {
        "BR" => Some(IdNumberType::BrCpf),
        "SG" => Some(IdNumberType::SgNric),
        "US" => Some(IdNumberType::UsSsn),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use identity::{IdNumberInput, Name};

    use super::*;

    #[test]
    fn what_was_handed_in_is_reported_as_unverified() {
        let collected = Collected {
            name: Some(Name {
                first_name: "Erika".to_owned(),
                last_name: "Mustermann".to_owned(),
            }),
            id_number: Some(IdNumberInput {
                country: "SG".to_owned(),
                value: "S1234567D".to_owned(),
            }),
            ..Collected::default()
        };
        let report = unverified(&collected, None);
        assert_eq!(report.status, CheckStatus::Unverified);
        assert_eq!(report.first_name.as_deref(), Some("Erika"));
        assert_eq!(report.id_number_type, Some(IdNumberType::SgNric));
        assert_eq!(
            report.error.map(|error| error.code),
            Some(ErrorCode::IdNumberUnverifiedOther)
        );
    }
}
