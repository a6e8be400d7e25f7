//! The set-up: four short steps on an empty database, behind a link that works once.
//!
//! Nothing is written before the last step: each step carries what the ones before it said in hidden fields, so the back
//! button, a reload or a lost connection lose nothing, and a house is never half open.

use super::office::{colour, languages};
use askama::Template;
use kernel::{Actor, Currency, Email, Locale, MinuteOfDay, Name, PlaceId, Weekday, Zone};
use people::{Door, Opened, Password, PersonName};
use platform::database::{Database, Tx};
use platform::place::{self, NewPlace};
use platform::web::{Answer, Flash, Form, Path, Shell, Visit, WebError};
use platform::{Failure, Fault};
use sha2::{Digest, Sha256};
use spaces::templates::{self, Template as Space};

/// The setting of the installation that holds the hash of the link's token; absent once the house is open.
const TOKEN: &str = "set_up_token";
/// The installation's own settings stand under place 0.
const INSTALLATION: i64 = 0;
/// The most rooms of one kind that the set-up makes.
const MOST_ROOMS: i64 = 20;
/// The steps, in order; the last one opens the house.
const STEPS: [&str; 4] = ["place", "hours", "rooms", "administrator"];

/// A fresh token for the link when the house is not open, or nothing when it is. An older link dies.
pub fn link_token(db: &Database) -> Result<Option<String>, Fault> {
    let token = data_encoding::BASE32_NOPAD
        .encode(&db.entropy().bytes::<20>())
        .to_ascii_lowercase();
    let hash = hash(&token);
    db.write_blocking(move |tx| {
        if !place::all(tx)?.is_empty() {
            return Ok(None);
        }
        place::set_setting(tx, PlaceId::from_i64(INSTALLATION), TOKEN, &hash)?;
        Ok::<_, Fault>(Some(token.clone()))
    })
}

fn hash(token: &str) -> String {
    data_encoding::HEXLOWER.encode(&Sha256::digest(token.as_bytes()))
}

#[derive(Template)]
#[template(path = "set_up.html")]
struct SetUpPage {
    shell: Shell,
    form: Form,
    token: String,
    step: usize,
    languages: Vec<(String, String)>,
    spaces: Vec<SpaceCount>,
}

/// One line of the third step.
struct SpaceCount {
    field: String,
    label_key: &'static str,
    /// Message key of what one of them is, where the label does not say it; else empty.
    hint_key: &'static str,
}

impl SpaceCount {
    fn all() -> Vec<Self> {
        Space::ALL
            .iter()
            .map(|space| Self {
                field: field_of(*space),
                label_key: space.message(),
                hint_key: if matches!(space, Space::DeskPool) {
                    "app-set-up-desk-pool-hint"
                } else {
                    ""
                },
            })
            .collect()
    }
}

fn field_of(space: Space) -> String {
    format!("rooms-{}", space.code())
}

impl SetUpPage {
    fn new(visit: &Visit, form: Form, token: String, step: usize) -> Self {
        let title = format!("app-set-up-{}-title", STEPS.get(step).unwrap_or(&"place"));
        Self {
            shell: visit.shell(&title),
            languages: languages(visit),
            spaces: SpaceCount::all(),
            form,
            token,
            step,
        }
    }

    fn code(&self) -> &'static str {
        STEPS.get(self.step).copied().unwrap_or("place")
    }

    fn title_key(&self) -> String {
        format!("app-set-up-{}-title", self.code())
    }

    fn text_key(&self) -> String {
        format!("app-set-up-{}-text", self.code())
    }

    fn number(&self) -> i64 {
        i64::try_from(self.step).unwrap_or(0) + 1
    }

    /// What the other steps said, to be carried on; never a password.
    fn carried(&self) -> impl Iterator<Item = (&str, &str)> {
        let own = fields(self.code());
        let pairs = self
            .form
            .pairs()
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()));
        pairs.filter(move |(name, _)| {
            !name.starts_with('_')
                && !matches!(*name, "step" | "to" | "password")
                && !own.iter().any(|field| name.starts_with(field))
        })
    }

    fn weekdays(&self) -> &'static [Weekday] {
        Weekday::ALL
    }
}

/// The fields of a step, by the beginning of their names.
fn fields(step: &str) -> &'static [&'static str] {
    match step {
        "place" => &["name", "language", "zone", "colour"],
        "hours" => &["day", "opens", "closes"],
        "rooms" => &["rooms-"],
        _ => &["given_name", "family_name", "email"],
    }
}

