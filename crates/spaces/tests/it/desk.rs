//! Check-ins, the front desk and one's own day.

mod acts;
mod doors;
mod journey;
mod pages;
mod race;
mod rules;
mod world;
