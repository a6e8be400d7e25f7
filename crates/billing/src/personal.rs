//! What billing holds about people: what the law keeps, and what is owed.

use crate::store::{customers, invoice_list};
use crate::{known_customer, open_charges_of};
use kernel::{Day, Money, PersonId, PlaceId};
use people::Party;
use platform::Fault;
use platform::database::Tx;
use platform::personal::{Basis, Fate, Held, Holding, Matter, Merge, Owner, Personal};

/// What this capability declares.
pub(crate) const PERSONAL: Personal = Personal {
    holdings: HOLDINGS,
    matters: Some(matters),
    merge: Some(settle),
    erase: None,
    kept_until: Some(kept_until),
};

const CUSTOMER: Owner = Owner::Under {
    column: "customer_id",
    table: "customer",
    owner: &Owner::Person("person_id"),
};

/// What registers hold is never changed, not even by whom a payment was noted: it is covered by their chain.
const HOLDINGS: &[Holding] = &[
    Holding {
        name: "billing-holding-invoices",
        basis: Basis::LegalObligation,
        fate: Fate::Kept,
        retention: None,
        tables: &[
            Held::table("customer")
                .about(&[Owner::Person("person_id")])
                .of_organisation(&["organisation_id"])
                .settled(),
            Held::table("invoice")
                .about(&[CUSTOMER])
                .showing(&[
                    "kind",
                    "series",
                    "year",
                    "number",
                    "issued_on",
                    "due_on",
                    "buyer_name",
                    "net_cents",
                    "vat_cents",
                    "gross_cents",
                ])
                .hiding(&["buyer"]),
            Held::table("invoice_line")
                .about(&[Owner::Under {
                    column: "invoice_id",
                    table: "invoice",
                    owner: &CUSTOMER,
                }])
                .showing(&["section", "label", "detail", "amount_cents"]),
            Held::table("payment")
                .about(&[CUSTOMER])
                .showing(&["received_on", "amount_cents", "method", "reference"])
                .hiding(&["recorded_by"]),
            Held::table("quote")
                .about(&[Owner::Address("email")])
                .showing(&[
                    "year",
                    "number",
                    "state",
                    "issued_on",
                    "subject",
                    "buyer_name",
                    "contact_name",
                    "email",
                    "valid_until",
                    "accepted_name",
                    "answered_at",
                    "reason",
                ])
                .done_with(&["created_by"])
                .hiding(&["buyer", "accepted_from"]),
            Held::table("quote_conditions").done_with(&["published_by"]),
            Held::table("closed_month").hiding(&["closed_by"]),
            Held::table("billing_run").done_with(&["created_by"]),
            Held::table("billing_run_item").about(&[CUSTOMER]),
        ],
    },
    Holding {
        name: "billing-holding-charges",
        basis: Basis::Contract,
        fate: Fate::Kept,
        retention: None,
        tables: &[Held::table("charge")
            .about(&[Owner::Person("person_id"), CUSTOMER])
            .showing(&[
                "service_from",
                "service_until",
                "label",
                "detail",
                "amount_cents",
                "state",
            ])],
    },
];

/// Money owed either way, and what waits for its invoice.
fn matters(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<Matter>, Fault> {
    let mut open = Vec::new();
    if let Some(customer) = known_customer(tx, place, Party::Person(person))? {
        let balance = customers::balance(tx, place, customer)?;
        let key = match balance.cents() {
            0 => None,
            cents if cents > 0 => Some("billing-matter-owed"),
            _ => Some("billing-matter-credit"),
        };
        open.extend(key.map(|key| Matter {
            key,
            amount: Some(if balance < Money::ZERO { -balance } else { balance }),
            href: Some(format!("/office/billing/customers/{customer}")),
            hinders: true,
            ..Matter::default()
        }));
        // An invoice may be unpaid while the balance is level: a credit waits to be used.
        let unpaid = invoice_list::of_customer(tx, place, customer)?;
        let unpaid = unpaid
            .iter()
            .filter(|head| head.remaining() > Money::ZERO)
            .count();
        if unpaid > 0 && balance.cents() <= 0 {
            open.push(Matter {
                key: "billing-matter-unpaid",
                count: i64::try_from(unpaid).unwrap_or(i64::MAX),
                href: Some(format!("/office/billing/customers/{customer}")),
                hinders: true,
                ..Matter::default()
            });
        }
    }
    let charges = open_charges_of(tx, place, person)?;
    if !charges.is_empty() {
        open.push(Matter {
            key: "billing-matter-uninvoiced",
            count: i64::try_from(charges.len()).unwrap_or(i64::MAX),
            href: Some("/office/billing".to_owned()),
            hinders: true,
            ..Matter::default()
        });
    }
    Ok(open)
}

/// Code de commerce, L123-22: ten years from the end of the financial year, which is a civil year here.
const YEARS_KEPT: i16 = 10;

fn kept_until(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Option<Day>, Fault> {
    let Some(customer) = known_customer(tx, place, Party::Person(person))? else {
        return Ok(None);
    };
    let last = invoice_list::of_customer(tx, place, customer)?
        .into_iter()
        .map(|head| head.issued_on)
        .max();
    Ok(last.and_then(|day| Day::new(day.year().saturating_add(YEARS_KEPT), 12, 31).ok()))
}

/// Who had no account here takes over the other's. Where both have one, what was issued to the record that goes stays on its own
/// account: an invoice never changes, and a register says so.
fn settle(tx: &mut Tx<'_>, place: PlaceId, merge: Merge) -> Result<(), Fault> {
    match merge {
        Merge::Persons { kept, gone } => customers::take_over_person(tx, place, kept, gone)?,
        Merge::Organisations { kept, gone } => customers::take_over_organisation(tx, place, kept, gone)?,
    }
    Ok(())
}
