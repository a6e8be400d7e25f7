use super::*;

#[test]
fn what_is_counted_is_what_is_there() {
    let tree = Tree::sample(&[
        (
            "Cargo.toml",
            "[workspace.dependencies]\n# ours\nkernel = { path = \"x\" }\naxum = \"1\"\n\n[profile.dev]\na = 1\n",
        ),
        (
            "crates/a/src/lib.rs",
            "//! Page.\nfn a() {\n    b().unwrap();\n}\n#[cfg(test)]\nmod tests {\n    fn c() { d().unwrap() }\n}\n",
        ),
        ("crates/a/tests/it/main.rs", "fn e() {}\nfn f() {}\n"),
    ]);
    let stats = Stats::of(&tree);
    let expected = Stats {
        files: 2,
        lines: 10,
        median: 2,
        ninth_decile: 2,
        functions: 4,
        long_functions: 0,
        test_lines: 6,
        comment_lines: 1,
        libraries: 1,
        unwraps: 1,
    };
    assert_eq!(stats, expected);
    assert!(
        stats
            .to_string()
            .contains("tests              60.0 % of the lines"),
        "{stats}"
    );
}
