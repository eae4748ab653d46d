//! Drawn documents, read by the real networks. They must be installed: `make setup`.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::LazyLock;

use image::{DynamicImage, RgbImage, imageops};
use specimen::{Degradation, Kind, Request, Specimen};
use vision::faces::similarity;
use vision::runtime::Runtime;
use vision::{DocumentOptions, Options, Vision};

static VISION: LazyLock<Vision> = LazyLock::new(|| {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    Vision::load(&models, Options::default())
        .unwrap_or_else(|error| panic!("{error}, or `make setup` in a checkout"))
});

fn specimen(kind: Kind, seed: u64, degrade: &[Degradation]) -> Specimen {
    specimen::generate(&Request {
        kind,
        portrait: None,
        seed,
        expired: false,
        degrade: degrade.to_vec(),
        today: jiff::civil::date(2026, 1, 1),
    })
    .unwrap()
}

fn png(pixels: RgbImage) -> Vec<u8> {
    let mut file = std::io::Cursor::new(Vec::new());
    DynamicImage::from(pixels)
        .write_to(&mut file, image::ImageFormat::Png)
        .unwrap();
    file.into_inner()
}

fn mrz(file: &[u8]) -> Vec<String> {
    let seen = VISION
        .document(
            file,
            DocumentOptions {
                faces: false,
                ..DocumentOptions::default()
            },
        )
        .unwrap();
    seen.observation
        .mrz
        .map(|mrz| mrz.lines)
        .unwrap_or_default()
}

#[test]
fn the_zones_of_photographed_specimens_are_read_whole() {
    for seed in 1..4 {
        let passport = specimen(Kind::Passport, seed, &[Degradation::Handheld]);
        assert_eq!(
            mrz(&passport.front_jpeg().unwrap()),
            passport.truth.mrz.as_ref().unwrap().lines,
            "passport {seed}"
        );
        let card = specimen(Kind::IdCard, seed, &[Degradation::Handheld]);
        let back = card.back_jpeg().unwrap().unwrap();
        assert_eq!(
            mrz(&back),
            card.truth.mrz.as_ref().unwrap().lines,
            "card {seed}"
        );
    }
}

/// Under a light spot and out of focus, names and optional data can be lost although every check
/// digit holds: nothing is read then, rather than something else.
#[test]
fn a_zone_that_is_half_lost_is_no_zone_or_the_right_one() {
    let glaring = [Degradation::Handheld, Degradation::Glare];
    for seed in [3, 21] {
        let card = specimen(Kind::IdCard, seed, &glaring);
        let read = mrz(&card.back_jpeg().unwrap().unwrap());
        let right = card.truth.mrz.as_ref().unwrap().lines == read;
        assert!(read.is_empty() || right, "card {seed}");
    }
    let blurred = [Degradation::Handheld, Degradation::Blur];
    let passport = specimen(Kind::Passport, 21, &blurred);
    let read = mrz(&passport.front_jpeg().unwrap());
    let right = passport.truth.mrz.as_ref().unwrap().lines == read;
    assert!(read.is_empty() || right);
}

#[test]
fn the_barcodes_of_photographed_licences_are_read_whole() {
    for seed in 1..4 {
        let licence = specimen(Kind::DrivingLicense, seed, &[Degradation::Handheld]);
        let back = licence.back_jpeg().unwrap().unwrap();
        let options = DocumentOptions {
            faces: false,
            ..DocumentOptions::default()
        };
        let seen = VISION.document(&back, options).unwrap().observation;
        let [barcode] = seen.barcodes.try_into().unwrap();
        assert_eq!(barcode.text, licence.truth.barcode, "licence {seed}");
    }
}

