//! The mails that let somebody in, as their readers see them.

use crate::world::{House, PASSWORD};
use harness::Authenticator;
use kernel::{Locale, PersonId, Role};

/// Secrets differ from run to run only where the seed does, but a golden file is no place for one.
fn without_secret(text: &str, link: &str) -> String {
    match link.rsplit('/').next() {
        Some(secret) if secret.len() > 20 => text.replace(secret, "SECRET"),
        _ => text.to_owned(),
    }
}

/// Compares the newest mail with its golden files, and answers the path of its link.
fn golden(house: &House, name: &str) -> String {
    let outbox = house.outbox_after_a_letter();
    let mail = outbox.first().unwrap();
    let start = mail.text_body.find("https://lieu.example.org").unwrap();
    let link = mail.text_body[start..].split_whitespace().next().unwrap();
    let text = format!("{}\n\n{}", mail.subject, mail.text_body);
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
        insta::assert_snapshot!(format!("{name}_text"), without_secret(&text, link));
        insta::assert_snapshot!(format!("{name}_html"), without_secret(&mail.html_body, link));
    });
    link.trim_start_matches("https://lieu.example.org").to_owned()
}

/// Somebody reads the mails of the house in this language.
fn reads(house: &House, who: PersonId, locale: Locale) {
    house.write(move |tx, system| {
        let known = people::person(tx, system.place, who).unwrap().unwrap();
        let known = people::NewPerson {
            language: Some(locale),
            ..known.into()
        };
        people::update_person(tx, system, who, known).unwrap();
    });
}

#[test]
fn each_letter_reads_well_in_both_languages() {
    for (locale, code) in [(Locale::Fr, "fr"), (Locale::En, "en")] {
        let house = House::new();
        let (_, mut desk) = house.arrives("Noa", Role::Facilitator);
        let camille = house.person("Camille", "Durand");
        reads(&house, camille, locale);
        let form = desk
            .page(&format!("/office/people/{camille}"))
            .form("form[action$=\"/invitation\"]");
        desk.post(&form);
        golden(&house, &format!("invitation_{code}"));
        for (path, name) in [("/sign-in/link", "sign_in"), ("/password-reset", "reset")] {
            let mut visitor = house.visitor();
            let form = visitor.page(path).form("form.stack");
            visitor.post(&form.with("email", "camille@example.org"));
            golden(&house, &format!("{name}_{code}"));
        }
        let (mae, mut own) = house.arrives("Mae", Role::Member);
        reads(&house, mae, locale);
        let form = own.page("/me/profile").form("form[action=\"/me/profile/email\"]");
        own.post(
            &form
                .with("email", "neuve@example.org")
                .with("email_password", PASSWORD),
        );
        let link = golden(&house, &format!("email_change_{code}"));
        let confirm = own.page(&link).form("form[action^=\"/me/profile/email/\"]");
        own.post(&confirm);
        golden(&house, &format!("email_changed_{code}"));
        let mut device = Authenticator::at("https://lieu.example.org", 1);
        crate::passkeys::adds(&mut own, &mut device, "Téléphone");
        golden(&house, &format!("passkey_added_{code}"));
        let page = own.page("/me/second-factor");
        let address = page.attribute(".line-acts a", "href").unwrap();
        let removal = own.page(&address).form("form[action$=\"/removal\"]");
        own.post(&removal);
        golden(&house, &format!("passkey_removed_{code}"));
    }
}
