use std::path::Path;

use super::super::onnx::{
    Dimension, DimensionProto, OperatorSetIdProto, TensorShapeProto, TensorTypeProto, TypeProto,
    ValueInfoProto,
};
use super::*;
use crate::runtime::{Loader, Runtime, Source, Tensor};

fn node(op_type: &str, input: &[&str], output: &str) -> NodeProto {
    NodeProto {
        op_type: op_type.to_owned(),
        input: input.iter().map(|&name| name.to_owned()).collect(),
        output: vec![output.to_owned()],
        name: output.to_owned(),
        ..NodeProto::default()
    }
}

fn value(name: &str) -> ValueInfoProto {
    let dim = [1, 2, 3, 3].map(|side| DimensionProto {
        value: Some(Dimension::Value(side)),
    });
    ValueInfoProto {
        name: name.to_owned(),
        r#type: Some(TypeProto {
            tensor_type: Some(TensorTypeProto {
                elem_type: FLOAT,
                shape: Some(TensorShapeProto { dim: dim.to_vec() }),
            }),
        }),
    }
}

/// All that is fused, one after the other.
fn network() -> GraphProto {
    let mut constant = node("Constant", &[], "offset");
    constant.attribute = vec![AttributeProto {
        name: "value".to_owned(),
        t: Some(floats("", &[1], &[-0.4])),
        r#type: 4,
        ..AttributeProto::default()
    }];
    let mut convolution = node("Conv", &["x", "weights"], "conv");
    let sides = |name: &str, ints: &[i64]| AttributeProto {
        name: name.to_owned(),
        ints: ints.to_vec(),
        r#type: 7,
        ..AttributeProto::default()
    };
    convolution.attribute = vec![
        sides("strides", &[1, 1]),
        sides("dilations", &[1, 1]),
        sides("pads", &[0; 4]),
    ];
    GraphProto {
        name: "drawn".to_owned(),
        node: vec![
            constant,
            convolution,
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
        input: vec![value("x")],
        output: vec![value("y")],
    }
}

fn bytes(graph: GraphProto) -> Vec<u8> {
    let model = ModelProto {
        ir_version: 7,
        graph: Some(graph),
        opset_import: vec![OperatorSetIdProto {
            domain: String::new(),
            version: 12,
        }],
        ..ModelProto::default()
    };
    model.encode_to_vec()
}

fn kinds(network: &[u8]) -> Vec<String> {
    let model = ModelProto::decode(network).unwrap();
    let nodes = model.graph.unwrap().node.into_iter();
    nodes.map(|node| node.op_type).collect()
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
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    for runtime in [Runtime::Rten, Runtime::installed(&models)] {
        let loader = Loader::new(runtime, &models, 1).unwrap();
        let answers = [&plain, &fused].map(|network| {
            let network = loader
                .load(Source::Given("drawn".to_owned(), network.as_slice().into()))
                .unwrap();
            let data = (0..18).map(|at| (at * 7 % 13) as f32 - 6.0).collect();
            let input = Tensor {
                shape: vec![1, 2, 3, 3],
                data,
            };
            network.run(input).unwrap().remove(0).data
        });
        for (plain, fused) in answers[0].iter().zip(&answers[1]) {
            assert!((plain - fused).abs() < 1e-4, "{plain} {fused}");
        }
    }
}

#[test]
fn what_somebody_else_reads_stays() {
    let mut graph = network();
    graph.output.push(value("clipped"));
    graph.output.push(value("scaled"));
    let kinds = kinds(&fuse(&bytes(graph)).unwrap());
    assert!(kinds.contains(&"Clip".to_owned()));
    assert_eq!(kinds[1], "Mul");
}

#[test]
fn what_is_no_network_is_refused() {
    assert!(fuse(b"no network").is_err());
    assert!(fuse(&ModelProto::default().encode_to_vec()).is_err());
}
