//! The small words beside a document's fields.

use super::distance::contains_nearly;
use super::fold::fold;

/// What a label says its field is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Label {
    Number,
    Surname,
    GivenNames,
    BirthDate,
    BirthPlace,
    IssueDate,
    ExpiryDate,
    Address,
    Sex,
    /// A field that nothing here asks for.
    Other,
}

/// Phrases without spaces, in order of precedence: the first that a line contains decides. One
/// letter in nine may be misread.
const PHRASES: &[(Label, &[&str])] = &[
    (
        Label::Other,
        &[
            "FATHERSNAME",
            "MOTHERSNAME",
            "NAMEOFFATHER",
            "NAMEOFMOTHER",
            "NOMDUPERE",
            "NOMDELAMERE",
            "NAMEDESVATERS",
            "NAMEOFSPOUSE",
            "NAMEATBIRTH",
            "BIRTHNAME",
            "NOMDENAISSANCE",
            "GEBURTSNAME",
            "NOMDUSAGE",
            "PERSONALNO",
            "PERSONALNUMBER",
            "NOPERSONNEL",
            "NUMEROPERSONNEL",
            "PERSOONSNUMMER",
            "IDENTITYNUMBER",
            "CARDACCESSNUMBER",
            "SIGNATURE",
            "UNTERSCHRIFT",
            "HANDTEKENING",
        ],
    ),
    (
        Label::BirthPlace,
        &[
            "PLACEOFBIRTH",
            "BIRTHPLACE",
            "LIEUDENAISSANCE",
            "GEBURTSORT",
            "LUGARDENACIMIENTO",
            "LUOGODINASCITA",
            "LOCALDENASCIMENTO",
            "GEBOORTEPLAATS",
            "MIEJSCEURODZENIA",
            "FODELSEORT",
            "MISTONAROZENI",
            "DOGUMYERI",
        ],
    ),
    (
        Label::BirthDate,
        &[
            "DATEOFBIRTH",
            "BIRTHDATE",
            "DATEDENAISSANCE",
            "GEBURTSDATUM",
            "TAGDERGEBURT",
            "GEBURTSTAG",
            "FECHADENACIMIENTO",
            "FECHANACIMIENTO",
            "DATADINASCITA",
            "DATADENASCIMENTO",
            "GEBOORTEDATUM",
            "DATAURODZENIA",
            "FODELSEDATUM",
            "FODSELSDATO",
            "SYNTYMAAIKA",
            "DATUMNAROZENI",
            "DOGUMTARIHI",
            "DATANASTERII",
            "SZULETESIIDO",
        ],
    ),
    (
        Label::ExpiryDate,
        &[
            "DATEOFEXPIRY",
            "DATEOFEXPIRATION",
            "EXPIRYDATE",
            "EXPIRATIONDATE",
            "DATEDEXPIRATION",
            "EXPIRESON",
            "VALIDUNTIL",
            "VALIDTHRU",
            "GULTIGBIS",
            "GUELTIGBIS",
            "ABLAUFDATUM",
            "VALABLEJUSQU",
            "FECHADECADUCIDAD",
            "FECHACADUCIDAD",
            "VALIDOHASTA",
            "VALIDEZ",
            "DATADISCADENZA",
            "SCADENZA",
            "DATADEVALIDADE",
            "VALIDADE",
            "GELDIGTOT",
            "DATAWAZNOSCI",
            "TERMINWAZNOSCI",
            "SISTAGILTIGHETSDAG",
            "UTLOPSDATO",
            "GYLDIGTIL",
            "PLATNOSTDO",
            "SONGECERLILIK",
            "DATAEXPIRARII",
        ],
    ),
    (
        Label::IssueDate,
        &[
            "DATEOFISSUE",
            "ISSUEDATE",
            "ISSUEDON",
            "DATEDEDELIVRANCE",
            "DATEDELIVRANCE",
            "AUSSTELLUNGSDATUM",
            "TAGDERAUSSTELLUNG",
            "AUSGESTELLTAM",
            "FECHADEEXPEDICION",
            "FECHADEEMISION",
            "FECHAEXPEDICION",
            "DATADIRILASCIO",
            "DATADIEMISSIONE",
            "DATADEEMISSAO",
            "DATUMVANAFGIFTE",
            "AFGEGEVENOP",
            "DATAWYDANIA",
            "UTFARDATDEN",
            "DATUMVYDANI",
            "VERILISTARIHI",
        ],
    ),
    (
        Label::GivenNames,
        &[
            "GIVENNAME",
            "FIRSTNAME",
            "FORENAME",
            "OTHERNAMES",
            "PRENOM",
            "VORNAME",
            "VOORNAMEN",
            "FORNAMN",
            "FORNAVN",
            "ETUNIMET",
        ],
    ),
    (
        Label::Surname,
        &[
            "SURNAME",
            "FAMILYNAME",
            "LASTNAME",
            "NACHNAME",
            "FAMILIENNAME",
            "APELLIDO",
            "COGNOME",
            "APELIDO",
            "ACHTERNAAM",
            "NAZWISKO",
            "EFTERNAMN",
            "ETTERNAVN",
            "EFTERNAVN",
            "SUKUNIMI",
            "PRIJMENI",
            "SOYADI",
            "CSALADINEV",
        ],
    ),
    (
        Label::Number,
        &[
            "PASSPORTNO",
            "PASSPORTNUMBER",
            "PASSEPORTNO",
            "PASSEPORTN",
            "NUMERODEPASSEPORT",
            "DOCUMENTNO",
            "DOCUMENTNUMBER",
            "NODUDOCUMENT",
            "NUMERODUDOCUMENT",
            "CARDNO",
            "CARDNUMBER",
            "IDENTITYCARDNO",
            "PASSNR",
            "PASSNUMMER",
            "AUSWEISNUMMER",
            "DOKUMENTNUMMER",
            "DOCUMENTNUMMER",
            "PASAPORTENO",
            "PASAPORTEN",
            "NUMERODEPASAPORTE",
            "NUMERODOCUMENTO",
            "PASSAPORTON",
            "NUMERODIPASSAPORTO",
            "PASSIN",
            "PASSNO",
            "NUMERPASZPORTU",
            "PERMITNO",
            "NUMSOPORTE",
        ],
    ),
    (
        Label::Address,
        &[
            "ADDRESS",
            "ADRESSE",
            "ANSCHRIFT",
            "DOMICILIO",
            "INDIRIZZO",
            "MORADA",
            "WOHNORT",
        ],
    ),
    (
        Label::Other,
        &[
            "NATIONALITY",
            "NATIONALITE",
            "STAATSANGEHORIGKEIT",
            "NACIONALIDAD",
            "CITTADINANZA",
            "NACIONALIDADE",
            "NATIONALITEIT",
            "OBYWATELSTWO",
            "AUTHORITY",
            "AUTORITE",
            "BEHORDE",
            "AUTORIDAD",
            "COUNTRYCODE",
            "CODEDUPAYS",
            "ISSUINGSTATE",
            "HEIGHT",
            "TAILLE",
            "GROSSE",
            "COLOUROFEYES",
            "AUGENFARBE",
            "REMARKS",
        ],
    ),
];

