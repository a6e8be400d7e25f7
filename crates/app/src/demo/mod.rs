//! A made-up place.
