use platform::verify::Report;

#[test]
fn checks_of_one_kind_add_up_and_keep_their_order() {
    let mut report = Report::new();
    report.checked("verify-overlaps", 3);
    report.checked("verify-totals", 10);
    report.checked("verify-overlaps", 4);
    let counts: Vec<_> = report
        .checks()
        .iter()
        .map(|check| (check.what, check.count))
        .collect();
    assert_eq!(counts, [("verify-overlaps", 7), ("verify-totals", 10)]);
    assert!(report.is_clean());
}

#[test]
fn one_fault_is_enough_for_a_report_not_to_be_clean() {
    let mut report = Report::new();
    report.checked("verify-totals", 10);
    report.fault("verify-totals", "2026-000012: 12000 ≠ 12001");
    assert!(!report.is_clean());
    assert_eq!(report.faults()[0].detail, "2026-000012: 12000 ≠ 12001");
}
