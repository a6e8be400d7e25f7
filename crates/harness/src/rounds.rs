//! How often a test that fights chance repeats itself.

/// The number that the environment variable `name` holds, else `usual`: few rounds in CI, many when asked for.
///
/// # Panics
/// When the variable holds something else than a number.
pub fn rounds(name: &str, usual: u32) -> u32 {
    match std::env::var(name) {
        Ok(text) => text
            .parse()
            .unwrap_or_else(|_| panic!("{name} must be a number, not {text}")),
        Err(_) => usual,
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn without_a_wish_the_usual_number_of_rounds_is_made() {
        assert_eq!(super::rounds("TRIBU_ROUNDS_THAT_NOBODY_SETS", 7), 7);
    }

    #[test]
    #[should_panic(expected = "PATH must be a number")]
    fn a_wish_that_is_no_number_is_refused() {
        super::rounds("PATH", 7);
    }
}
