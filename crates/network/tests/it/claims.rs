//! What both sides hold of a month, and charging it.

use crate::visits::{forms, receive, two};
use crate::world::{House, code};
use kernel::Role;
use people::Party;
use platform::Fault;
use platform::database::{params, statement};

statement! {
    LOSE = "
        update partner_visit
        set state = 'undone', undone_at = 0
        where place_id = $1 and side = 'home'";
}

/// The first day of the next month, on both clocks.
fn next_month(home: &House, host: &House) {
    let today = home.today();
    let days = today.days_until(today.month_of().next().first());
    home.later(days * 86_400);
    host.later(days * 86_400);
}

#[test]
fn both_sides_agree_line_by_line_and_the_claim_is_charged_once_when_the_month_is_over() {
    two(|home, host| {
        assert_eq!(receive(host, &code(home), "morning").status, 303);
        assert_eq!(receive(host, &code(home), "afternoon").status, 303);
        let month = host.today().month_of();
        let path = format!("{}?month={month}", host.agreement());
        let mut director = host.signed_in(Role::ManagingDirector);
        let page = director.page(&path);
        assert!(page.text("main").contains("14,00"), "{page}");
        assert!(forms(&page, "/claims").is_empty(), "the month is not over");
        let compared = director.post(&page.form("form[action$='/comparison']"));
        assert!(
            compared.html().text("main").contains("mêmes lignes"),
            "{compared}"
        );
        // The home sees what it owes.
        let owed = home.signed_in(Role::Accountant).page("/office/network");
        assert!(owed.text("tbody").contains("14,00"), "{owed}");
        let csv = director.get(&format!("{path}&format=csv"));
        let text = String::from_utf8(csv.body.to_vec()).unwrap();
        assert_eq!(text.lines().count(), 3, "{text}");
        next_month(home, host);
        let terms = director
            .page(&format!("{}/terms", host.agreement()))
            .form("form[action$='/terms']")
            .with("organisation", &host.customer.to_string())
            .with("product", &host.product.to_string());
        director.submit(&terms);
        let claim = director.page(&path).form("form[action$='/claims']");
        director.submit(&claim);
        let customer = host.customer;
        let charges = host.read(move |tx, place| {
            let known = billing::known_customer(tx, place, Party::Organisation(customer)).unwrap();
            billing::charges_for(tx, place, known.unwrap(), month.days()).unwrap()
        });
        let amounts: Vec<i64> = charges.iter().map(|charge| charge.amount.cents()).collect();
        assert_eq!(amounts, [1_400]);
        assert!(charges[0].label.contains("La Fabrique") || charges[0].label.contains("Le Moulin"));
        // Once charged, it is neither charged again nor taken back.
        assert_eq!(director.post_anew(&claim).status, 422);
        assert!(forms(&director.page(&path), "/claims").is_empty());
    });
}

/// The charge of the only claim, whatever became of it.
fn charge_of(host: &House, month: kernel::Month) -> kernel::Id<billing::Charge> {
    let customer = host.customer;
    host.read(move |tx, place| {
        let known = billing::known_customer(tx, place, Party::Organisation(customer)).unwrap();
        let charges = billing::charges_for(tx, place, known.unwrap(), month.days()).unwrap();
        assert_eq!(charges.len(), 1, "{charges:#?}");
        charges[0].id
    })
}

#[test]
fn a_claim_that_was_taken_back_is_charged_anew() {
    two(|home, host| {
        assert_eq!(receive(host, &code(home), "day").status, 303);
        let month = host.today().month_of();
        let path = format!("{}?month={month}", host.agreement());
        next_month(home, host);
        let mut director = host.signed_in(Role::ManagingDirector);
        let terms = director
            .page(&format!("{}/terms", host.agreement()))
            .form("form[action$='/terms']")
            .with("organisation", &host.customer.to_string())
            .with("product", &host.product.to_string());
        director.submit(&terms);
        let claim = director.page(&path).form("form[action$='/claims']");
        director.submit(&claim);
        let first = charge_of(host, month);
        // Withdrawn in billing, by whatever act.
        let place = host.place;
        host.db
            .write_blocking(move |tx| {
                billing::cancel_charge(tx, &kernel::Actor::system(place), first).unwrap();
                Ok::<_, Fault>(())
            })
            .unwrap();
        let page = director.page(&path);
        assert!(forms(&page, "/withdrawal").is_empty(), "nothing is charged");
        director.submit(&page.form("form[action$='/claims']"));
        let second = charge_of(host, month);
        assert_ne!(first, second);
        // Taken back here, and once more: only what stands is taken back.
        let withdrawal = director.page(&path).form("form[action$='/withdrawal']");
        assert!(
            director
                .submit(&withdrawal)
                .says("Il peut y être porté de nouveau")
        );
        assert_eq!(director.post_anew(&withdrawal).status, 422);
        let again = director.page(&path).form("form[action$='/claims']");
        director.submit(&again);
        assert_ne!(charge_of(host, month), second);
        let refused = host.signed_in(Role::Accountant).post_anew(&withdrawal);
        assert_eq!(refused.status, 403);
    });
}

#[test]
fn a_line_that_only_one_side_holds_is_shown() {
    two(|home, host| {
        assert_eq!(receive(host, &code(home), "day").status, 303);
        // Taken back at home alone, as after a backup was put back here.
        let place = home.place;
        home.db
            .write_blocking(move |tx| {
                tx.run(&LOSE, &params![place])?;
                Ok::<_, Fault>(())
            })
            .unwrap();
        let mut director = host.signed_in(Role::ManagingDirector);
        let form = director
            .page(&host.agreement())
            .form("form[action$='/comparison']");
        let compared = director.post(&form).html().text("main");
        assert!(
            compared.contains("diffèrent") && compared.contains("aucune visite"),
            "{compared}"
        );
    });
}
