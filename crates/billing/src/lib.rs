//! Billing: what is sold, what is owed, what was invoiced, what was paid.
//!
//! **The words.** A *product* has dated *prices*, per audience and unit, held net or gross. A *charge* is one thing owed by a
//! *customer* (a person, or the organisation that pays for them) and not yet invoiced; it names its source, so that it
//! is made once. The *run* of a month shows a *draft* per customer and basis, and issues exactly the drafts that were reviewed. An
//! *invoice* is issued: numbered without a hole, dated in order, chained, never changed. A *payment* is money received, put
//! on invoices by *allocations*; what is over is the customer's *credit*.
//!
//! **The laws.**
//! - Amounts are whole cents; VAT is computed once per rate on the sum of the lines (RULES 21): see `rules::computation`.
//! - The number of an invoice is taken in the transaction that writes it, under the lock of its series: a failure burns none, and
//!   no invoice is dated before the one before it (RULES 22).
//! - Nothing issued is updated or deleted. An invoiced charge is taken back by an opposite charge, a payment by a reversal.
//! - Invoices, payments and allocations are chained with every column they have; [`Capability::verify`] recomputes them (RULES 23).
//! - A *quote* has a number of its own series from the moment it is sent, and changes no more; a yes is chained as it was given.
//! - A closed month takes no new entry: what comes late is billed with the first open one (RULES 24).
//! - Billing does not know what it bills: what must be charged before a month is drafted is called through [`BeforeBilling`].
//!
//! **What others call.** [`customer_of`], [`charge`], [`check_charge`], [`cancel_charge`], [`charge_of_source`], [`open_charges_of`], [`balance`],
//! [`price_on`], [`tariff`], [`vat_rate_on`], [`products`], [`create_product`], [`set_price`]; for set-up, demonstrations and imports also
//! [`set_french_vat_rates`], [`set_seller`], [`issue_run_blocking`], [`record_payment`], [`issued_invoices`].
//!
//! The program hands in, among its [`Extras`](platform::jobs::Extras), an `Arc<press::Press>` and a [`BeforeBilling`].

mod actions;
mod directory;
mod documents;
mod issuing;
mod pages;
mod personal;
mod quotes;
mod rules;
mod store;
mod verify;

pub use actions::catalogue::{
    LARGEST_PRICE, change_product, create_product, has_vat_rate, price_on, set_french_vat_rates, set_price,
    set_vat_rate, tariff, vat_rate_on,
};
pub use actions::charges::{cancel_charge, charge, charge_agreed, check_charge};
pub use actions::customers::customer_of;
pub use actions::drafting::Review;
pub use actions::payments::{record_payment, reverse_payment, use_credit};
pub use actions::quote_conditions::publish_conditions;
pub use actions::quotes::{
    Yes, accept_quote, change_quote, decline_quote, draft_quote, expire_quote, file_quote,
    note_quote_reminded, quoted_charge, send_quote, taking, withdraw_quote,
};
pub use actions::review::{BeforeBilling, exclude, include, prepare_month, resume_run, start_run};
pub use actions::seller::set_seller;
pub use issuing::{Progress, issue_run, issue_run_blocking};
pub use quotes::{
    conditions, conditions_in_force, drop_quote_drafts, give_quote_key, printable_quote, quote, quote_by_key,
    quote_filename, quotes_found, quotes_of, quotes_over, quotes_to_remind,
};
pub use rules::buyer::Buyer;
pub use rules::catalogue::{
    Basis, CatalogueRefusal, DatedRate, Exemption, Family, NewProduct, Price, PriceFor, Product, Tariff,
    Unit, Vat, VatCategory, price_in,
};
pub use rules::charge::{Cancelled, Charge, ChargeRefusal, ChargeState, NewCharge, Source, billing_month};
pub use rules::computation::{Totals, VatLine, totals};
pub use rules::draft::{Draft, DraftLine, Recipient, Warning, reviewed};
pub use rules::invoice::{Invoice, InvoiceHead, InvoiceKind, InvoiceLine, InvoiceNumber, Series, Standing};
pub use rules::mentions::{Mention, mentions};
pub use rules::payment::{
    Allocation, Debtor, Method, NewPayment, Payment, PaymentRefusal, Unpaid, cash_ceiling, spread,
};
pub use rules::quantity::{Quantity, QuantityRefused};
pub use rules::quote::{
    Acceptance, Conditions, LONGEST_VALIDITY, Quote, QuoteAct, QuoteFacts, QuoteLine, QuoteNumber,
    QuoteRefusal, QuoteState, may as quote_may, standing as quote_standing,
};
pub use rules::quote_head::{QuoteHead, QuoteQuery};
pub use rules::revenue::Revenue;
pub use rules::run::{Change, DraftKey, ItemState, Reviewed, Run, RunItem, RunRefusal, RunState, SkipReason};
pub use rules::seller::{LONGEST_PAYMENT_DAYS, Seller, SellerRefusal};

