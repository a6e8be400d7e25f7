//! The shell of a page: what its layout shows around it, and the words and formats its template asks for.

use super::navigation::{
    HatLink, NavEntry, NavGroup, grouped, hat_of_page, hats_of, home_of, public_navigation_of,
};
use super::{Visit, Words};
use crate::messages::Argument;

use kernel::{Day, Hat, Instant, Locale, Money, Month, Period, Rate};

/// A flash in words, for the layout.
#[derive(Clone, Debug)]
pub struct FlashText {
    /// "success", "warning" or "error".
    pub kind: &'static str,
    /// What to say.
    pub text: String,
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
    /// The hat whose navigation the page shows.
    frame: Hat,
    navigation: Vec<NavEntry>,
    words: Words,
}

impl Shell {
    pub(crate) fn new(visit: &Visit, title: String) -> Self {
        Self::framed(visit, title, hat_of_page(visit))
    }

    /// A shell with the navigation of this hat, whatever the page.
    pub(super) fn framed(visit: &Visit, title: String, frame: Hat) -> Self {
        Self {
            flash: flash_text(visit),
            hats: hats_of(visit),
            navigation: visit.doors(frame),
            frame,
            words: visit.words(),
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

    /// The page of the hat that is on: where the name of the place leads from a page of the house.
    pub fn home(&self) -> &'static str {
        home_of(self.visit.hat)
    }

    /// Whether the person has the front desk's hat on, also on a page of the office.
    pub fn at_desk(&self) -> bool {
        self.visit.hat == Hat::FrontDesk
    }

    /// Whether the page has the frame of the front desk: its navigation, and its search within reach.
    pub fn desk_frame(&self) -> bool {
        self.frame == Hat::FrontDesk
    }

    /// The hats the person may put on; one hat alone is not offered.
    pub fn hats(&self) -> &[HatLink] {
        &self.hats
    }

    /// The navigation of the hat that is on.
    pub fn navigation(&self) -> &[NavEntry] {
        &self.navigation
    }

    /// The same by sections: those of the office have a head, those of the front desk open.
    pub fn navigation_groups(&self) -> Vec<NavGroup> {
        grouped(&self.navigation)
    }

    /// The navigation of the public pages.
    pub fn public_navigation(&self) -> Vec<NavEntry> {
        public_navigation_of(&self.visit)
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
