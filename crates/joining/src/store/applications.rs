//! Applications.

use crate::rules::application::{Application, ApplicationState, Asked, NamedOrganisation};
use crate::rules::offer::{Offer, OfferKind};
use crate::rules::text::HouseText;
use crate::rules::tour::Tour;
use kernel::{AccountId, Email, Id, Instant, Locale, Money, Name, PersonId, Phone, PlaceId, Siren};
use people::PersonName;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct ApplicationRow {
        id: Id<Application>,
        given_name: String,
        family_name: String,
        email: Option<Email>,
        phone: Option<Phone>,
        language: Locale,
        organisation_name: Option<Name>,
        siren: Option<Siren>,
        wish: String,
        offer_kind: Option<OfferKind>,
        offer_id: Option<i64>,
        price_cents: Option<Money>,
        coupon_code: Option<String>,
        rules_id: Option<Id<HouseText>>,
        privacy_id: Option<Id<HouseText>>,
        tour_id: Option<Id<Tour>>,
        state: ApplicationState,
        asked_at: Instant,
        answered_at: Option<Instant>,
        letter: String,
        person_id: Option<PersonId>,
    }

    struct CountRow {
        count: i64,
    }
}

statement! {
    FIND -> ApplicationRow = "
        select id, given_name, family_name, email, phone, language, organisation_name, siren, wish, offer_kind, offer_id,
            price_cents, coupon_code, rules_id, privacy_id, tour_id, state, asked_at, answered_at, letter, person_id
        from application
        where place_id = $1 and id = $2";

    LOCK -> ApplicationRow = "
        select id, given_name, family_name, email, phone, language, organisation_name, siren, wish, offer_kind, offer_id,
            price_cents, coupon_code, rules_id, privacy_id, tour_id, state, asked_at, answered_at, letter, person_id
        from application
        where place_id = $1 and id = $2
        for update";

    WAITING -> ApplicationRow = "
        select id, given_name, family_name, email, phone, language, organisation_name, siren, wish, offer_kind, offer_id,
            price_cents, coupon_code, rules_id, privacy_id, tour_id, state, asked_at, answered_at, letter, person_id
        from application
        where place_id = $1 and state = 'waiting'
        order by asked_at, id
        limit 200";

    ANSWERED -> ApplicationRow = "
        select id, given_name, family_name, email, phone, language, organisation_name, siren, wish, offer_kind, offer_id,
            price_cents, coupon_code, rules_id, privacy_id, tour_id, state, asked_at, answered_at, letter, person_id
        from application
        where place_id = $1 and state in ('accepted', 'refused')
        order by answered_at desc, id desc
        limit 50";

    COUNT_WAITING -> CountRow = "
        select count(*) as count from application where place_id = $1 and state = 'waiting'";

    INSERT = "
        insert into application (place_id, id, given_name, family_name, email, phone, language, organisation_name, siren,
            wish, offer_kind, offer_id, price_cents, rules_id, privacy_id, tour_id, state, asked_at, coupon_code, answered_at,
            answered_by, letter, person_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, null, null, '', null)";

    WAIT = "update application set state = 'waiting' where place_id = $1 and id = $2 and state = 'unproven'";

    REPLACE = "
        update application
        set state = 'replaced'
        where place_id = $1 and email = $2 and state = 'waiting' and id <> $3";

    ANSWER = "
        update application
        set state = $3, answered_at = $4, answered_by = $5, letter = $6, person_id = $7
        where place_id = $1 and id = $2";

    DROP_UNPROVEN = "delete from application where place_id = $1 and state = 'unproven' and asked_at < $2";

    FORGET = "
        update application
        set given_name = '–', family_name = '', email = null, phone = null, organisation_name = null, siren = null,
            wish = '', letter = ''
        where place_id = $1 and asked_at < $2 and state in ('refused', 'replaced') and given_name <> '–'";
}

/// An application.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Application>,
) -> Result<Option<Application>, DatabaseError> {
    let row = tx.optional(&FIND, &params![place, id])?;
    row.map(Application::try_from).transpose()
}

