string_enum! {
    /// Test or live. Nothing of one mode is ever found from the other: neither objects nor keys nor
    /// links.
    pub enum Mode {
        /// For developers: takes specimens, predefined outcomes and a clock that can be moved;
        /// `livemode` is false.
        Test = "test",
        /// For people; `livemode` is true.
        Live = "live",
    }
}

impl Mode {
    /// As Stripe's objects have it.
    pub fn livemode(self) -> bool {
        self == Self::Live
    }

    /// The inverse of [`Mode::livemode`].
    pub fn from_livemode(livemode: bool) -> Self {
        if livemode { Self::Live } else { Self::Test }
    }
}
