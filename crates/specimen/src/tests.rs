use image::{Rgb, RgbImage};
use jiff::civil::{Date, date};
use serde_json::Value;

use crate::{
    Degradation, Error, FaceBox, Kind, Portrait, Request, Specimen, Truth, generate,
    random::Random, write,
};

const TODAY: Date = date(2026, 11, 1);

fn request(kind: Kind, seed: u64) -> Request {
    Request {
        kind,
        portrait: None,
        seed,
        expired: false,
        degrade: Vec::new(),
        today: TODAY,
    }
}

/// What a document says, without drawing it.
fn truth(kind: Kind, seed: u64, expired: bool) -> Truth {
    write(
        &Request {
            expired,
            ..request(kind, seed)
        },
        &Random::new(seed),
    )
    .unwrap()
    .2
}

fn draw(request: &Request) -> Specimen {
    generate(request).unwrap()
}

#[test]
fn the_same_request_gives_the_same_bytes() {
    for kind in Kind::ALL {
        let request = Request {
            degrade: vec![Degradation::Handheld],
            ..request(kind, 3)
        };
        let (first, second) = (draw(&request), draw(&request));
        assert_eq!(first.front_jpeg().unwrap(), second.front_jpeg().unwrap());
        assert_eq!(first.back_jpeg().unwrap(), second.back_jpeg().unwrap());
        let json = |specimen: &Specimen| serde_json::to_string(&specimen.truth).unwrap();
        assert_eq!(json(&first), json(&second));
    }
}

#[test]
fn the_machine_readable_zone_says_what_is_printed() {
    for seed in 0..300 {
        for kind in [
            Kind::Passport,
            Kind::IdCard,
            Kind::ResidencePermit,
            Kind::IdCardTd2,
            Kind::Visa,
        ] {
            let truth = truth(kind, seed, false);
            let zone = truth.mrz.unwrap();
            let fields = &zone.fields;
            assert!(zone.valid());
            assert_eq!(fields.issuing_state, "UTO");
            assert_eq!(fields.document_number, truth.number);
            // Long names are cut short in the zone, never in the printed part.
            assert!(mrz::name_matches(&truth.last_name, &fields.surname));
            assert!(mrz::name_matches(&truth.first_name, &fields.given_names));
            if !fields.names_truncated {
                assert_eq!(fields.surname, mrz::transliterate(&truth.last_name));
                assert_eq!(fields.given_names, mrz::transliterate(&truth.first_name));
            }
            assert_eq!(fields.sex.to_lowercase(), truth.sex.unwrap()[..1]);
            assert_eq!(fields.birth_date, truth.dob.strftime("%y%m%d").to_string());
            assert_eq!(
                fields.expiry_date,
                truth.expiration_date.strftime("%y%m%d").to_string()
            );
        }
    }
}

#[test]
fn the_barcode_says_what_is_printed() {
    for seed in 0..300 {
        let truth = truth(Kind::DrivingLicense, seed, false);
        let license = aamva::parse(&truth.barcode.unwrap()).unwrap().license();
        assert_eq!(license.number, Some(truth.number));
        assert_eq!(license.name.last, Some(truth.last_name));
        let given = [license.name.first, license.name.middle];
        let given: Vec<String> = given.into_iter().flatten().collect();
        assert_eq!(given.join(" "), truth.first_name);
        let birth = license.birth_date.unwrap();
        let printed = (truth.dob.year(), truth.dob.month(), truth.dob.day());
        assert_eq!(
            (birth.year as i16, birth.month as i8, birth.day as i8),
            printed
        );
        assert!(license.expiry_date.unwrap() > license.issue_date.unwrap());
        assert_eq!(license.street, truth.address.map(|lines| lines[0].clone()));
    }
}

#[test]
fn documents_are_in_force_unless_asked_to_be_expired() {
    for seed in 0..300 {
        let valid = truth(Kind::Passport, seed, false);
        assert!(valid.issued_date < TODAY && valid.expiration_date > date(2032, 10, 1));
        let expired = truth(Kind::Passport, seed, true);
        assert!(expired.expiration_date < TODAY);
        for truth in [valid, expired] {
            assert!(truth.issued_date.year() - truth.dob.year() >= 16);
        }
    }
}

#[test]
fn truth_has_the_keys_of_a_reading() {
    let json = |kind| serde_json::to_value(truth(kind, 9, false)).unwrap();
    assert_eq!(json(Kind::Passport)["address"], Value::Null);
    let json = json(Kind::IdCard);
    assert_eq!(json["file"], "front.jpg");
    assert_eq!(json["type"], "id_card");
    assert_eq!(json["issuing_country"], Value::Null);
    assert_eq!(json["mrz"]["format"], "TD1");
    assert_eq!(json["mrz"]["checks"]["composite"], true);
    assert_eq!(json["mrz"]["lines"].as_array().unwrap().len(), 3);
    assert!(json["dob"]["year"].as_i64().unwrap() > 1940);
    assert!(json["address"].is_string());
}

