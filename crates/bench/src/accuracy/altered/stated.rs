//! What a zone or a barcode states, and the same source stating something else: check digits and
//! designators are made anew.

use observation::DocumentObservation;

/// Year, month and day.
pub(super) type Day = (u16, u8, u8);

/// The fields that count.
#[derive(Clone, PartialEq, Eq)]
pub(super) struct Stated {
    pub(super) surname: String,
    pub(super) given_names: String,
    pub(super) number: String,
    pub(super) birth: Option<Day>,
    pub(super) expiry: Option<Day>,
    /// Barcodes alone say it.
    pub(super) issue: Option<Day>,
    /// Three letters.
    pub(super) country: String,
}

/// What the first source of a picture states.
pub(super) fn stated(seen: &DocumentObservation, today: Day) -> Option<Stated> {
    if let Some(zone) = seen
        .mrz
        .as_ref()
        .and_then(|zone| mrz::parse(&zone.lines).ok())
    {
        let fields = &zone.fields;
        let day = |date: mrz::Date| Some((date.year?, date.month?, date.day?));
        return Some(Stated {
            surname: fields.surname.clone(),
            given_names: fields.given_names.clone(),
            number: fields.document_number.replace('<', ""),
            birth: day(mrz::birth_date(fields, today)),
            expiry: day(mrz::expiry_date(fields, today)),
            issue: None,
            country: fields.issuing_state.clone(),
        });
    }
    let license = card(seen)?.license();
    let day = |date: aamva::Date| (date.year, date.month, date.day);
    let given: Vec<String> = [license.name.first, license.name.middle]
        .into_iter()
        .flatten()
        .collect();
    Some(Stated {
        surname: license.name.last.unwrap_or_default(),
        given_names: given.join(" "),
        number: license.number.unwrap_or_default(),
        birth: license.birth_date.map(day),
        expiry: license.expiry_date.map(day),
        issue: license.issue_date.map(day),
        country: card(seen)?
            .elements
            .get("DCG")
            .unwrap_or_default()
            .to_owned(),
    })
}

fn card(seen: &DocumentObservation) -> Option<aamva::Card> {
    seen.barcodes
        .iter()
        .find_map(|barcode| aamva::parse(barcode.text.as_deref()?).ok())
}

/// The same picture, its source stating this; `None` where there is no room for it.
pub(super) fn with(seen: &DocumentObservation, stated: &Stated) -> Option<DocumentObservation> {
    let mut seen = seen.clone();
    if let Some(zone) = &mut seen.mrz
        && let Ok(read) = mrz::parse(&zone.lines)
    {
        let lines = mrz::generate(&zone_of(&read, stated)).ok()?;
        // Where a name is cut, what comes behind it changes nothing.
        let is_changed = lines != zone.lines;
        zone.lines = lines;
        return is_changed.then_some(seen);
    }
    let card = card(&seen)?;
    let text = barcode_of(&card, stated)?;
    let barcode = seen.barcodes.iter_mut().find(|barcode| {
        barcode
            .text
            .as_deref()
            .is_some_and(|text| aamva::parse(text).is_ok())
    })?;
    barcode.bytes = text.clone().into_bytes();
    barcode.text = Some(text);
    Some(seen)
}

fn zone_of(read: &mrz::Mrz, stated: &Stated) -> mrz::Document {
    let fields = read.fields.clone();
    let date = |day: Option<Day>| {
        day.map_or_else(mrz::Date::default, |(year, month, day)| {
            mrz::Date::new(year, month, day)
        })
    };
    // Who holds a document of their own country goes with it.
    let nationality = if fields.nationality == fields.issuing_state {
        stated.country.clone()
    } else {
        fields.nationality
    };
    mrz::Document {
        format: read.format,
        document_code: fields.document_code,
        issuing_state: stated.country.clone(),
        document_number: stated.number.clone(),
        nationality,
        birth_date: date(stated.birth),
        sex: fields.sex.chars().next().unwrap_or('<'),
        expiry_date: date(stated.expiry),
        surname: stated.surname.clone(),
        given_names: stated.given_names.clone(),
        optional1: fields.optional1,
        optional2: fields.optional2,
    }
}

fn barcode_of(card: &aamva::Card, stated: &Stated) -> Option<String> {
    let written = |day: Option<Day>| {
        day.map(|(year, month, day)| format!("{month:02}{day:02}{year:04}"))
            .unwrap_or_default()
    };
    let (first, middle) = stated
        .given_names
        .split_once(' ')
        .unwrap_or((&stated.given_names, ""));
    let elements: Vec<(&str, String)> = card
        .elements
        .iter()
        .map(|(id, value)| {
            let value = match id {
                "DAQ" => stated.number.clone(),
                "DCS" => stated.surname.clone(),
                "DAC" => first.to_owned(),
                "DAD" => middle.to_owned(),
                "DBB" => written(stated.birth),
                "DBA" => written(stated.expiry),
                "DCG" => stated.country.clone(),
                _ => value.to_owned(),
            };
            (id, value)
        })
        .collect();
    let kind = if card.is_identification() { "ID" } else { "DL" };
    Some(aamva::generate(
        card.header.as_ref()?,
        kind,
        &elements,
        None,
    ))
}
