//! Visitors of other places at the desk (T40).

use crate::actions::host::{ask, hosted, note_answer, note_taken_back, to_take_back, waiting};
use crate::calls::{CallFailed, Correspondent, call};
use crate::rules::agreement::{DEAREST, PartnerId};
use crate::rules::visit::{PartnerVisit, Reason, VisitId, VisitRefused, VisitState};
use crate::store::{partners, visits};
use crate::wire::{CANCELLATIONS, CancellationCall, Done, VISITS, VisitAnswer, VisitCall};
use askama::Template;
use platform::web::{Answer, Flash, Form, Path, RateLimit, Shell, StatusCode, Visit, allow};
use platform::{Failure, Fault};
use spaces::{Part, midday};
use std::collections::BTreeMap;

const DESK: &str = "/front-desk/network";
/// Codes that a desk may try in ten minutes.
const TRIES: RateLimit = RateLimit {
    tries: 60,
    seconds: 600,
};

/// The desk for visitors of other places.
#[derive(Template)]
#[template(path = "desk_network.html")]
struct DeskPage {
    shell: Shell,
    form: Form,
    parts: Vec<(String, String, String)>,
    /// Whether there is any place whose members may come.
    open: bool,
    /// Who came today, with the name of their place.
    today: Vec<(String, PartnerVisit)>,
}

impl DeskPage {
    fn part(&self, visit: &PartnerVisit) -> String {
        self.shell.t1("network-part", "part", visit.part.code())
    }

    fn badge(&self, visit: &PartnerVisit) -> (&'static str, String) {
        let kind = match visit.state {
            VisitState::Made => "success",
            VisitState::Asked => "warning",
            VisitState::Refused => "error",
            VisitState::Undone => "neutral",
        };
        let told = self.shell.t(&format!("network-state-{}", visit.state.code()));
        (kind, told)
    }

