//! One agreement: how it stands, what it says, and what a month comes to on both sides.

use super::office::badge;
use crate::actions::claims::{chargeable, hosted};
use crate::permissions::MANAGE;
use crate::rules::agreement::{Partner, PartnerId, Standing};
use crate::rules::code::Invitation;
use crate::rules::statement::{Difference, Totals, totals};
use crate::rules::visit::{PartnerVisit, Side};
use crate::store::{partners, visits};
use askama::Template;
use kernel::{Day, Instant, Money, Month, PersonId};
use platform::activity::{self, Subject};
use platform::tables::write_csv;
use platform::web::{Answer, Form, HistoryLine, Path, Query, Shell, StatusCode, Visit};
use platform::{Fault, OrNotFound as _};
use serde::Deserialize;
use std::collections::BTreeMap;

/// Which month, and whether as a file.
#[derive(Debug, Default, Deserialize)]
pub(super) struct MonthQuery {
    month: Option<String>,
    format: Option<String>,
}

impl MonthQuery {
    pub(super) fn month(&self, today: Day) -> Month {
        let told = self.month.as_deref().and_then(|text| Month::parse(text).ok());
        told.unwrap_or_else(|| today.month_of())
    }
}

/// What the other place holds otherwise: of our members there, and of theirs here.
#[derive(Debug, Clone, Default)]
pub(super) struct Compared {
    pub(super) home: Vec<Difference>,
    pub(super) host: Vec<Difference>,
}

/// What a page shows that was just made.
#[derive(Default)]
pub(super) struct Fresh {
    /// The text of an invitation, told once.
    pub(super) invitation: Option<Invitation>,
    /// What came of comparing.
    pub(super) compared: Option<Compared>,
}

/// An agreement.
#[derive(Template)]
#[template(path = "partner.html")]
pub(super) struct PartnerPage {
    shell: Shell,
    form: Form,
    now: Instant,
    today: Day,
    month: Month,
    partner: Partner,
    passes: Vec<String>,
    organisation: String,
    own_address: String,
    home: Vec<PartnerVisit>,
    host: Vec<PartnerVisit>,
    names: BTreeMap<PersonId, String>,
    history: Vec<HistoryLine>,
    fresh: Fresh,
}

impl PartnerPage {
    fn manages(&self) -> bool {
        self.shell.may(MANAGE) && self.partner.standing(self.now) != Standing::Ended
    }

    fn standing(&self) -> Standing {
        self.partner.standing(self.now)
    }

    fn badge(&self) -> (&'static str, String) {
        let (kind, key) = badge(self.standing());
        (kind, self.shell.t(&key))
    }

    fn invites(&self) -> bool {
        matches!(self.standing(), Standing::Invited | Standing::Lapsed)
    }

    fn totals(&self, visits: &[PartnerVisit]) -> Totals {
        totals(visits)
    }

    /// What may be charged of this month; nothing before it is over.
    fn due(&self) -> Option<Money> {
        let due: Money = chargeable(&self.host).map(|visit| visit.amount).sum();
        (self.today > self.month.last() && due.is_positive()).then_some(due)
    }

    /// What of this month is charged.
    fn charged(&self) -> Option<Money> {
        let charged = self.host.iter().filter(|visit| visit.charge.is_some());
        let amount: Money = charged.map(|visit| visit.amount).sum();
        amount.is_positive().then_some(amount)
    }

    fn may_charge(&self) -> bool {
        let terms = &self.partner.terms;
        terms.organisation.is_some() && terms.product.is_some()
    }

    fn who(&self, visit: &PartnerVisit) -> String {
        let named = visit.person.and_then(|person| self.names.get(&person).cloned());
        let told = named.unwrap_or_else(|| visit.visitor.clone());
        if told.is_empty() {
            return self.shell.t("network-visitor-unknown");
        }
        told
    }

    fn part(&self, visit: &PartnerVisit) -> String {
        self.shell.t1("network-part", "part", visit.part.code())
    }

