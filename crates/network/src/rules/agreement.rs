//! An agreement with another place: its terms, and how it stands.

use billing::Product;
use kernel::{Day, Id, Instant, Money, OrganisationId};
use offers::PassOffer;
use std::collections::BTreeSet;

/// What identifiers of partners are identifiers of.
#[derive(Debug)]
pub enum PartnerMark {}

/// The identifier of a partner.
pub type PartnerId = Id<PartnerMark>;

/// How long an invitation may be accepted, in seconds: a week.
pub const INVITED_FOR: i64 = 7 * 86_400;
/// How long a call to another place may take, in milliseconds: somebody waits at the desk.
pub const LONGEST_CALL: u64 = 5_000;
/// The dearest day, in cents.
pub const DEAREST: i64 = 100_000;
/// The most days that one person may be elsewhere in a month.
pub const MOST_DAYS: i64 = 31;
/// The most characters of a name or a town.
const LONGEST_NAME: usize = 120;
/// The most characters of an address.
const LONGEST_URL: usize = 300;

/// What both places agreed: what the place visited claims from the home of its visitor, net of VAT, and from when to when.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Rates {
    /// For a half-day.
    pub half_day: Money,
    /// For a day; never more than two half-days are claimed for one.
    pub day: Money,
    /// The first day.
    pub from: Day,
    /// The last day, when there is one.
    pub until: Option<Day>,
}

impl Rates {
    /// Whether the agreement holds on a day.
    #[must_use]
    pub fn hold_on(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

/// What each place decides for its own members, alone and at any time.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HomeTerms {
    /// The passes that pay for visits there; none means that nobody may go.
    pub accepted: BTreeSet<Id<PassOffer>>,
    /// The most days of one person there in a calendar month; a half-day is half of one.
    pub cap_days: i64,
    /// Whom to charge with what their members cost us.
    pub organisation: Option<OrganisationId>,
    /// As what.
    pub product: Option<Id<Product>>,
}

/// Another place with which there is an agreement.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Partner {
    /// Which one.
    pub id: PartnerId,
    /// Its name.
    pub name: String,
    /// Its town.
    pub town: String,
    /// Where its Tribu is: `https://tribu.example.org`.
    pub url: String,
    /// What both sides call the agreement.
    pub agreement: String,
    /// Whether we invited.
    pub inviter: bool,
    /// What the invitation signs with.
    pub invitation: String,
    /// Until when the invitation may be accepted.
    pub invited_until: Instant,
    /// What signs the calls; empty before the invitation was accepted.
    pub key: String,
    /// What both agreed.
    pub rates: Rates,
    /// What we decide for our members.
    pub terms: HomeTerms,
    /// Since when it is agreed.
    pub joined_at: Option<Instant>,
    /// Since when we let nothing pass.
    pub suspended_at: Option<Instant>,
    /// When we ended it.
    pub ended_at: Option<Instant>,
}

kernel::codes! {
    /// How an agreement stands on our side.
    pub enum Standing {
        /// The other place has not answered yet.
        Invited = "invited",
        /// It did not answer in time.
        Lapsed = "lapsed",
        /// Visits pass.
        Open = "open",
        /// We let nothing pass for now.
        Suspended = "suspended",
        /// It is over.
        Ended = "ended",
    }
}

impl Partner {
    /// How it stands at a moment.
    #[must_use]
    pub fn standing(&self, now: Instant) -> Standing {
        match (self.ended_at, self.joined_at, self.suspended_at) {
            (Some(_), _, _) => Standing::Ended,
            (None, Some(_), Some(_)) => Standing::Suspended,
            (None, Some(_), None) => Standing::Open,
            (None, None, _) if now < self.invited_until => Standing::Invited,
            (None, None, _) => Standing::Lapsed,
        }
    }

