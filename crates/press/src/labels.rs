//! The words printed around the values.

/// The words of an invoice in one language. The caller takes them from its message files; the
/// press holds no sentence of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct InvoiceLabels {
    /// The name of the document: invoice, credit note.
    pub title: String,
    /// Above the buyer's name.
    pub billed_to: String,
    /// Before the day of issue.
    pub issued: String,
    /// Before the last day to pay.
    pub due: String,
    /// Before the days of supply.
    pub supplied: String,
    /// Before the buyer's purchase order.
    pub purchase_order: String,
    /// Before the customer's reference.
    pub customer_reference: String,
    /// Before the invoice that a credit note corrects.
    pub corrects: String,
    /// Between the legal form and the capital: "au capital de".
    pub capital: String,
    /// Before a SIREN.
    pub siren: String,
    /// Before a VAT number.
    pub vat_number: String,
    /// Head of the column of what was billed.
    pub description: String,
    /// Head of the column of quantities.
    pub quantity: String,
    /// Head of the column of unit prices; says whether net or gross.
    pub unit_price: String,
    /// Head of the column of rates.
    pub rate: String,
    /// Head of the column of amounts; says whether net or gross.
    pub amount: String,
    /// Before the sum of a section.
    pub subtotal: String,
    /// Head of the rates in the VAT table.
    pub vat_rate: String,
    /// Head of the net amounts in the VAT table.
    pub vat_base: String,
    /// Head of the VAT in the VAT table.
    pub vat_amount: String,
    /// Before the net total.
    pub net: String,
    /// Before the total of VAT.
    pub vat: String,
    /// Before the gross total.
    pub gross: String,
    /// Before what was already paid.
    pub paid: String,
    /// Before what remains to pay, or to give back.
    pub amount_due: String,
    /// Heading of how to pay.
    pub payment: String,
    /// Before the account.
    pub iban: String,
    /// Before its bank.
    pub bic: String,
    /// Before what to write on the transfer.
    pub payment_reference: String,
    /// Before the number of the page: "Page 2 / 3".
    pub page: String,
    /// What each page of a demonstration place says.
    pub specimen: String,
    /// The names of the months, from January.
    pub months: Months,
}

/// The names of the months in one language, from January, as they stand inside a date.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Months(pub [String; 12]);
