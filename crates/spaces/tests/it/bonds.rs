//! What follows from saying that spaces contain or exclude others.

use kernel::Id;
use spaces::{Bonds, Link, LinkKind, LinkRefused, ResourceId, rules};

const fn id(number: i64) -> ResourceId {
    Id::from_i64(number)
}

const fn contains(resource: i64, other: i64) -> Link {
    Link {
        resource: id(resource),
        other: id(other),
        kind: LinkKind::Contains,
    }
}

const fn excludes(resource: i64, other: i64) -> Link {
    Link {
        kind: LinkKind::Excludes,
        ..contains(resource, other)
    }
}

/// A building 1 with floors 2 and 3; on floor 2 rooms 4, 5 and 6; bay 7 of 4 and 5, bay 8 of 5 and 6; a studio 9 that room 6 disturbs.
const HOUSE: [Link; 10] = [
    contains(1, 2),
    contains(1, 3),
    contains(2, 4),
    contains(2, 5),
    contains(2, 6),
    contains(7, 4),
    contains(7, 5),
    contains(8, 5),
    contains(8, 6),
    excludes(9, 6),
];

#[test]
fn two_spaces_are_bound_when_they_share_a_part_or_their_parts_exclude_each_other() {
    let bonds = Bonds::of(&HOUSE);
    let expected: [(i64, &[i64], &[i64]); 9] = [
        (1, &[2, 3, 4, 5, 6, 7, 8], &[9]),
        (2, &[1, 4, 5, 6, 7, 8], &[9]),
        (3, &[1], &[]),
        (4, &[1, 2, 7], &[]),
        (5, &[1, 2, 7, 8], &[]),
        (6, &[1, 2, 8], &[9]),
        (7, &[1, 2, 4, 5, 8], &[]),
        (8, &[1, 2, 5, 6, 7], &[9]),
        (9, &[], &[1, 2, 6, 8]),
    ];
    for (one, sharing, excluded) in expected {
        for other in (1..=9).filter(|other| *other != one) {
            let bound = bonds.of_one(id(one)).any(|bound| bound == id(other));
            let told = (bonds.share(id(one), id(other)), bound);
            let shares = sharing.contains(&other);
            assert_eq!(
                told,
                (shares, shares || excluded.contains(&other)),
                "{one} and {other}"
            );
        }
    }
}

#[test]
fn every_line_of_the_table_of_linked_spaces_holds() {
    const NAMES: [&str; 6] = ["floor", "A", "B", "C", "hall", "studio"];
    let links = [
        contains(0, 1),
        contains(0, 2),
        contains(0, 3),
        contains(4, 2),
        contains(4, 3),
        excludes(5, 3),
    ];
    let bonds = Bonds::of(&links);
    let table = include_str!("../../../../docs/rules.md")
        .split_once("| booked | cannot be had |")
        .unwrap()
        .1;
    let lines: Vec<&str> = table
        .lines()
        .skip(2)
        .take_while(|line| line.starts_with('|'))
        .collect();
    assert_eq!(lines.len(), NAMES.len());
    for line in lines {
        let cells: Vec<&str> = line.trim_matches('|').split('|').map(str::trim).collect();
        let number = |name: &str| NAMES.iter().position(|one| *one == name).unwrap();
        let named = |cell: &str| -> std::collections::BTreeSet<usize> {
            cell.split(", ").filter(|name| *name != "–").map(number).collect()
        };
        let one = number(cells[0]);
        let bound = bonds.of_one(id(i64::try_from(one).unwrap()));
        let bound: std::collections::BTreeSet<usize> = bound
            .map(|other| usize::try_from(other.as_i64()).unwrap())
            .collect();
        assert_eq!(bound, named(cells[1]), "{line}");
        let free: std::collections::BTreeSet<usize> = (0..NAMES.len())
            .filter(|other| *other != one && !bound.contains(other))
            .collect();
        assert_eq!(free, named(cells[2]), "{line}");
    }
}

#[test]
fn a_link_to_itself_twice_or_in_a_circle_is_refused() {
    let with = |new| rules::links::with(&HOUSE, new);
    assert_eq!(with(contains(4, 4)), Err(LinkRefused::Itself));
    assert_eq!(with(excludes(6, 9)), Err(LinkRefused::Known));
    assert_eq!(with(contains(4, 2)), Err(LinkRefused::Known));
    assert_eq!(with(contains(4, 1)), Err(LinkRefused::Circle));
    assert_eq!(with(contains(9, 3)).map(|links| links.len()), Ok(11));
}
