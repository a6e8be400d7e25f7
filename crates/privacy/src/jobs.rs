//! Every night: what is too old goes, with whom nothing happens any more is announced, and who was erased stays so.

use crate::actions;
use crate::store::erasures;
use platform::personal::Declarations;
use platform::{Catalogue, Fault, JobContext, JobReport, Recurring};
use std::sync::Arc;

/// The job that applies the rules.
pub(crate) const RETENTION: &str = "privacy.retention";
/// How often.
pub(crate) const EVERY_NIGHT: Recurring = Recurring {
    kind: RETENTION,
    every_minutes: 24 * 60,
};

/// Applies each rule in its own transaction, so that none waits long for it.
pub(crate) fn retain(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let declarations = context.extras.get::<Declarations>()?.clone();
    let messages = context.extras.get::<Arc<Catalogue>>()?.clone();
    let place = context.place;
    let mut removed = 0_u64;
    for holding in declarations.holdings() {
        let Some(bounds) = holding.retention else { continue };
        let gone = context
            .db
            .write_blocking(move |tx| actions::apply_rules(tx, place, holding, &bounds))?;
        removed = removed.saturating_add(gone);
    }
    let known = declarations.clone();
    let (quiet, due) = context
        .db
        .read_blocking(move |tx| actions::found(tx, place, &known))?;
    let (known, words) = (declarations.clone(), messages.clone());
    let gone = context.db.write_blocking(move |tx| {
        actions::announce(tx, place, &quiet, due)?;
        actions::erase_due(tx, place, &known, &words)
    })?;
    removed = removed.saturating_add(gone);
    context.db.write_blocking(move |tx| {
        actions::tidy(tx, place)?;
        let mut list = erasures::all(tx)?;
        list.retain(|erasure| erasure.place == place);
        actions::erase_again(tx, &declarations, &messages, &list)
    })?;
    Ok(JobReport {
        done: i64::try_from(removed).unwrap_or(i64::MAX),
        ..JobReport::default()
    })
}
