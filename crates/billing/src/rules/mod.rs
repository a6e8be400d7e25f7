//! Facts in, decision out: nothing here reads a clock, a database or a request.

pub(crate) mod buyer;
pub(crate) mod catalogue;
pub(crate) mod charge;
pub(crate) mod computation;
pub(crate) mod draft;
pub(crate) mod invoice;
pub(crate) mod mentions;
pub(crate) mod payment;
pub(crate) mod quantity;
pub(crate) mod quote;
pub(crate) mod quote_head;
pub(crate) mod revenue;
pub(crate) mod run;
pub(crate) mod seller;
