//! The letters of joining, as their readers see them.

use crate::world::World;
use harness::FreshDatabase;
use platform::database::Engine;
use platform::mail::OutboxMail;

fn golden(name: &str, mail: &OutboxMail) {
    let start = mail.text_body.find("https://lieu.example.org").unwrap();
    let link = mail.text_body[start..].split_whitespace().next().unwrap();
    let secret = link.rsplit('/').next().unwrap();
    let hide = |text: &str| {
        if secret.len() > 40 {
            text.replace(secret, "SECRET")
        } else {
            text.to_owned()
        }
    };
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
        let form = world.asks(&mut visitor, "Nora", "Petit");
        let address = world.has_applied(form, &mut visitor);
        golden(&format!("confirmation_{code}"), &world.outbox_after(0)[0]);
        let mut team = world.team();
        let form = team.page(&address).form("form[action$=\"/acceptance\"]");
        team.post(&form.with("letter", "À lundi !"));
        golden(&format!("welcome_{code}"), &world.outbox_after(1)[0]);
        let form = world.asks(&mut visitor, "Max", "Durand");
        let address = world.has_applied(form, &mut visitor);
        let form = team.page(&address).form("form[action$=\"/refusal\"]");
        team.post(&form.with("reason", "Le lieu est plein."));
        golden(&format!("refusal_{code}"), &world.outbox_after(1)[0]);
        let nora = world.person("nora@example.org").unwrap().id;
        let form = team
            .page(&format!("/office/people/{nora}/departure"))
            .form("form.stack");
        team.post(&form.with("last_day", &world.today().to_string()));
        golden(&format!("leaving_{code}"), &world.outbox_after(1)[0]);
        crate::tours::shows(&world, "1");
        let (link, _) = crate::tours::asks(&world, &mut visitor);
        golden(&format!("tour_proof_{code}"), &world.outbox_after(0)[0]);
        crate::tours::proves(&mut visitor, &link);
        golden(&format!("tour_{code}"), &world.outbox_after(1)[0]);
    }
}
