//! What spaces hold about people: bookings and presence.

use crate::store::{bookings, check_ins, erasing, lists};
use billing::known_customer;
use kernel::{PersonId, PlaceId};
use people::Party;
use platform::database::{Somebody, Tx};
use platform::personal::{Basis, Blank, Fate, Held, Holding, Matter, Merge, Owner, Personal};
use platform::{Fault, documents};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal {
    holdings: HOLDINGS,
    matters: Some(matters),
    merge: Some(settle),
    erase: Some(forget_files),
    kept_until: None,
};

const HOLDINGS: &[Holding] = &[
    Holding {
        name: "spaces-holding-bookings",
        basis: Basis::Contract,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[
            Held::table("booking")
                .about(&[Owner::Person("person_id")])
                .done_with(&["created_by", "overridden_by"])
                .showing(&[
                    "starts_at",
                    "ends_at",
                    "title",
                    "state",
                    "attendance",
                    "price_cents",
                    "created_at",
                    "cancelled_at",
                ])
                .naming(&["title", "caller_name"])
                .without(&[
                    Blank::Empty("title"),
                    Blank::Empty("caller_name"),
                    Blank::Null("external_ref"),
                ]),
            Held::table("booking_key")
                .about(&[Owner::Under {
                    column: "booking_id",
                    table: "booking",
                    owner: &Owner::Person("person_id"),
                }])
                .showing(&["made_at"])
                .hiding(&["secret_hash"])
                .goes(),
            Held::table("booking_setup")
                .about(&[Owner::Under {
                    column: "booking_id",
                    table: "booking",
                    owner: &Owner::Person("person_id"),
                }])
                .done_with(&["done_by"])
                .showing(&["note"])
                .naming(&["note"])
                .without(&[Blank::Empty("note")]),
            Held::table("booking_extra")
                .about(&[Owner::Under {
                    column: "booking_id",
                    table: "booking",
                    owner: &Owner::Person("person_id"),
                }])
                .done_with(&["done_by"])
                .showing(&["name", "count", "amount_cents"]),
            Held::table("booking_participant")
                .about(&[Owner::Address("email"), Owner::Person("person_id")])
                .done_by(&["invited_by"])
                .showing(&["email", "answer", "invited_at", "answered_at"])
                .hiding(&["secret_hash", "told"])
                .goes(),
            Held::table("booking_series")
                .about(&[Owner::Person("person_id")])
                .done_with(&["created_by"])
                .showing(&["first_day", "rule", "title", "created_at"])
                .without(&[Blank::Empty("title")]),
            Held::table("waiting_entry")
                .about(&[Owner::Person("person_id")])
                .done_with(&["created_by"])
                .showing(&["starts_at", "ends_at", "title", "note", "state", "joined_at"])
                .goes(),
            Held::table("letting")
                .about(&[Owner::Person("person_id")])
                .done_with(&["created_by"])
                .showing(&["from_day", "until_day", "rent_cents"]),
            Held::table("closure")
                .done_with(&["created_by"])
                .naming(&["reason"]),
            Held::table("calendar_feed")
                .about(&[Owner::Person("person_id")])
                .showing(&["scope", "made_at", "ended_at"])
                .hiding(&["secret_hash"])
                .goes()
                .once(&["scope"], "ended_at"),
        ],
    },
    Holding {
        name: "spaces-holding-presence",
        basis: Basis::Contract,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[
            Held::table("check_in")
                .about(&[Owner::Person("person_id")])
                .done_with(&["created_by"])
                .showing(&["day", "half", "kind", "arrived_at", "left_at"])
                .without(&[Blank::Null("external_ref")]),
            Held::table("door_number")
                .about(&[Owner::Person("person_id")])
                .showing(&["number", "made_at"])
                .goes()
                .once(&[], ""),
            Held::table("check_in_day")
                .about(&[Owner::Person("person_id")])
                .once(&["day"], ""),
        ],
    },
];

/// Bookings to come.
fn matters(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<Matter>, Fault> {
    let upcoming = lists::upcoming_of(tx, place, person)?.len();
    if upcoming == 0 {
        return Ok(vec![]);
    }
    Ok(vec![Matter {
        key: "spaces-matter-bookings",
        count: i64::try_from(upcoming).unwrap_or(i64::MAX),
        hinders: true,
        ..Matter::default()
    }])
}

/// The calendar files that went with letters say what was booked, and under which title.
fn forget_files(tx: &mut Tx<'_>, place: PlaceId, who: &Somebody) -> Result<(), Fault> {
    let bookings = erasing::bookings(tx, place, who.person)?;
    documents::forget(tx, place, "booking", &bookings)?;
    let series = erasing::series(tx, place, who.person)?;
    documents::forget(tx, place, "series", &series)?;
    let invitations = erasing::invitations(tx, place, who)?;
    documents::forget(tx, place, "participant", &invitations)
}

/// Bookings are billed to the account that stays; days on which both came become days of one, of whom one was there twice.
fn settle(tx: &mut Tx<'_>, place: PlaceId, merge: Merge) -> Result<(), Fault> {
    let (kept, gone) = match merge {
        Merge::Persons { kept, gone } => {
            check_ins::share_days(tx, place, kept, gone)?;
            (Party::Person(kept), Party::Person(gone))
        }
        Merge::Organisations { kept, gone } => (Party::Organisation(kept), Party::Organisation(gone)),
    };
    let (former, present) = (known_customer(tx, place, gone)?, known_customer(tx, place, kept)?);
    if let (Some(former), Some(present)) = (former, present) {
        bookings::change_customer(tx, place, former, present)?;
    }
    Ok(())
}
