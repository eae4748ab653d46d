//! Any file at all, read with little room: whatever it says of itself, no more is allocated than the
//! budget allows.
#![no_main]

use libfuzzer_sys::fuzz_target;
use peak_alloc::PeakAlloc;

#[global_allocator]
static MEMORY: PeakAlloc = PeakAlloc;

const ROOM: u64 = 24 << 20;
/// Tables of one size for every picture, and what is said about it.
const BESIDE: usize = 4 << 20;

fuzz_target!(|file: &[u8]| {
    let limits = vision::Limits {
        memory: ROOM,
        long_side: 256,
        ..vision::Limits::default()
    };
    let before = MEMORY.current_usage();
    MEMORY.reset_peak_usage();
    let picture = vision::decode_document(file, &limits);
    let peak = MEMORY.peak_usage() - before;
    assert!(peak <= ROOM as usize + BESIDE, "{peak} bytes");
    drop(picture);
});
