use super::packed_zeros;

const GREY: u8 = 0;
const RGB: u8 = 2;
const PALETTE: u8 = 3;
const RGBA: u8 = 6;

/// Bytes that a text or profile unpacks to.
const UNPACKED: u64 = 400_000_000;

pub(super) fn all() -> Vec<(&'static str, Vec<u8>)> {
    let large = packed_zeros(UNPACKED);
    let with = |name: [u8; 4], head: &[u8]| {
        let chunk = chunk(name, &[head, &large].concat());
        picture((64, 64), (RGB, 8), false, &chunk)
    };
    let texts = chunk(*b"tEXt", b"Comment\0hello").repeat(400_000);
    let palette = chunk(*b"PLTE", &[1, 2, 3, 4, 5, 6]);
    vec![
        (
            "a line of 60 million pixels",
            picture((60_000_000, 1), (GREY, 1), false, &[]),
        ),
        (
            "a column of 60 million pixels",
            picture((1, 60_000_000), (GREY, 1), false, &[]),
        ),
        ("4 billion pixels", header_only((65_535, 65_535), (GREY, 1))),
        (
            "sides beyond all measure",
            header_only((0x7FFF_FFFF, 0x7FFF_FFFF), (RGBA, 16)),
        ),
        (
            "the longest line that is read",
            picture((16_384, 164), (RGBA, 16), false, &[]),
        ),
        (
            "the largest of one bit",
            picture((7141, 7141), (GREY, 1), false, &[]),
        ),
        (
            "the largest with a palette",
            picture((7141, 7141), (PALETTE, 1), false, &palette),
        ),
        (
            "the largest with transparency",
            picture((7141, 7141), (RGBA, 8), false, &[]),
        ),
        (
            "the largest in lines apart",
            picture((7141, 7141), (RGB, 8), true, &[]),
        ),
        (
            "large and of sixteen bits",
            picture((6400, 6400), (RGBA, 16), false, &[]),
        ),
        (
            "larger, of sixteen bits",
            picture((7141, 7141), (RGBA, 16), false, &[]),
        ),
        ("a colour profile that unpacks", with(*b"iCCP", b"name\0\0")),
        ("a text that unpacks", with(*b"zTXt", b"Comment\0\0")),
        (
            "metadata that unpacks",
            with(*b"iTXt", b"XML:com.adobe.xmp\0\x01\0\0\0"),
        ),
        ("400,000 texts", picture((64, 64), (RGB, 8), false, &texts)),
        (
            "Exif of 15 megabytes",
            picture(
                (64, 64),
                (RGB, 8),
                false,
                &chunk(*b"eXIf", &exif(15_000_000)),
            ),
        ),
    ]
}

/// Bytes a line takes in the file, its filter with them.
fn line(width: u32, (colours, depth): (u8, u8)) -> u64 {
    let channels = match colours {
        RGB => 3,
        RGBA => 4,
        _ => 1,
    };
    1 + (u64::from(width) * channels * u64::from(depth)).div_ceil(8)
}

/// A black picture.
fn picture((width, height): (u32, u32), samples: (u8, u8), apart: bool, before: &[u8]) -> Vec<u8> {
    // A few lines more do no harm where lines are apart.
    let lines = u64::from(height) + if apart { 64 } else { 0 };
    let data = packed_zeros(lines * line(width, samples) + if apart { 1 << 20 } else { 0 });
    [
        &start((width, height), samples, apart),
        before,
        &chunk(*b"IDAT", &data),
        &chunk(*b"IEND", &[]),
    ]
    .concat()
}

fn header_only(size: (u32, u32), samples: (u8, u8)) -> Vec<u8> {
    let data = chunk(*b"IDAT", &packed_zeros(1 << 20));
    [start(size, samples, false), data].concat()
}

fn start((width, height): (u32, u32), (colours, depth): (u8, u8), apart: bool) -> Vec<u8> {
    let header = [
        &width.to_be_bytes()[..],
        &height.to_be_bytes(),
        &[depth, colours, 0, 0, u8::from(apart)],
    ];
    [
        b"\x89PNG\r\n\x1a\n".to_vec(),
        chunk(*b"IHDR", &header.concat()),
    ]
    .concat()
}

fn chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let mut sum = flate2::Crc::new();
    sum.update(&name);
    sum.update(data);
    let length = u32::try_from(data.len()).unwrap();
    [
        &length.to_be_bytes()[..],
        &name,
        data,
        &sum.sum().to_be_bytes(),
    ]
    .concat()
}

/// A directory whose every entry is the orientation, and which then goes on with itself.
pub(super) fn exif(length: usize) -> Vec<u8> {
    let entry = [0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 9, 0, 0];
    let mut block = b"MM\0\x2A\0\0\0\x08\xFF\xFF".to_vec();
    while block.len() + entry.len() < length {
        block.extend(entry);
    }
    block.extend(8u32.to_be_bytes());
    block
}
