//! The decisions of plans: facts in, decision out.

mod picture;
mod plan;
mod telling;
#[cfg(test)]
mod tests;

pub use picture::{LARGEST_PICTURE, Picture, PictureKind, PictureRefused};
pub(crate) use plan::MOST_PLANS;
pub use plan::{Area, Drawing, MOST_SHAPES, Plan, PlanId, PlanMark, PlanRefused, Shape, Size};
pub use telling::{Told, told};
pub(crate) use telling::{letter_size, offered};
