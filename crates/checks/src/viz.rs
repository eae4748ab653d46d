//! The printed zone: lines of text, which of them are labels, and what stands beside a label.

mod column;
mod dates;
mod layout;
mod numbered;
mod opening;
mod piece;
mod segment;
mod titles;

use std::borrow::Cow;

use observation::{DocumentObservation, Point, Quad, Rect, TextLine};

use crate::Side;
use crate::card::card_of;
use crate::template::{Form, Label, Template, label_of};
pub(crate) use column::{Column, Entry};
pub(crate) use layout::Layout;
use numbered::{Numbered, numbered};
use piece::Piece;

/// Everything printed on the sides that were seen.
pub(crate) struct Viz<'a> {
    pub(crate) lines: Vec<Line<'a>>,
    /// The layout that the document's title names.
    pub(crate) template: Option<&'static Template>,
    /// The column of fields that have a number and no words, as European driving licences print them.
    pub(crate) column: Option<Column<'a>>,
    /// The fields of a card that have a number, a word or both, as American cards print them.
    pub(crate) layout: Option<Layout<'a>>,
}

#[derive(Clone)]
pub(crate) struct Line<'a> {
    pub(crate) side: Side,
    pub(crate) text: &'a str,
    pub(crate) confidence: f32,
    pub(crate) label: Option<Label>,
    /// Whether it is a numbered field, and what that says in its own line.
    is_numbered: bool,
    own: Option<&'a str>,
    pub(crate) bounds: Rect,
    /// Its corners, which say how a line that is askew lies: the bounds of such a line reach into the
    /// lines around it.
    quad: Quad,
    height: f32,
}

/// A text that stands where a label says its field is.
#[derive(Clone)]
pub(crate) struct Value<'a> {
    /// Borrowed where it is one line.
    pub(crate) text: Cow<'a, str>,
    pub(crate) confidence: f32,
    pub(crate) side: Side,
    pub(crate) bounds: Rect,
    quad: Quad,
}

/// How lines of text lie to each other, in heights of a line or shares of it.
mod spacing {
    /// Values are printed at least this high beside their like; labels are smaller.
    pub(super) const VALUE_HEIGHT: f32 = 0.75;
    /// Two lines that belong together differ in height no more than this.
    pub(super) const LIKE_HEIGHT: f32 = 0.6;
    /// A value stands at most this far below its label, between the lower and the upper edge.
    pub(super) const BELOW: f32 = 3.0;
    /// A line that begins this much lower is another row.
    pub(super) const NEXT_ROW: f32 = 0.4;
    /// Share of the narrower line's width that is below the other in one column.
    pub(super) const COLUMN_OVERLAP: f32 = 0.5;
    /// Lines of one column begin this far apart at most.
    pub(super) const COLUMN_INDENT: f32 = 1.5;
    /// Middles of lines in one row are this far apart at most.
    pub(super) const ROW: f32 = 0.6;
    /// A value stands at most this far right of its label.
    pub(super) const RIGHT: f32 = 12.0;
    /// Boxes of neighbours in one row overlap no more than this.
    pub(super) const ROW_OVERLAP: f32 = 0.5;
}

/// Two lines of one name follow each other within this share of their height; another field's value is
/// further away, for its label is between.
const LEADING: f32 = 0.7;

/// Widest space in a date whose parts were read as two lines, in heights.
const SPACE: f32 = 3.0;

