//! A pause as the office and the member see it: the days, what each month will cost, the reason.

use super::words;
use crate::actions::pause_plan::{NewPause, pause_plan, quote_pause, resume_plan};
use crate::actions::settings::settings;
use crate::rules::contract::PlanContract;
use crate::rules::pause::{Pause, PauseRefused, PauseTerms};
use crate::store::{contracts, pauses};
use kernel::{Day, Id, Month, PersonId};
use platform::web::{Form, Shell, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};

/// The most characters of a reason.
const LONGEST_REASON: usize = 500;

kernel::refusals! {
    /// Why a reason is not kept.
    pub(super) enum ReasonRefused {
        /// Too long.
        TooLong = "offers-refused-pause-reason",
    }
}

/// A pause before it is made, and those that are known.
pub(super) struct PauseView {
    pub(super) name: String,
    pub(super) contract: PlanContract,
    pub(super) pauses: Vec<Pause>,
    pub(super) terms: PauseTerms,
    /// The pause asked for, with the contract as it would be.
    pub(super) quote: Option<(Pause, PlanContract)>,
    pub(super) today: Day,
}

impl PauseView {
    /// What is paused, at its price.
    pub(super) fn held(&self, shell: &Shell) -> String {
        let price = words::price(shell, self.contract.price, self.contract.basis);
        let price = shell.t1("offers-a-month", "price", price);
        format!("{} · {price}", self.contract.plan_name)
    }

    /// What the place allows and asks for.
    pub(super) fn rule(&self, shell: &Shell) -> String {
        let rate = shell.rate(&self.terms.due);
        shell.t2("offers-pause-rule", "days", self.terms.most_days, "rate", rate)
    }

    pub(super) fn days(&self, shell: &Shell, pause: &Pause) -> String {
        let (from, until) = (pause.days.first(), pause.days.last());
        let (from, until) = (shell.day_long(&from), shell.day_long(&until));
        shell.t2("offers-from-until", "from", from, "until", until)
    }

    /// What each month touched costs, now and then.
    pub(super) fn months(&self, shell: &Shell) -> Vec<(String, String)> {
        let Some((pause, paused)) = &self.quote else {
            return vec![];
        };
        let first = paused.month_of(pause.days.first());
        let last = paused.month_of(pause.days.last());
        let months = std::iter::successors(Some(first), |month| Some(month.next()));
        months
            .take_while(|month| *month <= last)
            .map(|month: Month| {
                let price = |contract: &PlanContract| {
                    let due = contract.due_in(month).map(|due| due.amount).unwrap_or_default();
                    words::price(shell, due, contract.basis)
                };
                let told = shell.t2(
                    "offers-pause-month",
                    "before",
                    price(&self.contract),
                    "after",
                    price(paused),
                );
                (shell.month(&month), told)
            })
            .collect()
    }

    /// Whether a pause is under way.
    pub(super) fn has_begun(&self, pause: &Pause) -> bool {
        pause.days.first() <= self.today
    }

    /// What the days of a pause mean.
    pub(super) fn consequence(&self, shell: &Shell, pause: &Pause) -> String {
        let days = self.days(shell, pause);
        shell.t2(
            "offers-pause-consequence",
            "plan",
            self.contract.plan_name.as_str(),
            "days",
            days,
        )
    }
}

pub(super) type Whose = (PersonId, Id<PlanContract>);

/// What the page shows for a contract of a person; `new` is the pause asked for, whose refusal is noted in the form.
pub(super) async fn read(
    visit: &Visit,
    (person, contract): Whose,
    form: &mut Form,
    new: Option<NewPause>,
) -> Result<PauseView, WebError> {
    let today = visit.today();
    let (mut view, refusal) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let known = people::person(tx, place, person)?.or_not_found()?;
            let found = contracts::find(tx, place, contract)?;
            let found = found
                .filter(|found| found.person == person && !found.is_void())
                .or_not_found()?;
            let mut pauses = pauses::of_contract(tx, place, &found)?;
            pauses.retain(|pause| pause.days.last() >= today);
            let view = PauseView {
                name: known.name.full(),
                pauses,
                contract: found,
                terms: settings(tx, place)?.pause,
                quote: None,
                today,
            };
            let quoted = new.as_ref().map(|new| quote_pause(tx, actor, new)).transpose();
            match quoted {
                Ok(quote) => Ok::<_, Fault>((PauseView { quote, ..view }, None)),
                Err(Failure::Refused(refusal)) => Ok((view, Some(refusal))),
                Err(Failure::Fault(fault)) => Err(fault),
            }
        })
        .await?;
    if let Some(refusal) = refusal {
        view.quote = None;
        form.refuse(field_of(&refusal), &refusal);
    }
    Ok(view)
}

/// The pause that a form asks for.
pub(super) fn asked(visit: &Visit, (person, contract): Whose, form: &mut Form) -> Option<NewPause> {
    let (from, until) = (form.parse("from", Day::parse), form.parse("until", Day::parse));
    let reason = form.parse_optional("reason", |text| {
        if text.chars().count() > LONGEST_REASON {
            Err(ReasonRefused::TooLong)
        } else {
            Ok(text.to_owned())
        }
    });
    Some(NewPause {
        person,
        contract,
        from: from?,
        until: until?,
        reason: reason?.unwrap_or_default(),
        on: visit.today(),
    })
}

/// Makes the pause that a form asks for, and answers where it leads.
pub(super) async fn pause(
    visit: &Visit,
    form: &Form,
    new: NewPause,
    to: String,
) -> Result<String, Failure<PauseRefused>> {
    visit
        .submit(form, move |tx, actor| {
            pause_plan(tx, actor, &new)?;
            Ok(to.clone())
        })
        .await
}

/// Goes on from the day that a form says, today when it says none.
pub(super) async fn resume(
    visit: &Visit,
    form: &Form,
    (person, contract): Whose,
    pause: Id<Pause>,
    to: String,
) -> Result<String, Failure<PauseRefused>> {
    let today = visit.today();
    let from = Day::parse(form.value("from")).unwrap_or(today);
    visit
        .submit(form, move |tx, actor| {
            resume_plan(tx, actor, (person, contract, pause), from, today)?;
            Ok(to.clone())
        })
        .await
}

fn field_of(refusal: &PauseRefused) -> &'static str {
    match refusal {
        PauseRefused::Reversed | PauseRefused::TooLong { .. } => "until",
        _ => "from",
    }
}
