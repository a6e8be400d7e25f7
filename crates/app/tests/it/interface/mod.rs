//! The interface for programs, asked over the network by programs that are not ours.

mod calendars;
mod examples;
mod schemathesis;

use crate::program::Program;
use crate::world::World;
use api::{NewToken, Scope};
use harness::FreshDatabase;
use kernel::{Actor, Audience, MinuteOfDay, Name, PersonId, Role, Weekday};
use platform::clock::Clock;
use platform::database::{Engine, Tx};
use platform::{Fault, permissions_of, place};
use spaces::{ResourceFacts, ResourceId, ResourceKind, WeeklyHours};
use std::path::PathBuf;
use std::process::{Command, Output};

/// A running program with a room and an administrator, who has a key that opens everything.
struct Running {
    program: Program,
    fresh: FreshDatabase,
    key: String,
    person: PersonId,
    room: ResourceId,
    /// Where other programs leave what they remember.
    folder: tempfile::TempDir,
}

impl Running {
    fn start() -> Self {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        // The program of this test lives by the clock of the machine.
        fresh.database().clock().set(Clock::system().now());
        let world = World::new(fresh.database()).with_role(Role::Administrator);
        let place = world.place.as_ref().unwrap().id;
        let key = api::secret(fresh.database().entropy().bytes());
        let made = key.clone();
        let (person, room) = fresh
            .database()
            .write_blocking(move |tx| {
                let email = kernel::Email::parse("administrator@example.org").unwrap();
                let person = people::person_by_email(tx, place, &email)?.unwrap().id;
                let (account, roles) = people::standing(tx, place, person)?.unwrap();
                let permissions = permissions_of(&roles, &app::composition::grants());
                let actor = Actor::person(place, account, person, roles, permissions);
                let new = NewToken {
                    name: "essai".to_owned(),
                    scopes: Scope::ALL.iter().copied().collect(),
                    days: 30,
                };
                api::make_token(tx, &actor, &new, &made).unwrap();
                place::set_setting(tx, place, api::CALLS_SETTING, "1000000")?;
                Ok::<_, Fault>((person, room(tx, &Actor::system(place))))
            })
            .unwrap();
        Self {
            program: Program::serve(&fresh.url()),
            fresh,
            key,
            person,
            room,
            folder: tempfile::tempdir().unwrap(),
        }
    }

    /// Runs another program, which finds ours in its environment.
    fn run(&self, program: &str, arguments: &[&str]) -> Output {
        Command::new(program)
            .args(arguments)
            .current_dir(self.folder.path())
            .env("TRIBU", &self.program.address)
            .env("KEY", &self.key)
            .env("PERSON", self.person.to_string())
            .env("ROOM", self.room.to_string())
            .output()
            .unwrap_or_else(|error| panic!("{program}: {error}"))
    }
}

/// A room that is always open to everybody.
fn room(tx: &mut Tx<'_>, system: &Actor) -> ResourceId {
    let facts = ResourceFacts::named(ResourceKind::Room, Name::parse("Salon").unwrap(), 8);
    let room = spaces::create_resource(tx, system, facts, None).unwrap();
    let always: Vec<WeeklyHours> = Weekday::ALL
        .iter()
        .map(|weekday| WeeklyHours {
            weekday: *weekday,
            opens: MinuteOfDay::MIDNIGHT,
            closes: MinuteOfDay::END,
        })
        .collect();
    for audience in Audience::ALL {
        spaces::set_weekly_hours(tx, system, None, *audience, always.clone()).unwrap();
    }
    room
}

/// A program that `bin/test` installs beside its own python.
fn tool(name: &str) -> String {
    let own = PathBuf::from(env!("CARGO_MANIFEST_DIR"))
        .join("../../target/oracle/bin")
        .join(name);
    if own.exists() {
        own.to_str().unwrap().to_owned()
    } else {
        name.to_owned()
    }
}

/// What it said, when it is content.
#[track_caller]
fn content(output: &Output) -> String {
    let said = String::from_utf8_lossy(&output.stdout).into_owned();
    assert!(
        output.status.success(),
        "{said}\n{}",
        String::from_utf8_lossy(&output.stderr)
    );
    said
}
