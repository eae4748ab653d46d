use crate::measure::{Counter, started};

/// What a unit of work does, counted only once it is committed; dropped, it never happened.
#[derive(Debug, Default)]
pub struct Tally(Vec<(&'static Counter, [&'static str; 2])>);

impl Tally {
    /// One more, if the unit is committed.
    pub fn note(&mut self, counter: &'static Counter, labels: [&'static str; 2]) {
        if started() {
            self.0.push((counter, labels));
        }
    }

    /// Another unit is committed together with this one.
    pub fn join(&mut self, other: Self) {
        self.0.extend(other.0);
    }

    /// The unit is on disk.
    pub fn committed(self) {
        for (counter, labels) in self.0 {
            counter.count(&labels);
        }
    }
}
