//! The place as a seller: what the law wants printed on its invoices.

use kernel::{Bic, Email, Iban, Money, Phone, Rate, Siren, VatNumber};
use serde::{Deserialize, Serialize};

/// The seller from a day on. An invoice keeps a copy of what held when it was issued.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Seller {
    /// Its name as registered.
    pub legal_name: String,
    /// Its form: `SCIC SARL à capital variable` (C. com. art. R123-238).
    pub legal_form: String,
    /// Its capital; zero when it has none.
    pub capital: Money,
    /// Its number.
    pub siren: Siren,
    /// Its VAT number (CGI ann. II art. 242 nonies A, I 2°); none when it bears no VAT.
    pub vat_number: Option<VatNumber>,
    /// Town of the register of companies it is in (C. com. art. R123-237); may be empty for an association.
    pub rcs: String,
    /// Number and street.
    pub street: String,
    /// Postal code.
    pub postal_code: String,
    /// Town.
    pub city: String,
    /// Two letters of the country.
    pub country: String,
    /// Where customers write.
    pub email: Email,
    /// Where they call.
    pub phone: Option<Phone>,
    /// The account to pay to.
    pub iban: Option<Iban>,
    /// Its bank.
    pub bic: Option<Bic>,
    /// Days from issue to the due date, 60 at most (C. com. art. L441-10, I).
    pub payment_days: i64,
    /// Yearly rate of late-payment penalties (C. com. art. L441-10, II).
    pub penalty_rate: Rate,
    /// Fixed indemnity for the costs of collection (C. com. art. D441-5).
    pub indemnity: Money,
    /// Terms of a discount for early payment (C. com. art. L441-9); empty says that there is none.
    pub discount_text: String,
    /// Whether VAT is due on invoices rather than on payments (CGI art. 269, 2 c), which must be printed.
    pub vat_on_debits: bool,
    /// A last line of the place's own; may be empty.
    pub footer: String,
}

kernel::refusals! {
    /// Why the facts of a seller are not taken.
    pub enum SellerRefusal {
        /// A text that must be there is empty, or one is too long.
        TextRefused = "billing-refused-text",
        /// Payment is asked for later than the law allows.
        PaymentTooLate = "billing-refused-payment-days",
        /// Less than nothing, or more than can be meant.
        AmountRefused = "billing-refused-amount",
        /// The VAT number is not that of this SIREN.
        VatNumberMismatch = "billing-refused-vat-number-mismatch",
    }
}

/// The latest due date that may be asked for, in days from issue (C. com. art. L441-10, I).
pub const LONGEST_PAYMENT_DAYS: i64 = 60;
const LONGEST_TEXT: usize = 300;

impl Seller {
    /// Says what is wrong, if anything is.
    ///
    /// # Errors
    /// [`SellerRefusal`], the first found.
    pub fn check(&self) -> Result<(), SellerRefusal> {
        let needed = [
            &self.legal_name,
            &self.legal_form,
            &self.street,
            &self.postal_code,
            &self.city,
            &self.country,
        ];
        let others = [&self.rcs, &self.discount_text, &self.footer];
        let too_long = |text: &String| text.chars().count() > LONGEST_TEXT || text.contains('\0');
        if needed.iter().any(|text| text.trim().is_empty()) || needed.into_iter().chain(others).any(too_long)
        {
            return Err(SellerRefusal::TextRefused);
        }
        if !(0..=LONGEST_PAYMENT_DAYS).contains(&self.payment_days) {
            return Err(SellerRefusal::PaymentTooLate);
        }
        let out_of_bounds = |amount: Money| amount.is_negative() || amount.cents() > 10_000_000_000_000;
        if out_of_bounds(self.capital) || out_of_bounds(self.indemnity) || self.penalty_rate < Rate::ZERO {
            return Err(SellerRefusal::AmountRefused);
        }
        let of_another =
            |number: &VatNumber| number.country() == "FR" && !number.as_str().ends_with(self.siren.as_str());
        if self.vat_number.as_ref().is_some_and(of_another) {
            return Err(SellerRefusal::VatNumberMismatch);
        }
        Ok(())
    }
}
