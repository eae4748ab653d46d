//! serde over the tree of a form. Errors know the parameter they are about.

use std::collections::btree_map;

use serde::de::value::StringDeserializer;
use serde::de::{
    DeserializeSeed, Deserializer, EnumAccess, IntoDeserializer, MapAccess, SeqAccess,
    VariantAccess, Visitor,
};

use super::STRING_LIMIT;
use super::error::{FormError, Problem};
use super::tree::Node;

/// Asks for "empty means unset" instead of an error.
pub(super) const UNSET: &str = "$form::unset";
/// Asks for text that may be empty.
pub(super) const LOOSE: &str = "$form::loose";

pub(crate) struct NodeDeserializer(Node);

impl NodeDeserializer {
    pub(crate) fn new(node: Node) -> Self {
        Self(node)
    }

    fn loose(self) -> Result<String, FormError> {
        let Node::Leaf(text) = self.0 else {
            return Err(FormError::new(Problem::Text));
        };
        if text.contains('\0') {
            return Err(FormError::new(Problem::Control));
        }
        if text.chars().count() > STRING_LIMIT {
            return Err(FormError::new(Problem::TooLong));
        }
        Ok(text)
    }

    fn text(self) -> Result<String, FormError> {
        let text = self.loose()?;
        if text.is_empty() {
            return Err(FormError::new(Problem::Empty));
        }
        Ok(text)
    }

    fn integer<T: std::str::FromStr>(self) -> Result<T, FormError> {
        self.text()?
            .parse()
            .map_err(|_| FormError::new(Problem::Integer))
    }
}

macro_rules! integers {
    ($($method:ident => $visit:ident),+) => {$(
        fn $method<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FormError> {
            visitor.$visit(self.integer()?)
        }
    )+};
}

impl<'de> Deserializer<'de> for NodeDeserializer {
    type Error = FormError;

    fn deserialize_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FormError> {
        match self.0 {
            Node::Leaf(_) => visitor.visit_string(self.text()?),
            Node::Branch(_) => self.deserialize_map(visitor),
        }
    }

    fn deserialize_bool<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FormError> {
        match self.text()?.as_str() {
            "true" => visitor.visit_bool(true),
            "false" => visitor.visit_bool(false),
            _ => Err(FormError::new(Problem::Boolean)),
        }
    }

    integers! {
        deserialize_i8 => visit_i8,
        deserialize_i16 => visit_i16,
        deserialize_i32 => visit_i32,
        deserialize_i64 => visit_i64,
        deserialize_u8 => visit_u8,
        deserialize_u16 => visit_u16,
        deserialize_u32 => visit_u32,
        deserialize_u64 => visit_u64
    }

    fn deserialize_f32<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FormError> {
        self.deserialize_f64(visitor)
    }

    fn deserialize_f64<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FormError> {
        match self.text()?.parse::<f64>() {
            Ok(number) if number.is_finite() => visitor.visit_f64(number),
            _ => Err(FormError::new(Problem::Number)),
        }
    }

    fn deserialize_str<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FormError> {
        self.deserialize_string(visitor)
    }

    fn deserialize_string<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FormError> {
        visitor.visit_string(self.text()?)
    }

    fn deserialize_option<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FormError> {
        visitor.visit_some(self)
    }

