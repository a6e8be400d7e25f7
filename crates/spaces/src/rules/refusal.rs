//! Every way in which a booking is refused, as one type.

use super::booking::SlotRefused;
use super::booking_window::WindowRefused;
use super::extras::ExtraUnavailable;
use billing::ChargeRefusal;
use kernel::Refusal;
use offers::CouponRefused;

/// Why a booking is not made, moved, cancelled or answered.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum BookingRefusal {
    /// The slot, or what became of the booking.
    Slot(SlotRefused),
    /// A limit of the audience.
    Window(WindowRefused),
    /// An extra is not had with it.
    Extra(ExtraUnavailable),
    /// Billing does not take the charge.
    Charge(ChargeRefusal),
    /// The coupon given with it is not good.
    Coupon(CouponRefused),
}

impl BookingRefusal {
    fn inner(&self) -> &dyn Refusal {
        match self {
            Self::Slot(refused) => refused,
            Self::Window(refused) => refused,
            Self::Extra(refused) => refused,
            Self::Charge(refused) => refused,
            Self::Coupon(refused) => refused,
        }
    }
}

impl Refusal for BookingRefusal {
    fn key(&self) -> &'static str {
        self.inner().key()
    }

    fn arguments(&self) -> Vec<(&'static str, String)> {
        self.inner().arguments()
    }
}

impl From<SlotRefused> for BookingRefusal {
    fn from(refused: SlotRefused) -> Self {
        Self::Slot(refused)
    }
}

impl From<WindowRefused> for BookingRefusal {
    fn from(refused: WindowRefused) -> Self {
        Self::Window(refused)
    }
}

impl From<ExtraUnavailable> for BookingRefusal {
    fn from(refused: ExtraUnavailable) -> Self {
        Self::Extra(refused)
    }
}

impl From<ChargeRefusal> for BookingRefusal {
    fn from(refused: ChargeRefusal) -> Self {
        Self::Charge(refused)
    }
}

impl From<CouponRefused> for BookingRefusal {
    fn from(refused: CouponRefused) -> Self {
        Self::Coupon(refused)
    }
}
