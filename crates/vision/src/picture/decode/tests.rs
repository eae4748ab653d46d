use std::io::Cursor;

use image::{DynamicImage, ImageBuffer, ImageFormat, Luma, LumaA, Rgb, RgbImage, Rgba};
use proptest::prelude::*;

use super::*;

const FORMATS: [ImageFormat; 4] = [
    ImageFormat::Jpeg,
    ImageFormat::Png,
    ImageFormat::WebP,
    ImageFormat::Tiff,
];

fn encoded(picture: &DynamicImage, format: ImageFormat) -> Vec<u8> {
    let mut file = Cursor::new(Vec::new());
    picture.write_to(&mut file, format).unwrap();
    file.into_inner()
}

fn gradient(width: u32, height: u32) -> DynamicImage {
    RgbImage::from_fn(width, height, |x, y| {
        Rgb([(x * 3) as u8, (y * 5) as u8, 90])
    })
    .into()
}

fn read(file: &[u8]) -> Result<Picture, PictureError> {
    decode(file, &Limits::default())
}

/// A JPEG whose Exif block says how it is to be turned.
fn oriented(picture: &DynamicImage, orientation: u8) -> Vec<u8> {
    let jpeg = encoded(picture, ImageFormat::Jpeg);
    #[rustfmt::skip]
    let exif = [
        0xFF, 0xE1, 0x00, 0x22, b'E', b'x', b'i', b'f', 0, 0,
        b'M', b'M', 0x00, 0x2A, 0, 0, 0, 8,
        0x00, 0x01, 0x01, 0x12, 0x00, 0x03, 0, 0, 0, 1, 0x00, orientation, 0, 0,
        0, 0, 0, 0,
    ];
    [&jpeg[..2], &exif, &jpeg[2..]].concat()
}

#[test]
fn the_four_formats_are_read() {
    for format in FORMATS {
        let picture = read(&encoded(&gradient(40, 30), format)).unwrap();
        assert_eq!(picture.pixels().dimensions(), (40, 30), "{format:?}");
    }
}

#[test]
fn exif_orientation_turns_the_picture() {
    let picture = read(&oriented(&gradient(40, 24), 6)).unwrap();
    assert_eq!(picture.pixels().dimensions(), (24, 40));
    let upright = read(&oriented(&gradient(40, 24), 1)).unwrap();
    assert_eq!(upright.pixels().dimensions(), (40, 24));
}

#[test]
fn transparent_parts_are_white_and_grey_and_deep_samples_become_rgb() {
    let clear = DynamicImage::from(RgbaImage::from_pixel(4, 4, Rgba([0, 0, 0, 0])));
    let clear = read(&encoded(&clear, ImageFormat::Png)).unwrap();
    assert_eq!(clear.pixels().get_pixel(1, 1).0, [255; 3]);

    let deep = ImageBuffer::from_pixel(4, 4, Luma([0x8000u16]));
    let deep = read(&encoded(&DynamicImage::ImageLuma16(deep), ImageFormat::Png)).unwrap();
    assert!(
        deep.pixels()
            .get_pixel(1, 1)
            .0
            .iter()
            .all(|value| value.abs_diff(0x80) <= 1)
    );
}

#[test]
fn files_that_are_no_pictures_are_named_so() {
    let png = encoded(&gradient(60, 60), ImageFormat::Png);
    for file in [
        &b""[..],
        b"hello",
        b"\x89PNG\r\n\x1a\n",
        &png[..png.len() / 2],
        b"\xff\xd8\xff",
    ] {
        assert_eq!(read(file).unwrap_err().code(), "not_an_image");
    }
}

#[test]
fn heic_and_other_formats_are_unsupported_with_advice() {
    let heic = b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00mif1heic";
    let avif = b"\x00\x00\x00\x1cftypavif\x00\x00\x00\x00avifmif1miaf";
    let other = b"\x00\x00\x00\x1cftypisom\x00\x00\x00\x00isommif1heix";
    for file in [
        &heic[..],
        avif,
        other,
        b"GIF89a\x01\x00\x01\x00",
        b"%PDF-1.7",
    ] {
        let error = read(file).unwrap_err();
        assert_eq!(error.code(), "unsupported");
        assert!(error.to_string().contains("JPEG"), "{error}");
    }
}

#[test]
fn limits_hold_before_anything_is_decoded() {
    let file = encoded(&gradient(100, 100), ImageFormat::Png);
    let bytes = Limits {
        bytes: file.len() - 1,
        ..Limits::default()
    };
    assert_eq!(decode(&file, &bytes).unwrap_err().code(), "too_large");
    let pixels = Limits {
        pixels: 9_999,
        ..Limits::default()
    };
    assert_eq!(decode(&file, &pixels).unwrap_err().code(), "too_large");
    let memory = Limits {
        memory: 29_999,
        ..Limits::default()
    };
    assert_eq!(decode(&file, &memory).unwrap_err().code(), "too_large");
}

