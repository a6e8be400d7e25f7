//! What is had with a booking, as calls give and take it.

use super::bookings::{BookingPrice, price};
use crate::endpoint::Call;
use crate::wire::Wire;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use spaces::{ExtraAsked, ExtraId, ExtraLine, ExtraUnit};

/// Something had with a booking.
#[derive(Serialize, JsonSchema)]
#[schemars(rename = "BookingExtra")]
pub(super) struct BookingExtra {
    extra: Wire<ExtraId>,
    name: String,
    unit: Wire<ExtraUnit>,
    /// How many; nothing when it was given up.
    count: i64,
    price: BookingPrice,
}

pub(super) fn extras(call: &Call<'_, '_>, lines: &[ExtraLine]) -> Vec<BookingExtra> {
    let told = |line: &ExtraLine| BookingExtra {
        extra: Wire(line.extra),
        name: line.name.as_str().to_owned(),
        unit: Wire(line.unit),
        count: line.count,
        price: price(call, &line.price),
    };
    lines.iter().map(told).collect()
}

/// So many of an extra.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct ExtraIn {
    extra: Wire<ExtraId>,
    #[schemars(range(min = 1, max = 1_000))]
    count: i64,
}

/// What these ask for.
pub(super) fn asked_for(sent: Vec<ExtraIn>) -> Vec<ExtraAsked> {
    sent.into_iter()
        .map(|one| ExtraAsked {
            extra: one.extra.0,
            count: one.count,
        })
        .collect()
}
