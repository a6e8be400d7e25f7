//! The month as two programs export it: in French with semicolons, Windows-1252 and names in two columns; in English with commas,
//! UTF-8, ISO dates and whole names.

use super::made_up::{MadeUp, ROOMS, Somebody, Stay};
use imports::ImportKind;
use kernel::Day;

/// How a program writes.
pub(super) struct Dialect {
    french: bool,
}

/// Semicolons, Windows-1252, `14/06/2026`, decimal commas.
pub(super) const FRENCH: Dialect = Dialect { french: true };
/// Commas, UTF-8, `2026-06-14`, decimal points.
pub(super) const ENGLISH: Dialect = Dialect { french: false };

impl Dialect {
    /// A file of a kind, in bytes.
    pub(super) fn file(&self, kind: ImportKind, month: &MadeUp) -> Vec<u8> {
        let mut lines = vec![
            self.titles(kind)
                .iter()
                .map(|title| (*title).to_owned())
                .collect(),
        ];
        lines.extend(match kind {
            ImportKind::Organisations => self.organisations(month),
            ImportKind::People => self.people(month),
            ImportKind::Plans => self.plans(month),
            ImportKind::Passes => self.passes(month),
            ImportKind::Bookings => self.bookings(month),
            ImportKind::CheckIns => self.check_ins(month),
        });
        self.encode(&lines)
    }

