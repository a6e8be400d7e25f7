//! Schemathesis reads the description and tries to break what it describes.

use super::{Running, content, tool};

/// Beside well-formed calls, each wrong in one way: no fault of ours, no answer that is not described, nothing wrong let through.
/// Not asked of it: that whatever is well-formed be done, since rules of the house may always say no.
#[test]
fn no_call_that_schemathesis_makes_finds_a_fault_or_an_answer_that_is_not_described() {
    let running = Running::start();
    let description = format!("{}/api/v1/openapi.json", running.program.address);
    let authorization = format!("Authorization: Bearer {}", running.key);
    let examples = std::env::var("TRIBU_SCHEMATHESIS").unwrap_or_else(|_| "4".to_owned());
    let output = running.run(
        &tool("schemathesis"),
        &[
            "run",
            &description,
            "--header",
            &authorization,
            "--checks",
            "all",
            "--exclude-checks",
            "positive_data_acceptance",
            "--phases",
            "examples,coverage,fuzzing",
            "--max-examples",
            &examples,
            "--seed",
            "20261123",
            "--continue-on-failure",
            "--no-color",
        ],
    );
    let said = content(&output);
    assert!(
        said.contains("No issues found") || said.contains("passed"),
        "{said}"
    );
}
