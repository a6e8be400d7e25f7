//! Who asks to have the place to themselves, as `hires.toml` says: requests that wait, quotes that are out, accepted, declined, and rooms
//! checked afterwards.

use super::known::Known;
use super::story::Story;
use billing::{
    Acceptance, Basis, Family, Method, NewProduct, Product, Quantity, Quote, QuoteFacts, QuoteLine, Unit,
    Vat, VatCategory, Yes,
};
use hires::{Asked, Condition, Damage, Finding, Hire, Occasion, Proof, QuoteWords, Settings, Wanted, Wish};
use kernel::{Actor, Day, Days, Email, Id, Locale, MinuteOfDay, Money, Name, Phone, Rate, Role, Weekday};
use people::{Address, PersonName};
use platform::database::{Database, Tx};
use platform::{Failure, Fault};
use serde::Deserialize;
use spaces::ResourceId;
use std::sync::Arc;

#[derive(Debug, Clone, Deserialize)]
struct Script {
    conditions: String,
    requests: Vec<Line>,
}

#[derive(Debug, Clone, Deserialize)]
struct Line {
    given_name: String,
    family_name: String,
    email: String,
    phone: String,
    organisation: Option<String>,
    day: i64,
    #[serde(default)]
    saturday: bool,
    hours: (String, String),
    people: i64,
    occasion: String,
    wishes: Vec<String>,
    rooms: Vec<String>,
    message: String,
    asked: i64,
    outcome: String,
    #[serde(default)]
    discount: Option<String>,
    #[serde(default)]
    reason: String,
    #[serde(default)]
    cost: String,
    #[serde(default)]
    damage: String,
}

/// What a quote sells beside rooms.
#[derive(Clone, Copy)]
struct Sold {
    lunch: Id<Product>,
    help: Id<Product>,
}

/// A request on its way, with all that its steps need.
struct Telling<'a> {
    db: &'a Database,
    story: &'a Arc<Story>,
    known: &'a Known,
    desk: Actor,
    sold: Sold,
}

/// Tells of every request, each step on its day.
pub(super) fn tell(db: &Database, story: &Arc<Story>, known: &Known) -> Result<(), Fault> {
    let script: Script = toml::from_str(include_str!("hires.toml")).map_err(Fault::internal)?;
    let director = known.holder(story, Role::ManagingDirector)?;
    db.clock()
        .set(story.year.at(story.year.today().plus_days(-40), 9 * 60));
    let conditions = script.conditions.clone();
    let sold = db.write_blocking(move |tx| open(tx, &director, &conditions))?;
    let telling = Telling {
        db,
        story,
        known,
        desk: known.holder(story, Role::Facilitator)?,
        sold,
    };
    for line in &script.requests {
        telling.request(line)?;
    }
    db.clock().set(story.year.end());
    Ok(())
}

fn open(tx: &mut Tx<'_>, director: &Actor, conditions: &str) -> Result<Sold, Fault> {
    let broken = |failure: Failure<_>| failure.unexpected();
    hires::publish_conditions(tx, director, conditions).map_err(broken)?;
    let mut product = |(code, account): (&str, &str), name: &str, vat_category| {
        let new = NewProduct {
            code: code.to_owned(),
            name: name.to_owned(),
            family: Family::Other,
            vat_category,
            basis: Basis::Net,
            account_code: account.to_owned(),
        };
        billing::create_product(tx, director, new).map_err(Failure::unexpected)
    };
    let sold = Sold {
        lunch: product(
            ("TRAITEUR", "706800"),
            "Repas et boissons",
            VatCategory::Intermediate,
        )?,
        help: product(
            ("REGIE", "706800"),
            "Régie et installation",
            VatCategory::Standard,
        )?,
    };
    let indemnity = product(("INDEMNITE", "758800"), "Indemnités reçues", VatCategory::Exempt)?;
    let settings = Settings {
        guarantee: Money::from_cents(50_000),
        indemnity: Some(indemnity),
        ..hires::settings(tx, director.place)?
    };
    hires::keep_settings(tx, director, &settings).map_err(broken)?;
    Ok(sold)
}

