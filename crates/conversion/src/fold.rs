//! Turns block-quantised weights back into plain 32-bit floats.
//!
//! The face networks are published with `DequantizeLinear` over blocks (ONNX opset 21), which
//! common runtimes refuse. Weights are constants, so the arithmetic can be done once:
//! `(quantised − zero point) × scale`, each scale covering `block_size` entries along `axis`.
//! Inference-time no-ops (`Dropout`) go as well, and the network is marked as opset 13, which has
//! everything that is left.

use std::collections::HashMap;

use prost::Message;

use crate::error::ConversionError;
use crate::graph::{bypass, drop_unused, float_values};
use crate::onnx::{
    Dimension, DimensionProto, FLOAT, GraphProto, INT8, INT64, ModelProto, NodeProto,
    OperatorSetIdProto, TensorProto, TensorShapeProto,
};

/// Whether the folded network keeps its fixed input size.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum InputSize {
    Fixed,
    /// Height and width become symbolic. Right only where every reshape infers its sizes.
    Any,
}

/// Folds a serialised network; the same bytes in always give the same bytes out.
pub(crate) fn fold(network: &[u8], size: InputSize) -> Result<Vec<u8>, ConversionError> {
    let model = ModelProto::decode(network).map_err(|_| ConversionError::NotOnnx)?;
    let mut graph = model.graph.ok_or(ConversionError::NotOnnx)?;
    fold_constants(&mut graph)?;
    bypass(&mut graph, "Dropout");
    drop_unused(&mut graph);
    if size == InputSize::Any {
        free_size(&mut graph);
    }
    let folded = ModelProto {
        ir_version: 7,
        graph: Some(graph),
        opset_import: vec![OperatorSetIdProto {
            domain: String::new(),
            version: 13,
        }],
        metadata_props: Vec::new(),
    };
    Ok(folded.encode_to_vec())
}

fn fold_constants(graph: &mut GraphProto) -> Result<(), ConversionError> {
    let mut constants: HashMap<String, TensorProto> = HashMap::new();
    for tensor in &graph.initializer {
        constants.insert(tensor.name.clone(), tensor.clone());
    }
    let mut kept = Vec::with_capacity(graph.node.len());
    for node in std::mem::take(&mut graph.node) {
        let inputs: Option<Vec<_>> = node
            .input
            .iter()
            .map(|name| constants.get(name.as_str()))
            .collect();
        let folded = match (node.op_type.as_str(), inputs.as_deref()) {
            ("DequantizeLinear", Some([quantised, scale, zero, ..])) => {
                dequantise(&node, quantised, scale, zero)?
            }
            ("Reshape", Some([data, shape])) => reshape(data, shape)?,
            _ => {
                kept.push(node);
                continue;
            }
        };
        let name = node.output[0].clone();
        let folded = TensorProto {
            name: name.clone(),
            ..folded
        };
        graph.initializer.push(folded.clone());
        constants.insert(name, folded);
    }
    graph.node = kept;
    Ok(())
}

fn dequantise(
    node: &NodeProto,
    quantised: &TensorProto,
    scale: &TensorProto,
    zero: &TensorProto,
) -> Result<TensorProto, ConversionError> {
    let refuse = || ConversionError::Tensor(quantised.name.clone());
    let attribute = |name: &str| node.attribute.iter().find(|a| a.name == name).map(|a| a.i);
    let axis = usize::try_from(attribute("axis").unwrap_or(1)).map_err(|_| refuse())?;
    let block = usize::try_from(attribute("block_size").unwrap_or(0)).map_err(|_| refuse())?;
    let values = int8_values(quantised).ok_or_else(refuse)?;
    let zeros = int8_values(zero).ok_or_else(refuse)?;
    let scales = float_values(scale).ok_or_else(refuse)?;
    if scales.len() != zeros.len() || scales.is_empty() {
        return Err(refuse());
    }

    let granularity = Granularity::of(quantised, scales.len(), axis, block).ok_or_else(refuse)?;
    let raw_data = values
        .iter()
        .enumerate()
        .flat_map(|(index, &value)| {
            let at = granularity.scale_of(index);
            ((f32::from(value) - f32::from(zeros[at])) * scales[at]).to_le_bytes()
        })
        .collect();
    Ok(TensorProto {
        dims: quantised.dims.clone(),
        data_type: FLOAT,
        raw_data,
        ..TensorProto::default()
    })
}

