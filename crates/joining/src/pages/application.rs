//! One application: what is asked, who may be meant, and the answer.

use super::asked;
use crate::actions::{self, Admission, Alike, Reduced, Whom, alike};
use crate::rules::application::{Application, ApplicationState, At};
use crate::rules::offer::Proposed;
use crate::rules::prose;
use crate::store::applications;
use askama::Template;
use kernel::{Day, Id, PersonId};
use platform::activity::{self, Entry, Subject};
use platform::web::{Answer, Flash, Form, HistoryLine, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound};
use std::collections::BTreeMap;

/// One application.
#[derive(Template)]
#[template(path = "application.html")]
pub(super) struct ApplicationPage {
    shell: Shell,
    form: Form,
    known: Application,
    alike: Alike,
    /// Those whom the applicant may be, as cards to choose from.
    persons: Vec<(String, String, String)>,
    offers: Vec<(String, String, String)>,
    /// What was chosen, in words; with a word when it costs something else by now.
    chosen: Option<String>,
    /// What the coupon they gave is, in words: what is left of the price, or why it is not good any more.
    coupon: Option<String>,
    history: Vec<HistoryLine>,
}

impl ApplicationPage {
    fn waits(&self) -> bool {
        self.known.state == ApplicationState::Waiting
    }
}

/// What the page reads.
struct Facts {
    known: Application,
    alike: Alike,
    proposed: Vec<Proposed>,
    /// What they take costs with the coupon, when there is one that is still good.
    reduced: Option<Reduced>,
    entries: Vec<Entry>,
    names: BTreeMap<PersonId, String>,
}

pub(super) async fn show(visit: Visit, Path(id): Path<Id<Application>>) -> Answer {
    let form = Form::blank(&visit);
    shown(&visit, id, form, StatusCode::OK).await
}

async fn shown(visit: &Visit, id: Id<Application>, form: Form, status: StatusCode) -> Answer {
    let today = visit.today();
    let facts = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let known = applications::find(tx, place, id)?.or_not_found()?;
            // Nobody of the team sees what is not proven.
            if known.state == ApplicationState::Unproven {
                return Err(Fault::NotFound);
            }
            let reduced = match actions::price_with_coupon(tx, place, &known.asked, today) {
                Ok(priced) => priced,
                Err(Failure::Refused(_)) => None,
                Err(Failure::Fault(fault)) => return Err(fault),
            };
            let entries = activity::history(tx, place, Subject::new("application", id))?;
            let who: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
            Ok(Facts {
                alike: alike(tx, place, &known.asked)?,
                proposed: actions::proposed(tx, place, today)?,
                names: people::names_of(tx, place, &who)?,
                known,
                reduced,
                entries,
            })
        })
        .await?;
    let shell = visit.shell_titled(facts.known.asked.name.full());
    let page = ApplicationPage {
        form: prefilled(form, &facts, today),
        persons: person_cards(&shell, &facts.alike),
        offers: asked::desk_cards(&shell, &facts.proposed),
        chosen: chosen(&shell, &facts),
        coupon: coupon(&shell, &facts),
        history: visit.history(&facts.entries, &facts.names),
        known: facts.known,
        alike: facts.alike,
        shell,
    };
    visit.page_with_status(status, &page)
}

/// What the form begins with: what was asked, from today on; nobody known chosen unless nobody is alike.
fn prefilled(mut form: Form, facts: &Facts, today: Day) -> Form {
    if form.value("from").is_empty() {
        form.set("from", today);
    }
    if form.value("offer").is_empty() {
        let asked = facts.known.asked.offer.and_then(|(offer, _)| {
            let still = facts.proposed.iter().find(|one| one.offer == offer)?;
            Some(asked::offer_value(still))
        });
        form.set("offer", asked.unwrap_or_else(|| "none".to_owned()));
        form.set("coupon", facts.known.asked.coupon.as_deref().unwrap_or_default());
    }
    form
}

