use super::*;
use crate::onnx::{AttributeProto, TensorTypeProto, TypeProto, ValueInfoProto};

fn floats(name: &str, dims: &[i64], values: &[f32]) -> TensorProto {
    TensorProto {
        name: name.to_owned(),
        dims: dims.to_vec(),
        data_type: FLOAT,
        float_data: values.to_vec(),
        ..TensorProto::default()
    }
}

fn bytes(name: &str, dims: &[i64], values: &[i8]) -> TensorProto {
    TensorProto {
        name: name.to_owned(),
        dims: dims.to_vec(),
        data_type: INT8,
        raw_data: values.iter().map(|value| value.cast_unsigned()).collect(),
        ..TensorProto::default()
    }
}

fn node(op_type: &str, input: &[&str], output: &str, attributes: &[(&str, i64)]) -> NodeProto {
    NodeProto {
        op_type: op_type.to_owned(),
        input: input.iter().map(|&name| name.to_owned()).collect(),
        output: vec![output.to_owned()],
        attribute: attributes
            .iter()
            .map(|&(name, i)| AttributeProto {
                name: name.to_owned(),
                i,
                ..AttributeProto::default()
            })
            .collect(),
        ..NodeProto::default()
    }
}

fn input(name: &str, dims: &[i64]) -> ValueInfoProto {
    let dim = dims
        .iter()
        .map(|&value| DimensionProto {
            value: Some(Dimension::Value(value)),
        })
        .collect();
    ValueInfoProto {
        name: name.to_owned(),
        r#type: Some(TypeProto {
            tensor_type: Some(TensorTypeProto {
                elem_type: FLOAT,
                shape: Some(TensorShapeProto { dim }),
            }),
        }),
    }
}

fn folded(graph: GraphProto, size: InputSize) -> GraphProto {
    let model = ModelProto {
        ir_version: 6,
        graph: Some(graph),
        ..ModelProto::default()
    };
    let bytes = fold(&model.encode_to_vec(), size).unwrap();
    ModelProto::decode(bytes.as_slice()).unwrap().graph.unwrap()
}

/// Two rows of five weights in blocks of three: the last block of a row is short.
fn blocked() -> GraphProto {
    let shape = TensorProto {
        name: "shape".to_owned(),
        dims: vec![2],
        data_type: INT64,
        int64_data: vec![5, -1],
        ..TensorProto::default()
    };
    GraphProto {
        node: vec![
            node(
                "DequantizeLinear",
                &["q", "s", "z"],
                "w",
                &[("axis", 1), ("block_size", 3)],
            ),
            node("Reshape", &["w", "shape"], "weight", &[]),
            node("Dropout", &["x"], "kept", &[]),
            node("MatMul", &["kept", "weight"], "y", &[]),
        ],
        name: "test".to_owned(),
        initializer: vec![
            bytes("q", &[2, 5], &[1, 2, 3, 4, 5, -1, -2, -3, -4, -5]),
            floats("s", &[2, 2], &[1.0, 10.0, 0.5, 2.0]),
            bytes("z", &[2, 2], &[0, 1, 1, 0]),
            shape,
        ],
        input: vec![input("x", &[1, 3, 640, 640]), input("weight", &[5, 2])],
        output: vec![input("y", &[1, 2])],
    }
}

#[test]
fn blocks_are_scaled_each_by_its_own() {
    let graph = folded(blocked(), InputSize::Fixed);
    let [weight] = graph.initializer.as_slice() else {
        panic!("one constant is left")
    };
    assert_eq!(weight.dims, [5, 2]);
    assert_eq!(
        float_values(weight).unwrap(),
        [1.0, 2.0, 3.0, 30.0, 40.0, -1.0, -1.5, -2.0, -8.0, -10.0]
    );
}

#[test]
fn no_ops_and_stale_inputs_go() {
    let graph = folded(blocked(), InputSize::Fixed);
    let [matmul] = graph.node.as_slice() else {
        panic!("one node is left")
    };
    assert_eq!(matmul.input, ["x", "weight"]);
    let names: Vec<_> = graph
        .input
        .iter()
        .map(|input| input.name.as_str())
        .collect();
    assert_eq!(names, ["x"]);
}

#[test]
fn any_size_leaves_height_and_width_open() {
    let graph = folded(blocked(), InputSize::Any);
    let tensor = graph.input[0]
        .r#type
        .as_ref()
        .unwrap()
        .tensor_type
        .as_ref()
        .unwrap();
    let dims: Vec<_> = tensor
        .shape
        .as_ref()
        .unwrap()
        .dim
        .iter()
        .map(|d| d.value.clone())
        .collect();
    assert_eq!(
        dims,
        [
            Some(Dimension::Value(1)),
            Some(Dimension::Value(3)),
            Some(Dimension::Name("height".to_owned())),
            Some(Dimension::Name("width".to_owned())),
        ]
    );
}

#[test]
fn per_axis_scales_follow_the_axis() {
    let mut graph = blocked();
    graph.node[0] = node("DequantizeLinear", &["q", "s", "z"], "w", &[("axis", 0)]);
    graph.initializer[1] = floats("s", &[2], &[1.0, 2.0]);
    graph.initializer[2] = bytes("z", &[2], &[0, 0]);
    let graph = folded(graph, InputSize::Fixed);
    assert_eq!(
        float_values(&graph.initializer[0]).unwrap(),
        [1.0, 2.0, 3.0, 4.0, 5.0, -2.0, -4.0, -6.0, -8.0, -10.0]
    );
}

#[test]
fn scales_that_do_not_fit_are_refused() {
    let mut graph = blocked();
    graph.initializer[1] = floats("s", &[3], &[1.0, 2.0, 3.0]);
    let model = ModelProto {
        ir_version: 6,
        graph: Some(graph),
        ..ModelProto::default()
    };
    assert!(fold(&model.encode_to_vec(), InputSize::Fixed).is_err());
    assert!(matches!(
        fold(b"\xff\xff", InputSize::Fixed),
        Err(ConversionError::NotOnnx)
    ));
}
