//! Picking the reading that the places allow, the names' grammar wants and the check digits prove.

use std::ops::Range;

use mrz::Format;

use super::cells::{Cell, FILLER_FLOOR};
use super::classes::{Class, twin};
use super::names::{self, Grammar};
use crate::line::{ALPHABET, FILLER};

/// Alternatives less likely than this are never considered.
const LEAST_ALTERNATIVE: f32 = 0.004;
/// Most a change may cost in log-likelihood, all changed characters together: beyond it the zone
/// is taken as printed, wrong check digits and all.
const DEAREST: f32 = 4.5;
/// Two readings that check digits prove at costs closer than this, in log-likelihood, are both
/// worthless.
const AMBIGUOUS: f32 = 0.7;
/// What a twin of the chosen symbol (`0` and `O`, …) is granted, however sure the recogniser was,
/// where more than one check digit asks for a change.
const TWIN: f32 = 0.015;
/// Most alternatives that are combined.
const ALTERNATIVES: usize = 24;

/// One reading of a zone.
#[derive(Clone)]
pub(super) struct Choice {
    pub(super) lines: Vec<String>,
    /// Every check digit the format defines holds.
    pub(super) valid: bool,
    /// How many characters were changed to make them hold.
    pub(super) changes: usize,
    /// Mean probability of the characters chosen.
    pub(super) confidence: f32,
    /// Probability of the least likely character that no check digit covers: names and issuer. Of
    /// the fillers after the names only the first counts: in a long run each is faint.
    pub(super) weakest_name: f32,
}

struct Alternative {
    line: usize,
    column: usize,
    symbol: usize,
    cost: f32,
}

pub(super) fn choose(format: Format, cells: &[Vec<Cell>]) -> Choice {
    let mut symbols: Vec<Vec<usize>> = cells
        .iter()
        .map(|line| line.iter().map(best).collect())
        .collect();
    for field in name_fields(format) {
        field.decode(&cells[field.line], &mut symbols[field.line]);
    }

    let mut changes = 0;
    let mut valid = holds(&symbols);
    if !valid && let Some(changed) = proven(format, cells, &symbols) {
        changes = changed
            .iter()
            .flatten()
            .zip(symbols.iter().flatten())
            .filter(|(after, before)| after != before)
            .count();
        symbols = changed;
        valid = true;
    }
    let probability = |(line, column): (usize, usize)| cells[line][column][symbols[line][column]];
    let places =
        || (0..cells.len()).flat_map(|line| (0..cells[line].len()).map(move |c| (line, c)));
    let count = places().count().max(1);
    let named: Vec<(usize, Range<usize>)> = name_fields(format)
        .iter()
        .map(|field| (field.line, field.named(&symbols[field.line])))
        .collect();
    let is_name = |(line, column): (usize, usize)| {
        let mut named = named.iter();
        named.any(|(of, columns)| *of == line && columns.contains(&column))
            || (line == 0 && (1..5).contains(&column))
    };
    Choice {
        lines: symbols.iter().map(|line| text(line)).collect(),
        valid,
        changes,
        confidence: places().map(probability).sum::<f32>() / count as f32,
        weakest_name: places()
            .filter(|&place| is_name(place))
            .map(probability)
            .fold(1.0, f32::min),
    }
}

/// Where a format has names.
pub(super) struct NameField {
    pub(super) line: usize,
    start: usize,
    end: usize,
    grammar: Grammar,
}

impl NameField {
    const fn new(line: usize, start: usize, end: usize) -> Self {
        Self {
            line,
            start,
            end,
            grammar: Grammar::Identifiers,
        }
    }

    /// Puts the likeliest names in their place; a line that was cut off may end before they do.
    pub(super) fn decode(&self, cells: &[Cell], symbols: &mut Vec<usize>) {
        let end = self.end.min(cells.len());
        if self.start < end {
            let names = names::decode(&cells[self.start..end], self.grammar);
            symbols.splice(self.start..end, names);
        }
    }

    fn has(&self, line: usize, column: usize) -> bool {
        self.line == line && (self.start..self.end).contains(&column)
    }

    /// The columns of the names and of the filler that ends them.
    fn named(&self, symbols: &[usize]) -> Range<usize> {
        let last = symbols[self.start..self.end]
            .iter()
            .rposition(|&symbol| symbol != FILLER);
        let end = last.map_or(self.start, |last| self.start + last + 1);
        self.start..(end + 1).min(self.end)
    }
}

