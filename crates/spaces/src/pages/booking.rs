//! One booking: what it is, what can still be done with it, and what was.

use super::extras::lines as told_lines;
use super::fields::{field_of, number};
use super::layouts::told as told_layout;
use super::words;
use crate::actions::cancel::cancellation_fee;
use crate::actions::change_booking::{BookingDetails, change_booking};
use crate::actions::prepare::may_prepare;
use crate::documents::calendar_file;
use crate::documents::rule_words::rule_words;
use crate::permissions::BOOK_FOR_OTHERS;
use crate::rules::booking::{Booking, BookingId, BookingState, HoldPurpose, Price};
use crate::rules::extras::{ExtraLine, due, sum};
use crate::rules::layout::{Layout, Setup};
use crate::rules::moving::on_basis;
use crate::rules::participants::Participant;
use crate::rules::resource::Resource;
use crate::rules::series::Series;
use crate::rules::waiting::WaitingEntry;
use crate::store::{extras, holds, layouts, notes, participants, resources, series, waiting};
use askama::Template;
use kernel::{Actor, Day, Instant, Money, PersonId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, HistoryLine, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use std::collections::BTreeMap;

/// One booking.
#[derive(Template)]
#[template(path = "booking.html")]
pub(super) struct BookingPage {
    shell: Shell,
    form: Form,
    facts: BookingFacts,
    history: Vec<HistoryLine>,
    now: Instant,
    today: Day,
    /// The day on which it begins.
    first_day: Day,
    /// Whether the person may change it.
    may_change: bool,
    may_answer: bool,
    may_prepare: bool,
}

/// A booking with what is read beside it.
pub(super) struct BookingFacts {
    pub(super) booking: Booking,
    pub(super) resource: Resource,
    pub(super) names: BTreeMap<PersonId, String>,
    /// What giving it up would cost now.
    pub(super) fee: Money,
    /// The series that it is of.
    pub(super) series: Option<Series>,
    /// What made it cheaper.
    pub(super) relief: Vec<String>,
    /// To whom it is offered, when it came from the waiting list and waits for their answer.
    pub(super) offer: Option<WaitingEntry>,
    /// What to do inside.
    pub(super) instructions: String,
    /// For whose yes it is kept, while it is.
    pub(super) held: Option<HoldPurpose>,
    /// What the desk prepares.
    pub(super) setup: Setup,
    /// How the room is laid out.
    pub(super) layout: Option<Layout>,
    /// What is had with it.
    pub(super) lines: Vec<ExtraLine>,
    /// Who is invited.
    pub(super) invited: Vec<Participant>,
}

impl BookingFacts {
    /// What it costs with its extras, on the basis of its price.
    pub(super) fn total(&self) -> Price {
        let price = self.booking.price;
        Price {
            amount: price.amount + sum(&price, &self.lines),
            ..price
        }
    }

    /// What giving it up costs at least, with its extras, on the basis of its price.
    pub(super) fn floor(&self) -> Money {
        let price = self.booking.price;
        let floors = self.lines.iter();
        let floors = floors.map(|line| on_basis(price.basis, line.floor, &line.price));
        self.booking.fee_floor + floors.sum::<Money>()
    }

    /// Whether the desk said of anything that it is prepared.
    pub(super) fn is_begun(&self) -> bool {
        self.setup.done_at.is_some() || self.lines.iter().any(|line| line.done_at.is_some())
    }
}

impl BookingPage {
    fn booking(&self) -> &Booking {
        &self.facts.booking
    }

    fn when(&self) -> String {
        self.shell.period(&self.booking().period())
    }

    fn space(&self) -> &str {
        self.facts.resource.facts.name.as_str()
    }

    fn state(&self) -> BookingState {
        self.booking().state_at(self.now)
    }

    fn holder(&self) -> String {
        words::holder(&self.shell, self.booking(), &self.facts.names)
    }

    fn price(&self) -> String {
        words::price(&self.shell, &self.booking().price)
    }

    /// How many of those invited come, may come, do not come, and have not answered.
    fn invited(&self) -> Option<String> {
        use crate::rules::participants::InvitationAnswer as Said;
        let standing: Vec<&Participant> = self
            .facts
            .invited
            .iter()
            .filter(|one| one.removed_at.is_none())
            .collect();
        let count = |said: Said| standing.iter().filter(|one| one.answer == said).count();
        let pairs = [
            ("yes", count(Said::Yes).into()),
            ("maybe", count(Said::Maybe).into()),
            ("no", count(Said::No).into()),
            ("waiting", count(Said::Waiting).into()),
        ];
        (!standing.is_empty() && self.may_change)
            .then(|| self.shell.words().text("spaces-participants-told", &pairs))
    }

    /// What is had with it, and what each costs.
    fn extras(&self) -> Vec<(String, String)> {
        told_lines(&self.shell, &self.facts.lines)
    }

    fn total(&self) -> String {
        words::price(&self.shell, &self.facts.total())
    }

    fn fee_paid(&self) -> Option<String> {
        self.booking().fee?;
        let fee = due(self.booking(), &self.facts.lines);
        Some(words::amount(&self.shell, fee, self.booking().price.basis))
    }

    /// What giving it up costs at least, while it can be given up.
    fn fee_floor(&self) -> Option<String> {
        let booking = self.booking();
        let floor = self.facts.floor();
        let told = floor.is_positive() && booking.is_open_at(self.now);
        told.then(|| words::amount(&self.shell, floor, booking.price.basis))
    }

    fn visibility_key(&self) -> &'static str {
        if self.booking().visible {
            "spaces-visible-yes"
        } else {
            "spaces-visible-no"
        }
    }

    fn length(&self) -> String {
        words::length(self.booking().period().minutes())
    }

    fn rule(&self, series: &Series) -> String {
        rule_words(self.shell.words(), &series.rule)
    }

    fn is_open(&self) -> bool {
        self.may_change && self.booking().is_open_at(self.now)
    }

    /// Whether what the desk prepares may be changed.
    const fn may_prepare(&self) -> bool {
        self.may_prepare
    }

    fn layout(&self, layout: &Layout) -> String {
        told_layout(&self.shell, layout)
    }

    fn may_end(&self) -> bool {
        self.may_change && self.booking().is_running_at(self.now)
    }

    fn may_edit(&self) -> bool {
        self.may_change && self.booking().occupies_at(self.now) && self.now < self.booking().period().end()
    }

    fn is_asked(&self) -> bool {
        let asked = self.facts.offer.is_none() && self.facts.held.is_none();
        self.may_answer && self.state() == BookingState::Requested && asked
    }

    /// For whose yes it is kept, while it is.
    fn held(&self) -> Option<&'static str> {
        let held = self
            .facts
            .held
            .filter(|_| self.state() == BookingState::Requested)?;
        Some(match held {
            HoldPurpose::Guest => "spaces-held-guest",
            HoldPurpose::Proposal => "spaces-held-proposal",
        })
    }

    /// What is offered, while it is.
    fn offer(&self) -> Option<String> {
        let until = self.facts.offer.as_ref()?.offer_until?;
        let open = self.may_change && self.state() == BookingState::Requested;
        open.then(|| {
            let when = self.shell.when(&until);
            self.shell
                .t2("spaces-waiting-offer", "when", when, "price", self.total())
        })
    }

    fn may_welcome(&self) -> bool {
        let day_came = self.today >= self.first_day;
        day_came
            && self.may_answer
            && self.state() == BookingState::Confirmed
            && self.now < self.booking().period().end()
    }

    fn may_undo_welcome(&self) -> bool {
        self.may_answer && self.state() == BookingState::CheckedIn && self.now < self.booking().period().end()
    }

    fn may_note_absence(&self) -> bool {
        let state = matches!(self.state(), BookingState::Confirmed | BookingState::Done);
        self.may_answer && state && self.booking().period().start() <= self.now
    }
}

