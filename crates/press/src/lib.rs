//! The printing press: typed content in, PDF bytes out.
//!
//! The one room of the house that knows how to typeset. It is a pure function of what it is given:
//! no clock, no disk, no network, no database; the same content gives the same bytes, whatever the
//! thread and whatever was printed before. The date of a document is the date it carries.
//!
//! **What it prints.** [`Invoice`]: invoices and credit notes, laid out for the window of a French
//! envelope, over as many pages as it takes. [`Quote`]: the same look, with options to take, a place to
//! sign and general conditions. [`Sheet`]: any list with columns (day sheet, register,
//! sign-in sheet).
//!
//! **Words.** Amounts, rates, days and identifiers arrive as values of the kernel and are written
//! here in the language of the document. The words around them ([`InvoiceLabels`]) come from the
//! caller's message files. Nothing is computed: totals that do not add up are printed as they are.
//!
//! **Safety.** Content reaches the templates as data, never as markup: a name such as `#panic()` is
//! printed letter by letter. A character that no typeface of ours has is printed as `�`.
//!
//! **Form.** PDF/A-3b, tagged, with title, author, language and date; typefaces embedded, a subset of
//! each. `templates/` holds the layout in typst's language, `fonts/` the typefaces and their licences.
//!
//! [`Press`] keeps what is worth keeping warm between two documents; it is shared by reference or in
//! an `Arc` among threads.

mod colour;
mod fonts;
mod invoice;
mod invoice_view;
mod labels;
mod sheet;
mod typesetting;
mod wording;

use kernel::Day;
use serde::Serialize;

pub use colour::Colour;
pub use invoice::{
    Agreement, Buyer, Invoice, InvoiceKind, Line, Mark, Payment, Quote, Section, Seller, Totals, VatRow,
};
pub use labels::{InvoiceLabels, Months};
pub use sheet::{Alignment, Column, Orientation, Row, Sheet, Width};

use invoice_view::InvoiceView;
use sheet::SheetView;
use typesetting::{Order, Template, Typesetting};

/// Why a document could not be printed: always a fault of the program or of a picture, never of
/// what people wrote.
#[derive(Debug, thiserror::Error)]
pub enum PressFault {
    /// The typesetter refused; what it said.
    #[error("typesetting failed: {0}")]
    Typesetting(String),
    /// The content could not be handed to the typesetter.
    #[error("content could not be handed over: {0}")]
    Content(#[from] serde_json::Error),
    /// A row of a sheet has more or fewer cells than the sheet has columns.
    #[error("row {row} of the sheet has {cells} cells for {columns} columns")]
    UnevenRow {
        /// Its position among the rows, from 0.
        row: usize,
        /// How many cells it has.
        cells: usize,
        /// How many columns the sheet has.
        columns: usize,
    },
}

/// The press: typefaces loaded, templates read.
pub struct Press {
    typesetting: Typesetting,
}

impl Press {
    /// Warms the press: some milliseconds and a few megabytes, worth doing once.
    #[must_use]
    pub fn new() -> Self {
        Self {
            typesetting: Typesetting::new(),
        }
    }

    /// Prints an invoice or a credit note and returns the bytes of its PDF.
    ///
    /// # Errors
    /// [`PressFault::Typesetting`] when the seller's mark is not the picture that it says it is.
    pub fn invoice(&self, invoice: &Invoice) -> Result<Vec<u8>, PressFault> {
        self.typesetting.pdf(Order {
            template: Template::Invoice,
            content: self.typesetting.content(&InvoiceView::of(invoice))?,
            picture: invoice.seller.mark.as_ref().map(Mark::bytes),
            ident: format!("{} {}", invoice.seller.name, invoice.number),
        })
    }

    /// Prints a quote and returns the bytes of its PDF.
    ///
    /// # Errors
    /// As [`Press::invoice`].
    pub fn quote(&self, quote: &Quote) -> Result<Vec<u8>, PressFault> {
        let body = &quote.body;
        self.typesetting.pdf(Order {
            template: Template::Invoice,
            content: self.typesetting.content(&InvoiceView::of_quote(quote))?,
            picture: body.seller.mark.as_ref().map(Mark::bytes),
            ident: format!("{} {}", body.seller.name, body.number),
        })
    }

    /// Prints a sheet and returns the bytes of its PDF.
    ///
    /// # Errors
    /// [`PressFault::UnevenRow`] when a row does not fill the columns.
    pub fn sheet(&self, sheet: &Sheet) -> Result<Vec<u8>, PressFault> {
        self.typesetting.pdf(Order {
            template: Template::Sheet,
            content: self.typesetting.content(&SheetView::of(sheet)?)?,
            picture: None,
            ident: format!("{} {} {}", sheet.place, sheet.title, sheet.printed),
        })
    }
}

impl Default for Press {
    fn default() -> Self {
        Self::new()
    }
}

/// A day as the PDF's own information wants it.
#[derive(Serialize)]
struct PdfDate {
    year: i16,
    month: u8,
    day: u8,
}

impl PdfDate {
    fn of(day: Day) -> Self {
        Self {
            year: day.year(),
            month: day.month(),
            day: day.day(),
        }
    }
}
