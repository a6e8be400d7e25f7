//! What the place earned (T65): by line and month, as a table and drawn.

use super::occupancy_file::{OccupancyQuery, address, written};
use askama::Template;
use billing::{Family, Product, Revenue};
use kernel::{Day, Days, Id, Money, Month};
use platform::Fault;
use platform::web::{Answer, Form, Query, Shell, Visit};
use std::collections::BTreeMap;

/// The most months looked at.
const MOST_MONTHS: usize = 36;

/// What was charged during some months.
#[derive(Template)]
#[template(path = "revenue.html")]
pub(super) struct RevenuePage {
    shell: Shell,
    form: Form,
    first: Day,
    last: Day,
    months: Vec<Month>,
    families: Vec<FamilyLine>,
    lines: Vec<ProductLine>,
}

/// A family of products, month by month.
struct FamilyLine {
    family: Family,
    months: Vec<Money>,
}

/// A product, month by month.
struct ProductLine {
    name: String,
    family: Family,
    months: Vec<Money>,
    charges: i64,
}

impl FamilyLine {
    fn total(&self) -> Money {
        self.months.iter().copied().sum()
    }

    /// The height of a month's bar, in hundredths of the highest of the family; what was given back is no bar.
    fn height(&self, amount: &Money) -> i64 {
        let most = self.months.iter().map(|one| one.cents()).max().unwrap_or(0);
        let hundredths = amount.cents().saturating_mul(100).checked_div(most.max(0));
        hundredths.unwrap_or(0).max(0)
    }

    fn top(&self, amount: &Money) -> i64 {
        100_i64.saturating_sub(self.height(amount))
    }
}

impl ProductLine {
    fn total(&self) -> Money {
        self.months.iter().copied().sum()
    }
}

impl RevenuePage {
    fn family(&self, family: &Family) -> String {
        self.shell.t1("spaces-revenue-family", "family", family.code())
    }

    fn month(&self, month: &Month) -> String {
        format!("{} {}", self.shell.t(month.message()), month.year())
    }

    /// Where the bar of a month begins.
    fn left(at: &usize) -> usize {
        at.saturating_mul(50)
    }

    fn width(&self) -> usize {
        self.months.len().saturating_mul(50)
    }

    fn total(&self) -> Money {
        self.families.iter().map(FamilyLine::total).sum()
    }

    fn total_told(&self) -> String {
        self.shell.money(&self.total())
    }

    fn family_total(&self, line: &FamilyLine) -> String {
        self.shell.money(&line.total())
    }

    fn line_total(&self, line: &ProductLine) -> String {
        self.shell.money(&line.total())
    }

    /// Of all families, in the month of that number.
    fn sum(&self, at: &usize) -> String {
        let of_month = self
            .families
            .iter()
            .filter_map(|line| line.months.get(*at).copied());
        self.shell.money(&of_month.sum())
    }

    /// Of one family, in the month of that number.
    fn of(&self, line: &FamilyLine, at: &usize) -> String {
        let amount = line.months.get(*at).copied().unwrap_or(Money::ZERO);
        self.shell.money(&amount)
    }

    /// How much of all a line is, in percent.
    fn share(&self, line: &ProductLine) -> String {
        let share = crate::rules::occupancy::Share {
            used: line.total().cents(),
            of: self.total().cents(),
        };
        let percent = share.percent().filter(|_| share.of > 0);
        percent.map_or_else(
            || "–".to_owned(),
            |percent| self.shell.t1("spaces-occupancy-percent", "count", percent),
        )
    }

    fn file(&self, table: &str) -> String {
        address(
            "/office/occupancy/revenue",
            Days::spanning(self.first, self.last),
            table,
        )
    }

