//! The pages of events.

mod agenda;
mod attendance;
mod calendars;
mod copies;
mod council;
mod council_seats;
mod event;
mod event_form;
mod mine;
mod office_event;
mod office_events;
mod powwow;
mod powwows;
mod proposals;
mod registration;
mod settings;
mod workshops;

use crate::permissions::{MANAGE, OWN, RUN};
use platform::web::{Access, Routes};

/// Every page, with who may open it.
pub(crate) fn routes() -> Routes {
    of_everybody()
        .merge(of_oneself())
        .merge(of_the_programme())
        .merge(of_an_event())
        .merge(of_proposals())
        .merge(of_meetings())
        .merge(of_workshops())
}

fn of_everybody() -> Routes {
    use Access::Public;
    Routes::new()
        .get("/agenda", Public, agenda::index)
        .get("/agenda.ics", Public, calendars::public)
        .get("/agenda/{event}", Public, event::show)
        .get("/agenda/{event}/calendar", Public, calendars::one)
        .post("/agenda/{event}/registrations", Public, event::register)
        .get("/registrations/{token}", Public, registration::show)
        .post(
            "/registrations/{token}/confirmation",
            Public,
            registration::confirm,
        )
        .post("/registrations/{token}/acceptance", Public, registration::accept)
        .post(
            "/registrations/{token}/cancellation",
            Public,
            registration::cancel,
        )
        .get("/my-agenda/{secret}", Public, calendars::own)
}

fn of_oneself() -> Routes {
    let own = Access::Needs(OWN);
    Routes::new()
        .get("/me/events", own, mine::index)
        .post("/me/events/calendar", own, mine::follow)
        .post("/me/events/calendar/end", own, mine::unfollow)
}

fn of_the_programme() -> Routes {
    let (run, manage) = (Access::Needs(RUN), Access::Needs(MANAGE));
    Routes::new()
        .get("/office/events", run, office_events::index)
        .post("/office/events", run, event_form::create)
        .get("/office/events/new", run, event_form::new)
        .get("/office/events/settings", manage, settings::edit)
        .post("/office/events/settings", manage, settings::update)
}

fn of_meetings() -> Routes {
    let own = Access::Needs(OWN);
    Routes::new()
        .get("/powwows", own, powwows::index)
        .post("/powwows/proposals", own, powwows::propose)
        .post("/powwows/proposals/{motion}/seconds", own, powwows::second)
        .post("/powwows/proposals/{motion}/withdrawal", own, powwows::withdraw)
        .post("/powwows/decisions/{decision}/completion", own, powwows::done)
        .get("/powwows/{event}", own, powwow::show)
        .post("/powwows/{event}/points", own, powwow::add)
        .post("/powwows/{event}/points/{point}/order", own, powwow::order)
        .post("/powwows/{event}/points/{point}/removal", own, powwow::remove)
        .post("/powwows/{event}/points/{point}/speakers", own, powwow::speak)
        .post("/powwows/{event}/points/{point}/notes", own, powwow::note)
        .post("/powwows/{event}/points/{point}/decisions", own, powwow::decide)
}

fn of_workshops() -> Routes {
    let (own, manage) = (Access::Needs(OWN), Access::Needs(MANAGE));
    Routes::new()
        .get("/me/workshops", own, workshops::mine)
        .get("/me/workshops/{event}", own, workshops::one_of_mine)
        .get("/office/workshops", manage, workshops::index)
        .get("/office/events/{event}/workshop", manage, workshops::show)
        .post("/office/events/{event}/workshop", manage, workshops::agree)
        .post("/office/events/{event}/workshop/payout", manage, workshops::pay)
}

fn of_proposals() -> Routes {
    use Access::Public;
    let (own, manage) = (Access::Needs(OWN), Access::Needs(MANAGE));
    Routes::new()
        .get("/proposals/new", Public, proposals::new)
        .post("/proposals", Public, proposals::create)
        .get("/proposals/{token}", Public, proposals::show)
        .post("/proposals/{token}/confirmation", Public, proposals::confirm)
        .post("/proposals/{token}/answers", Public, proposals::answer)
        .post("/proposals/{token}/withdrawal", Public, proposals::withdraw)
        .get("/programming-council", own, council::index)
        .get("/programming-council/{proposal}", own, council::show)
        .post("/programming-council/{proposal}/remarks", own, council::remark)
        .post("/programming-council/{proposal}/acceptance", own, council::accept)
        .post("/programming-council/{proposal}/refusal", own, council::refuse)
        .get("/office/programming-council", manage, council_seats::index)
        .post("/office/programming-council", manage, council_seats::create)
        .post(
            "/office/programming-council/{seat}/end",
            manage,
            council_seats::end,
        )
}

fn of_an_event() -> Routes {
    let run = Access::Needs(RUN);
    Routes::new()
        .get("/office/events/{event}", run, office_event::show)
        .post("/office/events/{event}", run, event_form::update)
        .get("/office/events/{event}/edit", run, event_form::edit)
        .post("/office/events/{event}/publication", run, office_event::publish)
        .get(
            "/office/events/{event}/cancellation",
            run,
            office_event::ask_cancel,
        )
        .post("/office/events/{event}/cancellation", run, office_event::cancel)
        .get("/office/events/{event}/copies", run, copies::new)
        .post("/office/events/{event}/copies", run, copies::create)
        .post("/office/events/{event}/registrations", run, attendance::register)
        .post("/office/events/{event}/walk-ins", run, attendance::walk_ins)
        .get("/office/events/{event}/sheet", run, attendance::sheet)
        .post(
            "/office/events/{event}/registrations/{registration}/attendance",
            run,
            attendance::note,
        )
        .post(
            "/office/events/{event}/registrations/{registration}/cancellation",
            run,
            attendance::cancel,
        )
}