    /// Whether our members may go there on a day.
    #[must_use]
    pub fn may_be_visited(&self, now: Instant, day: Day) -> bool {
        self.standing(now) == Standing::Open && self.rates.hold_on(day) && !self.terms.accepted.is_empty()
    }
}

kernel::refusals! {
    /// Why an agreement is not made or changed.
    pub enum PartnerRefused {
        /// A name that is empty or too long.
        Name = "network-refused-name",
        /// Not the address of a Tribu.
        Address = "network-refused-address",
        /// An amount below zero, a half-day dearer than a day, or too much.
        Rates = "network-refused-rates",
        /// It ends before it begins.
        Dates = "network-refused-dates",
        /// From half a day to a whole month.
        Cap = "network-refused-cap",
        /// A pass, an organisation or a product that is not there.
        Unknown = "network-refused-unknown",
        /// Not the text of an invitation.
        Invitation = "network-refused-invitation",
        /// The agreement does not stand so that this could be done.
        Standing = "network-refused-standing",
        /// That invitation was accepted here before.
        Twice = "network-refused-twice",
        /// The other place counts in another currency.
        Currency = "network-refused-currency",
        /// The other place does not answer.
        Unreachable = "network-refused-unreachable",
        /// The other place does not take the invitation.
        NotTaken = "network-refused-not-taken",
    }
}

/// A name or a town, in one line.
///
/// # Errors
/// [`PartnerRefused::Name`] when nothing is left of it or it is too long.
pub fn name(text: &str) -> Result<String, PartnerRefused> {
    let line = text.split_whitespace().collect::<Vec<_>>().join(" ");
    if line.is_empty() || line.chars().count() > LONGEST_NAME || line.chars().any(char::is_control) {
        return Err(PartnerRefused::Name);
    }
    Ok(line)
}

/// A town, which may be left out.
///
/// # Errors
/// [`PartnerRefused::Name`] when it is too long.
pub fn town(text: &str) -> Result<String, PartnerRefused> {
    if text.trim().is_empty() {
        return Ok(String::new());
    }
    name(text)
}

/// Where another Tribu is: a scheme and a host, nothing after it. `plain` says whether addresses without TLS are called.
///
/// # Errors
/// [`PartnerRefused::Address`].
pub fn address(text: &str, plain: bool) -> Result<String, PartnerRefused> {
    let text = text.trim().trim_end_matches('/');
    let rest = text
        .strip_prefix("https://")
        .or_else(|| text.strip_prefix("http://").filter(|_| plain));
    let host = rest.ok_or(PartnerRefused::Address)?;
    let sign = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'.' | b'-' | b':' | b'[' | b']');
    if host.is_empty() || text.len() > LONGEST_URL || !host.bytes().all(sign) {
        return Err(PartnerRefused::Address);
    }
    Ok(text.to_ascii_lowercase())
}

/// Whether rates can be agreed.
///
/// # Errors
/// [`PartnerRefused::Rates`], [`PartnerRefused::Dates`].
pub fn check_rates(rates: &Rates) -> Result<(), PartnerRefused> {
    let (half, day) = (rates.half_day.cents(), rates.day.cents());
    if half < 0 || day < half || day > DEAREST {
        return Err(PartnerRefused::Rates);
    }
    if rates.until.is_some_and(|until| until < rates.from) {
        return Err(PartnerRefused::Dates);
    }
    Ok(())
}

/// Where a place is reached: the address of the installation, under the host name of the place where it has one.
#[must_use]
pub fn own_address(base_url: &str, host: Option<&str>) -> String {
    let (Some(host), Some((scheme, rest))) = (host, base_url.split_once("://")) else {
        return base_url.trim_end_matches('/').to_owned();
    };
    let port = rest.rsplit_once(':').map(|(_, port)| port);
    let port = port.filter(|port| port.bytes().all(|byte| byte.is_ascii_digit()));
    match port {
        Some(port) => format!("{scheme}://{host}:{port}"),
        None => format!("{scheme}://{host}"),
    }
}
