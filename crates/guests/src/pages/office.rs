//! Guests as the team sees them: who booked from outside, which sites may show the rooms, and the snippet for them.

use crate::actions::booking::hold_minutes;
use crate::actions::settings::keep_settings;
use crate::permissions::MANAGE;
use crate::rules::guest::GuestBooking;
use crate::store::bookings;
use askama::Template;
use kernel::Instant;
use platform::sites::Sites;
use platform::web::{Answer, Flash, Form, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use spaces::store::resources;
use spaces::{Booking, BookingState, Resource};
use std::convert::Infallible;

/// Who booked from outside.
#[derive(Template)]
#[template(path = "office_guests.html")]
pub(super) struct GuestsPage {
    shell: Shell,
    guests: Vec<(GuestBooking, Booking, String)>,
    may_manage: bool,
    now: Instant,
}

impl GuestsPage {
    fn state(&self, booking: &Booking) -> BookingState {
        booking.state_at(self.now)
    }

    /// Message key of what is said of an address that is not proven.
    fn proof(&self, guest: &GuestBooking, booking: &Booking) -> Option<&'static str> {
        match (guest.proven_at, self.state(booking)) {
            (None, BookingState::Requested) => Some("guests-unproven"),
            (None, _) => Some("guests-never-proven"),
            (Some(_), _) => None,
        }
    }
}

/// Which sites may show the rooms.
#[derive(Template)]
#[template(path = "guest_settings.html")]
pub(super) struct SettingsPage {
    shell: Shell,
    form: Form,
    rooms: Vec<Resource>,
    base_url: String,
}

impl SettingsPage {
    fn snippet(&self, room: &Resource) -> String {
        let name = escaped(room.facts.name.as_str());
        format!(
            "<iframe src=\"{}/embed/rooms/{}\" title=\"{name}\" loading=\"lazy\" width=\"100%\" height=\"900\"></iframe>",
            self.base_url, room.id
        )
    }

    fn link(&self, room: &Resource) -> String {
        let name = escaped(room.facts.name.as_str());
        format!("<a href=\"{}/rooms/{}\">{name}</a>", self.base_url, room.id)
    }
}

/// A text inside the HTML of another site.
fn escaped(text: &str) -> String {
    text.replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

pub(super) async fn index(visit: Visit) -> Answer {
    let guests = visit
        .read(|tx, actor| {
            let latest = bookings::latest(tx, actor.place)?;
            let ids: Vec<_> = latest.iter().map(|guest| guest.booking).collect();
            let mut booked = spaces::store::lists::those(tx, actor.place, &ids)?;
            let spaces = resources::list(tx, actor.place)?;
            let told = latest.into_iter().filter_map(|guest| {
                let booking = booked.remove(&guest.booking)?;
                let space = spaces.iter().find(|space| space.id == booking.resource)?;
                let name = space.facts.name.to_string();
                Some((guest, booking, name))
            });
            Ok::<_, Fault>(told.collect::<Vec<_>>())
        })
        .await?;
    visit.page(&GuestsPage {
        shell: visit.shell("guests-title"),
        guests,
        may_manage: visit.actor.may(MANAGE),
        now: visit.now,
    })
}

pub(super) async fn edit(visit: Visit) -> Answer {
    let (sites, minutes) = visit
        .read(|tx, actor| Ok::<_, Fault>((Sites::of(tx, actor.place)?, hold_minutes(tx, actor.place)?)))
        .await?;
    let form = Form::blank(&visit)
        .with("sites", sites.lines())
        .with("minutes", minutes);
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let mut rooms = visit.read(|tx, actor| resources::list(tx, actor.place)).await?;
    rooms.retain(|room| room.active);
    let page = SettingsPage {
        shell: visit.shell("guests-settings-title"),
        form,
        rooms,
        base_url: visit.app.settings.base_url.clone(),
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn update(visit: Visit, mut form: Form) -> Answer {
    let sites = match Sites::parse(form.value("sites")) {
        Ok(sites) => Some(sites),
        Err(refused) => {
            form.refuse("sites", &refused);
            None
        }
    };
    let minutes = form
        .number("minutes")
        .filter(|minutes| (5..=1_440).contains(minutes));
    if minutes.is_none() {
        form.refuse_with("minutes", "guests-refused-minutes");
    }
    let (Some(sites), Some(minutes)) = (sites, minutes) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done: Result<String, Failure<Infallible>> = visit
        .submit(&form, move |tx, actor| {
            keep_settings(tx, actor, &sites, minutes)?;
            Ok("/office/guests/settings".to_owned())
        })
        .await;
    let to = done.map_err(Failure::no_refusal)?;
    visit.redirect_with(&to, &Flash::success("guests-settings-kept"))
}
