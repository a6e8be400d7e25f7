//! Reduced tariffs: asked for with a proof, granted from a day to a day, refused with a reason (T91).

use super::correct::correct;
use crate::rules::contract::ContractRefused;
use crate::rules::reduction::{
    ReducedTariff, Reduction, ReductionRefused, ReductionState, TariffTerms, check_days, check_words,
    proof_kind,
};
use crate::store::reductions::{self, Proof};
use crate::store::{contracts, holder};
use crate::{MANAGE, OWN};
use kernel::{Actor, Day, Days, Id, PersonId};
use people::Party;
use platform::activity::{self, Subject};
use platform::database::Tx;
use platform::{Failure, Fault, JobContext, JobReport, OrNotFound, OrRefused, jobs};
use serde::{Deserialize, Serialize};
use serde_json::json;

/// The job that writes to who asked.
pub(crate) const LETTER: &str = "offers.reduction_letter";
/// The job that forgets proofs.
pub(crate) const FORGET: &str = "offers.proofs";
/// For how long a proof is kept after the answer: thirty days.
const KEPT_SECONDS: i64 = 30 * 86_400;

/// Makes a reduced tariff, or changes one; what was granted keeps its rate.
///
/// # Errors
/// [`ReductionRefused`]; [`Fault::NotFound`] when there is no such tariff.
pub fn keep_reduced_tariff(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Option<Id<ReducedTariff>>,
    terms: &TariffTerms,
) -> Result<Id<ReducedTariff>, Failure<ReductionRefused>> {
    actor.require(MANAGE)?;
    terms.check().map_err(Failure::Refused)?;
    let place = actor.place;
    let known = match id {
        Some(id) => Some(reductions::tariff(tx, place, id)?.or_not_found()?),
        None => None,
    };
    let mut terms = terms.clone();
    // What was granted off a plan is in its charges: that choice stays.
    if let Some(known) = &known {
        terms.on_plans = known.terms.on_plans;
    }
    let id = known.as_ref().map_or_else(|| tx.new_id(), |known| known.id);
    reductions::keep_tariff(tx, place, id, &terms, known.is_some())
        .or_refused("reduced_tariff_name_once", ReductionRefused::NameTaken)?;
    let detail = json!({ "name": terms.name.as_str() });
    let subject = Subject::new("reduced_tariff", id);
    activity::record(tx, actor, "reduced_tariff.kept", subject, detail)?;
    Ok(id)
}

/// A reduced tariff to be asked for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NewReduction {
    /// Which tariff.
    pub tariff: Id<ReducedTariff>,
    /// Whether for the organisation that pays, and all its people.
    pub for_organisation: bool,
    /// What shows the right to it.
    pub words: String,
    /// The file that does, with its name.
    pub file: Option<(String, Vec<u8>)>,
}

/// Asks for a reduced tariff, for oneself or for the organisation that pays for oneself.
///
/// # Errors
/// [`ReductionRefused`]; [`Fault::NotFound`] when there is no such tariff.
pub fn ask_reduction(
    tx: &mut Tx<'_>,
    actor: &Actor,
    new: &NewReduction,
) -> Result<Id<Reduction>, Failure<ReductionRefused>> {
    actor.require(OWN)?;
    let (place, person) = (actor.place, actor.person.or_not_found()?);
    check_words(&new.words).map_err(Failure::Refused)?;
    if new.words.trim().is_empty() && new.file.is_none() {
        return Err(Failure::Refused(ReductionRefused::NoProof));
    }
    let proof = match &new.file {
        Some((name, content)) => Some(Proof {
            filename: filename(name),
            media_type: proof_kind(content).map_err(Failure::Refused)?,
            content: content.clone(),
        }),
        None => None,
    };
    let tariff = reductions::tariff(tx, place, new.tariff)?.or_not_found()?;
    if !tariff.terms.active {
        return Err(Failure::Refused(ReductionRefused::NotOffered));
    }
    holder::lock(tx, place, person)?;
    let known = reductions::of_person(tx, place, person)?;
    if known
        .iter()
        .any(|known| known.tariff == tariff.id && known.state == ReductionState::Asked)
    {
        return Err(Failure::Refused(ReductionRefused::AskedAlready));
    }
    let payer = people::payer(tx, place, person)?;
    let (organisation, customer) = match (new.for_organisation, payer) {
        (false, _) => (None, None),
        (true, Party::Organisation(organisation)) => {
            (Some(organisation), Some(billing::customer_of(tx, actor, payer)?))
        }
        (true, Party::Person(_)) => return Err(Failure::Refused(ReductionRefused::NoOrganisation)),
    };
    let asked = Reduction {
        id: tx.new_id(),
        tariff: tariff.id,
        name: tariff.terms.name.to_string(),
        person,
        organisation,
        customer,
        words: new.words.trim().to_owned(),
        state: ReductionState::Asked,
        asked_at: tx.now(),
        rate: tariff.terms.rate,
        days: None,
        answer: String::new(),
        decided_at: None,
    };
    keep_asked(tx, actor, &asked, proof.as_ref())?;
    Ok(asked.id)
}

