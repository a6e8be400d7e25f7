//! Settings: by flag, by environment, by a TOML file, in that order. A wrong one is refused at start with its name and the
//! reason.

use clap::Args;
use serde::Deserialize;
use std::path::PathBuf;

/// The settings file read when none is named.
const USUAL_FILE: &str = "tribu.toml";

/// Settings as flags or environment variables. Those not given come from the file, then from [`Configuration`]'s defaults.
#[derive(Args, Clone, Debug, Default, Deserialize)]
#[serde(deny_unknown_fields, default)]
pub struct Settings {
    /// Settings file (TOML); `tribu.toml` is read when it is there
    #[arg(long, env = "TRIBU_CONFIG", global = true, value_name = "FILE")]
    #[serde(skip)]
    pub config: Option<PathBuf>,
    /// Database: `sqlite:PATH` or `postgres://…` [default: sqlite:tribu.db]
    #[arg(long, env = "TRIBU_DATABASE", global = true, value_name = "URL")]
    pub database: Option<String>,
    /// Address to listen on [default: 127.0.0.1:8080]
    #[arg(long, env = "TRIBU_LISTEN", global = true, value_name = "ADDRESS")]
    pub listen: Option<String>,
    /// Address people type, used in mails [default: http://ADDRESS]
    #[arg(long, env = "TRIBU_BASE_URL", global = true, value_name = "URL")]
    pub base_url: Option<String>,
    /// Second address for /metrics, off unless given
    #[arg(long, env = "TRIBU_METRICS_LISTEN", global = true, value_name = "ADDRESS")]
    pub metrics_listen: Option<String>,
    /// A proxy in front states visitors' addresses in X-Forwarded-For
    #[arg(long, env = "TRIBU_BEHIND_PROXY", global = true, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true")]
    pub behind_proxy: Option<bool>,
    /// Mail server: `smtp://user:password@host:587` or `smtps://…`; without it, mail waits in the outbox
    #[arg(
        long,
        env = "TRIBU_SMTP",
        global = true,
        value_name = "URL",
        hide_env_values = true
    )]
    pub smtp: Option<String>,
    /// Sender of mails, `Name <address>`
    #[arg(long, env = "TRIBU_MAIL_FROM", global = true, value_name = "SENDER")]
    pub mail_from: Option<String>,
    /// Log lines: `text` or `json` [default: text]
    #[arg(long, env = "TRIBU_LOG_FORMAT", global = true, value_name = "FORMAT")]
    pub log_format: Option<String>,
    /// What is logged, as `tracing` filters [default: info]
    #[arg(long, env = "TRIBU_LOG", global = true, value_name = "FILTER")]
    pub log: Option<String>,
    /// Connections to PostgreSQL [default: 8]
    #[arg(long, env = "TRIBU_POSTGRES_CONNECTIONS", global = true, value_name = "N")]
    pub postgres_connections: Option<usize>,
    /// Webhooks may call addresses of the own network, and without TLS: only where everybody who may make them is trusted
    #[arg(long, env = "TRIBU_LOCAL_WEBHOOKS", global = true, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true")]
    pub local_webhooks: Option<bool>,
    /// Serve the living page of components at /development/components
    #[arg(long, env = "TRIBU_DEVELOPMENT", global = true, value_name = "BOOL", num_args = 0..=1, default_missing_value = "true")]
    pub development: Option<bool>,
}

/// How log lines are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogFormat {
    /// For people.
    Text,
    /// For machines, one object a line.
    Json,
}

/// The settings in force.
#[derive(Clone, Debug)]
pub struct Configuration {
    /// Database address; nothing when the command has its own default.
    pub database: Option<String>,
    /// Address to listen on.
    pub listen: String,
    /// Address people type, without a final slash; nothing when it follows from the address listened on.
    pub base_url: Option<String>,
    /// Address of the operators' listener.
    pub metrics_listen: Option<String>,
    /// Whether a proxy states visitors' addresses.
    pub behind_proxy: bool,
    /// Mail server.
    pub smtp: Option<String>,
    /// Sender of mails.
    pub mail_from: Option<String>,
    /// Log lines.
    pub log_format: LogFormat,
    /// What is logged.
    pub log: String,
    /// Connections to PostgreSQL.
    pub postgres_connections: usize,
    /// Whether webhooks may call addresses of the own network, and without TLS.
    pub local_webhooks: bool,
    /// Whether development pages are served.
    pub development: bool,
}

/// Why the settings are refused: which one, and the reason.
#[derive(Debug, thiserror::Error)]
pub enum ConfigurationRefused {
    /// The file named cannot be read.
    #[error("settings file {path}: {reason}")]
    File {
        /// The file.
        path: String,
        /// What is wrong with it.
        reason: String,
    },
    /// One setting is wrong.
    #[error("setting `{name}`: {reason}")]
    Setting {
        /// Its name, as in the file.
        name: &'static str,
        /// What is wrong with it.
        reason: String,
    },
}

