use super::House;
use std::collections::BTreeSet;

#[test]
fn the_premises_have_the_size_of_the_reference_place() {
    let house = House::read().unwrap();
    let desks: i64 = house
        .resources
        .iter()
        .filter(|room| room.kind == "desk_pool")
        .map(|room| room.units)
        .sum();
    assert_eq!(desks, 45);
    let of = |kind: &str| house.resources.iter().filter(|room| room.kind == kind).count();
    assert_eq!([of("room"), of("hall"), of("garden")], [5, 1, 1]);
    let indoors = house.resources.iter().filter(|room| room.kind != "garden");
    let levels: BTreeSet<_> = indoors.map(|room| room.level.as_str()).collect();
    assert_eq!(levels.len(), 3);
}

#[test]
fn every_room_names_a_product_that_is_sold() {
    let house = House::read().unwrap();
    for room in house.resources.iter().filter(|room| room.kind != "desk_pool") {
        let code = room.product.as_ref().unwrap();
        assert!(
            house.products.iter().any(|product| product.code == *code),
            "{}",
            room.name
        );
    }
}

#[test]
fn the_offers_are_those_of_the_reference() {
    let house = House::read().unwrap();
    assert_eq!(house.plans.resident.price, 25_000);
    assert_eq!(
        (
            house.pass.price,
            house.pass.units,
            house.pass.day,
            house.pass.half_day
        ),
        (15_000, 30, 3, 2)
    );
    assert_eq!(house.closures.holidays.len(), 11);
}
