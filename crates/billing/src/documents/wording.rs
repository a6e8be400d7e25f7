//! The words of documents, from this capability's own message files: a document issued by a job or an import has no page, and
//! no person, whose language it could borrow.

use crate::MESSAGES;
use crate::rules::catalogue::Unit;
use crate::rules::invoice::InvoiceNumber;
use crate::rules::mentions::Mention;
use crate::rules::quantity::Quantity;
use kernel::{Currency, Day, Locale};
use platform::messages::{Argument, Catalogue};
use std::sync::LazyLock;

/// A syntax error in our own messages shows as a missing message, and the tests find it first.
static CATALOGUE: LazyLock<Option<Catalogue>> = LazyLock::new(|| match Catalogue::new(&[MESSAGES]) {
    Ok(catalogue) => Some(catalogue),
    Err(faults) => {
        tracing::error!(?faults, "the messages of billing cannot be read");
        None
    }
});

/// A message.
pub(crate) fn text(locale: Locale, key: &str) -> String {
    text_with(locale, key, &[])
}

/// A message with its values.
pub(crate) fn text_with(locale: Locale, key: &str, arguments: &[(&str, Argument)]) -> String {
    match CATALOGUE.as_ref() {
        Some(catalogue) => catalogue.text(locale, key, arguments),
        None => key.to_owned(),
    }
}

/// A mention as it is printed.
pub(crate) fn mention(locale: Locale, currency: Currency, mention: &Mention) -> String {
    match mention {
        Mention::Services => text(locale, "billing-mention-services"),
        Mention::Exemption(exemption) => text(locale, exemption.message()),
        Mention::VatOnDebits => text(locale, "billing-mention-vat-on-debits"),
        Mention::Discount(None) => text(locale, "billing-mention-no-discount"),
        Mention::Discount(Some(terms)) | Mention::Footer(terms) => terms.clone(),
        Mention::Penalty(rate) => text_with(
            locale,
            "billing-mention-penalty",
            &[("rate", rate.display(locale).into())],
        ),
        Mention::Indemnity(amount) => {
            let amount = amount.display(locale, currency);
            text_with(locale, "billing-mention-indemnity", &[("amount", amount.into())])
        }
    }
}

/// Says which invoice a line corrects.
pub(crate) fn corrects(locale: Locale, number: InvoiceNumber) -> String {
    text_with(
        locale,
        "billing-line-corrects",
        &[("number", number.to_string().into())],
    )
}

/// A quantity with its unit: `1,5 h`, `2 demi-journées`.
pub(crate) fn quantity(locale: Locale, quantity: Quantity, unit: Unit) -> String {
    let key = match unit {
        Unit::Hour => "billing-quantity-hour",
        Unit::HalfDay => "billing-quantity-half-day",
        Unit::Day => "billing-quantity-day",
        Unit::Month => "billing-quantity-month",
        Unit::Piece => "billing-quantity-piece",
    };
    // French takes the singular up to, and without, two; English for one alone.
    let units = quantity.thousandths().unsigned_abs();
    let single = match locale {
        Locale::Fr => units < 2_000,
        Locale::En => units == 1_000,
    };
    let form = if single { "one" } else { "other" };
    text_with(
        locale,
        key,
        &[
            ("quantity", Argument::Text(quantity.display(locale))),
            ("form", form.into()),
        ],
    )
}

/// "14 juin 2026".
pub(crate) fn day(locale: Locale, day: Day) -> String {
    let key = if day.day() == 1 {
        "billing-day-first"
    } else {
        "billing-date"
    };
    let arguments = [
        ("day", Argument::from(i64::from(day.day()))),
        ("month", text(locale, day.month_of().message()).into()),
        ("year", Argument::Text(day.year().to_string())),
    ];
    text_with(locale, key, &arguments)
}