use kernel::{CustomerId, Day, Hat, Id, Money, Month, Permission, PersonId, PlaceId, Role};
use platform::capability::{Capability, Grant, NavItem};
use platform::database::Tx;
use platform::failure::{Fault, OrNotFound};
use platform::jobs::JobHandler;
use platform::messages::Messages;
use platform::place::Place;

/// Sees every price, charge, invoice and payment.
pub const READ: Permission = Permission::new("billing.read");
/// Changes prices, issues invoices, records payments.
pub const WRITE: Permission = Permission::new("billing.write");
/// Sees one's own invoices.
pub const OWN: Permission = Permission::new("billing.own");

/// Who may do what.
pub const PERMISSIONS: &[Grant] = &[
    Grant::new(
        READ,
        &[Role::ManagingDirector, Role::Accountant, Role::Administrator],
    ),
    Grant::new(WRITE, &[Role::ManagingDirector, Role::Administrator]),
    Grant::new(
        OWN,
        &[
            Role::Member,
            Role::Facilitator,
            Role::ManagingDirector,
            Role::Accountant,
            Role::Administrator,
        ],
    ),
];

/// What billing says to people.
pub const MESSAGES: Messages = Messages {
    fr: concat!(
        include_str!("../locales/fr.ftl"),
        "\n",
        include_str!("../locales/quotes.fr.ftl")
    ),
    en: concat!(
        include_str!("../locales/en.ftl"),
        "\n",
        include_str!("../locales/quotes.en.ftl")
    ),
};

const NAVIGATION: &[NavItem] = &[
    entry(
        Hat::Office,
        "billing-nav-months",
        "/office/billing",
        "calendar-check",
        READ,
        "billing-nav-section",
    ),
    entry(
        Hat::Office,
        "billing-nav-invoices",
        "/office/billing/invoices",
        "invoice",
        READ,
        "billing-nav-section",
    ),
    entry(
        Hat::Office,
        "billing-nav-customers",
        "/office/billing/customers",
        "people",
        READ,
        "billing-nav-section",
    ),
    NavItem {
        also: &["/office/billing/vat"],
        ..entry(
            Hat::Office,
            "billing-nav-products",
            "/office/billing/products",
            "euro",
            READ,
            "billing-nav-section",
        )
    },
    entry(
        Hat::Office,
        "billing-nav-seller",
        "/office/billing/seller",
        "settings",
        READ,
        "billing-nav-section",
    ),
];

const fn entry(
    hat: Hat,
    label: &'static str,
    href: &'static str,
    icon: &'static str,
    needs: Permission,
    section: &'static str,
) -> NavItem {
    NavItem {
        hat,
        label,
        href,
        icon,
        needs: Some(needs),
        section,
        also: &[],
    }
}

/// Billing, as the program assembles it.
#[must_use]
pub fn capability() -> Capability {
    Capability {
        name: "billing",
        routes: pages::routes(),
        permissions: PERMISSIONS,
        jobs: vec![JobHandler {
            kind: actions::review::ISSUE_JOB,
            run: issuing::issue_job,
        }],
        recurring: Vec::new(),
        messages: MESSAGES,
        navigation: NAVIGATION,
        verify: Some(verify::check),
        panels: None,
        personal: personal::PERSONAL,
        before_billing: None,
    }
}

/// Every product of a place, by family and code; those no longer sold among them.
///
/// # Errors
/// As the database says.
pub fn products(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Product>, Fault> {
    Ok(store::products::all(tx, place)?)
}

/// One product.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub fn product(tx: &mut Tx<'_>, place: PlaceId, id: Id<Product>) -> Result<Product, Fault> {
    store::products::find(tx, place, id)?.or_not_found()
}

/// Every price of a product, past and to come.
///
/// # Errors
/// As the database says.
pub fn prices_of(tx: &mut Tx<'_>, place: PlaceId, product: Id<Product>) -> Result<Vec<Price>, Fault> {
    Ok(store::prices::of_product(tx, place, product)?)
}

/// The prices of every product that hold on a day.
///
/// # Errors
/// As the database says.
pub fn prices_on(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Vec<Price>, Fault> {
    Ok(store::prices::in_force(tx, place, day)?)
}

/// The charge that a source made, if it made one.
///
/// # Errors
/// As the database says.
pub fn charge_of_source(tx: &mut Tx<'_>, place: PlaceId, source_key: &str) -> Result<Option<Charge>, Fault> {
    store::charges::of_key(tx, place, source_key)
}

/// One charge.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub fn charge_by_id(tx: &mut Tx<'_>, place: PlaceId, id: Id<Charge>) -> Result<Charge, Fault> {
    store::charges::find(tx, place, id)?.or_not_found()
}

