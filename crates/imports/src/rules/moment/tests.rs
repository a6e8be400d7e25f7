use super::*;

fn paris() -> Zone {
    Zone::parse("Europe/Paris").unwrap()
}

fn read(text: &str) -> Result<(Option<String>, Option<String>), CellRefused> {
    let moment = moment(text, &paris())?;
    Ok((
        moment.day.map(|day| day.to_string()),
        moment.minute.map(|minute| minute.to_string()),
    ))
}

#[test]
fn a_moment_is_read_however_files_write_it() {
    let at = |day: &str, minute: &str| Ok((Some(day.to_owned()), Some(minute.to_owned())));
    for text in [
        "14/06/2026 09:30",
        "14/06/2026 09:30:00",
        "14/06/2026 à 9h30",
        "2026-06-14T09:30:00",
        "2026-06-14 09:30",
        "2026-06-14T07:30:00Z",
        "2026-06-14T09:30:00+02:00",
        "14/06/2026 9:30 AM",
    ] {
        assert_eq!(read(text), at("2026-06-14", "09:30"), "{text}");
    }
    assert_eq!(read("14/06/2026 2:30 PM"), at("2026-06-14", "14:30"));
    assert_eq!(read("14/06/2026 12:15 AM"), at("2026-06-14", "00:15"));
}

#[test]
fn a_time_or_a_day_alone_is_read_as_such() {
    assert_eq!(read("9h"), Ok((None, Some("09:00".to_owned()))));
    assert_eq!(read("09:30"), Ok((None, Some("09:30".to_owned()))));
    assert_eq!(read("14/06/2026"), Ok((Some("2026-06-14".to_owned()), None)));
}

#[test]
fn what_is_no_moment_says_why() {
    assert_eq!(read("bientôt"), Err(CellRefused::NotADay));
    assert_eq!(read("14/06/2026 25:00"), Err(CellRefused::NotATime));
    assert_eq!(read("31/12/9999 09:00"), Err(CellRefused::FarDay));
    assert_eq!(read("9998-01-01T00:00:00Z"), Err(CellRefused::FarDay));
}

#[test]
fn a_length_of_time_is_read_in_hours_and_minutes() {
    for (text, long) in [
        ("2h", 120),
        ("2 h 30", 150),
        ("2h30", 150),
        ("1:30", 90),
        ("01:30:00", 90),
        ("90 min", 90),
        ("90 minutes", 90),
        ("1,5", 90),
        ("1.25", 75),
        ("2", 120),
        ("2 heures", 120),
        ("1 hour", 60),
    ] {
        assert_eq!(minutes(text), Ok(long), "{text}");
    }
    for text in ["", "0", "-1", "1:75", "longtemps", "9999"] {
        assert_eq!(minutes(text), Err(CellRefused::NotADuration), "{text}");
    }
}
