//! Quotes, their lines, conditions and keys.

use super::broken;
use super::values::ExemptionText;
use crate::rules::buyer::Buyer;
use crate::rules::catalogue::{Product, Unit, Vat};
use crate::rules::charge::Source;
use crate::rules::quantity::Quantity;
use crate::rules::quote::{Acceptance, Conditions, Quote, QuoteFacts, QuoteLine, QuoteNumber, QuoteState};
use crate::rules::seller::Seller;
use kernel::{AccountId, Currency, Day, Days, DocumentId, Email, Id, Instant, Locale, Money, PlaceId, Rate};
use platform::database::{Tx, params, row, statement};
use platform::failure::Fault;
use std::collections::BTreeMap;

row! {
    struct QuoteRow {
        id: Id<Quote>,
        source_kind: String,
        source_id: i64,
        year: Option<i64>,
        number: Option<i64>,
        state: QuoteState,
        language: Locale,
        currency: String,
        subject: String,
        introduction: String,
        buyer: String,
        contact_name: String,
        email: Email,
        seller: Option<String>,
        discount_bp: Rate,
        guarantee_cents: Money,
        service_from: Day,
        service_until: Day,
        valid_until: Day,
        conditions_id: Option<Id<Conditions>>,
        issued_on: Option<Day>,
        sent_at: Option<Instant>,
        reminded_at: Option<Instant>,
        answered_at: Option<Instant>,
        accepted_name: String,
        accepted_from: String,
        reason: String,
        document_id: Option<DocumentId>,
        created_at: Instant,
        created_by: Option<AccountId>,
    }

    struct LineRow {
        quote_id: Id<Quote>,
        optional: bool,
        chosen: bool,
        label: String,
        detail: String,
        quantity: Quantity,
        unit: Unit,
        unit_cents: Money,
        rate_bp: Rate,
        exemption: ExemptionText,
        product_id: Id<Product>,
        source_kind: String,
        source_id: Option<i64>,
    }
}

statement! {
    FIND -> QuoteRow = "
        select id, source_kind, source_id, year, number, state, language, currency, subject, introduction, buyer,
            contact_name, email, seller, discount_bp, guarantee_cents, service_from, service_until, valid_until,
            conditions_id, issued_on, sent_at, reminded_at, answered_at, accepted_name, accepted_from, reason,
            document_id, created_at, created_by
        from quote
        where place_id = $1 and id = $2";

    LOCK -> QuoteRow = "
        select id, source_kind, source_id, year, number, state, language, currency, subject, introduction, buyer,
            contact_name, email, seller, discount_bp, guarantee_cents, service_from, service_until, valid_until,
            conditions_id, issued_on, sent_at, reminded_at, answered_at, accepted_name, accepted_from, reason,
            document_id, created_at, created_by
        from quote
        where place_id = $1 and id = $2
        for update";

    OF_SOURCE -> QuoteRow = "
        select id, source_kind, source_id, year, number, state, language, currency, subject, introduction, buyer,
            contact_name, email, seller, discount_bp, guarantee_cents, service_from, service_until, valid_until,
            conditions_id, issued_on, sent_at, reminded_at, answered_at, accepted_name, accepted_from, reason,
            document_id, created_at, created_by
        from quote
        where place_id = $1 and source_kind = $2 and source_id = $3
        order by created_at desc, id desc";

    NUMBERED -> QuoteRow = "
        select id, source_kind, source_id, year, number, state, language, currency, subject, introduction, buyer,
            contact_name, email, seller, discount_bp, guarantee_cents, service_from, service_until, valid_until,
            conditions_id, issued_on, sent_at, reminded_at, answered_at, accepted_name, accepted_from, reason,
            document_id, created_at, created_by
        from quote
        where place_id = $1 and number is not null
        order by year, number";

    LINES -> LineRow = "
        select quote_id, optional, chosen, label, detail, quantity, unit, unit_cents, rate_bp, exemption, product_id,
            source_kind, source_id
        from quote_line
        where place_id = $1 and quote_id = $2
        order by position";

    ALL_LINES -> LineRow = "
        select l.quote_id, l.optional, l.chosen, l.label, l.detail, l.quantity, l.unit, l.unit_cents, l.rate_bp,
            l.exemption, l.product_id, l.source_kind, l.source_id
        from quote_line l
        where l.place_id = $1
        order by l.quote_id, l.position";

    INSERT = "
        insert into quote (place_id, id, source_kind, source_id, state, language, currency, subject, introduction, buyer,
            buyer_name, contact_name, email, discount_bp, guarantee_cents, service_from, service_until, valid_until,
            accepted_name, accepted_from, reason, created_at, created_by, search)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, '', '', '', $19, $20,
            $21)";

    UPDATE = "
        update quote
        set language = $3, subject = $4, introduction = $5, buyer = $6, buyer_name = $7, contact_name = $8, email = $9,
            discount_bp = $10, guarantee_cents = $11, service_from = $12, service_until = $13, valid_until = $14,
            search = $15
        where place_id = $1 and id = $2";

    SET_STANDING = "
        update quote
        set state = $3, year = $4, number = $5, seller = $6, conditions_id = $7, issued_on = $8, sent_at = $9,
            reminded_at = $10, answered_at = $11, accepted_name = $12, accepted_from = $13, reason = $14,
            document_id = $15, search = $16
        where place_id = $1 and id = $2";

    REMOVE_LINES = "
        delete from quote_line
        where place_id = $1 and quote_id = $2";

    INSERT_LINE = "
        insert into quote_line (place_id, quote_id, position, optional, chosen, label, detail, quantity, unit, unit_cents,
            rate_bp, exemption, product_id, source_kind, source_id)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)";

    CHOOSE = "
        update quote_line
        set chosen = $4
        where place_id = $1 and quote_id = $2 and position = $3 and optional = 1";
}

