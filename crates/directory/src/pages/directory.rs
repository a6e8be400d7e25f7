//! Everybody of the house: as members see them, and as everybody does.

use super::insider;
use crate::actions::{everybody, portraits_of};
use crate::rules::card::{Seen, Viewer};
use crate::rules::matching::Search;
use askama::Template;
use kernel::PersonId;
use platform::photos::{Photo, Picture};
use platform::web::{Answer, Form, Query, Shell, Visit};
use serde::Deserialize;
use std::collections::BTreeMap;

/// The most cards on one page; a search reaches the others.
const MOST: usize = 120;
/// How many skills are proposed to narrow the list.
const PROPOSED: usize = 16;

/// The directory, for members.
#[derive(Template)]
#[template(path = "directory.html")]
pub(super) struct DirectoryPage {
    shell: Shell,
    form: Form,
    list: List,
}

/// The directory, for everybody.
#[derive(Template)]
#[template(path = "members.html")]
pub(super) struct MembersPage {
    shell: Shell,
    form: Form,
    list: List,
}

/// Cards found.
pub(super) struct List {
    /// What every address of a card begins with.
    base: &'static str,
    cards: Vec<(String, Seen)>,
    /// The photographs that may be seen.
    portraits: BTreeMap<PersonId, Photo>,
    /// How many there are in all.
    total: usize,
    searched: bool,
    /// The skills that most have, to begin with.
    skills: Vec<String>,
}

impl List {
    fn initial(name: &str) -> String {
        name.chars().next().into_iter().collect()
    }

    /// The photograph of a card, if it may be seen.
    fn portrait(&self, card: &Seen) -> Option<Picture> {
        let photo = self.portraits.get(&card.person)?;
        Some(photo.at(&format!("/directory/{}/photo", card.person)))
    }

    /// One of the five grounds that stand in for a photograph.
    fn picture(card: &Seen) -> i64 {
        card.person.as_i64().rem_euclid(5).saturating_add(1)
    }
}

/// What was typed.
#[derive(Debug, Default, Deserialize)]
pub(super) struct DirectoryQuery {
    q: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<DirectoryQuery>) -> Answer {
    if !insider(&visit).await? {
        return visit.redirect("/members");
    }
    let (form, list) = found(&visit, &query, Viewer::Insider).await?;
    visit.page(&DirectoryPage {
        shell: visit.shell("directory-title"),
        form,
        list,
    })
}

pub(super) async fn members(visit: Visit, Query(query): Query<DirectoryQuery>) -> Answer {
    let (form, list) = found(&visit, &query, Viewer::Outsider).await?;
    visit.page(&MembersPage {
        shell: visit.shell("directory-members-title"),
        form,
        list,
    })
}

async fn found(
    visit: &Visit,
    query: &DirectoryQuery,
    viewer: Viewer,
) -> Result<(Form, List), platform::Fault> {
    let today = visit.today();
    let typed: String = query.q.iter().flat_map(|q| q.chars()).take(100).collect();
    let search = Search::parse(&typed);
    let mut cards = visit
        .read(move |tx, actor| everybody(tx, actor.place, viewer, today))
        .await?;
    let skills = usual_skills(&cards);
    let searched = search.is_some();
    if let Some(search) = search {
        let mut near: Vec<(usize, (String, Seen))> = cards
            .into_iter()
            .filter_map(|(name, card)| Some((search.distance(&name, &card)?, (name, card))))
            .collect();
        // The sort keeps the order of names among equals.
        near.sort_by_key(|(distance, _)| *distance);
        cards = near.into_iter().map(|(_, card)| card).collect();
    }
    let total = cards.len();
    cards.truncate(MOST);
    let listed = cards.clone();
    let portraits = visit
        .read(move |tx, actor| {
            let cards: Vec<&Seen> = listed.iter().map(|(_, card)| card).collect();
            portraits_of(tx, actor.place, viewer, &cards)
        })
        .await?;
    let list = List {
        base: match viewer {
            Viewer::Insider => "/directory",
            Viewer::Outsider => "/members",
        },
        cards,
        portraits,
        total,
        searched,
        skills,
    };
    Ok((Form::blank(visit).with("q", typed), list))
}

/// The skills that most cards share, as first written.
fn usual_skills(cards: &[(String, Seen)]) -> Vec<String> {
    let mut counted: BTreeMap<String, (usize, &String)> = BTreeMap::new();
    for skill in cards.iter().flat_map(|(_, card)| &card.told.skills) {
        let entry = counted.entry(kernel::fold(skill)).or_insert((0, skill));
        entry.0 = entry.0.saturating_add(1);
    }
    let mut skills: Vec<(usize, &String)> = counted.into_values().collect();
    skills.sort_by_key(|(count, _)| std::cmp::Reverse(*count));
    skills
        .into_iter()
        .take(PROPOSED)
        .map(|(_, skill)| skill.clone())
        .collect()
}
