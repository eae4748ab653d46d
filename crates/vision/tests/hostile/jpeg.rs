use super::png::exif;

const BASELINE: u8 = 0xC0;
const PROGRESSIVE: u8 = 0xC2;

pub(super) fn all() -> Vec<(&'static str, Vec<u8>)> {
    let colour = [0x11; 3];
    let scans = |size, count| {
        let refined = (0..count).flat_map(|_| scan(&[1], (1, 63, 0x00)));
        file(
            PROGRESSIVE,
            size,
            &colour,
            &[scan(&[1, 2, 3], (0, 0, 0)), refined.collect()].concat(),
        )
    };
    let profile = segment(
        0xE2,
        &[b"ICC_PROFILE\0\x01\xFF".as_slice(), &vec![7; 65_000]].concat(),
    );
    let part = extended_xmp();
    vec![
        (
            "65,535 pixels a side",
            file(BASELINE, (65_535, 65_535), &colour, &first(3)),
        ),
        ("one line", file(BASELINE, (65_535, 1), &colour, &first(3))),
        (
            "the largest",
            file(BASELINE, (7141, 7141), &colour, &first(3)),
        ),
        (
            "the largest in ink",
            file(BASELINE, (7141, 7141), &[0x11; 4], &first(4)),
        ),
        (
            "progressive, the largest, in one scan",
            file(
                PROGRESSIVE,
                (7141, 7141),
                &colour,
                &scan(&[1, 2, 3], (0, 0, 0)),
            ),
        ),
        (
            "progressive, large",
            file(
                PROGRESSIVE,
                (5800, 5800),
                &colour,
                &scan(&[1, 2, 3], (0, 0, 0)),
            ),
        ),
        (
            "progressive, in ink",
            file(
                PROGRESSIVE,
                (5000, 5000),
                &[0x11; 4],
                &scan(&[1, 2, 3, 4], (0, 0, 0)),
            ),
        ),
        (
            "progressive, grey, with a sampling",
            file(PROGRESSIVE, (7000, 7000), &[0x44], &scan(&[1], (0, 0, 0))),
        ),
        (
            "coarse colours",
            file(
                PROGRESSIVE,
                (16_384, 2000),
                &[0x44, 0x11, 0x11],
                &scan(&[1, 2, 3], (0, 0, 0)),
            ),
        ),
        (
            "coarse light",
            file(BASELINE, (16_384, 3600), &[0x11, 0x44, 0x44], &first(3)),
        ),
        (
            "one colour a scan",
            file(BASELINE, (7141, 7141), &colour, &scan(&[1], (0, 63, 0))),
        ),
        ("64 scans of a large picture", scans((5800, 5800), 63)),
        ("10,000 scans", scans((4000, 4000), 10_000)),
        ("profiles of 15 megabytes", before(&profile.repeat(230))),
        ("a packet in 100,000 parts", before(&part.repeat(100_000))),
        ("a packet in 2,000 parts", before(&part.repeat(2000))),
        (
            "Exif of 64 kilobytes, many times",
            before(&segment(0xE1, &[b"Exif\0\0".as_slice(), &exif(65_000)].concat()).repeat(200)),
        ),
        (
            "4 million segments",
            before(&[0xFF, 0xE5, 0, 2].repeat(3_900_000)),
        ),
        ("tables without end", before(&tables().repeat(36_000))),
    ]
}

/// A part of an XMP packet that never becomes whole: XMP specification, part 3, 1.1.3.1.
fn extended_xmp() -> Vec<u8> {
    let name = b"http://ns.adobe.com/xmp/extension/\0".as_slice();
    segment(
        0xE1,
        &[name, &[b'A'; 32], &[0, 1, 0, 0, 0, 0, 0, 9], b"x"].concat(),
    )
}

/// A small good picture with something before it.
fn before(segments: &[u8]) -> Vec<u8> {
    let small = file(BASELINE, (64, 64), &[0x11; 3], &first(3));
    [&small[..2], segments, &small[2..]].concat()
}

fn segment(marker: u8, data: &[u8]) -> Vec<u8> {
    let length = u16::try_from(data.len() + 2).unwrap();
    [&[0xFF, marker], &length.to_be_bytes()[..], data].concat()
}

/// A scan of all parts, broken off after its first bytes: the rest counts as grey.
fn first(parts: u8) -> Vec<u8> {
    let parts: Vec<u8> = (1..=parts).collect();
    scan(&parts, (0, 63, 0))
}

fn scan(parts: &[u8], (from, to, steps): (u8, u8, u8)) -> Vec<u8> {
    let count = u8::try_from(parts.len()).unwrap();
    let names: Vec<u8> = parts.iter().flat_map(|part| [*part, 0x00]).collect();
    let head = [&[count][..], &names, &[from, to, steps]].concat();
    [segment(0xDA, &head), vec![0; 200]].concat()
}

/// One code of one bit for each of two tables: the shortest.
fn tables() -> Vec<u8> {
    let table = |kind: u8| [&[kind, 1][..], &[0; 15], &[0]].concat();
    segment(0xC4, &[table(0x00), table(0x10)].concat().repeat(12))
}

fn file(kind: u8, (width, height): (u16, u16), sampling: &[u8], scans: &[u8]) -> Vec<u8> {
    let mut frame = vec![8];
    frame.extend(height.to_be_bytes());
    frame.extend(width.to_be_bytes());
    frame.push(u8::try_from(sampling.len()).unwrap());
    for (name, factors) in (1..).zip(sampling) {
        frame.extend([name, *factors, 0]);
    }
    [
        vec![0xFF, 0xD8],
        segment(0xDB, &[&[0][..], &[1; 64]].concat()),
        tables(),
        segment(kind, &frame),
        scans.to_vec(),
        vec![0xFF, 0xD9],
    ]
    .concat()
}
