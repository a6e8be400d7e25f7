//! Bookings asked for from outside.

use super::broken;
use crate::rules::guest::{Asked, GuestBooking};
use joining::HouseText;
use kernel::{Email, Id, Instant, Locale, Name, PersonId, Phone, PlaceId, Siren};
use people::{PersonName, TokenHash};
use platform::database::{DatabaseError, Tx, params, row, statement};
use spaces::BookingId;

row! {
    struct GuestRow {
        booking_id: BookingId,
        given_name: String,
        family_name: String,
        email: Option<Email>,
        phone: Option<Phone>,
        language: Locale,
        organisation_name: Option<Name>,
        siren: Option<Siren>,
        rules_id: Option<Id<HouseText>>,
        privacy_id: Option<Id<HouseText>>,
        asked_at: Instant,
        proven_at: Option<Instant>,
        person_id: Option<PersonId>,
    }

    struct CountRow {
        count: i64,
    }
}

statement! {
    INSERT = "
        insert into guest_booking (place_id, booking_id, given_name, family_name, email, phone, language,
            organisation_name, siren, rules_id, privacy_id, secret_hash, asked_at, proven_at, person_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, null, null)";

    LOCK_BY_SECRET -> GuestRow = "
        select booking_id, given_name, family_name, email, phone, language, organisation_name, siren, rules_id, privacy_id,
            asked_at, proven_at, person_id
        from guest_booking
        where place_id = $1 and secret_hash = $2
        for update";

    BY_SECRET -> GuestRow = "
        select booking_id, given_name, family_name, email, phone, language, organisation_name, siren, rules_id, privacy_id,
            asked_at, proven_at, person_id
        from guest_booking
        where place_id = $1 and secret_hash = $2";

    FIND -> GuestRow = "
        select booking_id, given_name, family_name, email, phone, language, organisation_name, siren, rules_id, privacy_id,
            asked_at, proven_at, person_id
        from guest_booking
        where place_id = $1 and booking_id = $2";

    LATEST -> GuestRow = "
        select booking_id, given_name, family_name, email, phone, language, organisation_name, siren, rules_id, privacy_id,
            asked_at, proven_at, person_id
        from guest_booking
        where place_id = $1
        order by asked_at desc, booking_id desc
        limit 100";

    HELD -> CountRow = "
        select count(*) as count
        from guest_booking
        where place_id = $1 and email = $2 and asked_at > $3 and proven_at is null";

    PROVE = "
        update guest_booking
        set proven_at = $3, person_id = $4
        where place_id = $1 and booking_id = $2";

    FORGET_UNPROVEN = "
        delete from guest_booking
        where place_id = $1 and asked_at < $2 and proven_at is null";
}

pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: BookingId,
    asked: &Asked,
    secret: &TokenHash,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    let (organisation, siren) = match &asked.organisation {
        Some((name, siren)) => (Some(name.clone()), siren.clone()),
        None => (None, None),
    };
    let values = params![
        place,
        booking,
        asked.name.given(),
        asked.name.family(),
        asked.email,
        asked.phone,
        asked.language,
        organisation,
        siren,
        asked.rules,
        asked.privacy,
        secret.as_str(),
        now
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// The booking that the link of a letter is for.
pub(crate) fn by_secret(
    tx: &mut Tx<'_>,
    place: PlaceId,
    secret: &TokenHash,
) -> Result<Option<GuestBooking>, DatabaseError> {
    let row = tx.optional(&BY_SECRET, &params![place, secret.as_str()])?;
    row.map(GuestBooking::try_from).transpose()
}

/// The booking that the link of a letter is for, held until the end of the transaction.
pub(crate) fn lock_by_secret(
    tx: &mut Tx<'_>,
    place: PlaceId,
    secret: &TokenHash,
) -> Result<Option<GuestBooking>, DatabaseError> {
    let row = tx.optional(&LOCK_BY_SECRET, &params![place, secret.as_str()])?;
    row.map(GuestBooking::try_from).transpose()
}

/// What a guest said for a booking.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: BookingId,
) -> Result<Option<GuestBooking>, DatabaseError> {
    let row = tx.optional(&FIND, &params![place, booking])?;
    row.map(GuestBooking::try_from).transpose()
}

/// The last hundred, the latest first.
pub(crate) fn latest(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<GuestBooking>, DatabaseError> {
    let rows = tx.all(&LATEST, &params![place])?;
    rows.into_iter().map(GuestBooking::try_from).collect()
}

/// How many hours an address holds, unproven, since a moment.
pub(crate) fn held(
    tx: &mut Tx<'_>,
    place: PlaceId,
    email: &Email,
    since: Instant,
) -> Result<i64, DatabaseError> {
    Ok(tx.one(&HELD, &params![place, email, since])?.count)
}

pub(crate) fn prove(
    tx: &mut Tx<'_>,
    place: PlaceId,
    booking: BookingId,
    person: PersonId,
) -> Result<(), DatabaseError> {
    let now = tx.now();
    tx.run(&PROVE, &params![place, booking, now, person])?;
    Ok(())
}

/// Forgets who never proved their address, and says how many there were.
pub(crate) fn forget_unproven(
    tx: &mut Tx<'_>,
    place: PlaceId,
    before: Instant,
) -> Result<u64, DatabaseError> {
    tx.run(&FORGET_UNPROVEN, &params![place, before])
}

impl TryFrom<GuestRow> for GuestBooking {
    type Error = DatabaseError;

    fn try_from(row: GuestRow) -> Result<Self, DatabaseError> {
        let name = PersonName::parse(&row.given_name, &row.family_name).map_err(broken("given_name"))?;
        let siren = row.siren;
        Ok(Self {
            booking: row.booking_id,
            asked: Asked {
                name,
                email: row.email,
                phone: row.phone,
                language: row.language,
                organisation: row.organisation_name.map(|name| (name, siren)),
                rules: row.rules_id,
                privacy: row.privacy_id,
            },
            asked_at: row.asked_at,
            proven_at: row.proven_at,
            person: row.person_id,
        })
    }
}
