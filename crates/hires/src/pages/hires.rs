//! The requests of the place: which wait, which were answered, what became of them.

use crate::permissions::{ANSWER, MANAGE};
use crate::rules::hire::{Hire, HireState};
use crate::store::hires;
use askama::Template;
use kernel::Instant;
use platform::Fault;
use platform::web::{Answer, Query, Shell, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The list, one state at a time.
#[derive(Template)]
#[template(path = "hires.html")]
pub(super) struct HiresPage {
    shell: Shell,
    state: HireState,
    hires: Vec<Hire>,
    counts: BTreeMap<&'static str, i64>,
    now: Instant,
    may_manage: bool,
    may_answer: bool,
}

impl HiresPage {
    const fn states() -> &'static [HireState] {
        const SHOWN: &[HireState] = &[
            HireState::Open,
            HireState::Answered,
            HireState::Accepted,
            HireState::Refused,
            HireState::Lost,
        ];
        SHOWN
    }

    fn is_shown(&self, state: &HireState) -> bool {
        self.state == *state
    }

    fn count(&self, state: &HireState) -> i64 {
        self.counts.get(state.code()).copied().unwrap_or_default()
    }

    fn days(&self, hire: &Hire) -> String {
        let days = hire.wanted.days;
        self.shell.words().days(days.first(), days.last())
    }

    /// How long the request has waited, in whole days.
    fn age(&self, hire: &Hire) -> String {
        let days = self.now.since(hire.asked_at).minutes().div_euclid(24 * 60);
        self.shell.t1("hires-age", "count", days)
    }
}

/// Which state is looked at.
#[derive(Debug, Default, Deserialize)]
pub(super) struct HiresQuery {
    state: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<HiresQuery>) -> Answer {
    let state = query
        .state
        .and_then(|code| HireState::parse(&code).ok())
        .filter(|state| *state != HireState::Unproven)
        .unwrap_or(HireState::Open);
    let (hires, counts) = visit
        .read(move |tx, actor| {
            let found = hires::in_state(tx, actor.place, state)?;
            Ok::<_, Fault>((found, hires::counts(tx, actor.place)?))
        })
        .await?;
    visit.page(&HiresPage {
        shell: visit.shell("hires-title"),
        state,
        hires,
        counts,
        now: visit.now,
        may_manage: visit.actor.may(MANAGE),
        may_answer: visit.actor.may(ANSWER),
    })
}
