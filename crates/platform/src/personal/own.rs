//! What the platform itself holds about people.

use super::{Basis, Fate, Held, Holding, Limit, Owner, Personal, Retention};
use crate::activity::Subject;
use crate::database::{Somebody, Tx};
use crate::failure::Fault;
use crate::{activity, mail, photos};
use kernel::PlaceId;

/// What the platform declares.
pub const PERSONAL: Personal = Personal {
    erase: Some(drop_photos),
    ..Personal::of(HOLDINGS)
};

/// Letters, the log of acts, and what the machinery remembers of who asked for what.
const HOLDINGS: &[Holding] = &[
    Holding {
        name: "shell-holding-mail",
        basis: Basis::Contract,
        fate: Fate::Deleted,
        retention: Some(Retention {
            usual: 12,
            least: 1,
            most: 36,
            apply: forget_mail,
        }),
        tables: &[Held::table("mail")
            .about(&[Owner::Person("person_id"), Owner::Address("recipient")])
            .showing(&["created_at", "recipient", "subject", "state", "sent_at"])
            .naming(&["subject", "text_body", "html_body"])
            .hiding(&["recipient_name"])
            .goes()],
    },
    Holding {
        name: "shell-holding-activity",
        basis: Basis::LegitimateInterest,
        fate: Fate::Anonymised,
        retention: Some(Retention {
            usual: 60,
            least: 12,
            most: 120,
            apply: forget_activity,
        }),
        tables: &[Held::table("activity")
            .about(&[Owner::Person("person_id")])
            .done_with(&["account_id"])
            .showing(&["at", "verb", "subject_kind"])
            .naming(&["detail"])],
    },
    Holding {
        name: "shell-holding-work",
        basis: Basis::LegitimateInterest,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[
            Held::table("job")
                .done_with(&["created_by"])
                .naming(&["payload", "report"]),
            Held::table("idempotency")
                .about(&[Owner::Account("actor_account")])
                .goes(),
            Held::table("upload").done_with(&["account_id"]),
            Held::table("photo")
                .done_with(&["created_by"])
                .naming(&["alternative"]),
        ],
    },
];

/// Portraits are photographs whose subject is the person.
fn drop_photos(tx: &mut Tx<'_>, place: PlaceId, who: &Somebody) -> Result<(), Fault> {
    photos::drop_all(tx, place, Subject::new("person", who.person))
}

fn forget_mail(tx: &mut Tx<'_>, place: PlaceId, limit: Limit) -> Result<u64, Fault> {
    mail::purge(tx, place, limit.moment)
}

fn forget_activity(tx: &mut Tx<'_>, place: PlaceId, limit: Limit) -> Result<u64, Fault> {
    Ok(activity::purge(tx, place, limit.moment)?)
}
