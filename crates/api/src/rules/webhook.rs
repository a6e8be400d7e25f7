//! Webhooks: which acts are told, how a message is signed, when it is tried again.

use data_encoding::BASE64;
use hmac::{Hmac, KeyInit as _, Mac as _};
use kernel::{Id, Instant, PersonId};
use sha2::Sha256;
use std::collections::BTreeSet;

kernel::codes! {
    /// Something that a program may want to know at once. Each is an act of the activity log.
    pub enum Event {
        /// A booking was made, by whoever.
        BookingMade = "booking.made",
        /// Somebody asks for hours, and the place has not answered yet.
        BookingRequested = "booking.requested",
        /// A request was accepted.
        BookingApproved = "booking.approved",
        /// A request was turned down.
        BookingRefused = "booking.refused",
        /// A booking goes to other hours or another space.
        BookingMoved = "booking.moved",
        /// A booking was given up.
        BookingCancelled = "booking.cancelled",
        /// Its people are here.
        BookingCheckedIn = "booking.checked_in",
        /// Somebody came.
        CheckInMade = "check_in.made",
        /// Somebody left for the day.
        CheckInLeft = "check_in.left",
        /// A check-in was undone.
        CheckInUndone = "check_in.undone",
        /// Somebody becomes a member.
        MemberJoined = "member.joined",
        /// Somebody is a member no more, from a day on.
        MemberLeft = "member.left",
        /// Somebody new is known.
        PersonAdded = "person.added",
        /// A pass was bought.
        PassSold = "pass.sold",
        /// A plan begins.
        ContractStarted = "contract.started",
        /// A plan ends.
        ContractEnded = "contract.ended",
        /// Hours were blocked.
        ClosureMade = "closure.made",
        /// Something was reported broken.
        IncidentReported = "incident.reported",
        /// A need or an offer was posted.
        NoticePosted = "notice.posted",
    }
}

impl Event {
    /// The key of the message that names it.
    #[must_use]
    pub fn message(self) -> String {
        format!("api-event-{}", self.code().replace(['.', '_'], "-"))
    }
}

/// What a trial is called: no act of the house has this name.
pub const TRIAL: &str = "webhook.tried";

kernel::codes! {
    /// Where a message stands.
    pub enum DeliveryState {
        /// It waits to be sent, or to be tried again.
        Waiting = "waiting",
        /// The listener took it.
        Taken = "taken",
        /// It was given up.
        Failed = "failed",
    }
}

kernel::refusals! {
    /// Why somebody is not told.
    pub enum WebhookRefused {
        /// Without a name nobody knows later what it is for.
        Name = "api-refused-webhook-name",
        /// Not an address that can be called.
        Address = "api-refused-webhook-address",
        /// Something must be told.
        NoEvent = "api-refused-webhook-events",
        /// More listeners than a place may have.
        TooMany {
            /// The most.
            maximum: usize
        } = "api-refused-webhook-too-many",
        /// It was ended: nothing is told any more.
        Ended = "api-refused-webhook-ended",
    }
}

/// The most listeners of a place.
pub const MOST: usize = 50;
/// The longest address.
pub const LONGEST_URL: usize = 500;
/// How often a message is tried: over about three days.
pub const MOST_ATTEMPTS: i64 = 12;
/// A listener that took nothing for so long is told nothing more, in seconds: three days.
pub const DISABLED_AFTER: i64 = 3 * 86_400;
/// Messages are kept for so long, in seconds: thirty days.
pub const KEPT: i64 = 30 * 86_400;
/// How many bytes of an answer are kept.
pub const ANSWER_KEPT: usize = 1_000;
/// What a secret begins with.
const PREFIX: &str = "whsec_";

/// Somebody who is told.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Webhook {
    /// Which one.
    pub id: Id<Webhook>,
    /// What for.
    pub name: String,
    /// Where messages go.
    pub url: String,
    /// What is told.
    pub events: BTreeSet<Event>,
    /// What signs the messages.
    pub secret: String,
    /// Since when; nothing before is told.
    pub created_at: Instant,
    /// Who asked for it, and is written to when it fails.
    pub created_by: PersonId,
    /// Since when nothing was taken any more.
    pub failing_since: Option<Instant>,
    /// When the house gave up.
    pub disabled_at: Option<Instant>,
    /// When it was ended.
    pub ended_at: Option<Instant>,
}

impl Webhook {
    /// Whether it is told anything now.
    #[must_use]
    pub const fn is_told(&self) -> bool {
        self.disabled_at.is_none() && self.ended_at.is_none()
    }
}

/// A message, and what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Delivery {
    /// Which one; the same each time it is sent.
    pub id: Id<Delivery>,
    /// To whom.
    pub webhook: Id<Webhook>,
    /// What it tells.
    pub event: String,
    /// The message itself.
    pub body: String,
    /// Where it stands.
    pub state: DeliveryState,
    /// How often it was sent.
    pub attempts: i64,
    /// When it is sent next.
    pub not_before: Instant,
    /// When it was written.
    pub created_at: Instant,
    /// When the last answer came, or did not.
    pub answered_at: Option<Instant>,
    /// The status of the last answer.
    pub status: Option<i64>,
    /// How the last answer begins, or why there was none.
    pub answer: String,
}

