//! Messages that several symbols share.

use observation::{Barcode, Rect};

use super::attempt::{Found, Part};

/// One barcode a message: the parts of one that are in the picture, in their order, each once.
pub(super) fn joined(mut found: Vec<Found>) -> Vec<Barcode> {
    found.sort_by_key(|found| found.part.as_ref().map(|part| part.index));
    let mut barcodes: Vec<(Vec<Part>, Barcode)> = Vec::new();
    for found in found {
        let begun = barcodes.iter_mut().find(|(parts, barcode)| {
            let message = parts.first().map(|part| &part.message);
            message.is_some()
                && message == found.part.as_ref().map(|part| &part.message)
                && barcode.symbology == found.symbology
        });
        if let Some((parts, barcode)) = begun {
            if found.part.as_ref().is_some_and(|part| parts.contains(part)) {
                continue;
            }
            parts.extend(found.part);
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
                incomplete: false,
            };
            barcodes.push((found.part.into_iter().collect(), barcode));
        }
    }
    let told = |(parts, barcode): (Vec<Part>, Barcode)| Barcode {
        incomplete: !parts.is_empty() && !are_all(&parts),
        ..barcode
    };
    barcodes.into_iter().map(told).collect()
}

/// Whether parts in their order are a whole message.
fn are_all(parts: &[Part]) -> bool {
    let count = parts.iter().find_map(|part| part.count);
    let in_order = (0..).zip(parts).all(|(at, part)| part.index == at);
    in_order && count.is_some_and(|count| usize::try_from(count) == Ok(parts.len()))
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
                count: Some(2),
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
        let incomplete: Vec<bool> = joined.iter().map(|barcode| barcode.incomplete).collect();
        assert_eq!(incomplete, [false, true, false]);
    }

    #[test]
    fn a_part_that_is_seen_twice_counts_once() {
        let joined = joined(vec![
            found("first ", Some(("a", 0)), 50.0),
            found("first ", Some(("a", 0)), 80.0),
        ]);
        assert_eq!(joined.len(), 1);
        assert_eq!(joined[0].text.as_deref(), Some("first "));
        assert!(joined[0].incomplete);
    }

    #[test]
    fn a_message_whose_last_part_is_unknown_is_incomplete() {
        let mut first = found("first ", Some(("a", 0)), 50.0);
        if let Some(part) = &mut first.part {
            part.count = None;
        }
        assert!(joined(vec![first])[0].incomplete);
    }
}
