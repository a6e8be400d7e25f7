//! What a line means, once it is read without fault.

use super::cell::{self, CellRefused};
use super::field::Field;
use super::kind::ImportKind;
use super::line::{Issue, Line, Mark, Reading};
use super::name;
use kernel::{Day, Email, Instant, MinuteOfDay, Money, Name, Period, Phone, Siren, VatNumber};
use people::{Address, PersonName};
use platform::tables::SheetRow;
use spaces::Part;

mod used;

/// The longest note, as `people` keeps it.
const LONGEST_NOTE: usize = people::NewPerson::LONGEST_NOTE;

/// A line read without fault.
#[derive(Debug, Clone)]
pub(crate) struct Drafted {
    /// What names the line.
    pub(crate) mark: Mark,
    /// What it means.
    pub(crate) draft: Draft,
}

/// What a line means.
#[derive(Debug, Clone)]
pub(crate) enum Draft {
    /// Somebody.
    Person(PersonDraft),
    /// A company, an association.
    Organisation(OrganisationDraft),
    /// A monthly plan held.
    Plan(PlanDraft),
    /// A pass held.
    Pass(PassDraft),
    /// A room booked.
    Booking(BookingDraft),
    /// A visit.
    CheckIn(CheckInDraft),
}

/// Whom a line is about, as far as it says.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Who {
    pub(crate) identifier: Option<String>,
    pub(crate) email: Option<Email>,
    pub(crate) name: Option<PersonName>,
}

/// A person to be added, unless they are there.
#[derive(Debug, Clone)]
pub(crate) struct PersonDraft {
    pub(crate) name: PersonName,
    pub(crate) email: Option<Email>,
    pub(crate) phone: Option<Phone>,
    pub(crate) address: Address,
    pub(crate) organisation: Option<OrganisationNamed>,
    pub(crate) joined_on: Option<Day>,
    pub(crate) left_on: Option<Day>,
    pub(crate) note: String,
}

/// An organisation as the line of a person names it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct OrganisationNamed {
    pub(crate) name: Option<Name>,
    pub(crate) siren: Option<Siren>,
}

/// An organisation to be added, unless it is there.
#[derive(Debug, Clone)]
pub(crate) struct OrganisationDraft {
    pub(crate) name: Name,
    pub(crate) siren: Option<Siren>,
    pub(crate) vat_number: Option<VatNumber>,
    pub(crate) email: Option<Email>,
    pub(crate) phone: Option<Phone>,
    pub(crate) address: Address,
}

/// A plan held.
#[derive(Debug, Clone)]
pub(crate) struct PlanDraft {
    pub(crate) who: Who,
    pub(crate) plan: Name,
    pub(crate) from: Day,
    pub(crate) until: Option<Day>,
    pub(crate) price: Option<Money>,
    pub(crate) charged_from: Day,
}

/// A pass held.
#[derive(Debug, Clone)]
pub(crate) struct PassDraft {
    pub(crate) who: Who,
    pub(crate) pass: Name,
    pub(crate) units: Option<i64>,
    pub(crate) remaining: Option<i64>,
    pub(crate) bought_on: Day,
    pub(crate) expires_on: Option<Day>,
}

/// A room booked.
#[derive(Debug, Clone)]
pub(crate) struct BookingDraft {
    pub(crate) who: Who,
    pub(crate) room: Name,
    pub(crate) period: Period,
    pub(crate) title: String,
}

/// A visit.
#[derive(Debug, Clone)]
pub(crate) struct CheckInDraft {
    pub(crate) who: Who,
    pub(crate) day: Day,
    pub(crate) part: Part,
    pub(crate) arrived: Option<Instant>,
}

/// What reading a line gives.
#[derive(Debug, Clone)]
pub(crate) enum Read {
    /// It means this.
    Draft(Box<Drafted>),
    /// It was cancelled in the other program, and changes nothing here.
    PassedOver,
    /// It cannot be taken, and why.
    Refused(Vec<Issue>),
}

/// Reads one line.
pub(crate) fn read(reading: &Reading<'_>, row: &SheetRow) -> Read {
    let mut line = Line::new(reading, row);
    if !cell::counts(line.text(Field::State)) {
        return Read::PassedOver;
    }
    let draft = match reading.kind {
        ImportKind::People => person(&mut line).map(Draft::Person),
        ImportKind::Organisations => organisation(&mut line).map(Draft::Organisation),
        ImportKind::Plans => plan(&mut line).map(Draft::Plan),
        ImportKind::Passes => pass(&mut line).map(Draft::Pass),
        ImportKind::Bookings => used::booking(&mut line).map(Draft::Booking),
        ImportKind::CheckIns => used::check_in(&mut line).map(Draft::CheckIn),
    };
    let mark = line.mark();
    match draft {
        Some(draft) if !line.has_issues() => Read::Draft(Box::new(Drafted { mark, draft })),
        _ => Read::Refused(line.into_issues()),
    }
}

fn person(line: &mut Line<'_>) -> Option<PersonDraft> {
    let name = person_name(line);
    if name.is_none() && !line.has_issues() {
        line.refuse(first_name_field(line), &CellRefused::Missing);
    }
    let draft = PersonDraft {
        email: line.fact(Field::Email, Email::parse),
        phone: line.fact(Field::Phone, cell::phone),
        address: address(line),
        organisation: organisation_named(line),
        joined_on: joined_on(line),
        left_on: line.fact(Field::LeftOn, cell::day),
        note: line.fact(Field::Note, note).unwrap_or_default(),
        name: name?,
    };
    if let (Some(joined), Some(left)) = (draft.joined_on, draft.left_on)
        && left < joined
    {
        line.refuse(Field::LeftOn, &CellRefused::EndsBeforeStart);
    }
    Some(draft)
}

