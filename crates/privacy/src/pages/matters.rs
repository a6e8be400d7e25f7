//! What is open between the place and somebody, in words.

use platform::personal::Matter;
use platform::web::Visit;

/// A matter as a page shows it.
pub(super) struct MatterLine {
    pub(super) text: String,
    pub(super) amount: String,
    pub(super) href: Option<String>,
    pub(super) hinders: bool,
}

/// These matters in the words of the visit.
pub(super) fn lines(visit: &Visit, matters: &[Matter]) -> Vec<MatterLine> {
    let words = visit.words();
    let line = |matter: &Matter| MatterLine {
        text: visit.text_with(
            matter.key,
            &[
                ("name", matter.name.as_str().into()),
                ("count", matter.count.into()),
            ],
        ),
        amount: matter
            .amount
            .map(|amount| words.money(amount))
            .unwrap_or_default(),
        href: matter.href.clone(),
        hinders: matter.hinders,
    };
    matters.iter().map(line).collect()
}
