//! `tribu admin create`: a way in for whoever holds the machine.

use super::{CommandRefused, USUAL_DATABASE, say};
use crate::command_line::AdminCommand;
use crate::composition;
use crate::configuration::Configuration;
use kernel::Email;
use people::{Password, PersonName};
use platform::{Fault, place};
use std::process::ExitCode;

/// Makes an administrator with a password chosen here, printed once.
pub(super) fn run(configuration: &Configuration, command: &AdminCommand) -> Result<ExitCode, CommandRefused> {
    let AdminCommand::Create {
        email,
        given_name,
        family_name,
    } = command;
    let db = composition::open_database(configuration, USUAL_DATABASE)?;
    let asked = |what: &str| CommandRefused::Asked(what.to_owned());
    let email = Email::parse(email).map_err(|_| asked("this is not an e-mail address"))?;
    let name = PersonName::parse(given_name, family_name).map_err(|_| asked("this is not a name"))?;
    let mut secret = data_encoding::BASE32_NOPAD
        .encode(&db.entropy().bytes::<12>())
        .to_ascii_lowercase();
    secret.insert(10, '-');
    let password = Password::parse(&secret).map_err(|_| asked("the password made is refused"))?;
    let hash = people::hash_password(&password, db.entropy().bytes::<16>())?;
    let to = email.clone();
    db.write_blocking(move |tx| {
        let place = place::all(tx)?
            .into_iter()
            .next()
            .ok_or_else(|| Fault::internal("there is no place yet: run `tribu serve` and follow its link"))?;
        people::create_administrator(tx, place.id, &name, &to, &hash)
    })?;
    say(format_args!(
        "{email} may sign in as administrator with the password {secret}"
    ));
    say("It is shown this once. Choose another one after signing in.");
    Ok(ExitCode::SUCCESS)
}
