//! The pages of offers through the router.

mod agreements;
mod catalogue;
mod desk;
mod hostile;
mod matrix;
mod mine;
mod my_plan;
mod office;
mod reductions;
mod switch;
