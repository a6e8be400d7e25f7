//! Reading SQL without understanding it: words and signs, without comments and quoted texts.

/// One word or sign of a statement, in lower case.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Word {
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// The words and signs of a text, in order.
pub(crate) fn words(sql: &str) -> Vec<Word> {
    let mut found = Vec::new();
    for (before, line) in without_quotes(sql).lines().enumerate() {
        let code = line.split("--").next().unwrap_or_default();
        let mut word = String::new();
        for each in code.chars().chain([' ']) {
            if each.is_alphanumeric() || matches!(each, '_' | '.' | '$') {
                word.extend(each.to_lowercase());
                continue;
            }
            if !word.is_empty() {
                let text = std::mem::take(&mut word);
                found.push(Word {
                    line: before + 1,
                    text,
                });
            }
            if !each.is_whitespace() {
                found.push(Word {
                    line: before + 1,
                    text: each.to_string(),
                });
            }
        }
    }
    found
}

/// Quoted texts emptied, comments kept for the caller to cut.
fn without_quotes(sql: &str) -> String {
    let mut kept = String::new();
    for line in sql.split_inclusive('\n') {
        let (code, comment) = line.find("--").map_or((line, ""), |at| line.split_at(at));
        let parts: Vec<&str> = code.split('\'').collect();
        let outside = parts.iter().step_by(2).copied().collect::<Vec<_>>().join("''");
        kept.push_str(&outside);
        if !outside.ends_with('\n') && comment.is_empty() && line.ends_with('\n') {
            kept.push('\n');
        }
        kept.push_str(comment);
    }
    kept
}

/// Whether a text of the program is a statement for the database.
pub(crate) fn is_sql(text: &str) -> bool {
    let words = words(text);
    let has = |wanted: &str| words.iter().any(|word| word.text == wanted);
    let mut start = words.iter().map(|word| word.text.as_str());
    match (start.next(), start.next()) {
        (Some("select"), _) => has("from"),
        (Some("insert"), Some("into")) | (Some("delete"), Some("from")) => true,
        (Some("update"), _) => has("set"),
        (Some("with"), _) => has("as") && has("select"),
        (Some("create" | "drop" | "alter"), Some(what)) => {
            matches!(what, "table" | "index" | "unique" | "view")
        }
        _ => false,
    }
}

/// The tables that a statement reads or writes, with their lines.
pub(crate) fn tables(words: &[Word]) -> Vec<&Word> {
    let text = |at: Option<usize>| {
        at.and_then(|at| words.get(at))
            .map_or("", |word| word.text.as_str())
    };
    let named: Vec<&str> = words
        .windows(3)
        .filter_map(|three| match three {
            [name, is, open] if is.text == "as" && open.text == "(" => Some(name.text.as_str()),
            _ => None,
        })
        .collect();
    let mut found = Vec::new();
    for (at, word) in words.iter().enumerate() {
        let before = text(at.checked_sub(1));
        let names = match word.text.as_str() {
            "from" => before != "distinct",
            "join" | "into" => true,
            "update" => before != "for" && text(Some(at + 1)) != "set",
            _ => false,
        };
        let next = words.get(at + 1).filter(|next| names && next.text != "(");
        found.extend(next.filter(|next| !named.contains(&next.text.as_str())));
    }
    found
}

#[cfg(test)]
mod tests;
