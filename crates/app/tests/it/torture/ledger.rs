//! What the program said it had done, held against what its database holds.

use kernel::{Day, PersonId, PlaceId};
use platform::database::{Database, DatabaseError, params, row, statement};
use std::collections::{BTreeMap, BTreeSet};

row! {
    struct TextRow { text: String }
    struct PersonRow { person_id: PersonId }
}

statement! {
    TITLES -> TextRow = "
        select title as text from booking where place_id = $1";
    REFERENCES -> TextRow = "
        select reference as text from payment where place_id = $1";
    OPEN_CHECK_INS -> PersonRow = "
        select person_id from check_in where place_id = $1 and cancelled_at is null";
}

/// Every write that was answered, and with what.
#[derive(Debug, Clone, Default)]
pub(super) struct Ledger {
    /// Titles of bookings that were confirmed.
    pub(super) booked: BTreeSet<String>,
    /// References of payments that were recorded.
    pub(super) paid: BTreeSet<String>,
    /// Titles and references of what was refused.
    pub(super) refused: BTreeSet<String>,
    /// Who is in the house.
    pub(super) here: BTreeSet<PersonId>,
}

impl Ledger {
    /// Adds what another hand wrote down; nobody's name stands in two hands.
    pub(super) fn add(&mut self, other: Self) {
        self.booked.extend(other.booked);
        self.paid.extend(other.paid);
        self.refused.extend(other.refused);
        self.here.extend(other.here);
    }

    /// Everything acknowledged is there exactly once, and nothing else is.
    pub(super) fn assert_kept(&self, db: &Database, place: PlaceId, day: Day, nomads: &[PersonId]) {
        let nomads = nomads.to_vec();
        let (booked, paid, here, left) = db
            .read_blocking(move |tx| {
                let left = nomads
                    .iter()
                    .map(|nomad| Ok((*nomad, offers::remaining(tx, place, *nomad, day)?.units)))
                    .collect::<Result<BTreeMap<_, _>, platform::Fault>>()?;
                Ok::<_, platform::Fault>((
                    texts(tx.all(&TITLES, &params![place])),
                    texts(tx.all(&REFERENCES, &params![place])),
                    tx.all(&OPEN_CHECK_INS, &params![place])?,
                    left,
                ))
            })
            .unwrap();
        assert_eq!(
            booked,
            self.booked.iter().cloned().collect::<Vec<_>>(),
            "bookings"
        );
        assert_eq!(paid, self.paid.iter().cloned().collect::<Vec<_>>(), "payments");
        let here: Vec<PersonId> = here.into_iter().map(|row| row.person_id).collect();
        assert_eq!(here.len(), self.here.len(), "check-ins");
        assert_eq!(here.into_iter().collect::<BTreeSet<_>>(), self.here, "check-ins");
        for (nomad, units) in left {
            let used = if self.here.contains(&nomad) { 2 } else { 0 };
            assert_eq!(units, 30 - used, "units of {nomad}");
        }
        assert!(self.refused.is_disjoint(&self.booked) && self.refused.is_disjoint(&self.paid));
    }
}

fn texts(rows: Result<Vec<TextRow>, DatabaseError>) -> Vec<String> {
    let mut texts: Vec<String> = rows.unwrap().into_iter().map(|row| row.text).collect();
    texts.sort_unstable();
    texts
}