impl<'a> Viz<'a> {
    /// What is printed in the layout that the document's title tells.
    pub(crate) fn of(sides: &[(Side, &'a DocumentObservation)]) -> Self {
        let printed = || sides.iter().flat_map(|(_, seen)| &seen.lines);
        // A barcode of a licence says whose numbers stand before the fields, whatever the title is read as.
        let template = if has_card_barcode(sides) {
            Template::of_barcodes()
        } else {
            let texts = || printed().map(|line| line.text.as_str());
            Template::printed(texts()).or_else(|| {
                let stacked = titles::stacked(sides);
                let told = Template::titled_by(&stacked)?;
                Some(told.told(texts()))
            })
        };
        Self::in_layout(sides, template)
    }

    pub(crate) fn in_layout(
        sides: &[(Side, &'a DocumentObservation)],
        template: Option<&'static Template>,
    ) -> Self {
        let mut lines: Vec<Line> = sides
            .iter()
            .flat_map(|&(side, seen)| {
                let printed = seen.lines.iter().filter(|line| !is_of_mrz(seen, line));
                printed.map(move |line| Line::of(side, line))
            })
            .collect();
        let column = template.and_then(|template| number(&mut lines, template));
        let lines: Vec<Line> = lines.into_iter().flat_map(dates::apart).collect();
        let layout = template.and_then(|template| Layout::of(&lines, template));
        Self {
            lines,
            template,
            column,
            layout,
        }
    }

    /// Lines that are more than a label.
    pub(crate) fn values(&self) -> impl Iterator<Item = &Line<'a>> {
        self.lines.iter().filter(|line| line.label.is_none())
    }

    /// Every text without the number of its field: `3. 12.08.1974` is no third of December.
    pub(crate) fn texts(&self) -> impl Iterator<Item = &str> {
        let column = self.column.iter().flat_map(Column::values);
        let lines = self
            .lines
            .iter()
            .filter(|line| self.column.is_none() || !line.is_numbered);
        lines.map(|line| line.text).chain(column)
    }

    /// For every label of this kind the text nearest to it that `fits`: in its own line, else
    /// below it, else to its right.
    pub(crate) fn labelled(&self, label: Label, fits: impl Fn(&str) -> bool) -> Vec<Value<'a>> {
        if let Some(column) = &self.column
            && (column.numbers(label) || label == Label::BirthPlace)
        {
            let value = match label {
                Label::BirthPlace => column.entry(Label::BirthDate).and_then(Entry::place),
                _ => column.entry(label).map(|entry| entry.value.clone()),
            };
            return value
                .filter(|value| fits(&value.text))
                .into_iter()
                .collect();
        }
        let lines = self.lines.iter();
        let labels: Vec<&Line> = lines.filter(|line| line.label == Some(label)).collect();
        // Where a number has its value beside it, another number by itself is something else.
        let is_whole = |line: &&&Line| line.is_numbered && line.own.is_some_and(&fits);
        let whole = labels.iter().any(|line| is_whole(&line));
        let labels = labels
            .iter()
            .filter(|line| !whole || !line.is_numbered || is_whole(line));
        labels.filter_map(|line| self.beside(line, &fits)).collect()
    }

    /// [`Self::labelled`], of labels that are words and no numbers of fields.
    pub(crate) fn labelled_in_words(
        &self,
        label: Label,
        fits: impl Fn(&str) -> bool,
    ) -> Vec<Value<'a>> {
        let lines = self.lines.iter();
        let labels = lines.filter(|line| line.label == Some(label) && !line.is_numbered);
        labels.filter_map(|line| self.beside(line, &fits)).collect()
    }

    fn beside(&self, line: &Line<'a>, fits: &impl Fn(&str) -> bool) -> Option<Value<'a>> {
        let own = if line.is_numbered {
            line.own.filter(|own| label_of(own).is_none())
        } else {
            line.after_label()
        };
        if let Some(text) = own.filter(|text| fits(text)) {
            return Some(Value {
                text: Cow::Borrowed(text),
                ..line.value()
            });
        }
        let near = |distance: &dyn Fn(&Line) -> Option<f32>| {
            self.values()
                .filter(|other| other.side == line.side && fits(other.text))
                .filter_map(|other| Some((distance(other)?, other)))
                .min_by(|a, b| a.0.total_cmp(&b.0))
                .map(|(_, other)| other.value())
        };
        let below = |other: &Line| {
            line.gap_below(other)
                .filter(|gap| !self.is_another_ones(line, other, *gap))
        };
        near(&below).or_else(|| near(&|other| line.gap_right(other)))
    }

    /// Whether another label stands right above `value`, and below `label`: then the value belongs to
    /// that other label.
    fn is_another_ones(&self, label: &Line, value: &Line, gap: f32) -> bool {
        let others = self.lines.iter().filter(|other| {
            other.side == label.side && other.label.is_some() && other.label != label.label
        });
        others.into_iter().any(|other| {
            let is_below = label.gap_below(other).is_some_and(|above| above < gap);
            is_below && other.gap_below(value).is_some_and(|near| near < gap)
        })
    }

    /// [`Self::labelled`], for names: with the line that goes on with it.
    pub(crate) fn labelled_names(&self, label: Label) -> Vec<Value<'a>> {
        let fits = |text: &str| Form::Name.fits(text);
        let values = self.labelled(label, fits);
        if let Some(column) = &self.column
            && column.numbers(label)
        {
            let whole = column.entry(label).map(Entry::whole);
            return whole
                .filter(|value| fits(&value.text))
                .into_iter()
                .collect();
        }
        let whole = values.into_iter().map(|value| {
            let line = self.lines.iter().find(|line| line.is(&value));
            let next = line.and_then(|line| {
                let below = self.values().filter(|other| {
                    line.is_followed_by(other, LEADING) && Form::Name.fits(other.text)
                });
                let gap = |other: &Line| line.gap_below(other).unwrap_or(f32::INFINITY);
                let next = below.min_by(|a, b| gap(a).total_cmp(&gap(b)))?;
                // Behind a label something else begins.
                let labels = self.lines.iter().filter(|other| other.label.is_some());
                let is_between = |label: &Line| label.side == line.side && gap(label) < gap(next);
                (!labels.into_iter().any(is_between)).then_some(next)
            });
            next.map_or(value.clone(), |next| Value {
                text: Cow::Owned(format!("{} {}", value.text.trim(), next.text.trim())),
                confidence: value.confidence.min(next.confidence),
                ..value
            })
        });
        whole.collect()
    }

    /// Lines that are `parts` of something, each with the next one in its row.
    pub(crate) fn rows(&self, parts: impl Fn(&str) -> bool) -> impl Iterator<Item = Value<'a>> {
        let lines: Vec<&Line> = self.values().filter(|line| parts(line.text)).collect();
        let joined = lines.iter().filter_map(|line| {
            let right = lines.iter().filter_map(|other| {
                let gap = line.gap_right(other)?;
                (gap < SPACE * line.height && line.bounds != other.bounds).then_some((gap, other))
            });
            let (_, next) = right.min_by(|a, b| a.0.total_cmp(&b.0))?;
            Some(Value {
                text: Cow::Owned(format!("{} {}", line.text, next.text)),
                confidence: line.confidence.min(next.confidence),
                ..line.value()
            })
        });
        joined.collect::<Vec<_>>().into_iter()
    }

