//! Picking the reading that the places allow, the names' grammar wants and the check digits prove.

use mrz::Format;

use super::cells::{Cell, FILLER_FLOOR};
use super::classes::{Class, twin};
use super::names;
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
    let (name_line, name_start) = name_field(format);
    symbols[name_line].splice(name_start.., names::decode(&cells[name_line][name_start..]));

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
    let name_end = symbols[name_line]
        .iter()
        .rposition(|&symbol| symbol != FILLER)
        .map_or(name_start, |last| last + 1);
    let is_name = |(line, column): (usize, usize)| {
        (line == name_line && (name_start..=name_end).contains(&column))
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

/// Line and first column of the names.
pub(super) fn name_field(format: Format) -> (usize, usize) {
    if format == Format::Td1 {
        (2, 0)
    } else {
        (0, 5)
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
            checks.expiry_date,
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

/// The likeliest other symbols outside the names, cheapest first.
fn alternatives(format: Format, cells: &[Vec<Cell>], symbols: &[Vec<usize>]) -> Vec<Alternative> {
    let (name_line, name_start) = name_field(format);
    let twins = failing(symbols) > 1;
    let mut found = Vec::new();
    for (line, row) in cells.iter().enumerate() {
        for (column, cell) in row.iter().enumerate() {
            if (line == name_line && column >= name_start) || (line == 0 && column < 5) {
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
    fn a_wrongly_printed_check_digit_stays() {
        let mut printed = PASSPORT.map(str::to_owned);
        printed[1].replace_range(9..10, "7");
        let choice = choose(Format::Td3, &cells([&printed[0], &printed[1]]));
        assert_eq!(choice.lines, printed);
        assert!(!choice.valid);
    }
}