    fn who(&self, visit: &PartnerVisit) -> String {
        if visit.visitor.is_empty() {
            return self.shell.t("network-visitor-unknown");
        }
        visit.visitor.clone()
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let usual = visit
        .read(|tx, actor| {
            let zone = platform::place::get(tx, actor.place)?.zone;
            let clock = zone.minute_of(tx.now());
            let morning = clock < midday(tx, actor.place)?;
            Ok::<_, Fault>(if morning { Part::Day } else { Part::Afternoon })
        })
        .await?;
    let form = Form::blank(&visit).with("part", usual);
    shown(&visit, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let (now, today) = (visit.now, visit.today());
    let (known, of_day) = visit
        .read(move |tx, actor| {
            let known = partners::all(tx, actor.place)?;
            Ok::<_, Fault>((known, visits::of_day(tx, actor.place, today)?))
        })
        .await?;
    let open = known
        .iter()
        .any(|one| one.standing(now) == crate::Standing::Open && one.rates.hold_on(today));
    let names: BTreeMap<PartnerId, String> = known.into_iter().map(|one| (one.id, one.name)).collect();
    let part = |part: Part| {
        let told = visit.text_with("network-part", &[("part", part.code().into())]);
        (part.code().to_owned(), told, String::new())
    };
    let page = DeskPage {
        shell: visit.shell("network-desk-title"),
        form,
        parts: [Part::Day, Part::Morning, Part::Afternoon].map(part).to_vec(),
        open,
        today: of_day
            .into_iter()
            .rev()
            .map(|one| (names.get(&one.partner).cloned().unwrap_or_default(), one))
            .collect(),
    };
    visit.page_with_status(status, &page)
}

async fn refused(visit: &Visit, mut form: Form, refusal: &VisitRefused) -> Answer {
    form.refuse("code", refusal);
    shown(visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

/// `POST /front-desk/network/visits`: the same form sent twice asks about the same visit.
pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let part = form.parse("part", Part::parse);
    form.required("code");
    let Some(part) = part.filter(|_| form.is_valid()) else {
        return shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let tried = visit
        .write(|tx, actor| allow(tx, actor.place, "network:desk", TRIES))
        .await
        .map_err(Fault::from)?;
    if tried.is_some() {
        return refused(&visit, form, &VisitRefused::TooMany).await;
    }
    let code = form.value("code").to_owned();
    let asked = visit
        .submit(&form, move |tx, actor| {
            Ok(ask(tx, actor, &code, part)?.to_string())
        })
        .await;
    match asked {
        Ok(id) => {
            let id = VisitId::parse(&id).map_err(Fault::internal)?;
            settled(&visit, id, form).await
        }
        Err(Failure::Refused(refusal)) => refused(&visit, form, &refusal).await,
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// `POST /front-desk/network/visits/{id}/question`: asks once more what was not answered.
pub(super) async fn ask_again(visit: Visit, Path(id): Path<VisitId>, _: Form) -> Answer {
    let form = Form::blank(&visit).with("part", Part::Day);
    settled(&visit, id, form).await
}

/// Asks the home of a visitor, unless it answered before, and says what came of it.
async fn settled(visit: &Visit, id: VisitId, form: Form) -> Answer {
    let waits = visit.write(move |tx, actor| waiting(tx, actor, id)).await?;
    if let Some((asked, partner)) = waits {
        let said = VisitCall {
            code: asked.code.clone(),
            day: asked.day,
            part: asked.part,
        };
        let to = Correspondent::of(&partner);
        let answer = call(visit, &to, (VISITS, &asked.reference), &said).await?;
        let answer = answer.and_then(|told: VisitAnswer| {
            // More than was agreed is no answer.
            let agreed = (0..=partner.rates.day.cents().min(DEAREST)).contains(&told.cents);
            agreed.then_some(told).ok_or(CallFailed::Unreachable)
        });
        let kept = match &answer {
            Ok(told) => Some(Ok(told.clone())),
            Err(CallFailed::Said(reason)) => Some(Err(*reason)),
            Err(CallFailed::NotKnown) => Some(Err(Reason::Closed)),
            Err(CallFailed::Unreachable) => None,
        };
        if let Some(kept) = kept {
            visit
                .write(move |tx, actor| note_answer(tx, actor, id, &kept))
                .await?;
        }
        if let Err(failed) = answer {
            return refused(visit, form, &failed.refusal()).await;
        }
    }
    let (made, partner) = visit.write(move |tx, actor| hosted(tx, actor, id)).await?;
    if !made.counts() {
        return refused(visit, form, &VisitRefused::Settled).await;
    }
    let flash = Flash::success("network-received")
        .with("name", &made.visitor)
        .with("place", &partner.name)
        .with("left", made.units_left);
    visit.redirect_with(DESK, &flash)
}

/// `POST /front-desk/network/visits/{id}/cancellation`: on the day itself, and only once the home has given the units back.
pub(super) async fn cancel(visit: Visit, Path(id): Path<VisitId>, _: Form) -> Answer {
    let form = Form::blank(&visit).with("part", Part::Day);
    let found = visit.write(move |tx, actor| to_take_back(tx, actor, id)).await;
    let (asked, partner) = match found {
        Ok(found) => found,
        Err(Failure::Refused(refusal)) => return refused(&visit, form, &refusal).await,
        Err(Failure::Fault(fault)) => return Err(fault.into()),
    };
    let said = CancellationCall {
        day: asked.day,
        part: asked.part,
    };
    let to = Correspondent::of(&partner);
    let answer: Result<Done, CallFailed> =
        call(&visit, &to, (CANCELLATIONS, &asked.reference), &said).await?;
    if let Err(failed) = answer {
        return refused(&visit, form, &failed.refusal()).await;
    }
    visit
        .write(move |tx, actor| note_taken_back(tx, actor, id))
        .await?;
    visit.redirect_with(DESK, &Flash::success("network-taken-back"))
}
