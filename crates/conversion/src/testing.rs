//! Drawn networks, for the tests of the conversions.

use std::path::Path;

use models::Runtime;
use prost::Message;
use vision::runtime::{self, Tensor};

use crate::onnx::{
    AttributeProto, Dimension, DimensionProto, FLOAT, GraphProto, ModelProto, NodeProto,
    OperatorSetIdProto, TensorShapeProto, TensorTypeProto, TypeProto, ValueInfoProto,
};

pub(crate) fn node(op_type: &str, input: &[&str], output: &str) -> NodeProto {
    NodeProto {
        op_type: op_type.to_owned(),
        input: input.iter().map(|&name| name.to_owned()).collect(),
        output: vec![output.to_owned()],
        name: output.to_owned(),
        ..NodeProto::default()
    }
}

/// A convolution of single pixels, with what ONNX Runtime wants said.
pub(crate) fn convolution(input: &[&str], output: &str) -> NodeProto {
    let sides = |name: &str, ints: &[i64]| AttributeProto {
        name: name.to_owned(),
        ints: ints.to_vec(),
        r#type: 7,
        ..AttributeProto::default()
    };
    let mut node = node("Conv", input, output);
    node.attribute = vec![
        sides("strides", &[1, 1]),
        sides("dilations", &[1, 1]),
        sides("pads", &[0; 4]),
    ];
    node
}

/// A map that goes in or comes out.
pub(crate) fn value(name: &str, dims: [i64; 4]) -> ValueInfoProto {
    let dim = dims.map(|side| DimensionProto {
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

pub(crate) fn bytes(graph: GraphProto) -> Vec<u8> {
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

pub(crate) fn graph(network: &[u8]) -> GraphProto {
    ModelProto::decode(network).unwrap().graph.unwrap()
}

pub(crate) fn kinds(network: &[u8]) -> Vec<String> {
    let nodes = graph(network).node.into_iter();
    nodes.map(|node| node.op_type).collect()
}

/// What a network answers in each runtime that is in place.
pub(crate) fn answers(network: &[u8], input: &Tensor) -> Vec<Vec<f32>> {
    let models = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../models");
    let runtimes = [Runtime::Rten, Runtime::installed(&models)];
    let answer = |runtime| {
        let network = runtime::load(runtime, &models, "drawn", network).unwrap();
        network.run(input.clone()).unwrap().remove(0).data
    };
    runtimes.map(answer).to_vec()
}
