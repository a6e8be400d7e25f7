use super::*;

fn faults(html: &str) -> Vec<String> {
    let page = "#[template(path = \"calendar.html\")] struct CalendarPage;";
    let tree = Tree::sample(&[
        ("crates/spaces/src/pages/calendar.rs", page),
        ("crates/spaces/templates/calendar.html", html),
    ]);
    check(&tree).into_iter().map(|fault| fault.says).collect()
}

#[test]
fn what_the_security_policy_forbids_is_refused() {
    for html in [
        "<p style=\"color:red\">",
        "<style>p{}</style>",
        "<button onclick=\"go()\">",
        "<a href=\"javascript:go()\">",
        "<script>go()</script>",
        "<script type=\"module\">go()</script>",
        "<script src=\"https://example.org/a.js\"></script>",
        "<img alt=\"\" src=\"//example.org/a.png\">",
        "<link rel=\"stylesheet\" href=\"https://example.org/a.css\">",
        "{{ note|safe }}",
        "{{ note | safe }}",
    ] {
        assert_eq!(faults(html).len(), 1, "{html}");
    }
}

#[test]
fn what_it_allows_is_welcome() {
    for html in [
        "<script src=\"{{ shell.asset(\"a.js\") }}\" defer></script>",
        "<script type=\"application/json\">{}</script>",
        "<a href=\"https://example.org\">elsewhere</a>",
        "{# never style=\"x\"\n nor <script>x</script> #}<p class=\"style\" data-style=\"a\">",
        "<input name=\"one\" value=\"online=\">",
        "{% if a || safely %}",
    ] {
        assert_eq!(faults(html), [""; 0], "{html}");
    }
}

#[test]
fn a_letter_may_carry_its_style() {
    let tree = Tree::sample(&[
        (
            "crates/platform/src/mail.rs",
            "#[template(path = \"mail/layout.html\")] struct Letter;",
        ),
        (
            "crates/platform/templates/mail/layout.html",
            "<p style=\"margin:0\">",
        ),
    ]);
    assert_eq!(check(&tree), []);
}

#[test]
fn a_template_that_nothing_renders_is_refused() {
    let page = ("crates/spaces/templates/part/old.html", "<p>");
    assert_eq!(check(&Tree::sample(&[page])).len(), 1);
    let other = (
        "crates/spaces/templates/a.html",
        "{% include \"part/old.html\" %}",
    );
    let says: Vec<String> = check(&Tree::sample(&[page, other]))
        .iter()
        .map(ToString::to_string)
        .collect();
    assert_eq!(
        says,
        ["crates/spaces/templates/a.html:0: nothing renders it: remove it, or render it"]
    );
}
