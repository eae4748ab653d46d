//! The words that documents put beside their fields, in the languages of one issue.

use crate::random::Random;

/// One issue's labels; those who have their office in several languages print all of them.
pub(crate) struct Wording {
    pub(crate) surname: &'static str,
    pub(crate) given_names: &'static str,
    pub(crate) sex: &'static str,
    pub(crate) nationality: &'static str,
    pub(crate) birth_date: &'static str,
    pub(crate) birth_place: &'static str,
    pub(crate) issue_date: &'static str,
    pub(crate) expiry_date: &'static str,
    pub(crate) authority: &'static str,
    pub(crate) identity_card: &'static str,
    pub(crate) residence_permit: &'static str,
}

const WORDINGS: [Wording; 4] = [
    Wording {
        surname: "Surname / Nom",
        given_names: "Given names / Prénoms",
        sex: "Sex / Sexe",
        nationality: "Nationality / Nationalité",
        birth_date: "Date of birth / Date de naissance",
        birth_place: "Place of birth / Lieu de naissance",
        issue_date: "Date of issue / Date de délivrance",
        expiry_date: "Date of expiry / Date d’expiration",
        authority: "Authority / Autorité",
        identity_card: "IDENTITY CARD / CARTE D’IDENTITÉ",
        residence_permit: "RESIDENCE PERMIT / TITRE DE SÉJOUR",
    },
    Wording {
        surname: "Name / Surname",
        given_names: "Vornamen / Given names",
        sex: "Geschlecht / Sex",
        nationality: "Staatsangehörigkeit / Nationality",
        birth_date: "Geburtsdatum / Date of birth",
        birth_place: "Geburtsort / Place of birth",
        issue_date: "Ausstellungsdatum / Date of issue",
        expiry_date: "Gültig bis / Date of expiry",
        authority: "Behörde / Authority",
        identity_card: "PERSONALAUSWEIS / IDENTITY CARD",
        residence_permit: "AUFENTHALTSTITEL / RESIDENCE PERMIT",
    },
    Wording {
        surname: "Apellidos / Surname",
        given_names: "Nombre / Given names",
        sex: "Sexo / Sex",
        nationality: "Nacionalidad / Nationality",
        birth_date: "Fecha de nacimiento / Date of birth",
        birth_place: "Lugar de nacimiento / Place of birth",
        issue_date: "Fecha de expedición / Date of issue",
        expiry_date: "Fecha de caducidad / Date of expiry",
        authority: "Autoridad / Authority",
        identity_card: "DOCUMENTO DE IDENTIDAD / IDENTITY CARD",
        residence_permit: "PERMISO DE RESIDENCIA / RESIDENCE PERMIT",
    },
    Wording {
        surname: "Cognome / Surname",
        given_names: "Nome / Given names",
        sex: "Sesso / Sex",
        nationality: "Cittadinanza / Nationality",
        birth_date: "Data di nascita / Date of birth",
        birth_place: "Luogo di nascita / Place of birth",
        issue_date: "Data di rilascio / Date of issue",
        expiry_date: "Data di scadenza / Date of expiry",
        authority: "Autorità / Authority",
        identity_card: "CARTA DI IDENTITÀ / IDENTITY CARD",
        residence_permit: "PERMESSO DI SOGGIORNO / RESIDENCE PERMIT",
    },
];

impl Wording {
    pub(crate) fn draw(random: &Random) -> &'static Self {
        random.fork("wording").pick(&WORDINGS)
    }
}
