//! Where I may go with my pass, and the code that I show there (T40).

use crate::actions::home::make_code;
use crate::rules::agreement::{Partner, PartnerId};
use crate::rules::code::{VisitingCode, grouped};
use crate::rules::visit::{PartnerVisit, halves};
use crate::store::{codes, partners, visits};
use askama::Template;
use askama::filters::Safe;
use kernel::Days;
use platform::messages::Argument;
use platform::web::{Answer, Flash, Form, Path, Shell, Visit};
use platform::{Failure, Fault, OrNotFound as _};
use std::collections::BTreeMap;

/// How many days of past visits are shown.
const DAYS_SHOWN: i64 = 92;

/// The other places.
#[derive(Template)]
#[template(path = "my_network.html")]
struct MyNetworkPage {
    shell: Shell,
    member: bool,
    doors: Vec<Door>,
    visits: Vec<(String, PartnerVisit)>,
}

/// A place where I may go.
struct Door {
    partner: Partner,
    passes: String,
    /// How much of this month is left, in the reader's words.
    left: String,
    code: Option<Shown>,
}

/// A code as it is shown.
struct Shown {
    text: String,
    qr: Safe<String>,
    expires_at: kernel::Instant,
}

impl MyNetworkPage {
    fn part(&self, visit: &PartnerVisit) -> String {
        self.shell.t1("network-part", "part", visit.part.code())
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let (now, today) = (visit.now, visit.today());
    let (member, known, codes, of_mine, offers) = visit
        .read(move |tx, actor| {
            let (place, person) = (actor.place, actor.person.or_not_found()?);
            let days = Days::spanning(today.plus_days(-DAYS_SHOWN), today.plus_days(1));
            Ok::<_, Fault>((
                people::is_member_on(tx, place, person, today)?,
                partners::all(tx, place)?,
                codes::of_person(tx, place, person)?,
                visits::of_person(tx, place, person, days)?,
                offers::pass_offers(tx, place)?,
            ))
        })
        .await?;
    let names: BTreeMap<PartnerId, String> = known.iter().map(|one| (one.id, one.name.clone())).collect();
    let mut codes: BTreeMap<PartnerId, VisitingCode> = codes.into_iter().collect();
    let month = today.month_of();
    let open = known.into_iter().filter(|one| one.may_be_visited(now, today));
    let doors = open.map(|partner| {
        let passes: Vec<&str> = offers
            .iter()
            .filter(|offer| partner.terms.accepted.contains(&offer.id))
            .map(|offer| offer.name.as_str())
            .collect();
        let there = of_mine
            .iter()
            .filter(|one| one.partner == partner.id && one.day.month_of() == month);
        let used: i64 = there.map(|one| halves(one.part)).sum();
        let left = partner
            .terms
            .cap_days
            .saturating_mul(2)
            .saturating_sub(used)
            .max(0);
        let left = [
            ("days", Argument::from(left.div_euclid(2))),
            ("half", Argument::from(left.rem_euclid(2))),
        ];
        Door {
            passes: passes.join(", "),
            left: visit.text_with("network-mine-left", &left),
            code: codes.remove(&partner.id).map(|code| shown(&visit, &code)),
            partner,
        }
    });
    let page = MyNetworkPage {
        doors: doors.collect(),
        member,
        visits: of_mine
            .into_iter()
            .map(|one| (names.get(&one.partner).cloned().unwrap_or_default(), one))
            .collect(),
        shell: visit.shell("network-mine-title"),
    };
    visit.page(&page)
}

fn shown(visit: &Visit, code: &VisitingCode) -> Shown {
    let text = grouped(&code.text);
    Shown {
        qr: doors::qr_code(&text, &visit.text("network-code-qr")),
        text,
        expires_at: code.expires_at,
    }
}

pub(super) async fn make(visit: Visit, Path(id): Path<PartnerId>, form: Form) -> Answer {
    let random = visit.app.db.entropy().bytes();
    let done = visit
        .submit(&form, move |tx, actor| {
            make_code(tx, actor, id, random)?;
            Ok("/me/network".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("network-code-made")),
        Err(Failure::Refused(_)) => visit.redirect_with("/me/network", &Flash::error("network-code-not-now")),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
