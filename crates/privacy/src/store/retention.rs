//! The rules of the place, and what they removed.

use crate::rules::retention::Rule;
use kernel::{AccountId, Day, Instant, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};
use std::collections::HashMap;

row! {
    struct RuleRow {
        kind: String,
        from_day: Day,
        months: i64,
    }

    struct RunRow {
        kind: String,
        ran_at: Instant,
        removed: i64,
    }
}

statement! {
    RULES -> RuleRow = "
        select kind, from_day, months
        from retention_rule
        where place_id = $1
        order by kind, from_day";

    SET = "
        insert into retention_rule (place_id, kind, from_day, months, set_by, set_at)
        values ($1, $2, $3, $4, $5, $6)
        on conflict (place_id, kind, from_day) do update
        set months = $4, set_by = $5, set_at = $6";

    RAN = "
        insert into retention_run (place_id, kind, ran_at, removed)
        values ($1, $2, $3, $4)
        on conflict (place_id, kind, ran_at) do nothing";

    LAST_RUNS -> RunRow = "
        select kind, ran_at, removed
        from retention_run as run
        where place_id = $1 and ran_at = (
            select max(other.ran_at)
            from retention_run as other
            where other.place_id = $1 and other.kind = run.kind)
        order by kind";

    FORGET_RUNS = "
        delete from retention_run
        where place_id = $1 and ran_at < $2";
}

/// The decisions of the place by kind of data.
pub(crate) fn rules(tx: &mut Tx<'_>, place: PlaceId) -> Result<HashMap<String, Vec<Rule>>, DatabaseError> {
    let mut rules: HashMap<String, Vec<Rule>> = HashMap::new();
    for row in tx.all(&RULES, &params![place])? {
        rules.entry(row.kind).or_default().push(Rule {
            from: row.from_day,
            months: row.months,
        });
    }
    Ok(rules)
}

/// Keeps a decision in the place of one of the same day.
pub(crate) fn set(
    tx: &mut Tx<'_>,
    place: PlaceId,
    kind: &str,
    rule: Rule,
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&SET, &params![place, kind, rule.from, rule.months, by, now])?;
    Ok(())
}

/// Notes what a rule removed.
pub(crate) fn ran(tx: &mut Tx<'_>, place: PlaceId, kind: &str, removed: i64) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&RAN, &params![place, kind, now, removed])?;
    Ok(())
}

/// When each rule ran last, and how many rows it removed.
pub(crate) fn last_runs(
    tx: &mut Tx<'_>,
    place: PlaceId,
) -> Result<HashMap<String, (Instant, i64)>, DatabaseError> {
    let rows = tx.all(&LAST_RUNS, &params![place])?;
    Ok(rows
        .into_iter()
        .map(|row| (row.kind, (row.ran_at, row.removed)))
        .collect())
}

/// Forgets runs of long ago.
pub(crate) fn forget_runs(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, DatabaseError> {
    tx.run(&FORGET_RUNS, &params![place, before])
}
