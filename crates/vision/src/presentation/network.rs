//! A network of the operator's own, in the form of Minivision's MiniFASNetV2: 2.7 sides of the face as
//! 80 × 80 pixels, blue, green and red from 0 to 255, to three classes of which the second is a person.
//! None is shipped, for none comes with a licence that says so.

use std::path::PathBuf;
use std::sync::Arc;

use image::{RgbImage, imageops};
use models::{ModelError, sha256_hex};
use observation::{Basis, Rect, Signal};

use crate::picture::resize;
use crate::runtime::{Loader, Network, NetworkError, Source, Tensor};
use crate::signal::signal as signal_of;

/// Sides of the face that are shown to the network.
const AROUND: f32 = 2.7;
/// Pixels of its input.
const SIDE: u32 = 80;
const CLASSES: usize = 3;
/// The class of people.
const PERSON: usize = 1;
/// Probability of not being a person from which the network says so.
const THRESHOLD: f32 = 0.5;

/// The file of an operator's own network, and the hash by which it is known.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PresentationNetwork {
    /// An ONNX file.
    pub path: PathBuf,
    /// SHA-256 of the file, hex, in letters of either case.
    pub sha256: String,
}

pub(crate) fn load(
    network: &PresentationNetwork,
    loader: &Loader,
) -> Result<Arc<dyn Network>, ModelError> {
    let file = network.path.display().to_string();
    let bytes = std::fs::read(&network.path).map_err(|error| ModelError::Own {
        file: file.clone(),
        reason: error.to_string(),
    })?;
    let found = sha256_hex(&bytes);
    if !found.eq_ignore_ascii_case(&network.sha256) {
        let reason = format!("its SHA-256 is {found}");
        return Err(ModelError::Own { file, reason });
    }
    let loaded = loader.load(Source::Given(file.clone(), Arc::from(bytes)));
    loaded.map_err(|error| ModelError::Own {
        file,
        reason: error.to_string(),
    })
}

/// Score: probability of not being a person. `None` for a face without room around it.
pub(super) fn signal(
    network: &dyn Network,
    pixels: &RgbImage,
    face: &Rect,
) -> Result<Option<Signal>, NetworkError> {
    let Some((left, top, width, height)) = part(pixels, face) else {
        return Ok(None);
    };
    let cropped = imageops::crop_imm(pixels, left, top, width, height).to_image();
    let outputs = network.run(planes(&resize(&cropped, SIDE, SIDE)))?;
    let classes = outputs.first().map(|output| output.data.as_slice());
    let Some(classes) = classes.filter(|classes| classes.len() == CLASSES) else {
        return Err(NetworkError(
            "the liveness network does not answer with three classes".to_owned(),
        ));
    };
    let score = 1.0 - softmax(classes)[PERSON];
    let reason = if score > THRESHOLD {
        "The liveness network takes it for a screen or a print."
    } else {
        "The liveness network takes it for a person."
    };
    Ok(Some(signal_of(
        "presentation_network",
        Some(score),
        THRESHOLD,
        Basis::Simulated,
        reason,
    )))
}

/// Left, top, width and height. Where the picture ends the part is moved, and made smaller where it is
/// larger than the picture, as in the reference.
fn part(pixels: &RgbImage, face: &Rect) -> Option<(u32, u32, u32, u32)> {
    let (width, height) = (pixels.width() as f32, pixels.height() as f32);
    let scale = AROUND.min(width / face.width).min(height / face.height);
    let (across, down) = (face.width * scale, face.height * scale);
    if !(across >= 1.0 && down >= 1.0) {
        return None;
    }
    let left = (face.x + face.width / 2.0 - across / 2.0).clamp(0.0, (width - across).max(0.0));
    let top = (face.y + face.height / 2.0 - down / 2.0).clamp(0.0, (height - down).max(0.0));
    Some((left as u32, top as u32, across as u32, down as u32))
}

