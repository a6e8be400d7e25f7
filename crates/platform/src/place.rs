//! The places that this installation serves, and their settings.

use crate::database::{Tx, params, row, statement};
use crate::failure::{Failure, Fault, OrNotFound, OrRefused};
use kernel::{Currency, Locale, PlaceId, Zone};

/// One third place: the tenant of everything else.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Place {
    /// Which one.
    pub id: PlaceId,
    /// Its name, as people say it.
    pub name: String,
    /// Where its clocks are.
    pub zone: Zone,
    /// The language of those who have not chosen one.
    pub language: Locale,
    /// What its prices are in.
    pub currency: Currency,
    /// Its colour, `#rrggbb`.
    pub brand_colour: String,
    /// The host name it is reached under; none means any.
    pub host: Option<String>,
    /// True for a place whose people and money are made up.
    pub demonstration: bool,
}

/// The colour of a place that chose none.
pub const DEFAULT_COLOUR: &str = "#0e5a5f";

/// A place to be opened.
#[derive(Debug, Clone)]
pub struct NewPlace {
    /// Its name.
    pub name: String,
    /// Where its clocks are.
    pub zone: Zone,
    /// The language of those who have not chosen one.
    pub language: Locale,
    /// What its prices are in.
    pub currency: Currency,
    /// Its colour, `#rrggbb`.
    pub brand_colour: String,
    /// The host name it is reached under; none means any.
    pub host: Option<String>,
    /// True for a place whose people and money are made up.
    pub demonstration: bool,
}

kernel::refusals! {
    /// Why a place is not kept.
    pub enum PlaceRefused {
        /// Another place is reached under that host name.
        HostTaken = "shell-place-host-taken",
        /// The name is empty.
        NameMissing = "shell-place-name-missing",
    }
}

row! {
    struct PlaceRow {
        place_id: PlaceId,
        name: String,
        zone: Zone,
        language: Locale,
        currency: Currency,
        brand_colour: Option<String>,
        host: Option<String>,
        demonstration: bool,
    }

    struct SettingRow {
        value: String,
    }
}

statement! {
    ALL -> PlaceRow = "
        select place_id, name, zone, language, currency, brand_colour, host, demonstration
        from place
        order by place_id";

    GET -> PlaceRow = "
        select place_id, name, zone, language, currency, brand_colour, host, demonstration
        from place
        where place_id = $1";

    BY_HOST -> PlaceRow = "
        select place_id, name, zone, language, currency, brand_colour, host, demonstration
        from place
        where host = $1";

    FIRST_TWO -> PlaceRow = "
        select place_id, name, zone, language, currency, brand_colour, host, demonstration
        from place
        where host is null
        order by place_id
        limit 2";

    CREATE = "
        insert into place (
            place_id, name, zone, language, currency, brand_colour, host, demonstration, created_at)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9)";

    UPDATE = "
        update place
        set name = $2, zone = $3, language = $4, currency = $5, brand_colour = $6, host = $7
        where place_id = $1";

    SETTING -> SettingRow = "
        select value
        from setting
        where place_id = $1 and name = $2";

    SET_SETTING = "
        insert into setting (place_id, name, value)
        values ($1, $2, $3)
        on conflict (place_id, name) do update set value = excluded.value";

    SET_ONCE = "
        insert into setting (place_id, name, value)
        values ($1, $2, $3)
        on conflict (place_id, name) do nothing";
}

/// The place reached under `host` (without its port): the one that claims it, else the only one that claims no host.
///
/// # Errors
/// As the database says.
pub fn find_by_host(tx: &mut Tx<'_>, host: &str) -> Result<Option<Place>, Fault> {
    let claimed = tx.optional(&BY_HOST, &params![host.to_ascii_lowercase()])?;
    if let Some(row) = claimed {
        return Ok(Some(row.into()));
    }
    let mut unclaimed = tx.all(&FIRST_TWO, &params![])?;
    match (unclaimed.pop(), unclaimed.is_empty()) {
        (Some(only), true) => Ok(Some(only.into())),
        _ => Ok(None),
    }
}

