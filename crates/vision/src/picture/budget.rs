//! What reading one picture may cost, asked before anything is allocated for it.

use std::cell::{Cell, RefCell};

use super::PictureError;
use crate::gate::{Gate, Permit};

/// Pictures that take more than this are read one at a time, wherever a [`Gate`] is shared.
const LARGE: u64 = 64 << 20;

/// What a file may cost.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// Bytes of the file.
    pub bytes: usize,
    /// Longer side of the picture as the file has it, in pixels.
    pub side: u32,
    /// How many times as long as the shorter side the longer one may be.
    pub ratio: u32,
    /// Pixels of the picture as the file has it.
    pub pixels: u64,
    /// Bytes held at any moment while the picture is read, the file itself not counted: what the
    /// decoder keeps, metadata, the pixels as the file has them, and every copy that is converted,
    /// scaled or turned.
    pub memory: u64,
    /// Longer side kept, in pixels; larger pictures are scaled down after decoding.
    pub long_side: u32,
}

impl Default for Limits {
    fn default() -> Self {
        Self {
            bytes: 16 << 20,
            side: 16_384,
            ratio: 100,
            pixels: 51_000_000,
            memory: 224 << 20,
            long_side: 4096,
        }
    }
}

/// The account of one picture. Whoever allocates for it, a library or code of ours, holds the most
/// that may become of it first; what does not fit into the budget is refused, with advice.
pub(crate) struct Budget<'a> {
    limits: &'a Limits,
    held: Cell<u64>,
    gate: Option<&'a Gate>,
    turn: RefCell<Option<Permit<'a>>>,
}

/// Bytes that are given back when dropped.
#[must_use]
pub(crate) struct Held<'a> {
    bytes: u64,
    account: &'a Cell<u64>,
}

impl<'a> Budget<'a> {
    pub(super) fn new(limits: &'a Limits, gate: Option<&'a Gate>) -> Self {
        Self {
            limits,
            held: Cell::new(0),
            gate,
            turn: RefCell::new(None),
        }
    }

    /// Refuses files that are too long.
    pub(super) fn file(&self, bytes: usize) -> Result<(), PictureError> {
        if bytes > self.limits.bytes {
            return Err(PictureError::TooLarge(format!(
                "the file has {bytes} bytes, at most {} are read: send a smaller picture",
                self.limits.bytes
            )));
        }
        Ok(())
    }

    /// Refuses pictures that are too long, too narrow or too large.
    pub(super) fn shape(&self, width: u32, height: u32) -> Result<(), PictureError> {
        let Limits {
            side,
            ratio,
            pixels,
            ..
        } = *self.limits;
        let (shorter, longer) = (width.min(height), width.max(height));
        if shorter == 0 {
            return Err(PictureError::NotAnImage(
                "the picture has no pixels".to_owned(),
            ));
        }
        let size = format!("the picture has {width} x {height} pixels");
        if u64::from(width) * u64::from(height) > pixels {
            return Err(PictureError::TooLarge(format!(
                "{size}, at most {pixels} are read: send a smaller one"
            )));
        }
        if longer > side {
            return Err(PictureError::TooLarge(format!(
                "{size}, at most {side} a side are read: send a smaller one"
            )));
        }
        if longer / shorter > ratio {
            return Err(PictureError::Unsupported(format!(
                "{size}, which is the shape of no document and no face: send a photograph"
            )));
        }
        Ok(())
    }

    /// Takes `bytes` until what is returned is dropped. A picture that turns out to be large waits
    /// here for its turn: never call it on an async thread.
    pub(super) fn hold(&self, bytes: u64) -> Result<Held<'_>, PictureError> {
        let held = self.held.get().saturating_add(bytes);
        if held > self.limits.memory {
            return Err(PictureError::TooLarge(
                "reading the picture takes too much memory: send a smaller one, or save it again \
                 as a JPEG"
                    .to_owned(),
            ));
        }
        if held > LARGE && self.turn.borrow().is_none() {
            *self.turn.borrow_mut() = self.gate.map(Gate::enter);
        }
        self.held.set(held);
        Ok(Held {
            bytes,
            account: &self.held,
        })
    }
}

impl Held<'_> {
    /// Gives back all but `bytes`.
    pub(super) fn shrink(&mut self, bytes: u64) {
        let freed = self.bytes.saturating_sub(bytes);
        self.bytes -= freed;
        self.account.set(self.account.get() - freed);
    }
}

impl Drop for Held<'_> {
    fn drop(&mut self) {
        self.account.set(self.account.get() - self.bytes);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const LIMITS: Limits = Limits {
        bytes: 10,
        side: 1000,
        ratio: 10,
        pixels: 100_000,
        memory: 1000,
        long_side: 100,
    };

    #[test]
    fn files_and_shapes_beyond_the_limits_are_refused_with_advice() {
        let budget = Budget::new(&LIMITS, None);
        assert!(budget.file(10).is_ok());
        assert_eq!(budget.file(11).unwrap_err().code(), "too_large");
        assert!(budget.shape(1000, 100).is_ok());
        for (width, height, code) in [
            (1001, 101, "too_large"),
            (500, 201, "too_large"),
            (60_000_000, 1, "too_large"),
            (1, 11, "unsupported"),
            (550, 50, "unsupported"),
            (0, 5, "not_an_image"),
            (u32::MAX, u32::MAX, "too_large"),
        ] {
            let error = budget.shape(width, height).unwrap_err();
            assert_eq!(error.code(), code, "{width} x {height}");
            assert!(
                code == "not_an_image" || error.to_string().contains(": send a"),
                "{error}"
            );
        }
    }

    #[test]
    fn what_is_given_back_can_be_held_again() {
        let budget = Budget::new(&LIMITS, None);
        let mut first = budget.hold(700).unwrap();
        assert_eq!(budget.hold(301).err().unwrap().code(), "too_large");
        assert!(budget.hold(u64::MAX).is_err());
        first.shrink(200);
        let second = budget.hold(800).unwrap();
        assert!(budget.hold(1).is_err());
        drop((first, second));
        assert!(budget.hold(1000).is_ok());
    }

    #[test]
    fn large_pictures_wait_for_each_other_and_small_ones_do_not() {
        let limits = Limits::default();
        let gate = Gate::new(1);
        let (first, second) = (
            Budget::new(&limits, Some(&gate)),
            Budget::new(&limits, Some(&gate)),
        );
        let small = first.hold(LARGE).unwrap();
        assert!(gate.try_enter().is_some());
        let large = first.hold(1).unwrap();
        let more = first.hold(LARGE).unwrap();
        assert!(gate.try_enter().is_none());
        let beside = second.hold(LARGE).unwrap();
        drop((small, large, more, beside));
        assert!(gate.try_enter().is_none(), "the picture is still worked on");
        drop(first);
        assert!(gate.try_enter().is_some());
    }
}
