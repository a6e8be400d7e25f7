//! Reduced tariffs, and the right to them that is shown by a proof (T91).

use kernel::{CustomerId, Day, Days, Id, Instant, Name, OrganisationId, PersonId, Rate};

/// A tariff for those who show that they have a right to it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReducedTariff {
    /// Which one.
    pub id: Id<ReducedTariff>,
    /// What the place says of it.
    pub terms: TariffTerms,
}

/// What is said of a reduced tariff.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct TariffTerms {
    /// What people and invoices call it.
    pub name: Name,
    /// How much is off the price.
    pub rate: Rate,
    /// What shows the right to it, in a few sentences.
    pub proof: String,
    /// For how many months it is usually granted.
    pub months: i64,
    /// Whether it is off the price of plans.
    pub on_plans: bool,
    /// Whether it is off the price of passes.
    pub on_passes: bool,
    /// Whether it is off the price of bookings.
    pub on_bookings: bool,
    /// Whether it can be asked for.
    pub active: bool,
}

kernel::codes! {
    /// Where a demand stands.
    pub enum ReductionState {
        /// It waits for an answer.
        Asked = "asked",
        /// It was granted, from a day to a day.
        Granted = "granted",
        /// It was refused.
        Refused = "refused",
        /// Who asked took it back.
        Withdrawn = "withdrawn",
    }
}

impl ReductionState {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Asked => "offers-reduction-asked",
            Self::Granted => "offers-reduction-granted",
            Self::Refused => "offers-reduction-refused",
            Self::Withdrawn => "offers-reduction-withdrawn",
        }
    }

    /// The kind of badge that shows it.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Asked => "info",
            Self::Granted => "success",
            Self::Refused => "warning",
            Self::Withdrawn => "neutral",
        }
    }
}

/// A reduced tariff asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Reduction {
    /// Which one.
    pub id: Id<Reduction>,
    /// Which tariff.
    pub tariff: Id<ReducedTariff>,
    /// Its name.
    pub name: String,
    /// Who asked.
    pub person: PersonId,
    /// For whom: the organisation that pays for them, or themself.
    pub organisation: Option<OrganisationId>,
    /// The customer that the organisation is.
    pub customer: Option<CustomerId>,
    /// What they said.
    pub words: String,
    /// Where it stands.
    pub state: ReductionState,
    /// When it was asked for.
    pub asked_at: Instant,
    /// How much is off.
    pub rate: Rate,
    /// The days on which it holds, once granted.
    pub days: Option<Days>,
    /// What was answered.
    pub answer: String,
    /// When.
    pub decided_at: Option<Instant>,
}

impl Reduction {
    /// Whether it holds on a day.
    #[must_use]
    pub fn holds_on(&self, day: Day) -> bool {
        self.state == ReductionState::Granted && self.days.is_some_and(|days| days.contains(day))
    }
}

kernel::codes! {
    /// What kind of file a proof is.
    pub enum ProofKind {
        /// A document.
        Pdf = "application/pdf",
        /// A photograph.
        Jpeg = "image/jpeg",
        /// A picture of a screen.
        Png = "image/png",
    }
}

/// The most bytes of a proof.
pub(crate) const LARGEST_PROOF: usize = 5 * 1024 * 1024;
/// The most characters of what is said.
pub(crate) const LONGEST_WORDS: usize = 2_000;

kernel::refusals! {
    /// Why a reduced tariff is not asked for, granted, refused or kept.
    pub enum ReductionRefused {
        /// Neither words nor a file.
        NoProof = "offers-refused-no-proof",
        /// Too many characters.
        Words {
            /// The most.
            maximum: usize
        } = "offers-refused-note",
        /// Not a PDF, a JPEG or a PNG, whatever its name says.
        FileKind = "offers-refused-proof-kind",
        /// Too large a file.
        FileTooLarge {
            /// The most megabytes.
            megabytes: usize
        } = "offers-refused-proof-size",
        /// It cannot be asked for.
        NotOffered = "offers-refused-tariff-not-offered",
        /// It was asked for already, and waits for an answer.
        AskedAlready = "offers-refused-reduction-asked",
        /// Nobody pays for this person but themself.
        NoOrganisation = "offers-refused-no-organisation",
        /// It was answered already.
        Answered = "offers-refused-reduction-answered",
        /// The last day is before the first, or over five years away.
        Days = "offers-refused-reduction-days",
        /// A refusal says why.
        NoReason = "offers-refused-no-reason",
        /// Another tariff has this name.
        NameTaken = "offers-refused-name-taken",
        /// Not a part of the price.
        Rate = "offers-refused-tariff-rate",
        /// What was charged can no longer be corrected.
        ChargeRefused = "offers-refused-charge",
    }
}

/// What kind of file it is, by how its content begins.
///
/// # Errors
/// [`ReductionRefused`] when it is none that a proof may be, or too large.
pub(crate) fn proof_kind(content: &[u8]) -> Result<ProofKind, ReductionRefused> {
    if content.len() > LARGEST_PROOF {
        return Err(ReductionRefused::FileTooLarge {
            megabytes: LARGEST_PROOF / (1024 * 1024),
        });
    }
    let kinds: [(&[u8], ProofKind); 3] = [
        (b"%PDF-", ProofKind::Pdf),
        (b"\xff\xd8\xff", ProofKind::Jpeg),
        (b"\x89PNG\r\n\x1a\n", ProofKind::Png),
    ];
    let known = kinds.into_iter().find(|(begin, _)| content.starts_with(begin));
    known.map(|(_, kind)| kind).ok_or(ReductionRefused::FileKind)
}

/// Checks the days of a grant.
pub(crate) fn check_days(days: Days) -> Result<(), ReductionRefused> {
    if days.len() > 5 * 366 {
        return Err(ReductionRefused::Days);
    }
    Ok(())
}

impl TariffTerms {
    /// Checks numbers and texts.
    pub(crate) fn check(&self) -> Result<(), ReductionRefused> {
        if self.rate == Rate::ZERO || self.rate > Rate::HUNDRED || !(1..=60).contains(&self.months) {
            return Err(ReductionRefused::Rate);
        }
        check_words(&self.proof)
    }
}

/// Checks what somebody said.
pub(crate) fn check_words(text: &str) -> Result<(), ReductionRefused> {
    if text.chars().count() > LONGEST_WORDS {
        return Err(ReductionRefused::Words {
            maximum: LONGEST_WORDS,
        });
    }
    Ok(())
}

#[cfg(test)]
mod tests;
