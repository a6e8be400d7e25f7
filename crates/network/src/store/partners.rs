//! Agreements.

use crate::rules::agreement::{HomeTerms, Partner, PartnerId, Rates};
use billing::Product;
use kernel::{AccountId, Day, Id, Instant, Money, OrganisationId, PlaceId};
use offers::PassOffer;
use platform::database::{DatabaseError, Tx, params, row, statement};
use std::collections::{BTreeMap, BTreeSet};

row! {
    struct PartnerRow {
        id: PartnerId,
        name: String,
        town: String,
        url: String,
        agreement: String,
        inviter: bool,
        invitation: String,
        invited_until: Instant,
        key: String,
        half_day_cents: Money,
        day_cents: Money,
        from_day: Day,
        until_day: Option<Day>,
        cap_days: i64,
        organisation_id: Option<OrganisationId>,
        product_id: Option<Id<Product>>,
        joined_at: Option<Instant>,
        suspended_at: Option<Instant>,
        ended_at: Option<Instant>,
    }

    struct AcceptedRow {
        partner_id: PartnerId,
        pass_offer_id: Id<PassOffer>,
    }
}

statement! {
    ALL -> PartnerRow = "
        select id, name, town, url, agreement, inviter, invitation, invited_until, key, half_day_cents, day_cents, from_day,
            until_day, cap_days, organisation_id, product_id, joined_at, suspended_at, ended_at
        from partner
        where place_id = $1
        order by made_at, id
        limit 500";

    LOCK -> PartnerRow = "
        select id, name, town, url, agreement, inviter, invitation, invited_until, key, half_day_cents, day_cents, from_day,
            until_day, cap_days, organisation_id, product_id, joined_at, suspended_at, ended_at
        from partner
        where place_id = $1 and id = $2
        for update";

    BY_AGREEMENT -> PartnerRow = "
        select id, name, town, url, agreement, inviter, invitation, invited_until, key, half_day_cents, day_cents, from_day,
            until_day, cap_days, organisation_id, product_id, joined_at, suspended_at, ended_at
        from partner
        where place_id = $1 and agreement = $2";

    ACCEPTED -> AcceptedRow = "
        select partner_id, pass_offer_id
        from partner_pass
        where place_id = $1
        order by partner_id, pass_offer_id";

    INSERT = "
        insert into partner (place_id, id, name, town, url, agreement, inviter, invitation, invited_until, key, half_day_cents,
            day_cents, from_day, until_day, cap_days, organisation_id, product_id, made_at, made_by, joined_at, suspended_at,
            ended_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, null, null)";

    UPDATE = "
        update partner
        set name = $3, town = $4, url = $5, invitation = $6, invited_until = $7, key = $8, cap_days = $9, organisation_id = $10,
            product_id = $11, joined_at = $12, suspended_at = $13, ended_at = $14, agreement = $15
        where place_id = $1 and id = $2";

    ACCEPT_NONE = "
        delete from partner_pass
        where place_id = $1 and partner_id = $2";

    ACCEPT = "
        insert into partner_pass (place_id, partner_id, pass_offer_id)
        values ($1, $2, $3)";
}

/// Every agreement, the oldest first.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Partner>, DatabaseError> {
    let rows = tx.all(&ALL, &params![place])?;
    if rows.is_empty() {
        return Ok(vec![]);
    }
    let mut accepted = accepted(tx, place)?;
    let partner = |row: PartnerRow| {
        let accepted = accepted.remove(&row.id).unwrap_or_default();
        partner(row, accepted)
    };
    Ok(rows.into_iter().map(partner).collect())
}

/// One of them.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: PartnerId) -> Result<Option<Partner>, DatabaseError> {
    Ok(all(tx, place)?.into_iter().find(|one| one.id == id))
}

/// One of them, held until the end of the transaction.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: PartnerId) -> Result<Option<Partner>, DatabaseError> {
    let row = tx.optional(&LOCK, &params![place, id])?;
    completed(tx, place, row)
}

/// The one that both sides call so.
pub(crate) fn by_agreement(
    tx: &mut Tx<'_>,
    place: PlaceId,
    agreement: &str,
) -> Result<Option<Partner>, DatabaseError> {
    let row = tx.optional(&BY_AGREEMENT, &params![place, agreement])?;
    completed(tx, place, row)
}

fn completed(
    tx: &mut Tx<'_>,
    place: PlaceId,
    row: Option<PartnerRow>,
) -> Result<Option<Partner>, DatabaseError> {
    let Some(row) = row else { return Ok(None) };
    let accepted = accepted(tx, place)?.remove(&row.id).unwrap_or_default();
    Ok(Some(partner(row, accepted)))
}

fn accepted(
    tx: &mut Tx<'_>,
    place: PlaceId,
) -> Result<BTreeMap<PartnerId, BTreeSet<Id<PassOffer>>>, DatabaseError> {
    let mut accepted: BTreeMap<PartnerId, BTreeSet<Id<PassOffer>>> = BTreeMap::new();
    for row in tx.all(&ACCEPTED, &params![place])? {
        accepted
            .entry(row.partner_id)
            .or_default()
            .insert(row.pass_offer_id);
    }
    Ok(accepted)
}

fn partner(row: PartnerRow, accepted: BTreeSet<Id<PassOffer>>) -> Partner {
    Partner {
        id: row.id,
        name: row.name,
        town: row.town,
        url: row.url,
        agreement: row.agreement,
        inviter: row.inviter,
        invitation: row.invitation,
        invited_until: row.invited_until,
        key: row.key,
        rates: Rates {
            half_day: row.half_day_cents,
            day: row.day_cents,
            from: row.from_day,
            until: row.until_day,
        },
        terms: HomeTerms {
            accepted,
            cap_days: row.cap_days,
            organisation: row.organisation_id,
            product: row.product_id,
        },
        joined_at: row.joined_at,
        suspended_at: row.suspended_at,
        ended_at: row.ended_at,
    }
}

/// Keeps a new one.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    new: &Partner,
    made_by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        new.id,
        new.name.as_str(),
        new.town.as_str(),
        new.url.as_str(),
        new.agreement.as_str(),
        new.inviter,
        new.invitation.as_str(),
        new.invited_until,
        new.key.as_str(),
        new.rates.half_day,
        new.rates.day,
        new.rates.from,
        new.rates.until,
        new.terms.cap_days,
        new.terms.organisation,
        new.terms.product,
        now,
        made_by,
        new.joined_at
    ];
    tx.run(&INSERT, &values)?;
    accept(tx, place, new)
}

/// Keeps what may change of one.
pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, one: &Partner) -> Result<(), DatabaseError> {
    let values = params![
        place,
        one.id,
        one.name.as_str(),
        one.town.as_str(),
        one.url.as_str(),
        one.invitation.as_str(),
        one.invited_until,
        one.key.as_str(),
        one.terms.cap_days,
        one.terms.organisation,
        one.terms.product,
        one.joined_at,
        one.suspended_at,
        one.ended_at,
        one.agreement.as_str()
    ];
    tx.run(&UPDATE, &values)?;
    tx.run(&ACCEPT_NONE, &params![place, one.id])?;
    accept(tx, place, one)
}

fn accept(tx: &mut Tx<'_>, place: PlaceId, one: &Partner) -> Result<(), DatabaseError> {
    for offer in &one.terms.accepted {
        tx.run(&ACCEPT, &params![place, one.id, *offer])?;
    }
    Ok(())
}
