//! Leaves a recogniser of text the alphabets that documents are printed in.
//!
//! The network is published with 18,708 characters, nine tenths of them ideographs. Documents print
//! names in Latin letters beside any other script (Doc 9303-3, clause 3.4), so classes for the others
//! cost a fifth of the time and are only ever wrong answers. A class is a column of the last
//! product; the columns that stay are as they were.

use prost::Message;

use crate::error::ConversionError;
use crate::onnx::{FLOAT, GraphProto, ModelProto, TensorProto};

const DICTIONARY: &str = "character";

/// The network with the classes of [`is_kept`] alone, in their old order.
pub(crate) fn keep_alphabets(network: &[u8]) -> Result<Vec<u8>, ConversionError> {
    let mut model = ModelProto::decode(network).map_err(|_| ConversionError::NotOnnx)?;
    let refuse = || ConversionError::Tensor(DICTIONARY.to_owned());
    let dictionary = model
        .metadata_props
        .iter_mut()
        .find(|entry| entry.key == DICTIONARY)
        .ok_or_else(refuse)?;
    let characters: Vec<&str> = dictionary.value.split('\n').collect();
    // The blank comes before the dictionary, the space after it.
    let classes = characters.len() + 2;
    let kept: Vec<usize> = (0..classes)
        .filter(|&class| match class.checked_sub(1) {
            Some(at) if at < characters.len() => is_kept(characters[at]),
            _ => true,
        })
        .collect();
    let graph = model.graph.as_mut().ok_or(ConversionError::NotOnnx)?;
    for tensor in &mut graph.initializer {
        if tensor.dims.last() == i64::try_from(classes).ok().as_ref() {
            *tensor = columns(tensor, classes, &kept)?;
        }
    }
    forget_output_shape(graph);
    let names: Vec<&str> = characters
        .iter()
        .copied()
        .filter(|name| is_kept(name))
        .collect();
    dictionary.value = names.join("\n");
    Ok(model.encode_to_vec())
}

/// Latin letters with their marks, Greek, digits, punctuation, and what fillers are taken for.
fn is_kept(name: &str) -> bool {
    let mut characters = name.chars();
    let (Some(character), None) = (characters.next(), characters.next()) else {
        return false;
    };
    matches!(character,
        '!'..='~' | '¡'..='ſ' | 'Ș'..='ț' | 'Ə' | 'ə' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ḁ'..='ỿ' | 'Ά'..='ώ'
        | '–' | '—' | '‘' | '’' | '‚' | '“' | '”' | '„' | '…' | '‹' | '›' | '€' | '№'
        | '≤' | '∠' | '〈' | '《' | 'く' | '＜')
}

fn columns(
    tensor: &TensorProto,
    classes: usize,
    kept: &[usize],
) -> Result<TensorProto, ConversionError> {
    const BYTES: usize = size_of::<f32>();
    if tensor.data_type != FLOAT || !tensor.raw_data.len().is_multiple_of(classes * BYTES) {
        return Err(ConversionError::Tensor(tensor.name.clone()));
    }
    let mut raw_data = Vec::with_capacity(tensor.raw_data.len() / classes * kept.len());
    for row in tensor.raw_data.chunks_exact(classes * BYTES) {
        for &class in kept {
            raw_data.extend_from_slice(&row[class * BYTES..(class + 1) * BYTES]);
        }
    }
    let mut dims = tensor.dims.clone();
    if let Some(last) = dims.last_mut() {
        *last = i64::try_from(kept.len()).unwrap_or(i64::MAX);
    }
    Ok(TensorProto {
        dims,
        raw_data,
        ..tensor.clone()
    })
}

/// The declared number of classes would no longer be true.
fn forget_output_shape(graph: &mut GraphProto) {
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::onnx::StringStringEntryProto;

    fn network(dictionary: &str, weights: &[f32], rows: i64) -> Vec<u8> {
        let classes = i64::try_from(weights.len()).unwrap() / rows;
        ModelProto {
            ir_version: 8,
            graph: Some(GraphProto {
                initializer: vec![TensorProto {
                    dims: vec![rows, classes],
                    data_type: FLOAT,
                    name: "weights".to_owned(),
                    raw_data: weights.iter().flat_map(|w| w.to_le_bytes()).collect(),
                    ..TensorProto::default()
                }],
                ..GraphProto::default()
            }),
            metadata_props: vec![StringStringEntryProto {
                key: DICTIONARY.to_owned(),
                value: dictionary.to_owned(),
            }],
            ..ModelProto::default()
        }
        .encode_to_vec()
    }

    #[test]
    fn columns_of_other_scripts_go_and_blank_and_space_stay() {
        let weights = [0.0, 1.0, 2.0, 3.0, 4.0, 10.0, 11.0, 12.0, 13.0, 14.0];
        let kept = keep_alphabets(&network("A\n中\nŁ", &weights, 2)).unwrap();
        let model = ModelProto::decode(kept.as_slice()).unwrap();
        assert_eq!(model.metadata_props[0].value, "A\nŁ");
        let tensor = &model.graph.unwrap().initializer[0];
        assert_eq!(tensor.dims, [2, 4]);
        let values: Vec<f32> = tensor
            .raw_data
            .as_chunks()
            .0
            .iter()
            .map(|&bytes| f32::from_le_bytes(bytes))
            .collect();
        assert_eq!(values, [0.0, 1.0, 3.0, 4.0, 10.0, 11.0, 13.0, 14.0]);
    }

    #[test]
    fn a_network_without_a_dictionary_is_refused() {
        let network = ModelProto::default().encode_to_vec();
        assert!(keep_alphabets(&network).is_err());
        assert!(keep_alphabets(b"no network").is_err());
    }
}