/// Keeps what was asked, with its proof, and a line in the log.
fn keep_asked(tx: &mut Tx<'_>, actor: &Actor, asked: &Reduction, proof: Option<&Proof>) -> Result<(), Fault> {
    reductions::insert(tx, actor.place, asked)?;
    if let Some(proof) = proof {
        reductions::keep_proof(tx, actor.place, asked.id, proof)?;
    }
    record(tx, actor, "reduction.asked", asked)
}

/// The name of a file without folders and without what a terminal or a header could stumble over.
fn filename(name: &str) -> String {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let kept: String = last
        .chars()
        .filter(|letter| !letter.is_control() && !"\"<>|:*?;".contains(*letter))
        .take(100)
        .collect();
    if kept.trim().is_empty() {
        "proof".to_owned()
    } else {
        kept
    }
}

/// Takes back what one asked for, with its proof, while it waits for an answer.
///
/// # Errors
/// [`ReductionRefused::Answered`]; [`Fault::NotFound`] when it is not one's own.
pub fn withdraw_reduction(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Reduction>,
) -> Result<(), Failure<ReductionRefused>> {
    actor.require(OWN)?;
    let asked = reductions::find(tx, actor.place, id)?;
    let asked = asked.filter(|asked| actor.is(asked.person)).or_not_found()?;
    decide(tx, actor, &asked, (ReductionState::Withdrawn, None, ""))?;
    reductions::forget_proof(tx, actor.place, id)?;
    record(tx, actor, "reduction.withdrawn", &asked)?;
    Ok(())
}

/// Grants what somebody asked for, from a day to a day: plans bear the reduced price for these days, also where they were charged already.
///
/// # Errors
/// [`ReductionRefused`]; [`Fault::NotFound`].
pub fn grant_reduction(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Reduction>,
    days: Days,
    answer: &str,
) -> Result<(), Failure<ReductionRefused>> {
    actor.require(MANAGE)?;
    check_days(days).map_err(Failure::Refused)?;
    check_words(answer).map_err(Failure::Refused)?;
    let asked = reductions::find(tx, actor.place, id)?.or_not_found()?;
    decide(
        tx,
        actor,
        &asked,
        (ReductionState::Granted, Some(days), answer.trim()),
    )?;
    correct_plans(tx, actor, &asked, days.first())?;
    record(tx, actor, "reduction.granted", &asked)?;
    tell(tx, actor, &asked)
}

/// Refuses what somebody asked for, and says why.
///
/// # Errors
/// [`ReductionRefused`]; [`Fault::NotFound`].
pub fn refuse_reduction(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Reduction>,
    answer: &str,
) -> Result<(), Failure<ReductionRefused>> {
    actor.require(MANAGE)?;
    check_words(answer).map_err(Failure::Refused)?;
    if answer.trim().is_empty() {
        return Err(Failure::Refused(ReductionRefused::NoReason));
    }
    let asked = reductions::find(tx, actor.place, id)?.or_not_found()?;
    decide(tx, actor, &asked, (ReductionState::Refused, None, answer.trim()))?;
    record(tx, actor, "reduction.refused", &asked)?;
    tell(tx, actor, &asked)
}

