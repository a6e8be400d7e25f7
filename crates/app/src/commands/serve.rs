//! `tribu serve`: answers until told to stop. On an empty database it prints the one link that opens the house.

use super::{CommandRefused, USUAL_DATABASE, say};
use crate::composition::{self, House};
use crate::configuration::Configuration;
use crate::pages::set_up;
use platform::database::Database;
use platform::jobs::Runner;
use platform::mail::{Outbox, Sender};
use platform::web::{Server, WebSettings};
use std::process::ExitCode;
use tokio::net::TcpListener;

/// Threads that do jobs: one may set invoices while another does the small things.
const JOB_THREADS: usize = 2;

/// Serves the place of the configuration's database.
pub(super) fn run(configuration: &Configuration) -> Result<ExitCode, CommandRefused> {
    let db = composition::open_database(configuration, USUAL_DATABASE)?;
    let sender = composition::mail_sender(configuration)?;
    let link = set_up::link_token(&db)?;
    serve(configuration, db, sender, |address| match &link {
        Some(token) => {
            say("This house is not open yet. Follow this link, which works once:");
            say(format_args!("  {address}/set-up/{token}"));
        }
        None => say(format_args!("Tribu listens at {address}")),
    })
}

/// Serves a database; `greet` speaks once the address is known.
pub(super) fn serve(
    configuration: &Configuration,
    db: Database,
    sender: Sender,
    greet: impl FnOnce(&str),
) -> Result<ExitCode, CommandRefused> {
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build()?;
    runtime.block_on(async move {
        let listener = TcpListener::bind(&configuration.listen).await.map_err(|error| {
            CommandRefused::Asked(format!(
                "setting `listen`: {} cannot be taken: {error}",
                configuration.listen
            ))
        })?;
        let own = format!("http://{}", listener.local_addr()?);
        let base_url = configuration.base_url.clone().unwrap_or_else(|| own.clone());
        let settings = WebSettings {
            secure_cookies: base_url.starts_with("https://"),
            base_url,
            behind_proxy: configuration.behind_proxy,
            development: configuration.development,
        };
        let outgoing = api::Outgoing {
            local: configuration.local_webhooks,
            ..api::Outgoing::default()
        };
        let house = House::calling(db.clone(), settings, outgoing)?;
        let server = Server::new(
            house.app,
            house.routes,
            listener,
            configuration.metrics_listen.as_deref(),
        )
        .await?;
        let runner = Runner::start(
            db.clone(),
            house.handlers,
            house.recurring,
            house.extras,
            JOB_THREADS,
        );
        let outbox = Outbox::start(db.clone(), sender);
        greet(&own);
        server.run(told_to_stop()).await?;
        tracing::info!("stopping: jobs hand back their lease");
        tokio::task::spawn_blocking(move || {
            runner.stop();
            outbox.stop();
            db.close();
        })
        .await
        .map_err(std::io::Error::other)?;
        Ok(ExitCode::SUCCESS)
    })
}

/// Ends at the first Ctrl-C or SIGTERM.
async fn told_to_stop() {
    let terminated = async {
        match tokio::signal::unix::signal(tokio::signal::unix::SignalKind::terminate()) {
            Ok(mut signal) => {
                signal.recv().await;
            }
            Err(_) => std::future::pending().await,
        }
    };
    tokio::select! {
        _ = tokio::signal::ctrl_c() => {}
        () = terminated => {}
    }
}
