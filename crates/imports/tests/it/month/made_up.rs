//! June 2026 of a place that does not exist: seeded, so that it is the same month each time.

use kernel::{Day, Month};

/// Prices of a room in cents; those not offered are absent.
#[derive(Clone, Copy)]
pub(super) struct Prices {
    pub(super) hour: Option<i64>,
    pub(super) half_day: Option<i64>,
    pub(super) day: Option<i64>,
}

/// A room and what it costs.
pub(super) struct RoomTariff {
    pub(super) name: &'static str,
    pub(super) gross: bool,
    /// VAT in basis points.
    pub(super) rate: i64,
    pub(super) usual: Prices,
    pub(super) resident: Prices,
}

const fn prices(hour: i64, half_day: i64, day: i64) -> Prices {
    Prices {
        hour: Some(hour),
        half_day: Some(half_day),
        day: Some(day),
    }
}

const BY_THE_HOUR: Prices = Prices {
    hour: Some(1_733),
    half_day: None,
    day: None,
};
const BY_THE_HALF: Prices = Prices {
    hour: None,
    half_day: Some(4_555),
    day: Some(8_555),
};

/// Six rooms: prices of every shape, two rates of VAT, one room priced with VAT.
pub(super) const ROOMS: &[RoomTariff] = &[
    RoomTariff {
        name: "Étage",
        gross: false,
        rate: 2_000,
        usual: prices(2_500, 7_000, 12_000),
        resident: prices(1_999, 5_555, 9_999),
    },
    RoomTariff {
        name: "Bibliothèque",
        gross: false,
        rate: 2_000,
        usual: prices(1_850, 6_100, 11_000),
        resident: prices(1_475, 5_000, 9_100),
    },
    RoomTariff {
        name: "Cabine",
        gross: false,
        rate: 2_000,
        usual: BY_THE_HOUR,
        resident: BY_THE_HOUR,
    },
    RoomTariff {
        name: "Atelier",
        gross: false,
        rate: 2_000,
        usual: BY_THE_HALF,
        resident: BY_THE_HALF,
    },
    RoomTariff {
        name: "Cuisine",
        gross: false,
        rate: 1_000,
        usual: prices(3_333, 10_001, 17_777),
        resident: prices(2_222, 7_777, 14_141),
    },
    RoomTariff {
        name: "Jardin d’hiver",
        gross: true,
        rate: 2_000,
        usual: prices(3_000, 9_990, 18_990),
        resident: prices(2_490, 8_890, 15_990),
    },
];

pub(super) struct Company {
    pub(super) name: String,
    pub(super) siren: String,
}

pub(super) struct Somebody {
    pub(super) given: String,
    pub(super) family: String,
    pub(super) email: String,
    pub(super) company: Option<usize>,
    pub(super) member_since: Option<Day>,
}

pub(super) struct Contract {
    pub(super) person: usize,
    pub(super) plan: &'static str,
    pub(super) from: Day,
    pub(super) until: Option<Day>,
    /// What was agreed, in cents; none means the price of the place.
    pub(super) price: Option<i64>,
}

pub(super) struct Lot {
    pub(super) person: usize,
    pub(super) remaining: i64,
    pub(super) bought: Day,
    pub(super) expires: Option<Day>,
}

#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Stay {
    Morning,
    Afternoon,
    Day,
}

pub(super) struct Visit {
    pub(super) person: usize,
    pub(super) day: Day,
    pub(super) stay: Stay,
}

pub(super) struct RoomBooking {
    pub(super) room: usize,
    pub(super) person: usize,
    pub(super) day: Day,
    /// Minutes since midnight.
    pub(super) from: i64,
    pub(super) until: i64,
    pub(super) cancelled: bool,
}

/// The month.
pub(super) struct MadeUp {
    pub(super) companies: Vec<Company>,
    pub(super) people: Vec<Somebody>,
    pub(super) contracts: Vec<Contract>,
    pub(super) lots: Vec<Lot>,
    pub(super) visits: Vec<Visit>,
    pub(super) bookings: Vec<RoomBooking>,
}

const GIVEN: [&str; 12] = [
    "Élodie",
    "François",
    "Noël",
    "Maëlle",
    "Chloé",
    "Anaïs",
    "Luc",
    "Zoé",
    "Inès",
    "Loïc",
    "Jean-Luc",
    "Marie Anne",
];
const FAMILY: [&str; 10] = [
    "Durand",
    "Lefèvre",
    "Martin-Roux",
    "Müller",
    "Le Gall",
    "d'Arvor",
    "Petit",
    "Roy",
    "Garçon",
    "Œillet",
];

/// Persons 0 to 39 hold plans, 40 to 99 come with passes (or without), 100 to 119 only book rooms.
const RESIDENTS: usize = 40;
const NOMADS: usize = 100;
const EVERYBODY: usize = 120;