    fn amount(&self, cents: &Option<i64>) -> String {
        match cents {
            Some(cents) => self.shell.money(&Money::from_cents(*cents)),
            None => self.shell.t("network-no-such-visit"),
        }
    }

    fn href(&self, month: &Month) -> String {
        format!("/office/network/{}?month={month}", self.partner.id)
    }
}

pub(super) async fn show(visit: Visit, Path(id): Path<PartnerId>, Query(query): Query<MonthQuery>) -> Answer {
    let month = query.month(visit.today());
    if query.format.as_deref() == Some("csv") {
        let page = page(&visit, (id, month), Form::blank(&visit), Fresh::default()).await?;
        return file(&visit, &page);
    }
    shown(
        &visit,
        (id, month),
        Form::blank(&visit),
        Fresh::default(),
        StatusCode::OK,
    )
    .await
}

pub(super) async fn shown(
    visit: &Visit,
    of: (PartnerId, Month),
    form: Form,
    fresh: Fresh,
    status: StatusCode,
) -> Answer {
    let page = page(visit, of, form, fresh).await?;
    visit.page_with_status(status, &page)
}

async fn page(
    visit: &Visit,
    (id, month): (PartnerId, Month),
    form: Form,
    fresh: Fresh,
) -> Result<PartnerPage, Fault> {
    let read = visit.read(move |tx, actor| {
        let place = actor.place;
        let partner = partners::find(tx, place, id)?.or_not_found()?;
        let of = |side| (id, side);
        let mut home = visits::of_partner(tx, place, of(Side::Home), month.days())?;
        // What never was is kept so that it does not arrive, and is nobody's visit.
        home.retain(|visit| visit.person.is_some());
        let host = hosted(tx, place, id, month)?;
        let persons: Vec<PersonId> = home.iter().filter_map(|visit| visit.person).collect();
        let names = people::names_of(tx, place, &persons)?;
        let passes = offers::pass_offers(tx, place)?;
        let organisation = match partner.terms.organisation {
            Some(organisation) => people::organisation(tx, place, organisation)?,
            None => None,
        };
        let entries = activity::history(tx, place, Subject::new("partner", id))?;
        let doers: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
        let doers = people::names_of(tx, place, &doers)?;
        Ok::<_, Fault>((partner, home, host, names, passes, organisation, (entries, doers)))
    });
    let (partner, home, host, names, passes, organisation, (entries, doers)) = read.await?;

    let accepted = passes
        .into_iter()
        .filter(|offer| partner.terms.accepted.contains(&offer.id))
        .map(|offer| offer.name.as_str().to_owned());
    let settings = &visit.app.settings;
    Ok(PartnerPage {
        shell: visit.shell_titled(partner.name.clone()),
        form,
        now: visit.now,
        today: visit.today(),
        month,
        passes: accepted.collect(),
        organisation: organisation
            .map(|one| one.name.as_str().to_owned())
            .unwrap_or_default(),
        own_address: crate::rules::agreement::own_address(&settings.base_url, visit.place.host.as_deref()),
        home,
        host,
        names,
        history: visit.history(&entries, &doers),
        fresh,
        partner,
    })
}

fn file(visit: &Visit, page: &PartnerPage) -> Answer {
    let heads = [
        "side",
        "day",
        "part",
        "who",
        "units",
        "amount",
        "state",
        "reference",
    ]
    .map(|part| visit.text(&format!("network-head-{part}")));
    let row = |one: &PartnerVisit| {
        vec![
            visit.text(&format!("network-side-{}", one.side.code())),
            one.day.to_string(),
            page.part(one),
            page.who(one),
            one.units.to_string(),
            one.amount.field(visit.locale),
            visit.text(&format!("network-state-{}", one.state.code())),
            one.reference.clone(),
        ]
    };
    let rows: Vec<Vec<String>> = page.host.iter().chain(&page.home).map(row).collect();
    let name = format!("{}-{}.csv", visit.text("network-file"), page.month);
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