/// `GET /set-up/{token}`.
pub(super) async fn show(visit: Visit, Path(token): Path<String>) -> Answer {
    require_link(&visit, &token).await?;
    let mut form = Form::blank(&visit)
        .with("zone", "Europe/Paris")
        .with("language", visit.locale)
        .with("opens", "08:30")
        .with("closes", "19:00");
    form.set("colour", place::DEFAULT_COLOUR);
    form = Weekday::ALL
        .iter()
        .take(5)
        .fold(form, |form, day| form.and("day", day.code()));
    form.set("rooms-meeting_room", 2);
    form.set("rooms-desk_pool", 1);
    visit.page(&SetUpPage::new(&visit, form, token, 0))
}

/// `POST /set-up/{token}`: one step further, back, or done.
pub(super) async fn advance(visit: Visit, Path(token): Path<String>, mut form: Form) -> Answer {
    require_link(&visit, &token).await?;
    let step = STEPS
        .iter()
        .position(|code| *code == form.value("step"))
        .ok_or(WebError::Malformed)?;
    if form.value("to") == "back" {
        return visit.page(&SetUpPage::new(&visit, form, token, step.saturating_sub(1)));
    }
    let house = NewHouse::read(&visit, &mut form, step);
    if !form.is_valid() {
        return visit.refused(&SetUpPage::new(&visit, form, token, step));
    }
    let Some(house) = house else {
        return visit.page(&SetUpPage::new(&visit, form, token, step + 1));
    };
    open(&visit, token, form, house).await
}

async fn open(visit: &Visit, token: String, form: Form, house: NewHouse) -> Answer {
    let salt = visit.app.db.entropy().bytes::<16>();
    let password = house.password.clone();
    let password_hash = tokio::task::spawn_blocking(move || people::hash_password(&password, salt))
        .await
        .map_err(|error| WebError::internal(error.to_string()))??;
    let expected = hash(&token);
    let door = Door {
        address: visit.address.clone(),
        agent: visit.agent.clone(),
    };
    let done = visit
        .write(move |tx, _| house.open(tx, &expected, &password_hash, &door))
        .await;
    match done {
        Ok(opened) => {
            let mut response = visit.redirect_with(opened.home(), &Flash::success("app-set-up-done"))?;
            visit.set_session(&mut response, Some(opened.token.as_str()), opened.seconds);
            Ok(response)
        }
        Err(Fault::NotFound) => Err(WebError::NotFound),
        Err(fault) => {
            tracing::error!(%fault, "the house could not be opened");
            let mut page = SetUpPage::new(visit, form, token, STEPS.len() - 1);
            page.form.refuse_with("email", "app-set-up-failed");
            visit.refused(&page)
        }
    }
}

/// The link must be the last one printed, and the house not open yet.
async fn require_link(visit: &Visit, token: &str) -> Result<(), WebError> {
    let hash = hash(token);
    let holds = visit.read(move |tx, _| link_holds(tx, &hash)).await?;
    if holds { Ok(()) } else { Err(WebError::NotFound) }
}

fn link_holds(tx: &mut Tx<'_>, hash: &str) -> Result<bool, Fault> {
    let kept = place::setting(tx, PlaceId::from_i64(INSTALLATION), TOKEN)?;
    Ok(!hash.is_empty() && kept.as_deref() == Some(hash) && place::all(tx)?.is_empty())
}

/// Everything the four steps said.
struct NewHouse {
    place: NewPlace,
    days: Vec<Weekday>,
    opens: MinuteOfDay,
    closes: MinuteOfDay,
    rooms: Vec<NewRoom>,
    name: PersonName,
    email: Email,
    password: Password,
}

impl NewHouse {
    /// Reads the steps up to `step`; a house only when the last one is among them and nothing is refused.
    fn read(visit: &Visit, form: &mut Form, step: usize) -> Option<Self> {
        let place = read_place(form);
        let hours = if step >= 1 { read_hours(form) } else { None };
        let rooms = if step >= 2 { read_rooms(visit, form) } else { None };
        if step < STEPS.len() - 1 {
            return None;
        }
        let email = form.parse("email", Email::parse);
        let name = read_name(form);
        let password = form.parse("password", Password::parse);
        let (days, opens, closes) = hours?;
        Some(Self {
            place: place?,
            days,
            opens,
            closes,
            rooms: rooms?,
            name: name?,
            email: email?,
            password: password?,
        })
    }

