//! One card, and writing to whom it is of.

use super::insider;
use crate::actions::{portraits_of, seen, write_to};
use crate::rules::card::{LONGEST_TEXT, Seen, Viewer, filled};
use crate::rules::notice::Notice;
use crate::store::notices;
use askama::Template;
use kernel::{PersonId, PlaceId};
use platform::database::Tx;
use platform::photos::Picture;
use platform::web::StatusCode;
use platform::web::{Answer, Flash, Form, Path, RateLimit, Shell, Visit, WebError, allow};
use platform::{Failure, Fault, OrNotFound};

/// Letters that one person writes in a day.
const LETTERS_A_DAY: RateLimit = RateLimit {
    tries: 20,
    seconds: 86_400,
};

/// A card, for members.
#[derive(Template)]
#[template(path = "directory_card.html")]
pub(super) struct CardPage {
    shell: Shell,
    form: Form,
    name: String,
    card: Seen,
    portrait: Option<Picture>,
    /// Their notices on the board.
    notices: Vec<Notice>,
    mine: bool,
}

/// A card, for everybody.
#[derive(Template)]
#[template(path = "members_card.html")]
pub(super) struct MemberPage {
    shell: Shell,
    name: String,
    card: Seen,
    portrait: Option<Picture>,
}

/// The photograph of a card, if the viewer may see it.
fn portrait(tx: &mut Tx<'_>, place: PlaceId, viewer: Viewer, card: &Seen) -> Result<Option<Picture>, Fault> {
    let found = portraits_of(tx, place, viewer, &[card])?;
    let base = format!("/directory/{}/photo", card.person);
    Ok(found.get(&card.person).map(|photo| photo.at(&base)))
}

impl CardPage {
    fn may_write(&self) -> bool {
        self.card.letters && !self.mine
    }
}

pub(super) async fn member(visit: Visit, Path(person): Path<PersonId>) -> Answer {
    let today = visit.today();
    let (name, card, portrait) = visit
        .read(move |tx, actor| {
            let card = seen(tx, actor.place, person, Viewer::Outsider, today)?.or_not_found()?;
            let name = people::names_of(tx, actor.place, &[person])?.remove(&person);
            let portrait = portrait(tx, actor.place, Viewer::Outsider, &card)?;
            Ok::<_, Fault>((name.or_not_found()?, card, portrait))
        })
        .await?;
    let shell = visit.shell_titled(name.clone());
    visit.page(&MemberPage {
        shell,
        name,
        card,
        portrait,
    })
}

pub(super) async fn show(visit: Visit, Path(person): Path<PersonId>) -> Answer {
    if !insider(&visit).await? {
        return visit.redirect(&format!("/members/{person}"));
    }
    shown(&visit, person, Form::blank(&visit), StatusCode::OK).await
}

async fn shown(visit: &Visit, person: PersonId, form: Form, status: StatusCode) -> Answer {
    let today = visit.today();
    let (name, card, portrait, mut notices) = visit
        .read(move |tx, actor| {
            let card = seen(tx, actor.place, person, Viewer::Insider, today)?.or_not_found()?;
            let name = people::names_of(tx, actor.place, &[person])?.remove(&person);
            let notices = notices::of_person(tx, actor.place, person)?;
            let portrait = portrait(tx, actor.place, Viewer::Insider, &card)?;
            Ok::<_, Fault>((name.or_not_found()?, card, portrait, notices))
        })
        .await?;
    notices.retain(|notice| notice.is_open_on(today));
    let page = CardPage {
        shell: visit.shell_titled(name.clone()),
        form,
        name,
        card,
        portrait,
        notices,
        mine: visit.actor.is(person),
    };
    visit.page_with_status(status, &page)
}

pub(super) async fn write(visit: Visit, Path(person): Path<PersonId>, mut form: Form) -> Answer {
    let Some(text) = form.parse("text", |text| filled(text, LONGEST_TEXT)) else {
        return shown(&visit, person, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    count_letter(&visit).await?;
    let written = visit
        .submit(&form, move |tx, actor| {
            write_to(tx, actor, person, &text)?;
            Ok(format!("/directory/{person}"))
        })
        .await;
    match written {
        Ok(to) => visit.redirect_with(&to, &Flash::success("directory-letter-sent")),
        Err(Failure::Refused(refusal)) => {
            form.refuse("text", &refusal);
            shown(&visit, person, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

async fn count_letter(visit: &Visit) -> Result<(), WebError> {
    let who = visit.actor.person.ok_or(WebError::SignInFirst)?;
    let wait = visit
        .write(move |tx, actor| allow(tx, actor.place, &format!("directory-letter:{who}"), LETTERS_A_DAY))
        .await?;
    wait.map_or(Ok(()), |seconds| Err(WebError::TooMany(seconds)))
}
