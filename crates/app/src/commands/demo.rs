//! `tribu demo`: a made-up place with a year of life, made once and served.

use super::{CommandRefused, DEMONSTRATION_DATABASE, say, serve};
use crate::composition::{self, database_options, database_url};
use crate::configuration::Configuration;
use crate::demo::{self, Found, Made, Scenario, Step};
use platform::mail::Sender;
use std::process::ExitCode;

/// Makes the demonstration if it is not there yet or ended before yesterday, and serves it unless it was only to be made.
pub(super) fn run(
    configuration: &Configuration,
    only_make: bool,
    keep: bool,
) -> Result<ExitCode, CommandRefused> {
    let url = database_url(configuration, DEMONSTRATION_DATABASE)?;
    let options = database_options(configuration);
    let found = demo::keep(&url, &options, Scenario::usual, &tell)?;
    match found {
        Found::Nothing(made) => tell_made(&made),
        Found::Demonstration(Some(day)) if !keep && demo::is_outlived(day, options.clock.now())? => {
            say(format_args!(
                "The demonstration in {url} ends on {day}: it is made anew, up to today, and what was changed in it goes. \
                 To keep it, stop now and start with --keep."
            ));
            tell_made(&demo::renew(&url, &options, Scenario::usual, &tell)?);
        }
        Found::Demonstration(Some(day)) if keep => say(format_args!("This demonstration ends on {day}.")),
        Found::Demonstration(_) => {}
    }
    if only_make {
        return Ok(ExitCode::SUCCESS);
    }
    let db = composition::open_database(configuration, DEMONSTRATION_DATABASE)?;
    serve::serve(configuration, db, Sender::Shown, greet)
}

/// A line each month, so that nobody wonders whether anything happens.
fn tell(step: Step) {
    if step.hundredths == 0 {
        say("Making a made-up place with a year of life. Nothing else is touched until it is whole.");
    }
    say(format_args!("  {}  {:>3} %", step.month, step.hundredths));
}

fn tell_made(made: &Made) {
    let Made {
        people,
        check_ins,
        bookings,
        invoices,
        payments,
    } = made;
    say(format_args!(
        "Made: {people} people, {check_ins} check-ins, {bookings} bookings, {invoices} invoices, {payments} payments."
    ));
}

fn greet(address: &str) {
    say("");
    say(format_args!("The demonstration listens at {address}"));
    say(format_args!(
        "Sign in with one of these addresses and the password {}",
        demo::PASSWORD
    ));
    for login in demo::logins() {
        say(format_args!(
            "  {:<18} {}",
            login.role.code().replace('_', " "),
            login.email
        ));
    }
}
