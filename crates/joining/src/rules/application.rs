//! Somebody asks to become a member.

use super::offer::Offer;
use super::text::HouseText;
use super::tour::Tour;
use kernel::{Email, Id, Instant, Locale, Money, Name, PersonId, Phone, Refusal, Siren, SirenRefused, Siret};
use people::PersonName;

kernel::codes! {
    /// How far an application is.
    pub enum ApplicationState {
        /// The address is not proven yet.
        Unproven = "unproven",
        /// Somebody of the team answers it.
        Waiting = "waiting",
        /// They are a member.
        Accepted = "accepted",
        /// They are not.
        Refused = "refused",
        /// They asked again since.
        Replaced = "replaced",
    }
}

impl ApplicationState {
    /// Message key of its name.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Unproven => "joining-state-unproven",
            Self::Waiting => "joining-state-waiting",
            Self::Accepted => "joining-state-accepted",
            Self::Refused => "joining-state-refused",
            Self::Replaced => "joining-state-replaced",
        }
    }

    /// The colour of its badge.
    #[must_use]
    pub const fn badge(self) -> &'static str {
        match self {
            Self::Unproven | Self::Replaced => "neutral",
            Self::Waiting => "warning",
            Self::Accepted => "success",
            Self::Refused => "error",
        }
    }
}

/// The organisation that will pay, as the applicant names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NamedOrganisation {
    /// Its name.
    pub name: Name,
    /// Its number.
    pub siren: Option<Siren>,
}

/// What somebody asks.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Asked {
    /// How they are called.
    pub name: PersonName,
    /// Where mail reaches them. Only the desk writes down somebody without.
    pub email: Option<Email>,
    /// Where a call reaches them.
    pub phone: Option<Phone>,
    /// The language they read.
    pub language: Locale,
    /// Who pays; none when they do.
    pub organisation: Option<NamedOrganisation>,
    /// What they would like to do here, in their words.
    pub wish: String,
    /// What they would take, with the price they were shown.
    pub offer: Option<(Offer, Money)>,
    /// The code of a coupon for what they would take.
    pub coupon: Option<String>,
    /// The house rules they agreed to.
    pub rules: Option<Id<HouseText>>,
    /// The privacy notice they agreed to.
    pub privacy: Option<Id<HouseText>>,
    /// The tour after which they ask.
    pub tour: Option<Id<Tour>>,
}

/// An application.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Application {
    /// Which one.
    pub id: Id<Application>,
    /// What is asked.
    pub asked: Asked,
    /// How far it is.
    pub state: ApplicationState,
    /// When it was asked.
    pub asked_at: Instant,
    /// When it was answered.
    pub answered_at: Option<Instant>,
    /// What the answer said.
    pub letter: String,
    /// Who they became.
    pub person: Option<PersonId>,
}

kernel::refusals! {
    /// Why an application is not answered so.
    pub enum ApplicationRefused {
        /// It was answered, or is not proven yet.
        NotWaiting = "joining-refused-not-waiting",
        /// The text of the house changed since the page was shown.
        TextChanged = "joining-refused-text-changed",
        /// A text must be accepted.
        TextMissing = "joining-refused-text-missing",
        /// The offer is not proposed, or costs something else by now.
        OfferChanged = "joining-refused-offer-changed",
        /// A coupon takes something off what is chosen; nothing is.
        CouponNeedsOffer = "joining-refused-coupon-needs-offer",
        /// Somebody is known who may be the same person: the team says whether they are.
        Alike = "joining-refused-alike",
        /// An organisation pays: its name is needed with its number.
        OrganisationUnnamed = "joining-refused-organisation-unnamed",
    }
}

/// Why something cannot be done, and the field it is said at.
pub struct At {
    /// The name of the field.
    pub field: &'static str,
    /// Why.
    pub why: Box<dyn Refusal + Send>,
}

impl At {
    /// Says `why` at a field.
    pub fn new(field: &'static str, why: impl Refusal + Send + 'static) -> Self {
        Self {
            field,
            why: Box::new(why),
        }
    }
}

impl std::fmt::Debug for At {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} at {}", self.why.key(), self.field)
    }
}

/// Reads the number of an organisation: nine digits (SIREN), or fourteen (SIRET) of which the first nine are kept.
///
/// # Errors
/// [`SirenRefused`], as for a SIREN.
pub(crate) fn siren(text: &str) -> Result<Siren, SirenRefused> {
    Siret::parse(text).map_or_else(|_| Siren::parse(text), |siret| Ok(siret.siren()))
}
