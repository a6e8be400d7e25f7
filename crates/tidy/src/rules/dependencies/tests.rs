use super::*;

fn faults(room: &str, manifest: &str) -> Vec<String> {
    let path = format!("crates/{room}/Cargo.toml");
    let tree = Tree::sample(&[
        (path.as_str(), manifest),
        ("crates/spaces/src/lib.rs", ""),
        ("crates/people/src/lib.rs", ""),
        ("crates/harness/src/lib.rs", ""),
    ]);
    check(&tree).into_iter().map(|fault| fault.says).collect()
}

#[test]
fn an_arrow_that_goes_up_is_refused() {
    let said = faults("people", "[dependencies]\nspaces.workspace = true\n");
    assert_eq!(said, ["`people` may not use `spaces`: arrows go one way"]);
    assert_eq!(
        faults("people", "[dev-dependencies.spaces]\nworkspace = true\n").len(),
        1
    );
    assert!(faults("spaces", "[dependencies]\npeople.workspace = true\n").is_empty());
}

#[test]
fn the_harness_serves_tests_only() {
    assert!(faults("people", "[dev-dependencies]\nharness.workspace = true\n").is_empty());
    assert_eq!(
        faults("people", "[dependencies]\nharness.workspace = true\n").len(),
        1
    );
}

#[test]
fn a_driver_outside_the_platform_is_refused() {
    let said = faults(
        "spaces",
        "[dependencies]\nrusqlite = { workspace = true, features = [\"x\"] }\n",
    );
    assert_eq!(
        said,
        ["`spaces` may not use `rusqlite`: both engines stand behind `platform::database`"]
    );
    assert_eq!(
        faults("people", "[dependencies]\ntypst-pdf.workspace = true\n").len(),
        1
    );
}

#[test]
fn a_version_of_its_own_is_refused() {
    assert_eq!(faults("people", "[dependencies]\ncsv = \"1.4\" # why\n").len(), 1);
}

#[test]
fn a_crate_without_a_line_in_the_table_is_refused() {
    assert_eq!(faults("common", "[dependencies]\n").len(), 1);
}