#[test]
fn a_day_outside_the_calendar_is_refused() {
    let request = Request {
        today: Date::MIN,
        ..request(Kind::Passport, 1)
    };
    assert!(matches!(generate(&request), Err(Error::Today)));
}

#[test]
fn another_seed_gives_another_document() {
    let (first, second) = (
        draw(&request(Kind::IdCard, 1)),
        draw(&request(Kind::IdCard, 2)),
    );
    assert_ne!(first.front, second.front);
    assert_ne!(first.back, second.back);
    assert_ne!(first.truth.number, second.truth.number);
}

#[test]
fn kinds_have_their_sizes_and_sides() {
    let passport = draw(&request(Kind::Passport, 4));
    assert_eq!(passport.front.dimensions(), (1500, 1056));
    assert!(passport.back.is_none() && passport.back_jpeg().unwrap().is_none());

    let card = draw(&request(Kind::IdCard, 4));
    assert_eq!(card.front.dimensions(), (1350, 851));
    assert_eq!(
        card.back.as_ref().map(RgbImage::dimensions),
        Some((1350, 851))
    );
    let decoded = image::load_from_memory(&card.back_jpeg().unwrap().unwrap()).unwrap();
    assert_eq!((decoded.width(), decoded.height()), (1350, 851));
}

#[test]
fn kinds_have_a_back_where_they_say_so() {
    for kind in Kind::ALL {
        assert_eq!(draw(&request(kind, 6)).back.is_some(), kind.has_back());
        assert_eq!(kind.name().parse::<Kind>().unwrap(), kind);
    }
}

#[test]
fn visas_come_in_two_sizes() {
    let formats = (0..40).map(|seed| truth(Kind::Visa, seed, false).mrz.unwrap().format);
    let small = formats
        .filter(|format| *format == mrz::Format::MrvB)
        .count();
    assert!((4..24).contains(&small), "{small}");
}

#[test]
fn the_degradations_change_the_picture_each_in_its_way() {
    let plain = draw(&request(Kind::Passport, 5)).front;
    let mut seen = vec![plain.clone()];
    for degradation in Degradation::ALL {
        let request = Request {
            degrade: vec![degradation],
            ..request(Kind::Passport, 5)
        };
        let degraded = draw(&request).front;
        if degradation == Degradation::None {
            assert_eq!(degraded, plain);
        } else {
            assert!(!seen.contains(&degraded), "{degradation}");
            seen.push(degraded);
        }
    }
}

#[test]
fn degradations_add_up_in_their_order() {
    let with = |degrade: &[Degradation]| {
        draw(&Request {
            degrade: degrade.to_vec(),
            ..request(Kind::Passport, 6)
        })
        .front
    };
    let dark_photograph = with(&[Degradation::Handheld, Degradation::Dark]);
    let photograph_of_dark = with(&[Degradation::Dark, Degradation::Handheld]);
    assert_eq!(
        dark_photograph.dimensions(),
        photograph_of_dark.dimensions()
    );
    assert_ne!(dark_photograph, photograph_of_dark);
}

#[test]
fn a_photograph_takes_the_place_of_the_drawn_face() {
    let mut picture = RgbImage::from_pixel(300, 400, Rgb([10, 200, 30]));
    for pixel in picture.enumerate_pixels_mut().filter(|(x, ..)| *x >= 150) {
        *pixel.2 = Rgb([200, 10, 30]);
    }
    let green = |face| {
        let portrait = Some(Portrait {
            picture: picture.clone(),
            face,
        });
        let front = draw(&Request {
            portrait,
            ..request(Kind::Passport, 7)
        })
        .front;
        front.pixels().filter(|p| p.0 == [10, 200, 30]).count()
    };
    assert!(green(None) > 90_000);
    let right = FaceBox {
        left: 200.0,
        top: 150.0,
        width: 60.0,
        height: 80.0,
    };
    assert!(green(Some(right)) < 30_000);
}

#[test]
fn a_portrait_without_pixels_is_refused() {
    let portrait = Some(Portrait {
        picture: RgbImage::new(0, 0),
        face: None,
    });
    let request = Request {
        portrait,
        ..request(Kind::Passport, 8)
    };
    assert!(matches!(generate(&request), Err(Error::Portrait)));
}

#[test]
fn names_on_the_command_line_lead_back_to_what_they_name() {
    for kind in Kind::ALL {
        assert_eq!(kind.name().parse::<Kind>().unwrap(), kind);
    }
    for degradation in Degradation::ALL {
        assert_eq!(
            degradation.name().parse::<Degradation>().unwrap(),
            degradation
        );
    }
    assert!("library_card".parse::<Kind>().is_err());
    assert!("wet".parse::<Degradation>().is_err());
}
