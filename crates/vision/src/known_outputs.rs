//! What the installed networks answer to drawn inputs, compared with a reference implementation
//! (the onnx and onnxruntime Python packages on networks folded by NumPy).

use std::path::Path;
use std::sync::Arc;

use models::manifest;

use crate::runtime::{Loader, Network, Runtime, Source, Tensor};

/// The network in every runtime that is in place.
fn networks(name: &str) -> Vec<Arc<dyn Network>> {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let model = manifest()
        .models
        .iter()
        .find(|model| model.file == name)
        .unwrap();
    let mut runtimes = vec![Runtime::Rten, Runtime::installed(&models)];
    runtimes.dedup();
    let loaded = runtimes.into_iter().map(|runtime| {
        let loader = Loader::new(runtime, &models, 1)?;
        loader.load(Source::Folder(models.clone(), model))
    });
    loaded
        .collect::<Result<_, _>>()
        .unwrap_or_else(|error| panic!("{error}, or `make setup` in a checkout"))
}

fn drawn(side: usize, value: impl Fn(usize, usize, usize) -> usize) -> Tensor {
    let value = &value;
    let data = (0..3)
        .flat_map(|channel| {
            (0..side * side).map(move |at| (value(channel, at % side, at / side) % 256) as f32)
        })
        .collect();
    Tensor {
        shape: vec![1, 3, side, side],
        data,
    }
}

#[test]
fn the_face_embedder_agrees_with_the_reference() {
    let input = drawn(112, |channel, x, y| [2 * x, 2 * y, x + y][channel]);
    let expected = [
        0.014184, 0.040575, -0.090537, 0.043385, 0.050044, 0.030524, -0.054121, -0.021515,
    ];
    for network in networks("face-embedder.onnx") {
        let output = network.run(input.clone()).unwrap().remove(0).data;
        let length = output.iter().map(|value| value * value).sum::<f32>().sqrt();
        for (value, expected) in output.iter().zip(expected) {
            let value = value / length;
            assert!((value - expected).abs() < 1e-4, "{value} {expected}");
        }
    }
}

#[test]
fn the_face_detector_agrees_with_the_reference() {
    let input = drawn(640, |channel, x, y| [x / 3, y / 3, x + y][channel]);
    let mean = |tensor: &Tensor| tensor.data.iter().sum::<f32>() / tensor.data.len() as f32;
    let expected = [
        0.773194, 0.557474, 0.582642, 0.0, 0.000004, 0.000569, 0.831314, 0.318934, 1.237094,
        0.535175, 0.536236, 1.148702,
    ];
    for network in networks("face-detector.onnx") {
        let outputs = network.run(input.clone()).unwrap();
        assert_eq!(outputs.len(), expected.len());
        for (output, expected) in outputs.iter().zip(expected) {
            let value = mean(output);
            assert!((value - expected).abs() < 1e-3, "{value} {expected}");
        }
    }
}

#[test]
fn the_face_detector_takes_any_multiple_of_32() {
    let input = Tensor {
        shape: vec![1, 3, 96, 320],
        data: vec![0.0; 3 * 96 * 320],
    };
    for network in networks("face-detector.onnx") {
        let outputs = network.run(input.clone()).unwrap();
        assert_eq!(outputs[0].shape, [1, 12 * 40, 1]);
    }
}