#[test]
fn a_zone_is_read_whichever_way_the_picture_lies() {
    let passport = specimen(Kind::Passport, 5, &[]);
    let upright = passport.front;
    let turned = [
        upright.clone(),
        imageops::rotate270(&upright),
        imageops::rotate180(&upright),
        imageops::rotate90(&upright),
    ];
    for (quarters, picture) in turned.into_iter().enumerate() {
        let seen = VISION
            .document(&png(picture), DocumentOptions::default())
            .unwrap()
            .observation;
        assert_eq!(usize::from(seen.rotation), quarters);
        assert_eq!((seen.width, seen.height), upright.dimensions());
        assert_eq!(
            seen.mrz.unwrap().lines,
            passport.truth.mrz.as_ref().unwrap().lines
        );
        assert_eq!(seen.faces.len(), 1);
    }
}

#[test]
fn print_is_read_and_the_zone_is_not_among_it() {
    let passport = specimen(Kind::Passport, 6, &[]);
    let file = passport.front_jpeg().unwrap();
    let seen = VISION
        .document(&file, DocumentOptions::default())
        .unwrap()
        .observation;
    let number = passport.truth.number.as_str();
    assert!(seen.lines.iter().any(|line| line.text.contains(number)));
    assert!(seen.lines.iter().all(|line| !line.text.contains("<<")));
    assert_eq!(seen.mrz.unwrap().quads.len(), 2);
}

/// One runtime makes products in integers. What it reads may differ in a space or a doubtful letter.
#[test]
fn the_runtimes_read_the_same_print() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let options = Options {
        runtime: Some(Runtime::Rten),
        ..Options::default()
    };
    let floats = Vision::load(&models, options).unwrap();
    let license = specimen(Kind::EuropeanDrivingLicense, 4, &[Degradation::Handheld]);
    let file = license.front_jpeg().unwrap();
    let [floats, integers] = [&floats, &*VISION].map(|vision| {
        let seen = vision.document(&file, DocumentOptions::default()).unwrap();
        let clear = seen.observation.lines.into_iter();
        let clear = clear.filter(|line| line.confidence > 0.95);
        let text = clear.map(|line| line.text.replace(' ', ""));
        text.collect::<BTreeSet<String>>()
    });
    let common = floats.intersection(&integers).count();
    assert!(common >= 8, "{common} lines");
    assert!(common * 10 >= floats.len().max(integers.len()) * 8);
}

#[test]
fn documents_in_one_picture_are_told_apart() {
    let pages = [11, 12].map(|seed| specimen(Kind::Passport, seed, &[Degradation::Handheld]));
    let (width, height) = pages[0].front.dimensions();
    let mut both = RgbImage::new(width, 2 * height);
    for (page, top) in pages.iter().zip([0, height]) {
        imageops::replace(&mut both, &page.front, 0, i64::from(top));
    }
    let look = |file: &[u8]| {
        let seen = VISION.document(file, DocumentOptions::default()).unwrap();
        seen.observation
    };
    let seen = look(&png(both));
    assert!(seen.outline.is_some());
    assert_eq!(seen.other_outlines.len(), 1);
    let mut mrzs: Vec<_> = seen.mrz.iter().chain(&seen.other_mrzs).collect();
    mrzs.sort_by(|a, b| a.quads[0].centre().y.total_cmp(&b.quads[0].centre().y));
    let mrzs: Vec<_> = mrzs.into_iter().map(|mrz| &mrz.lines).collect();
    let expected = pages
        .each_ref()
        .map(|page| &page.truth.mrz.as_ref().unwrap().lines);
    assert_eq!(mrzs, expected);

    let alone = look(&pages[0].front_jpeg().unwrap());
    assert!(alone.other_outlines.is_empty() && alone.other_mrzs.is_empty());
    let quality = alone.document_quality.unwrap();
    assert!(quality.sharpness.unwrap() > 0.35, "{quality:?}");
    assert_eq!((quality.cut_off, quality.cut_lines), (0.0, 0));
}

