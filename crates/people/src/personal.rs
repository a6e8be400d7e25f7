//! What people holds about people.

use crate::actions;
use crate::store::{links, sessions};
use kernel::PlaceId;
use platform::Fault;
use platform::database::Tx;
use platform::personal::{Basis, Blank, Fate, Held, Holding, Limit, Owner, Personal, Retention};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal {
    holdings: HOLDINGS,
    matters: None,
    merge: Some(actions::settle_merger),
    erase: None,
    kept_until: None,
};

const HOLDINGS: &[Holding] = &[
    Holding {
        name: "people-holding-identity",
        basis: Basis::Contract,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[
            Held::table("person")
                .about(&[Owner::Person("id")])
                .of_organisation(&["organisation_id"])
                .showing(&[
                    "given_name",
                    "family_name",
                    "email",
                    "phone",
                    "street",
                    "postal_code",
                    "city",
                    "country",
                    "language",
                    "note",
                    "created_at",
                ])
                .without(&[
                    Blank::Null("email"),
                    Blank::Null("phone"),
                    Blank::Empty("street"),
                    Blank::Empty("postal_code"),
                    Blank::Empty("city"),
                    Blank::Null("organisation_id"),
                    Blank::Empty("note"),
                    Blank::Null("language"),
                    Blank::Null("external_ref"),
                ]),
            Held::table("organisation")
                .hiding(&["name", "email", "phone", "street", "postal_code", "city"])
                .settled(),
        ],
    },
    Holding {
        name: "people-holding-membership",
        basis: Basis::Contract,
        fate: Fate::Anonymised,
        retention: None,
        tables: &[Held::table("member")
            .about(&[Owner::Person("person_id")])
            .showing(&["joined_on", "left_on"])
            .once(&[], "left_on")],
    },
    Holding {
        name: "people-holding-access",
        basis: Basis::LegitimateInterest,
        fate: Fate::Deleted,
        retention: Some(Retention {
            usual: 3,
            least: 1,
            most: 12,
            apply: forget_sessions,
        }),
        tables: &[
            Held::table("session")
                .about(&[Owner::Account("account_id")])
                .showing(&["created_at", "seen_at", "revoked_at", "address", "agent"])
                .hiding(&["token_hash"])
                .goes()
                .settled(),
            Held::table("access_link")
                .about(&[Owner::Account("account_id")])
                .showing(&["created_at", "purpose", "used_at"])
                .hiding(&["token_hash"])
                .goes()
                .settled(),
            Held::table("second_factor")
                .about(&[Owner::Account("account_id")])
                .showing(&["created_at", "confirmed_at"])
                .hiding(&["secret"])
                .goes()
                .settled(),
            Held::table("passkey")
                .about(&[Owner::Account("account_id")])
                .showing(&["name", "created_at", "used_at"])
                .hiding(&["credential_id", "public_key"])
                .goes()
                .settled(),
            Held::table("recovery_code")
                .about(&[Owner::Account("account_id")])
                .showing(&["used_at"])
                .hiding(&["code_hash"])
                .goes()
                .settled(),
            Held::table("account")
                .about(&[Owner::Person("person_id")])
                .showing(&["email", "created_at", "disabled_at"])
                .hiding(&["password_hash"])
                .goes(),
        ],
    },
    Holding {
        name: "people-holding-roles",
        basis: Basis::LegitimateInterest,
        fate: Fate::Deleted,
        retention: None,
        tables: &[Held::table("role_grant")
            .about(&[Owner::Person("person_id")])
            .done_with(&["granted_by"])
            .showing(&["role", "from_day", "until_day"])
            .goes()
            .once(&["role"], "until_day")],
    },
];

fn forget_sessions(tx: &mut Tx<'_>, place: PlaceId, limit: Limit) -> Result<u64, Fault> {
    let ended = sessions::purge(tx, place, limit.moment)?;
    Ok(ended.saturating_add(links::purge(tx, place, limit.moment)?))
}
