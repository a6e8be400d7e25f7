//! What the pages at the door share: limits, secrets typed, and stepping in.

use crate::actions::{self, Door, Opened};
use crate::hashing;
use crate::rules::password::{Password, PasswordRefused};
use crate::rules::token::TokenHash;
use crate::store::persons;
use askama::Template;
use kernel::Locale;
use platform::Fault;
use platform::web::{Answer, Form, RateLimit, Shell, Visit, WebError, allow, network};

/// Tries from one address in a quarter of an hour: a whole open space may share one.
const BY_ADDRESS: RateLimit = RateLimit {
    tries: 60,
    seconds: 900,
};
/// Tries on one account from one address in a quarter of an hour: who tries elsewhere does not lock its holder out.
const BY_ACCOUNT: RateLimit = RateLimit {
    tries: 10,
    seconds: 900,
};
/// Tries on one account from everywhere in a quarter of an hour, against guesses from many addresses.
const ON_ACCOUNT: RateLimit = RateLimit {
    tries: 100,
    seconds: 900,
};
/// Codes of a second factor typed for one account from everywhere in an hour.
const CODES_ON_ACCOUNT: RateLimit = RateLimit {
    tries: 20,
    seconds: 3_600,
};
/// Passkeys asked for and sent from one address in a quarter of an hour, two for each who comes in.
const PASSKEYS_BY_ADDRESS: RateLimit = RateLimit {
    tries: 120,
    seconds: 900,
};
/// Mails asked for from one address in an hour.
const MAILS_BY_ADDRESS: RateLimit = RateLimit {
    tries: 20,
    seconds: 3_600,
};
/// Mails asked for to one address from one address in an hour.
const MAILS_BY_RECIPIENT: RateLimit = RateLimit {
    tries: 5,
    seconds: 3_600,
};
/// Mails asked for to one address from everywhere in an hour: nobody's box is flooded.
const MAILS_TO: RateLimit = RateLimit {
    tries: 15,
    seconds: 3_600,
};
/// What is counted of one kind of try: by address, by address and account, by account.
struct Limits {
    name: &'static str,
    by_address: RateLimit,
    by_both: RateLimit,
    by_account: RateLimit,
}

/// Where the visitor comes in from.
pub(super) fn of(visit: &Visit) -> Door {
    Door {
        address: visit.address.clone(),
        agent: visit.agent.clone(),
    }
}

/// Counts one try to sign in; `email` as typed, whether it has an account or not.
pub(super) async fn limit_tries(visit: &Visit, email: &str) -> Result<(), WebError> {
    let limits = Limits {
        name: "sign-in",
        by_address: BY_ADDRESS,
        by_both: BY_ACCOUNT,
        by_account: ON_ACCOUNT,
    };
    limit(visit, limits, email).await
}

/// Counts one code typed for an account: guesses of six digits are few.
pub(super) async fn limit_codes(visit: &Visit, account: &str) -> Result<(), WebError> {
    let limits = Limits {
        name: "second-factor",
        by_address: BY_ADDRESS,
        by_both: BY_ACCOUNT,
        by_account: CODES_ON_ACCOUNT,
    };
    limit(visit, limits, account).await
}

/// Counts one passkey asked for or sent from a network: who knocks names nobody.
pub(super) async fn limit_passkeys(visit: &Visit) -> Result<(), WebError> {
    let (place, from) = (visit.place.id, network(&visit.address));
    let key = format!("passkey:{from}");
    let wait = visit
        .app
        .db
        .write(move |tx| allow(tx, place, &key, PASSKEYS_BY_ADDRESS))
        .await
        .map_err(Fault::from)?;
    wait.map_or(Ok(()), |seconds| Err(WebError::TooMany(seconds)))
}

/// Counts one mail asked for from outside, by network and by reader together: an hour's worth is enough for anybody.
///
/// # Errors
/// [`WebError::TooMany`] with the seconds to wait.
pub async fn limit_mails(visit: &Visit, email: &str) -> Result<(), WebError> {
    let limits = Limits {
        name: "access-mail",
        by_address: MAILS_BY_ADDRESS,
        by_both: MAILS_BY_RECIPIENT,
        by_account: MAILS_TO,
    };
    limit(visit, limits, email).await
}

