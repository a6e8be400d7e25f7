//! Requests.

use super::broken;
use crate::rules::hire::{Hire, HireState};
use crate::rules::wanted::{Occasion, Wanted, Wish};
use guests::Asked;
use joining::HouseText;
use kernel::{Day, Days, Email, Id, Instant, Locale, MinuteOfDay, Name, PersonId, Phone, PlaceId, Siren};
use people::{PersonName, TokenHash};
use platform::database::{DatabaseError, Tx, params, row, statement};
use std::collections::BTreeMap;

row! {
    struct HireRow {
        id: Id<Hire>,
        given_name: String,
        family_name: String,
        email: String,
        phone: Option<Phone>,
        language: Locale,
        organisation_name: Option<Name>,
        siren: Option<Siren>,
        person_id: Option<PersonId>,
        rules_id: Option<Id<HouseText>>,
        privacy_id: Option<Id<HouseText>>,
        first_day: Day,
        last_day: Day,
        starts: MinuteOfDay,
        ends: MinuteOfDay,
        people: i64,
        occasion: Occasion,
        wishes: String,
        advise: bool,
        message: String,
        state: HireState,
        reason: String,
        asked_at: Instant,
        proven_at: Option<Instant>,
        answered_at: Option<Instant>,
    }

    struct CountRow {
        count: i64,
    }

    struct StateRow {
        state: HireState,
        count: i64,
    }
}

statement! {
    INSERT = "
        insert into exclusive_hire (place_id, id, given_name, family_name, email, phone, language, organisation_name, siren,
            person_id, rules_id, privacy_id, first_day, last_day, starts, ends, people, occasion, wishes, advise, message,
            state, reason, secret_hash, asked_at, proven_at, answered_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, '',
            $23, $24, $25, null)";

    FIND -> HireRow = "
        select id, given_name, family_name, email, phone, language, organisation_name, siren, person_id, rules_id,
            privacy_id, first_day, last_day, starts, ends, people, occasion, wishes, advise, message, state, reason,
            asked_at, proven_at, answered_at
        from exclusive_hire
        where place_id = $1 and id = $2";

    LOCK -> HireRow = "
        select id, given_name, family_name, email, phone, language, organisation_name, siren, person_id, rules_id,
            privacy_id, first_day, last_day, starts, ends, people, occasion, wishes, advise, message, state, reason,
            asked_at, proven_at, answered_at
        from exclusive_hire
        where place_id = $1 and id = $2
        for update";

    BY_SECRET -> HireRow = "
        select id, given_name, family_name, email, phone, language, organisation_name, siren, person_id, rules_id,
            privacy_id, first_day, last_day, starts, ends, people, occasion, wishes, advise, message, state, reason,
            asked_at, proven_at, answered_at
        from exclusive_hire
        where place_id = $1 and secret_hash = $2";

    IN_STATE -> HireRow = "
        select id, given_name, family_name, email, phone, language, organisation_name, siren, person_id, rules_id,
            privacy_id, first_day, last_day, starts, ends, people, occasion, wishes, advise, message, state, reason,
            asked_at, proven_at, answered_at
        from exclusive_hire
        where place_id = $1 and state = $2
        order by asked_at desc, id desc
        limit 200";

    OF_PERSON -> HireRow = "
        select id, given_name, family_name, email, phone, language, organisation_name, siren, person_id, rules_id,
            privacy_id, first_day, last_day, starts, ends, people, occasion, wishes, advise, message, state, reason,
            asked_at, proven_at, answered_at
        from exclusive_hire
        where place_id = $1 and person_id = $2 and state <> 'unproven'
        order by asked_at desc, id desc
        limit 50";

    AFTER -> HireRow = "
        select id, given_name, family_name, email, phone, language, organisation_name, siren, person_id, rules_id,
            privacy_id, first_day, last_day, starts, ends, people, occasion, wishes, advise, message, state, reason,
            asked_at, proven_at, answered_at
        from exclusive_hire
        where place_id = $1 and state = $2 and (asked_at < $3 or asked_at = $3 and id < $4)
        order by asked_at desc, id desc
        limit $5";

    ENDED -> HireRow = "
        select id, given_name, family_name, email, phone, language, organisation_name, siren, person_id, rules_id,
            privacy_id, first_day, last_day, starts, ends, people, occasion, wishes, advise, message, state, reason,
            asked_at, proven_at, answered_at
        from exclusive_hire h
        where place_id = $1 and state = 'accepted' and first_day <= $2 and last_day >= $3
            and exists (
                select 1 from exclusive_hire_slot s
                where s.place_id = h.place_id and s.hire_id = h.id and s.booking_id is not null
                    and not exists (
                        select 1 from hire_check c
                        where c.place_id = s.place_id and c.slot_id = s.id
                    )
            )
        order by first_day, id
        limit 20";

    COUNTS -> StateRow = "
        select state, count(*) as count
        from exclusive_hire
        where place_id = $1
        group by state
        order by state";

    WAITING -> CountRow = "
        select count(*) as count
        from exclusive_hire
        where place_id = $1 and email = $2 and state = 'unproven' and asked_at > $3";

    SET_STATE = "
        update exclusive_hire
        set state = $3, reason = $4, answered_at = $5
        where place_id = $1 and id = $2";

    PROVE = "
        update exclusive_hire
        set state = 'open', proven_at = $3, person_id = $4
        where place_id = $1 and id = $2";

    NAME = "
        update exclusive_hire
        set person_id = $3
        where place_id = $1 and id = $2";

    FORGET_SLOTS = "
        delete from exclusive_hire_slot
        where place_id = $1 and hire_id in (
            select id from exclusive_hire
            where place_id = $1 and state = 'unproven' and asked_at < $2
        )";

    FORGET = "
        delete from exclusive_hire
        where place_id = $1 and state = 'unproven' and asked_at < $2";
}