fn planes(pixels: &RgbImage) -> Tensor {
    let raw = pixels.as_raw();
    let plane = |channel: usize| raw.iter().skip(channel).step_by(3);
    let values = (0..3).rev().flat_map(plane);
    Tensor {
        shape: vec![1, 3, SIDE as usize, SIDE as usize],
        data: values.map(|value| f32::from(*value)).collect(),
    }
}

/// Answers that are probabilities already come out in the same order.
fn softmax(values: &[f32]) -> Vec<f32> {
    let sums_to_one = (values.iter().sum::<f32>() - 1.0).abs() < 1e-3;
    if sums_to_one && values.iter().all(|value| (0.0..=1.0).contains(value)) {
        return values.to_vec();
    }
    let most = values.iter().copied().fold(f32::NEG_INFINITY, f32::max);
    let powers: Vec<f32> = values.iter().map(|value| (value - most).exp()).collect();
    let sum: f32 = powers.iter().sum();
    powers.iter().map(|power| power / sum).collect()
}

#[cfg(test)]
mod tests {
    use crate::runtime::Runtime;
    use std::sync::Mutex;

    use image::Rgb;

    use super::*;

    /// Answers alike, whatever it is shown, and keeps that.
    struct Fixed(Vec<f32>, Mutex<Option<Tensor>>);

    impl Network for Fixed {
        fn run(&self, input: Tensor) -> Result<Vec<Tensor>, NetworkError> {
            *self.1.lock().unwrap() = Some(input);
            Ok(vec![Tensor {
                shape: vec![1, self.0.len()],
                data: self.0.clone(),
            }])
        }
    }

    const FACE: Rect = Rect {
        x: 100.0,
        y: 80.0,
        width: 100.0,
        height: 120.0,
    };

    #[test]
    fn blue_comes_first_and_the_second_class_is_a_person() {
        let pixels = RgbImage::from_pixel(400, 400, Rgb([10, 20, 30]));
        let network = Fixed(vec![0.0, 4.0, 0.0], Mutex::new(None));
        let said = signal(&network, &pixels, &FACE).unwrap().unwrap();
        assert!(said.score.unwrap() < 0.05);
        let shown = network.1.lock().unwrap().take().unwrap();
        assert_eq!(shown.shape, [1, 3, 80, 80]);
        assert_eq!((shown.data[0], shown.data[2 * 6400]), (30.0, 10.0));
        let network = Fixed(vec![0.7, 0.2, 0.1], Mutex::new(None));
        let said = signal(&network, &pixels, &FACE).unwrap().unwrap();
        assert!((said.score.unwrap() - 0.8).abs() < 1e-6);
    }

    #[test]
    fn other_answers_are_a_defect() {
        let pixels = RgbImage::new(400, 400);
        let network = Fixed(vec![0.5, 0.5], Mutex::new(None));
        assert!(signal(&network, &pixels, &FACE).is_err());
    }

    #[test]
    fn the_part_lies_inside_the_picture() {
        let at = |width, height, face: Rect| part(&RgbImage::new(width, height), &face);
        assert_eq!(at(400, 400, FACE), Some((15, 0, 270, 324)));
        assert_eq!(at(200, 400, FACE), Some((0, 20, 200, 240)));
        let nowhere = Rect {
            width: f32::NAN,
            ..FACE
        };
        assert_eq!(at(400, 400, nowhere), None);
        assert_eq!(at(0, 0, FACE), None);
    }

    #[test]
    fn another_file_than_the_operator_meant_is_refused() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("network.onnx");
        let mut network = PresentationNetwork {
            path: path.clone(),
            sha256: "00".repeat(32),
        };
        let refused = |network: &PresentationNetwork| {
            let loader = Loader::new(Runtime::Rten, folder.path(), 1).unwrap();
            load(network, &loader).err().unwrap().to_string()
        };
        assert!(refused(&network).contains("network.onnx"));
        std::fs::write(&path, b"no network").unwrap();
        assert!(refused(&network).contains("its SHA-256 is"));
        network.sha256 = sha256_hex(b"no network");
        assert!(!refused(&network).contains("its SHA-256 is"));
    }
}