    fn table(&self, visit: &Visit, table: &str) -> (Vec<&'static str>, Vec<Vec<String>>) {
        let amount = |amount: Money| amount.field(visit.locale);
        if table == "families" {
            let line = |line: &FamilyLine| {
                let of = self.months.iter().zip(&line.months);
                of.map(|(month, net)| vec![month.to_string(), self.family(&line.family), amount(*net)])
                    .collect::<Vec<_>>()
            };
            let heads = vec![
                "spaces-occupancy-month",
                "spaces-revenue-family-head",
                "spaces-revenue-net",
            ];
            return (heads, self.families.iter().flat_map(line).collect());
        }
        let line = |line: &ProductLine| {
            let of = self.months.iter().zip(&line.months);
            let family = self.family(&line.family);
            of.filter(|(_, net)| !net.is_zero())
                .map(|(month, net)| vec![month.to_string(), line.name.clone(), family.clone(), amount(*net)])
                .collect::<Vec<_>>()
        };
        let heads = vec![
            "spaces-occupancy-month",
            "spaces-revenue-line",
            "spaces-revenue-family-head",
            "spaces-revenue-net",
        ];
        (heads, self.lines.iter().flat_map(line).collect())
    }
}

pub(super) async fn index(visit: Visit, Query(query): Query<OccupancyQuery>) -> Answer {
    let months = months(&query, visit.today());
    let (Some(first), Some(last)) = (months.first().copied(), months.last().copied()) else {
        return Err(Fault::NotFound.into());
    };
    let (earned, products) = visit
        .read(move |tx, actor| {
            let earned = billing::revenue(tx, actor.place, (first, last))?;
            Ok::<_, Fault>((earned, billing::products(tx, actor.place)?))
        })
        .await?;
    let lines = lines(&months, &earned, &products);
    let page = RevenuePage {
        shell: visit.shell("spaces-revenue-title"),
        form: Form::blank(&visit)
            .with("from", first.first())
            .with("until", last.last()),
        first: first.first(),
        last: last.last(),
        families: families(&months, &lines),
        lines,
        months,
    };
    if query.is_file() {
        let (heads, rows) = page.table(&visit, query.table());
        written(&visit, "revenue", &heads, &rows)
    } else {
        visit.page(&page)
    }
}

/// The months asked for, three years at most; the twelve that end with this one when nothing is asked.
fn months(query: &OccupancyQuery, today: Day) -> Vec<Month> {
    let last = query.until().unwrap_or(today).month_of();
    let first = query.from().map_or_else(|| last.plus(-11), Day::month_of);
    let first = first.min(last);
    (0..)
        .map(|at| first.plus(at))
        .take_while(|month| *month <= last)
        .take(MOST_MONTHS)
        .collect()
}

/// Every product that was charged, what brought in most first.
fn lines(months: &[Month], earned: &[Revenue], products: &[Product]) -> Vec<ProductLine> {
    let mut found: BTreeMap<Id<Product>, ProductLine> = BTreeMap::new();
    for one in earned {
        let Some(product) = products.iter().find(|product| product.id == one.product) else {
            continue;
        };
        let line = found.entry(one.product).or_insert_with(|| ProductLine {
            name: product.name.clone(),
            family: product.family,
            months: vec![Money::ZERO; months.len()],
            charges: 0,
        });
        line.charges = line.charges.saturating_add(one.charges);
        let at = months.iter().position(|month| *month == one.month);
        if let Some(sum) = at.and_then(|at| line.months.get_mut(at)) {
            *sum += one.net;
        }
    }
    let mut lines: Vec<ProductLine> = found.into_values().collect();
    lines.sort_by_key(|line| (std::cmp::Reverse(line.total()), line.name.clone()));
    lines
}

/// The families that were charged, each the sum of its lines.
fn families(months: &[Month], lines: &[ProductLine]) -> Vec<FamilyLine> {
    let of = |family: Family| {
        let own: Vec<&ProductLine> = lines.iter().filter(|line| line.family == family).collect();
        let sum = |at: usize| own.iter().filter_map(|line| line.months.get(at).copied()).sum();
        (!own.is_empty()).then(|| FamilyLine {
            family,
            months: (0..months.len()).map(sum).collect(),
        })
    };
    Family::ALL.iter().copied().filter_map(of).collect()
}