    fn titles(&self, kind: ImportKind) -> &'static [&'static str] {
        match (kind, self.french) {
            (ImportKind::Organisations, true) => &["Raison sociale", "SIREN"],
            (ImportKind::Organisations, false) => &["SIREN", "Company name"],
            (ImportKind::People, true) => &[
                "Identifiant",
                "Nom",
                "Prénom",
                "Adresse e-mail",
                "Société",
                "Date d'arrivée",
            ],
            (ImportKind::People, false) => &["Member ID", "Full name", "Email", "Company", "Member since"],
            (ImportKind::Plans, true) => &[
                "Identifiant",
                "Courriel",
                "Forfait",
                "Date de début",
                "Date de fin",
                "Prix HT",
            ],
            (ImportKind::Plans, false) => &[
                "Contract ID",
                "Member email",
                "Plan",
                "Start date",
                "End date",
                "Price",
            ],
            (ImportKind::Passes, true) => &[
                "Nom",
                "Prénom",
                "Carnet",
                "Unités restantes",
                "Date d'achat",
                "Date d'expiration",
            ],
            (ImportKind::Passes, false) => {
                &["Coworker", "Pass", "Units left", "Purchase date", "Expiry date"]
            }
            (ImportKind::Bookings, true) => &[
                "N° réservation",
                "Salle",
                "Identifiant membre",
                "Date",
                "Heure de début",
                "Heure de fin",
                "Statut",
            ],
            (ImportKind::Bookings, false) => {
                &["Booking ID", "Resource", "Member ID", "Start", "End", "Status"]
            }
            (ImportKind::CheckIns, true) => &["Nom", "Prénom", "Courriel", "Date", "Créneau"],
            (ImportKind::CheckIns, false) => &["Full name", "Email", "Check-in date", "Half day"],
        }
    }

    fn organisations(&self, month: &MadeUp) -> Vec<Vec<String>> {
        let line = |company: &super::made_up::Company| {
            let (name, siren) = (company.name.clone(), company.siren.clone());
            if self.french {
                vec![name, siren]
            } else {
                vec![siren, name]
            }
        };
        month.companies.iter().map(line).collect()
    }

    fn people(&self, month: &MadeUp) -> Vec<Vec<String>> {
        let line = |(at, person): (usize, &Somebody)| {
            let company = person
                .company
                .map(|at| month.companies[at].name.clone())
                .unwrap_or_default();
            let since = person.member_since.map(|day| self.day(day)).unwrap_or_default();
            let mut cells = vec![format!("M{at}")];
            cells.extend(self.name(person));
            cells.extend([person.email.clone(), company, since]);
            cells
        };
        month.people.iter().enumerate().map(line).collect()
    }

    fn plans(&self, month: &MadeUp) -> Vec<Vec<String>> {
        let contracts = month.contracts.iter().enumerate();
        let line = |(at, contract): (usize, &super::made_up::Contract)| {
            vec![
                format!("C-{at}"),
                month.people[contract.person].email.clone(),
                contract.plan.to_owned(),
                self.day(contract.from),
                contract.until.map(|day| self.day(day)).unwrap_or_default(),
                contract.price.map(|cents| self.amount(cents)).unwrap_or_default(),
            ]
        };
        contracts.map(line).collect()
    }

    fn passes(&self, month: &MadeUp) -> Vec<Vec<String>> {
        let line = |lot: &super::made_up::Lot| {
            let mut cells = self.name(&month.people[lot.person]);
            let units = if self.french {
                format!("{},0", lot.remaining)
            } else {
                lot.remaining.to_string()
            };
            let expires = lot.expires.map(|day| self.day(day)).unwrap_or_default();
            cells.extend(["Carnet 30".to_owned(), units, self.day(lot.bought), expires]);
            cells
        };
        month.lots.iter().map(line).collect()
    }

    fn bookings(&self, month: &MadeUp) -> Vec<Vec<String>> {
        let bookings = month.bookings.iter().enumerate();
        let line = |(at, booking): (usize, &super::made_up::RoomBooking)| {
            let mut cells = vec![
                format!("B{at}"),
                ROOMS[booking.room].name.to_owned(),
                format!("M{}", booking.person),
            ];
            let clock = |minutes: i64| format!("{:02}:{:02}", minutes / 60, minutes % 60);
            if self.french {
                let spoken = clock(booking.from).replace(':', "h");
                cells.extend([self.day(booking.day), spoken, clock(booking.until)]);
            } else {
                let at = |minutes| format!("{} {}:00", booking.day, clock(minutes));
                cells.extend([at(booking.from), at(booking.until)]);
            }
            let state = match (booking.cancelled, self.french) {
                (true, true) => "Annulée",
                (true, false) => "Cancelled",
                (false, true) => "Confirmée",
                (false, false) => "Confirmed",
            };
            cells.push(state.to_owned());
            cells
        };
        bookings.map(line).collect()
    }

    fn check_ins(&self, month: &MadeUp) -> Vec<Vec<String>> {
        let line = |visit: &super::made_up::Visit| {
            let person = &month.people[visit.person];
            let mut cells = self.name(person);
            let stay = match (visit.stay, self.french) {
                (Stay::Morning, true) => "Matin",
                (Stay::Afternoon, true) => "Après-midi",
                (Stay::Day, true) => "Journée",
                (Stay::Morning, false) => "AM",
                (Stay::Afternoon, false) => "PM",
                (Stay::Day, false) => "Full day",
            };
            cells.extend([person.email.clone(), self.day(visit.day), stay.to_owned()]);
            cells
        };
        month.visits.iter().map(line).collect()
    }

    fn name(&self, person: &Somebody) -> Vec<String> {
        if self.french {
            vec![person.family.to_uppercase(), person.given.clone()]
        } else {
            vec![format!("{} {}", person.given, person.family)]
        }
    }

    fn day(&self, day: Day) -> String {
        if self.french {
            day.french()
        } else {
            day.to_string()
        }
    }

    fn amount(&self, cents: i64) -> String {
        let (units, rest) = (cents / 100, cents % 100);
        if self.french {
            format!("{units},{rest:02} €")
        } else {
            format!("{units}.{rest:02}")
        }
    }

    fn encode(&self, lines: &[Vec<String>]) -> Vec<u8> {
        let separator = if self.french { ';' } else { ',' };
        let mut text = String::new();
        for line in lines {
            let cells = line.iter().map(|cell| {
                if cell.contains(separator) {
                    format!("\"{cell}\"")
                } else {
                    cell.clone()
                }
            });
            text.push_str(&cells.collect::<Vec<_>>().join(&separator.to_string()));
            text.push_str("\r\n");
        }
        if self.french {
            text.chars().map(windows_1252).collect()
        } else {
            text.into_bytes()
        }
    }
}

/// The byte of a letter in Windows-1252: as in Latin-1, but for a few.
fn windows_1252(letter: char) -> u8 {
    match letter {
        '€' => 0x80,
        'Œ' => 0x8C,
        'œ' => 0x9C,
        '’' => 0x92,
        other => u8::try_from(u32::from(other)).unwrap(),
    }
}
