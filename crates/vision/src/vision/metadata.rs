//! What a network says about itself.

use prost::Message;

/// The part of a network that describes it (onnx.proto, `ModelProto`); the graph is skipped over, not read.
#[derive(Clone, PartialEq, Message)]
struct DescribedModel {
    #[prost(message, repeated, tag = "14")]
    metadata_props: Vec<Entry>,
}

/// `StringStringEntryProto`.
#[derive(Clone, PartialEq, Message)]
struct Entry {
    #[prost(string, tag = "1")]
    key: String,
    #[prost(string, tag = "2")]
    value: String,
}

/// One metadata property of a network.
pub(super) fn metadata(network: &[u8], key: &str) -> Option<String> {
    let described = DescribedModel::decode(network).ok()?;
    let mut entries = described.metadata_props.into_iter();
    entries
        .find(|entry| entry.key == key)
        .map(|entry| entry.value)
}
