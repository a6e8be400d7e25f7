//! The examples of `docs/api.md`, run as they stand there.

use super::{Running, content};

const PAGE: &str = include_str!("../../../../../docs/api.md");

/// The commands of the page, one after another, as one script: what one sets the next may use.
fn script() -> String {
    let mut script = String::from("set -euo pipefail\n");
    let mut inside = false;
    for line in PAGE.lines() {
        match line {
            "```sh" => inside = true,
            "```" if inside => inside = false,
            line if inside => {
                script.push_str(line);
                script.push('\n');
            }
            _ => {}
        }
    }
    script
}

#[test]
fn the_examples_of_the_documentation_do_what_it_says() {
    let running = Running::start();
    let script = script();
    assert!(script.matches("curl").count() >= 8, "the examples are gone");
    let said = content(&running.run("bash", &["-c", &script]));
    for told in [
        "\"state\":\"confirmed\"",
        "\"state\":\"cancelled\"",
        "urn:tribu:problem:refused",
        "304",
        "\"openapi\":\"3.1.0\"",
    ] {
        assert!(said.contains(told), "{told} is not in {said}");
    }
}