/// Writes a request down; with the secret that proves its address, or proven already.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    hire: &Hire,
    secret: Option<&TokenHash>,
) -> Result<(), DatabaseError> {
    let (asked, wanted) = (&hire.asked, &hire.wanted);
    let (organisation, siren) = match &asked.organisation {
        Some((name, siren)) => (Some(name.clone()), siren.clone()),
        None => (None, None),
    };
    let wishes: Vec<&str> = wanted.wishes.iter().map(|wish| wish.code()).collect();
    let values = params![
        place,
        hire.id,
        asked.name.given(),
        asked.name.family(),
        asked.email,
        asked.phone,
        asked.language,
        organisation,
        siren,
        hire.person,
        asked.rules,
        asked.privacy,
        wanted.days.first(),
        wanted.days.last(),
        wanted.starts,
        wanted.ends,
        wanted.people,
        wanted.occasion,
        wishes.join(","),
        wanted.advise,
        wanted.message.trim(),
        hire.state,
        secret.map(TokenHash::as_str),
        hire.asked_at,
        hire.proven_at
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Hire>) -> Result<Option<Hire>, DatabaseError> {
    let row = tx.optional(&FIND, &params![place, id])?;
    row.map(Hire::try_from).transpose()
}

/// One request, held until the end of the transaction.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: Id<Hire>) -> Result<Option<Hire>, DatabaseError> {
    let row = tx.optional(&LOCK, &params![place, id])?;
    row.map(Hire::try_from).transpose()
}

pub(crate) fn by_secret(
    tx: &mut Tx<'_>,
    place: PlaceId,
    secret: &TokenHash,
) -> Result<Option<Hire>, DatabaseError> {
    let row = tx.optional(&BY_SECRET, &params![place, secret.as_str()])?;
    row.map(Hire::try_from).transpose()
}

/// Those that stand so, the newest first: two hundred at most.
pub(crate) fn in_state(
    tx: &mut Tx<'_>,
    place: PlaceId,
    state: HireState,
) -> Result<Vec<Hire>, DatabaseError> {
    let rows = tx.all(&IN_STATE, &params![place, state])?;
    rows.into_iter().map(Hire::try_from).collect()
}

