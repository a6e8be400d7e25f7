//! What an import did.

use super::wording::IssueLine;
use crate::rules::report::ImportReport;
use crate::store::imports::{self, Import, ImportId, ImportState};
use askama::Template;
use platform::activity::{self, Subject};
use platform::web::{Answer, HistoryLine, Path, Shell, Visit};
use platform::{Fault, OrNotFound};

/// What an import did, and who brought it in.
#[derive(Template)]
#[template(path = "import_report.html")]
pub(super) struct ReportPage {
    shell: Shell,
    import: Import,
    kind: String,
    report: ImportReport,
    notices: Vec<IssueLine>,
    history: Vec<HistoryLine>,
    /// Where what was brought in is seen.
    onward: Option<(&'static str, &'static str)>,
}

pub(super) async fn show(visit: Visit, Path(id): Path<ImportId>) -> Answer {
    let (import, entries, names) = visit
        .read(move |tx, actor| {
            let import = imports::find(tx, actor.place, id)?.or_not_found()?;
            let entries = activity::history(tx, actor.place, Subject::new("import", id))?;
            let people: Vec<_> = entries.iter().filter_map(|entry| entry.person_id).collect();
            let names = people::names_of(tx, actor.place, &people)?;
            Ok::<_, Fault>((import, entries, names))
        })
        .await?;
    if import.state == ImportState::Open {
        return resume(&visit, &import);
    }
    let report = import.report.clone().unwrap_or_default();
    visit.page(&ReportPage {
        shell: visit.shell_titled(import.filename.clone()),
        kind: visit.text(import.kind.message()),
        notices: report
            .notices
            .iter()
            .map(|notice| IssueLine::of(&visit, notice))
            .collect(),
        history: visit.history(&entries, &names),
        onward: onward(&import),
        report,
        import,
    })
}

/// Where a file that waits is taken up again; one left behind for too long is gone.
fn resume(visit: &Visit, import: &Import) -> Answer {
    let page = if import.report.is_some() {
        "preview"
    } else {
        "mapping"
    };
    visit.redirect(&format!("/office/imports/{}/{page}", import.id))
}

fn onward(import: &Import) -> Option<(&'static str, &'static str)> {
    use crate::rules::kind::ImportKind;
    match import.kind {
        ImportKind::People => Some(("/office/people", "imports-see-people")),
        ImportKind::Organisations => Some(("/office/organisations", "imports-see-organisations")),
        ImportKind::Plans | ImportKind::Passes => Some(("/office/offers", "imports-see-offers")),
        ImportKind::Bookings => Some(("/calendar", "imports-see-calendar")),
        ImportKind::CheckIns => Some(("/front-desk", "imports-see-front-desk")),
    }
}