/// The names of each format.
pub(super) fn name_fields(format: Format) -> &'static [NameField] {
    const CARD: [NameField; 1] = [NameField::new(2, 0, 30)];
    const SHORT: [NameField; 1] = [NameField::new(0, 5, 36)];
    const LONG: [NameField; 1] = [NameField::new(0, 5, 44)];
    const FRENCH: [NameField; 2] = [
        NameField::new(0, 5, 30),
        NameField {
            grammar: Grammar::List,
            ..NameField::new(1, 13, 27)
        },
    ];
    match format {
        Format::Td1 => &CARD,
        Format::Td2 | Format::MrvB => &SHORT,
        Format::Td3 | Format::MrvA => &LONG,
        Format::FrenchCard => &FRENCH,
    }
}

fn best(cell: &Cell) -> usize {
    (0..cell.len())
        .max_by(|&a, &b| cell[a].total_cmp(&cell[b]))
        .unwrap_or(0)
}

fn text(symbols: &[usize]) -> String {
    symbols
        .iter()
        .map(|&symbol| char::from(ALPHABET[symbol]))
        .collect()
}

fn parsed(symbols: &[Vec<usize>]) -> Option<mrz::Mrz> {
    let lines: Vec<String> = symbols.iter().map(|line| text(line)).collect();
    mrz::parse(&lines).ok()
}

fn holds(symbols: &[Vec<usize>]) -> bool {
    parsed(symbols).is_some_and(|mrz| mrz.valid())
}

/// How many check digits don't hold.
fn failing(symbols: &[Vec<usize>]) -> usize {
    parsed(symbols).map_or(0, |mrz| {
        let checks = mrz.checks;
        [
            checks.document_number,
            checks.birth_date,
            checks.expiry_date.unwrap_or(true),
            checks.composite.unwrap_or(true),
        ]
        .into_iter()
        .filter(|holds| !holds)
        .count()
    })
}

/// The cheapest change of up to three characters after which every check digit holds.
fn proven(format: Format, cells: &[Vec<Cell>], symbols: &[Vec<usize>]) -> Option<Vec<Vec<usize>>> {
    let alternatives = alternatives(format, cells, symbols);
    let mut best: Option<(f32, Vec<Vec<usize>>)> = None;
    let mut runner_up = f32::INFINITY;
    let mut consider = |chosen: &[&Alternative]| {
        let cost: f32 = chosen.iter().map(|alternative| alternative.cost).sum();
        if cost > DEAREST
            || best
                .as_ref()
                .is_some_and(|(least, _)| cost > least + AMBIGUOUS)
        {
            return;
        }
        if proves_nothing(format, chosen) {
            return;
        }
        let mut changed = symbols.to_vec();
        for alternative in chosen {
            changed[alternative.line][alternative.column] = alternative.symbol;
        }
        if !holds(&changed) {
            return;
        }
        match &mut best {
            Some((least, reading)) if cost < *least => {
                runner_up = *least;
                (*least, *reading) = (cost, changed);
            }
            Some(_) => runner_up = runner_up.min(cost),
            None => best = Some((cost, changed)),
        }
    };
    for (at, first) in alternatives.iter().enumerate() {
        consider(&[first]);
        for (then, second) in alternatives.iter().enumerate().skip(at + 1) {
            if (first.line, first.column) == (second.line, second.column) {
                continue;
            }
            consider(&[first, second]);
            for third in alternatives.iter().skip(then + 1).take(10) {
                let place = (third.line, third.column);
                if place != (first.line, first.column) && place != (second.line, second.column) {
                    consider(&[first, second, third]);
                }
            }
        }
    }
    let (cost, reading) = best?;
    (runner_up > cost + AMBIGUOUS).then_some(reading)
}

/// Fields that have a check digit of their own: line, columns, and where it stands.
fn checked_fields(format: Format) -> &'static [(usize, Range<usize>, usize)] {
    const CARD: [(usize, Range<usize>, usize); 3] = [(0, 5..14, 14), (1, 0..6, 6), (1, 8..14, 14)];
    const TWO_LINES: [(usize, Range<usize>, usize); 4] = [
        (1, 0..9, 9),
        (1, 13..19, 19),
        (1, 21..27, 27),
        (1, 28..42, 42),
    ];
    const FRENCH: [(usize, Range<usize>, usize); 2] = [(1, 0..12, 12), (1, 27..33, 33)];
    match format {
        Format::Td1 => &CARD,
        Format::Td3 => &TWO_LINES,
        Format::Td2 | Format::MrvA | Format::MrvB => &TWO_LINES[..3],
        Format::FrenchCard => &FRENCH,
    }
}

