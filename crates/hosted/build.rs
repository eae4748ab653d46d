//! The page's files are embedded from where its build puts them. Before the first build of the
//! page that folder is not there, and embedding wants one.

#[expect(
    clippy::print_stdout,
    reason = "this is how a build script speaks to cargo"
)]
fn main() {
    let dist = std::path::Path::new("../../web/verify/dist");
    println!("cargo:rerun-if-changed={}", dist.display());
    if let Err(error) = std::fs::create_dir_all(dist) {
        println!("cargo:warning={} cannot be made: {error}", dist.display());
    }
}