/// Those of a person, the newest first: fifty at most.
pub(crate) fn of_person(
    tx: &mut Tx<'_>,
    place: PlaceId,
    person: PersonId,
) -> Result<Vec<Hire>, DatabaseError> {
    let rows = tx.all(&OF_PERSON, &params![place, person])?;
    rows.into_iter().map(Hire::try_from).collect()
}

/// Those that stand so, the newest first, older than a mark.
pub(crate) fn in_state_after(
    tx: &mut Tx<'_>,
    place: PlaceId,
    state: HireState,
    (asked_at, id): (Instant, Id<Hire>),
    limit: i64,
) -> Result<Vec<Hire>, DatabaseError> {
    let rows = tx.all(&AFTER, &params![place, state, asked_at, id, limit])?;
    rows.into_iter().map(Hire::try_from).collect()
}

/// Hires under way or over between two days, with a space that nobody looked at since: twenty at most.
pub(crate) fn to_check(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (from, today): (Day, Day),
) -> Result<Vec<Hire>, DatabaseError> {
    let rows = tx.all(&ENDED, &params![place, today, from])?;
    rows.into_iter().map(Hire::try_from).collect()
}

/// How many stand how.
pub(crate) fn counts(tx: &mut Tx<'_>, place: PlaceId) -> Result<BTreeMap<&'static str, i64>, DatabaseError> {
    let rows = tx.all(&COUNTS, &params![place])?;
    Ok(rows
        .into_iter()
        .map(|row| (row.state.code(), row.count))
        .collect())
}

/// How many requests of an address wait for its proof, since a moment.
pub(crate) fn waiting(
    tx: &mut Tx<'_>,
    place: PlaceId,
    email: &Email,
    since: Instant,
) -> Result<i64, DatabaseError> {
    Ok(tx.one(&WAITING, &params![place, email, since])?.count)
}

pub(crate) fn set_state(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Hire>,
    (state, reason): (HireState, &str),
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&SET_STATE, &params![place, id, state, reason.trim(), now])?;
    Ok(())
}

pub(crate) fn prove(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Hire>,
    person: Option<PersonId>,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&PROVE, &params![place, id, now, person])?;
    Ok(())
}

/// Notes as whom the place knows them.
pub(crate) fn name(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Hire>,
    person: PersonId,
) -> Result<(), DatabaseError> {
    tx.run(&NAME, &params![place, id, person])?;
    Ok(())
}

/// Forgets who never proved their address, and says how many there were.
pub(crate) fn forget_unproven(
    tx: &mut Tx<'_>,
    place: PlaceId,
    before: Instant,
) -> Result<u64, DatabaseError> {
    tx.run(&FORGET_SLOTS, &params![place, before])?;
    tx.run(&FORGET, &params![place, before])
}

impl TryFrom<HireRow> for Hire {
    type Error = DatabaseError;

    fn try_from(row: HireRow) -> Result<Self, DatabaseError> {
        // Who was erased has neither name nor address any more.
        let name = PersonName::parse(&row.given_name, &row.family_name)
            .or_else(|_| PersonName::parse("–", ""))
            .map_err(broken("given_name"))?;
        let siren = row.siren;
        let wishes = row
            .wishes
            .split(',')
            .filter(|code| !code.is_empty())
            .map(Wish::parse);
        Ok(Self {
            id: row.id,
            asked: Asked {
                name,
                email: Email::parse(&row.email).ok(),
                phone: row.phone,
                language: row.language,
                organisation: row.organisation_name.map(|name| (name, siren)),
                rules: row.rules_id,
                privacy: row.privacy_id,
            },
            person: row.person_id,
            wanted: Wanted {
                days: Days::new(row.first_day, row.last_day).map_err(broken("last_day"))?,
                starts: row.starts,
                ends: row.ends,
                people: row.people,
                occasion: row.occasion,
                wishes: wishes.collect::<Result<_, _>>().map_err(broken("wishes"))?,
                advise: row.advise,
                message: row.message,
            },
            state: row.state,
            reason: row.reason,
            asked_at: row.asked_at,
            proven_at: row.proven_at,
            answered_at: row.answered_at,
        })
    }
}
