//! Writes a network that makes its large products in integers of 8 bits.
//!
//! A convolution that looks at one pixel is a product of matrices: a pixel's channels by weights.
//! With many channels such products are most of what a network does, and processors multiply small
//! integers several times as fast as floats (VNNI: Intel since 2019, AMD since 2022). Here a product
//! becomes `DynamicQuantizeLinear`, `MatMulInteger` and a scale for each column, which ONNX Runtime
//! makes in one step. Activations are scaled by what they are in each run, so nothing has to be
//! measured on pictures beforehand.
//!
//! Weights go to ±64, not ±127: processors without VNNI add pairs of products in 16 bits, and
//! 2 × 64 × 255 still fits, so that every machine gives the same answers.

use prost::Message;

use crate::error::ConversionError;
use crate::graph::{Links, bypass, drop_unused, floats, is, lift_constants};
use crate::onnx::{AttributeProto, FLOAT, GraphProto, INT8, ModelProto, NodeProto, TensorProto};

/// With fewer channels a change of layout costs more than integers save.
const FEWEST_CHANNELS: i64 = 96;
const LARGEST_WEIGHT: f32 = 64.0;
/// `AttributeProto.AttributeType`.
const INT_ATTRIBUTE: i32 = 2;
const INTS_ATTRIBUTE: i32 = 7;

/// Rewrites a serialised network; the same bytes in always give the same bytes out.
pub(crate) fn in_integers(network: &[u8]) -> Result<Vec<u8>, ConversionError> {
    let mut model = ModelProto::decode(network).map_err(|_| ConversionError::NotOnnx)?;
    let graph = model.graph.as_mut().ok_or(ConversionError::NotOnnx)?;
    lift_constants(graph);
    bypass(graph, "Identity");
    let links = Links::of(graph);
    let products: Vec<Option<Product>> = (0..graph.node.len())
        .map(|at| Product::at(graph, &links, at))
        .collect();
    let sums: Vec<usize> = products.iter().flatten().filter_map(|p| p.sum).collect();
    let nodes = std::mem::take(&mut graph.node);
    for (at, (node, product)) in nodes.into_iter().zip(products).enumerate() {
        match product {
            Some(product) => {
                graph.node.extend(product.nodes());
                graph.initializer.extend(product.constants());
            }
            None if sums.contains(&at) => {}
            None => graph.node.push(node),
        }
    }
    drop_unused(graph);
    Ok(model.encode_to_vec())
}

/// A convolution that is a product of matrices, with the sum after it.
struct Product {
    input: String,
    answer: String,
    channels: usize,
    /// Row-major: for each output channel one weight for each input channel.
    weights: Vec<f32>,
    /// One for each output channel.
    offsets: Option<Vec<f32>>,
    /// The node that adds the offsets.
    sum: Option<usize>,
}

impl Product {
    fn at(graph: &GraphProto, links: &Links, at: usize) -> Option<Self> {
        let node = &graph.node[at];
        let [input, weights, own @ ..] = node.input.as_slice() else {
            return None;
        };
        let dims = &graph.initializer[*links.constants.get(weights)?].dims;
        let &[outputs, inputs, 1, 1] = dims.as_slice() else {
            return None;
        };
        let large = outputs.min(inputs) >= FEWEST_CHANNELS;
        if !is(graph, at, "Conv") || !large || !is_plain(node) || of_one_pixel(graph, links, input)
        {
            return None;
        }
        let own = own.first().map(|name| links.values(graph, name));
        let (sum, offsets) = match own {
            Some(own) => (None, Some(own?)),
            None => sum_after(graph, links, at, outputs).unzip(),
        };
        Some(Self {
            input: input.clone(),
            answer: graph.node[sum.unwrap_or(at)].output.first()?.clone(),
            channels: usize::try_from(inputs).ok()?,
            weights: links.values(graph, weights)?,
            offsets,
            sum,
        })
    }

    fn name(&self, what: &str) -> String {
        format!("{}.{what}", self.answer)
    }

