//! How a place wants its events.

/// How a place wants its events.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Settings {
    /// Hours for which a seat that came free is kept for who waited: 1 to 168.
    pub offer_hours: i64,
    /// Whether anybody may propose an event, or members alone.
    pub outside_proposals: bool,
    /// How many must second a proposal to the Pow-Wow: 1 to 100.
    pub seconds_needed: i64,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            offer_hours: 24,
            outside_proposals: false,
            seconds_needed: 3,
        }
    }
}

kernel::refusals! {
    /// Why a setting is not kept.
    pub enum SettingsRefused {
        /// The hours are not between 1 and 168.
        OfferHours = "events-refused-offer-hours",
        /// The number is not between 1 and 100.
        SecondsNeeded = "events-refused-seconds-needed",
    }
}

impl Settings {
    /// The settings, if they can be kept.
    ///
    /// # Errors
    /// [`SettingsRefused`].
    pub fn checked(self) -> Result<Self, SettingsRefused> {
        if !(1..=168).contains(&self.offer_hours) {
            return Err(SettingsRefused::OfferHours);
        }
        if !(1..=100).contains(&self.seconds_needed) {
            return Err(SettingsRefused::SecondsNeeded);
        }
        Ok(self)
    }
}
