//! What a member is asked to agree to, and what they agreed to.

use crate::actions;
use crate::rules::text::HouseText;
use crate::store::texts;
use askama::Template;
use kernel::{Id, Instant, Refusal};
use platform::web::{Answer, Flash, Form, Path, Shell, Visit};
use platform::{Failure, Fault};

/// The texts in force, agreed to or not.
#[derive(Template)]
#[template(path = "my_texts.html")]
pub(super) struct MyTextsPage {
    shell: Shell,
    asked: Vec<HouseText>,
    agreed: Vec<(HouseText, Instant)>,
}

pub(super) async fn index(visit: Visit) -> Answer {
    let (asked, agreed) = visit
        .read(|tx, actor| {
            let person = actor.person.ok_or(Fault::Forbidden)?;
            let accepted = texts::accepted(tx, actor.place, person)?;
            let when = |text: &HouseText| accepted.iter().find(|(id, _)| *id == text.id).map(|(_, at)| *at);
            let (mut asked, mut agreed) = (Vec::new(), Vec::new());
            for text in texts::current(tx, actor.place)? {
                match when(&text) {
                    Some(at) => agreed.push((text, at)),
                    None => asked.push(text),
                }
            }
            Ok::<_, Fault>((asked, agreed))
        })
        .await?;
    visit.page(&MyTextsPage {
        shell: visit.shell("joining-my-texts"),
        asked,
        agreed,
    })
}

pub(super) async fn accept(visit: Visit, Path(id): Path<Id<HouseText>>, form: Form) -> Answer {
    const BACK: &str = "/me/house-texts";
    let done = visit
        .submit(&form, move |tx, actor| {
            actions::accept_text(tx, actor, id)?;
            Ok(BACK.to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("joining-text-accepted")),
        Err(Failure::Refused(refusal)) => visit.redirect_with(BACK, &Flash::error(refusal.key())),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
