//! Registers whose rows cannot be changed unseen (RULES 23).
//!
//! Each link holds the SHA-256 of its content and a SHA-256 over (register, position, subject, content hash, hash of the link before).
//! Whoever alters, removes or inserts a row must rewrite every link after it, and [`head`] then no longer equals the
//! hash that was printed, published or backed up before.
//!
//! Every part hashed is preceded by its length (eight bytes, big endian), after the name of what is hashed, so that no two
//! different rows give the same bytes.

use crate::database::{Tx, params, row, statement};
use crate::failure::Fault;
use crate::verify::Report;
use data_encoding::HEXLOWER;
use kernel::{Id, PlaceId};
use sha2::{Digest, Sha256};

/// A SHA-256 in sixty-four hexadecimal digits.
pub type Hash = String;

/// Names what the content hash is of.
const CONTENT: &[u8] = b"tribu chain content v1";
/// Names what the link hash is of.
const LINK: &[u8] = b"tribu chain link v1";
/// The hash before the first link.
const BEFORE_ALL: &str = "0000000000000000000000000000000000000000000000000000000000000000";
/// Links read at a time by [`verify`].
const PAGE: i64 = 500;

/// The last link of a register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Head {
    /// Its position, from 1; 0 when the register is empty.
    pub position: i64,
    /// Its hash.
    pub hash: Hash,
}

/// What the recomputation of a register found.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Verified {
    /// Links that hold.
    pub links: usize,
    /// The first that does not, if any.
    pub broken: Option<Broken>,
}

/// The first link that does not hold.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Broken {
    /// Its position.
    pub position: i64,
    /// The identifier of its subject; 0 for the end of the register.
    pub subject: i64,
    /// Why.
    pub reason: Breach,
}

/// Why a link does not hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Breach {
    /// A link before it is missing.
    Gap,
    /// It does not continue the link before.
    Disconnected,
    /// Its hash is not that of its parts.
    Hash,
    /// What it names is no longer there.
    SubjectMissing,
    /// What it names is no longer what it was.
    Content,
    /// The register does not end where its head says.
    Head,
}

row! {
    struct HeadRow {
        position: i64,
        hash: Hash,
    }

    struct LinkRow {
        position: i64,
        subject_id: i64,
        content_hash: Hash,
        previous_hash: Hash,
        hash: Hash,
    }

    struct RegisterRow {
        register: String,
    }
}

statement! {
    OPEN = "
        insert into chain_head (place_id, register, position, hash)
        values ($1, $2, 0, $3)
        on conflict (place_id, register) do nothing";

    LOCK_HEAD -> HeadRow = "
        select position, hash
        from chain_head
        where place_id = $1 and register = $2
        for update";

    HEAD -> HeadRow = "
        select position, hash
        from chain_head
        where place_id = $1 and register = $2";

    APPEND = "
        insert into chain_link (place_id, register, position, subject_id, content_hash, previous_hash, hash, at)
        values ($1, $2, $3, $4, $5, $6, $7, $8)";

    MOVE_HEAD = "
        update chain_head
        set position = $3, hash = $4
        where place_id = $1 and register = $2";

    LINKS -> LinkRow = "
        select position, subject_id, content_hash, previous_hash, hash
        from chain_link
        where place_id = $1 and register = $2 and position > $3
        order by position
        limit $4";

    REGISTERS -> RegisterRow = "
        select register
        from chain_head
        where place_id = $1
        order by register";
}

/// Adds a link for `subject`, whose content is `content`, and gives its position. The register stays locked until the
/// transaction ends.
///
/// # Errors
/// As the database says.
pub fn append<T>(
    tx: &mut Tx<'_>,
    place: PlaceId,
    register: &str,
    subject: Id<T>,
    content: &str,
) -> Result<i64, Fault> {
    tx.run(&OPEN, &params![place, register, BEFORE_ALL])?;
    let head = tx.one(&LOCK_HEAD, &params![place, register])?;
    let position = head
        .position
        .checked_add(1)
        .ok_or_else(|| Fault::internal("register full"))?;
    let content_hash = content_hash(content);
    let hash = link_hash(register, position, subject.as_i64(), &content_hash, &head.hash);
    let link = params![
        place,
        register,
        position,
        subject,
        content_hash,
        head.hash,
        hash,
        tx.now()
    ];
    tx.run(&APPEND, &link)?;
    tx.run(&MOVE_HEAD, &params![place, register, position, hash])?;
    Ok(position)
}