/// Whether nothing is owed of a charge any more: it was withdrawn, or another one takes it back.
///
/// # Errors
/// As the database says.
pub fn is_taken_back(tx: &mut Tx<'_>, place: PlaceId, id: Id<Charge>) -> Result<bool, Fault> {
    Ok(store::charges::is_taken_back(tx, place, id)?)
}

/// The charges for what a person used that wait for their invoice, the oldest first, whoever pays.
///
/// # Errors
/// As the database says.
pub fn open_charges_of(tx: &mut Tx<'_>, place: PlaceId, person: PersonId) -> Result<Vec<Charge>, Fault> {
    store::charges::open_of_person(tx, place, person)
}

/// What a customer pays for these days of use, invoiced or not, the oldest first; a thousand at most.
///
/// # Errors
/// As the database says.
pub fn charges_for(
    tx: &mut Tx<'_>,
    place: PlaceId,
    customer: CustomerId,
    days: kernel::Days,
) -> Result<Vec<Charge>, Fault> {
    store::charges::of_customer_in(tx, place, customer, days)
}

/// Every charge open up to a month.
///
/// # Errors
/// As the database says.
pub fn open_charges(tx: &mut Tx<'_>, place: PlaceId, month: Month) -> Result<Vec<Charge>, Fault> {
    store::charges::open_until(tx, place, month)
}

/// What each product brought in during each of these months, the first and the last among them, net of VAT; by month. What was charged
/// counts in its month whether it is invoiced yet or not, and what took it back is taken off.
///
/// # Errors
/// As the database says.
pub fn revenue(tx: &mut Tx<'_>, place: PlaceId, months: (Month, Month)) -> Result<Vec<Revenue>, Fault> {
    Ok(store::revenue::by_product(tx, place, months)?)
}

/// How many different organisations were charged something in each of these months.
///
/// # Errors
/// As the database says.
pub fn organisations_charged(
    tx: &mut Tx<'_>,
    place: PlaceId,
    months: (Month, Month),
) -> Result<Vec<(Month, i64)>, Fault> {
    Ok(store::revenue::organisations(tx, place, months)?)
}

/// What a customer owes: invoices less payments. Below zero, they have credit.
///
/// # Errors
/// As the database says.
pub fn balance(tx: &mut Tx<'_>, place: PlaceId, customer: CustomerId) -> Result<Money, Fault> {
    Ok(store::customers::balance(tx, place, customer)?)
}

/// Every issued invoice of a place, in the order of their numbers, with what was paid of each.
///
/// # Errors
/// As the database says.
pub fn issued_invoices(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<InvoiceHead>, Fault> {
    store::invoice_list::all(tx, place)
}

/// The customer that somebody is, if anything was ever charged to them.
///
/// # Errors
/// As the database says.
pub fn known_customer(
    tx: &mut Tx<'_>,
    place: PlaceId,
    payer: people::Payer,
) -> Result<Option<CustomerId>, Fault> {
    let known = match payer {
        people::Party::Person(id) => store::customers::of_person(tx, place, id)?,
        people::Party::Organisation(id) => store::customers::of_organisation(tx, place, id)?,
    };
    Ok(known.map(|row| row.id))
}

/// The invoices of a customer, the oldest first.
///
/// # Errors
/// As the database says.
pub fn invoices_of(tx: &mut Tx<'_>, place: PlaceId, customer: CustomerId) -> Result<Vec<InvoiceHead>, Fault> {
    store::invoice_list::of_customer(tx, place, customer)
}

/// One invoice, whole.
///
/// # Errors
/// [`Fault::NotFound`] when there is none.
pub fn invoice(tx: &mut Tx<'_>, place: PlaceId, id: Id<Invoice>) -> Result<Invoice, Fault> {
    store::invoices::find(tx, place, id)?.or_not_found()
}

/// An invoice as the press prints it, with every word it says.
#[must_use]
pub fn printable(invoice: &Invoice, place: &Place) -> press::Invoice {
    documents::invoice_pdf::printable(invoice, place)
}

/// A month as it stands before it is issued.
///
/// # Errors
/// As the database says.
pub fn review(tx: &mut Tx<'_>, place: PlaceId, month: Month, today: Day) -> Result<Review, Fault> {
    actions::drafting::review(tx, place, month, today)
}

/// The seller as it is on a day; none before it was described.
///
/// # Errors
/// As the database says.
pub fn seller_on(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Option<Seller>, Fault> {
    Ok(store::sellers::in_force(tx, place, day)?)
}