async fn limit(visit: &Visit, limits: Limits, email: &str) -> Result<(), WebError> {
    let (place, name, from) = (visit.place.id, limits.name, network(&visit.address));
    // The address is sealed: the table of limits must not become a list of who tried to come in.
    let to = visit.app.seal.digest("rate", &email.trim().to_lowercase());
    let wait = visit
        .app
        .db
        .write(move |tx| {
            let narrow = allow(tx, place, &format!("{name}:{from}"), limits.by_address)?.max(allow(
                tx,
                place,
                &format!("{name}-both:{from}:{to}"),
                limits.by_both,
            )?);
            // What is refused already must not count against the account: else one address could close it to everybody.
            match narrow {
                Some(seconds) => Ok::<_, Fault>(Some(seconds)),
                None => Ok(allow(tx, place, &format!("{name}-to:{to}"), limits.by_account)?),
            }
        })
        .await?;
    wait.map_or(Ok(()), |seconds| Err(WebError::TooMany(seconds)))
}

/// What was typed in a field, neither trimmed nor cut: for passwords.
pub(super) fn secret<'a>(form: &'a Form, name: &str) -> &'a str {
    form.pairs()
        .iter()
        .find(|(key, _)| key == name)
        .map_or("", |(_, value)| value.as_str())
}

/// Forgets the secrets of a form before it is shown again.
pub(super) fn without_secrets(mut form: Form) -> Form {
    for name in ["password", "password_again", "present_password", "email_password"] {
        form.set(name, "");
    }
    form
}

/// The new password of the fields `password` and `password_again`, hashed; none once a message stands at its field.
pub(super) async fn new_password(visit: &Visit, form: &mut Form) -> Result<Option<String>, WebError> {
    let password = match Password::parse(secret(form, "password")) {
        Ok(password) => password,
        Err(refused) => {
            form.refuse("password", &refused);
            return Ok(None);
        }
    };
    if secret(form, "password") != secret(form, "password_again") {
        form.refuse("password_again", &PasswordRefused::Different);
        return Ok(None);
    }
    Ok(Some(hashing::hash(password, visit.app.db.entropy()).await?))
}

/// Lets somebody in: the cookie of the session, the language of the person, and the page they wanted, or their first.
/// Who has a second factor is asked for it first.
pub(super) async fn enter(visit: &Visit, opened: &Opened, wanted: &str) -> Answer {
    if opened.code_due {
        return super::code::ask(visit, opened.token.as_str(), wanted).await;
    }
    let (account, old) = (opened.account, TokenHash::of(visit.session_token()));
    let language = visit
        .write(move |tx, actor| {
            if let Some(old) = &old {
                actions::sign_out(tx, actor, old)?;
            }
            let account = crate::store::accounts::find(tx, actor.place, account)?;
            let Some(account) = account else { return Ok(None) };
            let person = persons::find(tx, actor.place, account.person)?;
            Ok::<Option<Locale>, Fault>(person.and_then(|person| person.language))
        })
        .await?;
    let home = if wanted.is_empty() { opened.home() } else { wanted };
    let mut response = visit.redirect(home)?;
    visit.set_session(&mut response, Some(opened.token.as_str()), opened.seconds);
    if let Some(language) = language {
        visit.set_language(&mut response, language);
    }
    Ok(response)
}

/// A page that says that a mail has gone, if it has: the same for every address.
#[derive(Template)]
#[template(path = "mail_sent.html")]
pub(super) struct MailSentPage {
    pub(super) shell: Shell,
    /// The address as typed.
    pub(super) email: String,
    /// Message key of what it is about.
    pub(super) text_key: &'static str,
}

/// A page that says that a link is over, and where to ask for another.
#[derive(Template)]
#[template(path = "link_spent.html")]
pub(super) struct LinkSpentPage {
    pub(super) shell: Shell,
    /// Where to ask for another.
    pub(super) again: &'static str,
}

/// Answers that a link is used up, too old, or never was.
pub(super) fn spent(visit: &Visit, again: &'static str) -> Answer {
    let shell = visit.shell("people-link-spent-title");
    visit.page_with_status(platform::web::StatusCode::GONE, &LinkSpentPage { shell, again })
}
