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

/// Exports as they come, French and English: their titles, each with the field that it is taken for.
const EXPORTS: &[(ImportKind, &[(&str, &str)])] = &[
    (
        ImportKind::People,
        &[
            ("Nom", "family_name"),
            ("Prénom", "given_name"),
            ("Adresse e-mail", "email"),
            ("Téléphone portable", "phone"),
            ("Société", "organisation"),
            ("Date d'arrivée", "joined_on"),
        ],
    ),
    (
        ImportKind::People,
        &[
            ("Member ID", "identifier"),
            ("Full name", "full_name"),
            ("Email", "email"),
            ("Phone", "phone"),
            ("Company", "organisation"),
            ("Member since", "joined_on"),
            ("Favourite colour", "-"),
        ],
    ),
    (
        ImportKind::People,
        &[
            ("NOM", "full_name"),
            ("COURRIEL", "email"),
            ("CODE POSTAL", "postal_code"),
            ("VILLE", "city"),
        ],
    ),
    (
        ImportKind::Organisations,
        &[
            ("Raison sociale", "name"),
            ("SIRET", "siren"),
            ("N° TVA intracommunautaire", "vat_number"),
            ("Courriel", "email"),
            ("Adresse", "street"),
            ("CP", "postal_code"),
            ("Ville", "city"),
            ("Pays", "country"),
        ],
    ),
    (
        ImportKind::Plans,
        &[
            ("Membre", "full_name"),
            ("Email", "email"),
            ("Forfait", "plan"),
            ("Date de début", "from"),
            ("Date de fin", "until"),
            ("Prix HT", "price"),
        ],
    ),
    (
        ImportKind::Passes,
        &[
            ("Client", "full_name"),
            ("Carnet", "pass"),
            ("Unités achetées", "units"),
            ("Unités restantes", "remaining"),
            ("Date d'achat", "bought_on"),
            ("Date d'expiration", "expires_on"),
        ],
    ),
    (
        ImportKind::Bookings,
        &[
            ("N° réservation", "identifier"),
            ("Salle", "room"),
            ("Réservé par", "full_name"),
            ("Date", "day"),
            ("Heure de début", "start"),
            ("Heure de fin", "end"),
            ("Objet", "title"),
            ("Statut", "state"),
        ],
    ),
    (
        ImportKind::Bookings,
        &[
            ("Booking ID", "identifier"),
            ("Resource", "room"),
            ("Member", "full_name"),
            ("Email address", "email"),
            ("From", "start"),
            ("To", "end"),
            ("Notes internes", "-"),
        ],
    ),
    (
        ImportKind::CheckIns,
        &[
            ("Nom", "family_name"),
            ("Prénom", "given_name"),
            ("Date", "day"),
            ("Arrivée", "arrival"),
            ("Départ", "departure"),
        ],
    ),
    (
        ImportKind::CheckIns,
        &[
            ("Coworker", "full_name"),
            ("Check-in date", "day"),
            ("Half day", "half"),
        ],
    ),
];

#[test]
fn the_titles_of_french_and_english_exports_are_recognised() {
    for (kind, columns) in EXPORTS {
        let (titles, fields): (Vec<&str>, Vec<&str>) = columns.iter().copied().unzip();
        assert_eq!(guessed(*kind, &titles), fields, "{kind} {titles:?}");
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