/// An application, held until the end of the transaction.
pub(crate) fn lock(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Application>,
) -> Result<Option<Application>, DatabaseError> {
    let row = tx.optional(&LOCK, &params![place, id])?;
    row.map(Application::try_from).transpose()
}

/// Those that wait for an answer, the longest waiting first; two hundred at most.
pub(crate) fn waiting(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Application>, DatabaseError> {
    let rows = tx.all(&WAITING, &params![place])?;
    rows.into_iter().map(Application::try_from).collect()
}

/// The last fifty that were answered.
pub(crate) fn answered(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Application>, DatabaseError> {
    let rows = tx.all(&ANSWERED, &params![place])?;
    rows.into_iter().map(Application::try_from).collect()
}

/// How many wait for an answer.
pub(crate) fn count_waiting(tx: &mut Tx<'_>, place: PlaceId) -> Result<i64, DatabaseError> {
    Ok(tx.one(&COUNT_WAITING, &params![place])?.count)
}

/// Keeps what was asked.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Application>,
    asked: &Asked,
    state: ApplicationState,
) -> Result<(), DatabaseError> {
    let (now, offer) = (tx.now(), asked.offer.map(|(offer, _)| offer.stored()));
    let organisation = asked.organisation.as_ref();
    let values = params![
        place,
        id,
        asked.name.given(),
        asked.name.family(),
        asked.email.clone(),
        asked.phone.clone(),
        asked.language,
        organisation.map(|one| one.name.clone()),
        organisation.and_then(|one| one.siren.clone()),
        asked.wish.as_str(),
        offer.map(|(kind, _)| kind),
        offer.map(|(_, id)| id),
        asked.offer.map(|(_, price)| price),
        asked.rules,
        asked.privacy,
        asked.tour,
        state,
        now,
        asked.coupon.clone()
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// The address is proven; whether it was not before.
pub(crate) fn wait(tx: &mut Tx<'_>, place: PlaceId, id: Id<Application>) -> Result<bool, DatabaseError> {
    Ok(tx.run(&WAIT, &params![place, id])? > 0)
}

/// What waited from the same address waits no more.
pub(crate) fn replace(
    tx: &mut Tx<'_>,
    place: PlaceId,
    email: &Email,
    by: Id<Application>,
) -> Result<(), DatabaseError> {
    tx.run(&REPLACE, &params![place, email.clone(), by])?;
    Ok(())
}

/// Writes the answer.
pub(crate) fn answer(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Application>,
    (state, letter, person): (ApplicationState, &str, Option<PersonId>),
    by: Option<AccountId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&ANSWER, &params![place, id, state, now, by, letter, person])?;
    Ok(())
}

/// Forgets what was asked before a moment and never proven; how many.
pub(crate) fn drop_unproven(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, DatabaseError> {
    tx.run(&DROP_UNPROVEN, &params![place, before])
}

/// Forgets who asked before a moment and did not become a member; how many.
pub(crate) fn forget(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, DatabaseError> {
    tx.run(&FORGET, &params![place, before])
}

impl TryFrom<ApplicationRow> for Application {
    type Error = DatabaseError;

    fn try_from(row: ApplicationRow) -> Result<Self, DatabaseError> {
        let name =
            PersonName::parse(&row.given_name, &row.family_name).map_err(|refused| DatabaseError::Value {
                column: "given_name".to_owned(),
                reason: refused.to_string(),
            })?;
        let siren = row.siren;
        let offer = row
            .offer_kind
            .zip(row.offer_id)
            .map(|(kind, id)| Offer::of(kind, id));
        Ok(Self {
            id: row.id,
            asked: Asked {
                name,
                email: row.email,
                phone: row.phone,
                language: row.language,
                organisation: row
                    .organisation_name
                    .map(|name| NamedOrganisation { name, siren }),
                wish: row.wish,
                offer: offer.zip(row.price_cents),
                coupon: row.coupon_code,
                rules: row.rules_id,
                privacy: row.privacy_id,
                tour: row.tour_id,
            },
            state: row.state,
            asked_at: row.asked_at,
            answered_at: row.answered_at,
            letter: row.letter,
            person: row.person_id,
        })
    }
}
