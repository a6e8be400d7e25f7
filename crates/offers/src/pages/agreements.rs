//! Agreements with organisations: the list, one of them with what was used of it, as a file too (T97).

use super::plan_conditions::{hours_in_words, kind_name, kinds};
use crate::MANAGE;
use crate::actions::relief::left_of;
use crate::rules::agreement::Agreement;
use crate::rules::hours::HoursSource;
use crate::store::agreements;
use crate::store::hours::{self, AgreementUse};
use askama::Template;
use kernel::{Day, Days, Id, PersonId};
use platform::activity::{self, Subject};
use platform::tables::write_csv;
use platform::web::{Answer, HistoryLine, Path, Query, Shell, Visit};
use platform::{Fault, OrNotFound};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Where the list is.
pub(super) const ADDRESS: &str = "/office/agreements";

/// Every agreement.
#[derive(Template)]
#[template(path = "agreements.html")]
pub(super) struct AgreementsPage {
    shell: Shell,
    lines: Vec<Line>,
    may_manage: bool,
    today: Day,
}

/// An agreement in the list.
struct Line {
    agreement: Agreement,
    organisation: String,
    left: i64,
}

impl AgreementsPage {
    fn quota(&self, line: &Line) -> String {
        quota(&self.shell, &line.agreement)
    }

    fn left(&self, line: &Line) -> String {
        hours_in_words(&self.shell, line.left)
    }

    fn days(&self, line: &Line) -> String {
        days(&self.shell, line.agreement.terms.days)
    }

    fn is_valid(&self, line: &Line) -> bool {
        line.agreement.terms.days.contains(self.today)
    }
}

/// `40 h par trimestre`.
pub(super) fn quota(shell: &Shell, agreement: &Agreement) -> String {
    let terms = &agreement.terms;
    let hours = hours_in_words(shell, terms.minutes);
    shell.t2(
        "offers-quota",
        "hours",
        hours,
        "span",
        shell.t(terms.span.message()),
    )
}

fn days(shell: &Shell, days: Days) -> String {
    let (from, until) = (shell.day_short(&days.first()), shell.day_short(&days.last()));
    shell.t2("offers-from-until", "from", from, "until", until)
}

pub(super) async fn index(visit: Visit) -> Answer {
    let today = visit.today();
    let lines = visit
        .read(move |tx, actor| {
            let mut lines = Vec::new();
            for agreement in agreements::all(tx, actor.place)? {
                let organisation = people::organisation(tx, actor.place, agreement.terms.organisation)?;
                lines.push(Line {
                    left: left_of(tx, actor.place, &agreement, today)?,
                    organisation: organisation.or_not_found()?.name.to_string(),
                    agreement,
                });
            }
            Ok::<_, Fault>(lines)
        })
        .await?;
    visit.page(&AgreementsPage {
        shell: visit.shell("offers-agreements"),
        lines,
        may_manage: visit.actor.may(MANAGE),
        today,
    })
}

/// One agreement and what was used of it in a year.
#[derive(Template)]
#[template(path = "agreement.html")]
pub(super) struct AgreementPage {
    shell: Shell,
    facts: Facts,
    year: i16,
    kinds: Vec<(String, String)>,
    history: Vec<HistoryLine>,
    may_manage: bool,
}

struct Facts {
    agreement: Agreement,
    organisation: String,
    uses: Vec<AgreementUse>,
    names: BTreeMap<PersonId, String>,
    /// Each period of the year: its first day, its quota, the minutes drawn.
    periods: Vec<(Days, i64, i64)>,
}

impl AgreementPage {
    fn terms(&self) -> Vec<(String, String)> {
        let (shell, terms) = (&self.shell, &self.facts.agreement.terms);
        let kinds: Vec<String> = terms
            .kinds
            .iter()
            .map(|kind| kind_name(&self.kinds, kind))
            .collect();
        let due = if terms.due.basis_points() == 0 {
            shell.t("offers-agreement-free")
        } else {
            shell.t1("offers-agreement-due-told", "rate", shell.rate(&terms.due))
        };
        vec![
            (
                shell.t("offers-agreement-quota"),
                quota(shell, &self.facts.agreement),
            ),
            (shell.t("offers-agreement-kinds"), kinds.join(", ")),
            (shell.t("offers-price-head"), due),
            (shell.t("offers-validity"), days(shell, terms.days)),
        ]
    }

    fn period(&self, period: &Days) -> String {
        days(&self.shell, *period)
    }

    fn hours(&self, minutes: &i64) -> String {
        hours_in_words(&self.shell, *minutes)
    }

