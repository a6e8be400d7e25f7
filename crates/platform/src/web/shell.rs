//! The shell of a page: what its layout shows around it, and the words and formats its template asks for.

use super::{Visit, WebError, Words};
use crate::messages::Argument;
use askama::Template;
use kernel::{Day, Hat, Instant, Locale, Money, Month, Period, Rate};

/// What kind of news a flash brings.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FlashKind {
    /// It is done.
    Success,
    /// It is done, and there is something to know.
    Warning,
    /// It was not done.
    Error,
}

impl FlashKind {
    /// The word used in class names and cookies.
    pub fn code(self) -> &'static str {
        match self {
            Self::Success => "success",
            Self::Warning => "warning",
            Self::Error => "error",
        }
    }
}

/// One message shown on the next page: a message key with its arguments, so that it is said in the language of that page.
#[derive(Clone, Debug)]
pub struct Flash {
    /// Its kind.
    pub kind: FlashKind,
    key: String,
    arguments: Vec<(String, String)>,
}

impl Flash {
    /// Good news.
    pub fn success(key: &str) -> Self {
        Self::new(FlashKind::Success, key)
    }

    /// News with something to know.
    pub fn warning(key: &str) -> Self {
        Self::new(FlashKind::Warning, key)
    }

    /// Bad news.
    pub fn error(key: &str) -> Self {
        Self::new(FlashKind::Error, key)
    }

    /// Adds an argument of the message.
    #[must_use]
    pub fn with(mut self, name: &str, value: impl ToString) -> Self {
        self.arguments.push((name.to_owned(), value.to_string()));
        self
    }

    fn new(kind: FlashKind, key: &str) -> Self {
        Self {
            kind,
            key: key.to_owned(),
            arguments: Vec::new(),
        }
    }

    pub(crate) fn to_text(&self) -> String {
        serde_json::json!([self.kind.code(), self.key, self.arguments]).to_string()
    }

    pub(crate) fn from_text(text: &str) -> Option<Self> {
        let (kind, key, arguments): (String, String, Vec<(String, String)>) =
            serde_json::from_str(text).ok()?;
        let kind = [FlashKind::Success, FlashKind::Warning, FlashKind::Error]
            .into_iter()
            .find(|known| known.code() == kind)?;
        Some(Self { kind, key, arguments })
    }
}

/// A flash in words, for the layout.
#[derive(Clone, Debug)]
pub struct FlashText {
    /// "success", "warning" or "error".
    pub kind: &'static str,
    /// What to say.
    pub text: String,
}

/// One entry of the navigation of the current hat.
#[derive(Clone, Debug)]
pub struct NavEntry {
    /// Message key of its label.
    pub label_key: &'static str,
    /// Where it goes.
    pub href: &'static str,
    /// Name of its icon.
    pub icon: &'static str,
    /// Whether the page shown is under it.
    pub current: bool,
    /// Message key of the section it stands in (office only).
    pub section_key: &'static str,
}

/// One hat the person may put on.
#[derive(Clone, Debug)]
pub struct HatLink {
    /// The hat.
    pub hat: Hat,
    /// Message key of its name.
    pub label_key: &'static str,
    /// Whether it is on.
    pub current: bool,
}

/// A language one may switch to.
#[derive(Clone, Debug)]
pub struct LocaleLink {
    /// Its code.
    pub code: &'static str,
    /// Its own name.
    pub name: &'static str,
    /// Whether the page is in it.
    pub current: bool,
}

/// What a layout and a template may ask. Every page struct holds one in its field `shell`.
pub struct Shell {
    visit: Visit,
    title: String,
    flash: Option<FlashText>,
    hats: Vec<HatLink>,
    navigation: Vec<NavEntry>,
    words: Words,
}

