//! The letters to guests, as their readers see them.

use crate::world::World;
use harness::FreshDatabase;
use platform::database::Engine;
use platform::mail::OutboxMail;

fn golden(name: &str, mail: &OutboxMail) {
    let start = mail.text_body.find("https://lieu.example.org").unwrap();
    let link = mail.text_body[start..].split_whitespace().next().unwrap();
    let secret = link.rsplit('/').next().unwrap();
    let hide = |text: &str| text.replace(secret, "SECRET");
    insta::with_settings!({ snapshot_path => "golden", prepend_module_to_snapshot => false }, {
        let text = format!("{}\n\n{}", mail.subject, mail.text_body);
        insta::assert_snapshot!(format!("{name}_text"), hide(&text));
        insta::assert_snapshot!(format!("{name}_html"), hide(&mail.html_body));
    });
}

#[test]
fn each_letter_reads_well_in_both_languages() {
    for (code, languages) in [("fr", "fr"), ("en", "en")] {
        let fresh = FreshDatabase::on(Engine::Sqlite);
        let world = World::new(fresh.database().clone());
        let mut visitor = world.stranger().speaking(languages);
        let hours = "day=2026-06-16&start=10:00&end=12:00";
        let form = world.asks(&mut visitor, hours, "solene@example.org");
        visitor.post(&form);
        golden(&format!("proof_{code}"), &world.outbox_after(1)[0]);
    }
}
