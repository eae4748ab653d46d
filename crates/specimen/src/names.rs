//! The words fictional people and places are made of.

/// One language's names; families and given names are combined freely within it.
pub(crate) struct Language {
    pub(crate) family: &'static [&'static str],
    pub(crate) female: &'static [&'static str],
    pub(crate) male: &'static [&'static str],
    /// Share of people who carry a second family name.
    pub(crate) double_family: f32,
}

pub(crate) const LANGUAGES: &[Language] = &[
    Language {
        family: &[
            "Ashdown",
            "Bellweather",
            "Fairbourne",
            "Hartley",
            "O'Malley",
            "Thornbury",
        ],
        female: &[
            "Alice", "Beatrice", "Eleanor", "Grace", "Harriet", "Mary-Ann",
        ],
        male: &["Arthur", "Edmund", "Henry", "Oliver", "Thomas", "William"],
        double_family: 0.0,
    },
    Language {
        family: &[
            "Bräuer",
            "Grünwald",
            "Jäger",
            "Köhler",
            "Weiß",
            "Schönfeld",
            "Zöllner",
        ],
        female: &[
            "Annegret",
            "Friederike",
            "Hannelore",
            "Jördis",
            "Käthe",
            "Ursula",
        ],
        male: &["Dieter", "Günther", "Jörg", "Jürgen", "Matthias", "Rüdiger"],
        double_family: 0.1,
    },
    Language {
        family: &[
            "Bélanger",
            "Châtelain",
            "Dupré",
            "Garçon",
            "Lefèvre",
            "Benoît",
        ],
        female: &["Anaïs", "Chloé", "Élodie", "Geneviève", "Hélène", "Zoé"],
        male: &["André", "François", "Gaël", "Jérôme", "Noël", "René"],
        double_family: 0.1,
    },
    Language {
        family: &["Ibáñez", "Núñez", "Peña", "Velázquez", "Zúñiga", "Cordón"],
        female: &["Begoña", "Inés", "Lucía", "María José", "Rocío", "Ximena"],
        male: &["Andrés", "Íñigo", "Joaquín", "Martín", "Óscar", "Ramón"],
        double_family: 0.8,
    },
    Language {
        family: &["Błaszczyk", "Dąbrowski", "Gołąb", "Mąka", "Wróbel", "Żak"],
        female: &[
            "Bożena",
            "Elżbieta",
            "Małgorzata",
            "Róża",
            "Świętosława",
            "Zofia",
        ],
        male: &[
            "Bogusław",
            "Łukasz",
            "Michał",
            "Paweł",
            "Stanisław",
            "Włodzimierz",
        ],
        double_family: 0.1,
    },
    Language {
        family: &["Björk", "Ågren", "Sjöberg", "Østergaard", "Kjær", "Þórsson"],
        female: &["Åsa", "Ingeborg", "Märta", "Sølvi", "Þórunn", "Astrid"],
        male: &["Bjørn", "Håkan", "Jørgen", "Sæmundur", "Torbjörn", "Øyvind"],
        double_family: 0.0,
    },
    Language {
        family: &["Çelik", "Doğan", "Güneş", "Şahin", "Yıldız", "Öztürk"],
        female: &["Ayşe", "Çiğdem", "Gülşen", "Işıl", "Müge", "Zeynep"],
        male: &["Çağlar", "Emre", "Gökhan", "İlker", "Oğuz", "Şükrü"],
        double_family: 0.0,
    },
    Language {
        family: &[
            "Dvořák",
            "Havlíček",
            "Němec",
            "Růžička",
            "Štěpánek",
            "Žižka",
        ],
        female: &["Božena", "Jiřina", "Kateřina", "Květa", "Růžena", "Šárka"],
        male: &["Bohuš", "Jiří", "Luboš", "Ondřej", "Přemysl", "Zdeněk"],
        double_family: 0.0,
    },
    Language {
        family: &[
            "Araújo",
            "Conceição",
            "Guimarães",
            "Magalhães",
            "Simões",
            "Brandão",
        ],
        female: &["Conceição", "Inês", "Luísa", "Mónica", "Teresa", "Verónica"],
        male: &["António", "Estêvão", "João", "José", "Sebastião", "Tomás"],
        double_family: 0.6,
    },
    Language {
        family: &[
            "Bărbulescu",
            "Mureșanu",
            "Țurcanu",
            "Kovács",
            "Szőke",
            "Győri",
        ],
        female: &[
            "Ilinca",
            "Ruxandra",
            "Ágnes",
            "Erzsébet",
            "Zsófia",
            "Teodora",
        ],
        male: &["Ștefan", "Răzvan", "György", "László", "Örs", "Vasile"],
        double_family: 0.0,
    },
];

pub(crate) const TOWNS: &[&str] = &[
    "Port Selene",
    "Amaurote",
    "Northwick",
    "Saint-Élan",
    "Brückstadt",
    "Villalba del Río",
    "Kirkhaven",
    "Lac-des-Ormes",
    "Zielonka",
    "Östervik",
    "Bramblemere",
    "Nova Ribeira",
];

pub(crate) const STREETS: &[&str] = &[
    "Harbour Road",
    "Orchard Lane",
    "Rue des Ormes",
    "Lindenallee",
    "Calle del Sol",
    "Mill Street",
    "Kungsvägen",
    "Station Road",
    "Ulica Długa",
    "Rua das Flores",
];

pub(crate) const AUTHORITIES: &[&str] = &[
    "UTOPIA PASSPORT OFFICE",
    "MINISTRY OF THE INTERIOR",
    "CIVIL REGISTRY OF AMAUROTE",
    "REGISTRAR GENERAL",
    "OFFICE FOR IDENTITY",
];

/// Months on the printed zone: English and French, as ICAO 9303-3, 3.8 abbreviates them.
pub(crate) const MONTHS: [(&str, &str); 12] = [
    ("JAN", "JAN"),
    ("FEB", "FÉV"),
    ("MAR", "MARS"),
    ("APR", "AVR"),
    ("MAY", "MAI"),
    ("JUN", "JUIN"),
    ("JUL", "JUIL"),
    ("AUG", "AOÛT"),
    ("SEP", "SEPT"),
    ("OCT", "OCT"),
    ("NOV", "NOV"),
    ("DEC", "DÉC"),
];

/// In capitals as documents print names, except for ß, whose capital no transliteration table
/// of ICAO 9303-3 lists.
pub(crate) fn capitals(text: &str) -> String {
    text.chars()
        .flat_map(|letter| {
            let upper: Vec<char> = match letter {
                'ß' => vec!['ß'],
                _ => letter.to_uppercase().collect(),
            };
            upper
        })
        .collect()
}

/// Every letter that these words can bring onto a document.
#[cfg(test)]
pub(crate) fn letters() -> std::collections::BTreeSet<char> {
    let people = LANGUAGES
        .iter()
        .flat_map(|l| [l.family, l.female, l.male])
        .flatten();
    let places = TOWNS.iter().chain(STREETS).chain(AUTHORITIES);
    let months = MONTHS
        .iter()
        .flat_map(|(english, french)| [english, french]);
    people
        .chain(places)
        .chain(months)
        .flat_map(|word| capitals(word).chars().collect::<Vec<_>>())
        .filter(|letter| !letter.is_whitespace())
        .collect()
}