#[test]
fn a_picture_larger_than_needed_is_scaled_down() {
    let limits = Limits {
        long_side: 50,
        ..Limits::default()
    };
    let file = encoded(&gradient(100, 60), ImageFormat::Jpeg);
    assert_eq!(
        decode(&file, &limits).unwrap().pixels().dimensions(),
        (50, 30)
    );
}

/// A picture in several scans, drawn for this.
const PROGRESSIVE: &[u8] = include_bytes!("../../../../../fuzz/seeds/picture/progressive.jpg");

#[test]
fn a_jpeg_of_endless_scans_is_refused() {
    assert!(read(PROGRESSIVE).is_ok());
    let file = [PROGRESSIVE, &[0xFF, 0xDA].repeat(65)].concat();
    assert_eq!(read(&file).unwrap_err().code(), "unsupported");
}

#[test]
fn what_follows_a_picture_in_one_scan_does_not_matter() {
    // Phones put a film there.
    let mut file = encoded(&gradient(20, 20), ImageFormat::Jpeg);
    file.extend([0xFF, 0xDA].repeat(65));
    assert!(read(&file).is_ok());
}

#[test]
fn a_jpeg_in_several_scans_needs_room_for_all_of_it() {
    let limits = |memory| Limits {
        memory,
        ..Limits::default()
    };
    let most = |file: &[u8]| {
        let fits = |memory: &u64| decode(file, &limits(*memory)).is_ok();
        (0..60u64).map(|step| step << 20).find(fits).unwrap()
    };
    let file = encoded(&gradient(2000, 1500), ImageFormat::Jpeg);
    let frame = file.windows(2).position(|pair| pair == [0xFF, 0xC0]);
    let mut progressive = file.clone();
    progressive[frame.unwrap() + 1] = 0xC2;
    // Nine megabytes of pixels, and of coefficients twice as many.
    assert!(most(&progressive) > most(&file) + 16);
}

#[test]
fn pictures_come_out_as_the_library_has_them() {
    let deep = |x: u32, y: u32| (x * 4099 + y * 257) as u16;
    let pictures: [DynamicImage; 9] = [
        gradient(70, 50),
        gradient(70, 50).into_luma8().into(),
        gradient(70, 50).into_luma_alpha8().into(),
        RgbaImage::from_fn(33, 21, |x, y| Rgba([x as u8, y as u8, 9, (x * 7) as u8])).into(),
        ImageBuffer::from_fn(64, 31, |x, y| Luma([deep(x, y)])).into(),
        ImageBuffer::from_fn(64, 31, |x, y| LumaA([deep(x, y), deep(y, x)])).into(),
        ImageBuffer::from_fn(64, 31, |x, y| Rgb([deep(x, y), deep(y, x), 77])).into(),
        ImageBuffer::from_fn(64, 31, |x, y| {
            Rgba([deep(x, y), deep(y, x), 77, 1 + deep(x, x)])
        })
        .into(),
        ImageBuffer::from_fn(256, 256, |x, y| Luma([(x + 256 * y) as u16])).into(),
    ];
    let mut compared = 0;
    for picture in &pictures {
        for format in FORMATS {
            let mut file = Cursor::new(Vec::new());
            if picture.write_to(&mut file, format).is_err() {
                continue;
            }
            let file = file.into_inner();
            let Ok(theirs) = image::load_from_memory_with_format(&file, format) else {
                continue;
            };
            let theirs = if theirs.color().has_alpha() {
                on_white(theirs.into_rgba8())
            } else {
                theirs.into_rgb8()
            };
            assert!(
                *read(&file).unwrap().pixels() == theirs,
                "{format:?} {:?}",
                picture.color()
            );
            compared += 1;
        }
    }
    assert!(compared >= 20, "{compared}");
}

#[test]
fn the_seeds_come_out_as_the_library_has_them() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../fuzz/seeds/picture");
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let file = std::fs::read(&path).unwrap();
        let theirs = image::load_from_memory(&file).unwrap();
        let theirs = if theirs.color().has_alpha() {
            on_white(theirs.into_rgba8())
        } else {
            theirs.into_rgb8()
        };
        assert!(
            *read(&file).unwrap().pixels() == theirs,
            "{}",
            path.display()
        );
    }
}

proptest! {
    #[test]
    fn no_bytes_make_it_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), magic in 0..7usize) {
        let magics: [&[u8]; 7] =
            [b"\0\0\0\x40ftyp", b"", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"RIFF\x00\x01\x00\x00WEBPVP8 ", b"GIF8", b"II*\0\x08\0\0\0"];
        let _ = read(&[magics[magic], &bytes].concat());
    }

    #[test]
    fn no_damage_makes_it_panic(
        format in 0..4usize,
        cut in 0..2000usize,
        damage in prop::collection::vec((0..2000usize, any::<u8>()), 0..8),
    ) {
        let format = FORMATS[format];
        let mut file = encoded(&gradient(24, 17), format);
        for (at, byte) in damage {
            let length = file.len();
            file[at % length] = byte;
        }
        file.truncate(cut.max(1));
        let _ = decode(&file, &Limits { pixels: 100_000, ..Limits::default() });
    }
}
