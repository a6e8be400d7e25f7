//! What is sold, in which unit, at what price and with which VAT on a day.

use kernel::{Audience, Day, Id, Money, Rate};

kernel::codes! {
    /// What kind of thing a product is: how revenue is told apart.
    pub enum Family {
        /// The hire of a room.
        Room = "room",
        /// A monthly plan.
        Plan = "plan",
        /// A pass of several units.
        Pass = "pass",
        /// A desk by the day.
        Desk = "desk",
        /// Anything else.
        Other = "other",
    }
}

kernel::codes! {
    /// Whether prices are held without or with VAT.
    pub enum Basis {
        /// Without VAT: VAT is added to the sum of the lines.
        Net = "net",
        /// With VAT: VAT is taken out of the sum of the lines, whose total is kept to the cent.
        Gross = "gross",
    }
}

kernel::codes! {
    /// What a price is the price of.
    pub enum Unit {
        /// An hour.
        Hour = "hour",
        /// Half of a day.
        HalfDay = "half_day",
        /// A day.
        Day = "day",
        /// A month.
        Month = "month",
        /// One of the thing.
        Piece = "piece",
    }
}

kernel::codes! {
    /// Which VAT rate applies to a product: the rate itself is a dated row.
    pub enum VatCategory {
        /// Normal rate (CGI art. 278).
        Standard = "standard",
        /// Intermediate rate (CGI art. 279): food served on the spot.
        Intermediate = "intermediate",
        /// Reduced rate (CGI art. 278-0 bis).
        Reduced = "reduced",
        /// No VAT.
        Exempt = "exempt",
    }
}

kernel::codes! {
    /// By which article of law a line bears no VAT; the text is printed on the invoice (CGI ann. II art. 242 nonies A, I 12°).
    pub enum Exemption {
        /// Small business, CGI art. 293 B.
        SmallBusiness = "small_business",
        /// Vocational training, CGI art. 261-4-4° a.
        Training = "training",
        /// Non-profit body, CGI art. 261-7-1°.
        NonProfit = "non_profit",
        /// Bare letting of premises, CGI art. 261 D.
        BareLetting = "bare_letting",
        /// Reverse charge to a business of another member state, CGI art. 283-2.
        ReverseCharge = "reverse_charge",
        /// An indemnity that makes good a damage pays for no service: outside the scope of VAT (BOI-TVA-BASE-10-10-50).
        OutOfScope = "out_of_scope",
    }
}

impl Family {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Room => "billing-family-room",
            Self::Plan => "billing-family-plan",
            Self::Pass => "billing-family-pass",
            Self::Desk => "billing-family-desk",
            Self::Other => "billing-family-other",
        }
    }
}

impl Basis {
    /// The key of the message that names it: HT or TTC.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Net => "billing-basis-net",
            Self::Gross => "billing-basis-gross",
        }
    }
}

impl Unit {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Hour => "billing-unit-hour",
            Self::HalfDay => "billing-unit-half-day",
            Self::Day => "billing-unit-day",
            Self::Month => "billing-unit-month",
            Self::Piece => "billing-unit-piece",
        }
    }
}

impl VatCategory {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Standard => "billing-vat-standard",
            Self::Intermediate => "billing-vat-intermediate",
            Self::Reduced => "billing-vat-reduced",
            Self::Exempt => "billing-vat-exempt",
        }
    }
}

impl Exemption {
    /// The key of the message printed on the invoice.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::SmallBusiness => "billing-exemption-small-business",
            Self::Training => "billing-exemption-training",
            Self::NonProfit => "billing-exemption-non-profit",
            Self::BareLetting => "billing-exemption-bare-letting",
            Self::ReverseCharge => "billing-exemption-reverse-charge",
            Self::OutOfScope => "billing-exemption-out-of-scope",
        }
    }
}

/// The VAT of a line: its rate and, when that is nothing, the reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Vat {
    /// The rate.
    pub rate: Rate,
    /// Why the rate is nothing.
    pub exemption: Option<Exemption>,
}

/// Who a price is for: everybody, or one audience.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct PriceFor(pub Option<Audience>);

/// Something sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Product {
    /// Which one.
    pub id: Id<Product>,
    /// A short code of the place's own, unique there.
    pub code: String,
    /// What invoices and lists call it.
    pub name: String,
    /// What kind of thing it is.
    pub family: Family,
    /// Which VAT applies.
    pub vat_category: VatCategory,
    /// Whether its prices include VAT.
    pub basis: Basis,
    /// The account of the chart of accounts that its sales go to.
    pub account_code: String,
    /// Whether it is still sold.
    pub active: bool,
}

/// A product to be sold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewProduct {
    /// A short code of the place's own, unique there.
    pub code: String,
    /// What invoices and lists call it.
    pub name: String,
    /// What kind of thing it is.
    pub family: Family,
    /// Which VAT applies.
    pub vat_category: VatCategory,
    /// Whether its prices include VAT.
    pub basis: Basis,
    /// The account of the chart of accounts that its sales go to; may be empty.
    pub account_code: String,
}

/// A price and the day from which it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Price {
    /// The product.
    pub product: Id<Product>,
    /// Everybody, or one audience.
    pub audience: PriceFor,
    /// What it is the price of.
    pub unit: Unit,
    /// How much, on the product's basis.
    pub amount: Money,
    /// The first day on which it holds.
    pub from: Day,
}

/// A VAT rate and the day from which it holds.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct DatedRate {
    /// The products it applies to.
    pub category: VatCategory,
    /// The first day on which it holds.
    pub from: Day,
    /// The rate, and the reason when it is nothing.
    pub vat: Vat,
}

/// What a product costs an audience on a day; a unit without a price is not sold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Tariff {
    /// For an hour.
    pub hour: Option<Money>,
    /// For half of a day.
    pub half_day: Option<Money>,
    /// For a day.
    pub day: Option<Money>,
    /// Whether these include VAT.
    pub basis: Basis,
    /// The VAT rate.
    pub rate: Rate,
    /// Why there is none, when the rate is nothing.
    pub exemption: Option<Exemption>,
}

kernel::refusals! {
    /// Why a product, a price or a rate is not taken.
    pub enum CatalogueRefusal {
        /// Another product has this code.
        CodeTaken = "billing-refused-code-taken",
        /// A text is empty or too long.
        TextRefused = "billing-refused-text",
        /// A price below nothing.
        NegativePrice = "billing-refused-negative-price",
        /// A rate over 100 %.
        RateTooHigh = "billing-refused-rate-too-high",
        /// A rate of nothing without its reason, or a reason beside a rate.
        ExemptionMismatch = "billing-refused-exemption",
        /// The day is in a month already billed.
        MonthClosed = "billing-refused-month-closed",
        /// There is no such product.
        UnknownProduct = "billing-refused-unknown-product",
    }
}

/// The price of a unit on a day among those of a product: that of the audience goes before that of everybody, the latest
/// that holds goes before older ones.
#[must_use]
pub fn price_in(prices: &[Price], audience: Audience, unit: Unit, day: Day) -> Option<Money> {
    prices
        .iter()
        .filter(|price| price.unit == unit && price.from <= day)
        .filter(|price| price.audience.0.is_none_or(|of| of == audience))
        .max_by_key(|price| (price.audience.0.is_some(), price.from))
        .map(|price| price.amount)
}
