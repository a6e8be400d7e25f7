//! Reads the SQL of migrations and schemas just enough to cut it, translate its types and find names in it.

/// One piece of SQL text. Joining the texts of all tokens gives the text back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Token<'a> {
    /// A keyword, a name, a number.
    Word(&'a str),
    /// `'text'` or `"name"`, with its quotes.
    Quoted(&'a str),
    /// A single sign.
    Sign(&'a str),
    /// White space.
    Space(&'a str),
    /// `-- …` to the end of the line, or `/* … */`.
    Comment(&'a str),
}

impl<'a> Token<'a> {
    pub(super) fn text(self) -> &'a str {
        match self {
            Self::Word(text)
            | Self::Quoted(text)
            | Self::Sign(text)
            | Self::Space(text)
            | Self::Comment(text) => text,
        }
    }

    pub(super) fn is_word(self, word: &str) -> bool {
        matches!(self, Self::Word(text) if text.eq_ignore_ascii_case(word))
    }

    pub(super) fn is_sign(self, sign: &str) -> bool {
        matches!(self, Self::Sign(text) if text == sign)
    }

    fn is_code(self) -> bool {
        !matches!(self, Self::Space(_) | Self::Comment(_))
    }
}

/// Cuts a text into tokens.
pub(super) fn tokens(sql: &str) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut rest = sql;
    while let Some(first) = rest.chars().next() {
        let length = token_length(rest, first);
        let (text, after) = rest.split_at(length);
        found.push(match first {
            _ if text.starts_with("--") || text.starts_with("/*") => Token::Comment(text),
            '\'' | '"' => Token::Quoted(text),
            _ if is_name(first) => Token::Word(text),
            _ if first.is_whitespace() => Token::Space(text),
            _ => Token::Sign(text),
        });
        rest = after;
    }
    found
}

fn is_name(letter: char) -> bool {
    letter.is_alphanumeric() || letter == '_' || letter == '$'
}

fn token_length(rest: &str, first: char) -> usize {
    let until = |stop: fn(char) -> bool| rest.find(stop).unwrap_or(rest.len());
    if rest.starts_with("--") {
        return until(|letter| letter == '\n');
    }
    if rest.starts_with("/*") {
        return rest.find("*/").map_or(rest.len(), |at| at.saturating_add(2));
    }
    if first == '\'' || first == '"' {
        return quoted_length(rest, first);
    }
    if is_name(first) {
        return until(|letter| !is_name(letter));
    }
    if first.is_whitespace() {
        return until(|letter| !letter.is_whitespace());
    }
    first.len_utf8()
}

/// The length of a quoted text; a doubled quote belongs to it.
fn quoted_length(rest: &str, quote: char) -> usize {
    let mut letters = rest.char_indices().skip(1).peekable();
    while let Some((at, letter)) = letters.next() {
        if letter != quote {
            continue;
        }
        if letters.peek().is_some_and(|(_, next)| *next == quote) {
            letters.next();
        } else {
            return at.saturating_add(1);
        }
    }
    rest.len()
}

/// Cuts a script at its semicolons; pieces without code are left out.
pub(super) fn script(sql: &str) -> Vec<Vec<Token<'_>>> {
    tokens(sql)
        .split(|token| token.is_sign(";"))
        .filter(|piece| piece.iter().any(|token| token.is_code()))
        .map(<[Token<'_>]>::to_vec)
        .collect()
}

/// The tokens that matter, without space nor comment.
pub(super) fn code<'a>(statement: &[Token<'a>]) -> Vec<Token<'a>> {
    statement
        .iter()
        .copied()
        .filter(|token| token.is_code())
        .collect()
}

/// True when the statement begins with these words.
pub(super) fn begins_with(statement: &[Token<'_>], words: &[&str]) -> bool {
    let code = code(statement);
    code.len() >= words.len() && code.iter().zip(words).all(|(token, word)| token.is_word(word))
}

/// The same statement for SQLite: its names for the types, strict tables, clustered on their key unless they
/// hold bytes or say `rows are large` in a comment.
pub(super) fn for_sqlite(statement: &[Token<'_>]) -> String {
    let mut text: String = statement
        .iter()
        .map(|token| match token {
            Token::Word(word) if word.eq_ignore_ascii_case("bigint") => "integer",
            Token::Word(word) if word.eq_ignore_ascii_case("bytea") => "blob",
            token => token.text(),
        })
        .collect();
    if begins_with(statement, &["create", "table"]) {
        let large = statement.iter().any(|token| {
            token.is_word("bytea") || matches!(token, Token::Comment(text) if text.contains("rows are large"))
        });
        text.push_str(if large {
            " strict"
        } else {
            " strict, without rowid"
        });
    }
    text
}

/// The same statement for PostgreSQL: text columns compare by code point, as they do on SQLite.
pub(super) fn for_postgres(statement: &[Token<'_>]) -> String {
    let table = begins_with(statement, &["create", "table"]);
    let change = begins_with(statement, &["alter", "table"]);
    let mut depth = 0_u32;
    let mut place = 0_u32;
    let mut out = String::new();
    for token in statement {
        out.push_str(token.text());
        match token {
            Token::Sign("(") => {
                depth = depth.saturating_add(1);
                if depth == 1 {
                    place = 0;
                }
            }
            Token::Sign(")") => depth = depth.saturating_sub(1),
            Token::Sign(",") if depth <= 1 => place = 0,
            Token::Word(word) => {
                if change && word.eq_ignore_ascii_case("column") {
                    place = 0;
                    continue;
                }
                let typed = (table && depth == 1) || (change && depth == 0);
                if typed && place == 1 && word.eq_ignore_ascii_case("text") {
                    out.push_str(" collate \"C\"");
                }
                place = place.saturating_add(1);
            }
            _ => {}
        }
    }
    out
}
