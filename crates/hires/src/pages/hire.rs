//! One request: what is asked, which spaces could be had, what is kept, the quotes and the words exchanged.

use super::fields::hireable;
use crate::actions::hold::kept;
use crate::actions::{known_to_read, source_of};
use crate::permissions::{ANSWER, CHECK};
use crate::rules::check::Deposit;
use crate::rules::hire::{Hire, HireAct, HireSlot, HireState, Message, after};
use crate::store::{checks, messages, slots};
use askama::Template;
use billing::{Quote, QuoteState};
use kernel::{Actor, Day, Id, Name, PersonId};
use platform::activity::{self, Entry, Subject};
use platform::database::Tx;
use platform::web::{Answer, Form, HistoryLine, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use spaces::store::resources;
use spaces::{Booking, BookingState, Holder, NewBooking, Resource};
use std::collections::BTreeMap;

/// One request.
#[derive(Template)]
#[template(path = "hire.html")]
pub(super) struct HirePage {
    pub(super) shell: Shell,
    form: Form,
    hire: Hire,
    slots: Vec<SlotLine>,
    spaces: Vec<(String, String)>,
    quotes: Vec<Quote>,
    messages: Vec<Message>,
    names: BTreeMap<PersonId, String>,
    deposit: Option<Deposit>,
    history: Vec<HistoryLine>,
    today: Day,
    may_answer: bool,
    may_check: bool,
}

/// A slot with how it stands.
struct SlotLine {
    slot: HireSlot,
    space: String,
    when: String,
    /// The kind of badge, and what it says.
    standing: (&'static str, String),
    /// What else is to be said: why it cannot be had.
    why: String,
}

impl HirePage {
    fn days(&self) -> String {
        let days = self.hire.wanted.days;
        self.shell.words().days(days.first(), days.last())
    }

    fn hours(&self) -> String {
        let words = self.shell.words();
        let (from, until) = (self.hire.wanted.starts, self.hire.wanted.ends);
        format!("{} – {}", words.minute(from), words.minute(until))
    }

    fn is_prepared(&self) -> bool {
        self.may_answer && after(self.hire.state, HireAct::Prepare).is_some()
    }

    fn is_open(&self) -> bool {
        self.may_answer && self.hire.state == HireState::Open
    }

    fn is_accepted(&self) -> bool {
        self.hire.state == HireState::Accepted
    }

    fn state_of(&self, quote: &Quote) -> QuoteState {
        quote.state_on(self.today)
    }

    fn number(&self, quote: &Quote) -> String {
        quote.number.map_or_else(
            || self.shell.t("billing-quote-unnumbered"),
            |number| number.to_string(),
        )
    }

    fn author(&self, message: &Message) -> String {
        if message.from_customer {
            return self.hire.asked.name.full();
        }
        let name = message.by.and_then(|by| self.names.get(&by).cloned());
        name.unwrap_or_else(|| self.shell.place_name().to_owned())
    }

    fn check_address(&self) -> String {
        format!("/front-desk/exclusive-hires/{}/check", self.hire.id)
    }

    fn is_kept(&self) -> bool {
        self.slots.iter().any(|line| line.slot.booking.is_some())
    }
}

/// What the page reads.
struct Facts {
    hire: Hire,
    slots: Vec<(HireSlot, Standing)>,
    spaces: Vec<Resource>,
    quotes: Vec<Quote>,
    messages: Vec<Message>,
    deposit: Option<Deposit>,
    entries: Vec<Entry>,
    names: BTreeMap<PersonId, String>,
}

/// How a slot stands.
enum Standing {
    /// Kept by this booking, or booked.
    Booked(Box<Booking>),
    /// It could be had now.
    Free,
    /// It cannot, and why.
    Refused(spaces::BookingRefusal),
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Hire>>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

pub(super) async fn shown(visit: &Visit, id: Id<Hire>, mut form: Form, status: StatusCode) -> Answer {
    let facts = visit.read(move |tx, actor| facts(tx, actor, id)).await?;
    let (hire, today) = (facts.hire, visit.today());
    let usual = today.plus_days(7).min(hire.wanted.days.first()).max(today);
    for (field, value) in [
        ("until", usual.to_string()),
        ("day", hire.wanted.days.first().to_string()),
        ("start", hire.wanted.starts.to_string()),
        ("end", hire.wanted.ends.to_string()),
    ] {
        if form.value(field).is_empty() {
            form.set(field, value);
        }
    }
    let shell = visit.shell_titled(
        hire.asked
            .organisation
            .as_ref()
            .map_or_else(|| hire.asked.name.full(), |(name, _)| name.to_string()),
    );
    let page = HirePage {
        form,
        slots: facts
            .slots
            .into_iter()
            .map(|(slot, standing)| line(visit, &shell, &facts.spaces, (slot, standing)))
            .collect(),
        spaces: hireable(facts.spaces)
            .into_iter()
            .map(|one| (one.id.to_string(), one.facts.name.to_string()))
            .collect(),
        quotes: facts.quotes,
        messages: facts.messages,
        deposit: facts.deposit,
        history: visit.history(&facts.entries, &facts.names),
        names: facts.names,
        today,
        may_answer: visit.actor.may(ANSWER),
        may_check: visit.actor.may(CHECK),
        shell,
        hire,
    };
    visit.page_with_status(status, &page)
}

fn facts(tx: &mut Tx<'_>, actor: &Actor, id: Id<Hire>) -> Result<Facts, Fault> {
    let place = actor.place;
    let hire = known_to_read(tx, place, id)?;
    let mut standing = Vec::new();
    for slot in slots::of_hire(tx, place, id)? {
        let how = standing_of(tx, actor, &slot)?;
        standing.push((slot, how));
    }
    let messages = messages::of_hire(tx, place, id)?;
    let entries = activity::history(tx, place, Subject::new(crate::actions::SOURCE, id))?;
    let who: Vec<PersonId> = entries
        .iter()
        .filter_map(|entry| entry.person_id)
        .chain(messages.iter().filter_map(|message| message.by))
        .collect();
    Ok(Facts {
        names: people::names_of(tx, place, &who)?,
        slots: standing,
        spaces: resources::list(tx, place)?,
        quotes: billing::quotes_of(tx, place, &source_of(id))?,
        deposit: checks::deposit(tx, place, id)?,
        messages,
        entries,
        hire,
    })
}

fn standing_of(tx: &mut Tx<'_>, actor: &Actor, slot: &HireSlot) -> Result<Standing, Fault> {
    let now = tx.now();
    if let Some(booking) = kept(tx, actor.place, slot)? {
        return Ok(Standing::Booked(Box::new(booking)));
    }
    if let Some(id) = slot.booking {
        let booking = spaces::store::bookings::find(tx, actor.place, id)?.or_not_found()?;
        if booking.state_at(now) != BookingState::Expired {
            return Ok(Standing::Booked(Box::new(booking)));
        }
    }
    let nobody = Name::parse("–").map_err(Fault::internal)?;
    let new = NewBooking::plain(slot.resource, slot.period, Holder::Caller(nobody));
    match spaces::quote_guest(tx, actor, &new) {
        Ok(_) => Ok(Standing::Free),
        Err(Failure::Refused(refusal)) => Ok(Standing::Refused(refusal)),
        Err(Failure::Fault(fault)) => Err(fault),
    }
}

fn line(
    visit: &Visit,
    shell: &Shell,
    spaces: &[Resource],
    (slot, standing): (HireSlot, Standing),
) -> SlotLine {
    let space = spaces.iter().find(|one| one.id == slot.resource);
    let (standing, why) = match standing {
        Standing::Booked(booking) => match (booking.state, booking.request_expires_at) {
            (BookingState::Requested, Some(until)) => {
                // What is kept until midnight is kept until the day before.
                let last = visit.place.zone.day_of(until.minus_seconds(1));
                let told = shell.t1("hires-slot-kept", "until", shell.day_long(&last));
                (("info", told), String::new())
            }
            (state, _) => ((state.badge(), shell.t(state.message())), String::new()),
        },
        Standing::Free => (("success", shell.t("hires-slot-free")), String::new()),
        Standing::Refused(refusal) => (("error", shell.t("hires-slot-refused")), visit.explain(&refusal)),
    };
    SlotLine {
        space: space.map(|one| one.facts.name.to_string()).unwrap_or_default(),
        when: shell.period(&slot.period),
        slot,
        standing,
        why,
    }
}
