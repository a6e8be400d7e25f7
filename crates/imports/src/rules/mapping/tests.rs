use super::*;

fn headers() -> Vec<String> {
    ["Nom", "Courriel", "Salle"].map(str::to_owned).to_vec()
}

fn said(texts: &[&str]) -> Result<Mapping, MappingRefused> {
    let texts: Vec<String> = texts.iter().map(|text| (*text).to_owned()).collect();
    Mapping::default().with_said(ImportKind::Bookings, &headers(), &texts)
}

#[test]
fn what_is_said_names_columns_accents_and_capitals_apart() {
    let mapping = said(&["email=courriel", "full_name=NOM"]).unwrap();
    assert_eq!(
        (mapping.column(Field::Email), mapping.column(Field::FullName)),
        (Some(1), Some(0))
    );
}

#[test]
fn one_value_may_stand_for_every_line_and_nothing_for_a_column_left_out() {
    let mapping = said(&["room==Grand salon"]).unwrap();
    assert_eq!(mapping.constant(Field::Room), Some("Grand salon"));
    let emptied = mapping
        .with_said(ImportKind::Bookings, &headers(), &["room=".to_owned()])
        .unwrap();
    assert!(!emptied.has(Field::Room));
}

#[test]
fn a_column_said_for_one_field_is_taken_from_the_other() {
    let mut mapping = Mapping::default();
    mapping.set_column(Field::Title, 1);
    mapping.set_column(Field::Email, 1);
    assert_eq!(
        (mapping.column(Field::Title), mapping.column(Field::Email)),
        (None, Some(1))
    );
}

#[test]
fn what_is_said_wrongly_is_refused_with_what_there_is() {
    assert!(matches!(said(&["email"]), Err(MappingRefused::Malformed { .. })));
    let Err(MappingRefused::UnknownColumn { known, .. }) = said(&["email=Mail pro"]) else {
        panic!("taken")
    };
    assert_eq!(known, "Nom, Courriel, Salle");
    let Err(MappingRefused::UnknownField { known, .. }) = said(&["siren=Nom"]) else {
        panic!("taken")
    };
    assert!(known.contains("room") && !known.contains("siren"));
}

#[test]
fn each_kind_says_what_is_missing() {
    for (kind, refused) in [
        (ImportKind::People, MappingRefused::NoName),
        (ImportKind::Organisations, MappingRefused::NoName),
        (ImportKind::Plans, MappingRefused::NobodyNamed),
        (ImportKind::Passes, MappingRefused::NobodyNamed),
        (ImportKind::Bookings, MappingRefused::NobodyNamed),
        (ImportKind::CheckIns, MappingRefused::NobodyNamed),
    ] {
        assert_eq!(Mapping::default().check(kind), Err(refused), "{kind}");
    }
    let mut named = Mapping::default();
    named.set_column(Field::Email, 0);
    for (kind, refused) in [
        (ImportKind::Plans, MappingRefused::NoPlan),
        (ImportKind::Passes, MappingRefused::NoPass),
        (ImportKind::Bookings, MappingRefused::NoRoom),
        (ImportKind::CheckIns, MappingRefused::NoDay),
    ] {
        assert_eq!(named.check(kind), Err(refused), "{kind}");
    }
    named.set_constant(Field::Room, "Salon");
    assert_eq!(named.check(ImportKind::Bookings), Err(MappingRefused::NoStart));
    named.set_column(Field::Start, 1);
    assert_eq!(named.check(ImportKind::Bookings), Ok(()));
}

#[test]
fn a_mapping_is_kept_as_text_and_read_back() {
    let mapping = said(&["email=courriel", "room==Salon"]).unwrap();
    let text = serde_json::to_string(&mapping).unwrap();
    assert_eq!(serde_json::from_str::<Mapping>(&text).unwrap(), mapping);
}
