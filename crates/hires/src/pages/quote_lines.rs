//! The lines of a quote as fields of a form: `line-0-label`, `line-0-price`… An empty label is no line.

use billing::{Product, Quantity, QuoteFacts, QuoteLine, Source, Unit, Vat};
use kernel::{Id, Locale, Money, Rate};
use platform::web::Form;

/// Lines offered beyond those there are.
const SPARE: usize = 3;

/// How many rows the form shows.
pub(super) fn rows(form: &Form) -> usize {
    let used = form
        .pairs()
        .iter()
        .filter_map(|(name, value)| {
            let number = name.strip_prefix("line-")?.strip_suffix("-label")?;
            (!value.trim().is_empty()).then_some(number.parse::<usize>().ok()?.saturating_add(1))
        })
        .max();
    used.unwrap_or(0).saturating_add(SPARE).min(60)
}

/// Fills the fields with the lines of a quote.
pub(super) fn fill(mut form: Form, facts: &QuoteFacts, locale: Locale) -> Form {
    for (position, line) in facts.lines.iter().enumerate() {
        let slot = line
            .source
            .as_ref()
            .map(|source| source.id.to_string())
            .unwrap_or_default();
        for (part, value) in [
            ("label", line.label.clone()),
            ("detail", line.detail.clone()),
            ("quantity", line.quantity.display(locale)),
            ("price", line.unit_price.field(locale)),
            ("product", line.product.to_string()),
            (
                "optional",
                if line.optional {
                    "yes".to_owned()
                } else {
                    String::new()
                },
            ),
            ("slot", slot),
        ] {
            form.set(&format!("line-{position}-{part}"), value);
        }
    }
    form
}

/// Reads the lines; none once a message stands at a field. Their VAT is that of their product, put in by the action.
pub(super) fn read(form: &mut Form) -> Option<Vec<QuoteLine>> {
    let mut lines = Vec::new();
    let mut whole = true;
    for position in 0..rows(form) {
        let field = |part: &str| format!("line-{position}-{part}");
        if form.value(&field("label")).is_empty() {
            continue;
        }
        match line(form, field) {
            Some(line) => lines.push(line),
            None => whole = false,
        }
    }
    whole.then_some(lines)
}

fn line(form: &mut Form, field: impl Fn(&str) -> String) -> Option<QuoteLine> {
    let quantity = form.parse_optional(&field("quantity"), Quantity::parse);
    let price = form.parse(&field("price"), Money::parse);
    let product = form.parse(&field("product"), Id::<Product>::parse);
    let slot = form.value(&field("slot")).parse::<i64>().ok();
    let optional = form.checked(&field("optional"), "yes");
    Some(QuoteLine {
        optional,
        chosen: !optional,
        label: form.value(&field("label")).to_owned(),
        detail: form.value(&field("detail")).to_owned(),
        quantity: quantity?.unwrap_or(Quantity::ONE),
        unit: Unit::Piece,
        unit_price: price?,
        vat: Vat {
            rate: Rate::ZERO,
            exemption: None,
        },
        product: product?,
        source: slot.map(|id| Source {
            kind: crate::actions::SLOT_SOURCE.to_owned(),
            id,
        }),
    })
}