    /// Lines that may be names, and such lines with the one that goes on with them. What stands behind a
    /// field's number is meant where there is one.
    pub(crate) fn name_lines(&self) -> Vec<(Line<'a>, Value<'a>)> {
        let named = |line: &&Line| match line.label {
            None => true,
            Some(Label::Surname | Label::GivenNames) => line.is_numbered && line.own.is_some(),
            Some(_) => false,
        };
        let text = |line: &Line<'a>| Value {
            text: Cow::Borrowed(line.own.unwrap_or(line.text)),
            ..line.value()
        };
        let lines: Vec<&Line> = self.lines.iter().filter(named).collect();
        let alone = lines.iter().map(|line| ((*line).clone(), text(line)));
        let joined = lines.iter().flat_map(|line| {
            let next = lines
                .iter()
                .filter(|other| line.is_followed_by(other, LEADING));
            next.map(|next| {
                let (first, second) = (text(line), text(next));
                let whole = Value {
                    text: Cow::Owned(format!("{} {}", first.text.trim(), second.text.trim())),
                    confidence: first.confidence.min(second.confidence),
                    ..first
                };
                ((*line).clone(), whole)
            })
        });
        alone.chain(joined).collect()
    }

    /// What stands below `value` in the same block of text, line by line.
    pub(crate) fn continued(&self, value: &Value<'a>) -> Vec<Value<'a>> {
        let column = self.column.as_ref();
        if let Some(entry) = column.and_then(|column| column.entry(Label::Address)) {
            return entry.more.clone();
        }
        let mut block: Vec<Value> = Vec::new();
        let mut last = self.lines.iter().find(|line| line.is(value));
        while let Some(line) = last {
            if block.len() > 3 {
                break;
            }
            let below = self
                .lines
                .iter()
                .filter(|other| other.side == line.side && line.starts_level_with(other))
                .filter_map(|other| Some((line.gap_below(other)?, other)))
                .min_by(|a, b| a.0.total_cmp(&b.0))
                .map(|(_, other)| other)
                .filter(|other| other.label.is_none());
            block.extend(below.map(Line::value));
            last = below;
        }
        block
    }
}

