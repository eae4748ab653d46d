use image::{Luma, Rgb, imageops};
use observation::Symbology;
use zxingcpp::BarcodeFormat;

use super::*;

const TEXT: &str = "@\n\u{1e}\rANSI 636026100102DL00410100ZA01410008DLDAQD12345678\nDCSSAMPLE\n";

/// A symbol, `scale` pixels a module, on grey paper.
fn drawn(format: BarcodeFormat, text: &str, scale: i32) -> GrayImage {
    let symbol = zxingcpp::create(format).from_str(text).unwrap();
    let drawn = symbol
        .to_image_with(&zxingcpp::write().scale(scale).add_quiet_zones(true))
        .unwrap();
    let grey = GrayImage::from_raw(drawn.width() as u32, drawn.height() as u32, drawn.data());
    let mut page = GrayImage::from_pixel(1000, 800, Luma([214]));
    imageops::replace(&mut page, &grey.unwrap(), 120, 150);
    page
}

fn in_color(grey: &GrayImage) -> RgbImage {
    RgbImage::from_fn(grey.width(), grey.height(), |x, y| {
        let luma = grey.get_pixel(x, y)[0];
        Rgb([luma, luma, luma])
    })
}

fn texts(grey: &GrayImage) -> Vec<(Symbology, Option<String>)> {
    read(&in_color(grey), &[])
        .into_iter()
        .map(|barcode| (barcode.symbology, barcode.text))
        .collect()
}

#[test]
fn every_symbology_in_every_quarter_turn() {
    for (format, symbology) in [
        (BarcodeFormat::PDF417, Symbology::Pdf417),
        (BarcodeFormat::QRCode, Symbology::Qr),
        (BarcodeFormat::DataMatrix, Symbology::DataMatrix),
        (BarcodeFormat::Aztec, Symbology::Aztec),
    ] {
        let upright = drawn(format, TEXT, 3);
        let expected = vec![(symbology, Some(TEXT.to_owned()))];
        assert_eq!(texts(&upright), expected, "{symbology:?}");
        assert_eq!(
            texts(&imageops::rotate90(&upright)),
            expected,
            "{symbology:?}"
        );
        assert_eq!(
            texts(&imageops::rotate180(&upright)),
            expected,
            "{symbology:?}"
        );
        assert_eq!(
            texts(&imageops::rotate270(&upright)),
            expected,
            "{symbology:?}"
        );
    }
}

#[test]
fn bounds_are_those_of_the_symbol() {
    let [barcode] = read(&in_color(&drawn(BarcodeFormat::QRCode, TEXT, 4)), &[])
        .try_into()
        .unwrap();
    let Rect {
        x,
        y,
        width,
        height,
    } = barcode.bounds;
    assert!((120.0..150.0).contains(&x) && (150.0..180.0).contains(&y));
    assert!((width / height - 1.0).abs() < 0.05);
}

/// Printed small and seen in bad light: the first look finds nothing, a closer one does.
#[test]
fn a_faint_one_is_looked_at_again() {
    let sharp = drawn(BarcodeFormat::PDF417, TEXT, 2);
    let small = imageops::resize(&sharp, 640, 512, imageops::FilterType::Triangle);
    let mut faint = imageops::blur(&small, 0.85);
    for luma in faint.iter_mut() {
        *luma = 60 + (f32::from(*luma) * 0.25) as u8;
    }
    assert!(
        FIRST.of(&faint).is_empty(),
        "this picture is no test of a second look"
    );
    assert_eq!(texts(&faint), [(Symbology::Pdf417, Some(TEXT.to_owned()))]);
    let corner = |x, y| observation::Point { x, y };
    let print = Quad([
        corner(0.0, 0.0),
        corner(640.0, 0.0),
        corner(640.0, 512.0),
        corner(0.0, 512.0),
    ]);
    assert!(
        read(&in_color(&faint), &[print]).is_empty(),
        "what was read as print is no barcode"
    );
}

#[test]
fn bytes_that_are_no_text_stay_bytes() {
    let bytes = [0x00, 0xff, 0x80, 0x01, 0xfe, 0x02];
    let symbol = zxingcpp::create(BarcodeFormat::QRCode)
        .from_slice(bytes)
        .unwrap();
    let drawn = symbol
        .to_image_with(&zxingcpp::write().scale(4).add_quiet_zones(true))
        .unwrap();
    let grey = GrayImage::from_raw(drawn.width() as u32, drawn.height() as u32, drawn.data());
    let [barcode] = read(&in_color(&grey.unwrap()), &[]).try_into().unwrap();
    assert_eq!((barcode.bytes.as_slice(), barcode.text), (&bytes[..], None));
}

