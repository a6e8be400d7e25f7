//! Reduced tariffs, those who ask for them, and their proofs.

use crate::rules::changes::{Cause, Change};
use crate::rules::contract::PlanContract;
use crate::rules::reduction::{ProofKind, ReducedTariff, Reduction, ReductionState, TariffTerms};
use kernel::{AccountId, CustomerId, Day, Days, Id, Instant, Name, OrganisationId, PersonId, PlaceId, Rate};
use platform::Fault;
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct TariffRow {
        id: Id<ReducedTariff>,
        name: Name,
        rate_bp: Rate,
        proof: String,
        months: i64,
        on_plans: bool,
        on_passes: bool,
        on_bookings: bool,
        active: bool,
    }

    struct ReductionRow {
        id: Id<Reduction>,
        tariff_id: Id<ReducedTariff>,
        name: String,
        person_id: PersonId,
        organisation_id: Option<OrganisationId>,
        customer_id: Option<CustomerId>,
        words: String,
        state: ReductionState,
        asked_at: Instant,
        rate_bp: Rate,
        from_day: Option<Day>,
        until_day: Option<Day>,
        answer: String,
        decided_at: Option<Instant>,
    }

    struct HeldRow {
        name: String,
        rate_bp: Rate,
        from_day: Day,
        until_day: Day,
        person_id: PersonId,
        customer_id: Option<CustomerId>,
        on_plans: bool,
        on_passes: bool,
        on_bookings: bool,
    }

    /// A proof.
    #[derive(Debug, Clone, PartialEq, Eq)]
    pub(crate) struct Proof {
        pub(crate) filename: String,
        pub(crate) media_type: ProofKind,
        pub(crate) content: Vec<u8>,
    }

    struct CountRow {
        count: i64,
    }
}

statement! {
    TARIFFS -> TariffRow = "
        select id, name, rate_bp, proof, months, on_plans, on_passes, on_bookings, active
        from reduced_tariff
        where place_id = $1
        order by active desc, id";

    INSERT_TARIFF = "
        insert into reduced_tariff (
            place_id, id, name, rate_bp, proof, months, on_plans, on_passes, on_bookings, active)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)";

    UPDATE_TARIFF = "
        update reduced_tariff
        set name = $3, rate_bp = $4, proof = $5, months = $6, on_plans = $7, on_passes = $8, on_bookings = $9, active = $10
        where place_id = $1 and id = $2";

    ALL -> ReductionRow = "
        select reduction.id, reduction.tariff_id, reduced_tariff.name, reduction.person_id, reduction.organisation_id,
            reduction.customer_id, reduction.words, reduction.state, reduction.asked_at, reduction.rate_bp,
            reduction.from_day, reduction.until_day, reduction.answer, reduction.decided_at
        from reduction
        join reduced_tariff on reduced_tariff.place_id = reduction.place_id and reduced_tariff.id = reduction.tariff_id
        where reduction.place_id = $1
        order by reduction.id desc
        limit 500";

    OF_PERSON -> ReductionRow = "
        select reduction.id, reduction.tariff_id, reduced_tariff.name, reduction.person_id, reduction.organisation_id,
            reduction.customer_id, reduction.words, reduction.state, reduction.asked_at, reduction.rate_bp,
            reduction.from_day, reduction.until_day, reduction.answer, reduction.decided_at
        from reduction
        join reduced_tariff on reduced_tariff.place_id = reduction.place_id and reduced_tariff.id = reduction.tariff_id
        where reduction.place_id = $1 and reduction.person_id = $2
        order by reduction.id desc";

    GET -> ReductionRow = "
        select reduction.id, reduction.tariff_id, reduced_tariff.name, reduction.person_id, reduction.organisation_id,
            reduction.customer_id, reduction.words, reduction.state, reduction.asked_at, reduction.rate_bp,
            reduction.from_day, reduction.until_day, reduction.answer, reduction.decided_at
        from reduction
        join reduced_tariff on reduced_tariff.place_id = reduction.place_id and reduced_tariff.id = reduction.tariff_id
        where reduction.place_id = $1 and reduction.id = $2";

    GRANTED -> HeldRow = "
        select reduced_tariff.name, reduction.rate_bp, reduction.from_day, reduction.until_day, reduction.person_id,
            reduction.customer_id, reduced_tariff.on_plans, reduced_tariff.on_passes, reduced_tariff.on_bookings
        from reduction
        join reduced_tariff on reduced_tariff.place_id = reduction.place_id and reduced_tariff.id = reduction.tariff_id
        where reduction.place_id = $1 and reduction.state = 'granted' and reduction.from_day is not null
            and reduction.until_day is not null
        order by reduction.id";

    INSERT = "
        insert into reduction (
            place_id, id, tariff_id, person_id, customer_id, organisation_id, words, state, asked_at, rate_bp, answer)
        values ($1, $2, $3, $4, $5, $6, $7, 'asked', $8, $9, '')";

    DECIDE = "
        update reduction
        set state = $3, from_day = $4, until_day = $5, answer = $6, decided_at = $7, decided_by = $8
        where place_id = $1 and id = $2 and state = 'asked'";

    SHORTEN = "
        update reduction
        set until_day = $3
        where place_id = $1 and id = $2 and state = 'granted'";

    PROOF -> Proof = "
        select filename, media_type, content
        from reduction_proof
        where place_id = $1 and reduction_id = $2";

    HAS_PROOF -> CountRow = "
        select count(*) as count
        from reduction_proof
        where place_id = $1 and reduction_id = $2";

    INSERT_PROOF = "
        insert into reduction_proof (place_id, reduction_id, filename, media_type, content)
        values ($1, $2, $3, $4, $5)";

    FORGET_PROOF = "delete from reduction_proof where place_id = $1 and reduction_id = $2";

    FORGET_PROOFS = "
        delete from reduction_proof
        where place_id = $1 and reduction_id in (
            select id
            from reduction
            where reduction.place_id = $1 and reduction.decided_at < $2)";
}

