//! The one rounding of the house.

/// Divides and rounds to the nearest whole number, a half going away from zero: 5/2 = 3, −5/2 = −3.
///
/// # Panics
/// When `divisor` is zero.
#[must_use]
pub const fn divide_half_away(dividend: i128, divisor: i128) -> i128 {
    let quotient = dividend / divisor;
    let rest = (dividend % divisor).unsigned_abs();
    // Compared without doubling, which could overflow.
    if rest != 0 && rest >= divisor.unsigned_abs() - rest {
        quotient + dividend.signum() * divisor.signum()
    } else {
        quotient
    }
}
