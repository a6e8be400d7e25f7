//! What letters tell: the facts of a request, its quote and its deposit, in the words of their reader.

use crate::actions::settings::settings;
use crate::rules::check::Settlement;
use crate::rules::hire::Hire;
use crate::store::checks;
use billing::Quote;
use kernel::{Email, Locale};
use platform::database::Tx;
use platform::place::Place;
use platform::web::Words;
use platform::{Argument, Fault};

/// Everything that a letter may tell.
pub(super) struct Told {
    pub(super) place: Place,
    pub(super) hire: Hire,
    pub(super) quote: Option<Quote>,
}

/// Who reads a letter: the customer in their language, or the place in its own.
pub(super) fn reader(
    tx: &mut Tx<'_>,
    told: &Told,
    to_house: bool,
) -> Result<Option<(Email, String, Locale)>, Fault> {
    if !to_house {
        let asked = &told.hire.asked;
        let email = told
            .quote
            .as_ref()
            .map(|quote| quote.facts.email.clone())
            .or_else(|| asked.email.clone());
        return Ok(email.map(|email| (email, asked.name.full(), asked.language)));
    }
    let place = &told.place;
    let today = tx.today(&place.zone);
    let email = match settings(tx, place.id)?.mail {
        Some(email) => Some(email),
        None => billing::seller_on(tx, place.id, today)?.map(|seller| seller.email),
    };
    Ok(email.map(|email| (email, place.name.clone(), place.language)))
}

pub(super) fn arguments(
    tx: &mut Tx<'_>,
    told: &Told,
    words: &Words,
) -> Result<Vec<(&'static str, Argument)>, Fault> {
    let (hire, place) = (&told.hire, &told.place);
    let organisation = hire.asked.organisation.as_ref().map(|(name, _)| name.to_string());
    let mut arguments = vec![
        ("name", Argument::from(hire.asked.name.full().as_str())),
        ("place", place.name.as_str().into()),
        (
            "who",
            organisation.unwrap_or_else(|| hire.asked.name.full()).into(),
        ),
        (
            "when",
            words
                .days(hire.wanted.days.first(), hire.wanted.days.last())
                .into(),
        ),
        ("people", Argument::from(hire.wanted.people)),
        ("occasion", words.text(hire.wanted.occasion.message(), &[]).into()),
    ];
    if let Some(quote) = &told.quote {
        let facts = &quote.facts;
        arguments.extend([
            (
                "number",
                quote
                    .number
                    .map(|number| number.to_string())
                    .unwrap_or_default()
                    .into(),
            ),
            ("subject", facts.subject.as_str().into()),
            ("total", words.money(facts.totals().gross).into()),
            ("until", words.day_long(facts.valid_until).into()),
            (
                "by",
                quote
                    .acceptance
                    .as_ref()
                    .map_or("", |yes| yes.name.as_str())
                    .into(),
            ),
            ("guarantee", guarantee(words, quote).into()),
        ]);
    }
    arguments.extend(settled(tx, told, words)?);
    Ok(arguments)
}

/// What became of the deposit; nothing before it is settled.
fn settled(tx: &mut Tx<'_>, told: &Told, words: &Words) -> Result<Vec<(&'static str, Argument)>, Fault> {
    let Some(deposit) = checks::deposit(tx, told.place.id, told.hire.id)? else {
        return Ok(vec![]);
    };
    let Some(settled) = &deposit.settled else {
        return Ok(vec![]);
    };
    let owed = settled.cost - settled.kept;
    Ok(vec![
        ("deposit", words.money(deposit.amount).into()),
        ("cost", words.money(settled.cost).into()),
        ("kept", words.money(settled.kept).into()),
        ("returned", words.money(deposit.amount - settled.kept).into()),
        ("owed", words.money(owed).into()),
        ("reason", settled.reason.as_str().into()),
        ("outcome", outcome(settled, owed.is_positive()).into()),
    ])
}

/// A sentence on the guarantee; nothing where none is asked for.
fn guarantee(words: &Words, quote: &Quote) -> String {
    if quote.facts.guarantee.is_positive() {
        let amount = words.money(quote.facts.guarantee);
        words.text("hires-mail-guarantee", &[("amount", amount.into())])
    } else {
        String::new()
    }
}

/// Which of the three letters on a deposit.
const fn outcome(settled: &Settlement, owes: bool) -> &'static str {
    if settled.cost.cents() == 0 {
        "whole"
    } else if owes {
        "beyond"
    } else {
        "part"
    }
}