/// The first day as a member; a file that only says who is a member means from today on.
fn joined_on(line: &mut Line<'_>) -> Option<Day> {
    let member = line.fact(Field::Member, cell::yes_no);
    let day = line.fact(Field::JoinedOn, cell::day);
    match member {
        Some(false) => None,
        Some(true) => day.or_else(|| Some(line.today())),
        None => day,
    }
}

fn note(text: &str) -> Result<String, CellRefused> {
    cell::refuse_formula(text)?;
    if text.chars().count() > LONGEST_NOTE {
        Err(CellRefused::NotOnOneLine)
    } else {
        Ok(text.to_owned())
    }
}

fn organisation_named(line: &mut Line<'_>) -> Option<OrganisationNamed> {
    let named = OrganisationNamed {
        name: line.fact(Field::Organisation, cell::line),
        siren: line.fact(Field::Siren, cell::siren),
    };
    (named.name.is_some() || named.siren.is_some()).then_some(named)
}

fn organisation(line: &mut Line<'_>) -> Option<OrganisationDraft> {
    let name = line.need(Field::Name, cell::line);
    Some(OrganisationDraft {
        siren: line.fact(Field::Siren, cell::siren),
        vat_number: line.fact(Field::VatNumber, VatNumber::parse),
        email: line.fact(Field::Email, Email::parse),
        phone: line.fact(Field::Phone, cell::phone),
        address: address(line),
        name: name?,
    })
}

/// The address, read as a whole once its parts are; a wrong part is noted at its column.
fn address(line: &mut Line<'_>) -> Address {
    let optional = |line: &mut Line<'_>, field| {
        line.fact(field, cell::line)
            .map(|name| name.to_string())
            .unwrap_or_default()
    };
    let (street, city) = (optional(line, Field::Street), optional(line, Field::City));
    let postal_code = with_leading_zero(&optional(line, Field::PostalCode));
    let country = line.fact(Field::Country, cell::country).unwrap_or_default();
    match Address::parse(&street, &postal_code, &city, &country) {
        Ok(address) => address,
        Err(refused) => {
            line.refuse(Field::PostalCode, &refused);
            Address::default()
        }
    }
}

/// A spreadsheet that takes `01000` for a number writes `1000`.
fn with_leading_zero(code: &str) -> String {
    if code.len() == 4 && code.bytes().all(|digit| digit.is_ascii_digit()) {
        format!("0{code}")
    } else {
        code.to_owned()
    }
}

fn plan(line: &mut Line<'_>) -> Option<PlanDraft> {
    let (who, plan) = (who(line), line.need(Field::Plan, cell::line));
    let month = line.today().first_of_month();
    let from = line.fact(Field::From, cell::day);
    let until = line.fact(Field::Until, cell::day);
    let price = line.read(Field::Price, cell::amount);
    if let Some(price) = price {
        line.note(Field::Price, &price.cents());
    }
    let charged_from = line.read(Field::ChargedFrom, cell::day).unwrap_or(month);
    let from = from.unwrap_or(charged_from);
    if until.is_some_and(|until| until < from) {
        line.refuse(Field::Until, &CellRefused::EndsBeforeStart);
    }
    Some(PlanDraft {
        who: who?,
        plan: plan?,
        from,
        until,
        price,
        charged_from: charged_from.max(from),
    })
}

fn pass(line: &mut Line<'_>) -> Option<PassDraft> {
    let (who, pass) = (who(line), line.need(Field::Pass, cell::line));
    let draft = PassDraft {
        units: line.fact(Field::Units, cell::whole),
        remaining: line.fact(Field::Remaining, cell::whole),
        bought_on: line
            .fact(Field::BoughtOn, cell::day)
            .unwrap_or_else(|| line.today()),
        expires_on: line.fact(Field::ExpiresOn, cell::day),
        who: who?,
        pass: pass?,
    };
    if draft.expires_on.is_some_and(|last| last < draft.bought_on) {
        line.refuse(Field::ExpiresOn, &CellRefused::EndsBeforeStart);
    }
    Some(draft)
}

/// Whom the line is about; a line that says nothing of it is refused.
fn who(line: &mut Line<'_>) -> Option<Who> {
    let identifier = Some(line.text(Field::PersonIdentifier).to_owned()).filter(|text| !text.is_empty());
    if let Some(identifier) = &identifier {
        line.note(Field::PersonIdentifier, identifier);
    }
    let who = Who {
        identifier,
        email: line.fact(Field::Email, Email::parse),
        name: person_name(line),
    };
    if who == Who::default() {
        if !line.has_issues() {
            line.refuse(first_name_field(line), &CellRefused::Missing);
        }
        return None;
    }
    Some(who)
}

/// The name in its two columns, or taken apart from one.
fn person_name(line: &mut Line<'_>) -> Option<PersonName> {
    let (given, family) = (line.text(Field::GivenName), line.text(Field::FamilyName));
    let name = if given.is_empty() && family.is_empty() {
        line.read(Field::FullName, name::split)
    } else {
        let field = if family.is_empty() {
            Field::GivenName
        } else {
            Field::FamilyName
        };
        line.read(field, |_| name::parse(given, family))
    };
    if let Some(name) = &name {
        line.note(Field::FullName, &name::key(&name.full()));
    }
    name
}

fn first_name_field(line: &Line<'_>) -> Field {
    line.first_mapped(&[
        Field::FullName,
        Field::FamilyName,
        Field::Email,
        Field::PersonIdentifier,
    ])
}

/// The time on the clock at midnight, when a booking that ends at `00:00` ends the day.
fn is_midnight(minute: MinuteOfDay) -> bool {
    minute == MinuteOfDay::MIDNIGHT || minute == MinuteOfDay::END
}
