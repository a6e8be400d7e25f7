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
fn an_exception_may_only_shrink() {
    let list = "# path, function, lines\na.rs 410\na.rs long 70\n";
    let with = |file: usize, function_lines: usize| {
        let text = function(function_lines) + &lines(file - function_lines);
        faults(&[("a.rs", &text), (EXCEPTIONS, list)])
    };
    assert!(with(410, 70).is_empty());
    assert!(with(411, 70).join("").contains("has grown from 410 to 411"));
    assert!(with(409, 70).join("").contains("has shrunk to 409"));
    assert!(with(410, 71).join("").contains("`long` has grown from 70"));
    assert!(
        with(410, 60)
            .join("")
            .contains("exceptions.txt:3: no longer needed")
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