/// Whether a field is changed together with its own check digit: one in ten of such pairs holds, whatever
/// they say.
fn proves_nothing(format: Format, chosen: &[&Alternative]) -> bool {
    checked_fields(format).iter().any(|(line, columns, check)| {
        let on_line = || chosen.iter().filter(|change| change.line == *line);
        on_line().any(|change| change.column == *check)
            && on_line().any(|change| columns.contains(&change.column))
    })
}

/// The likeliest other symbols outside the names, cheapest first.
fn alternatives(format: Format, cells: &[Vec<Cell>], symbols: &[Vec<usize>]) -> Vec<Alternative> {
    let twins = failing(symbols) > 1;
    let mut found = Vec::new();
    for (line, row) in cells.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            let mut names = name_fields(format).iter();
            if names.any(|names| names.has(line, column)) || (line == 0 && column < 5) {
                continue;
            }
            let chosen = symbols[line][column];
            let class = Class::of(format, line, column);
            let likelihood = |symbol: usize| {
                let granted = twins && twin(chosen) == Some(symbol) && class.allows(symbol);
                cell[symbol].max(if granted { TWIN * cell[chosen] } else { 0.0 })
            };
            found.extend(
                (0..cell.len())
                    .filter(|&symbol| symbol != chosen)
                    .filter(|&symbol| likelihood(symbol) >= LEAST_ALTERNATIVE)
                    // Every place grants the filler something; only more than that is evidence.
                    .filter(|&symbol| symbol != FILLER || cell[symbol] > 2.0 * FILLER_FLOOR)
                    .map(|symbol| Alternative {
                        line,
                        column,
                        symbol,
                        cost: (cell[chosen] / likelihood(symbol)).ln(),
                    }),
            );
        }
    }
    found.sort_by(|a, b| a.cost.total_cmp(&b.cost));
    found.truncate(ALTERNATIVES);
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of Doc 9303-4, appendix B.
    const PASSPORT: [&str; 2] = [
        "P<UTOERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<",
        "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
    ];

    fn index(byte: u8) -> usize {
        ALPHABET.iter().position(|&symbol| symbol == byte).unwrap()
    }

    fn cells(lines: [&str; 2]) -> Vec<Vec<Cell>> {
        let cell = |byte| {
            let mut cell = [0.0001; ALPHABET.len()];
            cell[index(byte)] = 0.99;
            cell
        };
        lines
            .iter()
            .map(|line| line.bytes().map(cell).collect())
            .collect()
    }

    #[test]
    fn a_clear_zone_is_taken_as_it_is() {
        let choice = choose(Format::Td3, &cells(PASSPORT));
        assert_eq!(choice.lines, PASSPORT);
        assert!(choice.valid);
        assert_eq!(choice.changes, 0);
    }

    #[test]
    fn a_doubtful_character_is_settled_by_the_check_digits() {
        let mut cells = cells(PASSPORT);
        cells[1][3][index(b'8')] = 0.3;
        cells[1][3][index(b'B')] = 0.6;
        let choice = choose(Format::Td3, &cells);
        assert_eq!(choice.lines, PASSPORT);
        assert_eq!((choice.valid, choice.changes), (true, 1));
    }

    #[test]
    fn a_number_is_never_changed_together_with_its_check_digit() {
        let change = |column, symbol| Alternative {
            line: 1,
            column,
            symbol,
            cost: 0.1,
        };
        assert!(proves_nothing(
            Format::Td3,
            &[&change(1, index(b'8')), &change(9, index(b'3'))]
        ));
        assert!(!proves_nothing(
            Format::Td3,
            &[&change(1, index(b'8')), &change(43, index(b'3'))]
        ));
    }

    #[test]
    fn a_wrongly_printed_check_digit_stays() {
        let mut printed = PASSPORT.map(str::to_owned);
        printed[1].replace_range(9..10, "7");
        let choice = choose(Format::Td3, &cells([&printed[0], &printed[1]]));
        assert_eq!(choice.lines, printed);
        assert!(!choice.valid);
    }
}
