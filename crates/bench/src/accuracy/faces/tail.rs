//! The upper tail of a distribution, as a generalised Pareto distribution (Pickands, Annals of
//! Statistics 3, 1975), by maximum likelihood as Grimshaw has it (Technometrics 35, 1993).

/// The share of values that is taken for the tail (DuMouchel, Annals of Statistics 11, 1983).
const SHARE: f64 = 0.1;
/// Fewer values in the tail say nothing about it.
const FEWEST: usize = 20;
/// Steps of the search for the most likely shape.
const STEPS: u32 = 2000;

/// What lies above `from`, a share of all values.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Tail {
    pub(super) from: f64,
    pub(super) share: f64,
    /// Above 0 the tail has no end, below it ends.
    pub(super) shape: f64,
    pub(super) scale: f64,
}

impl Tail {
    pub(super) fn of(values: &[f64]) -> Option<Self> {
        let mut sorted = values.to_vec();
        sorted.sort_by(|a, b| b.total_cmp(a));
        let count = (SHARE * sorted.len() as f64) as usize;
        if count < FEWEST {
            return None;
        }
        let from = *sorted.get(count)?;
        let above: Vec<f64> = sorted[..count].iter().map(|value| value - from).collect();
        let (shape, scale) = fit(&above)?;
        Some(Self {
            from,
            share: count as f64 / sorted.len() as f64,
            shape,
            scale,
        })
    }

    /// The value that a share of all exceed, at most [`Tail::share`].
    pub(super) fn exceeded_by(&self, share: f64) -> f64 {
        let share = share / self.share;
        let reach = if self.shape.abs() < 1e-9 {
            -share.ln()
        } else {
            (share.powf(-self.shape) - 1.0) / self.shape
        };
        self.from + self.scale * reach
    }
}

/// Shape and scale. For a given ratio of them the likeliest shape has a closed form, so that one
/// parameter is left to search.
fn fit(above: &[f64]) -> Option<(f64, f64)> {
    let greatest = above.first().copied().filter(|greatest| *greatest > 0.0)?;
    let count = above.len() as f64;
    let mean = above.iter().sum::<f64>() / count;
    let candidate = |ratio: f64| {
        let shape = above
            .iter()
            .map(|value| (ratio * value).ln_1p())
            .sum::<f64>()
            / count;
        let scale = shape / ratio;
        // At shapes below -1 the likelihood has no maximum.
        let usable = scale > 0.0 && shape > -1.0;
        usable.then(|| (-scale.ln() - shape, shape, scale))
    };
    // From the end of the tail at its greatest value to a tail twice as heavy as its mean.
    let (low, high) = (-0.999 / greatest, 2.0 / mean);
    (0..=STEPS)
        .map(|step| low + (high - low) * f64::from(step) / f64::from(STEPS))
        .filter(|ratio| ratio.abs() > 1e-6 / mean)
        .filter_map(candidate)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, shape, scale)| (shape, scale))
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Values at even steps of a generalised Pareto distribution above 1, a tenth of all.
    fn values(shape: f64) -> Vec<f64> {
        let tail = Tail {
            from: 1.0,
            share: 0.1,
            shape,
            scale: 0.2,
        };
        let count = 5000;
        (0..count)
            .map(|at| (f64::from(at) + 0.5) / f64::from(count))
            .map(|share| {
                if share < 0.1 {
                    tail.exceeded_by(share)
                } else {
                    1.1 - share
                }
            })
            .collect()
    }

    #[test]
    fn the_tail_is_found_again() {
        for shape in [-0.3, 0.2] {
            let tail = Tail::of(&values(shape)).unwrap();
            assert!((tail.shape - shape).abs() < 0.03, "{tail:?}");
            assert!((tail.scale - 0.2).abs() < 0.01, "{tail:?}");
            let exceeded = tail.exceeded_by(0.01);
            let share = values(shape)
                .iter()
                .filter(|value| **value > exceeded)
                .count();
            assert!(share.abs_diff(50) <= 3, "{share}");
        }
    }

    #[test]
    fn too_few_values_have_no_tail() {
        assert_eq!(Tail::of(&[0.5; 100]), None);
        assert_eq!(Tail::of(&[0.5; 1000]), None);
    }
}