/// Every place, the oldest first.
///
/// # Errors
/// As the database says.
pub fn all(tx: &mut Tx<'_>) -> Result<Vec<Place>, Fault> {
    Ok(tx.all(&ALL, &params![])?.into_iter().map(Place::from).collect())
}

/// The place `id`.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub fn get(tx: &mut Tx<'_>, id: PlaceId) -> Result<Place, Fault> {
    tx.optional(&GET, &params![id])?.map(Place::from).or_not_found()
}

/// Opens a place.
///
/// # Errors
/// [`PlaceRefused`] when its name is empty or its host is taken.
pub fn create(tx: &mut Tx<'_>, new: NewPlace) -> Result<Place, Failure<PlaceRefused>> {
    let place = Place {
        id: tx.new_id(),
        name: new.name.trim().to_owned(),
        zone: new.zone,
        language: new.language,
        currency: new.currency,
        brand_colour: new.brand_colour,
        host: new.host.map(|host| host.to_ascii_lowercase()),
        demonstration: new.demonstration,
    };
    check(&place)?;
    let values = params![
        place.id,
        place.name,
        place.zone,
        place.language,
        place.currency,
        place.brand_colour,
        place.host,
        place.demonstration,
        tx.now()
    ];
    tx.run(&CREATE, &values)
        .or_refused("place_host_unique", PlaceRefused::HostTaken)?;
    Ok(place)
}

/// Keeps what was changed of a place; whether it is a demonstration never changes.
///
/// # Errors
/// [`PlaceRefused`] when its name is empty or its host is taken; [`Fault::NotFound`] when there is no such place.
pub fn update(tx: &mut Tx<'_>, place: &Place) -> Result<(), Failure<PlaceRefused>> {
    check(place)?;
    let values = params![
        place.id,
        place.name,
        place.zone,
        place.language,
        place.currency,
        place.brand_colour,
        place.host
    ];
    let changed = tx
        .run(&UPDATE, &values)
        .or_refused("place_host_unique", PlaceRefused::HostTaken)?;
    if changed == 0 {
        Err(Fault::NotFound.into())
    } else {
        Ok(())
    }
}

/// What a place set under `name`, if anything.
///
/// # Errors
/// As the database says.
pub fn setting(tx: &mut Tx<'_>, place: PlaceId, name: &str) -> Result<Option<String>, Fault> {
    Ok(tx.optional(&SETTING, &params![place, name])?.map(|row| row.value))
}

/// Sets `name` for a place.
///
/// # Errors
/// As the database says.
pub fn set_setting(tx: &mut Tx<'_>, place: PlaceId, name: &str, value: &str) -> Result<(), Fault> {
    tx.run(&SET_SETTING, &params![place, name, value])?;
    Ok(())
}

/// Sets `name` unless somebody has set it before, even at this very moment, and answers what it is now.
///
/// # Errors
/// As the database says.
pub fn setting_once(tx: &mut Tx<'_>, place: PlaceId, name: &str, value: &str) -> Result<String, Fault> {
    tx.run(&SET_ONCE, &params![place, name, value])?;
    Ok(tx.one(&SETTING, &params![place, name])?.value)
}

fn check(place: &Place) -> Result<(), Failure<PlaceRefused>> {
    if place.name.trim().is_empty() {
        Err(Failure::Refused(PlaceRefused::NameMissing))
    } else {
        Ok(())
    }
}

impl From<PlaceRow> for Place {
    fn from(row: PlaceRow) -> Self {
        Self {
            id: row.place_id,
            name: row.name,
            zone: row.zone,
            language: row.language,
            currency: row.currency,
            brand_colour: row.brand_colour.unwrap_or_else(|| DEFAULT_COLOUR.to_owned()),
            host: row.host,
            demonstration: row.demonstration,
        }
    }
}
