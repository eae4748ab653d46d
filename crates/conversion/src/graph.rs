//! What the conversions share: finding one's way in the graph of a network, and writing parts of it.

use std::collections::{HashMap, HashSet};

use crate::onnx::{AttributeProto, FLOAT, GraphProto, TensorProto};

/// `AttributeProto.AttributeType`.
const FLOAT_ATTRIBUTE: i32 = 1;

/// Constants of nodes become initializers, so that there is one place to look for them.
pub(crate) fn lift_constants(graph: &mut GraphProto) {
    let GraphProto {
        node, initializer, ..
    } = graph;
    node.retain(|node| {
        let tensor = node.attribute.iter().find_map(|a| a.t.clone());
        let Some(tensor) = tensor.filter(|_| node.op_type == "Constant") else {
            return true;
        };
        initializer.push(TensorProto {
            name: node.output[0].clone(),
            ..tensor
        });
        false
    });
}

/// Who reads and who writes each value.
pub(crate) struct Links {
    pub(crate) readers: HashMap<String, Vec<usize>>,
    pub(crate) writers: HashMap<String, usize>,
    pub(crate) constants: HashMap<String, usize>,
    answers: HashSet<String>,
}

impl Links {
    pub(crate) fn of(graph: &GraphProto) -> Self {
        let mut readers: HashMap<String, Vec<usize>> = HashMap::new();
        let mut writers = HashMap::new();
        for (at, node) in graph.node.iter().enumerate() {
            for input in &node.input {
                readers.entry(input.clone()).or_default().push(at);
            }
            for output in &node.output {
                writers.insert(output.clone(), at);
            }
        }
        let constants = graph.initializer.iter().enumerate();
        Self {
            readers,
            writers,
            constants: constants.map(|(at, t)| (t.name.clone(), at)).collect(),
            answers: graph.output.iter().map(|o| o.name.clone()).collect(),
        }
    }

    /// The one node that reads what `node` writes, if nobody else does.
    pub(crate) fn next(&self, graph: &GraphProto, node: usize, kind: &str) -> Option<usize> {
        let name = graph.node[node].output.first()?;
        match self.readers.get(name)?.as_slice() {
            &[next] if graph.node[next].op_type == kind && !self.answers.contains(name) => {
                Some(next)
            }
            _ => None,
        }
    }

    pub(crate) fn values(&self, graph: &GraphProto, name: &str) -> Option<Vec<f32>> {
        float_values(&graph.initializer[*self.constants.get(name)?])
    }

    pub(crate) fn number(&self, graph: &GraphProto, name: &str) -> Option<f32> {
        match self.values(graph, name)?.as_slice() {
            &[number] => Some(number),
            _ => None,
        }
    }

    /// A node of two inputs of which one is a number: the number and the other.
    pub(crate) fn with_number(&self, graph: &GraphProto, node: usize) -> Option<(f32, String)> {
        let [one, two] = graph.node[node].input.as_slice() else {
            return None;
        };
        let number = |name: &String| self.number(graph, name);
        let first = number(one).map(|value| (value, two.clone()));
        first.or_else(|| number(two).map(|value| (value, one.clone())))
    }
}

pub(crate) fn is(graph: &GraphProto, node: usize, kind: &str) -> bool {
    graph.node[node].op_type == kind
}

pub(crate) fn number(name: &str, f: f32) -> AttributeProto {
    AttributeProto {
        name: name.to_owned(),
        f,
        r#type: FLOAT_ATTRIBUTE,
        ..AttributeProto::default()
    }
}

pub(crate) fn remove(graph: &mut GraphProto, nodes: &[usize]) {
    let mut at = 0;
    graph.node.retain(|_| {
        at += 1;
        !nodes.contains(&(at - 1))
    });
}

pub(crate) fn floats(name: &str, dims: &[i64], values: &[f32]) -> TensorProto {
    TensorProto {
        dims: dims.to_vec(),
        data_type: FLOAT,
        name: name.to_owned(),
        raw_data: values
            .iter()
            .flat_map(|value| value.to_le_bytes())
            .collect(),
        ..TensorProto::default()
    }
}

/// Steps of this kind go: whoever reads what they write reads what they read.
pub(crate) fn bypass(graph: &mut GraphProto, kind: &str) {
    let answers: HashSet<&str> = graph.output.iter().map(|o| o.name.as_str()).collect();
    let mut renamed: HashMap<String, String> = HashMap::new();
    graph.node.retain(|node| {
        let bypassed = node.op_type == kind && !answers.contains(node.output[0].as_str());
        if bypassed {
            renamed.insert(node.output[0].clone(), node.input[0].clone());
        }
        !bypassed
    });
    for input in graph.node.iter_mut().flat_map(|node| &mut node.input) {
        while let Some(source) = renamed.get(input.as_str()) {
            input.clone_from(source);
        }
    }
}

/// Drops constants nobody reads any more, and weights that are listed as inputs.
pub(crate) fn drop_unused(graph: &mut GraphProto) {
    let used: HashSet<String> = graph
        .node
        .iter()
        .flat_map(|node| node.input.iter().cloned())
        .collect();
    graph.node.retain(|node| {
        node.op_type != "Constant" || node.output.iter().any(|name| used.contains(name))
    });
    graph
        .initializer
        .retain(|tensor| used.contains(&tensor.name));
    let constants: HashSet<&str> = graph
        .initializer
        .iter()
        .map(|tensor| tensor.name.as_str())
        .collect();
    graph
        .input
        .retain(|input| used.contains(&input.name) && !constants.contains(input.name.as_str()));
}

pub(crate) fn float_values(tensor: &TensorProto) -> Option<Vec<f32>> {
    if tensor.data_type != FLOAT {
        return None;
    }
    if tensor.raw_data.is_empty() {
        return Some(tensor.float_data.clone());
    }
    Some(
        tensor
            .raw_data
            .as_chunks()
            .0
            .iter()
            .map(|&bytes| f32::from_le_bytes(bytes))
            .collect(),
    )
}
