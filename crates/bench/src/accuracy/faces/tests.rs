use std::path::PathBuf;

use observation::{Point as At, Rect};
use serde_json::json;
use vision::{Options, Vision};

use super::*;

/// A face whose similarity to another of these is the cosine of the angle between them.
fn face(degrees: f32) -> Face {
    let (y, x) = degrees.to_radians().sin_cos();
    Face {
        bounds: Rect {
            x: 0.0,
            y: 0.0,
            width: 100.0,
            height: 120.0,
        },
        score: 0.9,
        landmarks: [At { x: 0.0, y: 0.0 }; 5],
        embedding: vec![x, y],
        chip: None,
        quality: None,
    }
}

fn seen(face: Option<Face>, count: usize) -> Look {
    Look {
        found: Ok((face, count)),
        published: None,
        milliseconds: 40.0,
    }
}

fn rate(held: u64, of: u64) -> Rate {
    Rate { held, of }
}

fn truth(identity: Option<usize>, faces: Option<usize>) -> Truth {
    Truth {
        identity,
        faces,
        group: identity.map(|_| "one".to_owned()),
        is_broken: false,
    }
}

#[test]
fn missing_faces_are_non_matches_and_named() {
    let known = [
        ("a1", Some(0)),
        ("a2", Some(0)),
        ("a3", Some(0)),
        ("b1", Some(1)),
    ];
    let mut files: Vec<(String, Truth)> = known
        .into_iter()
        .map(|(file, identity)| (file.to_owned(), truth(identity, Some(1))))
        .collect();
    files.push(("crowd".to_owned(), truth(None, Some(5))));
    files.push(("empty".to_owned(), truth(None, Some(0))));
    let broken = Truth {
        is_broken: true,
        ..Truth::default()
    };
    files.push(("broken".to_owned(), broken));
    let folder = Folder {
        name: "people".to_owned(),
        files,
        pairs: vec![(0, 1, true), (0, 2, true), (0, 3, false), (2, 3, false)],
    };
    let looks = [
        seen(Some(face(0.0)), 1),
        seen(Some(face(10.0)), 1),
        seen(None, 0),
        seen(Some(face(60.0)), 1),
        seen(Some(face(0.0)), 4),
        seen(None, 0),
        Look {
            found: Err("not_an_image"),
            published: None,
            milliseconds: 1.0,
        },
    ];
    let faces = Faces::of(folder, &looks, &Scores::default());
    assert_eq!(faces.given.false_non_matches, rate(1, 2));
    assert_eq!(faces.given.false_matches, rate(1, 2));
    assert_eq!(faces.failures_to_enrol, rate(1, 4));
    // Of three pairs of the same person, two have no face in them.
    let point = faces.at_rate(GROUP_RATE).unwrap();
    assert_eq!(point.false_matches, rate(0, 2));
    assert_eq!(point.false_non_matches, rate(2, 3));
    assert_eq!(faces.groups["one"], *point);
    assert_eq!(
        (faces.counted, faces.nearly_counted),
        (rate(3, 5), rate(5, 5))
    );
    assert_eq!((faces.empty, faces.refused), (rate(1, 1), rate(1, 1)));
    let missed = [("a3", "0 found"), ("crowd", "4 found")];
    assert_eq!(
        faces.missed,
        missed.map(|(file, came)| (file.to_owned(), came.to_owned()))
    );
    assert_eq!(faces.times.pictures.len(), 6);
    let shown = json(&faces);
    assert_eq!(shown["given_pairs"]["false_matches"]["held"], json!(1));
    let mut page = String::new();
    write(&mut page, &faces);
    assert!(page.contains("| 0.001 | 0.643 | 0.000 %"), "{page}");
}

#[test]
fn a_folder_of_portraits_is_measured() {
    let models = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let portraits = models.join("portraits");
    let folder = tempfile::tempdir().unwrap();
    for file in ["obama.jpg", "obama2.jpg", "obama3.jpg", "biden.jpg"] {
        std::fs::copy(portraits.join(file), folder.path().join(file)).unwrap();
    }
    std::fs::write(folder.path().join("empty.jpg"), []).unwrap();
    let pairs = "file_a,file_b,same\n\
                 obama.jpg,obama2.jpg,1\n\
                 obama2.jpg,obama3.jpg,1\n\
                 obama.jpg,biden.jpg,0\n\
                 obama.jpg,empty.jpg,0\n\
                 obama.jpg,missing.jpg,0\n";
    assert!(!is_of_people(folder.path()));
    std::fs::write(folder.path().join("pairs.csv"), pairs).unwrap();
    assert!(is_of_people(folder.path()));
    let vision = BoundedVision::new(Vision::load(&models, Options::default()).unwrap(), 1);
    let faces = measure(&vision, folder.path(), 1).unwrap();
    assert_eq!(faces.given.false_matches, rate(0, 3));
    assert_eq!(faces.given.false_non_matches, rate(0, 2));
    assert_eq!(faces.cross[0].1.false_non_matches, rate(0, 3));
    assert_eq!(faces.failures_to_enrol, rate(0, 3));
    // Each of three pictures, from a passport to the two others.
    assert_eq!(faces.printed[0].false_non_matches, rate(0, 6));
    assert_eq!(faces.calibration, None);
    assert_eq!(faces.asked_again, rate(0, 3));
}
