//! The legal mentions: who is told what.

use crate::world::{cents, seller};
use billing::{Basis, Buyer, Exemption, Mention, Vat, mentions, totals};
use kernel::Rate;

fn buyer(professional: bool) -> Buyer {
    Buyer {
        professional,
        name: "Camille Durand".to_owned(),
        street: "3 rue des Essais".to_owned(),
        postal_code: "31000".to_owned(),
        city: "Toulouse".to_owned(),
        country: "FR".to_owned(),
        siren: None,
        vat_number: None,
    }
}

fn normal() -> Vat {
    Vat {
        rate: Rate::from_basis_points(2_000),
        exemption: None,
    }
}

#[test]
fn a_professional_is_told_of_discount_penalties_and_indemnity() {
    let by_rate = totals(Basis::Net, [(cents(100), normal())]).by_rate;
    let told = mentions(&seller(), &buyer(true), &by_rate);
    let expected = [
        Mention::Services,
        Mention::Discount(None),
        Mention::Penalty(Rate::from_basis_points(1_215)),
        Mention::Indemnity(cents(4_000)),
    ];
    assert_eq!(told, expected);
}

#[test]
fn a_private_person_is_told_of_none_of_them() {
    let by_rate = totals(Basis::Net, [(cents(100), normal())]).by_rate;
    assert_eq!(mentions(&seller(), &buyer(false), &by_rate), [Mention::Services]);
}

#[test]
fn each_reason_for_bearing_no_vat_is_printed_once() {
    let exempt = |exemption| Vat {
        rate: Rate::ZERO,
        exemption: Some(exemption),
    };
    let lines = [
        (cents(100), exempt(Exemption::Training)),
        (cents(100), normal()),
        (cents(200), exempt(Exemption::Training)),
        (cents(300), exempt(Exemption::BareLetting)),
    ];
    let by_rate = totals(Basis::Net, lines).by_rate;
    let told = mentions(&seller(), &buyer(false), &by_rate);
    let expected = [
        Mention::Services,
        Mention::Exemption(Exemption::Training),
        Mention::Exemption(Exemption::BareLetting),
    ];
    assert_eq!(told, expected);
}

#[test]
fn what_the_place_chose_to_say_is_said() {
    let mut seller = seller();
    seller.vat_on_debits = true;
    seller.discount_text = " 1 % sous huit jours. ".to_owned();
    seller.footer = "Merci de votre confiance.".to_owned();
    let by_rate = totals(Basis::Net, [(cents(100), normal())]).by_rate;
    let told = mentions(&seller, &buyer(true), &by_rate);
    assert!(told.contains(&Mention::VatOnDebits));
    assert!(told.contains(&Mention::Discount(Some("1 % sous huit jours.".to_owned()))));
    assert_eq!(
        told.last(),
        Some(&Mention::Footer("Merci de votre confiance.".to_owned()))
    );
}
