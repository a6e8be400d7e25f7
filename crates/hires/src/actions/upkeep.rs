//! What time does: quotes whose last day is over give their spaces back, customers are reminded before, what was never proven is
//! forgotten.

use super::hold::free;
use super::{known, numbered, record, today};
use crate::letters::{self, Letter};
use crate::rules::hire::{Hire, HireAct, after};
use crate::store::hires;
use billing::{Quote, QuoteRefusal};
use kernel::{Actor, Id, Instant};
use platform::database::Tx;
use platform::{Failure, Fault, JobContext, JobReport};

/// The job that does it.
pub(crate) const KIND: &str = "hires.upkeep";
/// Seconds after which what was never proven is forgotten: three days.
const UNPROVEN_SECONDS: i64 = 3 * 86_400;

/// Everything that is due, each quote in a transaction of its own.
pub(crate) fn run(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let place = context.place;
    let (over, near) = context.db.read_blocking(move |tx| {
        let today = today(tx, place)?;
        let reminder = super::settings::settings(tx, place)?.reminder_days;
        let near = billing::quotes_to_remind(tx, place, (today, today.plus_days(reminder)))?;
        Ok::<_, Fault>((billing::quotes_over(tx, place, today)?, near))
    })?;
    let mut done = 0;
    for quote in over {
        let actor = context.actor.clone();
        let acted = context.db.write_blocking(move |tx| expire(tx, &actor, quote))?;
        done += i64::from(acted);
        context.progress(done, 0)?;
    }
    for quote in near {
        let actor = context.actor.clone();
        let acted = context.db.write_blocking(move |tx| remind(tx, &actor, quote))?;
        done += i64::from(acted);
        context.progress(done, 0)?;
    }
    let forgotten = context.db.write_blocking(move |tx| {
        let now: Instant = tx.now();
        Ok::<_, Fault>(hires::forget_unproven(
            tx,
            place,
            now.minus_seconds(UNPROVEN_SECONDS),
        )?)
    })?;
    Ok(JobReport {
        done: done.saturating_add(i64::try_from(forgotten).unwrap_or_default()),
        ..JobReport::default()
    })
}

/// The last day of a quote is over: what was kept for it is free, both sides are told. Whether anything was done.
///
/// # Errors
/// As the database says.
pub fn expire(tx: &mut Tx<'_>, actor: &Actor, quote: Id<Quote>) -> Result<bool, Fault> {
    let id: Id<Hire> = Id::from_i64(billing::quote(tx, actor.place, quote)?.source.id);
    let hire = known(tx, actor.place, id)?;
    let Some(quote) = unless_answered(billing::expire_quote(tx, actor, quote))? else {
        return Ok(false);
    };
    free(tx, actor, id)?;
    if let Some(state) = after(hire.state, HireAct::Lose) {
        hires::set_state(tx, actor.place, id, (state, ""))?;
    }
    record(tx, actor, "hire.expired", id, numbered(&quote))?;
    letters::ask(
        tx,
        actor,
        &Letter::Expired {
            hire: id,
            quote: quote.id,
        },
    )?;
    letters::ask(
        tx,
        actor,
        &Letter::ExpiredToHouse {
            hire: id,
            quote: quote.id,
        },
    )?;
    Ok(true)
}

/// The last day of a quote is near: its customer gets a word, once. Whether anything was done.
///
/// # Errors
/// As the database says.
pub fn remind(tx: &mut Tx<'_>, actor: &Actor, quote: Id<Quote>) -> Result<bool, Fault> {
    let id: Id<Hire> = Id::from_i64(billing::quote(tx, actor.place, quote)?.source.id);
    known(tx, actor.place, id)?;
    let Some(quote) = unless_answered(billing::note_quote_reminded(tx, actor, quote))? else {
        return Ok(false);
    };
    letters::ask(
        tx,
        actor,
        &Letter::Reminder {
            hire: id,
            quote: quote.id,
        },
    )?;
    Ok(true)
}

/// Somebody may have answered in the meantime: then there is nothing to do.
fn unless_answered(done: Result<Quote, Failure<QuoteRefusal>>) -> Result<Option<Quote>, Fault> {
    match done {
        Ok(quote) => Ok(Some(quote)),
        Err(Failure::Refused(_)) => Ok(None),
        Err(Failure::Fault(fault)) => Err(fault),
    }
}
