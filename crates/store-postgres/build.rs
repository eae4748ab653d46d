fn main() {
    // `sqlx::migrate!` notices changed migrations by itself, but not added ones.
    println!("cargo:rerun-if-changed=migrations");
}
