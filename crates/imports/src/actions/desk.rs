//! Everything that lines are matched with, read once for a whole file.

use super::settled::Settled;
use crate::rules::directory::{Directory, Named, Register};
use crate::rules::kind::ImportKind;
use crate::store::lines;
use kernel::{Id, PlaceId};
use offers::{PassOffer, Plan};
use platform::Fault;
use platform::database::Tx;
use spaces::ResourceId;
use std::collections::HashMap;

/// What lines are matched with.
pub(super) struct Desk {
    pub(super) directory: Directory,
    pub(super) register: Register,
    pub(super) plans: Named<Id<Plan>>,
    /// Each pass with the units it usually has.
    pub(super) passes: Named<(Id<PassOffer>, i64)>,
    pub(super) rooms: Named<ResourceId>,
    /// What names each line imported before, with what it said.
    pub(super) imported: HashMap<String, String>,
}

impl Desk {
    pub(super) fn open(tx: &mut Tx<'_>, place: PlaceId, kind: ImportKind) -> Result<Self, Fault> {
        let mut desk = Self {
            directory: Directory::default(),
            register: Register::default(),
            plans: Named::default(),
            passes: Named::default(),
            rooms: Named::default(),
            imported: lines::known(tx, place, kind)?,
        };
        if kind != ImportKind::Organisations {
            desk.directory = Directory::new(people::person_keys(tx, place)?);
        }
        if matches!(kind, ImportKind::People | ImportKind::Organisations) {
            desk.register = Register::new(people::organisation_keys(tx, place)?);
        }
        match kind {
            ImportKind::Plans => {
                let plans = offers::plans(tx, place)?;
                desk.plans = Named::new(plans.into_iter().map(|plan| (plan.name, plan.id)));
            }
            ImportKind::Passes => {
                let offers = offers::pass_offers(tx, place)?;
                let named = offers
                    .into_iter()
                    .map(|offer| (offer.name, (offer.id, offer.units)));
                desk.passes = Named::new(named);
            }
            ImportKind::Bookings => {
                let rooms = spaces::store::resources::list(tx, place)?;
                desk.rooms = Named::new(rooms.into_iter().map(|room| (room.facts.name, room.id)));
            }
            ImportKind::People | ImportKind::Organisations | ImportKind::CheckIns => {}
        }
        Ok(desk)
    }

    /// Takes in what a line added, so that the next lines find it.
    pub(super) fn learn(&mut self, settled: &Settled) {
        if let Settled::Created {
            person, organisation, ..
        } = settled
        {
            if let Some(person) = person {
                self.directory.add(person.clone());
            }
            if let Some(organisation) = organisation {
                self.register.add(organisation.clone());
            }
        }
    }
}
