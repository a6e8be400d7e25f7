//! The office: its first page, and what the place says of itself.

use super::first_steps::{self, Step};
use askama::Template;
use kernel::{Email, Locale, Name, Zone};
use platform::activity::{self, Subject};
use platform::mail::REPLY_TO;
use platform::place::{self, Place, PlaceRefused};
use platform::web::{Answer, Flash, Form, NavEntry, Shell, Visit};
use platform::{Failure, Fault};

/// The setting that holds the sentence of the home page.
pub(super) const LEAD: &str = "home_lead";
/// The longest sentence of the home page, characters.
const LONGEST_LEAD: usize = 400;

#[derive(Template)]
#[template(path = "office.html")]
struct OfficePage {
    shell: Shell,
    doors: Vec<NavEntry>,
    steps: Vec<Step>,
}

impl OfficePage {
    fn left(&self) -> usize {
        self.steps.iter().filter(|step| !step.done).count()
    }
}

#[derive(Template)]
#[template(path = "place_settings.html")]
struct PlaceSettingsPage {
    shell: Shell,
    form: Form,
    languages: Vec<(String, String)>,
}

/// `GET /office`: every door of the office that is open to this person.
pub(super) async fn show(visit: Visit) -> Answer {
    let shell = visit.shell("app-office-title");
    let doors = visit
        .doors(kernel::Hat::Office)
        .into_iter()
        .filter(|door| door.href != "/office")
        .collect();
    let steps = if visit.actor.may(super::SETTINGS) {
        visit.read(first_steps::read).await?
    } else {
        vec![]
    };
    visit.page(&OfficePage { shell, doors, steps })
}

/// `GET /office/settings`.
pub(super) async fn settings(visit: Visit) -> Answer {
    let (lead, reply_to) = visit
        .read(|tx, actor| {
            let lead = place::setting(tx, actor.place, LEAD)?;
            Ok::<_, Fault>((lead, place::setting(tx, actor.place, REPLY_TO)?))
        })
        .await?;
    let form = Form::blank(&visit)
        .with("name", &visit.place.name)
        .with("zone", visit.place.zone.name())
        .with("language", visit.place.language)
        .with("colour", &visit.place.brand_colour)
        .with("lead", lead.unwrap_or_default())
        .with("reply_to", reply_to.unwrap_or_default());
    visit.page(&settings_page(&visit, form))
}

/// `POST /office/settings`.
pub(super) async fn change_settings(visit: Visit, mut form: Form) -> Answer {
    let Some((changed, lead, reply_to)) = read_settings(&visit, &mut form) else {
        return visit.refused(&settings_page(&visit, form));
    };
    let done = visit
        .submit(&form, move |tx, actor| {
            actor.require(super::SETTINGS)?;
            place::update(tx, &changed)?;
            place::set_setting(tx, actor.place, LEAD, &lead)?;
            place::set_setting(tx, actor.place, REPLY_TO, &reply_to)?;
            activity::record(
                tx,
                actor,
                "place.changed",
                Subject::new("place", actor.place),
                serde_json::json!({}),
            )?;
            Ok("/office/settings".to_owned())
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("app-settings-saved")),
        Err(Failure::Refused(refused)) => {
            let refused: PlaceRefused = refused;
            form.refuse("name", &refused);
            visit.refused(&settings_page(&visit, form))
        }
        Err(Failure::Fault(fault)) => Err(Fault::into(fault)),
    }
}

fn settings_page(visit: &Visit, form: Form) -> PlaceSettingsPage {
    PlaceSettingsPage {
        shell: visit.shell("app-settings-title"),
        form,
        languages: languages(visit),
    }
}

/// The languages to choose from, as a select wants them.
pub(super) fn languages(visit: &Visit) -> Vec<(String, String)> {
    Locale::ALL
        .iter()
        .map(|locale| {
            (
                locale.code().to_owned(),
                visit.text(&format!("app-language-{}", locale.code())),
            )
        })
        .collect()
}

fn read_settings(visit: &Visit, form: &mut Form) -> Option<(Place, String, String)> {
    let name = form.parse("name", Name::parse);
    let zone = form.parse("zone", Zone::parse);
    let language = form.parse("language", Locale::parse);
    let colour = colour(form);
    let reply_to = form.parse_optional("reply_to", Email::parse);
    let lead: String = form.value("lead").chars().take(LONGEST_LEAD).collect();
    let place = Place {
        name: name?.to_string(),
        zone: zone?,
        language: language?,
        brand_colour: colour?,
        ..visit.place.clone()
    };
    let reply_to = reply_to?.map(|email| email.to_string()).unwrap_or_default();
    Some((place, lead, reply_to))
}

/// The colour of a form's field `colour`, `#rrggbb` in lower case.
pub(super) fn colour(form: &mut Form) -> Option<String> {
    let colour = form.value("colour").to_ascii_lowercase();
    if colour.is_empty() {
        return Some(place::DEFAULT_COLOUR.to_owned());
    }
    let digits = colour.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.chars().all(|digit| digit.is_ascii_hexdigit()) {
        return Some(colour);
    }
    form.refuse_with("colour", "app-refused-colour");
    None
}
