use vision::runtime::Tensor;

use super::*;
use crate::testing::{answers, bytes, convolution, graph as read, kinds, node, value};

const PIXELS: usize = 20;

/// Numbers without order from −1 to 1.
fn drawn(length: usize, seed: u32) -> Vec<f32> {
    let numbers = (0..length).map(|at| {
        let mixed = (at as u32 + 1).wrapping_mul(2_654_435_761) ^ seed.wrapping_mul(40_503);
        (mixed.wrapping_mul(2_246_822_519) >> 16) as f32 / 32_768.0 - 1.0
    });
    numbers.collect()
}

fn weights(name: &str, outputs: usize, inputs: usize, seed: u32) -> TensorProto {
    let dims = [outputs as i64, inputs as i64, 1, 1];
    floats(name, &dims, &drawn(outputs * inputs, seed))
}

/// Two large products, of which one has its offsets in a step of its own, and a gate of one pixel.
fn network() -> GraphProto {
    GraphProto {
        name: "drawn".to_owned(),
        node: vec![
            convolution(&["x", "wide"], "products"),
            node("Identity", &["products"], "same"),
            node("Add", &["same", "offsets"], "sums"),
            node("Relu", &["sums"], "positive"),
            node("GlobalAveragePool", &["positive"], "mean"),
            convolution(&["mean", "square"], "gate"),
            node("Mul", &["positive", "gate"], "gated"),
            convolution(&["gated", "square", "own"], "y"),
        ],
        initializer: vec![
            weights("wide", 128, 96, 1),
            floats("offsets", &[1, 128, 1, 1], &drawn(128, 2)),
            weights("square", 128, 128, 3),
            floats("own", &[128], &drawn(128, 4)),
        ],
        input: vec![value("x", [1, 96, 4, 5])],
        output: vec![value("y", [1, 128, 4, 5])],
    }
}

#[test]
fn large_products_are_made_in_integers_and_answers_stay() {
    let plain = bytes(network());
    let integers = in_integers(&plain).unwrap();
    assert_eq!(integers, in_integers(&plain).unwrap());
    let kinds = kinds(&integers);
    let count = |kind: &str| kinds.iter().filter(|other| *other == kind).count();
    assert_eq!(count("MatMulInteger"), 2);
    assert_eq!(count("Conv"), 1, "the gate stays");
    assert_eq!(count("Identity"), 0);
    let input = Tensor {
        shape: vec![1, 96, 4, 5],
        data: drawn(96 * PIXELS, 5),
    };
    for (plain, integers) in answers(&plain, &input)
        .iter()
        .zip(answers(&integers, &input))
    {
        let largest = plain
            .iter()
            .fold(0.0, |max: f32, value| max.max(value.abs()));
        for (plain, integers) in plain.iter().zip(integers) {
            assert!(
                (plain - integers).abs() < 0.03 * largest,
                "{plain} {integers}"
            );
        }
    }
}

#[test]
fn pairs_of_products_fit_sixteen_bits() {
    for tensor in read(&in_integers(&bytes(network())).unwrap()).initializer {
        if tensor.data_type == INT8 {
            let bytes = tensor.raw_data.iter();
            let weights: Vec<i32> = bytes.map(|&b| i32::from(b.cast_signed()).abs()).collect();
            assert_eq!(weights.iter().max(), Some(&64));
            assert!(2 * 64 * 255 <= i32::from(i16::MAX));
        }
    }
}

#[test]
fn what_is_no_product_of_matrices_stays() {
    let spoilt = |spoil: fn(&mut GraphProto)| {
        let mut graph = network();
        spoil(&mut graph);
        let kinds = kinds(&in_integers(&bytes(graph)).unwrap());
        kinds.iter().filter(|kind| *kind == "MatMulInteger").count()
    };
    assert_eq!(spoilt(|_| ()), 2);
    assert_eq!(spoilt(|graph| graph.node[0].attribute[0].ints[0] = 2), 1);
    assert_eq!(spoilt(|graph| graph.node[0].attribute[2].ints[0] = 1), 1);
    assert_eq!(spoilt(|graph| graph.initializer[0].dims[1] = 32), 1);
}

#[test]
fn sums_that_somebody_else_could_miss_stay() {
    let mut graph = network();
    graph.output.push(value("products", [1, 128, 4, 5]));
    let rewritten = read(&in_integers(&bytes(graph)).unwrap());
    let sum = rewritten.node.iter().find(|node| node.output == ["sums"]);
    let sum = sum.expect("the sum is a step of its own");
    assert_eq!(sum.op_type, "Add");
    assert_eq!(sum.input, ["products", "offsets"]);
}

#[test]
fn weights_of_nothing_stay_nothing() {
    let mut graph = network();
    graph.initializer[0] = floats("wide", &[128, 96, 1, 1], &vec![0.0; 128 * 96]);
    let input = Tensor {
        shape: vec![1, 96, 4, 5],
        data: drawn(96 * PIXELS, 5),
    };
    for answer in answers(&in_integers(&bytes(graph)).unwrap(), &input) {
        assert!(answer.iter().all(|value| value.is_finite()));
    }
}

#[test]
fn what_is_no_network_is_refused() {
    assert!(in_integers(b"no network").is_err());
    assert!(in_integers(&ModelProto::default().encode_to_vec()).is_err());
}
