//! The mails that let somebody in: a link to sign in, an invitation or a new password.

use kernel::Locale;
use platform::place::Place;
use platform::{Argument, Catalogue, Fault, mail};

/// What a mail is about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    /// A link to sign in.
    SignIn,
    /// A first link, from the team.
    Invitation,
    /// A link to choose another password.
    Reset,
    /// A link that proves the new address of an account.
    EmailChange,
    /// Word to the former address of an account.
    EmailChanged,
    /// Word that a passkey opens the account from now on.
    PasskeyAdded,
    /// Word that a passkey opens it no more.
    PasskeyRemoved,
}

/// A mail with a link in it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct AccessMail<'a> {
    pub(crate) kind: Kind,
    /// Whom it is for.
    pub(crate) name: &'a str,
    /// Where it leads.
    pub(crate) link: &'a str,
}

/// A mail in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Written {
    pub(crate) subject: String,
    pub(crate) text: String,
    pub(crate) html: String,
}

impl Kind {
    /// What its message keys say of it: `people-mail-STEM-subject`, `-title`, `-text`, `-button`, `-after`.
    const fn stem(self) -> &'static str {
        match self {
            Self::SignIn => "sign-in",
            Self::Invitation => "invitation",
            Self::Reset => "reset",
            Self::EmailChange => "email-change",
            Self::EmailChanged => "email-changed",
            Self::PasskeyAdded => "passkey-added",
            Self::PasskeyRemoved => "passkey-removed",
        }
    }
}

impl AccessMail<'_> {
    /// Lays the mail out in a language.
    pub(crate) fn write(
        &self,
        place: &Place,
        locale: Locale,
        messages: &Catalogue,
    ) -> Result<Written, Fault> {
        let arguments = [
            ("place", Argument::from(place.name.as_str())),
            ("name", Argument::from(self.name)),
        ];
        let say = |part: &str| {
            messages.text(
                locale,
                &format!("people-mail-{}-{part}", self.kind.stem()),
                &arguments,
            )
        };
        let paragraphs = [
            messages.text(locale, "people-mail-greeting", &arguments),
            say("text"),
            say("after"),
        ];
        let button = say("button");
        let (text, html) = mail::compose(
            place,
            locale,
            &say("title"),
            &paragraphs,
            Some((&button, self.link)),
        )?;
        Ok(Written {
            subject: say("subject"),
            text,
            html,
        })
    }
}
