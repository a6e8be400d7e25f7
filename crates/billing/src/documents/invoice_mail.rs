//! The mail that brings an invoice.

use super::wording::{self, text, text_with};
use crate::rules::draft::Recipient;
use crate::rules::invoice::Invoice;
use kernel::DocumentId;
use platform::failure::Fault;
use platform::mail::{Mail, compose};
use platform::messages::Argument;
use platform::place::Place;

/// The mail of an invoice with its PDF; none when the customer has no address to send it to.
///
/// # Errors
/// As the layout of mails says.
pub(crate) fn invoice_mail(
    invoice: &Invoice,
    recipient: &Recipient,
    place: &Place,
    document: DocumentId,
) -> Result<Option<Mail>, Fault> {
    let Some(to) = recipient.email.clone() else {
        return Ok(None);
    };
    let locale = invoice.language;
    let head = &invoice.head;
    let arguments = [
        ("number", Argument::from(head.number.to_string())),
        ("place", Argument::from(place.name.as_str())),
        ("total", head.gross.display(locale, invoice.currency).into()),
        ("due", wording::day(locale, head.due_on).into()),
        ("name", Argument::from(head.buyer_name.as_str())),
    ];
    let say = |key: &str| text_with(locale, key, &arguments);
    let how = if head.gross.is_positive() {
        "billing-mail-pay"
    } else {
        "billing-mail-nothing-due"
    };
    let mut paragraphs = vec![
        say("billing-mail-greeting"),
        say("billing-mail-attached"),
        say(how),
    ];
    if let Some(iban) = invoice.seller.iban.as_ref().filter(|_| head.gross.is_positive()) {
        paragraphs.push(text_with(
            locale,
            "billing-mail-account",
            &[
                ("iban", iban.grouped().into()),
                ("number", head.number.to_string().into()),
            ],
        ));
    }
    paragraphs.push(text_with(
        locale,
        "billing-mail-question",
        &[("email", invoice.seller.email.as_str().into())],
    ));
    paragraphs.push(text(locale, "billing-mail-goodbye"));
    let subject = say("billing-mail-subject");
    let (text, html) = compose(place, locale, &subject, &paragraphs, None)?;
    Ok(Some(Mail {
        place: place.id,
        person: recipient.person,
        to,
        name: head.buyer_name.clone(),
        subject,
        text,
        html,
        attachment: Some((document, super::invoice_pdf::filename(invoice))),
        secret: false,
    }))
}