impl Shell {
    pub(crate) fn new(visit: &Visit, title: String) -> Self {
        let words = Words::new(
            visit.app.messages.clone(),
            visit.locale,
            visit.place.zone.clone(),
            visit.place.currency,
        );
        Self {
            flash: flash_text(visit),
            hats: hats_of(visit),
            navigation: navigation_of(visit),
            words,
            title,
            visit: visit.clone(),
        }
    }

    /// A message.
    pub fn t(&self, key: &str) -> String {
        self.visit.text(key)
    }

    /// A message with one argument.
    pub fn t1(&self, key: &str, name: &str, value: impl Into<Argument>) -> String {
        self.visit.text_with(key, &[(name, value.into())])
    }

    /// A message with two arguments.
    pub fn t2(
        &self,
        key: &str,
        first: &str,
        a: impl Into<Argument>,
        second: &str,
        b: impl Into<Argument>,
    ) -> String {
        self.visit
            .text_with(key, &[(first, a.into()), (second, b.into())])
    }

    /// The language code of the page.
    pub fn lang(&self) -> &'static str {
        self.visit.locale.code()
    }

    /// The language of the page.
    pub fn locale(&self) -> Locale {
        self.visit.locale
    }

    /// The page's title.
    pub fn title(&self) -> &str {
        &self.title
    }

    /// The name of the place.
    pub fn place_name(&self) -> &str {
        &self.visit.place.name
    }

    /// Whether this place is a demonstration.
    pub fn demonstration(&self) -> bool {
        self.visit.place.demonstration
    }

    /// Whether somebody is signed in.
    pub fn signed_in(&self) -> bool {
        self.visit.signed_in.is_some()
    }

    /// Whether the person may; for showing or hiding a link (the route checks again).
    pub fn may(&self, permission: kernel::Permission) -> bool {
        self.visit.actor.may(permission)
    }

    /// The name of the person signed in.
    pub fn person_name(&self) -> &str {
        self.visit.signed_in.as_ref().map_or("", |who| who.name.as_str())
    }

    /// The initials of the person signed in.
    pub fn initials(&self) -> String {
        self.person_name()
            .split_whitespace()
            .filter_map(|word| word.chars().next())
            .take(2)
            .collect()
    }

    /// The token for the hidden `_csrf` field.
    pub fn csrf(&self) -> &str {
        self.visit.csrf().as_str()
    }

    /// A fresh idempotency key for the hidden `_key` field.
    pub fn idempotency(&self) -> String {
        super::seal::token(&self.visit.app.db)
    }

    /// The address of an asset, with its fingerprint.
    pub fn asset(&self, name: &str) -> String {
        super::assets::Assets::path(name).to_owned()
    }

    /// The address of the place's own colours, when it has chosen one.
    pub fn brand_css(&self) -> Option<String> {
        super::brand::href(&self.visit.place.brand_colour)
    }

    /// The path of the page, with its query.
    pub fn path(&self) -> &str {
        &self.visit.path
    }

    /// The hat that is on.
    pub fn hat(&self) -> Hat {
        self.visit.hat
    }

    /// The hats the person may put on; one hat alone is not offered.
    pub fn hats(&self) -> &[HatLink] {
        &self.hats
    }

    /// The navigation of the hat that is on.
    pub fn navigation(&self) -> &[NavEntry] {
        &self.navigation
    }

    /// What to say first on this page.
    pub fn flash(&self) -> Option<&FlashText> {
        self.flash.as_ref()
    }

    /// The languages.
    pub fn locale_links(&self) -> [LocaleLink; 2] {
        [(Locale::Fr, "Français"), (Locale::En, "English")].map(|(locale, name)| LocaleLink {
            code: locale.code(),
            name,
            current: locale == self.visit.locale,
        })
    }

    /// The words and formats of the page's language.
    pub fn words(&self) -> &Words {
        &self.words
    }

    /// An amount with its currency.
    pub fn money(&self, amount: &Money) -> String {
        self.words.money(*amount)
    }

    /// A rate.
    pub fn rate(&self, rate: &Rate) -> String {
        rate.display(self.visit.locale)
    }

    /// "mardi 14 juin 2026".
    pub fn day_long(&self, day: &Day) -> String {
        self.words.day_long(*day)
    }

    /// "14 juin 2026".
    pub fn day_short(&self, day: &Day) -> String {
        self.words.day_short(*day)
    }

    /// "juin 2026".
    pub fn month(&self, month: &Month) -> String {
        self.words.month(*month)
    }

    /// "18 h 30".
    pub fn time(&self, instant: &Instant) -> String {
        self.words.time(*instant)
    }

    /// "mardi 14 juin 2026, 18 h 30".
    pub fn when(&self, instant: &Instant) -> String {
        self.words.when(*instant)
    }

    /// "mardi 14 juin 2026, 18 h 30 – 20 h".
    pub fn period(&self, period: &Period) -> String {
        self.words.period(*period)
    }
}

