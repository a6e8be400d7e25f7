//! What the directory holds about people: what they tell of themselves, for as long as they wish.

use crate::store::notices;
use kernel::PlaceId;
use platform::activity::Subject;
use platform::database::{Somebody, Tx};
use platform::personal::{Basis, Fate, Held, Holding, Limit, Merge, Owner, Personal, Retention};
use platform::{Fault, photos};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal {
    merge: Some(settle_portraits),
    erase: Some(drop_portrait),
    ..Personal::of(HOLDINGS)
};

const HOLDINGS: &[Holding] = &[
    Holding {
        name: "directory-holding-card",
        basis: Basis::Consent,
        fate: Fate::Deleted,
        retention: None,
        tables: &[
            Held::table("card")
                .about(&[Owner::Person("person_id")])
                .showing(&["trade", "skills", "links", "offers", "needs", "kept_at"])
                .goes()
                .once(&[], ""),
            Held::table("card_photo")
                .about(&[Owner::Person("person_id")])
                .showing(&["photo_for"])
                .goes()
                .once(&[], ""),
        ],
    },
    Holding {
        name: "directory-holding-notices",
        basis: Basis::Consent,
        fate: Fate::Deleted,
        retention: Some(Retention {
            usual: 12,
            least: 1,
            most: 36,
            apply: forget_notices,
        }),
        tables: &[
            Held::table("introduction")
                .about(&[
                    Owner::Person("person_id"),
                    Owner::Under {
                        column: "notice_id",
                        table: "notice",
                        owner: &Owner::Person("person_id"),
                    },
                ])
                .done_with(&["made_by"])
                .showing(&["made_at"])
                .goes()
                .once(&["notice_id"], ""),
            Held::table("notice")
                .about(&[Owner::Person("person_id")])
                .showing(&["posted_at", "kind", "title", "body", "until_day", "closed_at"])
                .naming(&["title", "body"])
                .goes(),
        ],
    },
];

/// The photograph on somebody's card.
fn drop_portrait(tx: &mut Tx<'_>, place: PlaceId, who: &Somebody) -> Result<(), Fault> {
    photos::drop_all(tx, place, Subject::new("card", who.person))
}

/// One has one portrait: that of the record that stays, or else that of the other.
fn settle_portraits(tx: &mut Tx<'_>, place: PlaceId, merge: Merge) -> Result<(), Fault> {
    let Merge::Persons { kept, gone } = merge else {
        return Ok(());
    };
    if photos::of(tx, place, Subject::new("card", kept))?.is_empty() {
        photos::hand_over(tx, place, "card", merge.ids())
    } else {
        photos::drop_all(tx, place, Subject::new("card", gone))
    }
}

fn forget_notices(tx: &mut Tx<'_>, place: PlaceId, limit: Limit) -> Result<u64, Fault> {
    Ok(notices::forget_ended(tx, place, limit.day)?)
}
