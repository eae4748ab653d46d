string_enum! {
    /// Test and live are two worlds that never mix.
    pub enum Mode {
        Test = "test",
        Live = "live",
    }
}

impl Mode {
    pub fn livemode(self) -> bool {
        self == Self::Live
    }

    pub fn from_livemode(livemode: bool) -> Self {
        if livemode { Self::Live } else { Self::Test }
    }
}
