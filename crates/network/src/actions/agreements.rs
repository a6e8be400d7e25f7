//! Making an agreement, changing what we decide of it, suspending and ending it.

use crate::permissions::MANAGE;
use crate::rules::agreement::{
    HomeTerms, INVITED_FOR, MOST_DAYS, Partner, PartnerId, PartnerRefused, Rates, Standing, address,
    check_rates, name, town,
};
use crate::rules::code::{Invitation, shared_key};
use crate::store::partners;
use kernel::Actor;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, OrNotFound};
use serde_json::json;

type Refused = Failure<PartnerRefused>;

/// A place to be invited.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewPartner {
    /// Its name.
    pub name: String,
    /// Its town.
    pub town: String,
    /// The address of its Tribu.
    pub url: String,
    /// What will be agreed.
    pub rates: Rates,
    /// What we decide for our members.
    pub terms: HomeTerms,
}

/// Invites another place: it joins with the text of the invitation. `plain` says whether addresses without TLS are called.
///
/// # Errors
/// [`PartnerRefused`]; [`Fault::Forbidden`].
pub fn invite(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewPartner,
    invitation: &Invitation,
    plain: bool,
) -> Result<PartnerId, Refused> {
    actor.require(MANAGE)?;
    check_rates(&new.rates).map_err(Failure::Refused)?;
    check_terms(tx, actor, &new.terms)?;
    let partner = Partner {
        id: tx.new_id(),
        name: name(&new.name).map_err(Failure::Refused)?,
        town: town(&new.town).map_err(Failure::Refused)?,
        url: address(&new.url, plain).map_err(Failure::Refused)?,
        agreement: invitation.agreement.clone(),
        inviter: true,
        invitation: invitation.key(),
        invited_until: tx.now().plus_seconds(INVITED_FOR),
        key: String::new(),
        rates: new.rates,
        terms: new.terms.clone(),
        joined_at: None,
        suspended_at: None,
        ended_at: None,
    };
    partners::insert(tx, actor.place, &partner, actor.account)?;
    record(tx, actor, "network.invited", &partner)?;
    Ok(partner.id)
}

/// Another invitation for the same agreement: the one before is good for nothing.
///
/// # Errors
/// [`PartnerRefused::Standing`] once it was accepted; [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn invite_again(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: PartnerId,
    invitation: &Invitation,
) -> Result<(), Refused> {
    let mut partner = held(tx, actor, id, &[Standing::Invited, Standing::Lapsed])?;
    partner.agreement.clone_from(&invitation.agreement);
    partner.invitation = invitation.key();
    partner.invited_until = tx.now().plus_seconds(INVITED_FOR);
    partners::update(tx, actor.place, &partner)?;
    record(tx, actor, "network.invited", &partner)?;
    Ok(())
}

/// The place that was invited accepts: from now on both sign with a key that neither the invitation nor the call alone gives away.
/// Asked again with the same half of the key, it answers the same.
///
/// # Errors
/// [`PartnerRefused::NotTaken`] when it was accepted with another half, too late, or after the agreement was ended.
pub fn accepted(tx: &mut Tx<'_>, actor: &Actor, id: PartnerId, nonce: &str) -> Result<Partner, Refused> {
    let mut partner = partners::lock(tx, actor.place, id)?.or_not_found()?;
    let key = shared_key(&partner.invitation, nonce);
    let now = tx.now();
    let late = now >= partner.invited_until || partner.ended_at.is_some() || !partner.inviter;
    if late || (partner.joined_at.is_some() && partner.key != key) {
        return Err(Failure::Refused(PartnerRefused::NotTaken));
    }
    if partner.joined_at.is_none() {
        partner.key = key;
        partner.joined_at = Some(now);
        partners::update(tx, actor.place, &partner)?;
        record(tx, actor, "network.joined", &partner)?;
    }
    Ok(partner)
}

/// Keeps what the place that invited us answered.
///
/// # Errors
/// [`PartnerRefused::Twice`] when that invitation was accepted here before; otherwise as [`invite`].
pub fn join(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewPartner,
    (invitation, nonce): (&Invitation, &str),
    plain: bool,
) -> Result<PartnerId, Refused> {
    actor.require(MANAGE)?;
    check_rates(&new.rates).map_err(Failure::Refused)?;
    if partners::by_agreement(tx, actor.place, &invitation.agreement)?.is_some() {
        return Err(Failure::Refused(PartnerRefused::Twice));
    }
    let now = tx.now();
    let partner = Partner {
        id: tx.new_id(),
        name: name(&new.name).map_err(Failure::Refused)?,
        town: town(&new.town).map_err(Failure::Refused)?,
        url: address(&new.url, plain).map_err(Failure::Refused)?,
        agreement: invitation.agreement.clone(),
        inviter: false,
        invitation: String::new(),
        invited_until: now,
        key: shared_key(&invitation.key(), nonce),
        rates: new.rates,
        terms: new.terms.clone(),
        joined_at: Some(now),
        suspended_at: None,
        ended_at: None,
    };
    partners::insert(tx, actor.place, &partner, actor.account)?;
    record(tx, actor, "network.joined", &partner)?;
    Ok(partner.id)
}

