//! What waits at the desk, the search that begins a new one, and what no longer waits.

use super::told;
use crate::rules::delivery::Delivery;
use crate::store::{deliveries, domiciliations};
use askama::Template;
use kernel::{OrganisationId, PersonId};
use people::{Addressee, Found, Party};
use platform::Fault;
use platform::database::Tx;
use platform::tables::write_csv;
use platform::web::listing::{ListQuery, PAGE_LENGTH, Paging};
use platform::web::{Answer, Form, Query, Shell, Visit};
use std::collections::{BTreeMap, BTreeSet, HashMap};

const PAST: &str = "/front-desk/deliveries/past";
/// The most lines of a file.
const LONGEST_FILE: i64 = 100_000;

/// What waits.
#[derive(Template)]
#[template(path = "deliveries.html")]
pub(super) struct DeliveriesPage {
    shell: Shell,
    form: Form,
    /// Whom it may be for, once something was typed.
    found: Option<Vec<MayBeFor>>,
    waiting: Vec<Line>,
}

/// What no longer waits.
#[derive(Template)]
#[template(path = "deliveries_past.html")]
pub(super) struct PastPage {
    shell: Shell,
    lines: Vec<Line>,
    paging: Paging,
}

/// Somebody whom something may be for.
pub(super) struct MayBeFor {
    name: String,
    note: String,
    href: String,
    domiciled: bool,
}

/// A delivery with the names it takes to show it.
pub(super) struct Line {
    pub(super) delivery: Delivery,
    /// For whom.
    pub(super) name: String,
    /// What it is.
    pub(super) what: String,
    /// The day it came.
    pub(super) arrived: String,
    /// The day it ended, if it did.
    pub(super) ended: String,
    /// Who wrote it down.
    pub(super) receiver: String,
    /// Who of the desk ended it.
    pub(super) ender: String,
}

pub(super) async fn index(visit: Visit, Query(query): Query<ListQuery>) -> Answer {
    let typed: String = query
        .text()
        .chars()
        .filter(|letter| *letter != '\0')
        .take(100)
        .collect();
    let (search, today) = (typed.clone(), visit.today());
    let (found, domiciled, waiting) = visit
        .read(move |tx, actor| {
            let found = people::search(tx, actor.place, &search, 20)?;
            let mut domiciled = BTreeSet::new();
            if !found.is_empty() {
                let all = domiciliations::all(tx, actor.place)?.into_iter();
                domiciled.extend(all.filter(|one| one.holds_on(today)).map(|one| one.organisation));
            }
            let waiting = deliveries::waiting(tx, actor.place)?;
            Ok::<_, Fault>((found, domiciled, waiting))
        })
        .await?;
    let found = found.into_iter().map(|one| may_be_for(one, &domiciled));
    visit.page(&DeliveriesPage {
        found: (!typed.is_empty()).then(|| found.collect()),
        waiting: lines(&visit, waiting).await?,
        form: Form::blank(&visit).with("q", typed),
        shell: visit.shell("stewardship-deliveries"),
    })
}

pub(super) async fn past(visit: Visit, Query(query): Query<ListQuery>) -> Answer {
    let (limit, offset) = if query.wants_csv() {
        (LONGEST_FILE, 0)
    } else {
        (PAGE_LENGTH, query.offset())
    };
    let (ended, total) = visit
        .read(move |tx, actor| {
            let ended = deliveries::ended(tx, actor.place, limit, offset)?;
            let total = deliveries::count_ended(tx, actor.place)?;
            Ok::<_, Fault>((ended, total))
        })
        .await?;
    let lines = lines(&visit, ended).await?;
    if query.wants_csv() {
        return file(&visit, &lines);
    }
    visit.page(&PastPage {
        shell: visit.shell("stewardship-deliveries-past"),
        lines,
        paging: Paging::new(&query, total, PAST),
    })
}

/// Deliveries with every name they need.
pub(super) async fn lines(visit: &Visit, all: Vec<Delivery>) -> Result<Vec<Line>, Fault> {
    let deliveries = all.clone();
    let (addressees, names) = visit
        .read(move |tx, actor| named(tx, actor.place, &deliveries))
        .await?;
    let words = visit.words();
    let name = |person: Option<PersonId>| {
        let known = person.and_then(|person| names.get(&person).cloned());
        known.unwrap_or_default()
    };
    let line = |delivery: Delivery| Line {
        name: addressees
            .get(&delivery.addressee)
            .map(|known| known.name.clone())
            .unwrap_or_default(),
        what: told::pieces(&words, &delivery),
        arrived: words.day_of(delivery.arrived_at),
        ended: delivery
            .ended
            .as_ref()
            .map(|ended| words.day_of(ended.at))
            .unwrap_or_default(),
        receiver: name(delivery.received_by),
        ender: name(delivery.ended.as_ref().and_then(|ended| ended.by)),
        delivery,
    };
    Ok(all.into_iter().map(line).collect())
}

type Named = (HashMap<Party, Addressee>, BTreeMap<PersonId, String>);

fn named(tx: &mut Tx<'_>, place: kernel::PlaceId, all: &[Delivery]) -> Result<Named, Fault> {
    let parties: Vec<Party> = all.iter().map(|one| one.addressee).collect();
    let receivers = all.iter().filter_map(|one| one.received_by);
    let enders = all.iter().filter_map(|one| one.ended.as_ref()?.by);
    let team: Vec<PersonId> = receivers.chain(enders).collect();
    Ok((
        people::addressees(tx, place, &parties)?,
        people::names_of(tx, place, &team)?,
    ))
}

fn may_be_for(found: Found, domiciled: &BTreeSet<OrganisationId>) -> MayBeFor {
    let (href, domiciled) = match found.who {
        Party::Person(person) => (format!("/front-desk/deliveries/new?person={person}"), false),
        Party::Organisation(one) => (
            format!("/front-desk/deliveries/new?organisation={one}"),
            domiciled.contains(&one),
        ),
    };
    MayBeFor {
        name: found.name,
        note: found.organisation.unwrap_or_default(),
        href,
        domiciled,
    }
}

fn file(visit: &Visit, lines: &[Line]) -> Answer {
    let heads = [
        "stewardship-delivery-for",
        "stewardship-delivery-what",
        "stewardship-delivery-arrived",
        "stewardship-delivery-received-by",
        "stewardship-delivery-ending",
        "stewardship-delivery-ended",
        "stewardship-delivery-taken-by",
        "stewardship-delivery-ended-by",
    ];
    let heads: Vec<String> = heads.iter().map(|key| visit.text(key)).collect();
    let words = visit.words();
    let row = |line: &Line| {
        let ended = line.delivery.ended.as_ref();
        vec![
            line.name.clone(),
            line.what.clone(),
            words.when(line.delivery.arrived_at),
            line.receiver.clone(),
            ended
                .map(|ended| visit.text(ended.how.message()))
                .unwrap_or_default(),
            ended.map(|ended| words.when(ended.at)).unwrap_or_default(),
            ended.map(|ended| ended.taken_by.clone()).unwrap_or_default(),
            line.ender.clone(),
        ]
    };
    let rows: Vec<Vec<String>> = lines.iter().map(row).collect();
    let name = format!("{}.csv", visit.text("stewardship-deliveries-file"));
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
