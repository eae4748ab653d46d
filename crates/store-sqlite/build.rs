#![expect(clippy::print_stdout, reason = "this is how a build script speaks to cargo")]

fn main() {
    // `sqlx::migrate!` notices changed migrations by itself, but not added ones.
    println!("cargo:rerun-if-changed=migrations");
}
