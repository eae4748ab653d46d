use crate::Kind;

impl Kind {
    /// Left end, baseline and width of the date of birth on the front, in millimetres.
    pub(crate) fn birth_date(self) -> (f32, f32, f32) {
        match self {
            Self::Passport => (45.0, 39.1, 34.0),
            Self::IdCard => (32.5, 38.9, 34.0),
            Self::DrivingLicense => (30.5, 44.5, 26.0),
            // Behind the number of its field, with the place of birth.
            Self::EuropeanDrivingLicense => (33.8, 21.8, 46.0),
            Self::ResidencePermit => (31.5, 38.9, 34.0),
            Self::IdCardTd2 => (37.0, 30.1, 27.0),
            Self::Visa => (37.0, 34.5, 32.0),
        }
    }
}
