//! What the registers hold of quotes: what was sent, and each yes.

use crate::rules::quote::Quote;
use kernel::Id;
use serde_json::json;

/// The register that chains what was sent.
pub(crate) const REGISTER: &str = "quote";
/// The register that chains each yes.
pub(crate) const ACCEPTANCES: &str = "quote_acceptance";

/// What the register holds of a quote that was sent: all that does not change any more.
pub(crate) fn sent_content(quote: &Quote) -> String {
    let facts = &quote.facts;
    let lines: Vec<_> = facts
        .lines
        .iter()
        .map(|line| {
            json!([
                line.optional,
                line.label,
                line.detail,
                line.quantity,
                line.unit.code(),
                line.unit_price.cents(),
                line.vat.rate.basis_points(),
                line.vat.exemption.map(|exemption| exemption.code()),
                line.product.as_i64(),
                line.source
                    .as_ref()
                    .map(|source| (source.kind.as_str(), source.id)),
            ])
        })
        .collect();
    json!({
        "number": quote.number.map(|number| number.to_string()),
        "source": [quote.source.kind, quote.source.id.to_string()],
        "issued_on": quote.issued_on,
        "sent_at": quote.sent_at.map(kernel::Instant::micros),
        "valid_until": facts.valid_until,
        "service": [facts.service.first(), facts.service.last()],
        "language": facts.language.code(),
        "currency": quote.currency.code(),
        "subject": facts.subject,
        "introduction": facts.introduction,
        "seller": quote.seller,
        "buyer": facts.buyer,
        "contact": facts.contact,
        "email": facts.email.as_str(),
        "discount": facts.discount.basis_points(),
        "guarantee": facts.guarantee.cents(),
        "conditions": quote.conditions.map(Id::as_i64),
        "lines": lines,
    })
    .to_string()
}

/// What the register holds of a yes.
pub(crate) fn accepted_content(quote: &Quote) -> String {
    let chosen: Vec<bool> = quote.facts.lines.iter().map(|line| line.chosen).collect();
    let yes = quote.acceptance.as_ref();
    json!({
        "number": quote.number.map(|number| number.to_string()),
        "name": yes.map(|yes| yes.name.as_str()),
        "from": yes.map(|yes| yes.from.as_str()),
        "at": quote.answered_at.map(kernel::Instant::micros),
        "conditions": quote.conditions.map(Id::as_i64),
        "chosen": chosen,
        "gross": quote.facts.totals().gross.cents(),
    })
    .to_string()
}
