//! Those who come to look, those who ask to become members, and what everybody agreed to, as `joining.toml` says.

use super::cast::Part;
use super::known::Known;
use super::story::Story;
use joining::{
    ApplicationState, Asked, HouseText, NamedOrganisation, NewTour, Offer, Outcome, Prospect, TextKind,
};
use kernel::{Actor, Email, Id, Instant, Locale, MinuteOfDay, Name, OrganisationId, PersonId, Role, Weekday};
use people::PersonName;
use platform::database::{Database, Tx};
use platform::{Failure, Fault};
use serde::Deserialize;

#[derive(Debug, Clone, Deserialize)]
struct Script {
    house_rules: String,
    privacy_notice: String,
    tour_hours: Vec<(String, String, i64)>,
    tours: Vec<TourLine>,
    applications: Vec<ApplicationLine>,
}

#[derive(Debug, Clone, Deserialize)]
struct TourLine {
    name: String,
    email: String,
    /// Days after the end of the year lived.
    days: i64,
    #[serde(default)]
    outcome: String,
    /// Days from the same moment to the trial day.
    trial: Option<i64>,
    #[serde(default)]
    note: String,
}

#[derive(Debug, Clone, Deserialize)]
struct ApplicationLine {
    given_name: String,
    family_name: String,
    email: String,
    organisation: Option<String>,
    wish: String,
    #[serde(default)]
    pass: bool,
}

/// At what time tours of the demonstration begin, in minutes.
const TOUR_AT: u16 = 10 * 60;

/// Publishes the texts, which everybody accepts; tours are booked and noted at their time, and some wait for an answer.
pub(super) fn tell(db: &Database, story: &Story, known: &Known) -> Result<(), Fault> {
    let script: Script = toml::from_str(include_str!("joining.toml")).map_err(Fault::internal)?;
    let director = known.holder(story, Role::ManagingDirector)?;
    let (end, zone, clock) = (story.year.end(), story.year.zone.clone(), db.clock().clone());
    let run = first_teammate(story, known)?;
    let members: Vec<Actor> = known
        .accounts
        .keys()
        .map(|who| known.actor(story, *who))
        .collect::<Result<_, Fault>>()?;
    let told = db.write_blocking(move |tx| {
        publish(tx, &director, &members, &script)?;
        let today = zone.day_of(end);
        let hour = MinuteOfDay::from_minutes(TOUR_AT).map_err(Fault::internal)?;
        for line in &script.tours {
            let starts_at = zone.instant(today.plus_days(line.days), hour);
            clock.set(starts_at.plus_minutes(-3 * 24 * 60).min(end));
            tx.follow_fixed_clock();
            let tour = come_and_look(tx, &director, line, starts_at)?;
            if !line.outcome.is_empty() {
                clock.set(starts_at.plus_minutes(60));
                tx.follow_fixed_clock();
                let outcome = Outcome {
                    came: line.outcome != "absent",
                    interested: line.outcome == "interested",
                    trial_day: line.trial.map(|days| today.plus_days(days)),
                    note: line.note.clone(),
                };
                joining::note_tour(tx, &director, tour, &outcome).map_err(Failure::unexpected)?;
            }
        }
        clock.set(end);
        tx.follow_fixed_clock();
        if let Some((organisation, manager)) = run {
            teams::grant_manager(tx, &director, organisation, manager).map_err(Failure::unexpected)?;
        }
        for line in &script.applications {
            ask(tx, &Actor::visitor(director.place), line)?;
        }
        Ok::<_, Fault>(())
    });
    db.clock().set(end);
    told
}

/// Somebody of a company that pays for several, and the company.
fn first_teammate(story: &Story, known: &Known) -> Result<Option<(OrganisationId, PersonId)>, Fault> {
    let mate = story.cast.all().find(|(who, one)| {
        one.part == Part::Teammate && one.until.is_none() && known.accounts.contains_key(who)
    });
    let Some((who, one)) = mate else {
        return Ok(None);
    };
    let organisation = one.house.and_then(|house| known.houses.get(&house).copied());
    Ok(organisation.zip(Some(known.person(who)?)))
}

fn publish(tx: &mut Tx<'_>, director: &Actor, members: &[Actor], script: &Script) -> Result<(), Fault> {
    let texts = [
        (TextKind::HouseRules, script.house_rules.trim()),
        (TextKind::PrivacyNotice, script.privacy_notice.trim()),
    ];
    for (kind, body) in texts {
        let text: Id<HouseText> = joining::publish_text(tx, director, kind, body)?;
        for member in members {
            joining::accept_text(tx, member, text).map_err(Failure::unexpected)?;
        }
    }
    for (weekday, starts, seats) in &script.tour_hours {
        let weekday = Weekday::parse(weekday).map_err(Fault::internal)?;
        let starts = MinuteOfDay::parse(starts).map_err(Fault::internal)?;
        joining::keep_hours(tx, director, weekday, starts, *seats)?;
    }
    Ok(())
}

fn come_and_look(
    tx: &mut Tx<'_>,
    director: &Actor,
    line: &TourLine,
    starts_at: Instant,
) -> Result<Id<joining::Tour>, Fault> {
    let new = NewTour {
        prospect: Prospect {
            name: Name::parse(&line.name).map_err(Fault::internal)?,
            email: Some(Email::parse(&line.email).map_err(Fault::internal)?),
            phone: None,
            language: Locale::Fr,
            wish: String::new(),
        },
        starts_at,
        agreed: true,
    };
    joining::book_tour(tx, director, &new).map_err(Failure::unexpected)
}

/// Somebody asks, and proves their address.
fn ask(tx: &mut Tx<'_>, visitor: &Actor, line: &ApplicationLine) -> Result<(), Fault> {
    let place = visitor.place;
    let zone = platform::place::get(tx, place)?.zone;
    let today = tx.today(&zone);
    let proposed = joining::proposed(tx, place, today)?;
    let pass = proposed.iter().find(|one| matches!(one.offer, Offer::Pass(_)));
    let texts = joining::texts_in_force(tx, place)?;
    let text = |kind: TextKind| texts.iter().find(|text| text.kind == kind).map(|text| text.id);
    let organisation = line.organisation.as_deref().map(Name::parse).transpose();
    let asked = Asked {
        name: PersonName::parse(&line.given_name, &line.family_name).map_err(Fault::internal)?,
        email: Some(Email::parse(&line.email).map_err(Fault::internal)?),
        phone: None,
        language: Locale::Fr,
        organisation: organisation
            .map_err(Fault::internal)?
            .map(|name| NamedOrganisation { name, siren: None }),
        wish: line.wish.clone(),
        offer: pass.filter(|_| line.pass).map(|one| (one.offer, one.price)),
        coupon: None,
        rules: text(TextKind::HouseRules),
        privacy: text(TextKind::PrivacyNotice),
        tour: None,
    };
    let id = joining::apply(tx, visitor, &asked).map_err(Failure::unexpected)?;
    match joining::confirm(tx, visitor, id, &[])? {
        ApplicationState::Waiting => Ok(()),
        other => Err(Fault::Internal(format!(
            "an application of the demonstration is {other}"
        ))),
    }
}
