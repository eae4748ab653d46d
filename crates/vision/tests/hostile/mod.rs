//! Small files that ask for much: of memory, of time, or of both.

mod jpeg;
mod png;
mod tiff;
mod webp;

/// A file and what is wrong with it.
pub(crate) struct Hostile {
    pub(crate) name: &'static str,
    pub(crate) file: Vec<u8>,
}

/// One of each kind that somebody can make, and the largest that are still read.
pub(crate) fn all() -> Vec<Hostile> {
    let groups = [png::all(), jpeg::all(), webp::all(), tiff::all()];
    groups
        .into_iter()
        .flatten()
        .map(|(name, file)| Hostile { name, file })
        .collect()
}

/// Packs `count` zeros.
fn packed_zeros(count: u64) -> Vec<u8> {
    let mut packer = flate2::write::ZlibEncoder::new(Vec::new(), flate2::Compression::best());
    let mut zeros = std::io::Read::take(std::io::repeat(0), count);
    std::io::copy(&mut zeros, &mut packer).unwrap();
    packer.finish().unwrap()
}
