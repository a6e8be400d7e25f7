//! Drafts: what would be issued today, one invoice per customer and basis.

use super::buyer::Buyer;
use super::catalogue::{Basis, Exemption};
use super::charge::Charge;
use super::computation::{Totals, totals};
use super::invoice::InvoiceNumber;
use super::run::{DraftKey, Reviewed, SkipReason};
use super::seller::Seller;
use data_encoding::HEXLOWER;
use kernel::{CustomerId, Days, Email, Id, Locale, PersonId};
use serde_json::json;
use sha2::{Digest, Sha256};
use std::collections::{BTreeMap, HashMap};

/// A customer as drafts need them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Recipient {
    /// Who.
    pub customer: CustomerId,
    /// As an invoice names them.
    pub buyer: Buyer,
    /// Where the invoice is sent; none, and it is not.
    pub email: Option<Email>,
    /// The language they read.
    pub language: Locale,
    /// The person, when the customer is one.
    pub person: Option<PersonId>,
}

/// Something to look at before issuing; it forbids nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Warning {
    /// A French professional without its SIREN.
    MissingSiren,
    /// The address is not complete.
    MissingAddress,
    /// Nowhere to send it.
    NoEmail,
}

impl Warning {
    /// The key of the message that tells it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::MissingSiren => "billing-warning-siren",
            Self::MissingAddress => "billing-warning-address",
            Self::NoEmail => "billing-warning-email",
        }
    }
}

/// A line of a draft: a charge, the name under which it is grouped, and the invoice it corrects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct DraftLine {
    /// What is charged.
    pub charge: Charge,
    /// The person it is about, on an organisation's invoice; empty otherwise.
    pub section: String,
    /// The invoice on which stood what it takes back.
    pub corrects: Option<InvoiceNumber>,
}

/// What would be issued for one customer and basis.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Draft {
    /// For whom.
    pub recipient: Recipient,
    /// Whether its lines include VAT.
    pub basis: Basis,
    /// Its lines, by section, then day.
    pub lines: Vec<DraftLine>,
    /// Its totals.
    pub totals: Totals,
    /// The days of what it invoices.
    pub supply: Days,
    /// What to look at.
    pub warnings: Vec<Warning>,
}

impl Draft {
    /// Which draft of the month it is.
    #[must_use]
    pub fn key(&self) -> DraftKey {
        DraftKey {
            customer: self.recipient.customer,
            basis: self.basis,
        }
    }

    /// Why it must not be issued, if it must not. A total of nothing is issued: it says that nothing is owed, and why.
    #[must_use]
    pub fn held_back(&self) -> Option<SkipReason> {
        self.totals.gross.is_negative().then_some(SkipReason::Negative)
    }

    /// Sums up everything a person sees of it: another text, amount, name or address gives another fingerprint.
    #[must_use]
    pub fn fingerprint(&self) -> String {
        let lines: Vec<_> = self
            .lines
            .iter()
            .map(|line| {
                let charge = &line.charge;
                json!([
                    charge.id.as_i64(),
                    line.section,
                    charge.label,
                    charge.detail,
                    charge.quantity.thousandths(),
                    charge.unit.code(),
                    charge.unit_price.cents(),
                    charge.amount.cents(),
                    charge.vat.rate.basis_points(),
                    charge.vat.exemption.map(Exemption::code),
                    charge.service,
                    line.corrects.map(|number| number.to_string()),
                ])
            })
            .collect();
        let recipient = &self.recipient;
        digest(&json!([
            self.key().to_string(),
            recipient.buyer,
            recipient.email,
            recipient.language,
            lines,
            self.totals.net.cents(),
            self.totals.vat.cents(),
            self.totals.gross.cents(),
        ]))
    }
}

/// Everything that charges refer to and that lines show.
#[derive(Debug, Default)]
pub(crate) struct DraftFacts {
    /// Every customer of the charges.
    pub(crate) recipients: HashMap<CustomerId, Recipient>,
    /// The names of the persons of the charges.
    pub(crate) names: HashMap<PersonId, String>,
    /// The invoices on which stand the charges that others take back.
    pub(crate) corrected: HashMap<Id<Charge>, InvoiceNumber>,
}

/// The drafts of open charges, by the customers' names. A charge whose customer is not in `facts` is left alone.
pub(crate) fn drafts(charges: Vec<Charge>, facts: &DraftFacts) -> Vec<Draft> {
    let mut groups: BTreeMap<DraftKey, Vec<Charge>> = BTreeMap::new();
    for charge in charges {
        let key = DraftKey {
            customer: charge.customer,
            basis: charge.basis,
        };
        groups.entry(key).or_default().push(charge);
    }
    let mut drafts: Vec<Draft> = groups
        .into_iter()
        .filter_map(|(key, charges)| draft(facts.recipients.get(&key.customer)?, key.basis, charges, facts))
        .collect();
    drafts.sort_by_cached_key(|draft| (kernel::fold(&draft.recipient.buyer.name), draft.key()));
    drafts
}

fn draft(recipient: &Recipient, basis: Basis, charges: Vec<Charge>, facts: &DraftFacts) -> Option<Draft> {
    let first = charges.iter().map(|charge| charge.service.first()).min()?;
    let last = charges.iter().map(|charge| charge.service.last()).max()?;
    let mut lines: Vec<DraftLine> = charges
        .into_iter()
        .map(|charge| line(recipient, charge, facts))
        .collect();
    lines.sort_by_cached_key(|line| {
        let charge = &line.charge;
        (
            kernel::fold(&line.section),
            charge.service.first(),
            charge.label.clone(),
            charge.id,
        )
    });
    let totals = totals(
        basis,
        lines.iter().map(|line| (line.charge.amount, line.charge.vat)),
    );
    Some(Draft {
        recipient: recipient.clone(),
        basis,
        lines,
        totals,
        supply: Days::spanning(first, last),
        warnings: warnings(recipient),
    })
}

fn line(recipient: &Recipient, charge: Charge, facts: &DraftFacts) -> DraftLine {
    // A person who pays for themselves need not read their name over each line.
    let somebody_else = charge.person.filter(|person| recipient.person != Some(*person));
    let section = somebody_else
        .and_then(|person| facts.names.get(&person).cloned())
        .unwrap_or_default();
    let corrects = charge
        .corrects
        .and_then(|corrected| facts.corrected.get(&corrected).copied());
    DraftLine {
        charge,
        section,
        corrects,
    }
}

fn warnings(recipient: &Recipient) -> Vec<Warning> {
    let checks = [
        (recipient.buyer.lacks_siren(), Warning::MissingSiren),
        (!recipient.buyer.has_address(), Warning::MissingAddress),
        (recipient.email.is_none(), Warning::NoEmail),
    ];
    checks
        .into_iter()
        .filter(|(found, _)| *found)
        .map(|(_, warning)| warning)
        .collect()
}

/// What a person reviews: every draft, and the seller whose facts will be printed.
#[must_use]
pub fn reviewed(seller: Option<&Seller>, drafts: &[Draft]) -> Reviewed {
    Reviewed {
        seller: seller.map(|seller| digest(&json!(seller))).unwrap_or_default(),
        drafts: drafts
            .iter()
            .map(|draft| (draft.key(), draft.fingerprint()))
            .collect(),
    }
}

/// Sixteen bytes of SHA-256, in hexadecimal: enough to tell two drafts apart, short enough to be posted by the hundred.
fn digest(content: &serde_json::Value) -> String {
    let hash = Sha256::digest(content.to_string().as_bytes());
    HEXLOWER.encode(hash.get(..16).unwrap_or_default())
}
