//! What the printed zone says on its own.

use identity::{Date, Sex};

use super::date_order::Dates;
use crate::Day;
use crate::agreement::{means, numbers};
use crate::template::{Label, Order};
use crate::text::date::dates_in;
use crate::text::fold::condense;
use crate::text::name::{is_name, without_noise};
use crate::text::sexes;
use crate::viz::{Value, Viz};

/// The name without the marks that readers see around it, in one case: in capitals where all but a letter or
/// two of it are, for readers mix up the cases of letters like ş.
pub(super) fn as_written(name: &str) -> String {
    let name = without_noise(name);
    let capitals = name.chars().filter(|letter| letter.is_uppercase()).count();
    let small = name
        .chars()
        .filter(|letter| letter.is_lowercase() && *letter != 'ß')
        .count();
    if small == 0 || capitals < 2 * small {
        return name;
    }
    name.chars()
        .flat_map(|letter| {
            let kept = (letter == 'ß').then_some(letter);
            let upper = letter.to_uppercase().filter(move |_| kept.is_none());
            kept.into_iter().chain(upper)
        })
        .collect()
}

/// Whether this document prints days before months: its dates with a day after the 12th tell, and
/// so do those that are known from elsewhere.
pub(super) fn day_first(viz: &Viz, known: &[Date]) -> Option<bool> {
    let printed = viz.texts().flat_map(dates_in);
    let orders = printed.filter_map(|date| match date.as_slice() {
        [only] if only.day != only.month => only.day_first,
        readings => {
            let mut right = readings
                .iter()
                .filter(|reading| known.iter().any(|date| means(&vec![**reading], *date)));
            let first = right.next()?;
            right.next().is_none().then_some(first.day_first)?
        }
    });
    let orders: Vec<bool> = orders.collect();
    let Some(&first) = orders.first() else {
        let order = viz.template.and_then(|template| template.date_order);
        return order.map(|order| order == Order::DayFirst);
    };
    orders.iter().all(|order| *order == first).then_some(first)
}

/// The sex that a text states by one letter or one word, perhaps in several languages; `None` where the
/// words leave more than one.
pub(super) fn sex(text: &str) -> Option<Sex> {
    let mut words = text.split('/').map(sexes);
    let first = words.next()?;
    let common = words.fold(first, |common, other| {
        common
            .into_iter()
            .filter(|sex| other.contains(sex))
            .collect()
    });
    match common.as_slice() {
        [sex] => Some(*sex),
        _ => None,
    }
}

/// Whether a word begins with a small letter that is no part of it, as `aPaula` does into which a piece of the
/// card's pattern was read. `d'Arc` and `deWitt` do not.
fn begins_with_scrap(word: &str) -> bool {
    let mut letters = word.chars();
    let [first, second, third] = [letters.next(), letters.next(), letters.next()];
    let is = |letter: Option<char>, test: fn(char) -> bool| letter.is_some_and(test);
    is(first, char::is_lowercase) && is(second, char::is_uppercase) && is(third, char::is_lowercase)
}

/// A number into which the end of the word across a specimen was read.
fn without_mark(number: &str) -> &str {
    let ends = ["SPECIMEN", "PECIMEN", "ECIMEN", "CIMEN", "IMEN"];
    let rest = ends.iter().find_map(|end| number.strip_suffix(end));
    rest.filter(|rest| rest.len() >= 5).unwrap_or(number)
}

/// What labels say where there is no machine readable zone.
pub(super) struct VizFields<'a, 'b> {
    pub(super) viz: &'b Viz<'a>,
    pub(super) today: Day,
    pub(super) readable: f32,
    pub(super) day_first: Option<bool>,
}