    fn nodes(&self) -> Vec<NodeProto> {
        let node = |kind: &str, inputs: &[&str], outputs: &[&str]| NodeProto {
            input: inputs.iter().map(|what| self.name(what)).collect(),
            output: outputs.iter().map(|what| self.name(what)).collect(),
            name: self.name(kind),
            op_type: kind.to_owned(),
            ..NodeProto::default()
        };
        let mut before = node("Transpose", &[], &["pixels"]);
        before.input = vec![self.input.clone()];
        before.attribute = vec![order(&[0, 2, 3, 1])];
        let mut cast = node("Cast", &["product"], &["float"]);
        cast.attribute = vec![AttributeProto {
            name: "to".to_owned(),
            i: FLOAT.into(),
            r#type: INT_ATTRIBUTE,
            ..AttributeProto::default()
        }];
        let quantised = ["quantised", "scale", "zero"];
        let mut scale = node("Mul", &["scale", "scales"], &["both"]);
        scale.name = self.name("Scale");
        let mut nodes = vec![
            before,
            node("DynamicQuantizeLinear", &["pixels"], &quantised),
            node(
                "MatMulInteger",
                &["quantised", "weights", "zero"],
                &["product"],
            ),
            cast,
            scale,
            node("Mul", &["float", "both"], &["scaled"]),
        ];
        let last = if self.offsets.is_some() {
            nodes.push(node("Add", &["scaled", "offsets"], &["moved"]));
            "moved"
        } else {
            "scaled"
        };
        let mut after = node("Transpose", &[last], &[]);
        after.name = self.name("Back");
        after.output = vec![self.answer.clone()];
        after.attribute = vec![order(&[0, 3, 1, 2])];
        nodes.push(after);
        nodes
    }

    /// Weights with input channels in rows, and a scale for each column.
    fn constants(&self) -> Vec<TensorProto> {
        let columns = self.weights.chunks_exact(self.channels);
        let scales: Vec<f32> = columns.clone().map(scale).collect();
        let outputs = scales.len();
        let mut weights = vec![0; self.weights.len()];
        for (at, (column, scale)) in columns.zip(&scales).enumerate() {
            for (row, weight) in column.iter().enumerate() {
                // At most ±64 by the scale.
                let whole = (weight / scale).round_ties_even() as i8;
                weights[row * outputs + at] = whole.cast_unsigned();
            }
        }
        let dims = [self.channels, outputs].map(|side| side as i64);
        let mut constants = vec![
            TensorProto {
                dims: dims.to_vec(),
                data_type: INT8,
                name: self.name("weights"),
                raw_data: weights,
                ..TensorProto::default()
            },
            floats(&self.name("scales"), &dims[1..], &scales),
        ];
        let offsets = self.offsets.as_ref();
        constants.extend(offsets.map(|own| floats(&self.name("offsets"), &dims[1..], own)));
        constants
    }
}

/// The factor that turns integers of these weights back into floats.
fn scale(weights: &[f32]) -> f32 {
    let largest = weights.iter().fold(0.0, |max: f32, w| max.max(w.abs()));
    if largest > 0.0 {
        largest / LARGEST_WEIGHT
    } else {
        1.0
    }
}

/// Whether a convolution takes every pixel by itself, with all channels together: a product of
/// matrices.
fn is_plain(node: &NodeProto) -> bool {
    node.attribute
        .iter()
        .all(|attribute| match attribute.name.as_str() {
            "strides" => attribute.ints.iter().all(|&step| step == 1),
            "pads" => attribute.ints.iter().all(|&pixels| pixels == 0),
            "group" => attribute.i == 1,
            _ => true,
        })
}

/// Whether a value is a mean over the picture, or was made of one by small steps: too little to gain.
fn of_one_pixel(graph: &GraphProto, links: &Links, name: &str) -> bool {
    let Some(&at) = links.writers.get(name) else {
        return false;
    };
    let node = &graph.node[at];
    match node.op_type.as_str() {
        "ReduceMean" | "GlobalAveragePool" => true,
        "Conv" | "Add" | "Relu" => {
            let before = node.input.first();
            before.is_some_and(|before| of_one_pixel(graph, links, before))
        }
        _ => false,
    }
}

/// The sum that alone reads the convolution `at` and adds a constant to each channel.
fn sum_after(
    graph: &GraphProto,
    links: &Links,
    at: usize,
    channels: i64,
) -> Option<(usize, Vec<f32>)> {
    let sum = links.next(graph, at, "Add")?;
    let offsets = graph.node[sum].input.iter().find_map(|name| {
        let constant = &graph.initializer[*links.constants.get(name)?];
        let each = constant.dims == [1, channels, 1, 1];
        each.then(|| links.values(graph, name)).flatten()
    })?;
    Some((sum, offsets))
}

fn order(axes: &[i64]) -> AttributeProto {
    AttributeProto {
        name: "perm".to_owned(),
        ints: axes.to_vec(),
        r#type: INTS_ATTRIBUTE,
        ..AttributeProto::default()
    }
}

#[cfg(test)]
mod tests;
