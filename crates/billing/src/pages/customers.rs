//! The customers: what each owes, what is late, what waits for an invoice.

use super::invoices::{list_query, order};
use crate::directory::Directory;
use crate::store::customers::{self, BalanceRow, CustomerRow};
use askama::Template;
use kernel::{CustomerId, Money, fold};
use platform::Fault;
use platform::tables::write_csv;
use platform::web::listing::{PAGE_LENGTH, Paging};
use platform::web::{Answer, Form, Query, Shell, Visit};
use serde::Deserialize;

const PATH: &str = "/office/billing/customers";
const COLUMNS: &[&str] = &["name", "balance", "overdue"];

/// The customers of a place.
#[derive(Template)]
#[template(path = "customers.html")]
pub(super) struct CustomersPage {
    shell: Shell,
    form: Form,
    lines: Vec<CustomerLine>,
    paging: Paging,
    filters: Vec<(String, String)>,
    owed: Money,
    overdue: Money,
    narrowed: bool,
}

/// One customer.
#[derive(Debug, Clone)]
struct CustomerLine {
    id: CustomerId,
    name: String,
    professional: bool,
    balance: Money,
    overdue: Money,
    open_charges: i64,
}

/// What the address of the list says.
#[derive(Debug, Clone, Default, Deserialize)]
pub(super) struct CustomersQuery {
    page: Option<String>,
    sort: Option<String>,
    q: Option<String>,
    format: Option<String>,
    owing: Option<String>,
}

pub(super) async fn index(visit: Visit, Query(query): Query<CustomersQuery>) -> Answer {
    let list = list_query(&query.page, &query.sort, &query.q, &query.format);
    let today = visit.today();
    let all = visit
        .read(move |tx, actor| {
            let rows = customers::balances(tx, actor.place, today)?;
            let known: Vec<CustomerRow> = rows.iter().map(BalanceRow::customer).collect();
            let directory = Directory::of(tx, actor.place, &known, [])?;
            Ok::<_, Fault>(rows.iter().map(|row| line(row, &directory)).collect::<Vec<_>>())
        })
        .await?;
    let owing = query.owing.as_deref().unwrap_or_default();
    let wanted = fold(list.text());
    let mut lines: Vec<CustomerLine> = all
        .into_iter()
        .filter(|line| wanted.is_empty() || fold(&line.name).contains(&wanted))
        .filter(|line| match owing {
            "owing" => line.balance.is_positive(),
            "overdue" => line.overdue.is_positive(),
            "credit" => line.balance.is_negative(),
            _ => true,
        })
        .collect();
    sort(&mut lines, &order(&list, COLUMNS));
    if list.wants_csv() {
        return file(&visit, &lines);
    }
    let total = i64::try_from(lines.len()).unwrap_or(i64::MAX);
    let (owed, overdue) = (
        lines.iter().map(|line| line.balance).sum(),
        lines.iter().map(|line| line.overdue).sum(),
    );
    let (skip, take) = (usize::try_from(list.offset()), usize::try_from(PAGE_LENGTH));
    let page = CustomersPage {
        shell: visit.shell("billing-customers-title"),
        form: Form::blank(&visit).with("q", list.text()).with("owing", owing),
        lines: lines
            .into_iter()
            .skip(skip.unwrap_or_default())
            .take(take.unwrap_or_default())
            .collect(),
        paging: Paging::new(&list, total, PATH).keeping("owing", owing),
        filters: filters(&visit),
        owed,
        overdue,
        narrowed: !wanted.is_empty() || !owing.is_empty(),
    };
    visit.page(&page)
}

fn line(row: &BalanceRow, directory: &Directory) -> CustomerLine {
    CustomerLine {
        id: row.id,
        name: directory.name(&row.customer()),
        professional: row.organisation_id.is_some(),
        balance: row.invoiced - row.paid,
        overdue: row.overdue,
        open_charges: row.open_charges,
    }
}

fn sort(lines: &mut [CustomerLine], order: &str) {
    let (column, descending) = order
        .strip_prefix('-')
        .map_or((order, false), |column| (column, true));
    match column {
        "balance" => lines.sort_by_key(|line| line.balance),
        "overdue" => lines.sort_by_key(|line| line.overdue),
        _ => lines.sort_by_cached_key(|line| fold(&line.name)),
    }
    if descending {
        lines.reverse();
    }
}

fn filters(visit: &Visit) -> Vec<(String, String)> {
    [
        ("", "billing-filter-all-customers"),
        ("owing", "billing-filter-owing"),
        ("overdue", "billing-filter-overdue"),
        ("credit", "billing-filter-credit"),
    ]
    .map(|(value, key)| (value.to_owned(), visit.text(key)))
    .to_vec()
}

fn file(visit: &Visit, lines: &[CustomerLine]) -> Answer {
    let heads = [
        "billing-customer",
        "billing-balance",
        "billing-overdue",
        "billing-open-charges",
    ];
    let heads = heads.map(|key| visit.text(key));
    let rows: Vec<Vec<String>> = lines
        .iter()
        .map(|line| {
            let money = |amount: Money| amount.field(visit.locale);
            vec![
                line.name.clone(),
                money(line.balance),
                money(line.overdue),
                line.open_charges.to_string(),
            ]
        })
        .collect();
    let name = visit.text("billing-customers-file");
    visit.download(&name, "text/csv; charset=utf-8", write_csv(&heads, &rows))
}
