//! One's own card: what it says, and who sees which part.

use crate::actions::keep_card;
use crate::rules::card::{Card, LONGEST_TEXT, LONGEST_TRADE, Shown, Told, Visibility, text};
use crate::rules::lines;
use crate::store::cards;
use askama::Template;
use kernel::Refusal;
use platform::web::{Answer, Flash, Form, Shell, Visit, WebError};
use platform::{Failure, Fault};
use std::convert::Infallible;

/// One's own card.
#[derive(Template)]
#[template(path = "my_card.html")]
pub(super) struct MyCardPage {
    shell: Shell,
    form: Form,
    /// Where others see it, once it was kept.
    seen_at: Option<String>,
    visibilities: Vec<(String, String)>,
}

pub(super) async fn edit(visit: Visit) -> Answer {
    let person = visit.actor.person.ok_or(WebError::SignInFirst)?;
    let known = visit
        .read(move |tx, actor| cards::find(tx, actor.place, person))
        .await
        .map_err(Fault::from)?;
    let kept = known.is_some();
    let card = known.unwrap_or_else(|| Card::blank(person));
    let form = filled(Form::blank(&visit), &card);
    let mut page = page(&visit, form);
    page.seen_at = (kept && card.shown.card != Visibility::Nobody).then(|| format!("/directory/{person}"));
    visit.page(&page)
}

pub(super) async fn update(visit: Visit, mut form: Form) -> Answer {
    let Some((told, shown)) = read(&mut form) else {
        return visit.refused(&page(&visit, form));
    };
    let letters = form.checked("letters", "yes");
    let kept = visit
        .submit(&form, move |tx, actor| {
            keep_card(tx, actor, told.clone(), shown, letters)?;
            Ok::<_, Failure<Infallible>>("/me/card".to_owned())
        })
        .await;
    let to = kept.map_err(Fault::from)?;
    visit.redirect_with(&to, &Flash::success("directory-card-kept"))
}

fn page(visit: &Visit, form: Form) -> MyCardPage {
    let visibility = |one: &Visibility| {
        let text = visit.text(&format!("directory-for-{}", one.code()));
        (one.code().to_owned(), text)
    };
    MyCardPage {
        shell: visit.shell("directory-my-card-title"),
        form,
        seen_at: None,
        visibilities: Visibility::ALL.iter().rev().map(visibility).collect(),
    }
}

fn filled(form: Form, card: &Card) -> Form {
    let form = form
        .with("trade", &card.told.trade)
        .with("skills", card.told.skills.join(", "))
        .with("links", card.told.links.join("\n"))
        .with("offers", &card.told.offers)
        .with("needs", &card.told.needs)
        .with("card_for", card.shown.card)
        .with("skills_for", card.shown.skills)
        .with("links_for", card.shown.links)
        .with("offers_for", card.shown.offers)
        .with("needs_for", card.shown.needs);
    if card.letters {
        form.with("letters", "yes")
    } else {
        form
    }
}

/// The card as typed; nothing once a message stands at a field.
fn read(form: &mut Form) -> Option<(Told, Shown)> {
    let trade = kept(form, "trade", |typed| text(typed, LONGEST_TRADE));
    let skills = kept(form, "skills", lines::skills);
    let links = kept(form, "links", lines::links);
    let offers = kept(form, "offers", |typed| text(typed, LONGEST_TEXT));
    let needs = kept(form, "needs", |typed| text(typed, LONGEST_TEXT));
    let mut shown = |name| form.parse(name, Visibility::parse);
    let shown = Shown {
        card: shown("card_for")?,
        skills: shown("skills_for")?,
        links: shown("links_for")?,
        offers: shown("offers_for")?,
        needs: shown("needs_for")?,
    };
    let told = Told {
        trade: trade?,
        skills: skills?,
        links: links?,
        offers: offers?,
        needs: needs?,
    };
    Some((told, shown))
}

/// What a field holds, an empty one included.
fn kept<T, R: Refusal>(form: &mut Form, name: &str, read: impl FnOnce(&str) -> Result<T, R>) -> Option<T> {
    match read(form.value(name)) {
        Ok(value) => Some(value),
        Err(refusal) => {
            form.refuse(name, &refusal);
            None
        }
    }
}
