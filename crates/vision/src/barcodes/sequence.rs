//! Messages that several symbols share.

use observation::{Barcode, Rect};

use super::attempt::Found;

/// One barcode a message: the parts of one that are in the picture, in their order.
pub(super) fn joined(mut found: Vec<Found>) -> Vec<Barcode> {
    found.sort_by_key(|found| found.part.as_ref().map(|part| part.index));
    let mut barcodes: Vec<(Option<String>, Barcode)> = Vec::new();
    for found in found {
        let message = found.part.map(|part| part.message);
        let begun = barcodes.iter_mut().find(|(known, barcode)| {
            message.is_some() && *known == message && barcode.symbology == found.symbology
        });
        if let Some((_, barcode)) = begun {
            barcode.bytes.extend(found.bytes);
            barcode.text = barcode
                .text
                .take()
                .zip(found.text)
                .map(|(text, more)| text + &more);
            barcode.bounds = union(barcode.bounds, found.bounds);
        } else {
            let barcode = Barcode {
                symbology: found.symbology,
                bytes: found.bytes,
                text: found.text,
                bounds: found.bounds,
            };
            barcodes.push((message, barcode));
        }
    }
    barcodes.into_iter().map(|(_, barcode)| barcode).collect()
}

fn union(a: Rect, b: Rect) -> Rect {
    let (x, y) = (a.x.min(b.x), a.y.min(b.y));
    Rect {
        x,
        y,
        width: (a.x + a.width).max(b.x + b.width) - x,
        height: (a.y + a.height).max(b.y + b.height) - y,
    }
}

#[cfg(test)]
mod tests {
    use observation::Symbology;

    use super::*;
    use crate::barcodes::attempt::Part;

    fn found(bytes: &str, part: Option<(&str, i32)>, x: f32) -> Found {
        Found {
            symbology: Symbology::Pdf417,
            bytes: bytes.into(),
            text: Some(bytes.to_owned()),
            bounds: Rect {
                x,
                y: 0.0,
                width: 10.0,
                height: 10.0,
            },
            part: part.map(|(message, index)| Part {
                message: message.to_owned(),
                index,
            }),
        }
    }

    #[test]
    fn parts_are_put_in_order_and_others_left_alone() {
        let joined = joined(vec![
            found("alone", None, 0.0),
            found("second", Some(("a", 1)), 20.0),
            found("other", Some(("b", 0)), 0.0),
            found("first ", Some(("a", 0)), 50.0),
        ]);
        let texts: Vec<_> = joined
            .iter()
            .filter_map(|barcode| barcode.text.as_deref())
            .collect();
        assert_eq!(texts, ["alone", "other", "first second"]);
        assert_eq!((joined[2].bounds.x, joined[2].bounds.width), (20.0, 40.0));
    }
}
