//! Every agreement, with what this month comes to.

use crate::permissions::MANAGE;
use crate::rules::agreement::{Partner, Standing};
use crate::rules::visit::Side;
use crate::store::partners;
use crate::store::visits::{self, SumRow};
use askama::Template;
use kernel::{Instant, Money, Month};
use platform::Fault;
use platform::web::{Answer, Shell, Visit};

/// The network.
#[derive(Template)]
#[template(path = "network.html")]
struct NetworkPage {
    shell: Shell,
    now: Instant,
    month: Month,
    partners: Vec<Partner>,
    sums: Vec<SumRow>,
}

/// The badge of an agreement and the key of the message that says how it stands.
pub(super) fn badge(standing: Standing) -> (&'static str, String) {
    let kind = match standing {
        Standing::Open => "success",
        Standing::Invited => "info",
        Standing::Lapsed | Standing::Suspended => "warning",
        Standing::Ended => "neutral",
    };
    (kind, format!("network-standing-{}", standing.code()))
}

impl NetworkPage {
    fn manages(&self) -> bool {
        self.shell.may(MANAGE)
    }

    fn badge(&self, partner: &Partner) -> (&'static str, String) {
        let (kind, key) = badge(partner.standing(self.now));
        (kind, self.shell.t(&key))
    }

    fn claimed(&self, partner: &Partner) -> Money {
        self.sum(partner, Side::Host)
    }

    fn owed(&self, partner: &Partner) -> Money {
        self.sum(partner, Side::Home)
    }

    fn sum(&self, partner: &Partner, side: Side) -> Money {
        let own = self.sums.iter();
        own.filter(|one| one.partner_id == partner.id && one.side == side)
            .map(|one| one.cents)
            .sum()
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let month = visit.today().month_of();
    let (partners, sums) = visit
        .read(move |tx, actor| {
            let partners = partners::all(tx, actor.place)?;
            Ok::<_, Fault>((partners, visits::sums(tx, actor.place, month.days())?))
        })
        .await?;
    visit.page(&NetworkPage {
        shell: visit.shell("network-title"),
        now: visit.now,
        month,
        partners,
        sums,
    })
}
