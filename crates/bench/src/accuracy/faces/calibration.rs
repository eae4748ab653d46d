//! Which cosine stands for which false match rate.
//!
//! Counting supports rates down to a few in as many pairs as there are. Below, the tail of the impostors'
//! cosines is extrapolated. Pairs of the same two people are no independent evidence, so the interval
//! comes from leaving out one person at a time (the delete-one jackknife; Efron and Stein, Annals of
//! Statistics 9, 1981).

use std::fmt::Write as _;

use serde_json::{Value, json};

use super::tail::Tail;

/// The rates of the table.
const RATES: [f64; 4] = [1e-2, 1e-3, 1e-4, 1e-5];
/// Standard errors to either side that an interval of 95 % has.
const NORMAL_95: f64 = 1.96;
/// So many false matches are expected where a rate is read off by counting.
const COUNTED: f64 = 3.0;

/// Two pictures of different people.
#[derive(Clone, Copy, Debug)]
pub(super) struct Impostors {
    pub(super) cosine: f64,
    pub(super) people: [usize; 2],
}

#[derive(Clone, Debug, PartialEq)]
pub(super) struct Calibration {
    corpus: String,
    comparisons: usize,
    people: usize,
    tail: Tail,
    rows: Vec<Row>,
}

/// The cosine for a rate.
#[derive(Clone, Copy, Debug, PartialEq)]
struct Row {
    rate: f64,
    cosine: f64,
    low: f64,
    high: f64,
    /// Whether enough pairs were compared to see it.
    counted: bool,
}

impl Calibration {
    /// `None` where there are too few pairs to tell.
    pub(super) fn of(corpus: &str, impostors: &[Impostors]) -> Option<Self> {
        let mut people: Vec<usize> = impostors.iter().flat_map(|pair| pair.people).collect();
        people.sort_unstable();
        people.dedup();
        let tail = Tail::of(&cosines(impostors, None))?;
        let without = people
            .iter()
            .map(|person| Tail::of(&cosines(impostors, Some(*person))))
            .collect::<Option<Vec<Tail>>>()?;
        let rows = RATES.map(|rate| {
            let cosine = tail.exceeded_by(rate);
            let error = jackknife(without.iter().map(|tail| tail.exceeded_by(rate)));
            Row {
                rate,
                cosine,
                low: (cosine - NORMAL_95 * error).max(-1.0),
                high: (cosine + NORMAL_95 * error).min(1.0),
                counted: rate * impostors.len() as f64 >= COUNTED,
            }
        });
        Some(Self {
            corpus: corpus.to_owned(),
            comparisons: impostors.len(),
            people: people.len(),
            tail,
            rows: rows.to_vec(),
        })
    }

    /// The file that `checks` has beside its policy.
    pub(super) fn toml(&self) -> String {
        let mut text = format!(
            "# From which cosine on faces of different people match how often. Written by\n\
             # `bonafide-bench accuracy --specimens 0 --folder DIR --calibration FILE`: the {comparisons} pairs \
             of pictures of\n\
             # different people in a folder of {people} people. The upper tenth of their cosines is taken for \
             a generalised\n\
             # Pareto distribution of shape {shape:.3} and scale {scale:.4} above {from:.3}. Rates marked \
             as not counted are below\n\
             # what so many pairs can show, and are extrapolated. Intervals are of 95 %, from leaving out one \
             person at a\n\
             # time. Relatives, and faces of a few pixels, match more often than people picked at random.\n\
             corpus = {corpus:?}\n\
             comparisons = {comparisons}\n\
             people = {people}\n",
            comparisons = self.comparisons,
            people = self.people,
            shape = self.tail.shape,
            scale = self.tail.scale,
            from = self.tail.from,
            corpus = self.corpus,
        );
        for row in &self.rows {
            let _infallible = write!(
                text,
                "\n[[rates]]\nrate = {:e}\ncosine = {:.3}\ninterval = [{:.3}, {:.3}]\ncounted = {}\n",
                row.rate, row.cosine, row.low, row.high, row.counted
            );
        }
        text
    }

    pub(super) fn json(&self) -> Value {
        let rounded = |value: f64| (value * 1e3).round() / 1e3;
        let rows = self.rows.iter().map(|row| {
            json!({
                "rate": row.rate,
                "cosine": rounded(row.cosine),
                "interval": [rounded(row.low), rounded(row.high)],
                "counted": row.counted,
            })
        });
        json!({
            "comparisons": self.comparisons,
            "people": self.people,
            "rates": rows.collect::<Vec<_>>(),
        })
    }

    /// `| 0.0001 | 0.403 (0.300 to 0.500) | by the tail |`
    pub(super) fn cells(&self) -> Vec<[String; 3]> {
        let rows = self.rows.iter().map(|row| {
            let by = if row.counted { "seen" } else { "extrapolated" };
            [
                row.rate.to_string(),
                format!("{:.3} ({:.3} to {:.3})", row.cosine, row.low, row.high),
                by.to_owned(),
            ]
        });
        rows.collect()
    }
}

fn cosines(impostors: &[Impostors], without: Option<usize>) -> Vec<f64> {
    impostors
        .iter()
        .filter(|pair| without.is_none_or(|person| !pair.people.contains(&person)))
        .map(|pair| pair.cosine)
        .collect()
}

/// The standard error of what has these values with one left out at a time.
fn jackknife(values: impl Iterator<Item = f64> + Clone) -> f64 {
    let count = values.clone().count() as f64;
    let mean = values.clone().sum::<f64>() / count;
    let squares: f64 = values.map(|value| (value - mean).powi(2)).sum();
    (squares * (count - 1.0) / count).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Pairs of pictures of forty people, each with a place of its own on a wave.
    fn impostors() -> Vec<Impostors> {
        let pairs = (0..40usize).flat_map(|a| (0..a).map(move |b| [a, b]));
        pairs
            .map(|people| {
                let [a, b] = people.map(|person| person as f64);
                let cosine = 0.1 + 0.2 * (a * 1.7 + b * 2.3).sin() * (a * b).cos();
                Impostors { cosine, people }
            })
            .collect()
    }

    #[test]
    fn rarer_matches_take_higher_cosines() {
        let calibration = Calibration::of("waves", &impostors()).unwrap();
        assert_eq!((calibration.comparisons, calibration.people), (780, 40));
        assert!(calibration.rows.is_sorted_by(|a, b| a.cosine <= b.cosine));
        let inside = |row: &Row| row.low < row.cosine && row.cosine < row.high;
        assert!(calibration.rows.iter().all(inside));
        let counted: Vec<bool> = calibration.rows.iter().map(|row| row.counted).collect();
        assert_eq!(counted, [true, false, false, false]);
        assert!(
            calibration
                .toml()
                .contains("[[rates]]\nrate = 1e-4\ncosine = 0.")
        );
        assert_eq!(Calibration::of("few", &impostors()[..100]), None);
    }

    #[test]
    fn the_jackknife_of_a_mean_is_its_standard_error() {
        let values = [1.0, 2.0, 4.0, 7.0];
        let left_out = values.map(|value| (14.0 - value) / 3.0);
        let error = jackknife(left_out.into_iter());
        // The standard deviation 2.6458 over the root of four.
        assert!((error - 1.3229).abs() < 1e-4, "{error}");
    }
}