/// Labels that are too short to be looked for within other words.
const WORDS: &[(Label, &[&str])] = &[
    (Label::BirthDate, &["DOB"]),
    (Label::ExpiryDate, &["EXPIRY", "EXPIRES", "EXP"]),
    (Label::IssueDate, &["ISSUED"]),
    (
        Label::GivenNames,
        &[
            "NOMBRE", "NOMBRES", "NOME", "NOMES", "IMIE", "IMIONA", "JMENO",
        ],
    ),
    (Label::Surname, &["NOM", "NAME", "NAAM"]),
    (Label::Address, &["ADRES"]),
    (
        Label::Sex,
        &["SEX", "SEXE", "SEXO", "SESSO", "GESCHLECHT", "GESLACHT"],
    ),
    (Label::Other, &["TYPE", "TYP"]),
];

/// The label that a line is or begins with; `None` for all other text.
pub(crate) fn label_of(text: &str) -> Option<Label> {
    let folded = fold(text);
    let condensed = folded.replace(' ', "");
    // Small print, headings and whole sentences are no labels.
    if condensed.len() < 3 || condensed.len() > 90 {
        return None;
    }
    let phrase = PHRASES.iter().find(|(label, phrases)| {
        // Labels of numbers are but a letter away from a document's title.
        let letters_for_one_error = if *label == Label::Number {
            usize::MAX
        } else {
            9
        };
        phrases
            .iter()
            .any(|phrase| contains_nearly(&condensed, phrase, phrase.len() / letters_for_one_error))
    });
    if let Some((label, _)) = phrase {
        return Some(*label);
    }
    let mut words = folded.split_whitespace();
    words.find_map(|word| {
        WORDS
            .iter()
            .find(|(_, labels)| labels.contains(&word))
            .map(|(label, _)| *label)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn labels_in_many_languages() {
        for (text, label) in [
            ("Passport No. / Passeport No", Label::Number),
            ("Surname / Nom", Label::Surname),
            ("[a] Name/Surname/Nom", Label::Surname),
            ("Given names / Prénoms", Label::GivenNames),
            ("Givennames/Prenoms", Label::GivenNames),
            ("Date of blrth / Date de naissance", Label::BirthDate),
            ("Geburtsdatum", Label::BirthDate),
            ("Place of birth / Lieu de naissance", Label::BirthPlace),
            ("Date of issue / Date de délivrance", Label::IssueDate),
            (
                "Gültig bis/Date of expiry/Date d'expiration",
                Label::ExpiryDate,
            ),
            ("Address / Adresse", Label::Address),
            ("Personal No. / No personnel", Label::Other),
            ("Geburtsname/Name at birth", Label::Other),
            ("Nationality / Nationalité", Label::Other),
            ("Sex / Sexe", Label::Sex),
            ("EXP 12.08.2030", Label::ExpiryDate),
            ("APELLIDOS", Label::Surname),
        ] {
            assert_eq!(label_of(text), Some(label), "{text}");
        }
    }

    #[test]
    fn values_are_no_labels() {
        for text in [
            "ERIKSSON",
            "ANNA MARIA",
            "12 AUG 1974",
            "L898902C3",
            "UTOPIA",
            "P",
            "",
            "PASSPORT / PASSEPORT",
        ] {
            assert_eq!(label_of(text), None, "{text}");
        }
    }
}
