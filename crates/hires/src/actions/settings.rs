//! What the place decides about exclusive hires.

use super::{at, words::is_sane};
use crate::permissions::MANAGE;
use crate::rules::hire::{At, HireRefused};
use billing::Product;
use kernel::{Actor, Email, Id, Money, PlaceId};
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, place};
use serde_json::json;

/// For how many days a quote is valid when nothing else is said.
const VALIDITY: &str = "hires_validity_days";
/// How many days before its last one a customer is reminded of a quote.
const REMINDER: &str = "hires_reminder_days";
/// The deposit of guarantee usually asked for, in cents.
const GUARANTEE: &str = "hires_guarantee_cents";
/// Under which product a damage is charged.
const INDEMNITY: &str = "hires_indemnity_product";
/// Where letters to the place go.
const MAIL: &str = "hires_mail";

/// What the place decides.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Settings {
    /// For how many days a quote is valid when nothing else is said.
    pub validity_days: i64,
    /// How many days before its last one a customer is reminded.
    pub reminder_days: i64,
    /// The deposit of guarantee usually asked for.
    pub guarantee: Money,
    /// Under which product a damage is charged; the desk chooses one while it is not set.
    pub indemnity: Option<Id<Product>>,
    /// Where letters to the place go; the address of the seller while it is not set.
    pub mail: Option<Email>,
}

/// What the place has decided.
///
/// # Errors
/// As the database says.
pub fn settings(tx: &mut Tx<'_>, place: PlaceId) -> Result<Settings, Fault> {
    let mut number = |name: &str, usual: i64| -> Result<i64, Fault> {
        let set = place::setting(tx, place, name)?;
        Ok(set.and_then(|text| text.parse().ok()).unwrap_or(usual))
    };
    let (validity_days, reminder_days) = (number(VALIDITY, 14)?, number(REMINDER, 3)?);
    let guarantee = Money::from_cents(number(GUARANTEE, 0)?);
    let indemnity = place::setting(tx, place, INDEMNITY)?.and_then(|text| Id::parse(&text).ok());
    let mail = place::setting(tx, place, MAIL)?.and_then(|text| Email::parse(&text).ok());
    Ok(Settings {
        validity_days: validity_days.clamp(1, 90),
        reminder_days: reminder_days.clamp(0, 30),
        guarantee,
        indemnity,
        mail,
    })
}

/// Decides.
///
/// # Errors
/// [`At`] when a number is out of bounds.
pub fn keep_settings(tx: &mut Tx<'_>, actor: &Actor, new: &Settings) -> Result<(), Failure<At>> {
    actor.require(MANAGE)?;
    if !(1..=90).contains(&new.validity_days) {
        return Err(at("validity_days", HireRefused::Amount));
    }
    if !(0..=30).contains(&new.reminder_days) {
        return Err(at("reminder_days", HireRefused::Amount));
    }
    if !is_sane(new.guarantee) {
        return Err(at("guarantee", HireRefused::Amount));
    }
    if let Some(product) = new.indemnity
        && !billing::product(tx, actor.place, product)?.active
    {
        return Err(at("indemnity", HireRefused::Charge));
    }
    let indemnity = new
        .indemnity
        .map(|product| product.to_string())
        .unwrap_or_default();
    let mail = new.mail.as_ref().map_or("", Email::as_str);
    for (name, value) in [
        (VALIDITY, new.validity_days.to_string()),
        (REMINDER, new.reminder_days.to_string()),
        (GUARANTEE, new.guarantee.cents().to_string()),
        (INDEMNITY, indemnity),
        (MAIL, mail.to_owned()),
    ] {
        place::set_setting(tx, actor.place, name, &value)?;
    }
    activity::record(
        tx,
        actor,
        "hires.set",
        Subject::new("place", actor.place),
        json!({}),
    )?;
    Ok(())
}

/// Publishes the general conditions that go with quotes from now on.
///
/// # Errors
/// [`At`] when there is no text, or too much of it.
pub fn publish_conditions(tx: &mut Tx<'_>, actor: &Actor, body: &str) -> Result<(), Failure<At>> {
    actor.require(MANAGE)?;
    billing::publish_conditions(tx, actor, body)
        .map(drop)
        .map_err(|failure| failure.map(|refusal| At::new("body", refusal)))
}
