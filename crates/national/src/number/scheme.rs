//! What a scheme of numbers is, and what one number says.

use super::birth::{Birth, Date};

/// A scheme of national identification numbers.
pub struct Scheme {
    /// What the number is called where it is issued.
    pub name: &'static str,
    /// Codes of the countries that issue it (ISO 3166-1, three letters).
    pub countries: &'static [&'static str],
    /// The law or the authority's publication that says what it is made of.
    pub source: &'static str,
    /// Whether all that were issued have check digits that hold.
    pub check_digits: CheckDigits,
    /// Whether the day of the month in the number may be a neighbour of the day of birth: where a day's
    /// numbers are used up.
    pub day_may_differ: bool,
    /// How its letters are made of names; `None` where it has none.
    pub names: Option<Names>,
    /// The number in a text that has nothing else; `None` where the text has another form.
    pub(super) read: fn(&str) -> Option<Number>,
    /// See [`Scheme::make`].
    pub(super) make: fn(&Holder, u32) -> Option<String>,
}

/// What check digits prove.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum CheckDigits {
    /// None are published.
    None,
    /// Some numbers that were issued fail.
    Usually,
    /// A number that fails was misread, or never issued.
    Always,
}

/// How the letters of a number are made of names.
#[derive(Clone, Copy)]
pub struct Names {
    /// Every code that stands for a surname.
    pub surname: fn(&str) -> Vec<String>,
    /// Every code that stands for given names.
    pub given_names: fn(&str) -> Vec<String>,
    /// Whether one that differs alone speaks against the document: a foreigner's code may be made of
    /// another spelling.
    pub each_counts: bool,
}

/// The sex in a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Sex {
    /// As the scheme has men.
    Male,
    /// As the scheme has women.
    Female,
}

impl Sex {
    /// Most schemes give men odd digits.
    pub(super) fn odd_is_male(digit: u8) -> Self {
        if digit % 2 == 1 {
            Self::Male
        } else {
            Self::Female
        }
    }
}

/// A number that has the form of its scheme.
#[derive(Clone, PartialEq, Eq, Default)]
pub struct Number {
    /// Whether the check digits hold; `None` where it has none.
    pub holds: Option<bool>,
    /// `None` where the number says nothing of it, or leaves it open.
    pub birth: Option<Birth>,
    /// `None` where the number says nothing of it.
    pub sex: Option<Sex>,
    /// Letters made of the surname.
    pub surname: Option<String>,
    /// Letters made of the given names.
    pub given_names: Option<String>,
}

impl std::fmt::Debug for Number {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let mut shown = formatter.debug_struct("Number");
        shown.field("holds", &self.holds).finish_non_exhaustive()
    }
}

/// Whom a document says that it is of. What is not known is left out.
#[derive(Clone, Default)]
pub struct Holder {
    /// Year, month and day of birth.
    pub birth: Option<Date>,
    /// `None` also where the document leaves it open.
    pub sex: Option<Sex>,
    /// Every spelling of the surname in the letters A to Z and spaces.
    pub surname: Vec<String>,
    /// The same of all given names.
    pub given_names: Vec<String>,
}

/// What a number says of its holder.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// The date of birth.
    BirthDate,
    /// The sex.
    Sex,
    /// The surname, given names, or both.
    Names,
}

impl Scheme {
    /// The number that a text is; `None` where it has another form. Spaces and the marks that the
    /// scheme prints between digits make no difference.
    pub fn read(&self, text: &str) -> Option<Number> {
        (text.len() <= 40).then(|| (self.read)(text)).flatten()
    }

    /// A number for a holder, whose check digits hold; `serial` tells one from others of the same day.
    /// `None` where the scheme can't number this holder, or gives this serial to nobody.
    pub fn make(&self, holder: &Holder, serial: u32) -> Option<String> {
        (self.make)(holder, serial)
    }

    /// What the number says otherwise than the document. What either leaves open differs from nothing.
    pub fn differing(&self, number: &Number, holder: &Holder) -> Vec<Part> {
        let birth = number.birth.zip(holder.birth);
        let born_otherwise = birth.is_some_and(|(inside, date)| {
            !(inside.is(date) || self.day_may_differ && inside.is_month_of(date))
        });
        let sex = number.sex.zip(holder.sex);
        let mut parts = Vec::new();
        if born_otherwise {
            parts.push(Part::BirthDate);
        }
        if sex.is_some_and(|(inside, sex)| inside != sex) {
            parts.push(Part::Sex);
        }
        if self.is_named_otherwise(number, holder) {
            parts.push(Part::Names);
        }
        parts
    }

    fn is_named_otherwise(&self, number: &Number, holder: &Holder) -> bool {
        let Some(names) = self.names else {
            return false;
        };
        let other = |code: &Option<String>, spellings: &[String], made: fn(&str) -> Vec<String>| {
            let code = code.as_ref()?;
            let mut codes = spellings.iter().flat_map(|name| made(name)).peekable();
            codes.peek()?;
            Some(!codes.any(|made| made == *code))
        };
        let other = [
            other(&number.surname, &holder.surname, names.surname),
            other(&number.given_names, &holder.given_names, names.given_names),
        ];
        if names.each_counts {
            other.contains(&Some(true))
        } else {
            other == [Some(true), Some(true)]
        }
    }
}

impl std::fmt::Debug for Scheme {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.write_str(self.name)
    }
}

impl std::fmt::Debug for Holder {
    fn fmt(&self, formatter: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        formatter.debug_struct("Holder").finish_non_exhaustive()
    }
}
