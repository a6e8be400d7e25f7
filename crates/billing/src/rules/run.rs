//! The month's run: what was reviewed is what is issued.

use super::catalogue::Basis;
use super::invoice::Invoice;
use kernel::{AccountId, CustomerId, Id, Instant, Month};
use std::collections::BTreeMap;

kernel::codes! {
    /// How far a run is.
    pub enum RunState {
        /// Being reviewed.
        Draft = "draft",
        /// Its invoices are being issued.
        Issuing = "issuing",
        /// Over.
        Done = "done",
    }
}

kernel::codes! {
    /// What became of one draft of a run.
    pub enum ItemState {
        /// Waits to be issued.
        Pending = "pending",
        /// Issued.
        Issued = "issued",
        /// Left out, for a reason.
        Skipped = "skipped",
        /// Could not be issued by a fault of the program.
        Failed = "failed",
    }
}

kernel::codes! {
    /// Why a draft was left out.
    pub enum SkipReason {
        /// Somebody left it out at review.
        Excluded = "excluded",
        /// Its total is under zero: it waits for more charges.
        Negative = "negative",
        /// It is no longer what was reviewed.
        Changed = "changed",
        /// Nothing was left to invoice.
        Gone = "gone",
    }
}

impl RunState {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Draft => "billing-run-draft",
            Self::Issuing => "billing-run-issuing",
            Self::Done => "billing-run-done",
        }
    }
}

impl SkipReason {
    /// The key of the message that tells it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Excluded => "billing-skip-excluded",
            Self::Negative => "billing-skip-negative",
            Self::Changed => "billing-skip-changed",
            Self::Gone => "billing-skip-gone",
        }
    }
}

/// A month's run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Run {
    /// Which one.
    pub id: Id<Run>,
    /// The month it bills, with what was left of earlier ones.
    pub month: Month,
    /// How far it is.
    pub state: RunState,
    /// The job that issues it.
    pub job: Option<i64>,
    /// When it was begun.
    pub created_at: Instant,
    /// By whom.
    pub created_by: Option<AccountId>,
}

/// One draft of a run.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct RunItem {
    /// The customer.
    pub customer: CustomerId,
    /// On which basis.
    pub basis: Basis,
    /// What was reviewed.
    pub fingerprint: String,
    /// What became of it.
    pub state: ItemState,
    /// Why it was left out.
    pub reason: Option<SkipReason>,
    /// Its invoice.
    pub invoice: Option<Id<Invoice>>,
}

/// Names one draft of a month: a customer has at most one on each basis.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct DraftKey {
    /// The customer.
    pub customer: CustomerId,
    /// On which basis.
    pub basis: Basis,
}

impl DraftKey {
    /// Reads what [`DraftKey`] displays.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (customer, basis) = text.split_once('.')?;
        Some(Self {
            customer: Id::parse(customer).ok()?,
            basis: Basis::parse(basis).ok()?,
        })
    }
}

impl std::fmt::Display for DraftKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}.{}", self.customer, self.basis)
    }
}

/// What a person had before their eyes: the fingerprint of each draft, and of the seller.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Reviewed {
    /// The seller's.
    pub seller: String,
    /// Each draft's.
    pub drafts: BTreeMap<DraftKey, String>,
}

impl Reviewed {
    /// Reads what [`Reviewed`] displays; what cannot be read is not there, and will be found changed.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let mut words = text.split_whitespace();
        let seller = words.next().unwrap_or_default().to_owned();
        let drafts = words
            .filter_map(|word| {
                let (key, fingerprint) = word.split_once(':')?;
                Some((DraftKey::parse(key)?, fingerprint.to_owned()))
            })
            .collect();
        Self { seller, drafts }
    }

    /// What is different now, each draft once.
    #[must_use]
    pub fn changes(&self, now: &Self) -> Vec<Change> {
        let mut changes = Vec::new();
        if self.seller != now.seller {
            changes.push(Change::Seller);
        }
        for (key, fingerprint) in &now.drafts {
            match self.drafts.get(key) {
                None => changes.push(Change::New(*key)),
                Some(before) if before != fingerprint => changes.push(Change::Altered(*key)),
                Some(_) => {}
            }
        }
        let gone = self.drafts.keys().filter(|key| !now.drafts.contains_key(key));
        changes.extend(gone.map(|key| Change::Gone(*key)));
        changes
    }
}

impl std::fmt::Display for Reviewed {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(if self.seller.is_empty() { "-" } else { &self.seller })?;
        self.drafts
            .iter()
            .try_for_each(|(key, fingerprint)| write!(f, " {key}:{fingerprint}"))
    }
}

/// Something that changed since a review.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Change {
    /// The seller's own facts.
    Seller,
    /// A draft that was not there.
    New(DraftKey),
    /// A draft whose content is another.
    Altered(DraftKey),
    /// A draft that is no longer there.
    Gone(DraftKey),
}

impl Change {
    /// The key of the message that tells it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Seller => "billing-change-seller",
            Self::New(_) => "billing-change-new",
            Self::Altered(_) => "billing-change-altered",
            Self::Gone(_) => "billing-change-gone",
        }
    }

    /// The draft it is about.
    #[must_use]
    pub const fn draft(self) -> Option<DraftKey> {
        match self {
            Self::Seller => None,
            Self::New(key) | Self::Altered(key) | Self::Gone(key) => Some(key),
        }
    }
}

kernel::refusals! {
    /// Why a run is not prepared or not issued.
    pub enum RunRefusal {
        /// The seller's facts are not filled in.
        SellerMissing = "billing-refused-seller-missing",
        /// The month has not begun.
        MonthToCome = "billing-refused-month-to-come",
        /// It is before the first month in which anything was charged.
        MonthTooOld = "billing-refused-month-too-old",
        /// A run of this month is being issued.
        AlreadyIssuing = "billing-refused-already-issuing",
        /// The month was not prepared.
        NotPrepared = "billing-refused-not-prepared",
        /// No draft can be issued.
        NothingToIssue = "billing-refused-nothing-to-issue",
        /// Something is no longer what was reviewed.
        Changed {
            /// How many things.
            count: usize
        } = "billing-refused-changed",
        /// There is no such draft.
        UnknownDraft = "billing-refused-unknown-draft",
    }
}
