//! What the rooms show beyond the bookings of a year: two that open into one another, a booking that repeats, and somebody who waits.

use super::known::Known;
use super::story::Story;
use kernel::{Actor, MinuteOfDay, Name, Period};
use platform::database::Tx;
use platform::{Failure, Fault};
use spaces::{
    Adjusted, DailyHours, Holder, Link, LinkKind, NewBooking, NewSeries, NewWait, Recurrence, ResourceFacts,
    ResourceId, ResourceKind,
};
use std::collections::BTreeMap;

/// Two rooms, the room they make together, and how many it holds.
const TOGETHER: (&str, &str, &str, i64) = ("indigo", "gaude", "Indigo et Gaude", 26);

/// Opens the wall between two rooms.
pub(super) fn open_wall(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let actor = Actor::system(known.place);
    let (one, other, name, capacity) = TOGETHER;
    let parts = [room(story, known, one)?, room(story, known, other)?];
    let name = Name::parse(name).map_err(Fault::internal)?;
    let facts = ResourceFacts {
        level: "2e étage".to_owned(),
        product: Some(known.product("SALLE-GRANDE")?),
        description: "La cloison ouverte, une seule grande salle sous les toits.".to_owned(),
        equipment: "Écran\nVisioconférence\nTableau blanc".to_owned(),
        position: 9,
        ..ResourceFacts::named(ResourceKind::Room, name, capacity)
    };
    let whole = spaces::create_resource(tx, &actor, facts, None).map_err(Failure::unexpected)?;
    for part in parts {
        let link = Link {
            resource: whole,
            other: part,
            kind: LinkKind::Contains,
        };
        spaces::link(tx, &actor, link).map_err(Failure::unexpected)?;
    }
    Ok(())
}

/// Who meets on which evening, where and for what.
const EVENINGS: (&str, &str, &str) = ("Lucie Amrani", "garance", "Atelier d’écriture");

/// Eight Tuesday evenings from the next one on; those on which the room is taken are left out.
pub(super) fn repeat_evenings(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let (name, key, title) = EVENINGS;
    let Some((who, _)) = story.cast.all().find(|(_, one)| one.name.full() == name) else {
        return Ok(());
    };
    let (actor, zone) = (known.actor(story, who)?, &story.year.zone);
    let first = zone.day_of(tx.now()).monday_of_week().plus_days(8);
    let hours = DailyHours {
        starts: MinuteOfDay::from_minutes(17 * 60).map_err(Fault::internal)?,
        minutes: 90,
    };
    let Some(period) = hours.on(first, zone) else {
        return Ok(());
    };
    let holder = Holder::Person(known.person(who)?);
    let mut new = NewSeries {
        booking: NewBooking {
            title: title.to_owned(),
            ..NewBooking::plain(room(story, known, key)?, period, holder)
        },
        rule: Recurrence::parse("FREQ=WEEKLY;BYDAY=TU;COUNT=8").map_err(Fault::internal)?,
        first,
        hours,
        adjusted: BTreeMap::new(),
        total_shown: None,
    };
    let days = spaces::quote_series(tx, &actor, &new).map_err(Failure::unexpected)?;
    let refused = days.into_iter().filter(|day| !matches!(day.outcome, Some(Ok(_))));
    new.adjusted = refused.map(|day| (day.day, Adjusted::Skipped)).collect();
    spaces::book_series(tx, &actor, &new).map_err(Failure::unexpected)?;
    Ok(())
}

/// Somebody waits for the first hours from tomorrow on that another member has on a room.
pub(super) fn wait_for_hours(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let (name, key, _) = EVENINGS;
    let Some((who, _)) = story.cast.all().find(|(_, one)| one.name.full() == name) else {
        return Ok(());
    };
    let (actor, person) = (known.actor(story, who)?, known.person(who)?);
    let now = tx.now();
    let span = Period::new(now, now.plus_minutes(14 * 1_440)).map_err(Fault::internal)?;
    let resource = room(story, known, key)?;
    let layouts = spaces::store::layouts::of(tx, known.place, resource)?;
    let in_a_u = layouts.iter().find(|one| one.facts.name.as_str() == "En U");
    for slot in spaces::store::bookings::occupying(tx, known.place, resource, span)? {
        let period = slot.occupation.hours();
        if period.start() <= now.plus_minutes(1_440) || slot.person == Some(person) {
            continue;
        }
        let new = NewWait {
            resource,
            period,
            person,
            title: "Entretiens de recrutement".to_owned(),
            attendance: Some(4),
            layout: in_a_u.map(|one| one.id),
            note: String::new(),
        };
        match spaces::join_waiting(tx, &actor, &new) {
            Ok(_) => return Ok(()),
            Err(Failure::Refused(_)) => {}
            Err(Failure::Fault(fault)) => return Err(fault),
        }
    }
    Ok(())
}

/// The room of that key.
pub(super) fn room(story: &Story, known: &Known, key: &str) -> Result<ResourceId, Fault> {
    let number = story.house.resources.iter().position(|room| room.key == key);
    number
        .and_then(|number| known.rooms.get(number).copied())
        .ok_or_else(|| Fault::Internal(format!("no room {key}")))
}
