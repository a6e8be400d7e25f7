//! What the place owns, and what it is worth.

use kernel::{Day, Id, Money};

kernel::codes! {
    /// How a thing left.
    pub enum Disposal {
        /// Sold.
        Sold = "sold",
        /// Given away.
        Given = "given",
        /// Thrown away.
        Scrapped = "scrapped",
    }
}

impl Disposal {
    /// The key of the message that says it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Sold => "stewardship-disposal-sold",
            Self::Given => "stewardship-disposal-given",
            Self::Scrapped => "stewardship-disposal-scrapped",
        }
    }
}

kernel::refusals! {
    /// Why a thing is not kept or disposed of.
    pub enum EquipmentRefused {
        /// Below nothing, or more than can be meant.
        Price = "stewardship-refused-equipment-price",
        /// Not between one month and the most.
        Life {
            /// The most months.
            maximum: i64
        } = "stewardship-refused-equipment-life",
        /// It left before it came, or it would leave in days to come.
        Days = "stewardship-refused-equipment-days",
        /// It left already.
        Gone = "stewardship-refused-equipment-gone",
    }
}

/// The most months over which a thing loses its value: fifty years, as a building does.
pub const LONGEST_LIFE: i64 = 600;
/// The largest price: a hundred million.
pub const LARGEST_CENTS: i64 = 10_000_000_000;

/// A thing of the place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Equipment {
    /// Which one.
    pub id: Id<Equipment>,
    /// What it is.
    pub name: String,
    /// Its serial number; may be empty.
    pub serial: String,
    /// Who sold it; may be empty.
    pub supplier: String,
    /// When it was bought.
    pub bought_on: Day,
    /// What it cost, net.
    pub price: Money,
    /// Over how many months it loses its value.
    pub life_months: i64,
    /// Where it stands; may be empty.
    pub stands: String,
    /// The last day of its warranty.
    pub warranty_until: Option<Day>,
    /// What the team wrote down.
    pub note: String,
    /// How it left.
    pub gone: Option<Gone>,
}

/// How a thing left.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Gone {
    /// When.
    pub on: Day,
    /// How.
    pub how: Disposal,
    /// For how much, net.
    pub price: Money,
}

impl Equipment {
    /// What it is worth at the end of a day: its price less the share of its life that has passed, in days, the day of the purchase
    /// counted; nothing before it was bought and from the day it left.
    #[must_use]
    pub fn value_on(&self, day: Day) -> Money {
        let left = self.gone.is_some_and(|gone| gone.on <= day);
        if left || day < self.bought_on {
            return Money::from_cents(0);
        }
        let end = self.bought_on.plus_months(self.life_months);
        let life = self.bought_on.days_until(end).max(1);
        let passed = self.bought_on.days_until(day).saturating_add(1).min(life);
        self.price - self.price.share(passed, life)
    }

    /// Whether its warranty holds on a day.
    #[must_use]
    pub fn has_warranty_on(&self, day: Day) -> bool {
        self.warranty_until.is_some_and(|until| day <= until)
    }

    /// Whether what it says can be meant.
    ///
    /// # Errors
    /// [`EquipmentRefused`].
    pub fn check(&self) -> Result<(), EquipmentRefused> {
        if self.price.is_negative() || self.price.cents() > LARGEST_CENTS {
            return Err(EquipmentRefused::Price);
        }
        if !(1..=LONGEST_LIFE).contains(&self.life_months) {
            return Err(EquipmentRefused::Life {
                maximum: LONGEST_LIFE,
            });
        }
        Ok(())
    }
}
