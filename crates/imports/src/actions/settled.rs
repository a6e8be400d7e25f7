//! What becomes of a line.

use crate::rules::field::Field;
use kernel::Refusal;
use people::{OrganisationKey, PersonKey};
use platform::Failure;

/// What a line did.
#[derive(Debug)]
#[allow(
    clippy::large_enum_variant,
    reason = "one at a time is made and taken apart at once"
)]
pub(super) enum Settled {
    /// It added the thing whose identifier is `subject`.
    Created {
        subject: i64,
        person: Option<PersonKey>,
        organisation: Option<OrganisationKey>,
    },
    /// What it says is there already.
    Known,
}

impl Settled {
    /// Added something that later lines need not know of.
    pub(super) fn created<T>(id: kernel::Id<T>) -> Self {
        Self::Created {
            subject: id.as_i64(),
            person: None,
            organisation: None,
        }
    }
}

/// Why a line is not taken, and which of its cells is to blame.
pub(super) struct LineRefused {
    pub(super) field: Field,
    pub(super) refusal: Box<dyn Refusal>,
}

/// A refusal at a field.
pub(super) fn refused(field: Field, refusal: impl Refusal + 'static) -> Failure<LineRefused> {
    Failure::Refused(LineRefused {
        field,
        refusal: Box::new(refusal),
    })
}

/// Says at which field the refusal of another capability is shown.
pub(super) fn at<R: Refusal + 'static>(
    failure: Failure<R>,
    field_of: impl FnOnce(&R) -> Field,
) -> Failure<LineRefused> {
    failure.map(|refusal| LineRefused {
        field: field_of(&refusal),
        refusal: Box::new(refusal),
    })
}