/// The last link of a register.
///
/// # Errors
/// As the database says.
pub fn head(tx: &mut Tx<'_>, place: PlaceId, register: &str) -> Result<Head, Fault> {
    let row = tx.optional(&HEAD, &params![place, register])?;
    Ok(row.map_or(
        Head {
            position: 0,
            hash: BEFORE_ALL.to_owned(),
        },
        |row| Head {
            position: row.position,
            hash: row.hash,
        },
    ))
}

/// Recomputes a register: each link, and the content of the subject it names, as `content` gives it today for that identifier
/// (none when it is gone).
/// Stops at the first link that does not hold.
///
/// # Errors
/// As the database or `content` says.
pub fn verify(
    tx: &mut Tx<'_>,
    place: PlaceId,
    register: &str,
    mut content: impl FnMut(&mut Tx<'_>, i64) -> Result<Option<String>, Fault>,
) -> Result<Verified, Fault> {
    walk(tx, place, register, |tx, link| {
        Ok(match content(tx, link.subject_id)? {
            None => Some(Breach::SubjectMissing),
            Some(content) if content_hash(&content) != link.content_hash => Some(Breach::Content),
            Some(_) => None,
        })
    })
}

/// Checks the links of every register of a place, without their contents: those belong to the capabilities.
pub(crate) fn check(tx: &mut Tx<'_>, place: PlaceId, report: &mut Report) -> Result<(), Fault> {
    for RegisterRow { register } in tx.all(&REGISTERS, &params![place])? {
        let verified = walk(tx, place, &register, |_, _| Ok(None))?;
        report.checked("verify-registers", verified.links);
        if let Some(broken) = verified.broken {
            report.fault("verify-registers", format!("{register}: {broken}"));
        }
    }
    Ok(())
}

impl std::fmt::Display for Broken {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} ({}): {:?}", self.position, self.subject, self.reason)
    }
}

/// Walks a register from its first link while links and `examine` agree.
fn walk(
    tx: &mut Tx<'_>,
    place: PlaceId,
    register: &str,
    mut examine: impl FnMut(&mut Tx<'_>, &LinkRow) -> Result<Option<Breach>, Fault>,
) -> Result<Verified, Fault> {
    let mut before = Head {
        position: 0,
        hash: BEFORE_ALL.to_owned(),
    };
    let mut links: usize = 0;
    loop {
        let page = tx.all(&LINKS, &params![place, register, before.position, PAGE])?;
        if page.is_empty() {
            break;
        }
        for link in page {
            let breach = match follows(register, &before, &link) {
                Some(breach) => Some(breach),
                None => examine(tx, &link)?,
            };
            if let Some(reason) = breach {
                let broken = Broken {
                    position: link.position,
                    subject: link.subject_id,
                    reason,
                };
                return Ok(Verified {
                    links,
                    broken: Some(broken),
                });
            }
            before = Head {
                position: link.position,
                hash: link.hash,
            };
            links = links.saturating_add(1);
        }
    }
    let ends_well = head(tx, place, register)? == before;
    let broken = (!ends_well).then_some(Broken {
        position: before.position,
        subject: 0,
        reason: Breach::Head,
    });
    Ok(Verified { links, broken })
}

/// Why `link` is not the link after `before`, if it is not.
fn follows(register: &str, before: &Head, link: &LinkRow) -> Option<Breach> {
    if before.position.checked_add(1) != Some(link.position) {
        return Some(Breach::Gap);
    }
    if link.previous_hash != before.hash {
        return Some(Breach::Disconnected);
    }
    let expected = link_hash(
        register,
        link.position,
        link.subject_id,
        &link.content_hash,
        &link.previous_hash,
    );
    (link.hash != expected).then_some(Breach::Hash)
}

fn content_hash(content: &str) -> Hash {
    digest(CONTENT, &[content.as_bytes()])
}

fn link_hash(register: &str, position: i64, subject: i64, content: &str, previous: &str) -> Hash {
    digest(
        LINK,
        &[
            register.as_bytes(),
            &position.to_be_bytes(),
            &subject.to_be_bytes(),
            content.as_bytes(),
            previous.as_bytes(),
        ],
    )
}

fn digest(domain: &[u8], parts: &[&[u8]]) -> Hash {
    let mut hasher = Sha256::new();
    for part in std::iter::once(&domain).chain(parts) {
        let length = u64::try_from(part.len()).unwrap_or(u64::MAX);
        hasher.update(length.to_be_bytes());
        hasher.update(part);
    }
    HEXLOWER.encode(&hasher.finalize())
}
