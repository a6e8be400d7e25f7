//! One's own second factor: set up, confirmed, renewed, taken away; and whether administrators need one.

use super::passkeys::OwnPasskeys;
use crate::actions;
use crate::permissions::ROLES;
use crate::rules::totp::{FactorRefused, TotpSecret};
use crate::store::{accounts, factors};
use askama::Template;
use kernel::PersonId;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit, WebError};
use platform::{Failure, Fault, OrNotFound};

/// Where the page is.
pub(super) const ADDRESS: &str = "/me/second-factor";

/// How far one's own factor is.
enum Standing {
    /// There is none.
    None,
    /// A secret waits for its first code.
    Begun {
        /// In groups of four, to be typed.
        key: String,
        /// What a telephone opens in the application.
        link: String,
    },
    /// It counts.
    Set,
}

/// The page.
#[derive(Template)]
#[template(path = "second_factor.html")]
pub(super) struct SecondFactorPage {
    shell: Shell,
    form: Form,
    standing: Standing,
    passkeys: OwnPasskeys,
    /// Recovery codes left.
    left: i64,
    /// Whether administrators need one.
    required: bool,
    may_require: bool,
}

impl SecondFactorPage {
    /// Whether there are recovery codes for passkeys alone, without an application.
    fn has_codes_alone(&self) -> bool {
        matches!(self.standing, Standing::None) && !self.passkeys.list.is_empty()
    }
}

/// Recovery codes, shown this once.
#[derive(Template)]
#[template(path = "recovery_codes.html")]
pub(super) struct RecoveryCodesPage {
    shell: Shell,
    codes: Vec<String>,
}

pub(super) async fn show(visit: Visit) -> Answer {
    shown(&visit, Form::blank(&visit), StatusCode::OK).await
}

pub(super) async fn shown(visit: &Visit, mut form: Form, status: StatusCode) -> Answer {
    let account = visit.actor.account.ok_or(WebError::SignInFirst)?;
    let passkeys = OwnPasskeys::read(visit, account).await?;
    if form.value("name").is_empty() {
        form.set("name", &passkeys.suggested);
    }
    let (factor, left, email, required) = visit
        .read(move |tx, actor| {
            let place = actor.place;
            let email = accounts::find(tx, place, account)?.or_not_found()?.email;
            let factor = factors::find(tx, place, account)?;
            let left = factors::codes_left(tx, place, account)?;
            Ok::<_, Fault>((factor, left, email.to_string(), actions::is_required(tx, place)?))
        })
        .await?;
    let standing = match factor {
        None => Standing::None,
        Some(factor) if factor.confirmed_at.is_some() => Standing::Set,
        Some(factor) => Standing::Begun {
            key: in_fours(&factor.secret.base32()),
            link: link(&visit.place.name, &email, &factor.secret),
        },
    };
    let page = SecondFactorPage {
        shell: visit.shell("people-factor-title"),
        form,
        standing,
        passkeys,
        left,
        required,
        may_require: visit.actor.may(ROLES),
    };
    visit.page_with_status(status, &page)
}

/// As the applications read it (Key Uri Format).
fn link(place: &str, email: &str, secret: &TotpSecret) -> String {
    let (place, email) = (percent(place), percent(email));
    format!(
        "otpauth://totp/{place}:{email}?secret={}&issuer={place}",
        secret.base32()
    )
}

fn percent(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => char::from(byte).to_string(),
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

fn in_fours(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join(" ")
}

pub(super) async fn begin(visit: Visit, _: Form) -> Answer {
    let done = visit
        .write(|tx, actor| actions::begin_factor(tx, actor).map(drop))
        .await;
    match done {
        Ok(()) | Err(Failure::Refused(_)) => visit.redirect(ADDRESS),
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn confirm(visit: Visit, form: Form) -> Answer {
    let typed = form.value("code").to_owned();
    let done = visit
        .write(move |tx, actor| actions::confirm_factor(tx, actor, &typed))
        .await;
    codes(&visit, form, done).await
}

pub(super) async fn renew(visit: Visit, form: Form) -> Answer {
    limited(&visit).await?;
    let typed = form.value("code").to_owned();
    let done = visit
        .write(move |tx, actor| actions::renew_codes(tx, actor, &typed))
        .await;
    codes(&visit, form, done).await
}

async fn codes(visit: &Visit, form: Form, done: Result<Vec<String>, Failure<FactorRefused>>) -> Answer {
    match done {
        Ok(codes) => show_codes(visit, &codes),
        Err(failure) => refused(visit, form, failure).await,
    }
}

pub(super) async fn remove(visit: Visit, form: Form) -> Answer {
    limited(&visit).await?;
    let typed = form.value("code").to_owned();
    let done = visit
        .write(move |tx, actor| actions::remove_factor(tx, actor, &typed))
        .await;
    match done {
        Ok(()) => visit.redirect_with(ADDRESS, &Flash::success("people-factor-removed")),
        Err(failure) => refused(&visit, form, failure).await,
    }
}

pub(super) async fn require(visit: Visit, form: Form) -> Answer {
    let required = form.checked("required", "yes");
    let done = visit
        .write(move |tx, actor| actions::require_factor(tx, actor, required))
        .await;
    match done {
        Ok(()) => visit.redirect_with(ADDRESS, &Flash::success("people-factor-requirement-kept")),
        Err(Failure::Refused(why)) => {
            let mut form = form;
            form.refuse("required", &why);
            shown(&visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

pub(super) async fn reset(visit: Visit, Path(id): Path<PersonId>, _: Form) -> Answer {
    visit
        .write(move |tx, actor| actions::reset_factor(tx, actor, id))
        .await?;
    visit.redirect_with(
        &format!("/office/people/{id}"),
        &Flash::success("people-factor-removed"),
    )
}

/// Recovery codes, this once.
pub(super) fn show_codes(visit: &Visit, codes: &[String]) -> Answer {
    visit.page(&RecoveryCodesPage {
        shell: visit.shell("people-factor-codes-title"),
        codes: codes.iter().map(|code| in_fours(code)).collect(),
    })
}

async fn refused(visit: &Visit, mut form: Form, failure: Failure<FactorRefused>) -> Answer {
    match failure {
        Failure::Refused(why) => {
            form.refuse("code", &why);
            form.set("code", "");
            shown(visit, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Failure::Fault(fault) => Err(fault.into()),
    }
}

/// Counts a try: who found a browser open does not guess their way out of the factor.
async fn limited(visit: &Visit) -> Result<(), WebError> {
    let account = visit.actor.account.ok_or(WebError::SignInFirst)?;
    super::door::limit_codes(visit, &account.to_string()).await
}
