//! The whole surface in one process: real storage, a clock that stands still, seeded randomness.

mod errors;
mod file_links;
mod files;
mod harness;
mod idempotency;
mod life;
mod lists;
mod other_objects;
mod outcomes;
mod permissions;
mod properties;
mod sensitive;
mod sessions;
mod test_clock;