/// The reduced tariffs of a place, those that can be asked for first.
pub(crate) fn tariffs(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<ReducedTariff>, Fault> {
    let rows = tx.all(&TARIFFS, &params![place])?;
    let tariff = |row: TariffRow| ReducedTariff {
        id: row.id,
        terms: TariffTerms {
            name: row.name,
            rate: row.rate_bp,
            proof: row.proof,
            months: row.months,
            on_plans: row.on_plans,
            on_passes: row.on_passes,
            on_bookings: row.on_bookings,
            active: row.active,
        },
    };
    Ok(rows.into_iter().map(tariff).collect())
}

/// One of them.
pub(crate) fn tariff(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<ReducedTariff>,
) -> Result<Option<ReducedTariff>, Fault> {
    Ok(tariffs(tx, place)?.into_iter().find(|tariff| tariff.id == id))
}

/// Writes a reduced tariff: a new one, or what was changed of one that is known.
pub(crate) fn keep_tariff(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<ReducedTariff>,
    terms: &TariffTerms,
    known: bool,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        id,
        terms.name,
        terms.rate,
        terms.proof,
        terms.months,
        terms.on_plans,
        terms.on_passes,
        terms.on_bookings,
        terms.active
    ];
    tx.run(if known { &UPDATE_TARIFF } else { &INSERT_TARIFF }, &values)?;
    Ok(())
}

/// The latest five hundred demands of a place.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Reduction>, Fault> {
    let rows = tx.all(&ALL, &params![place])?;
    Ok(rows.into_iter().map(Reduction::from).collect())
}

/// What a person asked for, the latest first.
pub(crate) fn of_person(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<Reduction>, Fault> {
    let rows = tx.all(&OF_PERSON, &params![place, person])?;
    Ok(rows.into_iter().map(Reduction::from).collect())
}

/// One demand.
pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Reduction>) -> Result<Option<Reduction>, Fault> {
    Ok(tx.optional(&GET, &params![place, id])?.map(Reduction::from))
}

