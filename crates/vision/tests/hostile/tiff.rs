use super::packed_zeros;

const SHORT: u16 = 3;
const LONG: u16 = 4;
const BYTE: u16 = 1;

const NONE: u32 = 1;
const JPEG: u32 = 7;
const DEFLATE: u32 = 8;

/// A tag, the type of its values, how many they are, and the only one or where they lie.
type Field = (u16, u16, u32, u32);

pub(super) fn all() -> Vec<(&'static str, Vec<u8>)> {
    let large = packed_zeros(200_000_000);
    let whole = |size: (u32, u32), samples, bits, data: &[u8]| {
        let mut fields = picture(size, samples, bits, DEFLATE);
        fields.extend(strip(size.1, u32::try_from(data.len()).unwrap()));
        file(fields, data, 0)
    };
    let tiles = |size: (u32, u32), tile: (u32, u32), samples, data: &[u8]| {
        let mut fields = picture(size, samples, 8, DEFLATE);
        fields.extend([
            (322, LONG, 1, tile.0),
            (323, LONG, 1, tile.1),
            (324, LONG, 1, 8),
            (325, LONG, 1, u32::try_from(data.len()).unwrap()),
        ]);
        file(fields, data, 0)
    };
    let inside = huge_jpeg();
    let of_jpeg = {
        let mut fields = picture((512, 512), 3, 8, JPEG);
        fields.extend(strip(512, u32::try_from(inside.len()).unwrap()));
        file(fields, &inside, 0)
    };
    let list = |tag| {
        let mut fields = picture((64, 64), 3, 8, NONE);
        fields.extend(strip(64, 64 * 64 * 3));
        fields.push((tag, BYTE, 15_000_000, 8));
        file(fields, &vec![0; 15_000_000], 0)
    };
    let strips = {
        let mut fields = picture((64, 64), 3, 8, NONE);
        fields.extend([
            (273, SHORT, 7_000_000, 8),
            (279, SHORT, 7_000_000, 8),
            (278, LONG, 1, 1),
        ]);
        file(fields, &vec![0; 15_000_000], 0)
    };
    let mut hidden = picture((64, 64), 3, 8, DEFLATE);
    hidden.retain(|field| field.0 != 277);
    hidden.extend([(277, SHORT, 1, 60_000), (338, SHORT, 59_997, 8)]);
    hidden.extend(strip(64, u32::try_from(large.len()).unwrap()));
    let mut again = picture((64, 64), 3, 8, NONE);
    again.extend(strip(64, 64 * 64 * 3));
    let again = file(again, &[0; 64 * 64 * 3], 8 + 64 * 64 * 3);
    vec![
        (
            "4 billion pixels a side",
            whole((u32::MAX, u32::MAX), 3, 8, &large),
        ),
        ("one line", whole((60_000_000, 1), 1, 8, &large)),
        ("the largest", whole((7300, 7300), 3, 8, &large)),
        (
            "the largest with transparency",
            whole((7000, 7000), 4, 8, &large),
        ),
        ("of sixteen bits", whole((5000, 5000), 3, 16, &large)),
        (
            "a tile of two billion pixels across",
            tiles((64, 64), (1 << 31, 64), 3, &large),
        ),
        (
            "tiles wider than the picture",
            tiles((700, 10_000), (16_384, 10_000), 3, &large),
        ),
        ("a JPEG of 16,384 pixels a side as a strip", of_jpeg),
        ("XMP of 15 megabytes", list(700)),
        ("tables of 15 megabytes", list(347)),
        ("7 million strips", strips),
        ("60,000 samples a pixel", file(hidden, &large, 0)),
        ("a directory that goes on with itself", again),
    ]
}

fn picture((width, height): (u32, u32), samples: u32, bits: u32, packing: u32) -> Vec<Field> {
    vec![
        (256, LONG, 1, width),
        (257, LONG, 1, height),
        // One number counts for all samples.
        (258, SHORT, 1, bits),
        (259, SHORT, 1, packing),
        (262, SHORT, 1, if samples == 1 { 1 } else { 2 }),
        (277, SHORT, 1, samples),
    ]
}

fn strip(rows: u32, length: u32) -> Vec<Field> {
    vec![
        (273, LONG, 1, 8),
        (278, LONG, 1, rows),
        (279, LONG, 1, length),
    ]
}

/// The data from byte 8 on, then the directory and where the next one lies.
fn file(mut fields: Vec<Field>, data: &[u8], next: u32) -> Vec<u8> {
    fields.sort_unstable();
    let at = u32::try_from(8 + data.len()).unwrap();
    let mut file = [b"II\x2A\0", &at.to_le_bytes()[..], data].concat();
    file.extend(u16::try_from(fields.len()).unwrap().to_le_bytes());
    for (tag, kind, count, value) in fields {
        file.extend(tag.to_le_bytes());
        file.extend(kind.to_le_bytes());
        file.extend(count.to_le_bytes());
        file.extend(value.to_le_bytes());
    }
    file.extend(next.to_le_bytes());
    file
}

fn huge_jpeg() -> Vec<u8> {
    let pictures = super::jpeg::all();
    let (_, file) = &pictures[4];
    let mut file = file.clone();
    let frame = file
        .windows(2)
        .position(|pair| pair == [0xFF, 0xC2])
        .unwrap();
    file[frame + 5..frame + 9].copy_from_slice(&[0x3F, 0xFF, 0x3F, 0xFF]);
    file
}