/// What was chosen, and whether its price changed since.
fn chosen(shell: &Shell, facts: &Facts) -> Option<String> {
    let (offer, seen) = facts.known.asked.offer?;
    let Some(still) = facts.proposed.iter().find(|one| one.offer == offer) else {
        return Some(shell.t("joining-offer-gone"));
    };
    if still.price == seen {
        return Some(still.name.clone());
    }
    Some(shell.t2(
        "joining-offer-repriced",
        "name",
        still.name.as_str(),
        "amount",
        shell.money(&seen),
    ))
}

/// The coupon that was given, with what it leaves, or that it is not good any more.
fn coupon(shell: &Shell, facts: &Facts) -> Option<String> {
    let code = facts.known.asked.coupon.as_deref()?;
    let Some(reduced) = &facts.reduced else {
        return Some(shell.t1("joining-coupon-spent", "code", code));
    };
    let key = if reduced.is_plan {
        "joining-coupon-plan-price"
    } else {
        "joining-coupon-price"
    };
    let told = shell.t2(key, "code", code, "amount", shell.money(&reduced.price));
    if reduced.off_fee.is_zero() {
        return Some(told);
    }
    let fee = shell.t1("joining-coupon-fee", "amount", shell.money(&reduced.off_fee));
    Some(format!("{told}, {fee}"))
}

/// The persons alike as cards, and the choice of somebody new.
pub(super) fn person_cards(shell: &Shell, alike: &Alike) -> Vec<(String, String, String)> {
    if alike.persons.is_empty() {
        return vec![];
    }
    let known = alike.persons.iter().map(|person| {
        let email = person.email.as_ref().map(ToString::to_string);
        let phone = person.phone.as_ref().map(kernel::Phone::grouped);
        let told: Vec<String> = [email, phone].into_iter().flatten().collect();
        (person.id.to_string(), person.name.full(), told.join(" · "))
    });
    let new = ("new".to_owned(), shell.t("joining-somebody-new"), String::new());
    known.chain(std::iter::once(new)).collect()
}

/// Who the form says the applicant is.
pub(super) fn read_whom(form: &mut Form) -> Option<Whom> {
    match form.value("person") {
        "" => Some(Whom::Unsaid),
        "new" => Some(Whom::New),
        _ => form.parse("person", PersonId::parse).map(Whom::Known),
    }
}

pub(super) async fn accept(visit: Visit, Path(id): Path<Id<Application>>, mut form: Form) -> Answer {
    let Some(admission) = read(&mut form) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let asking = visit.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            let set = actions::settings(tx, actor.place)?.first_visit;
            let admission = Admission {
                steps: super::steps(&asking, &set),
                ..admission.clone()
            };
            let person = actions::accept(tx, actor, id, &admission)?;
            Ok(format!("/office/newcomers/{person}"))
        })
        .await;
    answer(&visit, id, form, done, "joining-accepted").await
}

fn read(form: &mut Form) -> Option<Admission> {
    let whom = read_whom(form);
    let from = form.parse("from", Day::parse);
    let offer = form.parse("offer", asked::parse_offer);
    let letter = form.parse_optional("letter", prose::note);
    let coupon = Some(form.value("coupon").to_owned()).filter(|code| !code.is_empty());
    Some(Admission {
        whom: whom?,
        offer: offer?,
        coupon,
        from: from?,
        letter: letter?.unwrap_or_default(),
        steps: vec![],
    })
}

pub(super) async fn refuse(visit: Visit, Path(id): Path<Id<Application>>, mut form: Form) -> Answer {
    let letter = form.parse("reason", |typed| prose::filled(typed, prose::LONGEST_NOTE));
    let Some(letter) = letter else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::refuse(tx, actor, id, &letter)?;
            Ok("/office/applications".to_owned())
        })
        .await;
    answer(&visit, id, form, done, "joining-refused").await
}

async fn answer(
    visit: &Visit,
    id: Id<Application>,
    mut form: Form,
    done: Result<String, Failure<At>>,
    success: &str,
) -> Answer {
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(at)) => {
            form.refuse(at.field, &*at.why);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