pub(crate) fn find(tx: &mut Tx<'_>, place: PlaceId, id: Id<Quote>) -> Result<Option<Quote>, Fault> {
    let row = tx.optional(&FIND, &params![place, id])?;
    row.map(|row| with_lines(tx, place, row)).transpose()
}

/// One quote, held until the end of the transaction.
pub(crate) fn lock(tx: &mut Tx<'_>, place: PlaceId, id: Id<Quote>) -> Result<Option<Quote>, Fault> {
    let row = tx.optional(&LOCK, &params![place, id])?;
    row.map(|row| with_lines(tx, place, row)).transpose()
}

/// The quotes that something led to, the newest first.
pub(crate) fn of_source(tx: &mut Tx<'_>, place: PlaceId, source: &Source) -> Result<Vec<Quote>, Fault> {
    let rows = tx.all(&OF_SOURCE, &params![place, source.kind.as_str(), source.id])?;
    rows.into_iter().map(|row| with_lines(tx, place, row)).collect()
}

/// Every quote that has a number, in the order of numbers.
pub(crate) fn numbered(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Quote>, Fault> {
    let mut lines: BTreeMap<i64, Vec<QuoteLine>> = BTreeMap::new();
    for row in tx.all(&ALL_LINES, &params![place])? {
        lines.entry(row.quote_id.as_i64()).or_default().push(line(row));
    }
    let rows = tx.all(&NUMBERED, &params![place])?;
    rows.into_iter()
        .map(|row| {
            let own = lines.remove(&row.id.as_i64()).unwrap_or_default();
            quote(row, own)
        })
        .collect()
}

pub(crate) fn insert(tx: &mut Tx<'_>, place: PlaceId, quote: &Quote) -> Result<(), Fault> {
    let facts = &quote.facts;
    let values = params![
        place,
        quote.id,
        quote.source.kind.as_str(),
        quote.source.id,
        quote.state,
        facts.language,
        quote.currency.code(),
        facts.subject.trim(),
        facts.introduction.trim(),
        serde_json::to_string(&facts.buyer).map_err(Fault::internal)?,
        facts.buyer.name.trim(),
        facts.contact.trim(),
        facts.email,
        facts.discount,
        facts.guarantee,
        facts.service.first(),
        facts.service.last(),
        facts.valid_until,
        quote.created_at,
        quote.created_by,
        searched(quote.number, facts)
    ];
    tx.run(&INSERT, &values)?;
    insert_lines(tx, place, quote.id, &facts.lines)
}

/// Writes down what a draft says now.
pub(crate) fn update(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Quote>,
    facts: &QuoteFacts,
) -> Result<(), Fault> {
    let values = params![
        place,
        id,
        facts.language,
        facts.subject.trim(),
        facts.introduction.trim(),
        serde_json::to_string(&facts.buyer).map_err(Fault::internal)?,
        facts.buyer.name.trim(),
        facts.contact.trim(),
        facts.email,
        facts.discount,
        facts.guarantee,
        facts.service.first(),
        facts.service.last(),
        facts.valid_until,
        searched(None, facts)
    ];
    tx.run(&UPDATE, &values)?;
    tx.run(&REMOVE_LINES, &params![place, id])?;
    insert_lines(tx, place, id, &facts.lines)
}

/// What a quote is found by.
fn searched(number: Option<QuoteNumber>, facts: &QuoteFacts) -> String {
    let number = number.map(|number| number.to_string()).unwrap_or_default();
    let (buyer, contact) = (&facts.buyer.name, &facts.contact);
    kernel::fold(&format!("{number} {buyer} {contact} {}", facts.subject))
}

fn insert_lines(tx: &mut Tx<'_>, place: PlaceId, id: Id<Quote>, lines: &[QuoteLine]) -> Result<(), Fault> {
    for (position, line) in lines.iter().enumerate() {
        let values = params![
            place,
            id,
            i64::try_from(position).map_err(Fault::internal)?,
            line.optional,
            line.chosen,
            line.label.trim(),
            line.detail.trim(),
            line.quantity,
            line.unit,
            line.unit_price,
            line.vat.rate,
            ExemptionText(line.vat.exemption),
            line.product,
            line.source.as_ref().map_or("", |source| source.kind.as_str()),
            line.source.as_ref().map(|source| source.id)
        ];
        tx.run(&INSERT_LINE, &values)?;
    }
    Ok(())
}

/// Writes down where a quote stands.
pub(crate) fn set_standing(tx: &mut Tx<'_>, place: PlaceId, quote: &Quote) -> Result<(), Fault> {
    let seller = quote.seller.as_ref().map(serde_json::to_string).transpose();
    let values = params![
        place,
        quote.id,
        quote.state,
        quote.number.map(|number| i64::from(number.year)),
        quote.number.map(|number| number.number),
        seller.map_err(Fault::internal)?,
        quote.conditions,
        quote.issued_on,
        quote.sent_at,
        quote.reminded_at,
        quote.answered_at,
        quote.acceptance.as_ref().map_or("", |yes| yes.name.as_str()),
        quote.acceptance.as_ref().map_or("", |yes| yes.from.as_str()),
        quote.reason.as_str(),
        quote.document,
        searched(quote.number, &quote.facts)
    ];
    tx.run(&SET_STANDING, &values)?;
    Ok(())
}

/// Notes whether each option is taken.
pub(crate) fn choose(tx: &mut Tx<'_>, place: PlaceId, quote: &Quote) -> Result<(), Fault> {
    for (position, line) in quote.facts.lines.iter().enumerate() {
        let position = i64::try_from(position).map_err(Fault::internal)?;
        tx.run(&CHOOSE, &params![place, quote.id, position, line.chosen])?;
    }
    Ok(())
}

fn with_lines(tx: &mut Tx<'_>, place: PlaceId, row: QuoteRow) -> Result<Quote, Fault> {
    let lines = tx.all(&LINES, &params![place, row.id])?;
    quote(row, lines.into_iter().map(line).collect())
}

fn line(row: LineRow) -> QuoteLine {
    let kind = row.source_kind;
    QuoteLine {
        optional: row.optional,
        chosen: row.chosen,
        label: row.label,
        detail: row.detail,
        quantity: row.quantity,
        unit: row.unit,
        unit_price: row.unit_cents,
        vat: Vat {
            rate: row.rate_bp,
            exemption: row.exemption.0,
        },
        product: row.product_id,
        source: row.source_id.map(|id| Source { kind, id }),
    }
}

fn quote(row: QuoteRow, lines: Vec<QuoteLine>) -> Result<Quote, Fault> {
    let id = row.id.as_i64();
    let number = match (row.year, row.number) {
        (Some(year), Some(number)) => Some(QuoteNumber {
            year: i16::try_from(year).map_err(|error| broken("quote", id, error))?,
            number,
        }),
        _ => None,
    };
    let seller = row
        .seller
        .as_deref()
        .map(serde_json::from_str::<Seller>)
        .transpose();
    let (name, from) = (row.accepted_name, row.accepted_from);
    Ok(Quote {
        id: row.id,
        source: Source {
            kind: row.source_kind,
            id: row.source_id,
        },
        number,
        state: row.state,
        facts: QuoteFacts {
            subject: row.subject,
            introduction: row.introduction,
            buyer: serde_json::from_str::<Buyer>(&row.buyer).map_err(|error| broken("quote", id, error))?,
            contact: row.contact_name,
            email: row.email,
            language: row.language,
            service: Days::new(row.service_from, row.service_until)
                .map_err(|error| broken("quote", id, error))?,
            valid_until: row.valid_until,
            discount: row.discount_bp,
            guarantee: row.guarantee_cents,
            lines,
        },
        currency: Currency::parse(&row.currency).map_err(|error| broken("quote", id, error))?,
        seller: seller.map_err(|error| broken("quote", id, error))?,
        conditions: row.conditions_id,
        issued_on: row.issued_on,
        sent_at: row.sent_at,
        reminded_at: row.reminded_at,
        answered_at: row.answered_at,
        acceptance: (!name.is_empty()).then_some(Acceptance { name, from }),
        reason: row.reason,
        document: row.document_id,
        created_at: row.created_at,
        created_by: row.created_by,
    })
}
