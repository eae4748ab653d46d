use std::sync::Arc;

use image::RgbImage;

use super::crop::LineCrop;
use super::ctc;
use super::lattice::MrzClasses;
use super::letters::Classes;
use super::reading::{Character, LineReading};
use crate::runtime::{Network, NetworkError, Tensor};

/// Shorter crops are filled up: the network never saw narrower ones.
const SHORTEST: usize = 64;

/// Reads lines: a CTC network and its dictionary.
pub(crate) struct Recogniser {
    network: Arc<dyn Network>,
    /// Character of class `n` at `n − 1`; class 0 is the blank.
    dictionary: Vec<String>,
    mrz: MrzClasses,
    classes: Classes,
}

impl Recogniser {
    /// `characters` are what the network can read, one a line, in the order of its classes; a
    /// space follows after the last.
    pub(crate) fn new(network: Arc<dyn Network>, characters: &str) -> Self {
        let mut dictionary: Vec<String> = characters.split('\n').map(str::to_owned).collect();
        dictionary.push(" ".to_owned());
        let mrz = MrzClasses::of(&dictionary);
        let classes = Classes::of(&dictionary);
        Self {
            network,
            dictionary,
            mrz,
            classes,
        }
    }

    pub(crate) fn read(&self, crop: &LineCrop) -> Result<LineReading, NetworkError> {
        let (width, height) = crop.0.dimensions();
        let padded = (width as usize).max(SHORTEST).next_multiple_of(8);
        let outputs = self
            .network
            .run(normalised(&crop.0, padded, height as usize))?;
        let output = outputs
            .into_iter()
            .next()
            .ok_or_else(|| NetworkError("no text".to_owned()))?;
        let classes = output.shape.last().copied().unwrap_or(0);
        if classes != self.dictionary.len() + 1 {
            return Err(NetworkError("dictionary and network differ".to_owned()));
        }
        let emissions = ctc::greedy(&output.data, classes);
        let text: String = emissions
            .iter()
            .map(|emission| self.dictionary[emission.class - 1].as_str())
            .collect();
        let sum: f32 = emissions.iter().map(|emission| emission.probability).sum();
        let steps = output.data.len() / classes;
        let pixels_a_step = padded as f32 / steps.max(1) as f32;
        let length = width as f32 / pixels_a_step;
        let characters = emissions.iter().flat_map(|emission| {
            let place = emission.middle() / length;
            let entry = self.dictionary[emission.class - 1].chars();
            entry.map(move |character| Character { character, place })
        });
        Ok(LineReading {
            text,
            characters: characters.collect(),
            confidence: sum / emissions.len().max(1) as f32,
            lattice: self.mrz.lattice(&output.data, classes, pixels_a_step),
            of_mrz: false,
            letters: self.classes.letters(&emissions, &output.data, length),
        })
    }
}

/// Blue, green, red planes from −1 to 1, filled up with mid grey on the right.
fn normalised(pixels: &RgbImage, padded: usize, height: usize) -> Tensor {
    let width = pixels.width() as usize;
    let mut data = vec![0.0; 3 * padded * height];
    for (channel, plane) in data.chunks_exact_mut(padded * height).enumerate() {
        for (row, line) in plane.chunks_exact_mut(padded).enumerate() {
            let source = &pixels.as_raw()[row * width * 3..(row + 1) * width * 3];
            for (value, pixel) in line.iter_mut().zip(source.chunks_exact(3)) {
                *value = (f32::from(pixel[2 - channel]) / 255.0 - 0.5) / 0.5;
            }
        }
    }
    Tensor {
        shape: vec![1, 3, height, padded],
        data,
    }
}
