//! The pages of people.

mod code;
mod door;
mod email_change;
mod invitation;
mod organisation;
mod organisation_form;
mod organisations;
mod passkey_sign_in;
mod passkeys;
mod password_reset;
mod person;
mod person_acts;
mod person_form;
mod persons;
mod profile;
mod second_factor;
mod session;
mod sessions;
mod sign_in;
mod sign_in_link;

pub use door::limit_mails;
pub use profile::proven as prove_password;

use crate::permissions::{OWN, READ, ROLES, WRITE};
use platform::web::{Access, Routes};

/// Every page of people, with who may open it.
pub(crate) fn routes() -> Routes {
    at_the_door().merge(of_oneself()).merge(of_the_office())
}

fn at_the_door() -> Routes {
    use Access::Public;
    Routes::new()
        .get("/sign-in", Public, sign_in::new)
        .post("/sign-in", Public, sign_in::create)
        .post("/sign-in/code", Public, code::create)
        .post("/sign-in/code/passkey", Public, passkey_sign_in::prove)
        .post(
            "/sign-in/code/passkey/challenge",
            Public,
            passkey_sign_in::ask_waiting,
        )
        .post("/sign-in/passkey", Public, passkey_sign_in::create)
        .post("/sign-in/passkey/challenge", Public, passkey_sign_in::ask)
        .get("/sign-in/link", Public, sign_in_link::new)
        .post("/sign-in/link", Public, sign_in_link::create)
        .get("/sign-in/link/{token}", Public, sign_in_link::show)
        .post("/sign-in/link/{token}", Public, sign_in_link::spend)
        .get("/password-reset", Public, password_reset::new)
        .post("/password-reset", Public, password_reset::create)
        .get("/password-reset/{token}", Public, password_reset::edit)
        .post("/password-reset/{token}", Public, password_reset::update)
        .get("/invitation/{token}", Public, invitation::show)
        .post("/invitation/{token}", Public, invitation::accept)
        .post("/sign-out", Public, session::sign_out)
}

fn of_oneself() -> Routes {
    let own = Access::Needs(OWN);
    Routes::new()
        .post("/hat", Access::SignedIn, session::wear)
        .get("/account", Access::SignedIn, profile::account)
        .get("/me/profile", own, profile::edit)
        .post("/me/profile", own, profile::update)
        .post("/me/profile/email", own, email_change::create)
        .get("/me/profile/email/{sealed}", own, email_change::show)
        .post("/me/profile/email/{sealed}", own, email_change::confirm)
        .post("/me/profile/password", own, profile::update_password)
        .get("/me/second-factor", own, second_factor::show)
        .post("/me/second-factor", own, second_factor::begin)
        .post("/me/second-factor/confirmation", own, second_factor::confirm)
        .post("/me/second-factor/codes", own, second_factor::renew)
        .post("/me/second-factor/removal", own, second_factor::remove)
        .post(
            "/me/second-factor/requirement",
            Access::Needs(ROLES),
            second_factor::require,
        )
        .post("/me/second-factor/passkeys", own, passkeys::create)
        .post("/me/second-factor/passkeys/challenge", own, passkeys::ask)
        .get("/me/second-factor/passkeys/{id}", own, passkeys::show)
        .post("/me/second-factor/passkeys/{id}", own, passkeys::rename)
        .post("/me/second-factor/passkeys/{id}/removal", own, passkeys::remove)
        .get("/me/sessions", own, sessions::index)
        .post("/me/sessions/end", own, sessions::end_others)
        .post("/me/sessions/{session}/end", own, sessions::end)
}

fn of_the_office() -> Routes {
    let (read, write, roles) = (Access::Needs(READ), Access::Needs(WRITE), Access::Needs(ROLES));
    Routes::new()
        .get("/office/people", read, persons::index)
        .get("/office/people/new", write, person_form::new)
        .post("/office/people", write, person_form::create)
        .get("/office/people/{id}", read, person::show)
        .get("/office/people/{id}/edit", write, person_form::edit)
        .post("/office/people/{id}", write, person_form::update)
        .post("/office/people/{id}/membership", write, person_acts::join)
        .post("/office/people/{id}/membership/end", write, person_acts::leave)
        .post("/office/people/{id}/roles", roles, person_acts::grant)
        .post(
            "/office/people/{id}/roles/{role}/end",
            roles,
            person_acts::end_role,
        )
        .post(
            "/office/people/{id}/second-factor/removal",
            roles,
            second_factor::reset,
        )
        .post("/office/people/{id}/invitation", write, person_acts::invite)
        .post(
            "/office/people/{id}/account/closure",
            write,
            person_acts::close_account,
        )
        .post(
            "/office/people/{id}/account/reopening",
            write,
            person_acts::reopen_account,
        )
        .get("/office/organisations", read, organisations::index)
        .get("/office/organisations/new", write, organisation_form::new)
        .post("/office/organisations", write, organisation_form::create)
        .get("/office/organisations/{id}", read, organisation::show)
        .get("/office/organisations/{id}/edit", write, organisation_form::edit)
        .post("/office/organisations/{id}", write, organisation_form::update)
}
