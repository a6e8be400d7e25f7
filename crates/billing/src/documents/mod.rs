//! What leaves the house: the words, the PDF and the mail of an invoice, the PDF of a quote.

pub(crate) mod invoice_mail;
pub(crate) mod invoice_pdf;
pub(crate) mod quote_pdf;
pub(crate) mod wording;
