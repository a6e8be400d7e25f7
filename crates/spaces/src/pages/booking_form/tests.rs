use super::known;

#[test]
fn only_the_fields_of_the_form_are_kept_the_last_of_each_name() {
    let pair = |name: &str, value: &str| (name.to_owned(), value.to_owned());
    let mut pairs: Vec<_> = (0..12_000)
        .map(|number| pair(&format!("a{number}"), ""))
        .collect();
    pairs.extend([
        pair("day", "2026-06-15"),
        pair("start", "09:00"),
        pair("day", "2026-06-16"),
        pair("title", &"x".repeat(401)),
    ]);
    let kept: Vec<_> = known(pairs).into_iter().collect();
    assert_eq!(kept, [pair("day", "2026-06-16"), pair("start", "09:00")]);
}