/// Ends a reduced tariff earlier than was granted; what was charged of plans beyond that day is corrected.
///
/// # Errors
/// [`ReductionRefused::Days`] when the day is not inside; [`Fault::NotFound`] when it was not granted.
pub fn end_reduction(
    tx: &mut Tx<'_>,
    actor: &Actor,
    id: Id<Reduction>,
    until: Day,
) -> Result<(), Failure<ReductionRefused>> {
    actor.require(MANAGE)?;
    let granted = reductions::find(tx, actor.place, id)?.or_not_found()?;
    let days = granted.days.or_not_found()?;
    if !days.contains(until) {
        return Err(Failure::Refused(ReductionRefused::Days));
    }
    reductions::shorten(tx, actor.place, id, until)?;
    correct_plans(tx, actor, &granted, until)?;
    record(tx, actor, "reduction.ended", &granted)?;
    Ok(())
}

fn decide(
    tx: &mut Tx<'_>,
    actor: &Actor,
    asked: &Reduction,
    answer: (ReductionState, Option<Days>, &str),
) -> Result<(), Failure<ReductionRefused>> {
    if reductions::decide(tx, actor.place, asked.id, answer, actor.account)? {
        Ok(())
    } else {
        Err(Failure::Refused(ReductionRefused::Answered))
    }
}

/// Charges anew what plans owe otherwise now, from a day on.
fn correct_plans(
    tx: &mut Tx<'_>,
    actor: &Actor,
    asked: &Reduction,
    from: Day,
) -> Result<(), Failure<ReductionRefused>> {
    let place = actor.place;
    let mut persons: Vec<PersonId> = vec![asked.person];
    if let Some(organisation) = asked.organisation {
        let people = people::persons_of(tx, place, organisation)?;
        persons.extend(people.into_iter().map(|person| person.id));
        persons.sort_unstable();
        persons.dedup();
    }
    for person in persons {
        holder::lock(tx, place, person)?;
        for held in contracts::of_person(tx, place, person)? {
            contracts::lock(tx, place, held.id)?;
            correct(tx, actor, &held, from).map_err(charge_refused)?;
        }
    }
    Ok(())
}

fn charge_refused(failure: Failure<ContractRefused>) -> Failure<ReductionRefused> {
    failure.map(|_| ReductionRefused::ChargeRefused)
}

fn record(tx: &mut Tx<'_>, actor: &Actor, verb: &str, asked: &Reduction) -> Result<(), Fault> {
    let detail = json!({ "name": asked.name });
    activity::record(tx, actor, verb, Subject::new("reduction", asked.id), detail)?;
    Ok(())
}

#[derive(Debug, Serialize, Deserialize)]
struct Answered {
    reduction: Id<Reduction>,
}

fn tell(tx: &mut Tx<'_>, actor: &Actor, asked: &Reduction) -> Result<(), Failure<ReductionRefused>> {
    let payload = serde_json::to_value(Answered { reduction: asked.id }).map_err(Fault::internal)?;
    jobs::enqueue(tx, actor, LETTER, &payload, None)?;
    Ok(())
}

/// Writes the answer to who asked.
pub(crate) fn write(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    use crate::letters::{Desk, Wording};
    let answered: Answered = serde_json::from_value(context.payload.clone()).map_err(Fault::internal)?;
    let desk = Desk::of(context)?;
    let place = context.place;
    let written = context.db.write_blocking(move |tx| {
        let asked = reductions::find(tx, place, answered.reduction)?.or_not_found()?;
        let words = Wording {
            stem: match asked.state {
                ReductionState::Granted => "reduction-granted",
                _ => "reduction-refused",
            },
            name: asked.name.clone(),
            count: 0,
            days: (asked.days.map(Days::first), asked.days.map(Days::last)),
            quoted: asked.answer.clone(),
            path: "/me/reductions".to_owned(),
        };
        desk.write(tx, asked.person, &words)
    })?;
    Ok(JobReport {
        done: i64::from(written),
        ..JobReport::default()
    })
}

/// Forgets the proofs of what was answered thirty days ago.
pub(crate) fn forget(context: &JobContext<'_>) -> Result<JobReport, Fault> {
    let place = context.place;
    let done = context.db.write_blocking(move |tx| {
        let before = tx.now().minus_seconds(KEPT_SECONDS);
        reductions::forget_proofs(tx, place, before)
    })?;
    Ok(JobReport {
        done: i64::try_from(done).unwrap_or(i64::MAX),
        ..JobReport::default()
    })
}
