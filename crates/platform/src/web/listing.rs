//! Lists: which page of it, in which order, and the same list as a file for a spreadsheet.

use serde::Deserialize;

/// How many lines a page of a list holds.
pub const PAGE_LENGTH: i64 = 50;

/// What a list's address says: page, order, search, format.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct ListQuery {
    /// Page, from 1.
    pub page: Option<i64>,
    /// Column to sort by, with a leading minus for descending.
    pub sort: Option<String>,
    /// Text searched.
    pub q: Option<String>,
    /// "csv" for a file.
    pub format: Option<String>,
}

impl ListQuery {
    /// Whether a file is wanted.
    pub fn wants_csv(&self) -> bool {
        self.format.as_deref() == Some("csv")
    }

    /// The text searched, trimmed.
    pub fn text(&self) -> &str {
        self.q.as_deref().unwrap_or_default().trim()
    }

    /// The page asked for, at least 1.
    pub fn page(&self) -> i64 {
        self.page.unwrap_or(1).clamp(1, 1_000_000)
    }

    /// How many lines come before this page.
    pub fn offset(&self) -> i64 {
        (self.page() - 1) * PAGE_LENGTH
    }

    /// The order: one of the columns the list knows, else the first.
    pub fn order<'a>(&self, known: &[&'a str]) -> Sort<'a> {
        let asked = self.sort.as_deref().unwrap_or_default();
        let (name, descending) = asked
            .strip_prefix('-')
            .map_or((asked, false), |name| (name, true));
        let found = known.iter().find(|column| **column == name);
        Sort {
            column: found.or(known.first()).copied().unwrap_or_default(),
            descending: found.is_some() && descending,
        }
    }
}

/// The order of a list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Sort<'a> {
    /// The column.
    pub column: &'a str,
    /// From the last to the first.
    pub descending: bool,
}

/// The foot of a list: where one is and how to go on.
#[derive(Clone, Debug)]
pub struct Paging {
    page: i64,
    pages: i64,
    total: i64,
    path: String,
    query: Vec<(String, String)>,
}

impl Paging {
    /// The paging of a list of `total` lines, at `path` with its other parameters kept.
    pub fn new(query: &ListQuery, total: i64, path: &str) -> Self {
        let mut kept = Vec::new();
        if !query.text().is_empty() {
            kept.push(("q".to_owned(), query.text().to_owned()));
        }
        if let Some(sort) = &query.sort {
            kept.push(("sort".to_owned(), sort.clone()));
        }
        let pages = ((total + PAGE_LENGTH - 1) / PAGE_LENGTH).max(1);
        Self {
            page: query.page().min(pages),
            pages,
            total,
            path: path.to_owned(),
            query: kept,
        }
    }

    /// Keeps one more parameter in the links (a filter).
    #[must_use]
    pub fn keeping(mut self, name: &str, value: &str) -> Self {
        if !value.is_empty() {
            self.query.push((name.to_owned(), value.to_owned()));
        }
        self
    }

    /// The page shown, from 1.
    pub fn number(&self) -> i64 {
        self.page
    }

    /// How many pages there are, at least 1.
    pub fn count(&self) -> i64 {
        self.pages
    }

    /// How many lines in all.
    pub fn total(&self) -> i64 {
        self.total
    }

    /// The address of the page before, when there is one.
    pub fn previous(&self) -> Option<String> {
        (self.page > 1).then(|| self.address(&[("page", (self.page - 1).to_string())]))
    }

    /// The address of the page after, when there is one.
    pub fn next(&self) -> Option<String> {
        (self.page < self.pages).then(|| self.address(&[("page", (self.page + 1).to_string())]))
    }

    /// The address of this list sorted by a column; sorted so already, the other way round.
    pub fn href(&self, column: &str) -> String {
        let current = self
            .query
            .iter()
            .find(|(name, _)| name == "sort")
            .map_or("", |(_, value)| value.as_str());
        let next = if current == column {
            format!("-{column}")
        } else {
            column.to_owned()
        };
        self.address(&[("sort", next)])
    }

    /// "ascending", "descending" or "none", for `aria-sort`.
    pub fn direction(&self, column: &str) -> &'static str {
        match self
            .query
            .iter()
            .find(|(name, _)| name == "sort")
            .map(|(_, value)| value.as_str())
        {
            Some(value) if value == column => "ascending",
            Some(value) if value.strip_prefix('-') == Some(column) => "descending",
            _ => "none",
        }
    }

    /// The address of the whole list as a file.
    pub fn csv_href(&self) -> String {
        self.address(&[("format", "csv".to_owned())])
    }

    fn address(&self, change: &[(&str, String)]) -> String {
        let mut pairs: Vec<(&str, &str)> = self
            .query
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .filter(|(name, _)| change.iter().all(|(changed, _)| changed != name))
            .collect();
        pairs.extend(change.iter().map(|(name, value)| (*name, value.as_str())));
        format!(
            "{}?{}",
            self.path,
            serde_urlencoded::to_string(&pairs).unwrap_or_default()
        )
    }
}