impl Telling<'_> {
    fn at(&self, days: i64, hour: u16) {
        let day = self.story.year.today().plus_days(days);
        self.db
            .clock()
            .set(self.story.year.at(day, hour.saturating_mul(60)));
    }

    /// One request from its first word to its last.
    fn request(&self, line: &Line) -> Result<(), Fault> {
        self.at(-line.asked, 10);
        let (asked, wanted) = (asked(line)?, self.wanted(line)?);
        let rooms: Vec<ResourceId> = line
            .rooms
            .iter()
            .map(|key| super::rooms::room(self.story, self.known, key))
            .collect::<Result<_, _>>()?;
        let (desk, days) = (self.desk.clone(), wanted.days);
        let id = self.act(move |tx| {
            hires::ask(tx, &desk, (&asked, &wanted), &rooms, Proof::ByTheTeam).map_err(Failure::unexpected)
        })?;
        match line.outcome.as_str() {
            "open" => Ok(()),
            "refused" => {
                self.at(1 - line.asked, 11);
                let (desk, reason) = (self.desk.clone(), line.reason.clone());
                self.act(move |tx| hires::refuse(tx, &desk, id, &reason).map_err(Failure::unexpected))
            }
            _ => self.quoted(line, id, days),
        }
    }

    fn wanted(&self, line: &Line) -> Result<Wanted, Fault> {
        let mut day = self.story.year.today().plus_days(line.day);
        while line.saturday && day.weekday() != Weekday::Saturday {
            day = day.next();
        }
        let minute = |text: &str| MinuteOfDay::parse(text).map_err(Fault::internal);
        Ok(Wanted {
            days: Days::one(day),
            starts: minute(&line.hours.0)?,
            ends: minute(&line.hours.1)?,
            people: line.people,
            occasion: Occasion::parse(&line.occasion).map_err(Fault::internal)?,
            wishes: line
                .wishes
                .iter()
                .map(|code| Wish::parse(code).map_err(Fault::internal))
                .collect::<Result<_, _>>()?,
            advise: line.rooms.is_empty(),
            message: line.message.clone(),
        })
    }

    /// A quote the day after; where the hall is taken that day, the request waits.
    fn quoted(&self, line: &Line, id: Id<Hire>, days: Days) -> Result<(), Fault> {
        self.at(1 - line.asked, 14);
        let (desk, last) = (self.desk.clone(), days.first().previous());
        let held = self
            .db
            .write_blocking(move |tx| hires::hold(tx, &desk, id, (last, true)));
        match held {
            Ok(()) => {}
            Err(Failure::Refused(_)) => return Ok(()),
            Err(Failure::Fault(fault)) => return Err(fault),
        }
        let words = words(line, days);
        let (desk, sold, last) = (self.desk.clone(), self.sold, days.first().previous());
        let (people, discount) = (line.people, line.discount.clone());
        let quote = self.act(move |tx| {
            let quote = hires::draft(tx, &desk, id, &words).map_err(Failure::unexpected)?;
            let facts = billing::quote(tx, desk.place, quote)?.facts;
            let facts = enriched(facts, sold, (people, last), discount.as_deref())?;
            hires::change(tx, &desk, (id, quote), &facts).map_err(Failure::unexpected)?;
            hires::send(tx, &desk, id, quote).map_err(Failure::unexpected)?;
            Ok(quote)
        })?;
        self.answered(line, (id, quote), days)
    }

    fn answered(&self, line: &Line, (id, quote): (Id<Hire>, Id<Quote>), days: Days) -> Result<(), Fault> {
        let visitor = Actor::visitor(self.known.place);
        self.at(4 - line.asked, 17);
        match line.outcome.as_str() {
            "quoted" => Ok(()),
            "lost" => {
                let reason = line.reason.clone();
                self.act(move |tx| hires::decline(tx, &visitor, quote, &reason).map_err(Failure::unexpected))
            }
            _ => {
                let name = format!("{} {}", line.given_name, line.family_name);
                self.act(move |tx| accept(tx, &visitor, quote, &name))?;
                self.after(line, id, days)
            }
        }
    }

    /// The guarantee, the rooms afterwards.
    fn after(&self, line: &Line, id: Id<Hire>, days: Days) -> Result<(), Fault> {
        if !matches!(line.outcome.as_str(), "ended" | "checked") {
            return Ok(());
        }
        let desk = self.desk.clone();
        self.at(line.day, 8);
        self.act(move |tx| {
            let received = (Money::from_cents(50_000), Method::Cheque, days.first());
            hires::receive_deposit(tx, &desk, id, received).map_err(Failure::unexpected)
        })?;
        if line.outcome != "checked" {
            return Ok(());
        }
        self.at(line.day.saturating_add(1), 9);
        let (desk, damage) = (self.desk.clone(), line.damage.clone());
        let damage = Damage {
            cost: Money::parse(&line.cost).map_err(Fault::internal)?,
            reason: damage,
            label: "Indemnité pour dommage".to_owned(),
            product: None,
        };
        self.act(move |tx| {
            let slots = hires::slots_of(tx, desk.place, id)?;
            let found: Vec<Finding> = slots
                .iter()
                .map(|slot| Finding {
                    slot: slot.id,
                    condition: Condition::Damaged,
                    note: damage.reason.clone(),
                })
                .collect();
            hires::check(tx, &desk, id, &found).map_err(Failure::unexpected)?;
            hires::settle_deposit(tx, &desk, id, &damage)
                .map(drop)
                .map_err(Failure::unexpected)
        })
    }

    fn act<T: Send + 'static>(
        &self,
        work: impl Fn(&mut Tx<'_>) -> Result<T, Fault> + Send + 'static,
    ) -> Result<T, Fault> {
        self.db.write_blocking(work)
    }
}

