//! What an import would do, line by line, before anything is done.

use super::load;
use super::wording::IssueLine;
use crate::rules::report::ImportReport;
use crate::store::imports::{Import, ImportId, ImportState};
use askama::Template;
use platform::tables::write_csv;
use platform::web::listing::ListQuery;
use platform::web::{Answer, Path, Query, Shell, Visit};

/// The most lines shown on the page; the file has them all.
const SHOWN: usize = 100;

/// What an import would do.
#[derive(Template)]
#[template(path = "import_preview.html")]
pub(super) struct PreviewPage {
    shell: Shell,
    import: Import,
    kind: String,
    report: ImportReport,
    issues: Vec<IssueLine>,
    notices: Vec<IssueLine>,
    hidden: usize,
}

impl PreviewPage {
    fn mapping_href(&self) -> String {
        format!("/office/imports/{}/mapping", self.import.id)
    }

    fn issues_href(&self) -> String {
        format!("/office/imports/{}/preview?format=csv", self.import.id)
    }
}

pub(super) async fn show(visit: Visit, Path(id): Path<ImportId>, Query(query): Query<ListQuery>) -> Answer {
    let (import, file) = load(&visit, id).await?;
    if import.state == ImportState::Applied || file.is_none() {
        return visit.redirect(&format!("/office/imports/{id}"));
    }
    let Some(report) = import.report.clone() else {
        return visit.redirect(&format!("/office/imports/{id}/mapping"));
    };
    if query.wants_csv() {
        return issues_file(&visit, &report);
    }
    let issues = report
        .issues
        .iter()
        .take(SHOWN)
        .map(|issue| IssueLine::of(&visit, issue))
        .collect();
    let notices = report
        .notices
        .iter()
        .take(SHOWN)
        .map(|notice| IssueLine::of(&visit, notice))
        .collect();
    visit.page(&PreviewPage {
        shell: visit.shell("imports-preview-title"),
        kind: visit.text(import.kind.message()),
        hidden: report.issues.len().saturating_sub(SHOWN),
        issues,
        notices,
        import,
        report,
    })
}

fn issues_file(visit: &Visit, report: &ImportReport) -> Answer {
    let heads =
        ["imports-line", "imports-column", "imports-written", "imports-why"].map(|key| visit.text(key));
    let issues = report
        .issues
        .iter()
        .chain(&report.notices)
        .map(|issue| IssueLine::of(visit, issue));
    let rows: Vec<Vec<String>> = issues
        .map(|issue| vec![issue.line.to_string(), issue.column, issue.value, issue.why])
        .collect();
    let name = visit.text("imports-issues-file");
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
