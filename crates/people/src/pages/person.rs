//! A person: who they are, their membership, roles and account, what happened to them.

use crate::rules::access::Account;
use crate::rules::membership::Member;
use crate::rules::person::{Organisation, Person};
use crate::rules::role::RoleGrant;
use crate::store::{accounts, factors, members, organisations, persons, roles};
use askama::Template;
use kernel::{Actor, Day, PersonId, Role};
use platform::activity::{self, Entry, Subject};
use platform::database::Tx;
use platform::web::{Answer, Form, HistoryLine, Path, Shell, StatusCode, Visit};
use platform::{Fault, OrNotFound, Panel, PanelPage};
use std::collections::BTreeMap;

/// The card of a person.
#[derive(Template)]
#[template(path = "person.html")]
pub(super) struct PersonPage {
    shell: Shell,
    form: Form,
    known: Known,
    history: Vec<HistoryLine>,
    today: Day,
    /// Roles that may be given.
    offered: Vec<(String, String)>,
    may_write: bool,
    may_give_roles: bool,
    panels: Vec<Panel>,
}

impl PersonPage {
    fn edit_address(&self) -> String {
        format!("/office/people/{}/edit", self.known.person.id)
    }

    /// The person's passes and plans: a page of the offers, open to whoever may read people.
    fn passes_address(&self) -> String {
        format!("/office/people/{}/passes", self.known.person.id)
    }

    /// Message key of "since" or, for a role to come, "from".
    fn since_key(&self, grant: &RoleGrant) -> &'static str {
        if grant.holds_on(self.today) {
            "people-role-since"
        } else {
            "people-role-from"
        }
    }
}

/// Everything the card shows, read in one view of the database.
#[derive(Debug, Clone)]
struct Known {
    person: Person,
    organisation: Option<Organisation>,
    memberships: Vec<Member>,
    grants: Vec<RoleGrant>,
    account: Option<Account>,
    /// Whether they sign in with a second factor.
    has_factor: bool,
    entries: Vec<Entry>,
    names: BTreeMap<PersonId, String>,
}

impl Known {
    /// The membership that is not over.
    fn membership(&self, today: &Day) -> Option<&Member> {
        self.memberships.iter().find(|member| member.lasts(*today))
    }

    /// The memberships that are over, the last first.
    fn former(&self, today: &Day) -> impl Iterator<Item = (&Member, &Day)> {
        self.memberships
            .iter()
            .rev()
            .filter(|member| !member.lasts(*today))
            .filter_map(|member| Some((member, member.left_on.as_ref()?)))
    }

    /// The roles held or to be held.
    fn open_grants(&self, today: &Day) -> impl Iterator<Item = &RoleGrant> {
        let today = *today;
        self.grants.iter().filter(move |grant| grant.lasts(today))
    }

    /// The roles that are over, with their last day, the last first.
    fn former_grants(&self, today: &Day) -> impl Iterator<Item = (&RoleGrant, &Day)> {
        let over = self.grants.iter().rev().filter(|grant| !grant.lasts(*today));
        over.filter_map(|grant| Some((grant, grant.until_day.as_ref()?)))
    }

    /// Whether the account was opened and never closed since.
    fn may_sign_in(&self) -> bool {
        self.account
            .as_ref()
            .is_some_and(|account| account.disabled_at.is_none())
    }
}

pub(super) async fn show(visit: Visit, Path(id): Path<PersonId>) -> Answer {
    let kept = visit
        .read(move |tx, actor| crate::merged_into(tx, actor.place, id))
        .await;
    if let Some(kept) = kept.map_err(Fault::from)? {
        return visit.redirect(&format!("/office/people/{kept}"));
    }
    let form = Form::blank(&visit);
    card(&visit, id, form, StatusCode::OK).await
}

/// The card with a form that was refused, or a blank one.
pub(super) async fn card(visit: &Visit, id: PersonId, mut form: Form, status: StatusCode) -> Answer {
    let known = visit.read(move |tx, actor| read(tx, actor, id)).await?;
    let today = visit.today();
    for field in ["joined_on", "left_on", "from_day"] {
        if form.value(field).is_empty() {
            form.set(field, today);
        }
    }
    let page = PersonPage {
        shell: visit.shell_titled(known.person.name.full()),
        form,
        history: visit.history(&with_days_in_words(visit, &known.entries), &known.names),
        today,
        offered: offered(visit, &known),
        known,
        may_write: visit.actor.may(crate::WRITE),
        may_give_roles: visit.actor.may(crate::ROLES),
        panels: visit.panels(PanelPage::Person(id)).await?,
    };
    visit.page_with_status(status, &page)
}

/// The card again, with the message that a refused act left at its field.
pub(super) async fn refused(visit: &Visit, id: PersonId, form: Form) -> Answer {
    card(visit, id, form, StatusCode::UNPROCESSABLE_ENTITY).await
}

fn read(tx: &mut Tx<'_>, actor: &Actor, id: PersonId) -> Result<Known, Fault> {
    let place = actor.place;
    let person = persons::find(tx, place, id)?.or_not_found()?;
    let organisation = match person.organisation {
        Some(organisation) => organisations::find(tx, place, organisation)?,
        None => None,
    };
    let entries = activity::history(tx, place, Subject::new("person", id))?;
    let who: Vec<PersonId> = entries.iter().filter_map(|entry| entry.person_id).collect();
    let account = accounts::find_by_person(tx, place, id)?;
    Ok(Known {
        organisation,
        memberships: members::of_person(tx, place, id)?,
        grants: roles::of_person(tx, place, id)?,
        has_factor: match &account {
            Some(account) => factors::counts(tx, place, account.id)?,
            None => false,
        },
        account,
        names: crate::names_of(tx, place, &who)?,
        entries,
        person,
    })
}

/// The days that the log holds as written in the person's language.
fn with_days_in_words(visit: &Visit, entries: &[Entry]) -> Vec<Entry> {
    let shell = visit.shell("people-persons-title");
    let mut entries = entries.to_vec();
    for entry in &mut entries {
        let day = entry
            .detail
            .get("day")
            .and_then(|day| Day::parse(day.as_str()?).ok());
        if let (Some(day), Some(detail)) = (day, entry.detail.as_object_mut()) {
            detail.insert("day".to_owned(), shell.day_short(&day).into());
        }
    }
    entries
}

fn offered(visit: &Visit, known: &Known) -> Vec<(String, String)> {
    let today = visit.today();
    let held = |role: &Role| known.open_grants(&today).any(|grant| grant.role == *role);
    let free = Role::ALL.iter().filter(|role| !held(role));
    free.map(|role| (role.code().to_owned(), visit.text(role.message())))
        .collect()
}
