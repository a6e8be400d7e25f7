//! What the team does with a request, from its page.

use super::fields::{done, words_of};
use super::hire::shown;
use crate::actions::{answer, hold as holds, known_to_read, words};
use crate::rules::hire::{At, Hire, HireSlot};
use crate::rules::wanted::hours_of;
use crate::store::slots;
use kernel::{Day, Id, MinuteOfDay};
use platform::web::{Answer, Form, Path, StatusCode, Visit};
use platform::{Failure, Fault};
use spaces::ResourceId;

fn page_of(id: Id<Hire>) -> String {
    format!("/office/exclusive-hires/{id}")
}

pub(super) async fn add_slot(visit: Visit, Path(id): Path<Id<Hire>>, mut form: Form) -> Answer {
    let resource = form.parse("resource", ResourceId::parse);
    let day = form.parse("day", Day::parse);
    let start = form.parse("start", MinuteOfDay::parse);
    let end = form.parse("end", MinuteOfDay::parse);
    let (Some(resource), Some(day), Some(start), Some(end)) = (resource, day, start, end) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let Some(period) = hours_of(&visit.place.zone, day, (start, end)) else {
        form.refuse_with("end", "hires-refused-reversed");
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let acted = visit
        .submit(&form, move |tx, actor| {
            holds::add_slot(tx, actor, id, (resource, period))?;
            Ok(page_of(id))
        })
        .await;
    done(&visit, acted, &page_of(id), "hires-slot-added")
}

pub(super) async fn remove_slot(
    visit: Visit,
    Path((id, slot)): Path<(Id<Hire>, Id<HireSlot>)>,
    form: Form,
) -> Answer {
    let acted = visit
        .submit(&form, move |tx, actor| {
            holds::remove_slot(tx, actor, id, slot)?;
            Ok(page_of(id))
        })
        .await;
    done(&visit, acted, &page_of(id), "hires-slot-removed")
}

pub(super) async fn hold(visit: Visit, Path(id): Path<Id<Hire>>, mut form: Form) -> Answer {
    let Some(until) = form.parse("until", Day::parse) else {
        return shown(&visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let overriding = form.checked("overriding", "yes");
    let acted = visit
        .submit(&form, move |tx, actor| {
            holds::hold(tx, actor, id, (until, overriding))?;
            Ok(page_of(id))
        })
        .await;
    answered(&visit, id, form, acted, "hires-held").await
}

pub(super) async fn release(visit: Visit, Path(id): Path<Id<Hire>>, form: Form) -> Answer {
    let acted = visit
        .submit(&form, move |tx, actor| {
            holds::release_all(tx, actor, id)?;
            Ok(page_of(id))
        })
        .await;
    done(&visit, acted, &page_of(id), "hires-released")
}

pub(super) async fn refuse(visit: Visit, Path(id): Path<Id<Hire>>, form: Form) -> Answer {
    let reason = form.value("reason").to_owned();
    let acted = visit
        .submit(&form, move |tx, actor| {
            answer::refuse(tx, actor, id, &reason)?;
            Ok("/office/exclusive-hires".to_owned())
        })
        .await;
    answered(&visit, id, form, acted, "hires-refused-done").await
}

pub(super) async fn lose(visit: Visit, Path(id): Path<Id<Hire>>, form: Form) -> Answer {
    let reason = form.value("lost_reason").to_owned();
    let acted = visit
        .submit(&form, move |tx, actor| {
            answer::lose(tx, actor, id, &reason)?;
            Ok("/office/exclusive-hires".to_owned())
        })
        .await;
    answered(&visit, id, form, acted, "hires-lost-done").await
}

pub(super) async fn reply(visit: Visit, Path(id): Path<Id<Hire>>, form: Form) -> Answer {
    let body = form.value("message").to_owned();
    let acted = visit
        .submit(&form, move |tx, actor| {
            words::reply(tx, actor, id, &body)?;
            Ok(page_of(id))
        })
        .await;
    answered(&visit, id, form, acted, "hires-replied").await
}

/// Begins a quote, whose words are those of the customer's language.
pub(super) async fn draft(visit: Visit, Path(id): Path<Id<Hire>>, form: Form) -> Answer {
    let (hire, slots) = visit
        .read(move |tx, actor| {
            let hire = known_to_read(tx, actor.place, id)?;
            Ok::<_, Fault>((hire, slots::of_hire(tx, actor.place, id)?))
        })
        .await?;
    let words = words_for(&visit, &hire, &slots);
    let acted = visit
        .submit(&form, move |tx, actor| {
            let quote = answer::draft(tx, actor, id, &words)?;
            Ok(format!("{}/quotes/{quote}", page_of(id)))
        })
        .await;
    answered(&visit, id, form, acted, "hires-quote-begun").await
}

fn words_for(visit: &Visit, hire: &Hire, slots: &[HireSlot]) -> answer::QuoteWords {
    let words = words_of(visit, hire);
    let days = hire.wanted.days;
    let arguments = [
        ("occasion", words.text(hire.wanted.occasion.message(), &[]).into()),
        ("when", words.days(days.first(), days.last()).into()),
        ("people", hire.wanted.people.into()),
    ];
    answer::QuoteWords {
        subject: words.text("hires-quote-subject", &arguments),
        hours: slots
            .iter()
            .map(|slot| (slot.id.as_i64(), words.period(slot.period)))
            .collect(),
    }
}

/// Back to the page with a message at the field when a rule says no.
async fn answered(
    visit: &Visit,
    id: Id<Hire>,
    mut form: Form,
    acted: Result<String, Failure<At>>,
    success: &str,
) -> Answer {
    match acted {
        Err(Failure::Refused(at)) => {
            form.refuse(at.field, &*at.why);
            shown(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        other => done(visit, other, &page_of(id), success),
    }
}
