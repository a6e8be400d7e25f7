//! Lists of quotes: searched and filtered, with what each comes to.

use super::values::ExemptionText;
use crate::rules::catalogue::{Basis, Vat};
use crate::rules::charge::Source;
use crate::rules::computation::totals;
use crate::rules::quantity::Quantity;
use crate::rules::quote::{Quote, QuoteNumber, QuoteState, amount_of};
use crate::rules::quote_head::{QuoteHead, QuoteQuery};
use kernel::{Day, Id, Money, PlaceId, Rate};
use platform::database::{Tx, params, row, statement};
use platform::failure::Fault;
use std::collections::BTreeMap;

row! {
    struct HeadRow {
        id: Id<Quote>,
        source_kind: String,
        source_id: i64,
        year: Option<i64>,
        number: Option<i64>,
        state: QuoteState,
        buyer_name: String,
        subject: String,
        discount_bp: Rate,
        issued_on: Option<Day>,
        valid_until: Day,
    }

    struct AmountRow {
        quote_id: Id<Quote>,
        quantity: Quantity,
        unit_cents: Money,
        rate_bp: Rate,
        exemption: ExemptionText,
    }

    struct CountRow {
        count: i64,
    }
}

statement! {
    SEARCH -> HeadRow = r"
        select id, source_kind, source_id, year, number, state, buyer_name, subject, discount_bp, issued_on, valid_until
        from quote
        where place_id = $1 and search like $2 escape '\'
            and ($3 = '' or ($3 = 'expired' and state = 'sent' and valid_until < $4)
                or (state = $3 and ($3 <> 'sent' or valid_until >= $4)))
        order by created_at desc, id desc
        limit $5 offset $6";

    COUNT -> CountRow = r"
        select count(*) as count
        from quote
        where place_id = $1 and search like $2 escape '\'
            and ($3 = '' or ($3 = 'expired' and state = 'sent' and valid_until < $4)
                or (state = $3 and ($3 <> 'sent' or valid_until >= $4)))";

    AMOUNTS -> AmountRow = r"
        with listed as (
            select q.place_id, q.id
            from quote q
            where q.place_id = $1 and q.search like $2 escape '\'
                and ($3 = '' or ($3 = 'expired' and q.state = 'sent' and q.valid_until < $4)
                    or (q.state = $3 and ($3 <> 'sent' or q.valid_until >= $4)))
            order by q.created_at desc, q.id desc
            limit $5 offset $6)
        select l.quote_id, l.quantity, l.unit_cents, l.rate_bp, l.exemption
        from listed
        join quote_line l on l.place_id = listed.place_id and l.quote_id = listed.id
        where l.optional = 0 or l.chosen = 1
        order by l.quote_id, l.position";
}

/// One page of a list, the newest first.
pub(crate) fn search(tx: &mut Tx<'_>, place: PlaceId, query: &QuoteQuery) -> Result<Vec<QuoteHead>, Fault> {
    let state = query.state.map_or("", QuoteState::code);
    let values = params![
        place,
        pattern(&query.text),
        state,
        query.today,
        query.limit,
        query.offset
    ];
    let mut amounts: BTreeMap<i64, Vec<AmountRow>> = BTreeMap::new();
    for row in tx.all(&AMOUNTS, &values)? {
        amounts.entry(row.quote_id.as_i64()).or_default().push(row);
    }
    let rows = tx.all(&SEARCH, &values)?;
    rows.into_iter()
        .map(|row| {
            let own = amounts.remove(&row.id.as_i64()).unwrap_or_default();
            head(row, own)
        })
        .collect()
}

/// How many there are on all pages.
pub(crate) fn count(tx: &mut Tx<'_>, place: PlaceId, query: &QuoteQuery) -> Result<i64, Fault> {
    let state = query.state.map_or("", QuoteState::code);
    let values = params![place, pattern(&query.text), state, query.today];
    Ok(tx.one(&COUNT, &values)?.count)
}

/// The pattern that finds a text anywhere.
fn pattern(text: &str) -> String {
    // Folding leaves letters, digits and spaces: nothing that a pattern would read otherwise.
    format!("%{}%", kernel::fold(text))
}

fn head(row: HeadRow, amounts: Vec<AmountRow>) -> Result<QuoteHead, Fault> {
    let id = row.id.as_i64();
    let number = match (row.year, row.number) {
        (Some(year), Some(number)) => Some(QuoteNumber {
            year: i16::try_from(year).map_err(|error| super::broken("quote", id, error))?,
            number,
        }),
        _ => None,
    };
    let lines = amounts.into_iter().map(|line| {
        let vat = Vat {
            rate: line.rate_bp,
            exemption: line.exemption.0,
        };
        (amount_of(line.unit_cents, line.quantity, row.discount_bp), vat)
    });
    Ok(QuoteHead {
        id: row.id,
        source: Source {
            kind: row.source_kind,
            id: row.source_id,
        },
        number,
        state: row.state,
        buyer: row.buyer_name,
        subject: row.subject,
        issued_on: row.issued_on,
        valid_until: row.valid_until,
        totals: totals(Basis::Net, lines),
    })
}
