//! Taking shifts oneself: those that are free, and one's own.

use super::duty_sheet::{Line, answer, lines};
use crate::actions::{duty_offer, give_up_duty, take_duty};
use crate::rules::duty::{Duty, DutyState, NOTICE_HOURS, minutes_by_person};
use crate::store::duties;
use askama::Template;
use kernel::{Day, Days, Id};
use platform::web::{Answer, Form, Path, Shell, Visit, WebError};
use platform::{Fault, OrNotFound};

const PATH: &str = "/me/duty";
/// How many days ahead free shifts are shown.
const SHOWN_DAYS: i64 = 28;

/// One's own shifts.
#[derive(Template)]
#[template(path = "my_duty.html")]
pub(super) struct MyDutyPage {
    shell: Shell,
    /// Those to come, with whether they may still be given up alone.
    mine: Vec<(Line, Duty, bool)>,
    free: Vec<Line>,
    /// Shifts done since the first of January, in hours and minutes.
    done: (i64, i64),
    /// The pass whose units shifts give.
    offer: Option<String>,
}

pub(super) async fn index(visit: Visit) -> Answer {
    let person = visit.actor.person.ok_or(WebError::SignInFirst)?;
    let today = visit.today();
    let january = Day::new(today.year(), 1, 1).map_err(Fault::internal)?;
    let (done, offer) = visit
        .read(move |tx, actor| {
            let all = duties::of_person(tx, actor.place, person, january)?;
            let minutes = minutes_by_person(&all).get(&person).copied().unwrap_or_default();
            let offer = duty_offer(tx, actor)?.map(|offer| offer.name.to_string());
            Ok::<_, Fault>((minutes, offer))
        })
        .await?;
    let (mut mine, mut free) = (Vec::new(), Vec::new());
    let own = |duty: &&Duty| duty.person == person && duty.state == DutyState::Taken;
    for line in lines(&visit, Days::spanning(today, today.plus_days(SHOWN_DAYS))).await? {
        let found = line.slot.duties.iter().find(own).cloned();
        match found {
            Some(duty) => {
                let begins = visit.place.zone.instant(duty.day, duty.from);
                let in_time = begins.since(visit.now).minutes() >= NOTICE_HOURS * 60;
                mine.push((line, duty, in_time));
            }
            None if line.slot.missing() > 0 => free.push(line),
            None => {}
        }
    }
    visit.page(&MyDutyPage {
        shell: visit.shell("stewardship-duties"),
        mine,
        free,
        done: (done.div_euclid(60), done.rem_euclid(60)),
        offer,
    })
}

pub(super) async fn take(visit: Visit, form: Form) -> Answer {
    let person = visit.actor.person.ok_or(WebError::SignInFirst)?;
    let shift = Id::parse(form.value("shift")).ok().or_not_found()?;
    let day = Day::parse(form.value("day")).ok().or_not_found()?;
    let done = visit
        .submit(&form, move |tx, actor| {
            take_duty(tx, actor, shift, day, person)?;
            Ok(PATH.to_owned())
        })
        .await;
    answer(&visit, PATH, done, "stewardship-duty-is-taken")
}

pub(super) async fn release(visit: Visit, Path(id): Path<Id<Duty>>, form: Form) -> Answer {
    let done = visit
        .submit(&form, move |tx, actor| {
            give_up_duty(tx, actor, id)?;
            Ok(PATH.to_owned())
        })
        .await;
    answer(&visit, PATH, done, "stewardship-duty-is-given-up")
}