fn asked(line: &Line) -> Result<Asked, Fault> {
    let organisation = line.organisation.as_deref().map(Name::parse).transpose();
    Ok(Asked {
        name: PersonName::parse(&line.given_name, &line.family_name).map_err(Fault::internal)?,
        email: Some(Email::parse(&line.email).map_err(Fault::internal)?),
        phone: Some(Phone::parse(&line.phone).map_err(Fault::internal)?),
        language: Locale::Fr,
        organisation: organisation.map_err(Fault::internal)?.map(|name| (name, None)),
        rules: None,
        privacy: None,
    })
}

fn words(line: &Line, days: Days) -> QuoteWords {
    let day = days.first().french();
    QuoteWords {
        subject: format!("Privatisation du {day}, {} personnes", line.people),
        hours: std::collections::BTreeMap::new(),
    }
}

/// A coffee for everybody, and things to choose.
fn enriched(
    facts: QuoteFacts,
    sold: Sold,
    (people, last): (i64, Day),
    discount: Option<&str>,
) -> Result<QuoteFacts, Fault> {
    let line = |label: &str, (units, cents): (i64, i64), product, optional| -> Result<QuoteLine, Fault> {
        Ok(QuoteLine {
            optional,
            chosen: !optional,
            label: label.to_owned(),
            detail: String::new(),
            quantity: Quantity::whole(units).map_err(Fault::internal)?,
            unit: Unit::Piece,
            unit_price: Money::from_cents(cents),
            vat: Vat {
                rate: Rate::ZERO,
                exemption: None,
            },
            product,
            source: None,
        })
    };
    let mut lines = facts.lines.clone();
    let when = format!("le {}", facts.service.first().french());
    for line in &mut lines {
        line.detail.clone_from(&when);
    }
    lines.extend([
        line("Café d’accueil, par personne", (people, 450), sold.lunch, false)?,
        line("Installation et rangement", (1, 9_000), sold.help, false)?,
        line("Déjeuner, par personne", (people, 1_650), sold.lunch, true)?,
        line("Régie son et lumière", (1, 18_000), sold.help, true)?,
    ]);
    let discount = discount.map(Rate::parse).transpose().map_err(Fault::internal)?;
    Ok(QuoteFacts {
        introduction: "Merci de votre demande. Les tables et les chaises sont comprises ; nous sommes sur place une heure avant."
            .replace(" ;", "\u{a0};"),
        discount: discount.unwrap_or(Rate::ZERO),
        valid_until: facts.valid_until.min(last),
        lines,
        ..facts
    })
}

/// The customer takes the first option.
fn accept(tx: &mut Tx<'_>, visitor: &Actor, quote: Id<Quote>, name: &str) -> Result<(), Fault> {
    let known = billing::quote(tx, visitor.place, quote)?;
    let first = known.facts.lines.iter().position(|line| line.optional);
    let options: Vec<usize> = first.into_iter().collect();
    let mut facts = known.facts.clone();
    facts.lines = billing::taking(facts.lines, &options);
    let yes = Yes {
        acceptance: Acceptance {
            name: name.to_owned(),
            from: "demonstration".to_owned(),
        },
        options,
        conditions: known.conditions,
        shown: facts.totals().gross,
    };
    let address = Address::parse("12 rue du Moulin", "49990", "Saint-Avel", "FR").map_err(Fault::internal)?;
    hires::accept(tx, visitor, quote, (&yes, &address))
        .map(drop)
        .map_err(Failure::unexpected)
}
