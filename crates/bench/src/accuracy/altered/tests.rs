use std::path::Path;

use vision::{Options, Vision};

use super::*;

/// A specimen of each kind of source, seen by the networks. They must be installed: `make setup`.
#[test]
fn of_seen_specimens_nothing_is_verified_that_print_denies() {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let vision = Vision::load(&models, Options::default())
        .unwrap_or_else(|error| panic!("{error}, or `make setup` in a checkout"));
    let vision = BoundedVision::new(vision, 2);
    for kind in [Kind::Passport, Kind::IdCard, Kind::DrivingLicense] {
        let altered = of_specimens(&vision, kind, 2, 2).unwrap();
        assert_eq!((altered.genuine.held, altered.genuine.of), (2, 2), "{kind}");
        assert_eq!(altered.missed(), [""; 0], "{kind}");
        let changed = altered.all();
        assert!(changed.of >= 50 && changed.held == 0, "{kind}");
        assert_eq!(altered.changed.len(), Field::ALL.len(), "{kind}");
        let shown = json(&altered);
        assert_eq!(shown["verified"]["of"], 2);
        let mut page = String::new();
        write(&mut page, "Altered", &[altered]);
        assert!(page.contains(&format!("| {kind} | ")) && page.contains("0 of "));
    }
}
