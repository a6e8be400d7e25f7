use kernel::Forbidden;
use platform::database::DatabaseError;
use platform::failure::{Failure, Fault, OrNotFound, OrRefused};
use std::convert::Infallible;

#[derive(Debug, PartialEq, Eq, Clone, Copy)]
enum Refused {
    Taken,
}

#[test]
fn a_refusal_changes_type_and_a_fault_does_not() {
    let refused: Failure<Refused> = Failure::Refused(Refused::Taken);
    assert_eq!(refused.map(|_| 7), Failure::Refused(7));
    let fault: Failure<Refused> = Fault::NotFound.into();
    assert_eq!(fault.map(|_| 7), Failure::Fault(Fault::NotFound));
}

#[test]
fn what_may_not_be_done_is_forbidden() {
    let failure: Failure<Refused> = Forbidden.into();
    assert_eq!(failure, Failure::Fault(Fault::Forbidden));
}

#[test]
fn a_row_that_had_to_be_there_is_a_broken_promise_and_not_an_absent_page() {
    let failure: Failure<Refused> = DatabaseError::NotFound.into();
    assert!(matches!(failure, Failure::Fault(Fault::Internal(_))), "{failure}");
    assert_eq!(None::<i64>.or_not_found(), Err(Fault::NotFound));
    assert_eq!(Some(3).or_not_found(), Ok(3));
}

#[test]
fn a_named_constraint_refuses_and_any_other_is_a_fault() {
    let violated = || -> Result<(), DatabaseError> {
        Err(DatabaseError::Constraint {
            name: "place_host_unique".to_owned(),
        })
    };
    let refused = violated().or_refused("place_host_unique", Refused::Taken);
    assert_eq!(refused, Err(Failure::Refused(Refused::Taken)));
    let fault = violated().or_refused("place_name_filled", Refused::Taken);
    assert!(matches!(fault, Err(Failure::Fault(Fault::Internal(_)))));
}

#[test]
fn what_cannot_be_refused_leaves_a_fault() {
    let failure: Failure<Infallible> = Fault::NotFound.into();
    assert_eq!(failure.no_refusal(), Fault::NotFound);
    let refused = Failure::Refused(Refused::Taken).unexpected();
    assert_eq!(refused, Fault::Internal("unexpected refusal: Taken".to_owned()));
}
