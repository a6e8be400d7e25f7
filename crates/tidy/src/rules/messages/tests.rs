use super::*;

const FRENCH: &str = "# Salles\nspaces-title = Salles\nspaces-left = Il reste { $count } places\n    sur { $all }\n\
                      activity-booking-cancelled = a annulé\npermission-spaces-book = Réserver\n";
const ENGLISH: &str = "spaces-title = Rooms\nspaces-left = { $count } of { $all } left\n\
                       activity-booking-cancelled = cancelled\npermission-spaces-book = Book\n";

fn faults(french: &str, english: &str, more: &[(&str, &str)]) -> Vec<String> {
    let mut files = vec![
        ("crates/spaces/locales/en.ftl", english),
        ("crates/spaces/locales/fr.ftl", french),
    ];
    files.extend(more);
    check(&Tree::sample(&files))
        .into_iter()
        .map(|fault| fault.says)
        .collect()
}

#[test]
fn two_complete_languages_are_welcome() {
    assert_eq!(faults(FRENCH, ENGLISH, &[]), [""; 0]);
}

#[test]
fn a_message_in_one_language_only_is_refused() {
    let short = ENGLISH.replace("spaces-title = Rooms\n", "");
    assert_eq!(
        faults(FRENCH, &short, &[]),
        ["`spaces-title` is missing in crates/spaces/locales/en.ftl"]
    );
    assert_eq!(
        faults(&FRENCH.replace("spaces-title = Salles\n", ""), ENGLISH, &[]).len(),
        1
    );
    assert_eq!(
        check(&Tree::sample(&[("crates/spaces/locales/fr.ftl", FRENCH)])).len(),
        1
    );
}

#[test]
fn a_french_sign_that_may_begin_a_line_is_refused() {
    let titled = |title: &str| FRENCH.replace("= Salles", &format!("= {title}"));
    for loose in [
        "Salle : Indigo",
        "Libre ; prise",
        "Ici ?",
        "Enfin !",
        "« Indigo\u{a0}»",
        "«\u{a0}Indigo »",
    ] {
        assert_eq!(
            faults(&titled(loose), ENGLISH, &[]),
            ["a no-break space (U+00A0) stands before : ; ! ? », and after «"],
            "{loose}"
        );
    }
    for kept in [
        "Salle\u{a0}: Indigo",
        "Libre\u{202f}; prise",
        "«\u{a0}Indigo\u{a0}»",
        "à 12:30",
    ] {
        assert_eq!(faults(&titled(kept), ENGLISH, &[]), [""; 0], "{kept}");
    }
    let english = ENGLISH.replace("= Rooms", "= Rooms : all");
    assert_eq!(faults(FRENCH, &english, &[]), [""; 0]);
}

#[test]
fn messages_that_show_other_values_are_refused() {
    assert_eq!(faults(FRENCH, &ENGLISH.replace("$all", "$whole"), &[]).len(), 2);
}

#[test]
fn a_message_that_stands_twice_is_refused() {
    let twice = format!("{FRENCH}spaces-title = Encore\n");
    assert_eq!(faults(&twice, ENGLISH, &[]), ["`spaces-title` stands twice"]);
}

#[test]
fn a_key_that_no_file_has_is_refused() {
    let code = [(
        "crates/spaces/src/pages/a.rs",
        "fn a() { shell(\"spaces-titel\"); path(\"a-b\"); }",
    )];
    assert_eq!(
        faults(FRENCH, ENGLISH, &code),
        ["no message is called `spaces-titel`"]
    );
    let page = [(
        "crates/spaces/templates/a.html",
        "<h1 class=\"spaces-x\">{{ shell.t(\"spaces-none\") }}</h1>",
    )];
    assert_eq!(
        faults(FRENCH, ENGLISH, &page),
        ["no message is called `spaces-none`"]
    );
    let long = [(
        "crates/spaces/templates/a.html",
        "{# t(\"spaces-old\") #}{{ ui::field(shell,\n  \"spaces-none\") }} \"spaces-outside\"",
    )];
    assert_eq!(
        faults(FRENCH, ENGLISH, &long),
        ["no message is called `spaces-none`"]
    );
}

#[test]
fn an_act_or_a_permission_without_words_is_refused() {
    let act = |verb| {
        format!(
            "fn a() {{\n    activity::record(\n        tx,\n        actor,\n        \"{verb}\",\n    );\n}}"
        )
    };
    let file = |text: &str| faults(FRENCH, ENGLISH, &[("crates/spaces/src/actions/cancel.rs", text)]);
    assert_eq!(file(&act("booking.cancelled")), [""; 0]);
    assert_eq!(
        file(&act("booking.moved")),
        ["no message is called `activity-booking-moved`"]
    );
    assert_eq!(file("const BOOK: P = Permission::new(\"spaces.book\");"), [""; 0]);
    assert_eq!(file("const RUN: P = Permission::new(\"spaces.run\");").len(), 1);
}
