use std::collections::BTreeMap;

use proptest::prelude::*;
use serde::Deserialize;

use super::{CreatedParameter, MetadataParameter, Patch, from_text};
use crate::{ApiError, Code, new_metadata};

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Options {
    types: Option<Vec<String>>,
    live: Option<bool>,
}

#[derive(Debug, Default, Deserialize, PartialEq)]
#[serde(default, deny_unknown_fields)]
struct Params {
    name: Option<String>,
    count: Option<i64>,
    score: Option<f64>,
    options: Option<Options>,
    clearable: Patch<Options>,
    kind: Option<identity::DocumentType>,
    created: CreatedParameter,
    metadata: MetadataParameter,
}

fn read(text: &str) -> Result<Params, ApiError> {
    from_text(text.as_bytes())
}

fn types(text: &str) -> Vec<String> {
    read(text).unwrap().options.unwrap().types.unwrap()
}

#[test]
fn every_spelling_of_an_array_reads_the_same() {
    for text in [
        "options[types][0]=a&options[types][1]=b",
        "options[types][1]=b&options[types][0]=a",
        "options[types][]=a&options[types][]=b",
        "options%5Btypes%5D%5B0%5D=a&options%5Btypes%5D%5B1%5D=b",
        "options%5btypes%5d[]=a&&options[types][]=b&",
        "options[types][2]=a&options[types][10]=b",
    ] {
        assert_eq!(types(text), ["a", "b"], "{text}");
    }
}

#[test]
fn plus_and_percent_are_decoded() {
    let params = read("name=a+b%20c%2B%C3%A9").unwrap();
    assert_eq!(params.name.as_deref(), Some("a b c+é"));
}

#[test]
fn empty_is_not_absent() {
    assert_eq!(read("").unwrap().clearable, Patch::Keep);
    assert_eq!(read("clearable=").unwrap().clearable, Patch::Clear);
    let value = read("clearable[live]=false").unwrap().clearable;
    assert_eq!(value.value().unwrap().live, Some(false));
}

#[test]
fn moments_and_ranges_are_both_read() {
    let exact = read("created=7").unwrap().created.0;
    assert_eq!((exact.gte, exact.lte), (Some(7), Some(7)));
    let range = read("created%5Bgte%5D=1&created[lt]=9").unwrap().created.0;
    assert_eq!((range.gte, range.lt, range.gt), (Some(1), Some(9), None));
}

#[test]
fn errors_name_the_parameter_as_stripe_does() {
    for (text, code, param) in [
        ("foo=1", Code::ParameterUnknown, "foo"),
        ("options[foo]=1", Code::ParameterUnknown, "options[foo]"),
        (
            "options[types][a]=1",
            Code::ParameterInvalid,
            "options[types]",
        ),
        ("options[types]=a", Code::ParameterInvalid, "options[types]"),
        ("options=a", Code::ParameterInvalid, "options"),
        (
            "options[types][0][x]=a",
            Code::ParameterInvalid,
            "options[types][0]",
        ),
        (
            "options[types][0]=",
            Code::ParameterInvalidEmpty,
            "options[types][0]",
        ),
        ("options[live]=yes", Code::ParameterInvalid, "options[live]"),
        ("name=", Code::ParameterInvalidEmpty, "name"),
        ("name[a]=b", Code::ParameterInvalid, "name"),
        ("name=a%00b", Code::InvalidCharacters, "name"),
        ("count=1.5", Code::ParameterInvalidInteger, "count"),
        (
            "count=99999999999999999999",
            Code::ParameterInvalidInteger,
            "count",
        ),
        ("score=inf", Code::ParameterInvalid, "score"),
        ("kind=library_card", Code::ParameterInvalid, "kind"),
        ("created=soon", Code::ParameterInvalidInteger, "created"),
        (
            "created[gte]=soon",
            Code::ParameterInvalidInteger,
            "created[gte]",
        ),
        ("created[on]=1", Code::ParameterUnknown, "created[on]"),
        ("name=1&name[a]=2", Code::ParameterInvalid, "name[a]"),
        ("options[live=1", Code::ParameterUnknown, "options[live"),
        ("[a]=1", Code::ParameterUnknown, "[a]"),
        (
            "a[b][c][d][e][f][g]=1",
            Code::ParameterInvalid,
            "a[b][c][d][e][f][g]",
        ),
    ] {
        let error = read(text).expect_err(text);
        assert_eq!(
            (error.code, error.param.as_deref()),
            (code, Some(param)),
            "{text}"
        );
    }
}

#[test]
fn a_choice_that_is_none_lists_the_choices() {
    let error = read("kind=library_card").unwrap_err();
    assert!(error.message.contains("`passport`"), "{}", error.message);
}

#[test]
fn strings_have_a_limit() {
    assert!(read(&format!("name={}", "é".repeat(5000))).is_ok());
    let error = read(&format!("name={}", "a".repeat(5001))).unwrap_err();
    assert_eq!(error.param.as_deref(), Some("name"));
}

#[test]
fn metadata_keeps_its_limits() {
    let metadata = |text: &str| new_metadata(read(text).unwrap().metadata);
    let kept = metadata("metadata[a]=1&metadata[b]=&metadata[c+d]=x%26y").unwrap();
    let expected = [("a", "1"), ("c d", "x&y")];
    let expected: BTreeMap<_, _> = expected.map(|(k, v)| (k.to_owned(), v.to_owned())).into();
    assert_eq!(kept, expected);

    let pairs = |count: usize| {
        let pairs: Vec<_> = (0..count).map(|n| format!("metadata[k{n}]=v")).collect();
        pairs.join("&")
    };
    assert_eq!(metadata(&pairs(50)).unwrap().len(), 50);
    assert!(metadata(&pairs(51)).is_err());
    assert!(metadata(&format!("metadata[{}]=v", "k".repeat(40))).is_ok());
    assert!(metadata(&format!("metadata[{}]=v", "k".repeat(41))).is_err());
    assert!(metadata(&format!("metadata[k]={}", "v".repeat(500))).is_ok());
    let error = metadata(&format!("metadata[k]={}", "v".repeat(501))).unwrap_err();
    assert_eq!(error.param.as_deref(), Some("metadata[k]"));
}

fn encode(pairs: &[(String, String)]) -> String {
    form_urlencoded::Serializer::new(String::new())
        .extend_pairs(pairs)
        .finish()
}

proptest! {
    #[test]
    fn arbitrary_bytes_are_read_or_refused(text in prop::collection::vec(any::<u8>(), 0..300)) {
        let refused = from_text::<Params>(&text).err();
        prop_assert!(refused.is_none_or(|error| error.code.status().is_client_error()));
    }

    #[test]
    fn what_was_encoded_comes_back(name in "[^\0]{1,50}", live: bool, items in prop::collection::vec("[^\0]{1,9}", 1..5)) {
        let mut pairs = vec![
            ("name".to_owned(), name.clone()),
            ("options[live]".to_owned(), live.to_string()),
        ];
        pairs.extend(items.iter().map(|item| ("options[types][]".to_owned(), item.clone())));
        let params = read(&encode(&pairs)).unwrap();
        prop_assert_eq!(params.name, Some(name));
        let options = params.options.unwrap();
        prop_assert_eq!(options.live, Some(live));
        prop_assert_eq!(options.types, Some(items));
    }

    #[test]
    fn names_of_any_shape_are_refused_in_order(name in r"[a-c\[\]]{1,20}", value in "[a-z]{0,5}") {
        let error = from_text::<Params>(encode(&[(name, value)]).as_bytes()).unwrap_err();
        prop_assert!(error.code.status().is_client_error());
    }
}
