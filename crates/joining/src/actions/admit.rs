//! Letting somebody in: the person, the membership, the account, what they take and what they owe, in one transaction.

use super::apply::check_texts;
use super::{coupon_price, empowered, subject, today};
use crate::letters::{self, Letter};
use crate::permissions::ADMIT;
use crate::rules::application::{Application, ApplicationRefused, ApplicationState, Asked, At};
use crate::rules::offer::Offer;
use crate::store::{applications, steps, texts, tours};
use kernel::{Actor, Day, Id, Money, OrganisationId, PersonId, PlaceId};
use offers::{NewPassSale, NewSubscription};
use people::{MembershipRefusal, NewOrganisation, NewPerson, Organisation, Party, Person};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

/// Who the applicant is, for the team.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whom {
    /// Nobody said; refused when somebody known is alike.
    Unsaid,
    /// Somebody new.
    New,
    /// Somebody the place knows.
    Known(PersonId),
}

/// How somebody is let in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Admission {
    /// Who they are.
    pub whom: Whom,
    /// What they take, with the price that was shown.
    pub offer: Option<(Offer, Money)>,
    /// The code of the coupon that takes something off it.
    pub coupon: Option<String>,
    /// Their first day.
    pub from: Day,
    /// What the welcome says besides.
    pub letter: String,
    /// What is shown or given at the first visit.
    pub steps: Vec<String>,
}

/// Those whom the applicant may be, and the organisation they mean.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Alike {
    /// With the same address, telephone number or name.
    pub(crate) persons: Vec<Person>,
    /// With the same number, or the same name and no number that says otherwise.
    pub(crate) organisation: Option<Organisation>,
}

impl Alike {
    /// Whether nobody is alike.
    pub(crate) fn is_empty(&self) -> bool {
        self.persons.is_empty() && self.organisation.is_none()
    }
}

/// Who may be meant.
pub(crate) fn alike(tx: &mut Tx<'_>, place: PlaceId, asked: &Asked) -> Result<Alike, Fault> {
    let mut persons: Vec<Person> = Vec::new();
    if let Some(email) = &asked.email {
        persons.extend(people::person_by_email(tx, place, email)?);
    }
    if let Some(phone) = &asked.phone {
        for found in people::search_persons(tx, place, phone.as_str(), 5)? {
            if let (Party::Person(id), true) = (found.who, found.phone.as_ref() == Some(phone)) {
                persons.extend(people::person(tx, place, id)?);
            }
        }
    }
    persons.extend(people::persons_named(tx, place, &asked.name)?);
    let mut alike = Alike::default();
    for person in persons {
        if !alike.persons.iter().any(|one| one.id == person.id) {
            alike.persons.push(person);
        }
    }
    alike.organisation = organisation_meant(tx, place, asked)?;
    Ok(alike)
}

fn organisation_meant(tx: &mut Tx<'_>, place: PlaceId, asked: &Asked) -> Result<Option<Organisation>, Fault> {
    let Some(named) = &asked.organisation else {
        return Ok(None);
    };
    if let Some(siren) = &named.siren
        && let Some(found) = people::organisation_by_siren(tx, place, siren)?
    {
        return Ok(Some(found));
    }
    let found = people::organisation_named(tx, place, &named.name)?;
    Ok(found.filter(|found| found.siren.is_none() || named.siren.is_none()))
}

/// Accepts an application.
///
/// # Errors
/// [`At`] a field: it was answered already, somebody alike was not looked at, or a rule of people or offers says no.
pub fn accept(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Application>,
    admission: &Admission,
) -> Result<PersonId, Failure<At>> {
    actor.require(ADMIT)?;
    let known = waiting(tx, actor, id)?;
    let (asked, place) = (&known.asked, actor.place);
    let able = empowered(actor);
    let person = identify(tx, &able, asked, admission.whom)?;
    begin_membership(tx, &able, person, admission.from)?;
    open_account(tx, &able, person)?;
    take(tx, &able, person, admission)?;
    for text in [asked.rules, asked.privacy].into_iter().flatten() {
        texts::accept(tx, place, text, person, known.asked_at)?;
    }
    steps::insert(tx, place, person, &admission.steps)?;
    tours::join(
        tx,
        place,
        (asked.tour, asked.email.as_ref()),
        person,
        admission.from,
    )?;
    let answer = (
        ApplicationState::Accepted,
        admission.letter.as_str(),
        Some(person),
    );
    applications::answer(tx, place, id, answer, actor.account)?;
    let about = Subject::new("application", id);
    activity::record(
        tx,
        actor,
        "application.accepted",
        about,
        json!({ "person": person.to_string() }),
    )?;
    let detail = json!({ "day": admission.from.to_string() });
    activity::record(tx, actor, "person.admitted", subject(person), detail)?;
    letters::ask(tx, actor, &Letter::Welcome { application: id })?;
    Ok(person)
}

/// Writes somebody down and lets them in, in one act: the desk does it with the person at hand.
///
/// # Errors
/// As [`accept`], and when a text in force was not accepted.
pub fn admit(
    tx: &mut Tx<'_>,
    actor: &Actor,
    asked: &Asked,
    admission: &Admission,
) -> Result<PersonId, Failure<At>> {
    actor.require(ADMIT)?;
    check_texts(tx, actor, asked)?;
    let id = tx.new_id();
    if let Some(email) = &asked.email {
        applications::replace(tx, actor.place, email, id)?;
    }
    applications::insert(tx, actor.place, id, asked, ApplicationState::Waiting)?;
    accept(tx, actor, id, admission)
}

