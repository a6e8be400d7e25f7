//! The other places of the demonstration: an agreement with a history of visits in both directions, and an invitation that waits. Nobody
//! answers at their addresses: what needs an answer says so.

use super::known::Known;
use super::story::Story;
use kernel::{Actor, Day, Instant, MinuteOfDay, Money, Name, PersonId, Role, Zone};
use network::{
    HomeTerms, Invitation, NewPartner, Partner, PartnerId, Rates, Told, VisitAnswer, VisitingCode,
};
use people::NewOrganisation;
use platform::clock::Clock;
use platform::database::{Database, Tx};
use platform::{Failure, Fault};
use serde::Deserialize;
use spaces::Part;

#[derive(Clone, Deserialize)]
struct Script {
    partner: Place,
    invited: Place,
    /// People of theirs who came.
    visitors: Vec<Visitor>,
    /// When people of ours went there, in days before today.
    visits: Vec<Gone>,
}

#[derive(Clone, Deserialize)]
struct Place {
    name: String,
    town: String,
    url: String,
    half_day: i64,
    day: i64,
    cap_days: i64,
    /// Whole months since it began; the next one when none.
    months: i64,
}

#[derive(Clone, Deserialize)]
struct Visitor {
    name: String,
    days_ago: i64,
    part: Part,
    left: i64,
}

#[derive(Clone, Deserialize)]
struct Gone {
    days_ago: i64,
    part: Part,
}

/// What the acts of the other places need.
struct Stage<'stage> {
    known: &'stage Known,
    director: &'stage Actor,
    clock: &'stage Clock,
    zone: &'stage Zone,
    today: Day,
    end: Instant,
}

/// Tells it, and leaves the clock where it was.
pub(super) fn tell(db: &Database, story: &Story, known: &Known) -> Result<(), Fault> {
    let script: Script = toml::from_str(include_str!("network.toml")).map_err(Fault::internal)?;
    let director = known.holder(story, Role::ManagingDirector)?;
    let desk = known.holder(story, Role::Facilitator)?;
    let (end, zone, known) = (story.year.end(), story.year.zone.clone(), known.clone());
    let (clock, today) = (db.clock().clone(), story.year.today());
    let told = db.write_blocking(move |tx| {
        let stage = Stage {
            known: &known,
            director: &director,
            clock: &clock,
            zone: &zone,
            today,
            end,
        };
        let partner = stage.agree(tx, &script.partner)?;
        for visitor in &script.visitors {
            stage.receive(tx, &desk, &partner, visitor)?;
        }
        let travellers = stage.travellers(tx, script.visits.len())?;
        for (gone, person) in script.visits.iter().zip(travellers.iter().cycle()) {
            stage.go(tx, &partner, (*person, gone))?;
        }
        stage.at(tx, today, 9);
        stage.invite(tx, &script.invited)?;
        clock.set(end);
        tx.follow_fixed_clock();
        Ok::<_, Fault>(())
    });
    db.clock().set(end);
    told
}

impl Stage<'_> {
    /// Sets the clock to an hour of a day, never after the end.
    fn at(&self, tx: &mut Tx<'_>, day: Day, hour: u16) {
        let minute = MinuteOfDay::from_minutes(hour.saturating_mul(60)).unwrap_or(MinuteOfDay::NOON);
        self.clock.set(self.zone.instant(day, minute).min(self.end));
        tx.follow_fixed_clock();
    }

    fn invite(&self, tx: &mut Tx<'_>, place: &Place) -> Result<(PartnerId, Invitation), Fault> {
        let offers = self.known.offers.as_ref();
        let from = self.today.month_of().plus(-place.months).first();
        let organisation = people::create_organisation(
            tx,
            self.director,
            NewOrganisation::named(Name::parse(&place.name).map_err(Fault::internal)?),
        );
        let new = NewPartner {
            name: place.name.clone(),
            town: place.town.clone(),
            url: place.url.clone(),
            rates: Rates {
                half_day: Money::from_cents(place.half_day),
                day: Money::from_cents(place.day),
                from,
                until: None,
            },
            terms: HomeTerms {
                accepted: offers.map(|offers| offers.pass).into_iter().collect(),
                cap_days: place.cap_days,
                organisation: Some(organisation.map_err(Failure::unexpected)?),
                product: Some(self.known.product("SALLE-PETITE")?),
            },
        };
        let invitation = Invitation::new(tx.random_bytes());
        let id = network::invite(tx, self.director, &new, &invitation, false).map_err(Failure::unexpected)?;
        Ok((id, invitation))
    }

    fn agree(&self, tx: &mut Tx<'_>, place: &Place) -> Result<Partner, Fault> {
        let first = self.today.month_of().plus(-place.months).first();
        self.at(tx, first.plus_days(-6), 10);
        let (id, _) = self.invite(tx, place)?;
        self.at(tx, first.plus_days(-2), 15);
        let nonce = data_encoding::HEXLOWER.encode(&tx.random_bytes::<16>());
        network::accepted(tx, &Actor::system(self.known.place), id, &nonce).map_err(Failure::unexpected)
    }

    fn receive(
        &self,
        tx: &mut Tx<'_>,
        desk: &Actor,
        partner: &Partner,
        visitor: &Visitor,
    ) -> Result<(), Fault> {
        let hour = if visitor.part == Part::Afternoon { 14 } else { 9 };
        self.at(tx, self.today.plus_days(-visitor.days_ago), hour);
        let code = VisitingCode::new(&partner.agreement, tx.random_bytes(), tx.now());
        let id = network::ask(tx, desk, &code.text, visitor.part).map_err(Failure::unexpected)?;
        let (units, rate) = match visitor.part {
            Part::Day => (3, partner.rates.day),
            Part::Morning | Part::Afternoon => (2, partner.rates.half_day),
        };
        let answer = VisitAnswer {
            name: visitor.name.clone(),
            units,
            units_left: visitor.left,
            cents: rate.cents(),
        };
        network::note_answer(tx, desk, id, &Ok(answer))
    }

    /// Members of today with units on a pass.
    fn travellers(&self, tx: &mut Tx<'_>, wanted: usize) -> Result<Vec<PersonId>, Fault> {
        let mut found = Vec::new();
        for (who, person) in &self.known.people {
            let known = self.known.accounts.contains_key(who)
                && people::is_member_on(tx, self.known.place, *person, self.today)?;
            let units = offers::remaining(tx, self.known.place, *person, self.today)?.units;
            if known && units >= 12 {
                found.push(*person);
            }
            if found.len() == wanted {
                break;
            }
        }
        Ok(found)
    }

    fn go(&self, tx: &mut Tx<'_>, partner: &Partner, (person, gone): (PersonId, &Gone)) -> Result<(), Fault> {
        let day = self.today.plus_days(-gone.days_ago);
        self.at(tx, day, 9);
        let place = self.known.place;
        let own = Actor {
            person: Some(person),
            ..Actor::system(place)
        };
        // Who was no member yet, or has their units since, stays at home.
        let code = match network::make_code(tx, &own, partner.id, tx.random_bytes()) {
            Ok(code) => code,
            Err(Failure::Refused(_)) => return Ok(()),
            Err(Failure::Fault(fault)) => return Err(fault),
        };
        let told = Told {
            reference: tx.new_id::<()>().to_string(),
            code: code.text,
            day,
            part: gone.part,
        };
        network::receive_visit(tx, &Actor::system(place), partner, &told).map_err(Failure::unexpected)?;
        Ok(())
    }
}
