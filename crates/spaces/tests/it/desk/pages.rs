//! The screens of the desk and of one's own day, through the router.

use super::world::{World, monday};
use harness::{Form, FreshDatabase, Html, Reply, both_engines};
use kernel::{Period, PersonId, Role};
use platform::database::Engine;
use spaces::{
    BookingState, Holder, ImportedBooking, NewCheckIn, Part, ResourceFacts, ResourceId, ResourceKind, Welcome,
};

fn world(fresh: &FreshDatabase) -> World {
    World::new(fresh.database().clone())
}

/// What a visitor sends when this button of the row of somebody is pressed.
fn press(html: &Html, row: &str, name: &str, value: &str) -> Form {
    let form = html.form(&format!(".result[aria-label='{row}'] form"));
    form.and(name, value)
}

#[track_caller]
fn shown(reply: &Reply) -> Html {
    assert_eq!(reply.status, 200, "{reply}");
    reply.html()
}

#[test]
fn three_letters_without_accents_find_somebody_with_what_they_hold() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = world(&fresh);
    world.nomad("Élodie Lefèvre", 11);
    world.resident("Rose Meunier");
    let mut desk = world.visitor(&world.team());
    let html = shown(&desk.part("/front-desk/search?q=LEF"));
    assert_eq!(html.all(".result h3").first().unwrap(), "Élodie Lefèvre");
    assert!(
        html.says("11 unités : 3 journées ou 5 demi-journées"),
        "{}",
        html.text(".result")
    );
    assert_eq!(
        html.attribute(".result [data-default]", "value").unwrap(),
        "morning"
    );
    assert!(shown(&desk.part("/front-desk/search?q=meun")).says("Résident"));
    assert_eq!(desk.part("/front-desk/search?q=").text(), "");
}

#[test]
fn somebody_found_among_others_is_told_as_when_found_alone() {
    both_engines(|db| {
        let world = World::new(db);
        let team = world.team();
        let pass = world.nomad("Anaïs Martin", 11);
        world.nomad("Basile Martin", 0);
        world.resident("Clémence Martin");
        world.person("Damien Martin");
        let tried = world.person("Esther Martin");
        let trial = NewCheckIn {
            person: tried,
            part: Part::Morning,
            welcome: Some(Welcome::Trial),
        };
        world.at(monday().plus_days(-7), "9:00");
        world.check_in_as(&team, trial).unwrap();
        world.at(monday(), "9:30");
        world.check_in(&team, pass, Part::Morning).unwrap();
        let mut desk = world.visitor(&team);
        let mut rows = |typed: &str| {
            let html = shown(&desk.part(&format!("/front-desk/search?q={typed}")));
            // The last row is for somebody new.
            let mut rows = html.all(".result");
            rows.pop();
            rows
        };
        let together = rows("martin");
        assert_eq!(together.len(), 5);
        for given in ["anais", "basile", "clemence", "damien", "esther"] {
            let alone = rows(&format!("{given}%20martin"));
            assert_eq!(alone.len(), 1, "{given}");
            assert!(together.contains(&alone[0]), "{given}: {alone:?}");
        }
    });
}

#[test]
fn after_midday_enter_is_for_the_afternoon() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = world(&fresh);
    world.nomad("Camille Durand", 11);
    world.at(monday(), "12:30");
    let html = shown(&world.visitor(&world.team()).part("/front-desk/search?q=cam"));
    assert_eq!(
        html.attribute(".result [data-default]", "value").unwrap(),
        "afternoon"
    );
}

/// T2, T5: the units come back and the trace stays.
#[test]
fn one_press_checks_in_tells_what_is_left_and_offers_to_undo() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = world(&fresh);
    let camille = world.nomad("Camille Durand", 11);
    let mut desk = world.visitor(&world.team());
    let found = shown(&desk.get("/front-desk?q=camille"));
    assert!(
        found.exists(".result[data-focus]"),
        "the page that Enter asks for puts the focus on the first row"
    );
    let pressed = press(&found, "Camille Durand", "part", "morning");
    let done = desk.post(&pressed);
    assert_eq!(done.status, 303, "{}", done.text());
    let page = shown(&desk.get(&done.location));
    assert!(
        page.text(".last-act")
            .starts_with("Camille Durand est là pour la matinée. 9 unités"),
        "{}",
        page.text(".last-act")
    );
    assert!(page.says("Ici maintenant : 1"));
    let again = desk.post(&pressed);
    assert_eq!(
        (again.status.as_u16(), again.location.as_str()),
        (303, done.location.as_str()),
        "a double click is answered the same"
    );
    let undone = desk.post(&page.form(".last-act form"));
    assert!(
        shown(&desk.get(&undone.location))
            .text(".last-act")
            .contains("annulé")
    );
    assert_eq!(world.units(camille), (11, 0));
}