#[test]
fn a_picture_of_nothing_shows_nothing() {
    let picture = png(RgbImage::from_fn(400, 300, |x, y| {
        image::Rgb([(x / 2) as u8, (y / 2) as u8, 80])
    }));
    let seen = VISION
        .document(&picture, DocumentOptions::default())
        .unwrap()
        .observation;
    assert!(seen.mrz.is_none());
    assert!(seen.faces.is_empty());
    assert!(
        VISION
            .selfie(&picture)
            .unwrap()
            .observation
            .faces
            .is_empty()
    );
}

#[test]
fn print_without_a_zone_gives_none() {
    let passport = specimen(Kind::Passport, 7, &[]).front;
    let (width, height) = passport.dimensions();
    let top = imageops::crop_imm(&passport, 0, 0, width, height * 7 / 10).to_image();
    assert!(mrz(&png(top)).is_empty());
}

#[test]
fn a_face_is_most_like_itself() {
    let faces = |seed| {
        VISION
            .faces(&png(specimen(Kind::Passport, seed, &[]).front))
            .unwrap()
    };
    let (first, second) = (faces(8), faces(9));
    let same = similarity(&first[0].embedding, &faces(8)[0].embedding);
    let other = similarity(&first[0].embedding, &second[0].embedding);
    assert!(same > 0.999 && same > other, "{same} {other}");
    assert_eq!(first[0].embedding.len(), 128);
}

#[test]
fn a_turned_face_is_still_the_same_person_s() {
    let passport = specimen(Kind::Passport, 8, &[]).front;
    let upright = &VISION.faces(&png(passport.clone())).unwrap()[0];
    let bounds = upright.bounds;
    let (side, x, y) = (2.0 * bounds.width, bounds.x, bounds.y);
    let cut = imageops::crop_imm(
        &passport,
        (x - bounds.width / 2.0) as u32,
        (y - bounds.width / 4.0) as u32,
        side as u32,
        side as u32,
    )
    .to_image();
    let turns = [
        imageops::rotate90(&cut),
        imageops::rotate180(&cut),
        imageops::rotate270(&cut),
    ];
    for (quarter, turned) in turns.into_iter().enumerate() {
        let (face, count) = VISION.largest_face(&png(turned)).unwrap();
        let similarity = similarity(&upright.embedding, &face.unwrap().embedding);
        assert!(similarity > 0.8, "{quarter}: {similarity}");
        assert_eq!(count, 1);
    }
}

/// How many times as far from its like as the rest the date of a document in hand is, and the score above
/// which it is suspicious.
fn glyphs_alike(kind: Kind, seed: u64, altered: Option<Degradation>) -> Option<(f32, f32)> {
    let degrade: Vec<Degradation> = altered.into_iter().chain([Degradation::Handheld]).collect();
    let file = specimen(kind, seed, &degrade).front_jpeg().unwrap();
    let options = DocumentOptions {
        faces: false,
        ..DocumentOptions::default()
    };
    let seen = VISION.document(&file, options).unwrap().observation;
    let signal = seen
        .authenticity
        .into_iter()
        .find(|signal| signal.signal == "glyphs_alike")?;
    assert!(!signal.decides() && signal.region.is_some());
    Some((signal.score?, signal.threshold))
}

#[test]
fn dates_in_another_typeface_stand_out_in_hand_and_genuine_ones_do_not() {
    let mut retouched = 0;
    for kind in [Kind::Passport, Kind::DrivingLicense] {
        for seed in 4..6 {
            let stands_out = |altered| {
                glyphs_alike(kind, seed, altered)
                    .is_some_and(|(score, threshold)| score > threshold)
            };
            assert!(glyphs_alike(kind, seed, None).is_some(), "{kind} {seed}");
            assert!(!stands_out(None), "{kind} {seed}");
            assert!(stands_out(Some(Degradation::AlteredField)), "{kind} {seed}");
            retouched += usize::from(stands_out(Some(Degradation::RetouchedField)));
        }
    }
    // Some typefaces are much like the genuine one.
    assert!(retouched >= 2, "{retouched} of 4");
}
