//! Live screens: a page that is watched hears, by server-sent events, that something was written in its place.
//!
//! One watcher per place reads the highest number of the activity log, at once when this process wrote something and every
//! second otherwise, so that screens follow what another process wrote too.

use super::Visit;
use crate::activity;
use crate::database::Database;
use crate::failure::Fault;
use axum::response::sse::{Event, KeepAlive, Sse};
use axum::response::{IntoResponse, Response};
use kernel::PlaceId;
use std::collections::HashMap;
use std::convert::Infallible;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tokio::sync::{Notify, watch};
use tokio_stream::StreamExt;
use tokio_stream::wrappers::WatchStream;

/// How long a watcher sleeps when nothing is written here.
const EVERY: Duration = Duration::from_secs(1);

struct Watched {
    latest: watch::Sender<i64>,
    stirred: Arc<Notify>,
}

/// Who watches which place.
#[derive(Clone, Default)]
pub struct Live {
    places: Arc<Mutex<HashMap<PlaceId, Watched>>>,
}

impl Live {
    /// Nobody watches yet.
    pub fn new() -> Self {
        Self::default()
    }

    /// Says that this process wrote something in a place.
    pub fn stir(&self, place: PlaceId) {
        if let Some(watched) = self.locked().get(&place) {
            watched.stirred.notify_one();
        }
    }

    /// The stream of a watched page: an event `activity` with the number of the latest act, first at once, then at each change.
    pub fn stream(&self, visit: &Visit) -> Response {
        let stream = WatchStream::new(self.watch(&visit.app.db, visit.place.id))
            .map(|latest| Ok::<_, Infallible>(Event::default().event("activity").data(latest.to_string())));
        Sse::new(stream)
            .keep_alive(KeepAlive::new().interval(Duration::from_secs(15)))
            .into_response()
    }

    /// A receiver of the highest number of the activity log of a place.
    pub fn watch(&self, db: &Database, place: PlaceId) -> watch::Receiver<i64> {
        let mut places = self.locked();
        if let Some(watched) = places.get(&place) {
            return watched.latest.subscribe();
        }
        let (latest, receiver) = watch::channel(0);
        let stirred = Arc::new(Notify::new());
        places.insert(
            place,
            Watched {
                latest,
                stirred: stirred.clone(),
            },
        );
        tokio::spawn(follow(self.clone(), db.clone(), place, stirred));
        receiver
    }

    fn locked(&self) -> std::sync::MutexGuard<'_, HashMap<PlaceId, Watched>> {
        self.places.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Passes a number on; false when nobody listens any more, and the place is forgotten.
    fn pass_on(&self, place: PlaceId, number: i64) -> bool {
        let mut places = self.locked();
        let Some(watched) = places.get(&place) else {
            return false;
        };
        if watched.latest.receiver_count() == 0 {
            places.remove(&place);
            return false;
        }
        watched
            .latest
            .send_if_modified(|latest| std::mem::replace(latest, number) != number);
        true
    }
}

async fn follow(live: Live, db: Database, place: PlaceId, stirred: Arc<Notify>) {
    loop {
        let latest = db.read(move |tx| activity::latest(tx, place)).await;
        match latest {
            Ok(number) => {
                if !live.pass_on(place, number) {
                    return;
                }
            }
            Err(error) => {
                let error: Fault = error;
                tracing::warn!(%error, "a live screen could not be refreshed");
            }
        }
        let _ = tokio::time::timeout(EVERY, stirred.notified()).await;
    }
}
