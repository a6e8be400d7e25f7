//! The cast: everybody who appears in the year, with what they hold and how often they come.
//!
//! Names are written down in `cast.toml`; addresses, numbers and the days on which people come and go are drawn.

mod identifiers;
mod script;

use super::chance::Chance;
use super::house::Town;
use super::year::Year;
use kernel::{Day, Email, Name, Phone, Role, Siren, VatNumber};
use people::{Address, PersonName};
use platform::Fault;
use script::{House, Script, Taken};

/// A person, by their place in the cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Who(pub(super) usize);

/// An organisation, by its place in the cast.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct HouseNumber(pub(super) usize);

/// What a person is in the place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Part {
    /// Runs it.
    Team(Role),
    /// Comes on passes.
    Nomad,
    /// Holds a resident's plan.
    Resident,
    /// Holds a plan in the corner of the teams.
    Teammate,
    /// Books rooms for an organisation.
    Guest,
    /// Books rooms for themself.
    Caller,
    /// Comes once, to try.
    Visitor,
}

/// Somebody of the cast.
#[derive(Debug, Clone)]
pub(super) struct Character {
    pub(super) name: PersonName,
    pub(super) email: Option<Email>,
    pub(super) phone: Phone,
    pub(super) address: Address,
    pub(super) house: Option<HouseNumber>,
    pub(super) part: Part,
    /// Since when the place has known them, before this program kept its books.
    pub(super) since: Day,
    /// The first day on which they appear, and the last one if they leave.
    pub(super) from: Day,
    pub(super) until: Option<Day>,
    /// How often they come to work, beside the others.
    pub(super) visits: i64,
}

/// An organisation that pays.
#[derive(Debug, Clone)]
pub(super) struct Organisation {
    pub(super) name: Name,
    pub(super) email: Email,
    pub(super) siren: Siren,
    pub(super) vat_number: Option<VatNumber>,
    pub(super) address: Address,
}

/// Everybody.
#[derive(Debug, Clone)]
pub(super) struct Cast {
    pub(super) people: Vec<Character>,
    pub(super) houses: Vec<Organisation>,
}

impl Character {
    /// Whether they are a member of the place, now or until they left.
    pub(super) fn is_member(&self) -> bool {
        matches!(self.part, Part::Nomad | Part::Resident | Part::Teammate)
    }

    /// Whether they are about on a day.
    pub(super) fn is_about(&self, day: Day) -> bool {
        self.from <= day && self.until.is_none_or(|until| day <= until)
    }
}

impl Cast {
    /// Draws the cast of a year.
    pub(super) fn draw(year: &Year, town: &Town, seed: u64) -> Result<Self, Fault> {
        let script = script::read()?;
        let mut casting = Casting {
            year,
            town,
            logins: logins(&script),
            chance: Chance::new(seed, "cast"),
            cast: Self {
                people: Vec::new(),
                houses: Vec::new(),
            },
        };
        casting.team(&script)?;
        casting.members(&script)?;
        casting.organisations(&script)?;
        casting.others(&script)?;
        Ok(casting.cast)
    }

    /// Everybody, with their number.
    pub(super) fn all(&self) -> impl Iterator<Item = (Who, &Character)> {
        self.people
            .iter()
            .enumerate()
            .map(|(at, character)| (Who(at), character))
    }

    /// One of them.
    pub(super) fn get(&self, who: Who) -> Result<&Character, Fault> {
        self.people
            .get(who.0)
            .ok_or_else(|| Fault::internal("nobody of that number in the cast"))
    }

    /// The first who plays a part.
    pub(super) fn first(&self, part: Part) -> Result<Who, Fault> {
        let found = self.all().find(|(_, character)| character.part == part);
        found
            .map(|(who, _)| who)
            .ok_or_else(|| Fault::internal("nobody plays that part"))
    }
}

/// Easy addresses, by name.
fn logins(script: &Script) -> Vec<(String, &'static str)> {
    let logins = &script.logins;
    [
        (&logins.member, "membre"),
        (&logins.facilitator, "facilitation"),
        (&logins.managing_director, "gerance"),
        (&logins.accountant, "comptable"),
        (&logins.administrator, "admin"),
    ]
    .map(|(name, local)| (name.clone(), local))
    .to_vec()
}

struct Casting<'a> {
    year: &'a Year,
    town: &'a Town,
    logins: Vec<(String, &'static str)>,
    chance: Chance,
    cast: Cast,
}

