//! What the daily running of the house holds about people.

use crate::store::{deliveries, items, loans};
use kernel::{PersonId, PlaceId};
use platform::Fault;
use platform::database::Tx;
use platform::personal::{Basis, Blank, Fate, Held, Holding, Limit, Matter, Owner, Personal, Retention};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal {
    holdings: HOLDINGS,
    matters: Some(matters),
    merge: None,
    erase: None,
    kept_until: None,
};

const HOLDINGS: &[Holding] = &[
    Holding {
        name: "stewardship-holding-deliveries",
        basis: Basis::Contract,
        fate: Fate::Anonymised,
        retention: Some(Retention {
            usual: 12,
            least: 3,
            most: 60,
            apply: forget_deliveries,
        }),
        tables: &[
            Held::table("delivery")
                .about(&[Owner::Person("person_id")])
                .done_by(&["received_by", "ended_by"])
                .of_organisation(&["organisation_id"])
                .showing(&["arrived_at", "kind", "quantity", "sender", "ended_at", "taken_by"])
                .naming(&["taken_by", "sender"])
                .without(&[Blank::Empty("sender"), Blank::Empty("taken_by")]),
            Held::table("domiciliation")
                .of_organisation(&["organisation_id"])
                .naming(&["note"])
                .once(&["organisation_id"], "until_day"),
        ],
    },
    Holding {
        name: "stewardship-holding-items",
        basis: Basis::Contract,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[Held::table("item_loan")
            .about(&[Owner::Person("person_id")])
            .done_by(&["handed_by", "ended_by"])
            .showing(&[
                "handed_at",
                "due_on",
                "deposit_cents",
                "ended_at",
                "outcome",
                "kept_cents",
                "note",
            ])
            .without(&[Blank::Empty("note")])],
    },
    Holding {
        name: "stewardship-holding-duties",
        basis: Basis::Contract,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[Held::table("duty")
            .about(&[Owner::Person("person_id")])
            .done_by(&["taken_by", "settled_by"])
            .showing(&["day", "state", "units", "taken_at"])
            .once(&["shift_id", "day"], "")],
    },
    Holding {
        name: "stewardship-holding-house",
        basis: Basis::LegitimateInterest,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[
            Held::table("handover_note")
                .about(&[Owner::Person("person_id")])
                .done_by(&["read_by"])
                .showing(&["written_at", "body"])
                .naming(&["body"]),
            Held::table("checklist_tick")
                .about(&[Owner::Person("person_id")])
                .showing(&["day", "ticked_at"])
                .once(&["line_id", "day"], ""),
            Held::table("incident")
                .about(&[Owner::Person("reporter_id")])
                .done_by(&["owner_id"])
                .showing(&["reported_at", "title", "detail", "state"])
                .naming(&["title", "detail"]),
            Held::table("incident_step")
                .about(&[Owner::Person("person_id")])
                .showing(&["made_at", "body"])
                .naming(&["body"]),
        ],
    },
];

/// Keys, badges and lockers that somebody holds, and what waits for them at the desk.
fn matters(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<Matter>, Fault> {
    let mut open = Vec::new();
    for loan in loans::of_person(tx, place, person)? {
        if loan.ended.is_some() {
            continue;
        }
        if let Some(item) = items::find(tx, place, loan.item)? {
            open.push(Matter {
                key: match item.kind.code() {
                    "key" => "stewardship-matter-key",
                    "badge" => "stewardship-matter-badge",
                    _ => "stewardship-matter-locker",
                },
                name: item.number,
                amount: (loan.deposit > kernel::Money::ZERO).then_some(loan.deposit),
                href: Some(format!("/front-desk/items/{}", loan.item)),
                hinders: true,
                ..Matter::default()
            });
        }
    }
    let waiting = deliveries::waiting_for_person(tx, place, person)?;
    if waiting > 0 {
        open.push(Matter {
            key: "stewardship-matter-post",
            count: waiting,
            hinders: false,
            ..Matter::default()
        });
    }
    Ok(open)
}

fn forget_deliveries(tx: &mut Tx<'_>, place: PlaceId, limit: Limit) -> Result<u64, Fault> {
    Ok(deliveries::forget_ended(tx, place, limit.moment)?)
}