/// Changes what we decide for our members, and where we call.
///
/// # Errors
/// [`PartnerRefused`]; [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn set_terms(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: PartnerId,
    (terms, url): (&HomeTerms, &str),
    plain: bool,
) -> Result<(), Refused> {
    let standings = [
        Standing::Invited,
        Standing::Lapsed,
        Standing::Open,
        Standing::Suspended,
    ];
    let mut partner = held(tx, actor, id, &standings)?;
    check_terms(tx, actor, terms)?;
    partner.url = address(url, plain).map_err(Failure::Refused)?;
    partner.terms = terms.clone();
    partners::update(tx, actor.place, &partner)?;
    record(tx, actor, "network.terms_set", &partner)?;
    Ok(())
}

/// Lets nothing pass from now on, in either direction.
///
/// # Errors
/// [`PartnerRefused::Standing`] unless it is open; [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn suspend(tx: &mut Tx<'_>, actor: &Actor, id: PartnerId) -> Result<(), Refused> {
    let mut partner = held(tx, actor, id, &[Standing::Open])?;
    partner.suspended_at = Some(tx.now());
    partners::update(tx, actor.place, &partner)?;
    record(tx, actor, "network.suspended", &partner)?;
    Ok(())
}

/// Lets visits pass again.
///
/// # Errors
/// [`PartnerRefused::Standing`] unless it is suspended; [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn resume(tx: &mut Tx<'_>, actor: &Actor, id: PartnerId) -> Result<(), Refused> {
    let mut partner = held(tx, actor, id, &[Standing::Suspended])?;
    partner.suspended_at = None;
    partners::update(tx, actor.place, &partner)?;
    record(tx, actor, "network.resumed", &partner)?;
    Ok(())
}

/// Ends it for good; what was claimed and owed stays.
///
/// # Errors
/// [`PartnerRefused::Standing`] when it was ended before; [`Fault::NotFound`], [`Fault::Forbidden`].
pub fn end(tx: &mut Tx<'_>, actor: &Actor, id: PartnerId) -> Result<(), Refused> {
    let standings = [
        Standing::Invited,
        Standing::Lapsed,
        Standing::Open,
        Standing::Suspended,
    ];
    let mut partner = held(tx, actor, id, &standings)?;
    partner.ended_at = Some(tx.now());
    partners::update(tx, actor.place, &partner)?;
    record(tx, actor, "network.ended", &partner)?;
    Ok(())
}

fn held(tx: &mut Tx<'_>, actor: &Actor, id: PartnerId, standings: &[Standing]) -> Result<Partner, Refused> {
    actor.require(MANAGE)?;
    let partner = partners::lock(tx, actor.place, id)?.or_not_found()?;
    if standings.contains(&partner.standing(tx.now())) {
        return Ok(partner);
    }
    Err(Failure::Refused(PartnerRefused::Standing))
}

/// Whether every thing that the terms name is one of ours.
fn check_terms(tx: &mut Tx<'_>, actor: &Actor, terms: &HomeTerms) -> Result<(), Refused> {
    let place = actor.place;
    if !(1..=MOST_DAYS).contains(&terms.cap_days) {
        return Err(Failure::Refused(PartnerRefused::Cap));
    }
    let offered = offers::pass_offers(tx, place)?;
    let passes = terms
        .accepted
        .iter()
        .all(|offer| offered.iter().any(|one| one.id == *offer));
    let organisation = match terms.organisation {
        Some(organisation) => people::organisation(tx, place, organisation)?.is_some(),
        None => true,
    };
    let product = match terms.product {
        Some(product) => billing::products(tx, place)?.iter().any(|one| one.id == product),
        None => true,
    };
    if passes && organisation && product {
        return Ok(());
    }
    Err(Failure::Refused(PartnerRefused::Unknown))
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, partner: &Partner) -> Result<(), Fault> {
    let subject = Subject::new("partner", partner.id);
    activity::record(tx, actor, verb, subject, json!({ "name": partner.name }))?;
    Ok(())
}
