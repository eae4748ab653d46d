//! The page's files are embedded from where its build puts them. Before the first build of the
//! page that folder is not there, and embedding wants one.

fn main() {
    let dist = std::path::Path::new("../../web/verify/dist");
    println!("cargo:rerun-if-changed={}", dist.display());
    if let Err(error) = std::fs::create_dir_all(dist) {
        println!("cargo:warning={} cannot be made: {error}", dist.display());
    }
}
