use super::*;

fn faults(path: &str, text: &str) -> Vec<String> {
    check(&Tree::sample(&[(path, text)]))
        .iter()
        .map(ToString::to_string)
        .collect()
}

#[test]
fn every_forbidden_word_is_refused() {
    for (word, _) in FORBIDDEN {
        assert_eq!(
            faults("docs/a.md", &format!("Well.\nsee {word} there")).len(),
            1,
            "{word}"
        );
    }
}

#[test]
fn a_part_of_a_longer_word_or_path_is_not_refused() {
    let innocent = concat!(
        "XX",
        "XL homework/ see /var/wo",
        "rk/x TO",
        "DOS $ROOT/ro",
        "ot/ ./ho",
        "me/"
    );
    assert_eq!(faults("docs/a.md", innocent), [""; 0]);
}

#[test]
fn a_drawer_for_everything_is_refused() {
    for path in [
        "crates/spaces/src/utils.rs",
        "crates/spaces/src/date_helper.rs",
        "crates/spaces/src/services.rs",
    ] {
        assert_eq!(faults(path, "").len(), 1, "{path}");
    }
    assert_eq!(faults("crates/spaces/src/utility_bill.rs", ""), [""; 0]);
}

#[test]
fn a_type_named_by_its_layer_is_refused() {
    assert_eq!(faults("a.rs", "pub struct BookingManager;").len(), 1);
    assert_eq!(faults("a.rs", "pub(crate) enum UserInfo { A }").len(), 1);
    assert_eq!(
        faults(
            "a.rs",
            "// struct BookingManager\nstruct Booking; let x: FormData = y;"
        ),
        [""; 0]
    );
}

#[test]
fn a_banner_is_refused() {
    assert_eq!(faults("a.rs", "// ===== Bookings =====\n").len(), 1);
    assert_eq!(faults("a.rs", "//! |-----|---|\n// a - b\n"), [""; 0]);
}
