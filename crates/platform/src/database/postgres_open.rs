//! Opens a PostgreSQL database: connects, refuses unsafe settings, brings the schema up to date.

use std::str::FromStr;
use std::time::Duration;

use postgres::{Client, Config, GenericClient, NoTls};

use crate::clock::Clock;

use super::error::OpenRefused;
use super::migrate::{self, Applied, Migration};
use super::postgres::with_causes;
use super::url::{DatabaseUrl, Engine};

/// The number under which all processes of this program queue to migrate ("TRIB").
const MIGRATION_LOCK: i64 = 0x5452_4942;

/// 14.0, as the server writes it.
const OLDEST: i64 = 140_000;

/// Time limits that keep one stuck statement or one dead client from holding the others.
const SESSION: &str = "
    set lock_timeout = '10s';
    set statement_timeout = '60s';
    set idle_in_transaction_session_timeout = '60s';
    set client_min_messages = 'warning';
    set timezone = 'UTC'";

/// Settings that must hold for an acknowledged write to survive a power cut.
const NEEDED: [(&str, &str, &str); 4] = [
    ("fsync", "off", "a power cut may destroy the whole database"),
    (
        "full_page_writes",
        "off",
        "a power cut may leave pages half written",
    ),
    (
        "synchronous_commit",
        "off",
        "an invoice or a payment that was confirmed may vanish in a crash",
    ),
    (
        "server_encoding",
        "SQL_ASCII",
        "names with accents would be damaged; UTF8 is needed",
    ),
];

/// The connection's settings, completed with what notices a dead link in seconds.
pub(super) fn config(url: &DatabaseUrl, text: &str) -> Result<Config, OpenRefused> {
    let mut config = Config::from_str(text).map_err(|error| OpenRefused::Unreachable {
        url: url.clone(),
        reason: with_causes(&error),
    })?;
    config
        .application_name("tribu")
        .connect_timeout(Duration::from_secs(5))
        .keepalives(true)
        .keepalives_idle(Duration::from_secs(10))
        .keepalives_interval(Duration::from_secs(3))
        .keepalives_retries(3)
        .tcp_user_timeout(Duration::from_secs(20));
    Ok(config)
}

/// One more connection.
pub(super) fn connect(config: &Config) -> Result<Client, postgres::Error> {
    let mut client = config.connect(NoTls)?;
    client.batch_execute(SESSION)?;
    Ok(client)
}

/// The first connection, once the server is found fit and the schema up to date.
pub(super) fn open(
    url: &DatabaseUrl,
    config: &Config,
    list: &[Migration],
    clock: &Clock,
) -> Result<Client, OpenRefused> {
    let unreachable = |error: postgres::Error| OpenRefused::Unreachable {
        url: url.clone(),
        reason: with_causes(&error),
    };
    let mut client = connect(config).map_err(unreachable)?;
    check_settings(&mut client, url)?;
    client
        .batch_execute(&format!(
            "set lock_timeout = 0; set statement_timeout = 0; select pg_advisory_lock({MIGRATION_LOCK})"
        ))
        .map_err(unreachable)?;
    let migrated = migrate_locked(&mut client, url, list, clock);
    client
        .batch_execute(&format!("select pg_advisory_unlock({MIGRATION_LOCK}); {SESSION}"))
        .map_err(unreachable)?;
    migrated.map(|()| client)
}

fn check_settings(client: &mut Client, url: &DatabaseUrl) -> Result<(), OpenRefused> {
    let mut ask = |name: &str| {
        client
            .query_one("select current_setting($1)", &[&name])
            .and_then(|row| row.try_get::<_, String>(0))
            .map_err(|error| OpenRefused::Unreachable {
                url: url.clone(),
                reason: with_causes(&error),
            })
    };
    if ask("server_version_num")?
        .parse::<i64>()
        .is_ok_and(|version| version < OLDEST)
    {
        return Err(OpenRefused::OldPostgres {
            found: ask("server_version")?,
        });
    }
    for (setting, refused, reason) in NEEDED {
        let value = ask(setting)?;
        let wrong_encoding = setting == "server_encoding" && value != "UTF8";
        if value == refused || wrong_encoding {
            return Err(OpenRefused::UnsafeSetting {
                setting,
                value,
                reason,
            });
        }
    }
    Ok(())
}

fn migrate_locked(
    client: &mut Client,
    url: &DatabaseUrl,
    list: &[Migration],
    clock: &Clock,
) -> Result<(), OpenRefused> {
    let unreachable = |error: postgres::Error| OpenRefused::Unreachable {
        url: url.clone(),
        reason: with_causes(&error),
    };
    for statement in migrate::ledger(Engine::Postgres) {
        client.batch_execute(&statement).map_err(unreachable)?;
    }
    while let Some(migration) = migrate::next(list, &applied(client).map_err(unreachable)?)? {
        apply(client, &migration, clock).map_err(|error| migration.failed(with_causes(&error)))?;
    }
    Ok(())
}

fn apply(client: &mut Client, migration: &Migration, clock: &Clock) -> Result<(), postgres::Error> {
    let mut transaction = client.transaction()?;
    for statement in migration.statements(Engine::Postgres) {
        transaction.batch_execute(&statement)?;
    }
    transaction.execute(
        "insert into schema_migration (number, name, checksum, applied_at) values ($1, $2, $3, $4)",
        &[
            &migration.number,
            &migration.name,
            &migration.checksum(),
            &clock.now().micros(),
        ],
    )?;
    transaction.commit()
}

/// The migrations a database carries.
pub(super) fn applied(client: &mut impl GenericClient) -> Result<Vec<Applied>, postgres::Error> {
    let rows = client.query(
        "select number, name, checksum from schema_migration order by number",
        &[],
    )?;
    rows.iter()
        .map(|row| {
            Ok(Applied {
                number: row.try_get(0)?,
                name: row.try_get(1)?,
                checksum: row.try_get(2)?,
            })
        })
        .collect()
}

/// True when the program was here before.
pub(super) fn has_ledger(client: &mut impl GenericClient) -> Result<bool, postgres::Error> {
    client
        .query_one("select to_regclass('schema_migration') is not null", &[])?
        .try_get(0)
}
