//! Settings: which one wins, and what is refused at start.

use app::configuration::{Configuration, Settings};

fn refusal(settings: Settings) -> String {
    Configuration::from_settings(settings)
        .expect_err("must be refused")
        .to_string()
}

fn file(content: &str) -> (tempfile::TempDir, Settings) {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("tribu.toml");
    std::fs::write(&path, content).unwrap();
    let settings = Settings {
        config: Some(path),
        ..Settings::default()
    };
    (folder, settings)
}

#[test]
fn a_flag_wins_over_the_file_and_the_file_over_the_default() {
    let (_folder, mut settings) = file("listen = \"127.0.0.1:9000\"\npostgres_connections = 3\n");
    let configuration = Configuration::from_settings(settings.clone()).unwrap();
    assert_eq!(
        (configuration.listen.as_str(), configuration.postgres_connections),
        ("127.0.0.1:9000", 3)
    );
    settings.listen = Some("127.0.0.1:9001".to_owned());
    let configuration = Configuration::from_settings(settings).unwrap();
    assert_eq!(
        (configuration.listen.as_str(), configuration.postgres_connections),
        ("127.0.0.1:9001", 3)
    );
    assert_eq!(
        Configuration::from_settings(Settings::default()).unwrap().listen,
        "127.0.0.1:8080"
    );
}

#[test]
fn a_wrong_setting_is_refused_with_its_name() {
    let cases = [
        (
            Settings {
                listen: Some("8080".to_owned()),
                ..Settings::default()
            },
            "`listen`",
        ),
        (
            Settings {
                base_url: Some("lieu.example.org".to_owned()),
                ..Settings::default()
            },
            "`base_url`",
        ),
        (
            Settings {
                smtp: Some("mail.example.org".to_owned()),
                ..Settings::default()
            },
            "`smtp`",
        ),
        (
            Settings {
                smtp: Some("smtps://mail.example.org".to_owned()),
                ..Settings::default()
            },
            "`mail_from`",
        ),
        (
            Settings {
                postgres_connections: Some(0),
                ..Settings::default()
            },
            "`postgres_connections`",
        ),
        (
            Settings {
                log_format: Some("xml".to_owned()),
                ..Settings::default()
            },
            "`log_format`",
        ),
        (
            Settings {
                metrics_listen: Some(":x".to_owned()),
                ..Settings::default()
            },
            "`metrics_listen`",
        ),
    ];
    for (settings, name) in cases {
        let said = refusal(settings);
        assert!(said.contains(name), "{said} does not name {name}");
    }
}

#[test]
fn an_unknown_setting_or_a_missing_file_is_refused() {
    let (_folder, settings) = file("lisen = \"127.0.0.1:9000\"\n");
    assert!(refusal(settings).contains("lisen"));
    let missing = Settings {
        config: Some("there/is/no/such.toml".into()),
        ..Settings::default()
    };
    assert!(refusal(missing).contains("no/such.toml"));
}
