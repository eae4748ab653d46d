//! Connectionist temporal classification: from probabilities per step to characters.

/// One character and where it was seen.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Emission {
    /// Class number; 0, the blank, never appears.
    pub(crate) class: usize,
    /// Highest probability along the run of steps.
    pub(crate) probability: f32,
    /// First and last step of the run.
    pub(crate) first: usize,
    pub(crate) last: usize,
}

impl Emission {
    /// Middle of the run, in steps from the beginning of the line.
    pub(crate) fn middle(&self) -> f32 {
        f32::midpoint(self.first as f32, self.last as f32) + 0.5
    }
}

/// Greedy decoding: the best class of each step, runs merged, blanks (class 0) dropped.
pub(crate) fn greedy(probabilities: &[f32], classes: usize) -> Vec<Emission> {
    let mut emissions: Vec<Emission> = Vec::new();
    let mut previous = 0;
    for (step, row) in probabilities.chunks_exact(classes).enumerate() {
        let (class, probability) = best(row);
        if class != 0 {
            match emissions.last_mut() {
                Some(run) if class == previous => {
                    run.last = step;
                    run.probability = run.probability.max(probability);
                }
                _ => emissions.push(Emission {
                    class,
                    probability,
                    first: step,
                    last: step,
                }),
            }
        }
        previous = class;
    }
    emissions
}

fn best(row: &[f32]) -> (usize, f32) {
    row.iter()
        .copied()
        .enumerate()
        .fold((0, f32::MIN), |best, (class, probability)| {
            if probability > best.1 {
                (class, probability)
            } else {
                best
            }
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_merge_and_blanks_separate() {
        #[rustfmt::skip]
        let steps = [
            0.1, 0.8, 0.1,
            0.1, 0.9, 0.0,
            0.9, 0.1, 0.0,
            0.2, 0.7, 0.1,
            0.1, 0.2, 0.7,
        ];
        let emissions = greedy(&steps, 3);
        let classes: Vec<_> = emissions.iter().map(|emission| emission.class).collect();
        assert_eq!(classes, [1, 1, 2]);
        assert_eq!(
            emissions[0],
            Emission {
                class: 1,
                probability: 0.9,
                first: 0,
                last: 1
            }
        );
    }

    #[test]
    fn nothing_but_blanks_says_nothing() {
        assert!(greedy(&[0.9, 0.1, 0.8, 0.2], 2).is_empty());
    }
}
