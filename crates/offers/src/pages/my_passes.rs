//! What I have left, what I bought, every unit taken or given back, and a pass to buy (T26).

use super::holding::{Holding, HoldingQuery};
use super::sale::Counter;
use askama::Template;
use kernel::Permission;
use platform::web::listing::Paging;
use platform::web::{Answer, Query, Shell, Visit, WebError};
use platform::{Fault, OrNotFound};

/// The passes of the person signed in.
#[derive(Template)]
#[template(path = "my_passes.html")]
pub(super) struct MyPassesPage {
    shell: Shell,
    held: Holding,
    counter: Counter,
    paging: Paging,
}

impl MyPassesPage {
    /// Whether the reader may use passes in other places: what the house does not have, nobody may.
    fn elsewhere(&self) -> bool {
        self.shell.may(ELSEWHERE)
    }
}

/// The permission of a capability above, whose page tells in which other places passes are good.
const ELSEWHERE: Permission = Permission::new("network.own");

pub(super) async fn index(visit: Visit, Query(query): Query<HoldingQuery>) -> Answer {
    let (list, today) = (query.list(), visit.today());
    let asked = list.clone();
    let (held, counter) = visit
        .read(move |tx, actor| {
            let person = actor.person.or_not_found()?;
            let held = Holding::read(tx, actor.place, person, today, &asked)?;
            let counter = Counter::read(tx, actor.place, person, today)?;
            Ok::<_, Fault>((held, counter))
        })
        .await
        .map_err(WebError::from)?;
    if list.wants_csv() {
        return held.file(&visit);
    }
    visit.page(&MyPassesPage {
        shell: visit.shell("offers-mine"),
        paging: held.paging(&list, "/me/passes"),
        held,
        counter,
    })
}
