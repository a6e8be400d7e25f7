//! Gives a broken unique constraint its name on SQLite, which only says the columns: a page turns that name
//! into the message at the right field, and must find the same one on both engines.

use std::collections::HashMap;

use rusqlite::Connection;

use super::sql_text::{Token, code, tokens};

/// From `table.column, table.column` to the name of the constraint or index over these columns.
#[derive(Debug, Default)]
pub(super) struct ConstraintNames(HashMap<String, String>);

impl ConstraintNames {
    /// Reads the whole schema of a database.
    pub(super) fn read(connection: &Connection) -> rusqlite::Result<Self> {
        let mut names = HashMap::new();
        let mut statement = connection.prepare(
            "select type, name, tbl_name, sql from sqlite_master where sql is not null order by rowid",
        )?;
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            let kind: String = row.get(0)?;
            let name: String = row.get(1)?;
            let table: String = row.get(2)?;
            let sql: String = row.get(3)?;
            let code = code(&tokens(&sql));
            if kind == "table" {
                for (constraint, columns) in in_table(&table, &code) {
                    names.insert(key(&table, &columns), constraint);
                }
            } else if kind == "index" && code.get(1).is_some_and(|token| token.is_word("unique")) {
                names.insert(key(&table, &first_list(&code)), name);
            }
        }
        Ok(Self(names))
    }

    /// The name behind SQLite's `UNIQUE constraint failed: …`; the columns themselves when nothing is known.
    pub(super) fn name(&self, columns: &str) -> String {
        if let Some(index) = columns.strip_prefix("index '") {
            return index.trim_end_matches('\'').to_owned();
        }
        self.0.get(columns).cloned().unwrap_or_else(|| columns.to_owned())
    }
}

fn key(table: &str, columns: &[&str]) -> String {
    let columns: Vec<String> = columns.iter().map(|column| format!("{table}.{column}")).collect();
    columns.join(", ")
}

/// The unique and primary key constraints of a `create table`, each with its columns.
/// One without a name gets the name that PostgreSQL would give it.
fn in_table<'a>(table: &str, code: &[Token<'a>]) -> Vec<(String, Vec<&'a str>)> {
    items(code)
        .into_iter()
        .filter_map(|item| in_item(table, &item))
        .collect()
}

/// The columns and constraints between the outermost parentheses.
fn items<'a>(code: &[Token<'a>]) -> Vec<Vec<Token<'a>>> {
    let mut items = vec![Vec::new()];
    let mut depth = 0_u32;
    for token in code {
        if token.is_sign(")") {
            depth = depth.saturating_sub(1);
        }
        if depth == 1 && token.is_sign(",") {
            items.push(Vec::new());
        } else if depth >= 1
            && let Some(item) = items.last_mut()
        {
            item.push(*token);
        }
        if token.is_sign("(") {
            depth = depth.saturating_add(1);
        }
    }
    items
}

fn in_item<'a>(table: &str, item: &[Token<'a>]) -> Option<(String, Vec<&'a str>)> {
    let at = item
        .iter()
        .position(|token| token.is_word("unique") || token.is_word("primary"))?;
    let (before, after) = item.split_at(at);
    let primary = after.first().is_some_and(|token| token.is_word("primary"));
    let named = match before {
        [.., keyword, name] if keyword.is_word("constraint") => Some(name.text().to_owned()),
        _ => None,
    };
    let of_column = before.first().filter(|token| !token.is_word("constraint"));
    let columns = match of_column {
        Some(column) => vec![column.text()],
        None => first_list(after),
    };
    let name = named.unwrap_or_else(|| {
        if primary {
            format!("{table}_pkey")
        } else {
            format!("{table}_{}_key", columns.join("_"))
        }
    });
    Some((name, columns))
}

/// The names in the first parentheses; sort orders are left out.
fn first_list<'a>(code: &[Token<'a>]) -> Vec<&'a str> {
    code.iter()
        .skip_while(|token| !token.is_sign("("))
        .skip(1)
        .take_while(|token| !token.is_sign(")"))
        .filter(|token| matches!(token, Token::Word(_)) && !token.is_word("asc") && !token.is_word("desc"))
        .map(|token| token.text())
        .collect()
}
