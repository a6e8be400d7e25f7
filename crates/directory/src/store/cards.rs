//! Cards.

use super::{entries, lines};
use crate::rules::card::{Card, Shown, Told, Visibility};
use kernel::{PersonId, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct CardRow {
        person_id: PersonId,
        trade: String,
        skills: String,
        links: String,
        offers: String,
        needs: String,
        card_for: Visibility,
        skills_for: Visibility,
        links_for: Visibility,
        offers_for: Visibility,
        needs_for: Visibility,
        letters: i64,
    }
}

statement! {
    FIND -> CardRow = "
        select person_id, trade, skills, links, offers, needs, card_for, skills_for, links_for, offers_for, needs_for,
            letters
        from card
        where place_id = $1 and person_id = $2";

    SHOWN -> CardRow = "
        select person_id, trade, skills, links, offers, needs, card_for, skills_for, links_for, offers_for, needs_for,
            letters
        from card
        where place_id = $1 and card_for <> 'nobody'
        order by person_id";

    KEEP = "
        insert into card (place_id, person_id, trade, skills, links, offers, needs, card_for, skills_for, links_for,
            offers_for, needs_for, letters, kept_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
        on conflict (place_id, person_id) do update
        set trade = $3, skills = $4, links = $5, offers = $6, needs = $7, card_for = $8, skills_for = $9, links_for = $10,
            offers_for = $11, needs_for = $12, letters = $13, kept_at = $14";
}

/// The card of a person.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Option<Card>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, person])?.map(Card::from))
}

/// Every card that somebody else may see.
pub(crate) fn shown(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Card>, DatabaseError> {
    Ok(tx
        .all(&SHOWN, &params![place])?
        .into_iter()
        .map(Card::from)
        .collect())
}

/// Keeps a card in the place of the one before.
pub(crate) fn keep(tx: &mut Tx<'_>, place: PlaceId, card: &Card) -> Result<(), DatabaseError> {
    let now = tx.now();
    let values = params![
        place,
        card.person,
        card.told.trade.as_str(),
        lines(&card.told.skills),
        lines(&card.told.links),
        card.told.offers.as_str(),
        card.told.needs.as_str(),
        card.shown.card,
        card.shown.skills,
        card.shown.links,
        card.shown.offers,
        card.shown.needs,
        i64::from(card.letters),
        now
    ];
    tx.run(&KEEP, &values)?;
    Ok(())
}

impl From<CardRow> for Card {
    fn from(row: CardRow) -> Self {
        Self {
            person: row.person_id,
            told: Told {
                trade: row.trade,
                skills: entries(&row.skills),
                links: entries(&row.links),
                offers: row.offers,
                needs: row.needs,
            },
            shown: Shown {
                card: row.card_for,
                skills: row.skills_for,
                links: row.links_for,
                offers: row.offers_for,
                needs: row.needs_for,
            },
            letters: row.letters != 0,
        }
    }
}
