//! Building findings.

use identity::{Finding, FindingCode, Reason};
use observation::{Quad, Rect};

pub(crate) fn passed(code: FindingCode, operator: impl Into<String>) -> Finding {
    Finding {
        code,
        passed: true,
        advisory: false,
        operator: operator.into(),
        person: None,
        score: None,
        threshold: None,
        region: None,
    }
}

pub(crate) fn failed(code: FindingCode, operator: impl Into<String>, person: Reason) -> Finding {
    Finding {
        passed: false,
        person: Some(person),
        ..passed(code, operator)
    }
}

pub(crate) trait FindingExt {
    fn scored(self, score: f32, threshold: f32) -> Self;
    fn at(self, picture: &str, area: Rect) -> Self;
    fn advisory(self) -> Self;
}

impl FindingExt for Finding {
    fn scored(self, score: f32, threshold: f32) -> Self {
        Self {
            score: Some(score),
            threshold: Some(threshold),
            ..self
        }
    }

    fn at(self, picture: &str, area: Rect) -> Self {
        let pixels = [area.x, area.y, area.width, area.height];
        Self {
            region: Some((picture.to_owned(), pixels)),
            ..self
        }
    }

    fn advisory(self) -> Self {
        Self {
            advisory: true,
            ..self
        }
    }
}

/// The smallest upright rectangle around all of `quads`.
pub(crate) fn around(quads: &[Quad]) -> Option<Rect> {
    quads.iter().map(Quad::bounds).reduce(|a, b| {
        let (left, top) = (a.x.min(b.x), a.y.min(b.y));
        let right = (a.x + a.width).max(b.x + b.width);
        let bottom = (a.y + a.height).max(b.y + b.height);
        Rect {
            x: left,
            y: top,
            width: right - left,
            height: bottom - top,
        }
    })
}
