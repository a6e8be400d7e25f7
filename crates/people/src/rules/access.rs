//! Accounts, sessions and links: how somebody comes in, and for how long.

use super::token::TokenHash;
use kernel::{AccountId, Email, Hat, Instant, PersonId};

kernel::refusals! {
    /// Why an account does not do what is asked.
    pub enum AccountRefusal {
        /// The person has no e-mail address to sign in with.
        NoEmail = "people-refused-account-no-email",
        /// The person has an account already.
        AlreadyExists = "people-refused-account-exists",
        /// The address is another account's.
        EmailTaken = "people-refused-email-taken",
        /// The account is closed.
        Disabled = "people-refused-account-disabled",
        /// The account belongs to the team: only an administrator may do this.
        Protected = "people-refused-account-protected",
        /// Nobody would be left to administer the place.
        LastAdministrator = "people-refused-last-administrator",
        /// The link was used, is too old, or never was.
        LinkSpent = "people-refused-link-spent",
    }
}

kernel::codes! {
    /// What a link sent by mail is good for.
    pub enum LinkPurpose {
        /// Coming in, once.
        SignIn = "sign_in",
        /// Coming in for the first time.
        Invitation = "invitation",
        /// Choosing another password.
        Reset = "reset",
    }
}

impl LinkPurpose {
    /// How long the link is good, in seconds.
    #[must_use]
    pub const fn seconds(self) -> i64 {
        match self {
            Self::SignIn => 20 * 60,
            Self::Reset => 60 * 60,
            Self::Invitation => 14 * 24 * 60 * 60,
        }
    }
}

/// A way to sign in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Account {
    /// Which one.
    pub id: AccountId,
    /// Whose.
    pub person: PersonId,
    /// The address it is opened with.
    pub email: Email,
    /// The hash of its password, in PHC form (argon2id); none for who comes in by links only.
    pub password_hash: Option<String>,
    /// When it was made.
    pub created_at: Instant,
    /// When it was closed.
    pub disabled_at: Option<Instant>,
}

/// A browser in which somebody is signed in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Session {
    /// The hash of the token that the browser holds: enough to name the session, not to use it.
    pub token_hash: TokenHash,
    /// Whose.
    pub account: AccountId,
    /// The hat worn.
    pub hat: Hat,
    /// When it began.
    pub created_at: Instant,
    /// When it was last noted in use.
    pub seen_at: Instant,
    /// When it ends if it is not used any more.
    pub expires_at: Instant,
    /// When it ends in any case.
    pub ends_at: Instant,
    /// The network address it began at.
    pub address: String,
    /// What the browser said it is.
    pub agent: String,
    /// Whether it waits for the second factor, and opens nothing until then.
    pub code_due: bool,
}

/// How long sessions last in a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SessionTerms {
    /// Seconds without use after which a session ends.
    pub idle_seconds: i64,
    /// Seconds after which it ends in any case.
    pub absolute_seconds: i64,
}

/// The setting that holds the days without use after which a session ends.
pub const IDLE_DAYS_SETTING: &str = "session_idle_days";
/// The setting that holds the days after which a session ends in any case.
pub const ABSOLUTE_DAYS_SETTING: &str = "session_absolute_days";

/// Seconds for which a session waits for the second factor.
pub(crate) const CODE_SECONDS: i64 = 600;

const SECONDS_PER_DAY: i64 = 86_400;
const IDLE_DAYS: i64 = 14;
const ABSOLUTE_DAYS: i64 = 90;
const MOST_DAYS: i64 = 366;

/// Seconds between two notes that a session is in use.
pub(crate) const SECONDS_BETWEEN_NOTES: i64 = 300;

impl SessionTerms {
    /// The terms that a place set in days, each between 1 and 366; 14 and 90 where it set none.
    #[must_use]
    pub fn from_settings(idle_days: Option<&str>, absolute_days: Option<&str>) -> Self {
        let days = |setting: Option<&str>, usual: i64| {
            setting
                .and_then(|text| text.trim().parse().ok())
                .map_or(usual, |days: i64| days.clamp(1, MOST_DAYS))
        };
        Self {
            idle_seconds: days(idle_days, IDLE_DAYS).saturating_mul(SECONDS_PER_DAY),
            absolute_seconds: days(absolute_days, ABSOLUTE_DAYS).saturating_mul(SECONDS_PER_DAY),
        }
    }

    /// When a session begun at `created_at` ends in any case.
    pub(crate) const fn end(self, created_at: Instant) -> Instant {
        created_at.plus_seconds(self.absolute_seconds)
    }

    /// When a session in use at `now` ends without further use.
    pub(crate) fn expiry(self, now: Instant, end: Instant) -> Instant {
        now.plus_seconds(self.idle_seconds).min(end)
    }
}
