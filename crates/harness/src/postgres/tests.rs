use std::path::Path;
use std::time::Duration;

use super::cluster::Cluster;
use super::*;

fn ask(url: &str, question: &str) -> String {
    let mut client = Client::connect(url, NoTls).unwrap();
    client.query_one(question, &[]).unwrap().get(0)
}

#[test]
fn two_fresh_databases_do_not_see_each_other() {
    let (one, other) = (
        Postgres::shared().empty_database(),
        Postgres::shared().empty_database(),
    );
    Client::connect(&one, NoTls)
        .unwrap()
        .batch_execute("create table mark (place_id bigint)")
        .unwrap();
    let question = "select count(*)::text from information_schema.tables where table_name = 'mark'";
    assert_eq!(ask(&one, question), "1");
    assert_eq!(ask(&other, question), "0");
}

#[test]
fn a_database_of_a_test_has_the_tables_of_every_migration_and_no_place() {
    let database = Postgres::shared().database();
    assert_eq!(
        ask(&database, "select max(number)::text from schema_migration"),
        {
            migrations()
                .iter()
                .map(|migration| migration.number)
                .max()
                .unwrap()
                .to_string()
        }
    );
    assert_eq!(ask(&database, "select count(*)::text from place"), "0");
}

#[test]
fn a_fresh_database_is_dropped_with_its_value() {
    let database = Postgres::shared().empty_database();
    let question = format!(
        "select datname from pg_database where datname = '{}'",
        database.name
    );
    assert_eq!(Postgres::shared().ask(&question).len(), 1);
    drop(database);
    assert!(Postgres::shared().ask(&question).is_empty());
}

#[test]
fn a_fresh_database_is_dropped_when_its_test_fails() {
    let postgres = Postgres::shared();
    let name = std::sync::Mutex::new(String::new());
    let failure = std::panic::catch_unwind(|| {
        let database = postgres.empty_database();
        name.lock().unwrap().clone_from(&database.name);
        panic!("as a failing test does");
    });
    assert!(failure.is_err());
    let name = name
        .into_inner()
        .unwrap_or_else(std::sync::PoisonError::into_inner);
    assert!(
        postgres
            .ask(&format!(
                "select datname from pg_database where datname = '{name}'"
            ))
            .is_empty()
    );
}

#[test]
fn the_cluster_keeps_every_promise_about_durability() {
    let database = Postgres::shared().empty_database();
    for setting in ["fsync", "full_page_writes", "synchronous_commit"] {
        assert_eq!(
            ask(&database, &format!("select current_setting('{setting}')")),
            "on",
            "{setting}"
        );
    }
}

#[test]
fn the_databases_of_a_dead_process_are_swept() {
    let postgres = Postgres::shared();
    let mut brief = std::process::Command::new("true").spawn().unwrap();
    let dead = brief.id();
    brief.wait().unwrap();
    let name = format!("test_{dead}_0");
    postgres.administer(&[format!("create database {name}")]);
    postgres.sweep();
    assert!(
        postgres
            .ask(&format!(
                "select datname from pg_database where datname = '{name}'"
            ))
            .is_empty()
    );
}

/// When the server of a cluster started, in microseconds: two clusters never share it.
fn birth(url: &str) -> String {
    ask(url, "select pg_postmaster_start_time()::text")
}

#[test]
fn two_processes_share_one_cluster() {
    let own = birth(&Postgres::shared().cluster.url("postgres"));
    let child = std::process::Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "postgres::tests::a_second_process_tells_the_birth_of_its_cluster",
            "--nocapture",
        ])
        .output()
        .unwrap();
    let said = String::from_utf8(child.stdout).unwrap();
    assert!(
        said.contains(&own),
        "cluster of {own}, but the other process said:\n{said}"
    );
}

#[test]
fn a_second_process_tells_the_birth_of_its_cluster() {
    let birth = birth(&Postgres::shared().cluster.url("postgres"));
    println!("{birth}");
    assert!(!birth.is_empty());
}

#[test]
fn a_cluster_that_nobody_uses_stops_and_leaves_nothing_behind() {
    let folder = std::env::temp_dir().join(format!("tribu-idle-{}", std::process::id()));
    let cluster = Cluster::attach(&folder, 1);
    let url = cluster.url("postgres");
    assert_eq!(ask(&url, "select 'here'"), "here");
    drop(cluster);
    assert!(becomes_absent(&folder), "{} is still there", folder.display());
    assert!(Client::connect(&url, NoTls).is_err());
}

#[test]
fn a_cluster_whose_server_was_killed_is_started_anew() {
    let folder = std::env::temp_dir().join(format!("tribu-killed-{}", std::process::id()));
    let cluster = Cluster::attach(&folder, 1);
    let pid = std::fs::read_to_string(folder.join("data/postmaster.pid")).unwrap();
    let server = pid.lines().next().unwrap();
    assert!(
        std::process::Command::new("kill")
            .args(["-KILL", server])
            .status()
            .unwrap()
            .success()
    );
    assert!(becomes_absent(&Path::new("/proc").join(server)));
    let again = Cluster::attach(&folder, 1);
    assert_eq!(ask(&again.url("postgres"), "select 'here'"), "here");
    drop((cluster, again));
    assert!(becomes_absent(&folder));
}

/// Waits up to half a minute for a path to go away.
fn becomes_absent(path: &Path) -> bool {
    let (_keep, wait) = std::sync::mpsc::channel::<()>();
    (0..300).any(|_| {
        let _ = wait.recv_timeout(Duration::from_millis(100));
        !path.exists()
    })
}
