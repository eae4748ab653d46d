//! Writes a network with fewer steps that gives the same answers but for rounding.
//!
//! The detector of text is published as it was exported: a hard swish in four steps, scales and
//! offsets of one number each, gates that add what they multiply. Each is a pass over whole maps, and
//! ONNX Runtime changes their layout in memory before and after. Here
//!
//! - `x · clip(x + 3, 0, 6) / 6` becomes `x · HardSigmoid(x)`,
//! - `x · s + b` goes into the convolution before it, or becomes a `BatchNormalization`, which stays
//!   in the layout of convolutions,
//! - `x + x · g` becomes `x · (g + 1)`, where `g` has one value a channel.

use prost::Message;

use crate::error::ConversionError;
use crate::graph::{Links, drop_unused, float_values, floats, is, lift_constants, number, remove};
use crate::onnx::{GraphProto, ModelProto, NodeProto, TensorProto};

const ONE: &str = "one";
/// Epsilon of a `BatchNormalization`: added to a variance of 1 it changes nothing.
const NOTHING: f32 = 1e-12;

/// Fuses a serialised network; the same bytes in always give the same bytes out.
pub(crate) fn fuse(network: &[u8]) -> Result<Vec<u8>, ConversionError> {
    let mut model = ModelProto::decode(network).map_err(|_| ConversionError::NotOnnx)?;
    let graph = model.graph.as_mut().ok_or(ConversionError::NotOnnx)?;
    lift_constants(graph);
    graph.initializer.push(floats(ONE, &[1], &[1.0]));
    for rewrite in [hard_swish, scale, gate] {
        while rewrite(graph).is_some() {}
    }
    drop_unused(graph);
    Ok(model.encode_to_vec())
}

fn hard_swish(graph: &mut GraphProto) -> Option<()> {
    let links = Links::of(graph);
    let found = (0..graph.node.len()).find_map(|add| {
        let (three, input) = links
            .with_number(graph, add)
            .filter(|_| is(graph, add, "Add"))?;
        let clip = links.next(graph, add, "Clip")?;
        let product = links.next(graph, clip, "Mul")?;
        let quotient = links.next(graph, product, "Div")?;
        let numbers = [
            &graph.node[clip].input[1..],
            &graph.node[quotient].input[1..],
        ]
        .concat();
        let numbers = numbers.iter().map(|name| links.number(graph, name));
        let numbers: Vec<f32> = numbers.collect::<Option<_>>()?;
        let swish = three == 3.0
            && numbers == [0.0, 6.0, 6.0]
            && graph.node[product].input.contains(&input);
        swish.then_some((add, clip, product, quotient, input))
    });
    let (add, clip, product, quotient, input) = found?;
    let gate = graph.node[add].output[0].clone();
    let sigmoid = &mut graph.node[add];
    "HardSigmoid".clone_into(&mut sigmoid.op_type);
    sigmoid.input = vec![input.clone()];
    sigmoid.attribute = vec![number("alpha", 1.0 / 6.0), number("beta", 0.5)];
    let answer = graph.node[quotient].output.clone();
    graph.node[product].input = vec![input, gate];
    graph.node[product].output = answer;
    remove(graph, &[clip, quotient]);
    Some(())
}

fn scale(graph: &mut GraphProto) -> Option<()> {
    let links = Links::of(graph);
    (0..graph.node.len()).find_map(|product| {
        let (factor, input) = links
            .with_number(graph, product)
            .filter(|_| is(graph, product, "Mul"))?;
        let sum = links.next(graph, product, "Add")?;
        let (offset, _) = links.with_number(graph, sum)?;
        let before = *links.writers.get(&input)?;
        let answer = graph.node[sum].output.clone();
        if is(graph, before, "Conv") && links.next(graph, before, "Mul") == Some(product) {
            into_convolution(graph, &links, before, factor, offset)?;
            graph.node[before].output = answer;
            remove(graph, &[product, sum]);
        } else {
            let channels = channels(graph, &links, &input)?;
            let (node, constants) = normalisation(input, answer, channels, factor, offset)?;
            graph.node[product] = node;
            graph.initializer.extend(constants);
            remove(graph, &[sum]);
        }
        Some(())
    })
}