    fn deserialize_newtype_struct<V: Visitor<'de>>(
        self,
        name: &'static str,
        visitor: V,
    ) -> Result<V::Value, FormError> {
        match (name, &self.0) {
            (UNSET, Node::Leaf(text)) if text.is_empty() => visitor.visit_unit(),
            (LOOSE, _) => visitor.visit_string(self.loose()?),
            _ => visitor.visit_newtype_struct(self),
        }
    }

    fn deserialize_seq<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FormError> {
        let children = match self.0 {
            Node::Branch(children) => children,
            Node::Leaf(text) if text.is_empty() => return Err(FormError::new(Problem::Empty)),
            Node::Leaf(_) => return Err(FormError::new(Problem::Array)),
        };
        let mut items = Vec::with_capacity(children.len());
        for (name, node) in children {
            let index: u64 = name.parse().map_err(|_| FormError::new(Problem::Array))?;
            items.push((index, name, node));
        }
        items.sort_by_key(|(index, ..)| *index);
        visitor.visit_seq(Items(items.into_iter()))
    }

    fn deserialize_map<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FormError> {
        match self.0 {
            Node::Branch(children) => visitor.visit_map(Members {
                rest: children.into_iter(),
                current: None,
            }),
            Node::Leaf(text) if text.is_empty() => Err(FormError::new(Problem::Empty)),
            Node::Leaf(_) => Err(FormError::new(Problem::Object)),
        }
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, FormError> {
        self.deserialize_map(visitor)
    }

    fn deserialize_enum<V: Visitor<'de>>(
        self,
        _name: &'static str,
        _variants: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, FormError> {
        visitor.visit_enum(Name(self.text()?))
    }

    fn deserialize_ignored_any<V: Visitor<'de>>(self, visitor: V) -> Result<V::Value, FormError> {
        visitor.visit_unit()
    }

    serde::forward_to_deserialize_any! {
        i128 u128 char bytes byte_buf unit unit_struct tuple tuple_struct identifier
    }
}

struct Items(std::vec::IntoIter<(u64, String, Node)>);

impl<'de> SeqAccess<'de> for Items {
    type Error = FormError;

    fn next_element_seed<T: DeserializeSeed<'de>>(
        &mut self,
        seed: T,
    ) -> Result<Option<T::Value>, FormError> {
        let Some((_, name, node)) = self.0.next() else {
            return Ok(None);
        };
        seed.deserialize(NodeDeserializer(node))
            .map(Some)
            .map_err(|error| error.below(&name))
    }
}

struct Members {
    rest: btree_map::IntoIter<String, Node>,
    current: Option<(String, Node)>,
}

impl<'de> MapAccess<'de> for Members {
    type Error = FormError;

    fn next_key_seed<K: DeserializeSeed<'de>>(
        &mut self,
        seed: K,
    ) -> Result<Option<K::Value>, FormError> {
        let Some((name, node)) = self.rest.next() else {
            return Ok(None);
        };
        if name.contains('\0') {
            return Err(FormError::new(Problem::Control));
        }
        let key: StringDeserializer<FormError> = name.clone().into_deserializer();
        self.current = Some((name, node));
        seed.deserialize(key).map(Some)
    }

    fn next_value_seed<T: DeserializeSeed<'de>>(&mut self, seed: T) -> Result<T::Value, FormError> {
        let (name, node) = self
            .current
            .take()
            .ok_or_else(|| FormError::new(Problem::Other))?;
        seed.deserialize(NodeDeserializer(node))
            .map_err(|error| error.below(&name))
    }
}

/// The name of a variant without data.
struct Name(String);

impl<'de> EnumAccess<'de> for Name {
    type Error = FormError;
    type Variant = Nothing;

    fn variant_seed<T: DeserializeSeed<'de>>(
        self,
        seed: T,
    ) -> Result<(T::Value, Nothing), FormError> {
        let name: StringDeserializer<FormError> = self.0.into_deserializer();
        Ok((seed.deserialize(name)?, Nothing))
    }
}

struct Nothing;

impl<'de> VariantAccess<'de> for Nothing {
    type Error = FormError;

    fn unit_variant(self) -> Result<(), FormError> {
        Ok(())
    }

    fn newtype_variant_seed<T: DeserializeSeed<'de>>(
        self,
        _seed: T,
    ) -> Result<T::Value, FormError> {
        Err(FormError::new(Problem::Other))
    }

    fn tuple_variant<V: Visitor<'de>>(
        self,
        _length: usize,
        _visitor: V,
    ) -> Result<V::Value, FormError> {
        Err(FormError::new(Problem::Other))
    }

    fn struct_variant<V: Visitor<'de>>(
        self,
        _fields: &'static [&'static str],
        _visitor: V,
    ) -> Result<V::Value, FormError> {
        Err(FormError::new(Problem::Other))
    }
}