#[test]
fn two_desks_at_once_are_told_since_when() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = world(&fresh);
    world.nomad("Camille Durand", 11);
    world.at(monday(), "9:02");
    let mut desk = world.visitor(&world.team());
    let first = shown(&desk.get("/front-desk?q=camille"));
    let second = shown(&desk.get("/front-desk?q=camille"));
    desk.post(&press(&first, "Camille Durand", "part", "morning"));
    let refused = desk.post(&press(&second, "Camille Durand", "part", "morning"));
    assert_eq!(
        (refused.status.as_u16(), refused.location.as_str()),
        (303, "/front-desk")
    );
    let row = shown(&desk.part("/front-desk/search?q=camille"));
    assert!(
        row.text(".result").contains("Ici depuis 9 h 02, matinée"),
        "{}",
        row.text(".result")
    );
    assert!(
        row.exists("[data-key~='j'][data-default]"),
        "a morning is turned into a day by Enter"
    );
}

#[test]
fn an_empty_pass_is_shown_as_a_debt_with_a_pass_to_sell_beside() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = world(&fresh);
    let camille = world.nomad("Camille Durand", 0);
    let mut desk = world.visitor(&world.team());
    let found = shown(&desk.get("/front-desk?q=camille"));
    let done = desk.post(&press(&found, "Camille Durand", "part", "day"));
    let page = shown(&desk.get(&done.location));
    assert!(
        page.text(".last-act.note-warning").contains("doit 3 unités"),
        "{}",
        page.text(".last-act")
    );
    let sell = page.attribute(".last-act a", "href").unwrap();
    assert_eq!(sell, format!("/front-desk/people/{camille}/passes"));
}

#[test]
fn somebody_new_is_kept_and_checked_in_by_a_name() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = world(&fresh);
    let mut desk = world.visitor(&world.team());
    let none = shown(&desk.part("/front-desk/search?q=noa+blanc"));
    let form = shown(&desk.get(&none.attribute("[data-key='n']", "href").unwrap()))
        .form("form[action='/front-desk/walk-ins']");
    let refused = desk.post(&form.clone().with("given_name", "").with("family_name", ""));
    assert_eq!(refused.status.as_u16(), 422);
    assert!(refused.html().field_error("given_name").is_some());
    let refused = desk.post(&form.clone().with("email", "pas une adresse"));
    assert_eq!(
        (
            refused.status.as_u16(),
            refused.html().field_error("email").is_some()
        ),
        (422, true)
    );
    let done = desk.post(&form);
    assert_eq!(done.status, 303, "{}", done.text());
    let page = shown(&desk.get(&done.location));
    assert_eq!(
        page.text(".last-act strong"),
        "Noa Blanc est là pour la matinée, à l’essai."
    );
}

/// T1.
#[test]
fn the_board_says_who_is_here_who_is_expected_and_which_rooms_are_free() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = world(&fresh);
    let (team, system) = (world.team(), world.system());
    let camille = world.nomad("Camille Durand", 30);
    let ines = world.nomad("Inès Roche", 30);
    world.resident("Rose Meunier");
    let hours = |from, until| {
        let at = |clock| {
            world
                .place
                .zone
                .instant(monday(), kernel::MinuteOfDay::parse(clock).unwrap())
        };
        Period::new(at(from), at(until)).unwrap()
    };
    let (busy, next) = (hours("8:30", "10:00"), hours("11:00", "12:00"));
    let booked = world.db.write_blocking(move |tx| {
        let facts = ResourceFacts::named(ResourceKind::Room, kernel::Name::parse("Salon bleu").unwrap(), 8);
        let room =
            spaces::create_resource(tx, &system, facts, None).map_err(platform::Failure::unexpected)?;
        for (person, period) in [(camille, busy), (ines, next)] {
            spaces::import_booking(tx, &system, &imported(room, person, period))
                .map_err(platform::Failure::unexpected)?;
        }
        Ok::<_, platform::Fault>(room)
    });
    booked.unwrap();
    world.check_in(&team, camille, Part::Morning).unwrap();
    let page = shown(&world.visitor(&team).part("/front-desk/board"));
    assert_eq!(
        page.all("section h2"),
        ["Ici maintenant : 1", "Attendus : 2", "Les salles, maintenant"]
    );
    let sections = page.all("section");
    assert!(
        sections[0].contains("Camille Durand") && sections[0].contains("28 unités"),
        "{}",
        sections[0]
    );
    assert!(
        sections[1].contains("Inès Roche") && sections[1].contains("Rose Meunier"),
        "{}",
        sections[1]
    );
    assert!(!sections[1].contains("Camille"), "{}", sections[1]);
    assert!(
        sections[2].contains("jusqu’à 10 h · Camille Durand"),
        "{}",
        sections[2]
    );
    assert!(
        sections[2].contains("Occupée") && sections[2].contains("puis 11 h – 12 h, Inès Roche"),
        "{}",
        sections[2]
    );
}