/// A multiplication and an addition that are the same for every channel, as one batch normalisation.
fn normalisation(
    input: String,
    answer: Vec<String>,
    channels: usize,
    factor: f32,
    offset: f32,
) -> Option<(NodeProto, [TensorProto; 4])> {
    let (name, dims) = (answer.first()?.clone(), [i64::try_from(channels).ok()?]);
    let constant =
        |what: &str, value: f32| floats(&format!("{name}.{what}"), &dims, &vec![value; channels]);
    let constants = [
        constant("scale", factor),
        constant("offset", offset),
        constant("mean", 0.0),
        constant("variance", 1.0),
    ];
    let names = constants.iter().map(|tensor| tensor.name.clone());
    let node = NodeProto {
        input: std::iter::once(input).chain(names).collect(),
        output: answer,
        op_type: "BatchNormalization".to_owned(),
        attribute: vec![number("epsilon", NOTHING)],
        ..NodeProto::default()
    };
    Some((node, constants))
}

/// Writes a scale and an offset into a convolution: all weights times `factor`, and `offset` added to
/// the bias.
fn into_convolution(
    graph: &mut GraphProto,
    links: &Links,
    at: usize,
    factor: f32,
    offset: f32,
) -> Option<()> {
    let inputs = graph.node[at].input.clone();
    let weights = &graph.initializer[*links.constants.get(inputs.get(1)?)?];
    let dims = weights.dims.clone();
    let values = float_values(weights)?;
    let channels = usize::try_from(*dims.first()?).ok()?;
    let offsets = match inputs.get(2) {
        Some(name) => links.values(graph, name)?,
        None => vec![0.0; channels],
    };
    let output = graph.node[at].output[0].clone();
    let scaled: Vec<f32> = values.iter().map(|weight| weight * factor).collect();
    let moved: Vec<f32> = offsets.iter().map(|own| own * factor + offset).collect();
    let constants = [
        floats(&format!("{output}.weights"), &dims, &scaled),
        floats(&format!("{output}.offsets"), &dims[..1], &moved),
    ];
    let [weights, offsets] = constants.each_ref().map(|tensor| tensor.name.clone());
    graph.node[at].input = vec![inputs[0].clone(), weights, offsets];
    graph.initializer.extend(constants);
    Some(())
}

fn gate(graph: &mut GraphProto) -> Option<()> {
    let links = Links::of(graph);
    let found = (0..graph.node.len()).find_map(|product| {
        let [one, two] = graph.node[product].input.as_slice() else {
            return None;
        };
        let sum = links
            .next(graph, product, "Add")
            .filter(|_| is(graph, product, "Mul"))?;
        let gated = &graph.node[product].output[0];
        let other = graph.node[sum].input.iter().find(|name| *name != gated)?;
        let gate = match (other == one, other == two) {
            (true, false) => two,
            (false, true) => one,
            _ => return None,
        };
        let variable = !links.constants.contains_key(other) && !links.constants.contains_key(gate);
        variable.then(|| (product, sum, other.clone(), gate.clone()))
    });
    let (product, sum, input, gate) = found?;
    graph.node[product].input = vec![gate, ONE.to_owned()];
    "Add".clone_into(&mut graph.node[product].op_type);
    let more = graph.node[product].output[0].clone();
    graph.node[sum].input = vec![input, more];
    "Mul".clone_into(&mut graph.node[sum].op_type);
    Some(())
}

/// Of a value that a convolution made, or something that leaves channels as they are.
fn channels(graph: &GraphProto, links: &Links, name: &str) -> Option<usize> {
    let node = &graph.node[*links.writers.get(name)?];
    match node.op_type.as_str() {
        "Conv" => {
            let weights = &graph.initializer[*links.constants.get(node.input.get(1)?)?];
            usize::try_from(*weights.dims.first()?).ok()
        }
        "Mul" | "Relu" => channels(graph, links, node.input.first()?),
        _ => None,
    }
}

#[cfg(test)]
mod tests;
