//! Lines of plans and passes held.

use super::desk::Desk;
use super::settled::{LineRefused, Settled, at, refused};
use crate::rules::directory::MatchRefused;
use crate::rules::draft::{PassDraft, PlanDraft};
use crate::rules::field::Field;
use kernel::{Actor, PersonId};
use offers::{ContractRefused, Imported, ImportedContract, ImportedLot, LotRefused};
use platform::Failure;
use platform::database::Tx;

/// Takes in a plan held, billed here from the day the line says.
pub(super) fn settle_plan(
    tx: &mut Tx<'_>,
    actor: &Actor,
    desk: &Desk,
    draft: &PlanDraft,
    reference: &str,
) -> Result<Settled, Failure<LineRefused>> {
    let unknown = || {
        refused(
            Field::Plan,
            MatchRefused::NoSuchPlan {
                known: desk.plans.known(),
            },
        )
    };
    let contract = ImportedContract {
        person: person(desk, &draft.who)?,
        plan: desk.plans.find(&draft.plan).ok_or_else(unknown)?,
        from: draft.from,
        until: draft.until,
        price: draft.price,
        charged_from: draft.charged_from,
        external_ref: reference.to_owned(),
    };
    let imported = offers::import_contract(tx, actor, &contract);
    Ok(settled(
        imported.map_err(|failure| at(failure, field_of_contract))?,
    ))
}

/// Takes in a pass held; nothing is charged for it.
pub(super) fn settle_pass(
    tx: &mut Tx<'_>,
    actor: &Actor,
    desk: &Desk,
    draft: &PassDraft,
    reference: &str,
) -> Result<Settled, Failure<LineRefused>> {
    let unknown = || {
        refused(
            Field::Pass,
            MatchRefused::NoSuchPass {
                known: desk.passes.known(),
            },
        )
    };
    let (offer, usual) = desk.passes.find(&draft.pass).ok_or_else(unknown)?;
    let units = draft.units.unwrap_or(usual);
    let lot = ImportedLot {
        person: person(desk, &draft.who)?,
        offer,
        units,
        remaining: draft.remaining.unwrap_or(units),
        bought_on: draft.bought_on,
        expires_on: draft.expires_on,
        external_ref: reference.to_owned(),
    };
    let imported = offers::import_lot(tx, actor, &lot);
    Ok(settled(imported.map_err(|failure| at(failure, field_of_lot))?))
}

/// The person a line is about.
pub(super) fn person(desk: &Desk, who: &crate::rules::draft::Who) -> Result<PersonId, Failure<LineRefused>> {
    desk.directory.find(who).map_err(|refusal| {
        let field = if who.name.is_some() {
            Field::FullName
        } else {
            Field::Email
        };
        refused(field, refusal)
    })
}

fn settled<T>(imported: Imported<T>) -> Settled {
    match imported {
        Imported::Created(id) => Settled::created(id),
        Imported::Known(_) => Settled::Known,
    }
}

fn field_of_contract(refusal: &ContractRefused) -> Field {
    match refusal {
        ContractRefused::NoPrice | ContractRefused::PriceTooHigh | ContractRefused::PriceChanged => {
            Field::Price
        }
        ContractRefused::NoVatRate { .. } => Field::ChargedFrom,
        ContractRefused::EndsBeforeStart { .. } | ContractRefused::EndedAlready { .. } => Field::Until,
        ContractRefused::HeldAlready { .. }
        | ContractRefused::StartOutOfReach
        | ContractRefused::Committed { .. }
        | ContractRefused::FollowedAlready { .. }
        | ContractRefused::BegunAlready => Field::From,
        ContractRefused::NotOffered
        | ContractRefused::SamePlan
        | ContractRefused::NotAlike
        | ContractRefused::OwnStart { .. }
        | ContractRefused::NotAMember
        | ContractRefused::NoticeRuns { .. }
        | ContractRefused::CouponUnknown
        | ContractRefused::CouponOther
        | ContractRefused::CouponUsedUp
        | ContractRefused::CouponUsedByYou
        | ContractRefused::CouponNothing
        | ContractRefused::ChargeRefused => Field::Plan,
    }
}

fn field_of_lot(refusal: &LotRefused) -> Field {
    match refusal {
        LotRefused::UnitsOutOfBounds { .. } => Field::Remaining,
        LotRefused::ExpiresBeforeBought => Field::ExpiresOn,
    }
}
