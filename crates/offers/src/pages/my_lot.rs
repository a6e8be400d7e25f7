//! A pass that my team shares: who used it, on which day.

use super::words;
use crate::rules::lot::PassLot;
use crate::store::debits::{self, LotUse};
use crate::store::lots;
use askama::Template;
use kernel::{Id, PersonId};
use platform::web::{Answer, Path, Shell, Visit};
use platform::{Fault, OrNotFound};
use std::collections::BTreeMap;

/// The use of a shared pass.
#[derive(Template)]
#[template(path = "my_lot.html")]
pub(super) struct MyLotPage {
    shell: Shell,
    lot: PassLot,
    uses: Vec<LotUse>,
    names: BTreeMap<PersonId, String>,
}

impl MyLotPage {
    fn left(&self) -> String {
        let (left, units) = (self.lot.remaining, self.lot.units);
        self.shell.t2("offers-left-of", "left", left, "units", units)
    }

    fn expiry(&self) -> String {
        words::expiry(&self.shell, self.lot.expires_on)
    }

    fn who(&self, used: &LotUse) -> String {
        self.names.get(&used.person_id).cloned().unwrap_or_default()
    }

    fn units(&self, used: &LotUse) -> String {
        if used.units < 0 {
            format!("+{}", used.units.abs())
        } else {
            format!("\u{2212}{}", used.units)
        }
    }
}

/// Only those who may draw on it see it.
pub(super) async fn show(visit: Visit, Path(id): Path<Id<PassLot>>) -> Answer {
    let (lot, uses, names) = visit
        .read(move |tx, actor| {
            let (place, person) = (actor.place, actor.person.or_not_found()?);
            let held = lots::usable_by(tx, place, person)?;
            let lot = held
                .into_iter()
                .find(|lot| lot.id == id && lot.shared_by.is_some())
                .or_not_found()?;
            let uses = debits::of_lot(tx, place, id)?;
            let who: Vec<PersonId> = uses.iter().map(|used| used.person_id).collect();
            let names = people::names_of(tx, place, &who)?;
            Ok::<_, Fault>((lot, uses, names))
        })
        .await?;
    visit.page(&MyLotPage {
        shell: visit.shell_titled(lot.name.clone()),
        lot,
        uses,
        names,
    })
}