/// A booking that the actor may see, with its space and the names in it. To whom may not it does not exist.
pub(super) fn read(tx: &mut Tx<'_>, actor: &Actor, id: BookingId) -> Result<BookingFacts, Fault> {
    let booking = crate::booking(tx, actor, id)?;
    let resource = resources::find(tx, actor.place, booking.resource)?.or_not_found()?;
    let persons: Vec<PersonId> = booking.person.into_iter().collect();
    let names = people::names_of(tx, actor.place, &persons)?;
    let fee = cancellation_fee(tx, &booking, actor)?;
    let series = match series::of_booking(tx, actor.place, id)? {
        Some(series) => series::find(tx, actor.place, series)?,
        None => None,
    };
    let booked_on = resource.id;
    let setup = layouts::setup(tx, actor.place, id)?.unwrap_or_default();
    let layout = match setup.layout {
        Some(layout) => layouts::find(tx, actor.place, layout)?,
        None => None,
    };
    Ok(BookingFacts {
        booking,
        resource,
        names,
        fee,
        series,
        relief: offers::relief_notes(tx, actor.place, id.as_i64())?,
        offer: waiting::offer_of(tx, actor.place, id)?,
        held: holds::find(tx, actor.place, id)?,
        setup,
        layout,
        lines: extras::of_booking(tx, actor.place, id)?,
        invited: participants::of_booking(tx, actor.place, id)?,
        instructions: notes::of(tx, actor.place, booked_on)?.instructions,
    })
}

