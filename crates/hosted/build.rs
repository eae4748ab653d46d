//! The page's files are embedded from where their builds put them. Before the first build of the
//! pages those folders are not there, and embedding wants them.

fn main() {
    // Where this is built for debugging, the files are read when they are asked for: pages can be built anew, or
    // beside this, and nothing is compiled again.
    println!("cargo:rerun-if-changed=build.rs");
    for folder in ["../../web/verify/dist", "../../web/identity/dist"] {
        if !cfg!(debug_assertions) {
            println!("cargo:rerun-if-changed={folder}");
        }
        if let Err(error) = std::fs::create_dir_all(folder) {
            println!("cargo:warning={folder} cannot be made: {error}");
        }
    }
}
