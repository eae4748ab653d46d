//! What a "verified" from a photograph is worth, in the figures of the tables below it.

use std::collections::BTreeMap;
use std::fmt::Write as _;

use super::compared::Field;
use super::measured::Measured;
use super::rate::Rate;

const PROVES: &str = "\n## What “verified” from a photograph is worth\n\n\
It says that the pictures show what such a document has: print and the zone or the barcode say the same in\n\
every field, check digits hold, it has not expired, and no signal that decides speaks against the pictures. Of a\n\
European driving licence it says less, which has print alone.\n\n\
It does not say that an issuer made the document. Anybody can compute check digits, encode a barcode and\n\
print. The signed chip of a document (ICAO Doc 9303-11, passive authentication) or its issuer's database\n\
proves more.\n";

const NOT_LOOKED_FOR: &str = "\nNot looked for, and so in no table: documents made anew as a whole, real ones of \
somebody who looks like the\nperson, pictures made by a network, prints and screens so good that nothing of a \
raster is left.\n";

pub(super) fn write(page: &mut String, measured: &Measured) {
    page.push_str(PROVES);
    real(page, measured);
    simulated(page, measured);
    page.push_str(NOT_LOOKED_FOR);
}

fn list(page: &mut String, head: &str, items: &[String]) {
    page.push_str(head);
    for item in items {
        let _infallible = writeln!(page, "- {item}");
    }
}

fn real(page: &mut String, measured: &Measured) {
    let mut items = Vec::new();
    let mut add = |what: &str, rate: Rate| {
        if rate.of > 0 {
            items.push(format!("{what}: {}", rate.shown()));
        }
    };
    let mut presented: BTreeMap<_, Rate> = BTreeMap::new();
    let corpora = &measured.corpora;
    for (shown, rate) in corpora
        .iter()
        .flat_map(|corpus| corpus.presented.deciding())
    {
        let sum = presented.entry(shown).or_default();
        *sum = sum.and(rate);
    }
    for (shown, rate) in presented {
        let name = shown.name();
        add(
            &format!("suspected by a deciding signal, `{name}` pictures"),
            rate,
        );
    }
    let changed = measured.altered_documents.iter();
    let changed = changed.fold(Rate::default(), |sum, set| sum.and(set.all()));
    add(
        "verified though zone or barcode say something else than print, the change being simulated",
        changed,
    );
    let wrong = corpora.iter().fold(Rate::default(), |sum, corpus| {
        sum.and(corpus.readings.wrong_and_valid())
    });
    add("zones read wrongly although all check digits hold", wrong);
    let fields = corpora
        .iter()
        .fold(Field::default(), |sum, corpus| sum.and(corpus.fronts.all()));
    add("fields read wrongly from fronts alone", fields.wrong);
    let matched = measured
        .faces
        .iter()
        .fold(Rate::default(), |sum, faces| sum.and(faces.false_matches()));
    add("pairs of different people whose faces match", matched);
    if items.is_empty() {
        page.push_str("\nNothing was tried on real pictures for this card.\n");
    } else {
        list(page, "\nTried on real pictures:\n\n", &items);
    }
}

fn simulated(page: &mut String, measured: &Measured) {
    let refused = measured.simulated.refused();
    let items: Vec<String> = refused
        .iter()
        .map(|(name, rate)| format!("{name}: refused {}", rate.shown()))
        .collect();
    if !items.is_empty() {
        list(
            page,
            "\nTried on simulated pictures of drawn documents, of every kind that can be verified:\n\n",
            &items,
        );
    }
}

#[cfg(test)]
mod tests {
    use specimen::Kind;

    use super::super::forged::Caught;
    use super::super::simulated::Attempt;
    use super::*;

    fn attempt(kind: Kind, held: u64) -> Attempt {
        let caught = Caught {
            refused: Rate { held, of: 4 },
            ..Caught::default()
        };
        Attempt {
            kind,
            forgery: "another face on the document",
            caught,
        }
    }

    #[test]
    fn it_says_what_was_let_through_and_that_nothing_real_was_tried() {
        let mut measured = Measured::default();
        measured.simulated.attempts = vec![
            attempt(Kind::Passport, 0),
            attempt(Kind::IdCard, 1),
            // No kind of document that is ever verified.
            attempt(Kind::Visa, 4),
        ];
        let mut page = String::new();
        write(&mut page, &measured);
        assert!(page.contains("Nothing was tried on real pictures"));
        let line = "- another face on the document: refused 12.5 % (0.3 to 52.7), 1 of 8\n";
        assert!(page.contains(line), "{page}");
    }
}
