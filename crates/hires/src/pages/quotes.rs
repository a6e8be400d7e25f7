//! Every quote of the place: searched, by where it stands, a page at a time, or as a file.

use crate::actions::SOURCE;
use askama::Template;
use billing::{QuoteHead, QuoteQuery, QuoteState};
use kernel::Day;
use platform::tables::write_csv;
use platform::web::listing::{ListQuery, PAGE_LENGTH, Paging};
use platform::web::{Answer, Form, Query, Shell, Visit};
use serde::Deserialize;

const PATH: &str = "/office/exclusive-hires/quotes";
/// The most lines of a file.
const LONGEST_FILE: i64 = 100_000;

/// The list of quotes.
#[derive(Template)]
#[template(path = "quotes.html")]
pub(super) struct QuotesPage {
    shell: Shell,
    form: Form,
    quotes: Vec<QuoteHead>,
    paging: Paging,
    states: Vec<(String, String)>,
    today: Day,
    narrowed: bool,
}

impl QuotesPage {
    fn state(&self, quote: &QuoteHead) -> QuoteState {
        quote.state_on(self.today)
    }

    fn number(&self, quote: &QuoteHead) -> String {
        quote.number.map_or_else(
            || self.shell.t("billing-quote-unnumbered"),
            |number| number.to_string(),
        )
    }

    /// Where it is read; none for a quote of somebody else.
    fn address(quote: &QuoteHead) -> Option<String> {
        let hire = kernel::Id::<crate::rules::hire::Hire>::from_i64(quote.source.id);
        (quote.source.kind == SOURCE).then(|| format!("/office/exclusive-hires/{hire}/quotes/{}", quote.id))
    }

    fn issued(&self, quote: &QuoteHead) -> String {
        quote
            .issued_on
            .map(|day| self.shell.day_short(&day))
            .unwrap_or_default()
    }
}

/// What the address of the list says.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct QuotesQuery {
    page: Option<String>,
    q: Option<String>,
    format: Option<String>,
    state: Option<String>,
}

impl QuotesQuery {
    fn list(&self) -> ListQuery {
        ListQuery {
            page: self.page.as_ref().and_then(|page| page.parse().ok()),
            sort: None,
            // No text of the database holds the character zero.
            q: self.q.as_ref().map(|q| q.replace('\0', " ")),
            format: self.format.clone(),
        }
    }

    fn state(&self) -> Option<QuoteState> {
        self.state
            .as_deref()
            .and_then(|code| QuoteState::parse(code).ok())
    }
}

pub(super) async fn index(visit: Visit, Query(query): Query<QuotesQuery>) -> Answer {
    let (list, state, today) = (query.list(), query.state(), visit.today());
    let whole = list.wants_csv();
    let asked = QuoteQuery {
        text: list.text().to_owned(),
        state,
        today,
        limit: if whole { LONGEST_FILE } else { PAGE_LENGTH },
        offset: if whole { 0 } else { list.offset() },
    };
    let (quotes, count) = visit
        .read(move |tx, actor| billing::quotes_found(tx, actor.place, &asked))
        .await?;
    if whole {
        return file(&visit, &quotes);
    }
    let code = state.map(QuoteState::code).unwrap_or_default();
    let shell = visit.shell("hires-all-quotes");
    let page = QuotesPage {
        form: Form::blank(&visit).with("q", list.text()).with("state", code),
        paging: Paging::new(&list, count, PATH).keeping("state", code),
        states: states(&shell),
        narrowed: state.is_some() || !list.text().is_empty(),
        shell,
        quotes,
        today,
    };
    visit.page(&page)
}

/// Any, then each.
fn states(shell: &Shell) -> Vec<(String, String)> {
    let any = (String::new(), shell.t("hires-any-state"));
    let each = QuoteState::ALL.iter();
    std::iter::once(any)
        .chain(each.map(|state| (state.code().to_owned(), shell.t(state.message()))))
        .collect()
}

fn file(visit: &Visit, quotes: &[QuoteHead]) -> Answer {
    let heads = [
        "hires-quote-number",
        "hires-buyer",
        "hires-quote-subject-label",
        "hires-quote-issued",
        "hires-quote-valid-until",
        "hires-quote-net",
        "hires-quote-gross",
        "hires-quote-state",
    ];
    let heads = heads.map(|key| visit.text(key));
    let today = visit.today();
    let rows: Vec<Vec<String>> = quotes
        .iter()
        .map(|quote| {
            vec![
                quote.number.map(|number| number.to_string()).unwrap_or_default(),
                quote.buyer.clone(),
                quote.subject.clone(),
                quote.issued_on.map(|day| day.to_string()).unwrap_or_default(),
                quote.valid_until.to_string(),
                quote.totals.net.field(visit.locale),
                quote.totals.gross.field(visit.locale),
                visit.text(quote.state_on(today).message()),
            ]
        })
        .collect();
    let name = visit.text("hires-quotes-file");
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
