const ALPHA: u8 = 0x10;
const EXIF: u8 = 0x08;
const PROFILE: u8 = 0x20;
const ANIMATED: u8 = 0x02;

pub(super) fn all() -> Vec<(&'static str, Vec<u8>)> {
    let inside = |size| [canvas((64, 64), 0), lossy(size)].concat();
    let with = |flag, name: [u8; 4], length| {
        let block = chunk(name, &vec![7; length]);
        [canvas((64, 64), flag), block, lossy((64, 64))].concat()
    };
    let frame = |_| {
        chunk(
            *b"ANMF",
            &[&[0; 16][..], &lossless((2048, 2048), &[0; 40])].concat(),
        )
    };
    let frames: Vec<u8> = (0..20_000).flat_map(frame).collect();
    let animation = [
        canvas((2048, 2048), ANIMATED),
        chunk(*b"ANIM", &[0; 6]),
        frames,
    ];
    let clear = {
        let plane = chunk(*b"ALPH", &[&[1][..], &[0; 64]].concat());
        [canvas((5000, 5000), ALPHA), plane, lossy((5000, 5000))].concat()
    };
    vec![
        (
            "a canvas of 16 million a side",
            file(&canvas((1 << 24, 1 << 24), 0)),
        ),
        (
            "a picture of 16,383 pixels a side",
            file(&lossy((16_383, 16_383))),
        ),
        (
            "a picture larger than its canvas",
            file(&inside((16_383, 16_383))),
        ),
        ("one line", file(&lossy((16_383, 1)))),
        ("the largest", file(&lossy((7141, 7141)))),
        ("large, lossless", file(&lossless((5600, 5600), &[0; 64]))),
        (
            "the largest, lossless",
            file(&lossless((7141, 7141), &[0; 64])),
        ),
        ("with transparency", file(&clear)),
        (
            "tables without end",
            file(&lossless((64, 64), &codes(60_000))),
        ),
        ("some tables", file(&lossless((64, 64), &codes(6000)))),
        (
            "a profile of 15 megabytes",
            file(&with(PROFILE, *b"ICCP", 15_000_000)),
        ),
        (
            "Exif of 15 megabytes",
            file(&with(EXIF, *b"EXIF", 15_000_000)),
        ),
        ("20,000 frames", file(&animation.concat())),
    ]
}

fn file(chunks: &[u8]) -> Vec<u8> {
    let length = u32::try_from(chunks.len() + 4).unwrap();
    [b"RIFF", &length.to_le_bytes()[..], b"WEBP", chunks].concat()
}

fn chunk(name: [u8; 4], data: &[u8]) -> Vec<u8> {
    let length = u32::try_from(data.len()).unwrap();
    let padding = &[0][..data.len() % 2];
    [&name[..], &length.to_le_bytes(), data, padding].concat()
}

fn canvas((width, height): (u32, u32), flags: u8) -> Vec<u8> {
    let less = |side: u32| (side - 1).to_le_bytes()[..3].to_vec();
    chunk(
        *b"VP8X",
        &[vec![flags, 0, 0, 0], less(width), less(height)].concat(),
    )
}

/// A frame of zeros, which are read as long as they are asked for.
fn lossy((width, height): (u16, u16)) -> Vec<u8> {
    let first_partition = 4096u32;
    let tag = (first_partition << 5 | 0x10).to_le_bytes();
    let head = [
        &tag[..3],
        &[0x9D, 0x01, 0x2A],
        &width.to_le_bytes(),
        &height.to_le_bytes(),
    ];
    chunk(*b"VP8 ", &[&head.concat()[..], &[0; 9000]].concat())
}

fn lossless((width, height): (u32, u32), bits: &[u8]) -> Vec<u8> {
    let head = (width - 1) | (height - 1) << 14;
    chunk(*b"VP8L", &[&[0x2F][..], &head.to_le_bytes(), bits].concat())
}

/// Says that blocks have prefix codes of their own, names the last of `groups`, and gives codes whose
/// tables are as large as they can be.
fn codes(groups: u32) -> Vec<u8> {
    let mut bits = Bits::default();
    // No transform, no cache of colours, codes by block of four pixels.
    bits.put(0, 1);
    bits.put(0, 1);
    bits.put(1, 1);
    bits.put(0, 3);
    // The picture of which block has which code: no cache, and one symbol a channel, which takes no
    // bits. Green and red are the group's number.
    bits.put(0, 1);
    let last = groups - 1;
    for symbol in [last & 0xFF, last >> 8, 0, 0, 0] {
        bits.put(0b001, 2);
        bits.put(1, 1);
        bits.put(symbol, 8);
    }
    for _ in 0..groups * 5 {
        bits.largest_code();
    }
    bits.bytes
}

#[derive(Default)]
struct Bits {
    bytes: Vec<u8>,
    used: u32,
}

impl Bits {
    /// The lowest `count` bits, the lowest first.
    fn put(&mut self, value: u32, count: u32) {
        for at in 0..count {
            if self.used.is_multiple_of(8) {
                self.bytes.push(0);
            }
            let bit = (value >> at & 1) as u8;
            *self.bytes.last_mut().unwrap() |= bit << (self.used % 8);
            self.used += 1;
        }
    }

    /// Lengths 1 to 9, and 10 twice, of the first eleven symbols: RFC 9649, 6.2.
    fn largest_code(&mut self) {
        // Lengths of codes for lengths stand in the order 17, 18, 0, 1 to 5, 16, 6 to 15. Those for 1 to
        // 10 are ten codes: six of three bits and four of four.
        self.put(0, 1);
        self.put(14 - 4, 4);
        for length in [0, 0, 0, 3, 3, 3, 3, 3, 0, 3, 4, 4, 4, 4] {
            self.put(length, 3);
        }
        // Eleven lengths follow, the others are none.
        self.put(1, 1);
        self.put(1, 3);
        self.put(11 - 2, 4);
        for length in (1..=10).chain([10]) {
            let (code, bits) = if length <= 6 {
                (length - 1, 3)
            } else {
                (12 + length - 7, 4)
            };
            self.put(u32::reverse_bits(code) >> (32 - bits), bits);
        }
    }
}
