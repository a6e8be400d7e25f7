//! What the place holds about people, said by whoever holds it.
//!
//! Each capability declares its [`Holding`]s: why it keeps them, for how long, in which columns of which tables somebody is meant,
//! what a copy for that person shows, and what becomes of them when that person is erased or found to be another. Nothing
//! else is needed to export, to erase and to merge: these declarations are read as they are, and a test compares them with
//! the schema, so that no column that means somebody goes undeclared.

mod held;
mod own;

pub use held::{Blank, Erased, Held, Merged, Owner};
pub use own::PERSONAL;

use crate::database::{Somebody, Tx};
use crate::failure::Fault;
use kernel::{Day, Instant, Money, OrganisationId, PersonId, PlaceId};

/// What a capability says of personal data.
#[derive(Debug, Clone, Copy)]
pub struct Personal {
    /// What it holds.
    pub holdings: &'static [Holding],
    /// What is open between the place and somebody.
    pub matters: Option<MattersHook>,
    /// Settles, before two of its rows become one's, what a declaration cannot say.
    pub merge: Option<MergeHook>,
    /// Takes somebody out of where a declaration cannot reach, before the declared rows go.
    pub erase: Option<EraseHook>,
    /// The day until which the law keeps what it holds about somebody.
    pub kept_until: Option<KeptUntilHook>,
}

impl Personal {
    /// For a capability that holds nothing about anybody.
    pub const NONE: Self = Self::of(&[]);

    /// For a capability that holds these, with nothing open and nothing to settle.
    #[must_use]
    pub const fn of(holdings: &'static [Holding]) -> Self {
        Self {
            holdings,
            matters: None,
            merge: None,
            erase: None,
            kept_until: None,
        }
    }
}

/// One kind of data about people.
#[derive(Debug, Clone, Copy)]
pub struct Holding {
    /// The message that names it. Why it is held is the message `NAME-purpose`; where the law keeps it, `NAME-law` says which.
    pub name: &'static str,
    /// What allows the place to hold it.
    pub basis: Basis,
    /// What becomes of it when its person is erased.
    pub fate: Fate,
    /// How long it is kept anyway; none where it lives as long as what it is about.
    pub retention: Option<Retention>,
    /// Where it is.
    pub tables: &'static [Held],
}

kernel::codes! {
    /// What allows to hold data about somebody: GDPR, article 6 (1).
    pub enum Basis {
        /// What was agreed with that person (b).
        Contract = "contract",
        /// The law demands it (c).
        LegalObligation = "legal_obligation",
        /// The place needs it, and it weighs less on that person (f).
        LegitimateInterest = "legitimate_interest",
        /// That person allowed it, and may take that back (a).
        Consent = "consent",
    }
}

impl Basis {
    /// The message that names it.
    #[must_use]
    pub fn message(self) -> String {
        format!("shell-basis-{}", self.code().replace('_', "-"))
    }
}

kernel::codes! {
    /// What becomes of data when its person is erased.
    pub enum Fate {
        /// It goes.
        Deleted = "deleted",
        /// It stays, and nobody can be found by it.
        Anonymised = "anonymised",
        /// The law keeps it.
        Kept = "kept",
    }
}

/// How long a kind of data is kept, in months. The place decides within bounds.
#[derive(Debug, Clone, Copy)]
pub struct Retention {
    /// Unless the place decides.
    pub usual: i64,
    /// The least that the law or the work demands.
    pub least: i64,
    /// The most that can be justified.
    pub most: i64,
    /// Removes what ended before, in one place, and says how many rows that was.
    pub apply: fn(&mut Tx<'_>, PlaceId, Limit) -> Result<u64, Fault>,
}

/// What ended before is old enough to go.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limit {
    /// As a moment.
    pub moment: Instant,
    /// As a day of the place.
    pub day: Day,
}

/// Something open between the place and somebody: owed, held, lent, to come.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Matter {
    /// The message that says what it is; it may show `$name` and `$count`.
    pub key: &'static str,
    /// How the thing is called.
    pub name: String,
    /// How many.
    pub count: i64,
    /// How much money.
    pub amount: Option<Money>,
    /// Where the team sees it.
    pub href: Option<String>,
    /// Whether somebody can be erased only once it is settled.
    pub hinders: bool,
}

