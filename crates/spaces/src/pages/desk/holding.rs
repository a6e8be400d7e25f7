//! What a person holds, in a few words beside their name.

use crate::actions::check_in::of_the_team;
use crate::rules::check_in::Standing;
use kernel::{Day, PersonId, PlaceId};
use offers::PassBalance;
use platform::Fault;
use platform::database::Tx;
use platform::messages::Argument;
use platform::web::Visit;
use std::collections::BTreeMap;

/// What a person holds on a day.
pub(crate) struct Holding {
    /// What may cover a visit.
    pub(crate) standing: Standing,
    /// The name of the plan held.
    pub(crate) plan: Option<String>,
    /// What is left of passes, and what is owed.
    pub(crate) balance: PassBalance,
}

/// Reads what a person holds on a day.
pub(crate) fn holding(tx: &mut Tx<'_>, place: PlaceId, person: PersonId, on: Day) -> Result<Holding, Fault> {
    let mut held = holdings(tx, place, &[person], on)?;
    held.remove(&person)
        .ok_or_else(|| Fault::internal("what somebody holds was asked for and not read"))
}

/// Reads what each of these persons holds on a day, with a constant number of statements for each sixty-four of them.
pub(crate) fn holdings(
    tx: &mut Tx<'_>,
    place: PlaceId,
    persons: &[PersonId],
    on: Day,
) -> Result<BTreeMap<PersonId, Holding>, Fault> {
    let team = of_the_team(tx, place, persons, on)?;
    let held = offers::holdings_of(tx, place, persons, on)?;
    let told = held.into_iter().map(|(person, held)| {
        let holding = Holding {
            standing: Standing {
                staff: team.contains(&person),
                plan: held.contract.is_some(),
                pass: !held.lots.is_empty(),
            },
            plan: held.contract.map(|contract| contract.plan_name),
            balance: held.balance,
        };
        (person, holding)
    });
    Ok(told.collect())
}

impl Holding {
    /// Whether nothing covers a visit: the team then says how the person is received.
    pub(crate) fn is_bare(&self) -> bool {
        self.standing == Standing::default()
    }

    /// "11 unités : 3 jours ou 5 demi-journées".
    pub(crate) fn words(&self, visit: &Visit) -> String {
        match &self.plan {
            Some(plan) => plan.clone(),
            None if self.standing.staff => visit.text("spaces-desk-team"),
            None if self.standing.pass => self.units(visit),
            None => visit.text("spaces-desk-no-offer"),
        }
    }

    /// "doit 2 unités", when units are owed.
    pub(crate) fn owes(&self, visit: &Visit) -> Option<String> {
        let owed = [("units", Argument::from(self.balance.debt))];
        (self.balance.debt > 0).then(|| visit.text_with("spaces-desk-owes", &owed))
    }

    fn units(&self, visit: &Visit) -> String {
        let left = [
            ("units", Argument::from(self.balance.units)),
            ("days", Argument::from(self.balance.days)),
            ("halves", Argument::from(self.balance.half_days)),
        ];
        visit.text_with("spaces-desk-units-left", &left)
    }
}
