//! Who comes to work on which day, drawn before anything happens.

use super::cast::{Cast, Character, Part as Role, Who};
use super::chance::{Chance, shared};
use super::year::Year;
use kernel::{Day, Instant};

/// For which part of the day somebody comes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Stay {
    Morning,
    Afternoon,
    Day,
}

/// Somebody comes to work.
#[derive(Debug, Clone)]
pub(super) struct Visit {
    pub(super) who: Who,
    pub(super) stay: Stay,
    pub(super) arrives: Instant,
    /// The desk checked in the wrong person, and noticed a moment later.
    pub(super) mistaken: Option<Instant>,
    /// They stay for the afternoon after all.
    pub(super) widens: Option<Instant>,
    /// When the desk sees them leave, if it does.
    pub(super) leaves: Option<Instant>,
    /// Whether they buy a pass at once when theirs is empty.
    pub(super) buys: bool,
}

/// Draws `count` visits over the year.
pub(super) fn draw(year: &Year, cast: &Cast, count: i64, seed: u64) -> Vec<Visit> {
    let mut chance = Chance::new(seed, "visits");
    let once: Vec<(Who, Day)> = cast
        .all()
        .filter(|(_, one)| one.part == Role::Visitor)
        .map(|(who, one)| (who, one.from))
        .collect();
    let days: Vec<Day> = year.days.iter().collect();
    let weights: Vec<i64> = days.iter().map(|day| year.weight(*day)).collect();
    let regular = count
        .saturating_sub(i64::try_from(once.len()).unwrap_or_default())
        .max(0);
    let mut visits = Vec::new();
    for (day, people) in days.iter().zip(shared(regular, &weights)) {
        for who in present(cast, *day, people, &mut chance) {
            visits.push(visit(year, *day, who, &mut chance));
        }
    }
    for (who, day) in once {
        let drawn = visit(year, day, who, &mut chance);
        visits.push(Visit {
            mistaken: None,
            widens: None,
            stay: Stay::Day,
            ..drawn
        });
    }
    visits.sort_by_key(|visit| (visit.arrives, visit.who));
    visits
}

/// So many different people who come on a day, those who come often first of all.
fn present(cast: &Cast, day: Day, people: i64, chance: &mut Chance) -> Vec<Who> {
    let about = |one: &Character| one.is_member() && one.is_about(day);
    let members: Vec<(Who, i64)> = cast
        .all()
        .filter(|(_, one)| about(one))
        .map(|(who, one)| (who, one.visits))
        .collect();
    let mut weights: Vec<i64> = members.iter().map(|(_, visits)| *visits).collect();
    let mut present = Vec::new();
    for _ in 0..people {
        let at = chance.weighted(&weights);
        if let (Some((who, _)), Some(weight)) = (members.get(at), weights.get_mut(at))
            && *weight > 0
        {
            *weight = 0;
            present.push(*who);
        }
    }
    present
}

fn visit(year: &Year, day: Day, who: Who, chance: &mut Chance) -> Visit {
    const STAYS: [Stay; 3] = [Stay::Morning, Stay::Afternoon, Stay::Day];
    // Today nobody has come for the afternoon yet.
    let stay = if day == year.today() {
        chance.weighted(&[35, 0, 65])
    } else {
        chance.weighted(&[30, 20, 50])
    };
    let stay = STAYS.get(stay).copied().unwrap_or(Stay::Day);
    let arrives = match (stay, day == year.today()) {
        (_, true) => chance.between(8 * 60 + 5, 9 * 60 + 50),
        (Stay::Afternoon, _) => chance.between(13 * 60, 15 * 60),
        _ => chance.between(8 * 60 + 5, 10 * 60 + 40),
    };
    let at = |minutes: i64| year.at(day, u16::try_from(minutes).unwrap_or_default());
    let widens = (stay == Stay::Morning && chance.in_hundred(12))
        .then(|| at(chance.between(12 * 60 + 30, 13 * 60 + 30)));
    let leaves = if stay == Stay::Morning && widens.is_none() {
        chance.between(11 * 60 + 45, 12 * 60 + 29)
    } else {
        chance.between(16 * 60 + 30, 18 * 60 + 45)
    };
    let seen = chance.in_hundred(70);
    // Lately every fourth nomad forgets to buy the next pass: the desk has something to remind them of.
    let forgets = who.0 % 4 == 1 && day.days_until(year.today()) < 40;
    let mistaken = chance.in_hundred(1).then(|| at(arrives.saturating_add(1)));
    Visit {
        who,
        stay,
        arrives: at(arrives),
        mistaken,
        widens,
        leaves: seen.then(|| at(leaves)),
        buys: chance.in_hundred(80) && !forgets,
    }
}

#[cfg(test)]
mod tests;
