use super::*;

const FILE: &str = r##"//! Page.
fn short() -> &'static str { "a { \" b" } // why }
/* outer /* inner { */ still */
fn long<'a>(x: &'a [u8; 2]) -> char {
    let brace = '{';
    let quote = '\'';
    let raw = r#"raw " {
        text"#;
    brace
}
trait T { fn without_body(&self); }
#[cfg(test)]
mod tests {
    const SQL: &str = "select 1 from place";
}
"##;

#[test]
fn texts_and_comments_are_told_from_code() {
    let rust = Rust::read(FILE);
    let texts: Vec<_> = rust
        .literals
        .iter()
        .map(|literal| (literal.line, literal.text.as_str()))
        .collect();
    assert_eq!(
        texts,
        [
            (2, "a { \\\" b"),
            (7, "raw \" {\n        text"),
            (14, "select 1 from place")
        ]
    );
    let comments: Vec<_> = rust
        .comments
        .iter()
        .map(|comment| comment.text.as_str())
        .collect();
    assert_eq!(
        comments,
        ["//! Page.", "// why }", "/* outer /* inner { */ still */"]
    );
    assert_eq!(rust.code.lines().count(), FILE.lines().count());
    assert!(
        !rust.code.contains("inner") && !rust.code.contains("raw \""),
        "{}",
        rust.code
    );
}

#[test]
fn functions_are_measured_from_their_name_to_their_brace() {
    let functions = Rust::read(FILE).functions();
    let told: Vec<_> = functions
        .iter()
        .map(|each| (each.name.as_str(), each.line, each.lines))
        .collect();
    assert_eq!(told, [("short", 2, 1), ("long", 4, 7)]);
}

#[test]
fn texts_of_tests_do_not_work() {
    let rust = Rust::read(FILE);
    assert_eq!(rust.test_lines(), [(12, 15)]);
    assert_eq!(rust.working_literals().len(), 2);
}
