//! The page's files are embedded from where their builds put them. Before the first build of the
//! pages those folders are not there, and embedding wants them.

fn main() {
    for folder in ["../../web/verify/dist", "../../web/identity/dist"] {
        println!("cargo:rerun-if-changed={folder}");
        if let Err(error) = std::fs::create_dir_all(folder) {
            println!("cargo:warning={folder} cannot be made: {error}");
        }
    }
}
