use std::time::Instant;

/// How long each stage took, in the order they ran.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Timings(pub Vec<(&'static str, f64)>);

impl Timings {
    /// Milliseconds of all stages together.
    pub fn total(&self) -> f64 {
        self.0.iter().map(|(_, milliseconds)| milliseconds).sum()
    }

    pub(crate) fn measure<T>(&mut self, stage: &'static str, work: impl FnOnce() -> T) -> T {
        let start = Instant::now();
        let result = work();
        let milliseconds = start.elapsed().as_secs_f64() * 1000.0;
        match self.0.iter_mut().find(|(name, _)| *name == stage) {
            Some((_, sum)) => *sum += milliseconds,
            None => self.0.push((stage, milliseconds)),
        }
        result
    }
}
