//! The months: what waits in each, what was issued for it, and where it stands.

use crate::rules::catalogue::Basis;
use crate::rules::run::{Run, RunState};
use crate::store::months::{self, IssuedRow, OpenRow};
use crate::store::runs;
use askama::Template;
use kernel::{Money, Month};
use platform::Fault;
use platform::web::{Answer, Shell, Visit};
use std::collections::BTreeSet;

/// The months of a place, the latest first.
#[derive(Template)]
#[template(path = "months.html")]
pub(super) struct MonthsPage {
    shell: Shell,
    lines: Vec<MonthLine>,
}

/// One month.
#[derive(Debug, Clone)]
struct MonthLine {
    month: Month,
    charges: i64,
    open_net: Money,
    open_gross: Money,
    invoices: i64,
    gross: Money,
    badge: &'static str,
    standing: &'static str,
}

struct Known {
    open: Vec<OpenRow>,
    issued: Vec<IssuedRow>,
    runs: Vec<Run>,
    closed: Option<Month>,
}

pub(super) async fn index(visit: Visit) -> Answer {
    let known = visit
        .read(|tx, actor| {
            Ok::<_, Fault>(Known {
                open: months::open(tx, actor.place)?,
                issued: months::issued(tx, actor.place)?,
                runs: runs::all(tx, actor.place)?,
                closed: months::last_closed(tx, actor.place)?,
            })
        })
        .await?;
    let lines = lines(&known, visit.today().month_of());
    visit.page(&MonthsPage {
        shell: visit.shell("billing-months-title"),
        lines,
    })
}

fn lines(known: &Known, current: Month) -> Vec<MonthLine> {
    let open = known.open.iter().map(|row| row.month);
    let issued = known.issued.iter().map(|row| row.month);
    let months: BTreeSet<Month> = open.chain(issued).chain([current]).collect();
    months
        .into_iter()
        .rev()
        .map(|month| line(known, month, current))
        .collect()
}

fn line(known: &Known, month: Month, current: Month) -> MonthLine {
    let open = |basis| {
        known
            .open
            .iter()
            .find(move |row| row.month == month && row.basis == basis)
    };
    let issued = known.issued.iter().find(|row| row.month == month);
    let run = known
        .runs
        .iter()
        .find(|run| run.month == month && run.state != RunState::Done);
    let (badge, standing) = match run.map(|run| run.state) {
        Some(RunState::Issuing) => ("warning", RunState::Issuing.message()),
        Some(_) => ("info", RunState::Draft.message()),
        None if known.closed.is_some_and(|closed| month <= closed) => ("success", "billing-month-closed"),
        None if month > current => ("neutral", "billing-month-to-come"),
        None if month == current => ("neutral", "billing-month-current"),
        None => ("warning", "billing-month-to-bill"),
    };
    MonthLine {
        month,
        charges: [Basis::Net, Basis::Gross]
            .into_iter()
            .filter_map(open)
            .map(|row| row.charges)
            .sum(),
        open_net: open(Basis::Net).map(|row| row.amount).unwrap_or_default(),
        open_gross: open(Basis::Gross).map(|row| row.amount).unwrap_or_default(),
        invoices: issued.map_or(0, |row| row.invoices),
        gross: issued.map(|row| row.gross).unwrap_or_default(),
        badge,
        standing,
    }
}
