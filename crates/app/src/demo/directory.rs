//! What people tell of themselves in the directory, and what stands on the board, as `directory.toml` says.

use super::cast::Who;
use super::known::Known;
use super::story::Story;
use directory::{NewNotice, NoticeKind, Shown, Told, Visibility};
use platform::Fault;
use platform::database::Tx;
use serde::Deserialize;

#[derive(Deserialize)]
struct Script {
    cards: Vec<CardLine>,
    notices: Vec<NoticeLine>,
}

#[derive(Deserialize)]
struct CardLine {
    name: String,
    trade: String,
    skills: Vec<String>,
    offers: String,
    needs: String,
    links: Vec<String>,
    seen: String,
}

#[derive(Deserialize)]
struct NoticeLine {
    name: String,
    kind: String,
    title: String,
    body: String,
    skills: Vec<String>,
}

/// Days that a notice of the demonstration stays.
const DAYS: i64 = 90;

/// Everybody named keeps a card or posts a notice; who has left by then says nothing.
pub(super) fn tell(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let script: Script = toml::from_str(include_str!("directory.toml")).map_err(Fault::internal)?;
    for line in script.cards {
        let Some(who) = present(story, known, &line.name) else {
            continue;
        };
        let actor = known.actor(story, who)?;
        let (told, shown) = card(line)?;
        directory::keep_card(tx, &actor, told, shown, true)?;
    }
    let until = story.year.zone.day_of(tx.now()).plus_days(DAYS);
    for line in script.notices {
        let Some(who) = present(story, known, &line.name) else {
            continue;
        };
        let actor = known.actor(story, who)?;
        let notice = NewNotice {
            kind: NoticeKind::parse(&line.kind).map_err(Fault::internal)?,
            title: line.title,
            body: line.body,
            skills: line.skills,
            until,
        };
        directory::post_notice(tx, &actor, notice)
            .map_err(|failure| Fault::Internal(format!("a notice: {failure:?}")))?;
    }
    Ok(())
}

/// The person of that name, if they still come and may sign in.
fn present(story: &Story, known: &Known, name: &str) -> Option<Who> {
    let (who, character) = story.cast.all().find(|(_, one)| one.name.full() == name)?;
    (character.until.is_none() && known.accounts.contains_key(&who)).then_some(who)
}

/// What a card says, and to whom.
fn card(line: CardLine) -> Result<(Told, Shown), Fault> {
    let seen = Visibility::parse(&line.seen).map_err(Fault::internal)?;
    let shown = Shown {
        card: seen,
        skills: seen,
        links: seen,
        offers: seen,
        needs: Visibility::Members,
    };
    let told = Told {
        trade: line.trade,
        skills: line.skills,
        links: line.links,
        offers: line.offers,
        needs: line.needs,
    };
    Ok((told, shown))
}
