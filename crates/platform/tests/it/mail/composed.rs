use kernel::{Currency, Email, Instant, Locale, PlaceId, Zone};
use platform::mail::{Attachment, Envelope, compose, render_message};
use platform::place::Place;

fn place(colour: &str) -> Place {
    Place {
        id: PlaceId::from_i64(1),
        name: "La Fabrique & Cie".to_owned(),
        zone: Zone::parse("Europe/Paris").unwrap(),
        language: Locale::Fr,
        currency: Currency::EUR,
        brand_colour: colour.to_owned(),
        host: None,
        demonstration: false,
    }
}

fn paragraphs() -> Vec<String> {
    vec![
        "Bonjour Élodie,".to_owned(),
        "Votre réservation du Salon <bleu> est confirmée :\nlundi 15 juin, de 9 h à 12 h.".to_owned(),
    ]
}

fn composed(colour: &str) -> (String, String) {
    let button = (
        "Voir la réservation",
        "https://fabrique.example.org/bookings/1?a=b&c=d",
    );
    compose(
        &place(colour),
        Locale::Fr,
        "Réservation confirmée",
        &paragraphs(),
        Some(button),
    )
    .unwrap()
}

fn envelope() -> Envelope {
    let (text, html) = composed("#0f6b5c");
    Envelope {
        reference: "1.42".to_owned(),
        from: Email::parse("bonjour@fabrique.example.org").unwrap(),
        from_name: "La Fabrique & Cie".to_owned(),
        reply_to: Some(Email::parse("accueil@fabrique.example.org").unwrap()),
        to: Email::parse("elodie.martin@example.org").unwrap(),
        to_name: "Élodie Martin".to_owned(),
        subject: "Réservation confirmée".to_owned(),
        text,
        html,
        attachment: Some(Attachment {
            filename: "réservation.pdf".to_owned(),
            media_type: "application/pdf".to_owned(),
            bytes: b"%PDF-1.7 not really".to_vec(),
        }),
        written_at: Instant::parse("2026-06-15T07:00:00Z").unwrap(),
    }
}

fn golden(name: &str, text: &str) {
    insta::with_settings!({ snapshot_path => "../golden", prepend_module_to_snapshot => false, omit_expression => true }, {
        insta::assert_snapshot!(name, text);
    });
}

#[test]
fn a_mail_is_laid_out_as_a_person_reviewed_it() {
    let (text, html) = composed("#0f6b5c");
    golden("composed_mail_text", &text);
    golden("composed_mail_html", &html);
}

#[test]
fn a_mail_without_a_button_ends_with_its_paragraphs() {
    let (text, html) = compose(&place("#0f6b5c"), Locale::En, "Hello", &["One.".to_owned()], None).unwrap();
    assert_eq!(text, "Hello\n\nOne.\n\n-- \nLa Fabrique & Cie");
    assert!(!html.contains("<a "));
    assert!(html.starts_with("<!doctype html>\n<html lang=\"en\">"));
}

#[test]
fn what_people_wrote_is_text_in_the_html_and_not_markup() {
    let (_, html) = composed("#0f6b5c");
    assert!(!html.contains("<bleu>"));
    assert!(html.contains("https://fabrique.example.org/bookings/1?a=b&#38;c=d"));
}

#[test]
fn the_button_can_be_read_whatever_the_colour_of_the_place() {
    let button = |colour| composed(colour).1;
    assert!(button("#0f6b5c").contains("background:#0f6b5c;color:#ffffff"));
    assert!(button("#ffdd00").contains("background:#ffdd00;color:#1d1d1b"));
    for hostile in ["red;}", "#12345", "#0f6b5c;x", "#éé12"] {
        let html = button(hostile);
        assert!(html.contains("background:#33413b;color:#ffffff"), "{hostile}");
        assert!(!html.contains(hostile), "{hostile}");
    }
}

#[test]
fn a_mail_travels_as_text_html_and_attachment_and_always_the_same() {
    let bytes = render_message(&envelope()).unwrap().formatted();
    assert_eq!(bytes, render_message(&envelope()).unwrap().formatted());
    golden("message", &String::from_utf8(bytes).unwrap().replace('\r', ""));
}

#[test]
fn nothing_that_people_write_adds_a_header() {
    let hostile = "Bonjour\r\nBcc: tous@example.org\nX-Evil: 1";
    let mut envelope = envelope();
    envelope.subject = hostile.to_owned();
    envelope.to_name = hostile.to_owned();
    envelope.from_name = hostile.to_owned();
    if let Some(attachment) = &mut envelope.attachment {
        attachment.filename = hostile.to_owned();
    }
    let message = String::from_utf8(render_message(&envelope).unwrap().formatted()).unwrap();
    let names: Vec<_> = message
        .lines()
        .filter_map(|line| line.split_once(": "))
        .map(|(name, _)| name)
        .collect();
    assert!(!names.contains(&"Bcc") && !names.contains(&"X-Evil"), "{names:?}");
}

#[test]
fn an_attachment_without_a_media_type_is_refused() {
    let mut envelope = envelope();
    if let Some(attachment) = &mut envelope.attachment {
        attachment.media_type = "pdf".to_owned();
    }
    assert!(render_message(&envelope).is_err());
}