/// What is asked of a new listener.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewWebhook {
    /// What for.
    pub name: String,
    /// Where messages go.
    pub url: String,
    /// What is told.
    pub events: BTreeSet<Event>,
}

/// Whether somebody may be told so. `plain` says whether the installation calls addresses without TLS.
///
/// # Errors
/// [`WebhookRefused`].
pub fn check(new: &NewWebhook, plain: bool, known: usize) -> Result<(), WebhookRefused> {
    let name = new.name.trim();
    if name.is_empty() || name.chars().count() > 80 || name.chars().any(char::is_control) {
        return Err(WebhookRefused::Name);
    }
    if !is_address(&new.url, plain) {
        return Err(WebhookRefused::Address);
    }
    if new.events.is_empty() {
        return Err(WebhookRefused::NoEvent);
    }
    if known >= MOST {
        return Err(WebhookRefused::TooMany { maximum: MOST });
    }
    Ok(())
}

/// An address of the web: no name and password in it, nothing but visible signs.
fn is_address(url: &str, plain: bool) -> bool {
    let rest = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://").filter(|_| plain));
    let Some(rest) = rest else { return false };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let visible = url.bytes().all(|byte| byte.is_ascii_graphic());
    url.len() <= LONGEST_URL && visible && !host.is_empty() && !host.contains('@') && !rest.contains('#')
}

/// A fresh secret from 32 random bytes, as standardwebhooks.com writes it.
#[must_use]
pub fn secret(random: [u8; 32]) -> String {
    format!("{PREFIX}{}", BASE64.encode(&random))
}

/// The signature of a message, as standardwebhooks.com says it: `v1,` and the HMAC-SHA256 of identifier, moment (in seconds) and
/// body, joined by dots.
#[must_use]
pub fn signature(secret: &str, id: &str, seconds: i64, body: &str) -> String {
    let key = BASE64
        .decode(secret.trim_start_matches(PREFIX).as_bytes())
        .unwrap_or_else(|_| secret.as_bytes().to_vec());
    let Ok(mut mac) = Hmac::<Sha256>::new_from_slice(&key) else {
        return String::new();
    };
    mac.update(format!("{id}.{seconds}.{body}").as_bytes());
    format!("v1,{}", BASE64.encode(&mac.finalize().into_bytes()))
}

/// Seconds before the next try: half a minute, then three times as long each time, twelve hours at most.
#[must_use]
pub fn wait_after(attempt: i64) -> i64 {
    let power = u32::try_from(attempt.saturating_sub(1)).unwrap_or(0).min(10);
    30_i64.saturating_mul(3_i64.saturating_pow(power)).min(12 * 3_600)
}

/// Whether a listener that failed again is given up.
#[must_use]
pub fn gives_up(failing_since: Instant, now: Instant) -> bool {
    now.since(failing_since).seconds() >= DISABLED_AFTER
}

/// Events as they are kept.
#[must_use]
pub fn written(events: &BTreeSet<Event>) -> String {
    let codes: Vec<&str> = events.iter().map(|event| event.code()).collect();
    codes.join(" ")
}

/// Reads what [`written`] wrote.
#[must_use]
pub fn read(text: &str) -> BTreeSet<Event> {
    text.split(' ')
        .filter_map(|code| Event::parse(code).ok())
        .collect()
}

#[cfg(test)]
mod tests {
    use super::{Event, NewWebhook, WebhookRefused, check, gives_up, signature, wait_after};
    use kernel::Instant;

    #[test]
    fn the_signature_is_that_of_the_standard() {
        // The example of the reference implementations of standardwebhooks.com.
        let told = signature(
            "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330,
            r#"{"test": 2432232314}"#,
        );
        assert_eq!(told, "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    #[test]
    fn tries_are_further_and_further_apart() {
        let waits: Vec<i64> = (1..=9).map(wait_after).collect();
        assert_eq!(waits, [30, 90, 270, 810, 2_430, 7_290, 21_870, 43_200, 43_200]);
        let since = Instant::from_seconds(0);
        assert!(!gives_up(since, Instant::from_seconds(3 * 86_400 - 1)));
        assert!(gives_up(since, Instant::from_seconds(3 * 86_400)));
    }

    #[test]
    fn only_addresses_of_the_web_are_called() {
        let at = |url: &str| NewWebhook {
            name: "x".to_owned(),
            url: url.to_owned(),
            events: [Event::BookingMade].into(),
        };
        for url in ["https://example.org", "https://example.org:8443/a?b=c"] {
            assert_eq!(check(&at(url), false, 0), Ok(()), "{url}");
        }
        for url in [
            "http://example.org",
            "ftp://example.org",
            "https://",
            "https:///x",
            "https://a@example.org",
            "https://exa mple.org",
            "https://example.org/#x",
            "https://example.org/\u{e9}",
            "javascript:1",
            "",
        ] {
            assert_eq!(check(&at(url), false, 0), Err(WebhookRefused::Address), "{url}");
        }
        assert_eq!(check(&at("http://127.0.0.1:9"), true, 0), Ok(()));
    }
}
