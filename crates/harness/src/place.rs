//! The place where most tests happen.

use kernel::{Currency, Locale, Zone};
use platform::place::NewPlace;

/// La Fabrique, which counts in euros by the clock of Paris and writes French.
pub fn new_place() -> NewPlace {
    NewPlace {
        name: "La Fabrique".to_owned(),
        zone: Zone::parse("Europe/Paris").expect("a zone"),
        language: Locale::Fr,
        currency: Currency::EUR,
        brand_colour: "#0f6b5c".to_owned(),
        host: None,
        demonstration: false,
    }
}