impl Casting<'_> {
    fn team(&mut self, script: &Script) -> Result<(), Fault> {
        let team = &script.team;
        let named = [
            (&team.administrator, Role::Administrator),
            (&team.managing_director, Role::ManagingDirector),
            (&team.accountant, Role::Accountant),
        ];
        for (name, role) in named {
            self.add(name, Part::Team(role), None, true)?;
        }
        team.facilitators.iter().try_for_each(|name| {
            self.add(name, Part::Team(Role::Facilitator), None, true)?;
            Ok(())
        })
    }

    fn members(&mut self, script: &Script) -> Result<(), Fault> {
        let members = &script.members;
        let kinds = [
            (&members.nomads, Part::Nomad, 3),
            (&members.residents, Part::Resident, 6),
        ];
        for (names, part, one_in) in kinds {
            for (at, name) in names.iter().enumerate() {
                let who = self.add(name, part, None, true)?;
                // Every third nomad and every sixth resident joined during the year; the first of each was there before.
                if at % one_in == one_in - 1 {
                    let from = self.day_between(5, 85);
                    self.change(who, |character| (character.from, character.since) = (from, from));
                }
            }
        }
        for (at, name) in members.former.iter().enumerate() {
            let who = self.add(
                name,
                if at % 3 == 0 { Part::Resident } else { Part::Nomad },
                None,
                true,
            )?;
            let until = self.day_between(15, 90);
            self.change(who, |character| character.until = Some(until));
        }
        Ok(())
    }

    fn organisations(&mut self, script: &Script) -> Result<(), Fault> {
        for House { name, offer, people } in script.teams.iter().chain(&script.companies) {
            let house = self.house(name, true)?;
            let part = match offer {
                Taken::TeamPlan => Part::Teammate,
                Taken::Plan => Part::Resident,
                Taken::Pass => Part::Nomad,
            };
            for name in people {
                self.add(name, part, Some(house), true)?;
            }
        }
        for guest in &script.guests {
            let house = self.house(&guest.name, guest.company)?;
            self.add(&guest.contact, Part::Guest, Some(house), true)?;
        }
        Ok(())
    }

    fn others(&mut self, script: &Script) -> Result<(), Fault> {
        for name in &script.callers.names {
            self.add(name, Part::Caller, None, false)?;
        }
        for name in &script.visitors.names {
            let who = self.add(name, Part::Visitor, None, true)?;
            let from = self.day_between(1, 99);
            self.change(who, |character| character.from = from);
        }
        Ok(())
    }

    fn add(
        &mut self,
        name: &str,
        part: Part,
        house: Option<HouseNumber>,
        writes: bool,
    ) -> Result<Who, Fault> {
        let (given, family) = name.split_once(' ').unwrap_or((name, ""));
        let easy = self
            .logins
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, local)| *local);
        let name = PersonName::parse(given, family).map_err(Fault::internal)?;
        let number = self.cast.people.len();
        let email = match easy {
            Some(local) => identifiers::address(local)?,
            None => identifiers::email(&name)?,
        };
        let character = Character {
            email: Some(email).filter(|_| writes),
            phone: identifiers::phone(number.saturating_mul(37).saturating_add(100))?,
            address: self.home()?,
            visits: self.visits(part, house),
            since: self.year.first().plus_days(-self.chance.between(20, 1_500)),
            from: self.year.first(),
            until: None,
            name,
            house,
            part,
        };
        self.cast.people.push(character);
        Ok(Who(number))
    }

    fn house(&mut self, name: &str, company: bool) -> Result<HouseNumber, Fault> {
        let number = self.cast.houses.len();
        let siren = identifiers::siren(number.saturating_add(1))?;
        let house = Organisation {
            name: Name::parse(name).map_err(Fault::internal)?,
            email: identifiers::email_of_house(name)?,
            vat_number: if company {
                Some(identifiers::vat_number(&siren)?)
            } else {
                None
            },
            address: self.home()?,
            siren,
        };
        self.cast.houses.push(house);
        Ok(HouseNumber(number))
    }

    fn home(&mut self) -> Result<Address, Fault> {
        let number = usize::try_from(self.chance.between(1, 90)).unwrap_or(1);
        let street = self.chance.one(&self.town.streets).map_or("", String::as_str);
        identifiers::home(number, street, &self.town.postal_code, &self.town.city)
    }

    fn visits(&mut self, part: Part, house: Option<HouseNumber>) -> i64 {
        match part {
            Part::Nomad if house.is_some() => self.chance.between(6, 12),
            Part::Nomad => self.chance.between(3, 18),
            Part::Resident | Part::Teammate => self.chance.between(2, 6),
            Part::Team(_) | Part::Guest | Part::Caller | Part::Visitor => 0,
        }
    }

    /// An open day so many hundredths into the year.
    fn day_between(&mut self, least: i64, most: i64) -> Day {
        let hundredths = self.chance.between(least, most);
        let days = self.year.days.len().saturating_mul(hundredths) / 100;
        let day = self.year.open_from(self.year.first().plus_days(days));
        if day < self.year.today() {
            day
        } else {
            self.year.open_until(self.year.today().previous())
        }
    }

    fn change(&mut self, who: Who, change: impl FnOnce(&mut Character)) {
        if let Some(character) = self.cast.people.get_mut(who.0) {
            change(character);
        }
    }
}

#[cfg(test)]
mod tests;
