//! Making one record of two that mean the same.

use super::erase::protected;
use crate::permissions::MERGE;
use crate::rules::request::PrivacyRefused;
use crate::store::{pairs, requests};
use kernel::{Actor, OrganisationId, PersonId, PlaceId};
use people::{NewOrganisation, NewPerson, Organisation, Person};
use platform::database::{Somebody, Tx};
use platform::personal::{Declarations, Holding, Merge};
use platform::{Failure, Fault, OrNotFound, activity};

/// Which of two records something is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Side {
    /// The one that stays.
    #[default]
    Kept,
    /// The one that goes.
    Gone,
}

impl Side {
    /// As a form says it.
    #[must_use]
    pub fn parse(code: &str) -> Self {
        if code == "gone" { Self::Gone } else { Self::Kept }
    }

    fn of<T>(self, kept: T, gone: T) -> T {
        match self {
            Self::Kept => kept,
            Self::Gone => gone,
        }
    }
}

/// Where each part of a person or of an organisation is taken from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MergerView {
    /// The name.
    pub name: Side,
    /// The e-mail address.
    pub email: Side,
    /// The telephone.
    pub phone: Side,
    /// The address.
    pub address: Side,
    /// Who pays for a person; the number in the register of an organisation.
    pub belonging: Side,
}

/// How many rows of one kind become another's.
#[derive(Debug, Clone, Copy)]
pub struct Moved {
    /// Which kind.
    pub holding: &'static Holding,
    /// How many.
    pub rows: i64,
}

/// What would move from a record: each kind of data with its rows. Writes nothing.
///
/// # Errors
/// As the database says.
pub fn moved(
    tx: &mut Tx<'_>,
    place: PlaceId,
    declarations: &Declarations,
    merge: Merge,
) -> Result<Vec<Moved>, Fault> {
    let (_, gone) = merge.ids();
    let mut all = Vec::new();
    for holding in declarations.holdings() {
        let mut rows = 0_i64;
        for held in holding.tables {
            if let Merge::Persons { gone, .. } = merge {
                let account = people::account_of(tx, place, gone)?.map(|account| account.id);
                let who = Somebody {
                    person: gone,
                    account,
                    email: None,
                };
                rows = rows.saturating_add(tx.held_count(held, place, &who)?);
            } else {
                for column in held.organisations {
                    rows = rows.saturating_add(tx.count_held(held.table, column, place, gone)?);
                }
            }
        }
        if rows > 0 {
            all.push(Moved { holding, rows });
        }
    }
    Ok(all)
}

/// A person as chosen from both records. With an account, the address is the account's. What is not chosen of telephone, address and
/// notes goes into the note, so that nothing is lost.
#[must_use]
fn person_choice(kept: &Person, gone: &Person, view: MergerView) -> NewPerson {
    let email = view.email.of(&kept.email, &gone.email);
    let phone = view.phone.of(&kept.phone, &gone.phone);
    let name = view.name.of(&kept.name, &gone.name);
    let mut note: Vec<String> = Vec::new();
    for text in [&kept.note, &gone.note] {
        if !text.is_empty() && !note.contains(text) {
            note.push(text.clone());
        }
    }
    let mut left: Vec<String> = Vec::new();
    let mut leave = |text: String, chosen: String| {
        if !text.is_empty() && text != chosen && !left.contains(&text) {
            left.push(text);
        }
    };
    for person in [kept, gone] {
        let said = |part: Option<String>| part.unwrap_or_default();
        leave(person.name.full(), name.full());
        leave(
            said(person.email.as_ref().map(ToString::to_string)),
            said(email.as_ref().map(ToString::to_string)),
        );
        leave(
            said(person.phone.as_ref().map(kernel::Phone::grouped)),
            said(phone.as_ref().map(kernel::Phone::grouped)),
        );
        let lines = |person: &Person| person.address.lines().join(", ");
        if !person.address.is_empty() {
            leave(lines(person), lines(view.address.of(kept, gone)));
        }
    }
    if !left.is_empty() {
        note.push(left.join(" · "));
    }
    let note: String = note.join("\n").chars().take(NewPerson::LONGEST_NOTE).collect();
    NewPerson {
        name: name.clone(),
        email: email.clone(),
        phone: phone.clone(),
        address: view.address.of(kept, gone).address.clone(),
        organisation: *view.belonging.of(&kept.organisation, &gone.organisation),
        note,
        language: kept.language.or(gone.language),
        external_ref: None,
    }
}