fn imported(resource: ResourceId, person: PersonId, period: Period) -> ImportedBooking {
    ImportedBooking {
        resource,
        period,
        holder: Holder::Person(person),
        title: String::new(),
        state: BookingState::Confirmed,
        price: None,
        charged: false,
        external_ref: person.to_string(),
    }
}

#[test]
fn the_sheet_of_a_day_keeps_what_was_undone_and_opens_in_a_spreadsheet() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = world(&fresh);
    let (team, camille) = (world.team(), world.nomad("Camille =1+1", 30));
    let other = world.nomad("Inès Roche", 30);
    let gone = world.check_in(&team, camille, Part::Day).unwrap().check_in;
    world.undo(&team, gone).unwrap();
    world.check_in(&team, other, Part::Day).unwrap();
    let mut desk = world.visitor(&team);
    let page = shown(&desk.get("/front-desk/day"));
    assert_eq!(page.all("tbody th"), ["Camille =1+1 annulé", "Inès Roche"]);
    assert_eq!(page.all(".stat .figure"), ["1", "2", "0"]);
    let file = desk.get("/front-desk/day?day=2026-06-15&format=csv");
    assert!(
        file.text().contains("Camille =1+1") && file.text().contains("annulé"),
        "{}",
        file.text()
    );
    let before = shown(&desk.get("/front-desk/day?day=2026-06-14"));
    assert!(before.says("Personne n’a été pointé ce jour-là"));
    assert_eq!(desk.get("/front-desk/day?day=../../etc").status, 200);
}

#[test]
fn a_member_sees_their_own_day_and_not_the_desk() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = world(&fresh);
    let (team, camille) = (world.team(), world.nomad("Camille Durand", 11));
    world.at(monday(), "9:02");
    world.check_in(&team, camille, Part::Morning).unwrap();
    let mut visitor = world.visitor(&world.actor(camille, &[Role::Member]));
    let page = shown(&visitor.get("/me"));
    assert_eq!(page.text("h1"), "Bonjour Camille");
    assert!(page.says("Vous êtes là depuis 9 h 02"));
    assert_eq!(page.text(".ticket .figure"), "9");
    assert!(page.says("3 journées ou 4 demi-journées"));
    assert!(page.says("Aucune réservation à venir"));
    for path in [
        "/front-desk",
        "/front-desk/board",
        "/front-desk/search?q=cam",
        "/front-desk/day",
        "/front-desk/live",
    ] {
        assert_eq!(visitor.get(path).status, 403, "{path}");
    }
}

#[test]
fn hostile_forms_are_refused_without_a_fault() {
    let fresh = FreshDatabase::on(Engine::Sqlite);
    let world = world(&fresh);
    let camille = world.nomad("Camille <b>Durand</b>", 11);
    let mut desk = world.visitor(&world.team());
    let found = shown(&desk.get("/front-desk?q=durand"));
    assert_eq!(found.count(".result b"), 0, "a name is text");
    let form = found.form(".result form");
    for (name, value, status) in [
        ("part", "always", 400),
        ("part", "", 400),
        ("person", "0", 404),
        ("person", "' or 1=1 --", 404),
        ("person", "99999999999999999999", 404),
    ] {
        let sent = form.clone().and("part", "day").with(name, value);
        let answer = desk.post(&sent);
        assert_eq!(answer.status, status, "{name}={value}: {}", answer.text());
    }
    let forged = Form::to("/front-desk/check-ins").and("person", &camille.to_string());
    assert_eq!(desk.post(&forged.and("part", "day")).status, 403);
    for id in ["0000000000001", "1", "abc", "-1", "9223372036854775808"] {
        let answer = desk.send_fields(&format!("/front-desk/check-ins/{id}/cancellation"), &[]);
        assert_eq!(answer.status, 404, "{id}");
    }
    for q in ["%00", "%25%25%25", "%27%22%3Cscript%3E", &"a".repeat(3000)] {
        assert_eq!(desk.part(&format!("/front-desk/search?q={q}")).status, 200, "{q}");
        assert_eq!(
            desk.get(&format!("/front-desk/walk-ins/new?name={q}")).status,
            200,
            "{q}"
        );
    }
    assert_eq!(world.units(camille), (11, 0));
}

#[test]
fn every_refusal_and_act_has_its_words_in_both_languages() {
    let messages = platform::Catalogue::new(&[people::MESSAGES, spaces::MESSAGES]).unwrap();
    for key in spaces::CheckInRefusal::KEYS {
        assert!(messages.has(key), "{key}");
    }
    for verb in ["made", "widened", "narrowed", "undone", "left", "resumed"] {
        assert!(messages.has(&format!("activity-check-in-{verb}")), "{verb}");
    }
}
