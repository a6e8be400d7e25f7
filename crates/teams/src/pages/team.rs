//! One's own team: who belongs to it, what the organisation pays for them, invitations (T37).

use super::invitation;
use crate::actions::{self, run_by, team_of};
use crate::letters::{self, Letter};
use crate::rules::{Invitation, NewInvitation, TeamRefused};
use crate::store::invitations;
use askama::Template;
use billing::Charge;
use kernel::{Email, Id, Month, OrganisationId, PersonId, PlaceId, Refusal, Zone};
use offers::Holdings;
use people::{Addressee, Organisation, Party, PersonName};
use platform::database::Tx;
use platform::tables::write_csv;
use platform::web::{Answer, Flash, Form, Path, Query, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The team of an organisation.
#[derive(Template)]
#[template(path = "team.html")]
pub(super) struct TeamPage {
    shell: Shell,
    form: Form,
    organisation: Organisation,
    /// Every team that the visitor runs.
    run: Vec<Organisation>,
    month: Month,
    usage: Usage,
    invited: Vec<Invitation>,
}

impl TeamPage {
    fn href(&self, month: &Month) -> String {
        format!("/team?organisation={}&month={month}", self.organisation.id)
    }

    fn hours(&self, minutes: &i64) -> String {
        let hours = minutes / 60;
        self.shell.t1("teams-hours", "count", hours)
    }
}

/// Somebody of the team, with what they used in a month.
pub(super) struct Mate {
    person: PersonId,
    name: String,
    email: String,
    /// Whether this organisation pays for them today; else their use is not shown.
    paid: bool,
    /// What they hold: a plan, or units of passes.
    plan: String,
    units: i64,
    debt: i64,
    days: i64,
    bookings: i64,
    minutes: i64,
}

/// What a team used in a month.
pub(super) struct Usage {
    mates: Vec<Mate>,
    charges: Vec<(String, Charge)>,
}

/// Which team, which month, and whether as a file.
#[derive(Debug, Default, Deserialize)]
pub(super) struct TeamQuery {
    organisation: Option<String>,
    month: Option<String>,
    format: Option<String>,
}

pub(super) async fn show(visit: Visit, Query(query): Query<TeamQuery>) -> Answer {
    let asked = query
        .organisation
        .as_deref()
        .map(OrganisationId::parse)
        .transpose();
    let asked = asked.map_err(|_| Fault::NotFound)?;
    let month = query.month.as_deref().and_then(|text| Month::parse(text).ok());
    let file = query.format.as_deref() == Some("csv");
    let form = Form::blank(&visit);
    shown(&visit, asked, month, form, file, StatusCode::OK).await
}

async fn shown(
    visit: &Visit,
    asked: Option<OrganisationId>,
    month: Option<Month>,
    form: Form,
    file: bool,
    status: StatusCode,
) -> Answer {
    let month = month.unwrap_or_else(|| visit.today().month_of());
    let zone = visit.place.zone.clone();
    let (organisation, run, usage, invited) = visit
        .read(move |tx, actor| {
            let person = actor.person.or_not_found()?;
            let run = run_by(tx, actor.place, person)?;
            let organisation = match asked {
                Some(asked) => run.iter().find(|one| one.id == asked),
                None => run.first(),
            };
            let organisation = organisation.or_not_found()?.clone();
            let usage = Usage::read(tx, actor.place, organisation.id, month, &zone)?;
            let invited = invitations::open(tx, actor.place, organisation.id)?;
            Ok::<_, Fault>((organisation, run, usage, invited))
        })
        .await?;
    if file {
        return csv(visit, &usage, month);
    }
    let page = TeamPage {
        shell: visit.shell_titled(organisation.name.as_str()),
        form,
        organisation,
        run,
        month,
        usage,
        invited,
    };
    visit.page_with_status(status, &page)
}

impl Usage {
    fn read(
        tx: &mut Tx<'_>,
        place: PlaceId,
        organisation: OrganisationId,
        month: Month,
        zone: &Zone,
    ) -> Result<Self, Fault> {
        let team = team_of(tx, place, organisation)?;
        let paid: Vec<PersonId> = people::persons_of(tx, place, organisation)?
            .into_iter()
            .map(|person| person.id)
            .collect();
        let today = tx.today(zone);
        let customer = billing::known_customer(tx, place, Party::Organisation(organisation))?;
        let held = offers::holdings_of(tx, place, &paid, today)?;
        let days = spaces::store::usage::days_present(tx, place, &paid, month.days())?;
        let days: BTreeMap<PersonId, i64> = days.into_iter().collect();
        let mut booked: BTreeMap<PersonId, (i64, i64)> = BTreeMap::new();
        let mut charges = Vec::new();
        if let Some(customer) = customer {
            let span = zone.bounds(month.days());
            for (person, count, minutes) in
                spaces::store::usage::bookings_paid_by(tx, place, &team, customer, span)?
            {
                booked.insert(person, (count, minutes));
            }
            charges = billing::charges_for(tx, place, customer, month.days())?;
        }
        let counted = Counted {
            paid,
            held,
            days,
            booked,
        };
        let who: Vec<PersonId> = charges.iter().filter_map(|one: &Charge| one.person).collect();
        let names = people::names_of(tx, place, &who)?;
        let named = |charge: Charge| {
            let name = charge.person.and_then(|person| names.get(&person).cloned());
            (name.unwrap_or_default(), charge)
        };
        Ok(Self {
            charges: charges.into_iter().map(named).collect(),
            mates: counted.mates(tx, place, &team)?,
        })
    }
}

/// What is known of the use of a team, by person.
struct Counted {
    paid: Vec<PersonId>,
    held: BTreeMap<PersonId, Holdings>,
    days: BTreeMap<PersonId, i64>,
    /// Bookings and their minutes.
    booked: BTreeMap<PersonId, (i64, i64)>,
}

impl Counted {
    fn mates(&self, tx: &mut Tx<'_>, place: PlaceId, team: &[PersonId]) -> Result<Vec<Mate>, Fault> {
        let parties: Vec<Party> = team.iter().map(|person| Party::Person(*person)).collect();
        let known = people::addressees(tx, place, &parties)?;
        let mates = team.iter().filter_map(|person| {
            let addressee = known.get(&Party::Person(*person))?;
            Some(self.mate(*person, addressee))
        });
        Ok(mates.collect())
    }

    fn mate(&self, person: PersonId, addressee: &Addressee) -> Mate {
        let holds = self.held.get(&person);
        let (bookings, minutes) = self.booked.get(&person).copied().unwrap_or_default();
        let contract = holds.and_then(|one| one.contract.as_ref());
        Mate {
            person,
            name: addressee.name.clone(),
            email: addressee
                .email
                .as_ref()
                .map(ToString::to_string)
                .unwrap_or_default(),
            paid: self.paid.contains(&person),
            plan: contract.map(|one| one.plan_name.clone()).unwrap_or_default(),
            units: holds.map_or(0, |one| one.balance.units),
            debt: holds.map_or(0, |one| one.balance.debt),
            days: self.days.get(&person).copied().unwrap_or_default(),
            bookings,
            minutes,
        }
    }
}

fn csv(visit: &Visit, usage: &Usage, month: Month) -> Answer {
    let heads = ["name", "email", "plan", "units", "days", "bookings", "minutes"]
        .map(|part| visit.text(&format!("teams-head-{part}")));
    let rows: Vec<Vec<String>> = usage
        .mates
        .iter()
        .map(|mate| {
            vec![
                mate.name.clone(),
                mate.email.clone(),
                mate.plan.clone(),
                mate.units.to_string(),
                mate.days.to_string(),
                mate.bookings.to_string(),
                mate.minutes.to_string(),
            ]
        })
        .collect();
    let name = format!("{}-{month}.csv", visit.text("teams-file"));
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}

pub(super) async fn invite(visit: Visit, Path(organisation): Path<OrganisationId>, mut form: Form) -> Answer {
    let name = PersonName::parse(form.value("given_name"), form.value("family_name"));
    let name = name.map_err(|refused| form.refuse("family_name", &refused)).ok();
    let email = form.parse("email", Email::parse);
    let (Some(name), Some(email)) = (name, email) else {
        return shown(
            &visit,
            Some(organisation),
            None,
            form,
            false,
            StatusCode::UNPROCESSABLE_ENTITY,
        )
        .await;
    };
    people::limit_mails(&visit, email.as_str()).await?;
    let to = NewInvitation {
        name,
        email,
        language: visit.locale,
    };
    let sealing = visit.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            let id = actions::invite(tx, actor, organisation, &to)?;
            let sealed = invitation::seal(&sealing, id)?;
            letters::ask(
                tx,
                actor,
                &Letter {
                    invitation: id,
                    sealed,
                },
            )?;
            Ok(format!("/team?organisation={organisation}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("teams-invited")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("email", &refusal);
            shown(
                &visit,
                Some(organisation),
                None,
                form,
                false,
                StatusCode::UNPROCESSABLE_ENTITY,
            )
            .await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn withdraw(
    visit: Visit,
    Path((organisation, id)): Path<(OrganisationId, Id<Invitation>)>,
    form: Form,
) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::withdraw_invitation(tx, actor, organisation, id)?;
            Ok(format!("/team?organisation={organisation}"))
        })
        .await;
    answer(&visit, organisation, done, "teams-uninvited")
}

pub(super) fn answer(
    visit: &Visit,
    organisation: OrganisationId,
    done: Result<String, Failure<TeamRefused>>,
    success: &str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(refusal)) => {
            let back = format!("/team?organisation={organisation}");
            visit.redirect_with(&back, &Flash::error(refusal.key()))
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