/// Says no, with a letter.
///
/// # Errors
/// [`ApplicationRefused::NotWaiting`] when it was answered already.
pub fn refuse(tx: &mut Tx<'_>, actor: &Actor, id: Id<Application>, letter: &str) -> Result<(), Failure<At>> {
    actor.require(ADMIT)?;
    waiting(tx, actor, id)?;
    let answer = (ApplicationState::Refused, letter, None);
    applications::answer(tx, actor.place, id, answer, actor.account)?;
    let about = Subject::new("application", id);
    activity::record(tx, actor, "application.refused", about, json!({}))?;
    letters::ask(tx, actor, &Letter::Refusal { application: id })?;
    Ok(())
}

fn waiting(tx: &mut Tx<'_>, actor: &Actor, id: Id<Application>) -> Result<Application, Failure<At>> {
    let known = applications::lock(tx, actor.place, id)?.or_not_found()?;
    match known.state {
        ApplicationState::Waiting => Ok(known),
        // Nobody of the team sees what is not proven.
        ApplicationState::Unproven => Err(Fault::NotFound.into()),
        _ => Err(Failure::Refused(At::new(
            "person",
            ApplicationRefused::NotWaiting,
        ))),
    }
}

/// The person the applicant is: known already, with what was missing added, or new.
fn identify(tx: &mut Tx<'_>, able: &Actor, asked: &Asked, whom: Whom) -> Result<PersonId, Failure<At>> {
    let alike = alike(tx, able.place, asked)?;
    let known = match whom {
        Whom::Known(person) => Some(people::person(tx, able.place, person)?.or_not_found()?),
        Whom::Unsaid if !alike.persons.is_empty() => {
            return Err(Failure::Refused(At::new("person", ApplicationRefused::Alike)));
        }
        Whom::Unsaid | Whom::New => None,
    };
    let organisation = payer(tx, able, asked, alike.organisation)?;
    let Some(known) = known else {
        let new = NewPerson {
            email: asked.email.clone(),
            phone: asked.phone.clone(),
            organisation,
            language: Some(asked.language),
            ..NewPerson::named(asked.name.clone())
        };
        return people::create_person(tx, able, new)
            .map_err(|failure| failure.map(|why| At::new("email", why)));
    };
    let id = known.id;
    let before = NewPerson::from(known);
    let completed = NewPerson {
        email: before.email.clone().or_else(|| asked.email.clone()),
        phone: before.phone.clone().or_else(|| asked.phone.clone()),
        organisation: organisation.or(before.organisation),
        language: before.language.or(Some(asked.language)),
        ..before.clone()
    };
    if completed != before {
        let kept = people::update_person(tx, able, id, completed);
        kept.map_err(|failure| failure.map(|why| At::new("person", why)))?;
    }
    Ok(id)
}

/// The organisation that pays: the one meant, or a new one.
fn payer(
    tx: &mut Tx<'_>,
    able: &Actor,
    asked: &Asked,
    meant: Option<Organisation>,
) -> Result<Option<OrganisationId>, Failure<At>> {
    let Some(named) = &asked.organisation else {
        return Ok(None);
    };
    if let Some(meant) = meant {
        return Ok(Some(meant.id));
    }
    let new = NewOrganisation {
        siren: named.siren.clone(),
        ..NewOrganisation::named(named.name.clone())
    };
    let made = people::create_organisation(tx, able, new);
    made.map(Some)
        .map_err(|failure| failure.map(|why| At::new("siren", why)))
}

/// A member from that day on; who is one already stays one.
fn begin_membership(tx: &mut Tx<'_>, able: &Actor, person: PersonId, from: Day) -> Result<(), Failure<At>> {
    match people::become_member(tx, able, person, from) {
        Ok(_) | Err(Failure::Refused(MembershipRefusal::AlreadyMember)) => Ok(()),
        Err(failure) => Err(failure.map(|why| At::new("from", why))),
    }
}

/// Invites who has an address and no account yet.
fn open_account(tx: &mut Tx<'_>, able: &Actor, person: PersonId) -> Result<(), Failure<At>> {
    let known = people::person(tx, able.place, person)?.or_not_found()?;
    if known.email.is_none() || people::account_of(tx, able.place, person)?.is_some() {
        return Ok(());
    }
    people::invite(tx, able, person).map_err(|failure| failure.map(|why| At::new("email", why)))?;
    Ok(())
}

/// Opens the contract or sells the pass; the pass is charged at once, the plan month by month.
fn take(tx: &mut Tx<'_>, able: &Actor, person: PersonId, admission: &Admission) -> Result<(), Failure<At>> {
    let on = today(tx, able.place)?;
    let coupon = admission.coupon.as_deref();
    // A membership that begins later does not make the pass cost more today: the day it is good for counts.
    let good_on = admission.from.max(on);
    let reduced = coupon_price(tx, able.place, (admission.offer, coupon), good_on)?;
    match admission.offer {
        None => {}
        Some((Offer::Plan(plan), seen)) => {
            let new = NewSubscription {
                person,
                plan,
                from: admission.from,
                on,
                seen: Some(seen),
            };
            offers::subscribe_plan_with(tx, able, new, coupon)
                .map_err(|failure| failure.map(|why| At::new("offer", why)))?;
        }
        Some((Offer::Pass(offer), seen)) => {
            let sale = NewPassSale {
                person,
                offer,
                on: good_on,
                seen: Some(reduced.map_or(seen, |reduced| reduced.price)),
            };
            offers::sell_pass_with(tx, able, sale, coupon)
                .map_err(|failure| failure.map(|why| At::new("offer", why)))?;
        }
    }
    Ok(())
}
