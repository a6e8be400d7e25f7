//! What offers hold about people: plans and passes, and what was used of them.

use crate::store::contracts;
use crate::{contracts_of, remaining};
use billing::known_customer;
use kernel::{PersonId, PlaceId};
use people::Party;
use platform::database::Tx;
use platform::personal::{Basis, Blank, Fate, Held, Holding, Matter, Merge, Owner, Personal};
use platform::{Fault, place};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal {
    holdings: &[Holding {
        name: "offers-holding-plans",
        basis: Basis::Contract,
        fate: Fate::Kept,
        retention: None,
        tables: &[
            Held::table("plan_contract")
                .about(&[Owner::Person("person_id")])
                .done_with(&["created_by"])
                .showing(&["from_day", "until_day", "price_cents", "created_at"]),
            Held::table("plan_pause")
                .about(&[Owner::Person("person_id")])
                .done_with(&["asked_by"])
                .showing(&["from_day", "until_day", "reason", "asked_at", "cancelled_at"])
                .naming(&["reason"])
                .without(&[Blank::Empty("reason")]),
            Held::table("pass_lot")
                .about(&[Owner::Person("person_id")])
                .showing(&["bought_on", "units", "remaining", "expires_on", "cancelled_at"]),
            Held::table("pass_debit")
                .about(&[Owner::Person("person_id")])
                .showing(&["at", "day", "units", "reason"]),
            Held::table("pass_debt")
                .about(&[Owner::Person("person_id")])
                .showing(&["at", "day", "units", "settled_at"]),
            Held::table("pass_day")
                .about(&[Owner::Person("person_id")])
                .showing(&["day", "used", "elsewhere"])
                .once(&["day"], ""),
            Held::table("holder")
                .about(&[Owner::Person("person_id")])
                .once(&[], ""),
            Held::table("hours_drawn")
                .about(&[Owner::Person("person_id")])
                .showing(&["day", "minutes", "returned_minutes", "drawn_at"]),
            Held::table("coupon_use")
                .about(&[Owner::Person("person_id")])
                .showing(&["at", "cut_cents"]),
            Held::table("coupon_taken")
                .about(&[Owner::Person("person_id")])
                .showing(&["at", "cut_cents"]),
            Held::table("agreement")
                .of_organisation(&["organisation_id"])
                .done_with(&["created_by"]),
            Held::table("reduction")
                .about(&[Owner::Person("person_id")])
                .of_organisation(&["organisation_id"])
                .done_with(&["decided_by"])
                .showing(&["words", "state", "asked_at", "from_day", "until_day", "answer"])
                .naming(&["words", "answer"])
                .without(&[Blank::Empty("words"), Blank::Empty("answer")]),
            Held::table("reduction_proof")
                .about(&[UNDER_OWN_REDUCTION])
                .goes(),
        ],
    }],
    matters: Some(matters),
    merge: Some(settle),
    erase: None,
    kept_until: None,
};

const UNDER_OWN_REDUCTION: Owner = Owner::Under {
    column: "reduction_id",
    table: "reduction",
    owner: &Owner::Person("person_id"),
};

/// Plans that run, units left and units owed.
fn matters(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<Matter>, Fault> {
    let zone = place::get(tx, place)?.zone;
    let today = tx.today(&zone);
    let running = contracts_of(tx, place, person)?
        .iter()
        .filter(|held| !held.is_void() && held.until.is_none_or(|until| until >= today))
        .count();
    let passes = remaining(tx, place, person, today)?;
    let counted = |key, count: i64, hinders| Matter {
        key,
        count,
        href: Some(format!("/office/people/{person}/passes")),
        hinders,
        ..Matter::default()
    };
    let open = [
        counted(
            "offers-matter-plans",
            i64::try_from(running).unwrap_or(i64::MAX),
            true,
        ),
        counted("offers-matter-units", passes.units, false),
        counted("offers-matter-debt", passes.debt, true),
    ];
    Ok(open.into_iter().filter(|matter| matter.count > 0).collect())
}

/// What a plan will cost is billed to the account that stays.
fn settle(tx: &mut Tx<'_>, place: PlaceId, merge: Merge) -> Result<(), Fault> {
    let (kept, gone) = match merge {
        Merge::Persons { kept, gone } => (Party::Person(kept), Party::Person(gone)),
        Merge::Organisations { kept, gone } => (Party::Organisation(kept), Party::Organisation(gone)),
    };
    let (former, present) = (known_customer(tx, place, gone)?, known_customer(tx, place, kept)?);
    if let (Some(former), Some(present)) = (former, present) {
        contracts::change_customer(tx, place, former, present)?;
    }
    Ok(())
}
