//! Somebody leaves, noted by the team: their last day, what ends, what stays open.

use crate::actions::{self, StillOpen};
use crate::rules::departure::Departure;
use crate::rules::prose;
use crate::store::departures;
use askama::Template;
use kernel::{Day, PersonId, PlaceId};
use platform::database::Tx;
use platform::personal::{Declarations, Matter};
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};

/// The notice of somebody.
#[derive(Template)]
#[template(path = "departure.html")]
pub(super) struct DeparturePage {
    shell: Shell,
    form: Form,
    person: PersonId,
    facts: Facts,
}

/// What both pages of a notice show.
pub(super) struct Facts {
    pub(super) name: String,
    /// Whether a membership is open that has no last day yet.
    pub(super) may_leave: bool,
    /// The last notice given.
    pub(super) given: Option<Departure>,
    /// The last day: given, or to which a notice of today leads.
    pub(super) last_day: Day,
    pub(super) open: StillOpen,
    /// What other capabilities have open with them: keys, post.
    pub(super) matters: Vec<Matter>,
    /// Whether the notice given can be taken back.
    pub(super) may_stay: bool,
}

/// What every capability declares of people, of which this page asks what is open.
pub(super) fn declarations(visit: &Visit) -> Result<Declarations, Fault> {
    Ok(visit.app.extras.get::<Declarations>()?.clone())
}

/// What the page does not ask itself: it knows billing, offers and spaces, and tells more of them.
fn others(matters: Vec<Matter>) -> Vec<Matter> {
    const ASKED: &[&str] = &["billing", "offers", "spaces"];
    let asked = |matter: &Matter| {
        let owner = matter.key.split('-').next();
        owner.is_some_and(|owner| ASKED.contains(&owner))
    };
    matters.into_iter().filter(|matter| !asked(matter)).collect()
}

impl Facts {
    pub(super) fn read(
        tx: &mut Tx<'_>,
        place: PlaceId,
        person: PersonId,
        (today, declarations): (Day, &Declarations),
    ) -> Result<Self, Fault> {
        let known = people::person(tx, place, person)?.or_not_found()?;
        let memberships = people::memberships_of(tx, place, person)?;
        let membership = memberships.into_iter().find(|member| member.lasts(today));
        let ends = membership.as_ref().and_then(|member| member.left_on);
        let given = departures::of_person(tx, place, person)?.into_iter().next();
        let given = given.filter(|one| membership.is_none() || ends == Some(one.last_day));
        let said = ends.or_else(|| given.as_ref().map(|one| one.last_day));
        let last_day = match said {
            Some(day) => day,
            None => actions::first_last_day(tx, place, person, today)?,
        };
        Ok(Self {
            name: known.name.full(),
            may_leave: membership.is_some() && ends.is_none(),
            may_stay: given.is_some() && today <= last_day,
            open: actions::still_open(tx, place, person, last_day)?,
            matters: others(declarations.matters(tx, place, person)?),
            given,
            last_day,
        })
    }

    /// Whether nothing is open.
    pub(super) fn nothing_open(&self) -> bool {
        let open = &self.open;
        let lists = open.charges.is_empty() && open.bookings.is_empty() && open.contracts.is_empty();
        lists && self.matters.is_empty() && self.owed().is_none() && open.units <= 0 && open.debt <= 0
    }

    /// What somebody owes on invoices, if they owe anything.
    pub(super) fn owed(&self) -> Option<kernel::Money> {
        self.open.balance.filter(|balance| balance.cents() > 0)
    }
}

pub(super) async fn new(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    shown(&visit, id, Form::blank(&visit), StatusCode::OK).await
}

async fn shown(visit: &Visit, person: PersonId, mut form: Form, status: StatusCode) -> Answer {
    let today = visit.today();
    let declarations = declarations(visit)?;
    let facts = visit
        .read(move |tx, actor| Facts::read(tx, actor.place, person, (today, &declarations)))
        .await?;
    if form.value("last_day").is_empty() {
        form.set("last_day", facts.last_day);
    }
    let page = DeparturePage {
        shell: visit.shell("joining-leaving"),
        form,
        person,
        facts,
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn create(visit: Visit, Path(person): Path<PersonId>, mut form: Form) -> Answer {
    let last_day = form.parse("last_day", Day::parse);
    let reason = form.parse_optional("reason", prose::note);
    let (Some(last_day), Some(reason)) = (last_day, reason) else {
        return shown(&visit, person, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            let reason = reason.clone().unwrap_or_default();
            actions::give_notice(tx, actor, person, last_day, &reason)?;
            Ok(format!("/office/people/{person}/departure"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("joining-departure-kept")),
        Err(Failure::Refused(at)) => {
            form.refuse(at.field, &*at.why);
            shown(&visit, person, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn withdraw(visit: Visit, Path(person): Path<PersonId>, form: Form) -> Answer {
    let back = format!("/office/people/{person}/departure");
    let to = back.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            people::person(tx, actor.place, person)?.or_not_found()?;
            actions::take_back_notice(tx, actor, person)?;
            Ok(to.clone())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("joining-departure-taken-back")),
        Err(Failure::Refused(at)) => visit.redirect_with(&back, &Flash::error(at.why.key())),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