/// How many weights share a scale (ONNX `DequantizeLinear`, opset 21).
enum Granularity {
    Tensor,
    Axis {
        length: usize,
        inner: usize,
    },
    Block {
        length: usize,
        inner: usize,
        block: usize,
        blocks: usize,
    },
}

impl Granularity {
    fn of(weights: &TensorProto, scales: usize, axis: usize, block: usize) -> Option<Self> {
        if scales == 1 {
            return Some(Self::Tensor);
        }
        let dims: Vec<usize> = weights.dims.iter().map(|&dim| dim as usize).collect();
        let length = *dims.get(axis)?;
        let inner: usize = dims[axis + 1..].iter().product();
        let outer: usize = dims[..axis].iter().product();
        if block == 0 {
            return (scales == length).then_some(Self::Axis { length, inner });
        }
        let blocks = length.div_ceil(block);
        (scales == outer * blocks * inner).then_some(Self::Block {
            length,
            inner,
            block,
            blocks,
        })
    }

    /// Position of the scale of the weight at `index`, both row-major.
    fn scale_of(&self, index: usize) -> usize {
        match *self {
            Self::Tensor => 0,
            Self::Axis { length, inner } => (index / inner) % length,
            Self::Block {
                length,
                inner,
                block,
                blocks,
            } => {
                let (outside, along, inside) = (
                    index / (inner * length),
                    (index / inner) % length,
                    index % inner,
                );
                (outside * blocks + along / block) * inner + inside
            }
        }
    }
}

fn reshape(data: &TensorProto, shape: &TensorProto) -> Result<TensorProto, ConversionError> {
    let refuse = || ConversionError::Tensor(data.name.clone());
    let mut dims = int64_values(shape).ok_or_else(refuse)?;
    let total: i64 = data.dims.iter().product();
    for (at, dim) in dims.iter_mut().enumerate() {
        if *dim == 0 {
            *dim = *data.dims.get(at).ok_or_else(refuse)?;
        }
    }
    let known: i64 = dims.iter().filter(|&&dim| dim != -1).product();
    if let Some(free) = dims.iter_mut().find(|dim| **dim == -1) {
        *free = total.checked_div(known).ok_or_else(refuse)?;
    }
    if dims.iter().product::<i64>() != total {
        return Err(refuse());
    }
    Ok(TensorProto {
        dims,
        ..data.clone()
    })
}

fn free_size(graph: &mut GraphProto) {
    let symbol = |name: &str| DimensionProto {
        value: Some(Dimension::Name(name.to_owned())),
    };
    for input in &mut graph.input {
        let tensor = input
            .r#type
            .as_mut()
            .and_then(|kind| kind.tensor_type.as_mut());
        if let Some(TensorShapeProto { dim }) = tensor.and_then(|tensor| tensor.shape.as_mut())
            && let [_, _, height, width] = dim.as_mut_slice()
        {
            *height = symbol("height");
            *width = symbol("width");
        }
    }
    for output in &mut graph.output {
        if let Some(tensor) = output
            .r#type
            .as_mut()
            .and_then(|kind| kind.tensor_type.as_mut())
        {
            tensor.shape = None;
        }
    }
}

fn int8_values(tensor: &TensorProto) -> Option<Vec<i8>> {
    if tensor.data_type != INT8 {
        return None;
    }
    if tensor.raw_data.is_empty() {
        return tensor
            .int32_data
            .iter()
            .map(|&value| i8::try_from(value).ok())
            .collect();
    }
    Some(
        tensor
            .raw_data
            .iter()
            .map(|&byte| byte.cast_signed())
            .collect(),
    )
}

fn int64_values(tensor: &TensorProto) -> Option<Vec<i64>> {
    if tensor.data_type != INT64 {
        return None;
    }
    if tensor.raw_data.is_empty() {
        return Some(tensor.int64_data.clone());
    }
    Some(
        tensor
            .raw_data
            .as_chunks()
            .0
            .iter()
            .map(|&bytes| i64::from_le_bytes(bytes))
            .collect(),
    )
}

#[cfg(test)]
mod tests;
