//! What the program says to people, in each language, from Fluent texts.
//!
//! Every capability hands in its [`Messages`]; the [`Catalogue`] adds those of the kernel and of the shell, and refuses at
//! start a syntax error, a key given twice, or a key that one language lacks. Messages without values are laid out once, so that
//! a page asking for a hundred of them costs a hundred look-ups.

mod readable;

pub(crate) use readable::UNTIL;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentError, FluentResource, FluentValue};
use kernel::{Locale, Refusal};
use std::collections::{BTreeSet, HashMap};
use std::sync::Arc;
use unic_langid::LanguageIdentifier;

/// The messages of one capability, one Fluent text a language.
#[derive(Debug, Clone, Copy)]
pub struct Messages {
    /// French.
    pub fr: &'static str,
    /// English.
    pub en: &'static str,
}

impl Messages {
    const fn of(&self, locale: Locale) -> &'static str {
        match locale {
            Locale::Fr => self.fr,
            Locale::En => self.en,
        }
    }
}

/// The messages of the platform itself: the shell, what files and registers are checked for, what is held about people.
const OURS: [Messages; 3] = [
    Messages {
        fr: include_str!("../locales/fr.ftl"),
        en: include_str!("../locales/en.ftl"),
    },
    Messages {
        fr: include_str!("../locales/upkeep.fr.ftl"),
        en: include_str!("../locales/upkeep.en.ftl"),
    },
    Messages {
        fr: include_str!("../locales/personal.fr.ftl"),
        en: include_str!("../locales/personal.en.ftl"),
    },
];

/// A value shown inside a message. Integers choose the plural.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Argument {
    /// Shown as it is.
    Text(String),
    /// Shown as digits; may choose a plural form.
    Integer(i64),
}

impl Argument {
    /// Reads a value that was handed over as text: what is written as an integer counts as one.
    #[must_use]
    pub fn read(text: &str) -> Self {
        match text.parse::<i64>() {
            // Only when it would be shown the same: `01234` is a postal code.
            Ok(number) if number.to_string() == text => Self::Integer(number),
            _ => Self::Text(text.to_owned()),
        }
    }

    fn value(&self) -> FluentValue<'_> {
        match self {
            Self::Text(text) => FluentValue::from(text.as_str()),
            Self::Integer(number) => FluentValue::from(*number),
        }
    }
}

impl From<&str> for Argument {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<String> for Argument {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&String> for Argument {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<i64> for Argument {
    fn from(number: i64) -> Self {
        Self::Integer(number)
    }
}

impl From<&i64> for Argument {
    fn from(number: &i64) -> Self {
        Self::Integer(*number)
    }
}

impl From<&usize> for Argument {
    fn from(number: &usize) -> Self {
        Self::from(*number)
    }
}

impl From<u32> for Argument {
    fn from(number: u32) -> Self {
        Self::Integer(number.into())
    }
}

impl From<usize> for Argument {
    fn from(number: usize) -> Self {
        Self::Integer(i64::try_from(number).unwrap_or(i64::MAX))
    }
}

/// Every message of the program.
pub struct Catalogue {
    fr: Language,
    en: Language,
}

impl Catalogue {
    /// Merges the messages of the kernel, the shell and each capability.
    ///
    /// # Errors
    /// One line for each syntax error, key given twice, or key missing in a language.
    pub fn new(capabilities: &[Messages]) -> Result<Self, Vec<String>> {
        let mut faults = Vec::new();
        let fr = Language::new(Locale::Fr, capabilities, &mut faults);
        let en = Language::new(Locale::En, capabilities, &mut faults);
        faults.extend(
            fr.keys
                .difference(&en.keys)
                .map(|key| format!("en: `{key}` is missing")),
        );
        faults.extend(
            en.keys
                .difference(&fr.keys)
                .map(|key| format!("fr: `{key}` is missing")),
        );
        if faults.is_empty() {
            Ok(Self { fr, en })
        } else {
            Err(faults)
        }
    }

