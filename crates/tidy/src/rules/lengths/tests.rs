use super::*;

fn faults(files: &[(&str, &str)]) -> Vec<String> {
    check(&Tree::sample(files))
        .iter()
        .map(ToString::to_string)
        .collect()
}

fn lines(count: usize) -> String {
    "x\n".repeat(count)
}

fn function(lines: usize) -> String {
    format!("fn long() {{\n{}}}\n", "    step();\n".repeat(lines - 2))
}

#[test]
fn what_is_longer_than_its_limit_is_refused() {
    assert_eq!(
        faults(&[
            ("a.rs", &lines(400)),
            ("a.css", &lines(400)),
            ("a.html", &lines(99))
        ]),
        [""; 0]
    );
    assert_eq!(
        faults(&[
            ("a.rs", &lines(401)),
            ("a.css", &lines(401)),
            ("a.html", &lines(100))
        ])
        .len(),
        3
    );
    let library = format!("{{% macro field() %}}\n{}", lines(399));
    assert!(faults(&[("ui.html", &library)]).is_empty());
    assert!(faults(&[("a.rs", &function(60))]).is_empty());
    assert_eq!(
        faults(&[("a.rs", &function(61))]),
        ["a.rs:1: `long` has 61 lines, more than 60: cut it where it changes subject"]
    );
}

#[test]
fn what_was_written_elsewhere_is_not_measured() {
    assert!(
        faults(&[
            ("crates/platform/assets/vendor/a.css", &lines(900)),
            ("a.min.js", &lines(900))
        ])
        .is_empty()
    );
}