impl MadeUp {
    pub(super) fn new(seed: u64) -> Self {
        let mut dice = Dice(seed);
        let companies = (0..15).map(company).collect();
        let people: Vec<Somebody> = (0..EVERYBODY).map(|at| somebody(at, &mut dice)).collect();
        let june: Vec<Day> = Month::new(2026, 6)
            .unwrap()
            .days()
            .iter()
            .filter(|day| day.weekday().number() < 6)
            .collect();
        Self {
            contracts: (0..RESIDENTS).map(|person| contract(person, &mut dice)).collect(),
            lots: (RESIDENTS..NOMADS)
                .flat_map(|person| lots(person, &mut dice))
                .collect(),
            visits: visits(&june, &mut dice),
            bookings: bookings(&june, &mut dice),
            companies,
            people,
        }
    }

    /// Whether a person holds a plan on a day.
    pub(super) fn is_resident(&self, person: usize, day: Day) -> bool {
        let holds =
            |contract: &&Contract| contract.from <= day && contract.until.is_none_or(|until| day <= until);
        self.contracts
            .iter()
            .filter(|contract| contract.person == person)
            .any(|contract| holds(&contract))
    }
}

fn company(at: usize) -> Company {
    let names = ["Ruche", "Scierie", "Filature"];
    let digits = format!("0000{:04}", at * 7 + 11);
    let siren = (0..10)
        .map(|key| format!("{digits}{key}"))
        .find(|siren| kernel::Siren::parse(siren).is_ok());
    Company {
        name: format!("{} n° {}", names[at % 3], at + 1),
        siren: siren.unwrap(),
    }
}

fn somebody(at: usize, dice: &mut Dice) -> Somebody {
    let (given, family) = (GIVEN[at % 12], FAMILY[at / 12]);
    let since = Day::parse("2024-01-01").unwrap().plus_days(dice.below(700));
    Somebody {
        given: given.to_owned(),
        family: family.to_owned(),
        email: format!("p{at}@example.org"),
        company: (dice.below(4) > 0).then(|| usize::try_from(dice.below(15)).unwrap()),
        member_since: (at < NOMADS).then_some(since),
    }
}

fn contract(person: usize, dice: &mut Dice) -> Contract {
    let day = |text: &str| Day::parse(text).unwrap();
    let (from, until) = match person % 8 {
        0 => (day("2026-06-01").plus_days(1 + dice.below(28)), None),
        1 => (
            day("2025-09-01"),
            Some(day("2026-06-01").plus_days(dice.below(30))),
        ),
        2 => (day("2026-06-08"), Some(day("2026-06-19"))),
        _ => (day("2025-01-01").plus_days(dice.below(400)), None),
    };
    Contract {
        person,
        plan: if dice.below(3) == 0 {
            "Mi-temps"
        } else {
            "Résident"
        },
        from,
        until,
        price: (dice.below(4) == 0).then(|| 20_000 + dice.below(9_999)),
    }
}

/// None, one or two passes: some lapse in the middle of the month.
fn lots(person: usize, dice: &mut Dice) -> Vec<Lot> {
    let bought = Day::parse("2026-05-01").unwrap();
    (0..dice.below(3))
        .map(|nth| Lot {
            person,
            remaining: dice.below(31),
            bought: bought.plus_days(nth * 10 + dice.below(10)),
            expires: match dice.below(3) {
                0 => Some(Day::parse("2026-06-05").unwrap().plus_days(dice.below(20))),
                1 => Some(Day::parse("2026-09-01").unwrap().plus_days(dice.below(60))),
                _ => None,
            },
        })
        .collect()
}

fn visits(june: &[Day], dice: &mut Dice) -> Vec<Visit> {
    let mut visits = Vec::new();
    for day in june {
        for person in 0..NOMADS {
            let stays: &[Stay] = match dice.below(20) {
                0..=3 => &[Stay::Morning],
                4..=6 => &[Stay::Afternoon],
                7..=9 => &[Stay::Day],
                10..=11 => &[Stay::Morning, Stay::Afternoon],
                _ => &[],
            };
            visits.extend(stays.iter().map(|stay| Visit {
                person,
                day: *day,
                stay: *stay,
            }));
        }
    }
    visits
}

fn bookings(june: &[Day], dice: &mut Dice) -> Vec<RoomBooking> {
    let mut bookings = Vec::new();
    for day in june {
        for room in 0..ROOMS.len() {
            let mut from = 8 * 60 + dice.below(4) * 15;
            while from < 19 * 60 {
                let until = (from + 30 + dice.below(24) * 10).min(20 * 60);
                let person = usize::try_from(dice.below(120)).unwrap();
                // What was cancelled elsewhere may well overlap what took its place.
                let cancelled = dice.below(20) == 0;
                bookings.push(RoomBooking {
                    room,
                    person,
                    day: *day,
                    from,
                    until,
                    cancelled,
                });
                from = if cancelled {
                    from + 5
                } else {
                    until + dice.below(5) * 15
                };
            }
        }
    }
    bookings
}

/// A small generator of its own (splitmix64).
struct Dice(u64);

impl Dice {
    /// A number from 0 to `limit`, the limit left out.
    fn below(&mut self, limit: i64) -> i64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut mixed = self.0;
        mixed = (mixed ^ (mixed >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        i64::try_from((mixed ^ (mixed >> 31)) % u64::try_from(limit).unwrap()).unwrap()
    }
}