/// Writes what somebody asks for.
pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, new: &Reduction) -> Result<(), Fault> {
    let values = params![
        place,
        new.id,
        new.tariff,
        new.person,
        new.customer,
        new.organisation,
        new.words,
        new.asked_at,
        new.rate
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Writes the answer; says whether none was given before.
pub(crate) fn decide(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Reduction>,
    (state, days, answer): (ReductionState, Option<Days>, &str),
    by: Option<AccountId>,
) -> Result<bool, Fault> {
    let (from, until) = (days.map(Days::first), days.map(Days::last));
    let now = tx.now();
    let written = tx.run(&DECIDE, &params![place, id, state, from, until, answer, now, by])?;
    Ok(written == 1)
}

/// Writes an earlier last day.
pub(crate) fn shorten(tx: &mut Tx<'_>, place: PlaceId, id: Id<Reduction>, until: Day) -> Result<(), Fault> {
    tx.run(&SHORTEN, &params![place, id, until])?;
    Ok(())
}

/// The proof of a demand, while it is kept.
pub(crate) fn proof(tx: &mut Tx<'_>, place: PlaceId, id: Id<Reduction>) -> Result<Option<Proof>, Fault> {
    Ok(tx.optional(&PROOF, &params![place, id])?)
}

/// Whether the proof of a demand is kept.
pub(crate) fn has_proof(tx: &mut Tx<'_>, place: PlaceId, id: Id<Reduction>) -> Result<bool, Fault> {
    Ok(tx.one(&HAS_PROOF, &params![place, id])?.count > 0)
}

/// Keeps a proof.
pub(crate) fn keep_proof(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Reduction>,
    proof: &Proof,
) -> Result<(), Fault> {
    let values = params![place, id, proof.filename, proof.media_type, proof.content];
    tx.run(&INSERT_PROOF, &values)?;
    Ok(())
}

/// Forgets the proof of a demand.
pub(crate) fn forget_proof(tx: &mut Tx<'_>, place: PlaceId, id: Id<Reduction>) -> Result<(), Fault> {
    tx.run(&FORGET_PROOF, &params![place, id])?;
    Ok(())
}

/// Forgets the proofs of what was answered before a moment; says how many.
pub(crate) fn forget_proofs(tx: &mut Tx<'_>, place: PlaceId, before: Instant) -> Result<u64, Fault> {
    Ok(tx.run(&FORGET_PROOFS, &params![place, before])?)
}

/// What a reduction is off.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OffWhat {
    /// The price of a pass.
    Passes,
    /// The price of a booking.
    Bookings,
}

/// The best reduction that a person, or the customer that pays for them, has on a day: its name and its rate.
pub(crate) fn best(
    tx: &mut Tx<'_>,
    place: PlaceId,
    (person, customer): (PersonId, Option<CustomerId>),
    off: OffWhat,
    day: Day,
) -> Result<Option<(String, Rate)>, Fault> {
    let held = tx.all(&GRANTED, &params![place])?.into_iter().filter(|row| {
        let meant = match off {
            OffWhat::Passes => row.on_passes,
            OffWhat::Bookings => row.on_bookings,
        };
        meant && row.from_day <= day && day <= row.until_day && row.is_for(person, customer)
    });
    Ok(held
        .max_by_key(|row| row.rate_bp)
        .map(|row| (row.name, row.rate_bp)))
}

/// Writes into contracts what reductions change of their price.
pub(super) fn complete(tx: &mut Tx<'_>, place: PlaceId, contracts: &mut [PlanContract]) -> Result<(), Fault> {
    for row in tx.all(&GRANTED, &params![place])? {
        if !row.on_plans {
            continue;
        }
        let change = Change {
            days: Days::new(row.from_day, row.until_day).map_err(Fault::internal)?,
            due: Rate::from_basis_points(10_000 - row.rate_bp.basis_points()),
            cause: Cause::Reduction(row.name.clone()),
        };
        let meant = contracts
            .iter_mut()
            .filter(|contract| row.is_for(contract.person, Some(contract.customer)));
        for contract in meant {
            contract.changes.push(change.clone());
        }
    }
    Ok(())
}

impl HeldRow {
    /// Whether it is for that person: their own, or their payer's.
    fn is_for(&self, person: PersonId, customer: Option<CustomerId>) -> bool {
        match self.customer_id {
            Some(of) => customer == Some(of),
            None => self.person_id == person,
        }
    }
}

impl From<ReductionRow> for Reduction {
    fn from(row: ReductionRow) -> Self {
        let days = row.from_day.zip(row.until_day);
        Self {
            id: row.id,
            tariff: row.tariff_id,
            name: row.name,
            person: row.person_id,
            organisation: row.organisation_id,
            customer: row.customer_id,
            words: row.words,
            state: row.state,
            asked_at: row.asked_at,
            rate: row.rate_bp,
            days: days.map(|(first, last)| Days::spanning(first, last)),
            answer: row.answer,
            decided_at: row.decided_at,
        }
    }
}