/// Labels the numbered fields of a driving licence. Where numbers are all they have, the side that
/// shows more of them has the fields; the other explains them.
fn number<'a>(lines: &mut [Line<'a>], template: &'static Template) -> Option<Column<'a>> {
    let mut fields = template.fields.iter();
    let numbers_alone = fields.any(|field| field.number.is_some())
        && template.fields.iter().all(|field| field.words.is_empty());
    if numbers_alone {
        let sides = [Side::Front, Side::Back];
        let columns = sides.map(|side| Column::of(lines, side, template));
        // Of sides with as many critical fields `max_by_key` takes the last one, which after `rev` is
        // the front.
        let column = columns
            .into_iter()
            .rev()
            .flatten()
            .max_by_key(Column::critical)?;
        for (at, label) in column.lines().collect::<Vec<_>>() {
            (lines[at].label, lines[at].is_numbered) = (Some(label), true);
        }
        return Some(column);
    }
    for line in lines {
        if let Some(Numbered { label, value }) = numbered(line.text, template) {
            line.label = Some(label);
            line.is_numbered = true;
            line.own = value;
        }
    }
    None
}

fn has_card_barcode(sides: &[(Side, &DocumentObservation)]) -> bool {
    let mut barcodes = sides.iter().flat_map(|(_, seen)| &seen.barcodes);
    barcodes.any(|barcode| card_of(barcode).is_some())
}

/// Whether the line is a piece of a machine readable zone: that must never confirm itself.
fn is_of_mrz(seen: &DocumentObservation, line: &TextLine) -> bool {
    let centre = line.quad.centre();
    let within = |mrz: Rect| {
        (mrz.x..=mrz.x + mrz.width).contains(&centre.x)
            && (mrz.y..=mrz.y + mrz.height).contains(&centre.y)
    };
    line.text.contains("<<")
        || seen
            .mrz
            .iter()
            .flat_map(|mrz| &mrz.quads)
            .any(|quad| within(quad.bounds()))
}

impl<'a> Line<'a> {
    fn of(side: Side, line: &'a TextLine) -> Self {
        Self {
            side,
            text: &line.text,
            confidence: line.confidence,
            label: label_of(&line.text),
            is_numbered: false,
            own: None,
            bounds: line.quad.bounds(),
            quad: line.quad,
            height: line.quad.height(),
        }
    }