/// Makes one person of two records: everything that meant `gone` means `kept`.
///
/// # Errors
/// [`PrivacyRefused::BothSignIn`] unless the account of `gone` is to be closed, [`PrivacyRefused::OfTheTeam`],
/// [`PrivacyRefused::SameRecord`], [`PrivacyRefused::Erased`].
pub fn merge_persons(
    tx: &mut Tx<'_>,
    actor: &Actor,
    declarations: &Declarations,
    (kept, gone): (PersonId, PersonId),
    (view, close): (MergerView, bool),
) -> Result<(), Failure<PrivacyRefused>> {
    actor.require(MERGE)?;
    let place = actor.place;
    let one = mergeable(tx, actor, kept)?;
    let other = mergeable(tx, actor, gone)?;
    if kept == gone {
        return Err(Failure::Refused(PrivacyRefused::SameRecord));
    }
    let (ours, theirs) = (
        people::account_of(tx, place, kept)?,
        people::account_of(tx, place, gone)?,
    );
    let open = theirs
        .as_ref()
        .is_some_and(|account| account.disabled_at.is_none());
    if ours.is_some() && open && !close {
        return Err(Failure::Refused(PrivacyRefused::BothSignIn));
    }
    let mut chosen = person_choice(&one, &other, view);
    if let Some(account) = ours.as_ref().or(theirs.as_ref()) {
        chosen.email = Some(account.email.clone());
    }
    let merge = Merge::Persons { kept, gone };
    declarations.settle(tx, place, merge)?;
    for held in declarations.tables() {
        for owner in held.owners {
            if let platform::personal::Owner::Person(column) = owner
                && *column != "id"
            {
                tx.move_held(held, column, place, merge.ids())?;
            }
        }
        for column in held.doers {
            tx.move_held(held, column, place, merge.ids())?;
        }
        if let (Some(ours), Some(theirs)) = (&ours, &theirs) {
            for column in held.accounts {
                tx.move_held(held, column, place, (ours.id.as_i64(), theirs.id.as_i64()))?;
            }
        }
    }
    activity::move_subject(tx, place, "person", merge.ids())?;
    people::complete_person_merger(tx, actor, (kept, gone), &chosen)?;
    Ok(())
}

/// An organisation as chosen from both records.
fn organisation_choice(kept: &Organisation, gone: &Organisation, view: MergerView) -> NewOrganisation {
    NewOrganisation {
        name: view.name.of(&kept.name, &gone.name).clone(),
        siren: view.belonging.of(&kept.siren, &gone.siren).clone(),
        vat_number: view.belonging.of(&kept.vat_number, &gone.vat_number).clone(),
        email: view.email.of(&kept.email, &gone.email).clone(),
        phone: view.phone.of(&kept.phone, &gone.phone).clone(),
        address: view.address.of(kept, gone).address.clone(),
        external_ref: None,
    }
}

/// Makes one organisation of two records.
///
/// # Errors
/// [`PrivacyRefused::SameRecord`]; [`Fault::NotFound`] when one of them is not of the place, or leads elsewhere already.
pub fn merge_organisations(
    tx: &mut Tx<'_>,
    actor: &Actor,
    declarations: &Declarations,
    (kept, gone): (OrganisationId, OrganisationId),
    view: MergerView,
) -> Result<(), Failure<PrivacyRefused>> {
    actor.require(MERGE)?;
    let place = actor.place;
    let one = people::organisation(tx, place, kept)?.or_not_found()?;
    let other = people::organisation(tx, place, gone)?.or_not_found()?;
    for id in [kept, gone] {
        let leads = people::organisation_merged_into(tx, place, id)?;
        leads.is_none().then_some(()).or_not_found()?;
    }
    if kept == gone {
        return Err(Failure::Refused(PrivacyRefused::SameRecord));
    }
    let chosen = organisation_choice(&one, &other, view);
    let merge = Merge::Organisations { kept, gone };
    declarations.settle(tx, place, merge)?;
    for held in declarations.tables() {
        for column in held.organisations {
            tx.move_held(held, column, place, merge.ids())?;
        }
    }
    activity::move_subject(tx, place, "organisation", merge.ids())?;
    people::complete_organisation_merger(tx, actor, (kept, gone), &chosen)?;
    Ok(())
}

/// These two records are two: they are no longer proposed.
///
/// # Errors
/// As the database says.
pub fn they_are_two(tx: &mut Tx<'_>, actor: &Actor, pair: (i64, i64)) -> Result<(), Fault> {
    actor.require(MERGE)?;
    pairs::part(tx, actor.place, pair, actor.account)?;
    Ok(())
}

/// Before rows move: what both asked about their data is asked by one.
pub(crate) fn settle(tx: &mut Tx<'_>, place: PlaceId, merge: Merge) -> Result<(), Fault> {
    if let Merge::Persons { kept, gone } = merge {
        requests::take_over(tx, place, kept, gone)?;
    }
    Ok(())
}

/// A person whose record is their own and whom the actor may touch.
fn mergeable(tx: &mut Tx<'_>, actor: &Actor, id: PersonId) -> Result<Person, Failure<PrivacyRefused>> {
    let known = people::person(tx, actor.place, id)?.or_not_found()?;
    let leads = people::merged_into(tx, actor.place, id)?;
    leads.is_none().then_some(()).or_not_found()?;
    if people::is_erased(tx, actor.place, id)? {
        return Err(Failure::Refused(PrivacyRefused::Erased));
    }
    people::may_touch(tx, actor, id).map_err(|failure| failure.map(protected))?;
    Ok(known)
}