/// What is open between the place and somebody.
pub type MattersHook = fn(&mut Tx<'_>, PlaceId, PersonId) -> Result<Vec<Matter>, Fault>;

/// Two that are one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Merge {
    /// Two records of one natural person.
    Persons {
        /// The record that stays.
        kept: PersonId,
        /// The one whose rows become the other's.
        gone: PersonId,
    },
    /// Two records of one organisation.
    Organisations {
        /// The record that stays.
        kept: OrganisationId,
        /// The one whose rows become the other's.
        gone: OrganisationId,
    },
}

impl Merge {
    /// Both identifiers as the database holds them: the one that stays, the one that goes.
    #[must_use]
    pub const fn ids(self) -> (i64, i64) {
        match self {
            Self::Persons { kept, gone } => (kept.as_i64(), gone.as_i64()),
            Self::Organisations { kept, gone } => (kept.as_i64(), gone.as_i64()),
        }
    }
}

/// Settles what a declaration cannot say, before the declared columns move.
pub type MergeHook = fn(&mut Tx<'_>, PlaceId, Merge) -> Result<(), Fault>;

/// Takes somebody out of where a declaration cannot reach.
pub type EraseHook = fn(&mut Tx<'_>, PlaceId, &Somebody) -> Result<(), Fault>;

/// The last day on which the law keeps what is held about somebody; none when nothing is.
pub type KeptUntilHook = fn(&mut Tx<'_>, PlaceId, PersonId) -> Result<Option<Day>, Fault>;

/// What every capability declares, for whoever exports, erases and merges.
#[derive(Debug, Clone, Default)]
pub struct Declarations(Vec<Personal>);

impl Declarations {
    /// The platform's own first, then those of the capabilities in their order.
    #[must_use]
    pub fn new(capabilities: impl IntoIterator<Item = Personal>) -> Self {
        let mut all = vec![PERSONAL];
        all.extend(capabilities);
        Self(all)
    }

    /// Every kind of data.
    pub fn holdings(&self) -> impl Iterator<Item = &'static Holding> {
        self.0.iter().flat_map(|personal| personal.holdings)
    }

    /// Every table.
    pub fn tables(&self) -> impl Iterator<Item = &'static Held> {
        self.holdings().flat_map(|holding| holding.tables)
    }

    /// Everything open between the place and somebody.
    ///
    /// # Errors
    /// As the database says.
    pub fn matters(&self, tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<Matter>, Fault> {
        let mut open = Vec::new();
        for hook in self.0.iter().filter_map(|personal| personal.matters) {
            open.extend(hook(tx, place, person)?);
        }
        Ok(open)
    }

    /// The last day on which the law keeps anything about somebody.
    ///
    /// # Errors
    /// As the database says.
    pub fn kept_until(
        &self,
        tx: &mut Tx<'_>,
        place: PlaceId,
        person: PersonId,
    ) -> Result<Option<Day>, Fault> {
        let mut last = None;
        for hook in self.0.iter().filter_map(|personal| personal.kept_until) {
            last = last.max(hook(tx, place, person)?);
        }
        Ok(last)
    }

    /// Lets every capability take somebody out of where its declarations cannot reach.
    ///
    /// # Errors
    /// As the database says.
    pub fn take_out(&self, tx: &mut Tx<'_>, place: PlaceId, who: &Somebody) -> Result<(), Fault> {
        for hook in self.0.iter().filter_map(|personal| personal.erase) {
            hook(tx, place, who)?;
        }
        Ok(())
    }

    /// Lets every capability settle what its declarations cannot say of two that become one.
    ///
    /// # Errors
    /// As the database says.
    pub fn settle(&self, tx: &mut Tx<'_>, place: PlaceId, merge: Merge) -> Result<(), Fault> {
        for hook in self.0.iter().filter_map(|personal| personal.merge) {
            hook(tx, place, merge)?;
        }
        Ok(())
    }
}
