//! `tribu demo`: a made-up place with a year of life, made once and served.

use super::{CommandRefused, DEMONSTRATION_DATABASE, say, serve};
use crate::composition::{self, database_options, database_url};
use crate::configuration::Configuration;
use crate::demo::{self, Found, Made, Scenario, Step};
use kernel::Day;
use platform::mail::Sender;
use std::process::ExitCode;

/// Makes the demonstration if it is not there yet, and serves it unless it was only to be made.
pub(super) fn run(configuration: &Configuration, only_make: bool) -> Result<ExitCode, CommandRefused> {
    let url = database_url(configuration, DEMONSTRATION_DATABASE)?;
    let options = database_options(configuration);
    let found = demo::keep(&url, &options, Scenario::usual, &tell)?;
    match found {
        Found::Nothing(made) => tell_made(&made),
        Found::Demonstration(day) => tell_age(day, &url),
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
        say("Making a made-up place with a year of life. This is done once.");
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

fn tell_age(day: Option<Day>, url: &platform::database::DatabaseUrl) {
    if let Some(day) = day {
        say(format_args!(
            "This demonstration ends on {day}. For one that ends today, stop, remove {} and start again.",
            where_it_is(url)
        ));
    }
}

/// What to remove for a new one: the file and its companions, or what the other engine holds.
fn where_it_is(url: &platform::database::DatabaseUrl) -> String {
    url.path().map_or_else(
        || format!("what is in {url}"),
        |file| format!("{0} (with {0}-wal and {0}-shm)", file.display()),
    )
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