impl<'a> VizFields<'a, '_> {
    /// A numbered field is the number as it is printed; anything else has to look like one.
    pub(super) fn number(&self) -> Option<String> {
        let column = self.viz.column.as_ref();
        if column.is_some_and(|column| column.entry(Label::Number).is_some()) {
            let value = self.single(Label::Number, |_| true)?;
            let text: String = value.text.split_whitespace().collect();
            return Some(without_mark(&text).to_owned());
        }
        if let Some(layout) = &self.viz.layout {
            let opened = layout.values(Label::Number);
            let value = if opened.is_empty() {
                layout.number_below_title()
            } else {
                self.one_of(opened)
            };
            let value = value.filter(|value| value.confidence >= self.readable)?;
            return Some(without_mark(&condense(&value.text)).to_owned());
        }
        let value = self.single(Label::Number, |text| numbers(text).len() == 1)?;
        numbers(&value.text).pop()
    }

    /// Where it is written as ICAO's code of three letters.
    pub(super) fn nationality(&self) -> Option<String> {
        let code = |text: &str| mrz::country::alpha2(text.trim()).map(str::to_owned);
        let value = self.single(Label::Nationality, |text| code(text).is_some())?;
        code(&value.text)
    }

    pub(super) fn name(&self, label: Label) -> Option<String> {
        let values = match &self.viz.layout {
            Some(layout) => layout.names(label),
            None => self.viz.labelled_names(label),
        };
        let value = self.one_of(values)?;
        (!value.text.split_whitespace().any(begins_with_scrap)).then(|| as_written(&value.text))
    }

    pub(super) fn sex(&self) -> Option<Sex> {
        let value = match &self.viz.layout {
            Some(layout) => self.one_of(layout.values(Label::Sex)),
            None => self.single(Label::Sex, |text| sex(text).is_some()),
        };
        sex(&value?.text)
    }

    /// The dates of birth, issue and expiry, in an order in which they can be. Of a card that opens its fields,
    /// also the one that was read without what opens it.
    pub(super) fn dates(&self) -> Dates {
        let dates = self.labelled_dates();
        let Some(layout) = &self.viz.layout else {
            return dates;
        };
        let free = layout.dates_of_no_field();
        let free = free
            .iter()
            .filter(|value| value.confidence >= self.readable);
        // One that is printed with two digits of its year says again what another says in full.
        let whole: Vec<Date> = free
            .filter_map(|value| self.dated(value, Label::Other))
            .collect();
        let youngest = self.youngest();
        dates.in_order(youngest).completed(&whole, youngest)
    }

    /// Whether the dates of a card that opens its fields can be true together as they are printed.
    pub(super) fn dates_in_order(&self) -> Option<bool> {
        self.viz.layout.as_ref()?;
        let dates = self.labelled_dates();
        Some(dates.in_order(self.youngest()) == dates)
    }

    fn labelled_dates(&self) -> Dates {
        Dates {
            birth: self.date(Label::BirthDate),
            issue: self.date(Label::IssueDate),
            expiry: self.date(Label::ExpiryDate),
        }
    }

    fn youngest(&self) -> i16 {
        self.viz.template.map_or(0, |template| template.youngest)
    }

    /// The one value that a label of this kind has; several that differ are none.
    pub(super) fn single(&self, label: Label, fits: impl Fn(&str) -> bool) -> Option<Value<'a>> {
        self.one_of(self.viz.labelled(label, fits))
    }

    fn one_of(&self, mut values: Vec<Value<'a>>) -> Option<Value<'a>> {
        values.retain(|value| value.confidence >= self.readable);
        let first = values.first()?.clone();
        values
            .iter()
            .all(|value| value.text == first.text)
            .then_some(first)
    }

    pub(super) fn text(&self, label: Label) -> Option<Value<'a>> {
        self.single(label, is_name)
    }

    /// `None` also where day and month could be swapped and nothing tells which is which.
    pub(super) fn date(&self, label: Label) -> Option<Date> {
        let value = match &self.viz.layout {
            Some(layout) => self.one_of(layout.values(label)),
            None => self.single(label, |text| dates_in(text).len() == 1),
        };
        self.dated(&value?, label)
    }

    /// The day that a text says.
    fn dated(&self, value: &Value<'a>, label: Label) -> Option<Date> {
        let readings = dates_in(&value.text).pop()?;
        let reading = match readings.as_slice() {
            [reading] => reading,
            readings => {
                let order = Some(self.day_first?);
                readings.iter().find(|reading| reading.day_first == order)?
            }
        };
        let date = |year| Date {
            day: Some(reading.day),
            month: Some(reading.month),
            year: Some(year),
        };
        if !reading.short {
            return Some(date(reading.year));
        }
        if label == Label::Other {
            return None;
        }
        let (this_year, _, _) = self.today.parts();
        if label == Label::ExpiryDate {
            return Some(date(2000 + reading.year));
        }
        let years = [2000, 1900].map(|century| century + reading.year);
        years.into_iter().find(|year| *year <= this_year).map(date)
    }

    pub(super) fn address(&self) -> Vec<String> {
        if let Some(layout) = &self.viz.layout {
            return self.readable_lines(&layout.address());
        }
        let Some(first) = self.single(Label::Address, |text| text.chars().any(char::is_alphabetic))
        else {
            return Vec::new();
        };
        let mut lines = vec![first.clone()];
        lines.extend(self.viz.continued(&first));
        self.readable_lines(&lines)
    }

    /// The lines as printed; none where one of them is not to be read.
    fn readable_lines(&self, lines: &[Value<'a>]) -> Vec<String> {
        if lines.iter().any(|line| line.confidence < self.readable) {
            return Vec::new();
        }
        lines
            .iter()
            .map(|line| line.text.trim().to_owned())
            .collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_small_letter_before_a_name_is_no_part_of_it() {
        assert!(begins_with_scrap("aPaula"));
        for name in ["Paula", "PAULA", "d'Arc", "deWitt", "McKay", "aP", ""] {
            assert!(!begins_with_scrap(name), "{name}");
        }
    }
}
