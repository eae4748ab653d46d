use vision::runtime::Tensor;

use super::*;
use crate::onnx::AttributeProto;
use crate::testing::{answers, bytes, convolution, kinds, node, value};

const SIDES: [i64; 4] = [1, 2, 3, 3];

/// All that is fused, one after the other.
fn network() -> GraphProto {
    let mut constant = node("Constant", &[], "offset");
    constant.attribute = vec![AttributeProto {
        name: "value".to_owned(),
        t: Some(floats("", &[1], &[-0.4])),
        r#type: 4,
        ..AttributeProto::default()
    }];
    GraphProto {
        name: "drawn".to_owned(),
        node: vec![
            constant,
            convolution(&["x", "weights"], "conv"),
            node("Mul", &["factor", "conv"], "scaled"),
            node("Add", &["scaled", "offset"], "moved"),
            node("Add", &["moved", "three"], "added"),
            node("Clip", &["added", "zero", "six"], "clipped"),
            node("Mul", &["moved", "clipped"], "product"),
            node("Div", &["product", "six"], "swish"),
            node("Mul", &["swish", "factor"], "again"),
            node("Add", &["again", "offset"], "pooled"),
            node("GlobalAveragePool", &["pooled"], "gate"),
            node("Mul", &["pooled", "gate"], "gated"),
            node("Add", &["pooled", "gated"], "y"),
        ],
        initializer: vec![
            floats("weights", &[2, 2, 1, 1], &[0.5, -1.0, 2.0, 0.25]),
            floats("factor", &[1], &[1.7]),
            floats("three", &[], &[3.0]),
            floats("zero", &[], &[0.0]),
            floats("six", &[], &[6.0]),
        ],
        input: vec![value("x", SIDES)],
        output: vec![value("y", SIDES)],
    }
}

#[test]
fn steps_are_fused_and_answers_stay() {
    let plain = bytes(network());
    let fused = fuse(&plain).unwrap();
    assert_eq!(
        kinds(&fused),
        [
            "Conv",
            "HardSigmoid",
            "Mul",
            "BatchNormalization",
            "GlobalAveragePool",
            "Add",
            "Mul"
        ]
    );
    assert_eq!(fused, fuse(&plain).unwrap());
    let input = Tensor {
        shape: SIDES.map(|side| side as usize).to_vec(),
        data: (0..18).map(|at| (at * 7 % 13) as f32 - 6.0).collect(),
    };
    for (plain, fused) in answers(&plain, &input).iter().zip(answers(&fused, &input)) {
        for (plain, fused) in plain.iter().zip(fused) {
            assert!((plain - fused).abs() < 1e-4, "{plain} {fused}");
        }
    }
}

#[test]
fn what_somebody_else_reads_stays() {
    let mut graph = network();
    graph.output.push(value("clipped", SIDES));
    graph.output.push(value("scaled", SIDES));
    let kinds = kinds(&fuse(&bytes(graph)).unwrap());
    assert!(kinds.contains(&"Clip".to_owned()));
    assert_eq!(kinds[1], "Mul");
}

#[test]
fn what_is_no_network_is_refused() {
    assert!(fuse(b"no network").is_err());
    assert!(fuse(&ModelProto::default().encode_to_vec()).is_err());
}