impl Configuration {
    /// The settings in force from flags and environment (`given`), the file, and the defaults.
    pub fn from_settings(given: Settings) -> Result<Self, ConfigurationRefused> {
        let file = read_file(given.config.as_ref())?;
        let settings = given.or(file);
        let listen = settings.listen.unwrap_or_else(|| "127.0.0.1:8080".to_owned());
        check_address("listen", &listen)?;
        if let Some(address) = &settings.metrics_listen {
            check_address("metrics_listen", address)?;
        }
        let postgres_connections = settings.postgres_connections.unwrap_or(8);
        if !(1..=200).contains(&postgres_connections) {
            return Err(refused("postgres_connections", "must lie between 1 and 200"));
        }
        Ok(Self {
            database: settings.database,
            base_url: check_base_url(settings.base_url)?,
            smtp: check_smtp(settings.smtp, settings.mail_from.as_ref())?,
            mail_from: settings.mail_from,
            log_format: log_format(settings.log_format.as_deref())?,
            log: settings.log.unwrap_or_else(|| "info".to_owned()),
            metrics_listen: settings.metrics_listen,
            behind_proxy: settings.behind_proxy.unwrap_or(false),
            local_webhooks: settings.local_webhooks.unwrap_or(false),
            development: settings.development.unwrap_or(false),
            postgres_connections,
            listen,
        })
    }
}

impl Settings {
    /// These settings, and those of `other` where these say nothing.
    fn or(self, other: Self) -> Self {
        Self {
            config: self.config,
            database: self.database.or(other.database),
            listen: self.listen.or(other.listen),
            base_url: self.base_url.or(other.base_url),
            metrics_listen: self.metrics_listen.or(other.metrics_listen),
            behind_proxy: self.behind_proxy.or(other.behind_proxy),
            smtp: self.smtp.or(other.smtp),
            mail_from: self.mail_from.or(other.mail_from),
            log_format: self.log_format.or(other.log_format),
            log: self.log.or(other.log),
            postgres_connections: self.postgres_connections.or(other.postgres_connections),
            local_webhooks: self.local_webhooks.or(other.local_webhooks),
            development: self.development.or(other.development),
        }
    }
}

fn read_file(named: Option<&PathBuf>) -> Result<Settings, ConfigurationRefused> {
    let path = match named {
        Some(path) => path.clone(),
        None if PathBuf::from(USUAL_FILE).exists() => PathBuf::from(USUAL_FILE),
        None => return Ok(Settings::default()),
    };
    let wrong = |reason: String| ConfigurationRefused::File {
        path: path.display().to_string(),
        reason,
    };
    let text = std::fs::read_to_string(&path).map_err(|error| wrong(error.to_string()))?;
    toml::from_str(&text).map_err(|error| wrong(error.to_string()))
}

fn refused(name: &'static str, reason: impl Into<String>) -> ConfigurationRefused {
    ConfigurationRefused::Setting {
        name,
        reason: reason.into(),
    }
}

fn check_address(name: &'static str, address: &str) -> Result<(), ConfigurationRefused> {
    let port = address
        .rsplit_once(':')
        .filter(|(host, _)| !host.is_empty())
        .map(|(_, port)| port.parse::<u16>());
    match port {
        Some(Ok(_)) => Ok(()),
        _ => Err(refused(
            name,
            format!("`{address}` is not ADDRESS:PORT, such as 127.0.0.1:8080"),
        )),
    }
}

fn check_base_url(url: Option<String>) -> Result<Option<String>, ConfigurationRefused> {
    let Some(url) = url else { return Ok(None) };
    let host = url
        .strip_prefix("https://")
        .or_else(|| url.strip_prefix("http://"))
        .unwrap_or_default();
    if host.trim_end_matches('/').is_empty() || host.contains(char::is_whitespace) {
        return Err(refused(
            "base_url",
            format!("`{url}` must begin with http:// or https:// and name a host"),
        ));
    }
    Ok(Some(url.trim_end_matches('/').to_owned()))
}

fn check_smtp(url: Option<String>, from: Option<&String>) -> Result<Option<String>, ConfigurationRefused> {
    let Some(url) = url else { return Ok(None) };
    if !url.starts_with("smtp://") && !url.starts_with("smtps://") {
        return Err(refused("smtp", "must begin with smtp:// or smtps://"));
    }
    if from.is_none() {
        return Err(refused(
            "mail_from",
            "must be given with `smtp`, such as Tribu <place@example.org>",
        ));
    }
    Ok(Some(url))
}

fn log_format(format: Option<&str>) -> Result<LogFormat, ConfigurationRefused> {
    match format {
        None | Some("text") => Ok(LogFormat::Text),
        Some("json") => Ok(LogFormat::Json),
        Some(other) => Err(refused(
            "log_format",
            format!("`{other}` is neither `text` nor `json`"),
        )),
    }
}