    fn who(&self, used: &AgreementUse) -> String {
        self.facts.names.get(&used.person_id).cloned().unwrap_or_default()
    }

    fn used(&self, used: &AgreementUse) -> String {
        hours_in_words(&self.shell, used.minutes - used.returned_minutes)
    }

    fn kind(&self, used: &AgreementUse) -> String {
        kind_name(&self.kinds, &used.kind)
    }

    fn address(&self) -> String {
        format!("{ADDRESS}/{}", self.facts.agreement.id)
    }

    fn file(&self) -> String {
        format!("{}?year={}&format=csv", self.address(), self.year)
    }

    /// The years that one may look at: each with its address, and whether it is the one shown.
    fn years(&self) -> Vec<(String, String, bool)> {
        let days = self.facts.agreement.terms.days;
        let years = days.first().year()..=days.last().year();
        years
            .map(|year| {
                (
                    year.to_string(),
                    format!("{}?year={year}", self.address()),
                    year == self.year,
                )
            })
            .collect()
    }

    fn used_in(&self) -> String {
        self.shell
            .t1("offers-agreement-used-in", "year", self.year.to_string())
    }
}

/// Which year, and whether as a file.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct YearQuery {
    year: Option<String>,
    format: Option<String>,
}

pub(super) async fn show(
    visit: Visit,
    Path(id): Path<Id<Agreement>>,
    Query(query): Query<YearQuery>,
) -> Answer {
    let today = visit.today();
    let year = query
        .year
        .and_then(|year| year.parse().ok())
        .filter(|year| (1..=9999).contains(year));
    let year: i16 = year.unwrap_or_else(|| today.year());
    let facts = visit
        .read(move |tx, actor| read(tx, actor.place, id, year))
        .await?;
    if query.format.as_deref() == Some("csv") {
        return csv(&visit, &facts, year);
    }
    let (entries, names) = visit
        .read(move |tx, actor| {
            let entries = activity::history(tx, actor.place, Subject::new("agreement", id))?;
            let who: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
            let names = people::names_of(tx, actor.place, &who)?;
            Ok::<_, Fault>((entries, names))
        })
        .await?;
    visit.page(&AgreementPage {
        shell: visit.shell_titled(facts.agreement.terms.name.to_string()),
        facts,
        year,
        kinds: kinds(&visit),
        history: visit.history(&entries, &names),
        may_manage: visit.actor.may(MANAGE),
    })
}

fn read(
    tx: &mut platform::database::Tx<'_>,
    place: kernel::PlaceId,
    id: Id<Agreement>,
    year: i16,
) -> Result<Facts, Fault> {
    let agreement = agreements::find(tx, place, id)?.or_not_found()?;
    let organisation = people::organisation(tx, place, agreement.terms.organisation)?.or_not_found()?;
    let first = Day::new(year, 1, 1).map_err(Fault::internal)?;
    let days = Days::spanning(first, first.plus_months(12).previous());
    let uses = hours::of_agreement(tx, place, id, days)?;
    let who: Vec<PersonId> = uses.iter().map(|used| used.person_id).collect();
    let mut periods = Vec::new();
    let mut day = first;
    while day <= days.last() {
        let period = agreement.terms.span.period_of(day);
        let quota = agreement.terms.quota_on(day);
        let drawn = hours::drawn(tx, place, HoursSource::Agreement(id), period, "", None)?;
        if quota > 0 || drawn > 0 {
            periods.push((period, quota, drawn));
        }
        day = period.last().next();
    }
    Ok(Facts {
        names: people::names_of(tx, place, &who)?,
        organisation: organisation.name.to_string(),
        agreement,
        uses,
        periods,
    })
}

/// What was used in a year, a booking a line.
fn csv(visit: &Visit, facts: &Facts, year: i16) -> Answer {
    let kinds = kinds(visit);
    let heads = [
        "offers-day",
        "offers-person",
        "offers-agreement-kind",
        "offers-agreement-hours-head",
    ];
    let heads = heads.map(|key| visit.text(key));
    let rows: Vec<Vec<String>> = facts
        .uses
        .iter()
        .map(|used| {
            // Hundredths of an hour, as a table counts them.
            let hundredths = kernel::Money::from_cents(used.minutes - used.returned_minutes).share(100, 60);
            vec![
                used.day.to_string(),
                facts.names.get(&used.person_id).cloned().unwrap_or_default(),
                kind_name(&kinds, &used.kind),
                hundredths.field(visit.locale),
            ]
        })
        .collect();
    let name = visit.text_with("offers-agreement-file", &[("year", year.to_string().into())]);
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
