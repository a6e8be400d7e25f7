//! What the law wants written at the foot of an invoice.

use super::buyer::Buyer;
use super::catalogue::Exemption;
use super::computation::VatLine;
use super::seller::Seller;
use kernel::{Money, Rate};
use std::collections::BTreeSet;

/// One mention.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Mention {
    /// Services are sold, not goods (CGI ann. II art. 242 nonies A, I 9° bis).
    Services,
    /// Why a line bears no VAT (CGI ann. II art. 242 nonies A, I 12°).
    Exemption(Exemption),
    /// VAT is due on invoices (CGI ann. II art. 242 nonies A, I 11° bis).
    VatOnDebits,
    /// The terms of a discount, or that there is none (C. com. art. L441-9).
    Discount(Option<String>),
    /// The rate of late-payment penalties (C. com. art. L441-10, II).
    Penalty(Rate),
    /// The fixed indemnity for the costs of collection (C. com. art. D441-5).
    Indemnity(Money),
    /// The place's own last line.
    Footer(String),
}

/// The mentions of an invoice. Discount, penalties and indemnity are between professionals: a private person is told
/// none of them.
#[must_use]
pub fn mentions(seller: &Seller, buyer: &Buyer, by_rate: &[VatLine]) -> Vec<Mention> {
    let mut mentions = vec![Mention::Services];
    let exemptions: BTreeSet<Exemption> = by_rate.iter().filter_map(|line| line.vat.exemption).collect();
    mentions.extend(exemptions.into_iter().map(Mention::Exemption));
    if seller.vat_on_debits {
        mentions.push(Mention::VatOnDebits);
    }
    if buyer.professional {
        let terms = seller.discount_text.trim();
        mentions.push(Mention::Discount((!terms.is_empty()).then(|| terms.to_owned())));
        mentions.push(Mention::Penalty(seller.penalty_rate));
        mentions.push(Mention::Indemnity(seller.indemnity));
    }
    if !seller.footer.trim().is_empty() {
        mentions.push(Mention::Footer(seller.footer.trim().to_owned()));
    }
    mentions
}