    pub(crate) fn value(&self) -> Value<'a> {
        Value {
            text: Cow::Borrowed(self.text),
            confidence: self.confidence,
            side: self.side,
            bounds: self.bounds,
            quad: self.quad,
        }
    }

    /// The text of one of its pieces, from where that begins.
    fn part(&self, piece: &Piece<'a>) -> Value<'a> {
        let mut quad = self.quad;
        quad.0[0] = self.top_at(piece.text_start);
        Value {
            text: Cow::Borrowed(piece.text),
            quad,
            ..self.value()
        }
    }

    /// The point of its upper edge that lies at a share of its length.
    fn top_at(&self, share: f32) -> Point {
        let [left, right, ..] = self.quad.0;
        Point {
            x: left.x + share * (right.x - left.x),
            y: left.y + share * (right.y - left.y),
        }
    }

    /// The point of the lower edge that lies at a share of its length.
    fn foot_at(&self, share: f32) -> Point {
        let [.., right, left] = self.quad.0;
        Point {
            x: left.x + share * (right.x - left.x),
            y: left.y + share * (right.y - left.y),
        }
    }

    /// As [`Self::top_at`], between upper and lower edge: small numbers and large values of one row
    /// have that in common.
    fn middle_at(&self, share: f32) -> Point {
        let (top, foot) = (self.top_at(share), self.foot_at(share));
        Point {
            x: top.x,
            y: f32::midpoint(top.y, foot.y),
        }
    }

    /// The line without what stands left of `start` on its upper edge.
    fn beginning_at(&self, start: Point) -> Self {
        let mut line = self.clone();
        let shift = (start.x - line.quad.0[0].x, start.y - line.quad.0[0].y);
        line.quad.0[0] = start;
        line.quad.0[3].x += shift.0;
        line.quad.0[3].y += shift.1;
        line.bounds = line.quad.bounds();
        line
    }

    /// Whether `other` is the next line of the same text: right below, level and as high.
    fn is_followed_by(&self, other: &Self, leading: f32) -> bool {
        let taller = self.height.max(other.height);
        self.side == other.side
            && self.height.min(other.height) > 0.7 * taller
            && self.starts_level_with(other)
            && self
                .gap_below(other)
                .is_some_and(|gap| gap < leading * taller)
    }

    fn is(&self, value: &Value) -> bool {
        self.is_at(value) && self.text == value.text
    }

    /// Whether both are values: labels are smaller.
    pub(crate) fn is_as_high_as(&self, other: &Self) -> bool {
        self.height > spacing::VALUE_HEIGHT * other.height
    }

    pub(crate) fn is_at(&self, value: &Value) -> bool {
        self.side == value.side && self.bounds == value.bounds
    }

    /// Whether nothing stands between the two: one below the other in one column, or side by side.
    pub(crate) fn is_beside(&self, other: &Self) -> bool {
        let (lower, higher) = (self.height.min(other.height), self.height.max(other.height));
        self.side == other.side
            && lower > spacing::LIKE_HEIGHT * higher
            && (self.bounds == other.bounds
                || self.gap_below(other).is_some()
                || other.gap_below(self).is_some()
                || self.gap_right(other).is_some()
                || other.gap_right(self).is_some())
    }

    /// What follows a label in its own line: after a colon, else all of it, for dates and numbers
    /// that can't be taken for a label.
    fn after_label(&self) -> Option<&'a str> {
        match self.text.rsplit_once(':') {
            Some((_, value)) if !value.trim().is_empty() => Some(value.trim()),
            Some(_) => None,
            None => self
                .text
                .contains(|c: char| c.is_ascii_digit())
                .then_some(self.text),
        }
    }

    /// How far `other` lies below in the same column, within three lines' height.
    fn gap_below(&self, other: &Line) -> Option<f32> {
        let (above, below) = (&self.bounds, &other.bounds);
        let [top, _, _, bottom] = self.quad.0;
        let other_top = other.quad.0[0];
        let reach = spacing::BELOW * self.height.max(other.height);
        let drop = other_top.y - top.y;
        let gap = other_top.y - bottom.y;
        let overlap = (above.x + above.width).min(below.x + below.width) - above.x.max(below.x);
        let same_column = overlap > spacing::COLUMN_OVERLAP * above.width.min(below.width)
            || (above.x - below.x).abs() < spacing::COLUMN_INDENT * other.height;
        (same_column && drop > spacing::NEXT_ROW * self.height && gap < reach)
            .then_some(gap.max(0.0))
    }

    /// How far `other` lies to the right in the same row.
    fn gap_right(&self, other: &Line) -> Option<f32> {
        self.gap_right_within(other, spacing::ROW_OVERLAP * self.height)
    }

    /// [`Self::gap_right`], where the two may overlap by so much.
    fn gap_right_within(&self, other: &Line, overlap: f32) -> Option<f32> {
        let [_, top, bottom, _] = self.quad.0;
        let [other_top, _, _, other_bottom] = other.quad.0;
        let (end, start) = (
            f32::midpoint(top.y, bottom.y),
            f32::midpoint(other_top.y, other_bottom.y),
        );
        let gap = other_top.x - top.x;
        let same_row = (end - start).abs() < spacing::ROW * self.height.max(other.height);
        (same_row && gap > -overlap && gap < spacing::RIGHT * self.height).then_some(gap.max(0.0))
    }

    /// Whether both begin at the same distance from the left.
    fn starts_level_with(&self, other: &Line) -> bool {
        (self.bounds.x - other.bounds.x).abs()
            < spacing::COLUMN_INDENT * self.height.max(other.height)
    }
}