#[test]
fn pictures_without_one_and_pictures_of_nothing() {
    for (width, height) in [(1, 1), (3, 200), (17, 16), (640, 480)] {
        let noise = GrayImage::from_fn(width, height, |x, y| {
            Luma([(x.wrapping_mul(2_654_435_761) ^ y.wrapping_mul(40_503)) as u8])
        });
        assert!(read(&in_color(&noise), &[]).is_empty());
        assert!(read(&RgbImage::new(width, height), &[]).is_empty());
    }
}

/// The picture from so many modules right of the symbol's beginning on.
fn cut_after(page: &GrayImage, modules: u32, scale: u32) -> GrayImage {
    let inked = |x: &u32| (0..page.height()).any(|y| page.get_pixel(*x, y)[0] == 0);
    let begins = (0..page.width()).find(inked).unwrap() + modules * scale;
    imageops::crop_imm(page, begins, 0, page.width() - begins, page.height()).to_image()
}

#[test]
fn one_that_begins_beyond_the_edge_is_completed() {
    let page = drawn(BarcodeFormat::PDF417, TEXT, 3);
    for modules in [4, 17, 25, 34] {
        let cut = cut_after(&page, modules, 3);
        assert!(FIRST.of(&cut).is_empty(), "{modules}: this is no test");
        let expected = [(Symbology::Pdf417, Some(TEXT.to_owned()))];
        assert_eq!(texts(&cut), expected, "{modules}");
        assert_eq!(texts(&imageops::rotate180(&cut)), expected, "{modules}");
        assert_eq!(texts(&imageops::rotate90(&cut)), expected, "{modules}");
    }
    for modules in [17, 25] {
        let cut = cut_after(&page, modules, 3);
        let photographed = imageops::blur(&dense::turned(&cut, 0.06), 0.9);
        let expected = [(Symbology::Pdf417, Some(TEXT.to_owned()))];
        assert_eq!(texts(&photographed), expected, "{modules}");
    }
}

#[test]
fn a_stop_pattern_alone_completes_nothing() {
    let page = drawn(BarcodeFormat::PDF417, TEXT, 3);
    let inked = |x: &u32| (0..page.height()).any(|y| page.get_pixel(*x, y)[0] == 0);
    let ends = (0..page.width()).rfind(inked).unwrap();
    let stop = imageops::crop_imm(&page, ends - 60, 0, 80, page.height()).to_image();
    let whole = |grey: &GrayImage| {
        let region = dense::Region {
            x: 0,
            y: 0,
            width: grey.width(),
            height: grey.height(),
        };
        cut_off::completed(grey, region).len()
    };
    assert!(whole(&cut_after(&page, 17, 3)) > 0);
    assert_eq!(whole(&stop), 0);
    assert_eq!(whole(&GrayImage::new(40, 40)), 0);
    assert_eq!(whole(&GrayImage::new(0, 0)), 0);
}

/// Stop patterns of any size anywhere, with anything beside them.
#[test]
fn stop_patterns_in_noise_complete_nothing_that_can_be_read() {
    let mut state = 7u32;
    let mut next = |below: u32| {
        state = state.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
        (state >> 8) % below.max(1)
    };
    for _ in 0..150 {
        let (width, height, module) = (1 + next(400), 1 + next(60), 1 + next(4));
        let mut noise = GrayImage::from_fn(width, height, |_, _| Luma([(next(2) * 255) as u8]));
        let lean = next(3);
        let begins = next(width);
        for y in 0..height {
            let mut x = begins + y * lean / 3;
            for (at, modules) in [7, 1, 1, 3, 1, 1, 1, 2, 1].into_iter().enumerate() {
                for _ in 0..modules * module {
                    if x < width {
                        noise.put_pixel(x, y, Luma([(at % 2 * 255) as u8]));
                    }
                    x += 1;
                }
            }
        }
        let region = dense::Region {
            x: 0,
            y: 0,
            width,
            height,
        };
        for whole in cut_off::completed(&noise, region) {
            assert!(FIRST.of(&whole).is_empty());
        }
    }
}

#[test]
fn second_looks_take_turns_and_have_an_end() {
    let cuts = [
        GrayImage::new(1200, 1000),
        GrayImage::new(600, 500),
        GrayImage::new(3000, 2000),
    ];
    let looks = looks(&cuts);
    let order: Vec<usize> = looks.iter().map(|&(_, at)| at).collect();
    assert_eq!(
        order[..4],
        [0, 1, 0, 1],
        "six megapixels are never looked at again"
    );
    assert!(looks.iter().filter(|&&(_, at)| at == 1).count() >= 6);
    let pixels = looks.iter().map(|&(attempt, at)| attempt.pixels(&cuts[at]));
    assert!(pixels.sum::<u64>() <= MOST_PIXELS);
    let small = [GrayImage::new(300, 200)];
    assert_eq!(super::looks(&small).len(), ATTEMPTS.len());
}