fn flash_text(visit: &Visit) -> Option<FlashText> {
    let flash = visit.flash()?;
    let arguments: Vec<(&str, Argument)> = flash
        .arguments
        .iter()
        .map(|(name, value)| (name.as_str(), Argument::from(value.as_str())))
        .collect();
    Some(FlashText {
        kind: flash.kind.code(),
        text: visit.text_with(&flash.key, &arguments),
    })
}

fn hats_of(visit: &Visit) -> Vec<HatLink> {
    if visit.signed_in.is_none() {
        return Vec::new();
    }
    let hats: Vec<HatLink> = Hat::ALL
        .iter()
        .filter(|hat| **hat == Hat::Member || visible(visit, **hat).next().is_some())
        .map(|hat| HatLink {
            hat: *hat,
            label_key: hat.message(),
            current: *hat == visit.hat,
        })
        .collect();
    if hats.len() > 1 { hats } else { Vec::new() }
}

fn navigation_of(visit: &Visit) -> Vec<NavEntry> {
    let path = visit.path.split('?').next().unwrap_or("/");
    let best = visible(visit, visit.hat)
        .filter(|item| under(path, item.href))
        .map(|item| item.href.len())
        .max();
    visible(visit, visit.hat)
        .map(|item| NavEntry {
            label_key: item.label,
            href: item.href,
            icon: item.icon,
            current: under(path, item.href) && best == Some(item.href.len()),
            section_key: item.section,
        })
        .collect()
}

fn visible(visit: &Visit, hat: Hat) -> impl Iterator<Item = &crate::capability::NavItem> {
    visit.app.navigation.iter().filter(move |item| {
        item.hat == hat && item.needs.is_none_or(|permission| visit.actor.may(permission))
    })
}

fn under(path: &str, href: &str) -> bool {
    path == href || path.strip_prefix(href).is_some_and(|rest| rest.starts_with('/'))
}

/// The page that explains an error: what happened, what is safe, what to do next.
#[derive(Template)]
#[template(path = "errors/problem.html")]
pub(crate) struct ProblemPage {
    pub(crate) shell: Shell,
    pub(crate) status: u16,
    pub(crate) title: String,
    pub(crate) text: String,
    pub(crate) advice: String,
    pub(crate) reference: String,
}

impl ProblemPage {
    pub(crate) fn new(visit: &Visit, error: &WebError) -> Self {
        let stem = error.stem();
        let seconds = if let WebError::TooMany(seconds) = error {
            *seconds
        } else {
            0
        };
        let say = |part: &str| {
            visit.text_with(
                &format!("shell-problem-{stem}-{part}"),
                &[("seconds", Argument::from(seconds))],
            )
        };
        let title = say("title");
        Self {
            shell: Shell::new(visit, title.clone()),
            status: error.status().as_u16(),
            title,
            text: say("text"),
            advice: say("advice"),
            reference: visit.request_id.clone(),
        }
    }
}
