//! Field 8 of a card: an address of up to four lines.

use super::{Entry, Layout};
use crate::template::{Form, Label};
use crate::viz::dates::between;
use crate::viz::opening::By;
use crate::viz::{Line, Value};

/// Lines below the first.
const MOST: usize = 3;
/// Lines of one address follow each other within this share of their height.
const LEADING: f32 = 0.9;
/// What is printed before the address.
const NUMBER: char = '8';

impl<'a> Layout<'a> {
    /// The address, line by line.
    pub(crate) fn address(&self) -> Vec<Value<'a>> {
        let Some(first) = self.first() else {
            return Vec::new();
        };
        let mut block = vec![first.value()];
        let mut last = first;
        while block.len() <= MOST
            && let Some(next) = self.below(&last, &block)
        {
            block.push(next.value());
            last = next.clone();
        }
        // Houses, boxes and towns have numbers.
        let numbered = block
            .iter()
            .any(|line| line.text.contains(|c: char| c.is_ascii_digit()));
        if numbered { block } else { Vec::new() }
    }

    /// The first line, by its opening; else the one whose number was run into that of the house.
    fn first(&self) -> Option<Line<'a>> {
        let mut entries = self
            .entries
            .iter()
            .filter(|entry| entry.label == Label::Address);
        let first = entries.next();
        match (first, entries.next()) {
            (Some(first), None) => (!self.lacks_line(first)).then(|| first.value.clone()),
            (Some(_), Some(_)) => None,
            (None, _) => self.run_in(),
        }
    }

    /// Whether there is room for a line between the opening and its value, which was not read.
    fn lacks_line(&self, entry: &Entry<'a>) -> bool {
        let opening = &self.segments[entry.at].whole;
        let drop = entry.value.quad.0[0].y - opening.quad.0[3].y;
        !entry.own && drop > entry.value.height
    }

    /// `877 ORCHARD LANE` below `1 SAMPLE` and `2 JANE` is 77 Orchard Lane: where names have their numbers the
    /// address has its own, and it begins where theirs do.
    fn run_in(&self) -> Option<Line<'a>> {
        let numbered: Vec<&Line> = self
            .entries
            .iter()
            .filter(|entry| entry.form == Form::Name && entry.by == By::Number && entry.own)
            .map(|entry| &self.segments[entry.at].whole)
            .collect();
        let [one, other] = numbered.as_slice() else {
            return None;
        };
        let begins_level = |line: &Line| {
            let apart = |name: &Line| (name.quad.0[0].x - line.quad.0[0].x).abs();
            [one, other]
                .iter()
                .all(|name| apart(name) < 0.5 * line.height && name.side == line.side)
        };
        let free = self
            .segments
            .iter()
            .filter(|segment| segment.opening.is_none());
        let mut lines = free
            .filter_map(|segment| segment.value.as_ref())
            .filter(|line| begins_level(line))
            .filter(|line| line.quad.0[0].y > one.quad.0[0].y.max(other.quad.0[0].y));
        let line = lines.find(|line| {
            let behind = line.text.strip_prefix(NUMBER).unwrap_or_default();
            behind.starts_with(|c: char| c.is_ascii_digit()) && Form::Address.fits(behind)
        })?;
        Some(between(line, NUMBER.len_utf8(), line.text.len()))
    }

    /// The line of no field right below, level with any line of the block.
    fn below(&self, last: &Line<'a>, block: &[Value<'a>]) -> Option<&Line<'a>> {
        let free = self
            .segments
            .iter()
            .filter(|segment| segment.opening.is_none());
        let lines = free.filter_map(|segment| segment.value.as_ref());
        let below = lines.filter(|line| {
            let taller = last.height.max(line.height);
            let drop = line.quad.0[0].y - last.quad.0[3].y;
            let is_level = (line.quad.0[0].x - last.quad.0[0].x).abs() < 1.5 * taller;
            last.side == line.side
                && is_level
                && last.height.min(line.height) > 0.6 * taller
                && line.quad.0[0].y > last.quad.0[0].y + 0.4 * last.height
                && drop < LEADING * taller
                && !block.iter().any(|value| line.is_at(value))
                && !self
                    .entries
                    .iter()
                    .any(|entry| entry.value.bounds == line.bounds)
        });
        below.min_by(|a, b| a.quad.0[0].y.total_cmp(&b.quad.0[0].y))
    }
}
