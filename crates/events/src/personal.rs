//! What events hold about people: who registers, who proposes, who programmes.

use platform::personal::{Basis, Blank, Fate, Held, Holding, Owner, Personal};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal::of(&[
    Holding {
        name: "events-holding-registrations",
        basis: Basis::Contract,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[
            Held::table("event_registration")
                .about(&[Owner::Person("person_id"), Owner::Address("email")])
                .showing(&[
                    "asked_at",
                    "name",
                    "email",
                    "guests",
                    "state",
                    "came",
                    "price_cents",
                ])
                .naming(&["name"])
                .hiding(&["token"])
                .without(&[Blank::Null("email")])
                .once(&["event_id"], "cancelled_at"),
            Held::table("event_feed")
                .about(&[Owner::Person("person_id")])
                .showing(&["made_at"])
                .hiding(&["secret_hash"])
                .goes()
                .once(&[], ""),
            Held::table("event")
                .done_with(&["created_by"])
                .naming(&["host", "title", "body", "reason"]),
        ],
    },
    Holding {
        name: "events-holding-proposals",
        basis: Basis::LegitimateInterest,
        fate: Fate::Deleted,
        retention: None,
        tables: &[
            Held::table("event_proposal_remark")
                .about(&[
                    Owner::Person("person_id"),
                    UNDER_OWN_PROPOSAL,
                    UNDER_PROPOSAL_OF_ADDRESS,
                ])
                .showing(&["said_at", "kind", "body"])
                .naming(&["body"])
                .goes(),
            Held::table("event_proposal")
                .about(&[Owner::Person("person_id"), Owner::Address("email")])
                .done_with(&["answered_by"])
                .showing(&[
                    "made_at", "name", "email", "title", "body", "wish", "state", "reason",
                ])
                .naming(&["title", "body", "wish", "reason"])
                .hiding(&["token"])
                .goes(),
            Held::table("programming_council_seat")
                .about(&[Owner::Person("person_id")])
                .done_with(&["named_by"])
                .showing(&["first_day", "last_day", "named_at"]),
        ],
    },
    Holding {
        name: "events-holding-powwow",
        basis: Basis::LegitimateInterest,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[
            Held::table("powwow_point")
                .about(&[Owner::Person("person_id")])
                .showing(&["title", "body", "minutes"])
                .naming(&["title", "body", "notes", "search"]),
            Held::table("powwow_proposal")
                .about(&[Owner::Person("person_id")])
                .showing(&["made_at", "title", "body", "state"])
                .naming(&["title", "body"]),
            Held::table("powwow_second")
                .about(&[Owner::Person("person_id")])
                .showing(&["seconded_at"])
                .once(&["proposal_id"], ""),
            Held::table("powwow_speaker")
                .about(&[Owner::Person("person_id")])
                .showing(&["asked_at"])
                .once(&["point_id"], ""),
            Held::table("powwow_decision")
                .done_with(&["noted_by"])
                .naming(&["body", "owner", "search"]),
        ],
    },
    Holding {
        name: "events-holding-workshops",
        basis: Basis::Contract,
        fate: Fate::Kept,
        retention: None,
        tables: &[Held::table("member_workshop")
            .about(&[Owner::Person("person_id")])
            .done_with(&["agreed_by", "paid_by"])
            .showing(&["agreed_at", "paid_on", "paid_member_cents"])],
    },
]);

const UNDER_OWN_PROPOSAL: Owner = Owner::Under {
    column: "proposal_id",
    table: "event_proposal",
    owner: &Owner::Person("person_id"),
};
const UNDER_PROPOSAL_OF_ADDRESS: Owner = Owner::Under {
    column: "proposal_id",
    table: "event_proposal",
    owner: &Owner::Address("email"),
};
