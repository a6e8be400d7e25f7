//! What people come for, walked through in a real browser against the whole program: every page passed on the way is
//! accessible and fits at 360 and 1440 pixels, light and dark, asks nobody else for anything and says nothing untranslated.

mod booking;
mod coupons;
mod directory;
mod doors;
mod events;
mod floors;
mod front_desk;
mod guests;
mod guide;
mod hires;
mod house_life;
mod import;
mod inspection;
mod invited;
mod keyboard;
pub(crate) mod lives;
mod month;
mod network;
mod newcomers;
mod passkeys;
mod personal_data;
mod planning;
mod plans;
mod preparing;
mod programs;
mod reception;
mod served;
mod set_up;
mod sign_in;
mod stewardship;
mod works;
