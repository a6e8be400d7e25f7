//! An issued invoice: numbered, dated, and never changed.

use super::buyer::Buyer;
use super::catalogue::{Basis, Unit, Vat};
use super::charge::Charge;
use super::computation::{Totals, VatLine};
use super::quantity::Quantity;
use super::run::Run;
use super::seller::Seller;
use kernel::{Currency, CustomerId, Day, Days, Id, Instant, Locale, Money};
use std::fmt;

kernel::codes! {
    /// What an issued document is.
    pub enum InvoiceKind {
        /// Something is owed.
        Invoice = "invoice",
        /// Takes back all or part of an invoice, which it names.
        CreditNote = "credit_note",
    }
}

kernel::codes! {
    /// A sequence of numbers without a hole.
    pub enum Series {
        /// Invoices.
        Invoices = "invoice",
        /// Credit notes.
        CreditNotes = "credit_note",
    }
}

impl Series {
    const fn prefix(self) -> &'static str {
        match self {
            Self::Invoices => "",
            Self::CreditNotes => "A-",
        }
    }

    /// The name of its counter in a year.
    #[must_use]
    pub fn counter(self, year: i16) -> String {
        format!("{}-{year}", self.code())
    }
}

/// A number, unique in its series and year: `2026-000123`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct InvoiceNumber {
    /// The sequence it belongs to.
    pub series: Series,
    /// The year of issue.
    pub year: i16,
    /// From 1, without a hole.
    pub number: i64,
}

impl fmt::Display for InvoiceNumber {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}-{:06}", self.series.prefix(), self.year, self.number)
    }
}

/// The head of an invoice, as lists show it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceHead {
    /// Which one.
    pub id: Id<Invoice>,
    /// What it is.
    pub kind: InvoiceKind,
    /// Its number.
    pub number: InvoiceNumber,
    /// Who owes it.
    pub customer: CustomerId,
    /// Their name at issue.
    pub buyer_name: String,
    /// When it was issued.
    pub issued_on: Day,
    /// When it must be paid.
    pub due_on: Day,
    /// Without VAT.
    pub net: Money,
    /// The VAT.
    pub vat: Money,
    /// With VAT.
    pub gross: Money,
    /// What was paid of it.
    pub paid: Money,
}

impl InvoiceHead {
    /// What is still to be paid.
    #[must_use]
    pub fn remaining(&self) -> Money {
        self.gross - self.paid
    }

    /// How it stands on a day.
    #[must_use]
    pub fn standing(&self, today: &Day) -> Standing {
        if !self.remaining().is_positive() {
            Standing::Paid
        } else if self.due_on < *today {
            Standing::Overdue
        } else if self.paid.is_positive() {
            Standing::PartlyPaid
        } else {
            Standing::Due
        }
    }
}

kernel::codes! {
    /// How an invoice stands.
    pub enum Standing {
        /// Not paid, and not yet due.
        Due = "due",
        /// Part of it is paid, and it is not yet due.
        PartlyPaid = "partly_paid",
        /// Past its due date, and not wholly paid.
        Overdue = "overdue",
        /// Nothing is owed of it.
        Paid = "paid",
    }
}

impl Standing {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Due => "billing-standing-due",
            Self::PartlyPaid => "billing-standing-partly-paid",
            Self::Overdue => "billing-standing-overdue",
            Self::Paid => "billing-standing-paid",
        }
    }

    /// The colour of its badge.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Due => "info",
            Self::PartlyPaid => "warning",
            Self::Overdue => "error",
            Self::Paid => "success",
        }
    }
}

/// A whole invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invoice {
    /// What lists show of it.
    pub head: InvoiceHead,
    /// The days of what it invoices.
    pub supply: Days,
    /// Whether its lines include VAT.
    pub basis: Basis,
    /// The currency of its amounts.
    pub currency: Currency,
    /// The language it is written in.
    pub language: Locale,
    /// The seller as it was.
    pub seller: Seller,
    /// The customer as they were.
    pub buyer: Buyer,
    /// The legal mentions as printed.
    pub mentions: Vec<String>,
    /// The invoice that a credit note takes back.
    pub corrects: Option<Id<Invoice>>,
    /// The run that issued it.
    pub run: Option<Id<Run>>,
    /// When exactly it was issued.
    pub issued_at: Instant,
    /// Its lines.
    pub lines: Vec<InvoiceLine>,
    /// Its VAT, the lowest rate first.
    pub by_rate: Vec<VatLine>,
}

/// One line of an invoice.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct InvoiceLine {
    /// The charge it invoices.
    pub charge: Option<Id<Charge>>,
    /// The person it is about, on an organisation's invoice; empty otherwise.
    pub section: String,
    /// What was sold.
    pub label: String,
    /// More about it; may be empty.
    pub detail: String,
    /// How much.
    pub quantity: Quantity,
    /// In which unit.
    pub unit: Unit,
    /// The price of one.
    pub unit_price: Money,
    /// What it comes to, on the invoice's basis.
    pub amount: Money,
    /// Its VAT.
    pub vat: Vat,
}

impl Invoice {
    /// The totals that its lines give, computed again.
    #[must_use]
    pub fn recomputed(&self) -> Totals {
        super::computation::totals(self.basis, self.lines.iter().map(|line| (line.amount, line.vat)))
    }
}
