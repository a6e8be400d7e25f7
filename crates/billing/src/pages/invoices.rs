//! The list of invoices: searched, filtered, sorted, a page at a time, or as a file.

use crate::rules::invoice::InvoiceHead;
use crate::store::invoice_list::{self, COLUMNS, InvoiceFilter, InvoiceQuery, InvoiceSum};
use askama::Template;
use kernel::Day;
use platform::Fault;
use platform::tables::write_csv;
use platform::web::listing::{ListQuery, PAGE_LENGTH, Paging};
use platform::web::{Answer, Form, Query, Shell, Visit};
use serde::Deserialize;

const PATH: &str = "/office/billing/invoices";
/// The most lines of a file.
const LONGEST_FILE: i64 = 100_000;

/// The list of invoices.
#[derive(Template)]
#[template(path = "invoices.html")]
pub(super) struct InvoicesPage {
    shell: Shell,
    form: Form,
    invoices: Vec<InvoiceHead>,
    sum: InvoiceSum,
    paging: Paging,
    filters: Vec<(String, String)>,
    today: Day,
    narrowed: bool,
}

/// What the address of the list says.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct InvoicesQuery {
    page: Option<String>,
    sort: Option<String>,
    q: Option<String>,
    format: Option<String>,
    standing: Option<String>,
}

impl InvoicesQuery {
    fn list(&self) -> ListQuery {
        list_query(&self.page, &self.sort, &self.q, &self.format)
    }

    fn filter(&self) -> InvoiceFilter {
        self.standing
            .as_deref()
            .and_then(|code| InvoiceFilter::parse(code).ok())
            .unwrap_or(InvoiceFilter::All)
    }
}

/// A list's address, an unreadable page taken for the first.
pub(super) fn list_query(
    page: &Option<String>,
    sort: &Option<String>,
    q: &Option<String>,
    format: &Option<String>,
) -> ListQuery {
    ListQuery {
        page: page.as_ref().and_then(|page| page.parse().ok()),
        sort: sort.clone(),
        // No text of the database holds the character zero.
        q: q.as_ref().map(|q| q.replace('\0', " ")),
        format: format.clone(),
    }
}

/// The order asked for, as the stores read it; the first column, descending, when none was.
pub(super) fn order(list: &ListQuery, columns: &[&str]) -> String {
    let sort = list.order(columns);
    let sign = if sort.descending { "-" } else { "" };
    format!("{sign}{}", sort.column)
}

pub(super) async fn index(visit: Visit, Query(query): Query<InvoicesQuery>) -> Answer {
    let list = query.list();
    let asked = InvoiceQuery {
        text: list.text().to_owned(),
        filter: query.filter(),
        sort: list
            .sort
            .as_ref()
            .map_or_else(|| "-number".to_owned(), |_| order(&list, COLUMNS)),
        limit: if list.wants_csv() {
            LONGEST_FILE
        } else {
            PAGE_LENGTH
        },
        offset: if list.wants_csv() { 0 } else { list.offset() },
    };
    let (today, searched) = (visit.today(), asked.clone());
    let (invoices, sum) = visit
        .read(move |tx, actor| {
            let found = invoice_list::search(tx, actor.place, &searched, today)?;
            Ok::<_, Fault>((found, invoice_list::sum(tx, actor.place, &searched, today)?))
        })
        .await?;
    if list.wants_csv() {
        return file(&visit, &invoices, today);
    }
    let paging = Paging::new(&list, sum.invoices, PATH)
        .keeping("standing", query.standing.as_deref().unwrap_or_default());
    let page = InvoicesPage {
        shell: visit.shell("billing-invoices-title"),
        form: Form::blank(&visit)
            .with("q", list.text())
            .with("standing", asked.filter),
        invoices,
        sum,
        paging,
        filters: super::choices(&visit, InvoiceFilter::ALL, |one| one.code(), |one| one.message()),
        today,
        narrowed: !asked.text.is_empty() || asked.filter != InvoiceFilter::All,
    };
    visit.page(&page)
}

fn file(visit: &Visit, invoices: &[InvoiceHead], today: Day) -> Answer {
    let heads = [
        "billing-number",
        "billing-customer",
        "billing-issued-on",
        "billing-due-on",
        "billing-net-total",
        "billing-vat",
        "billing-gross-total",
        "billing-paid",
        "billing-remaining",
        "billing-standing",
    ];
    let heads = heads.map(|key| visit.text(key));
    let rows: Vec<Vec<String>> = invoices
        .iter()
        .map(|head| {
            let money = |amount: kernel::Money| amount.field(visit.locale);
            vec![
                head.number.to_string(),
                head.buyer_name.clone(),
                head.issued_on.to_string(),
                head.due_on.to_string(),
                money(head.net),
                money(head.vat),
                money(head.gross),
                money(head.paid),
                money(head.remaining()),
                visit.text(head.standing(&today).message()),
            ]
        })
        .collect();
    let name = visit.text("billing-invoices-file");
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
