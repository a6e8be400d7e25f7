//! Sent twice, done once (RULES 25).
//!
//! Each form and each API call that writes carries a key. The key is written before the work, in the same
//! transaction: a second caller waits on that row, then reads the answer of the first. Work that fails leaves no key behind.

use crate::database::{DatabaseError, Tx, params, row, statement};
use crate::failure::Fault;
use kernel::{AccountId, Actor, Instant};

/// What became of a request that carries a key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// It was the first: the work was done and answered this.
    Done(String),
    /// It had been done already, and answered this.
    Replayed(String),
    /// The key was used before for something else: nothing was done.
    KeyReused,
}

impl Outcome {
    /// The answer, however it was obtained.
    #[must_use]
    pub fn answer(&self) -> Option<&str> {
        match self {
            Self::Done(answer) | Self::Replayed(answer) => Some(answer),
            Self::KeyReused => None,
        }
    }
}

row! {
    struct AnswerRow {
        actor_account: Option<AccountId>,
        fingerprint: String,
        answer: String,
    }
}

statement! {
    CLAIM = "
        insert into idempotency (place_id, key, actor_account, fingerprint, answer, at)
        values ($1, $2, $3, $4, '', $5)
        on conflict (place_id, key) do nothing";

    ANSWERED -> AnswerRow = "
        select actor_account, fingerprint, answer
        from idempotency
        where place_id = $1 and key = $2
        for update";

    ANSWER = "
        update idempotency
        set answer = $3
        where place_id = $1 and key = $2";

    PURGE = "
        delete from idempotency
        where at < $1";
}

/// Runs `work` the first time that this actor sends `key`, and answers the same afterwards.
///
/// `fingerprint` sums up what is asked (a hash of the form): the same key with another fingerprint, or from another
/// account, is [`Outcome::KeyReused`].
///
/// # Errors
/// What `work` answers, or as the database says.
pub fn once<E: From<DatabaseError>>(
    tx: &mut Tx<'_>,
    actor: &Actor,
    key: &str,
    fingerprint: &str,
    work: impl FnOnce(&mut Tx<'_>) -> Result<String, E>,
) -> Result<Outcome, E> {
    let claimed = tx.run(
        &CLAIM,
        &params![actor.place, key, actor.account, fingerprint, tx.now()],
    )?;
    if claimed == 0 {
        let earlier = tx.one(&ANSWERED, &params![actor.place, key])?;
        let same = earlier.actor_account == actor.account && earlier.fingerprint == fingerprint;
        return Ok(if same {
            Outcome::Replayed(earlier.answer)
        } else {
            Outcome::KeyReused
        });
    }
    let answer = work(tx)?;
    tx.run(&ANSWER, &params![actor.place, key, answer])?;
    Ok(Outcome::Done(answer))
}

/// Forgets the keys of all places written before `before`, and says how many.
///
/// # Errors
/// As the database says.
pub fn purge(tx: &mut Tx<'_>, before: Instant) -> Result<u64, Fault> {
    Ok(tx.run(&PURGE, &params![before])?)
}