    /// Opens the house and lets its administrator in: all of it in one transaction, and the link dies in it.
    fn open(
        &self,
        tx: &mut Tx<'_>,
        token_hash: &str,
        password_hash: &str,
        door: &Door,
    ) -> Result<Opened, Fault> {
        if !link_holds(tx, token_hash)? {
            return Err(Fault::NotFound);
        }
        // Writing the setting holds its row: of two who finish at once, the second finds the house open.
        place::set_setting(tx, PlaceId::from_i64(INSTALLATION), TOKEN, "")?;
        if !place::all(tx)?.is_empty() {
            return Err(Fault::NotFound);
        }
        let place = place::create(tx, self.place.clone()).map_err(Failure::unexpected)?;
        let actor = Actor::system(place.id);
        billing::set_french_vat_rates(tx, &actor).map_err(Failure::unexpected)?;
        place::set_setting(tx, place.id, platform::mail::REPLY_TO, self.email.as_str())?;
        let person = people::create_administrator(tx, place.id, &self.name, &self.email, password_hash)?;
        templates::open_house(tx, &actor, &self.days, self.opens, self.closes)?;
        for room in &self.rooms {
            templates::create_from(tx, &actor, room.template, room.name.clone(), &room.equipment)
                .map_err(Failure::unexpected)?;
        }
        people::enter_as_administrator(tx, place.id, person, password_hash, door)
    }
}

fn read_place(form: &mut Form) -> Option<NewPlace> {
    let name = form.parse("name", Name::parse);
    let language = form.parse("language", Locale::parse);
    let zone = form.parse("zone", Zone::parse);
    let colour = colour(form);
    Some(NewPlace {
        name: name?.to_string(),
        zone: zone?,
        language: language?,
        currency: Currency::EUR,
        brand_colour: colour?,
        host: None,
        demonstration: false,
    })
}

fn read_hours(form: &mut Form) -> Option<(Vec<Weekday>, MinuteOfDay, MinuteOfDay)> {
    let days: Vec<Weekday> = form
        .values("day")
        .filter_map(|code| Weekday::ALL.iter().find(|day| day.code() == code))
        .copied()
        .collect();
    if days.is_empty() {
        form.refuse_with("day", "app-refused-no-day");
    }
    let opens = form.parse("opens", MinuteOfDay::parse);
    let closes = form.parse("closes", MinuteOfDay::parse);
    let (opens, closes) = (opens?, closes?);
    if opens >= closes {
        form.refuse_with("closes", "app-refused-hours");
        return None;
    }
    (!days.is_empty()).then_some((days, opens, closes))
}

fn read_rooms(visit: &Visit, form: &mut Form) -> Option<Vec<NewRoom>> {
    let language = Locale::parse(form.value("language")).unwrap_or(visit.locale);
    let mut rooms = Vec::new();
    for space in Space::ALL {
        let field = field_of(*space);
        let count = if form.value(&field).is_empty() {
            0
        } else {
            form.number(&field)?
        };
        if !(0..=MOST_ROOMS).contains(&count) {
            form.refuse_with(&field, "app-refused-room-count");
            return None;
        }
        for number in 1..=count {
            rooms.extend(NewRoom::new(visit, language, *space, number, count));
        }
    }
    Some(rooms)
}

/// A room of the third step, named in the language of the place.
struct NewRoom {
    template: Space,
    name: Name,
    equipment: String,
}

impl NewRoom {
    fn new(visit: &Visit, language: Locale, template: Space, number: i64, count: i64) -> Option<Self> {
        let say = |key: &str| visit.app.messages.text(language, key, &[]);
        let plain = say(template.message());
        let name = if count > 1 {
            format!("{plain} {number}")
        } else {
            plain
        };
        Some(Self {
            template,
            name: Name::parse(&name).ok()?,
            equipment: say(template.equipment_message()),
        })
    }
}

fn read_name(form: &mut Form) -> Option<PersonName> {
    let (given, family) = (form.required("given_name"), form.required("family_name"));
    match PersonName::parse(&given?, &family?) {
        Ok(name) => Some(name),
        Err(refused) => {
            form.refuse("family_name", &refused);
            None
        }
    }
}
