use super::*;
use platform::tables::SheetRow;

fn sheet(titles: &[&str], rows: &[&[&str]]) -> Sheet {
    let owned = |cells: &[&str]| cells.iter().map(|cell| (*cell).to_owned()).collect();
    let rows = rows.iter().enumerate().map(|(at, cells)| SheetRow {
        line: at + 2,
        cells: owned(cells),
    });
    Sheet {
        headers: owned(titles),
        rows: rows.collect(),
    }
}

/// The fields that the titles are taken for, in their order; `-` for a column left out.
fn guessed(kind: ImportKind, titles: &[&str]) -> Vec<&'static str> {
    let mapping = guess(kind, &sheet(titles, &[]));
    (0..titles.len())
        .map(|column| mapping.field_of(column).map_or("-", Field::code))
        .collect()
}

#[test]
fn the_titles_of_french_and_english_exports_are_recognised() {
    use ImportKind::{Bookings, CheckIns, Organisations, Passes, People, Plans};
    let cases: &[(ImportKind, &[&str], &[&str])] = &[
        (
            People,
            &[
                "Nom",
                "Prénom",
                "Adresse e-mail",
                "Téléphone portable",
                "Société",
                "Date d'arrivée",
            ],
            &[
                "family_name",
                "given_name",
                "email",
                "phone",
                "organisation",
                "joined_on",
            ],
        ),
        (
            People,
            &[
                "Member ID",
                "Full name",
                "Email",
                "Phone",
                "Company",
                "Member since",
                "Favourite colour",
            ],
            &[
                "identifier",
                "full_name",
                "email",
                "phone",
                "organisation",
                "joined_on",
                "-",
            ],
        ),
        (
            People,
            &["NOM", "COURRIEL", "CODE POSTAL", "VILLE"],
            &["full_name", "email", "postal_code", "city"],
        ),
        (
            Organisations,
            &[
                "Raison sociale",
                "SIRET",
                "N° TVA intracommunautaire",
                "Courriel",
                "Adresse",
                "CP",
                "Ville",
                "Pays",
            ],
            &[
                "name",
                "siren",
                "vat_number",
                "email",
                "street",
                "postal_code",
                "city",
                "country",
            ],
        ),
        (
            Plans,
            &[
                "Membre",
                "Email",
                "Forfait",
                "Date de début",
                "Date de fin",
                "Prix HT",
            ],
            &["full_name", "email", "plan", "from", "until", "price"],
        ),
        (
            Passes,
            &[
                "Client",
                "Carnet",
                "Unités achetées",
                "Unités restantes",
                "Date d'achat",
                "Date d'expiration",
            ],
            &[
                "full_name",
                "pass",
                "units",
                "remaining",
                "bought_on",
                "expires_on",
            ],
        ),
        (
            Bookings,
            &[
                "N° réservation",
                "Salle",
                "Réservé par",
                "Date",
                "Heure de début",
                "Heure de fin",
                "Objet",
                "Statut",
            ],
            &[
                "identifier",
                "room",
                "full_name",
                "day",
                "start",
                "end",
                "title",
                "state",
            ],
        ),
        (
            Bookings,
            &[
                "Booking ID",
                "Resource",
                "Member",
                "Email address",
                "From",
                "To",
                "Notes internes",
            ],
            &["identifier", "room", "full_name", "email", "start", "end", "-"],
        ),
        (
            CheckIns,
            &["Nom", "Prénom", "Date", "Arrivée", "Départ"],
            &["family_name", "given_name", "day", "arrival", "departure"],
        ),
        (
            CheckIns,
            &["Coworker", "Check-in date", "Half day"],
            &["full_name", "day", "half"],
        ),
    ];
    for (kind, titles, fields) in cases {
        assert_eq!(guessed(*kind, titles), *fields, "{kind} {titles:?}");
    }
}

#[test]
fn a_longer_title_is_recognised_by_its_beginning() {
    assert_eq!(
        guessed(
            ImportKind::People,
            &["Nom complet du membre", "Téléphone (bureau)"]
        ),
        ["full_name", "phone"]
    );
}

#[test]
fn a_vague_title_never_takes_what_a_sure_one_names() {
    let titles = ["Client", "Nom", "Prénom"];
    assert_eq!(
        guessed(ImportKind::Passes, &titles),
        ["-", "family_name", "given_name"]
    );
}

#[test]
fn a_column_of_addresses_is_recognised_whatever_its_title() {
    let rows: &[&[&str]] = &[
        &["Ana Roy", "ana@example.org"],
        &["Luc Bel", "luc@example.org"],
        &["Zoé Pic", ""],
    ];
    let mapping = guess(ImportKind::People, &sheet(&["Nom", "Contact web"], rows));
    assert_eq!(mapping.column(Field::Email), Some(1));
}
