use crate::world::place;
use harness::{on_both_engines, together};
use platform::counter;
use platform::failure::Fault;

#[test]
fn numbers_follow_each_other_and_belong_to_one_place_and_one_name() {
    on_both_engines(|fresh| {
        let db = fresh.database();
        let (here, there) = (place(db).id, place(db).id);
        let taken = db.write_blocking(move |tx| {
            let first = counter::next(tx, here, "invoice-2026")?;
            let second = counter::next(tx, here, "invoice-2026")?;
            let other_name = counter::next(tx, here, "invoice-2027")?;
            let other_place = counter::next(tx, there, "invoice-2026")?;
            Ok::<_, Fault>([first, second, other_name, other_place])
        });
        assert_eq!(taken, Ok([1, 2, 1, 1]));
    });
}

#[test]
fn no_number_is_lost_or_given_twice_when_many_take_and_some_fail() {
    on_both_engines(|fresh| {
        let db = fresh.database();
        let home = place(db).id;
        let other = fresh.open_again();
        let taken = together(8, |thread| {
            let db = if thread % 2 == 0 { db } else { &other };
            let numbers = (0..12).filter_map(|round| {
                let taken = db.write_blocking(move |tx| {
                    let number = counter::next(tx, home, "invoice")?;
                    if round % 3 == 0 {
                        Err(Fault::Forbidden)
                    } else {
                        Ok(number)
                    }
                });
                match taken {
                    Ok(number) => Some(number),
                    Err(Fault::Forbidden) => None,
                    Err(fault) => panic!("{fault}"),
                }
            });
            numbers.collect::<Vec<_>>()
        });
        let mut numbers = taken.concat();
        numbers.sort_unstable();
        assert_eq!(numbers, (1..=64).collect::<Vec<_>>());
        let last = db
            .read_blocking(move |tx| counter::current(tx, home, "invoice"))
            .unwrap();
        assert_eq!(last, 64);
        other.close();
    });
}