    /// The message `key` in a language. A key that does not exist shows as `⟦key⟧` and is logged.
    #[must_use]
    pub fn text(&self, locale: Locale, key: &str, arguments: &[(&str, Argument)]) -> String {
        let language = self.language(locale);
        if let Some(plain) = language.plain.get(key) {
            return plain.as_ref().to_owned();
        }
        language.format(key, arguments).unwrap_or_else(|| {
            tracing::error!(key, %locale, "message missing");
            format!("⟦{key}⟧")
        })
    }

    /// What a refusal says to a person.
    #[must_use]
    pub fn refusal(&self, locale: Locale, refusal: &dyn Refusal) -> String {
        let arguments: Vec<(&str, Argument)> = refusal
            .arguments()
            .iter()
            .map(|(name, text)| (*name, Argument::read(&self.readable(locale, text))))
            .collect();
        self.text(locale, refusal.key(), &arguments)
    }

    /// True when the message exists in both languages.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.fr.keys.contains(key)
    }

    fn language(&self, locale: Locale) -> &Language {
        match locale {
            Locale::Fr => &self.fr,
            Locale::En => &self.en,
        }
    }
}

impl std::fmt::Debug for Catalogue {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "Catalogue({} messages)", self.fr.keys.len())
    }
}

struct Language {
    bundle: FluentBundle<FluentResource>,
    plain: HashMap<String, Arc<str>>,
    keys: BTreeSet<String>,
}

impl Language {
    fn new(locale: Locale, capabilities: &[Messages], faults: &mut Vec<String>) -> Self {
        let identifier: LanguageIdentifier = locale.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        bundle.set_use_isolating(false);
        let kernel = kernel::MESSAGES
            .iter()
            .filter(|(of, _)| *of == locale)
            .map(|(_, text)| *text);
        let others = OURS
            .iter()
            .chain(capabilities)
            .map(|messages| messages.of(locale));
        let mut keys = BTreeSet::new();
        for text in kernel.chain(others) {
            keys.extend(add(&mut bundle, locale, text, faults));
        }
        let plain = plain_messages(&bundle, &keys);
        Self { bundle, plain, keys }
    }

    fn format(&self, key: &str, arguments: &[(&str, Argument)]) -> Option<String> {
        let pattern = self.bundle.get_message(key)?.value()?;
        let mut values = FluentArgs::with_capacity(arguments.len());
        for (name, argument) in arguments {
            values.set(*name, argument.value());
        }
        let mut errors = Vec::new();
        let text = self
            .bundle
            .format_pattern(pattern, Some(&values), &mut errors)
            .into_owned();
        for error in &errors {
            tracing::error!(key, %error, "message badly filled");
        }
        Some(text)
    }
}

/// Adds one text to the bundle and answers its keys.
fn add(
    bundle: &mut FluentBundle<FluentResource>,
    locale: Locale,
    text: &str,
    faults: &mut Vec<String>,
) -> BTreeSet<String> {
    let resource = match FluentResource::try_new(text.to_owned()) {
        Ok(resource) => resource,
        Err((resource, errors)) => {
            for error in errors {
                let line = text
                    .get(..error.pos.start)
                    .unwrap_or_default()
                    .matches('\n')
                    .count()
                    .saturating_add(1);
                faults.push(format!("{locale}: line {line}: {error}"));
            }
            resource
        }
    };
    let keys = resource
        .entries()
        .filter_map(|entry| match entry {
            fluent_syntax::ast::Entry::Message(message) => Some(message.id.name.to_owned()),
            _ => None,
        })
        .collect();
    if let Err(errors) = bundle.add_resource(resource) {
        for error in errors {
            let fault = match error {
                FluentError::Overriding { id, .. } => format!("{locale}: `{id}` is given twice"),
                other => format!("{locale}: {other}"),
            };
            faults.push(fault);
        }
    }
    keys
}

/// Messages that need no value, laid out once.
fn plain_messages(
    bundle: &FluentBundle<FluentResource>,
    keys: &BTreeSet<String>,
) -> HashMap<String, Arc<str>> {
    let mut plain = HashMap::new();
    for key in keys {
        let Some(pattern) = bundle.get_message(key).and_then(|message| message.value()) else {
            continue;
        };
        let mut errors = Vec::new();
        let text = bundle.format_pattern(pattern, None, &mut errors);
        if errors.is_empty() {
            plain.insert(key.clone(), Arc::from(text.as_ref()));
        }
    }
    plain
}