pub(super) async fn show(visit: Visit, Path(id): Path<BookingId>) -> Answer {
    shown(&visit, id, None, StatusCode::OK).await
}

pub(super) async fn update(visit: Visit, Path(id): Path<BookingId>, mut form: Form) -> Answer {
    let Some(attendance) = number(&mut form, "attendance") else {
        return shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let details = BookingDetails {
        title: form.value("title").to_owned(),
        attendance,
        visible: form.checked("visible", "yes"),
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            change_booking(tx, actor, id, &details)?;
            Ok(format!("/bookings/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("spaces-changed")),
        Err(Failure::Refused(refusal)) => {
            let field = if field_of(&refusal) == "attendance" {
                "attendance"
            } else {
                "title"
            };
            form.refuse(field, &refusal);
            shown(&visit, id, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The booking as a file that calendars understand.
pub(super) async fn calendar_file(visit: Visit, Path(id): Path<BookingId>) -> Answer {
    let facts = visit.read(move |tx, actor| read(tx, actor, id)).await?;
    let base_url = &visit.app.settings.base_url;
    let file = calendar_file::calendar(&visit.place, &facts.resource, &facts.booking, base_url);
    visit.download(
        calendar_file::FILENAME,
        calendar_file::MEDIA_TYPE,
        file.into_bytes(),
    )
}

async fn shown(visit: &Visit, id: BookingId, form: Option<Form>, status: StatusCode) -> Answer {
    let (facts, entries, names) = visit
        .read(move |tx, actor| {
            let facts = read(tx, actor, id)?;
            let entries = activity::history(tx, actor.place, Subject::new("booking", id))?;
            let persons: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
            let names = people::names_of(tx, actor.place, &persons)?;
            Ok::<_, Fault>((facts, entries, names))
        })
        .await?;
    let booking = &facts.booking;
    let form = form.unwrap_or_else(|| {
        let attendance = booking
            .attendance
            .map(|people| people.to_string())
            .unwrap_or_default();
        let visible = if booking.visible { "yes" } else { "" };
        Form::blank(visit)
            .with("title", &booking.title)
            .with("attendance", attendance)
            .with("visible", visible)
    });
    let may_answer = visit.actor.may(BOOK_FOR_OTHERS);
    let page = BookingPage {
        shell: visit.shell_titled(facts.resource.facts.name.as_str()),
        form,
        may_change: booking.belongs_to(&visit.actor) || may_answer,
        may_answer,
        may_prepare: may_prepare(&visit.actor, booking, facts.is_begun(), visit.now),
        today: visit.today(),
        first_day: visit.place.zone.day_of(booking.period().start()),
        facts,
        history: visit.history(&entries, &names),
        now: visit.now,
    };
    visit.page_with_status(status, &page)
}
