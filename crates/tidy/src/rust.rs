//! Reading Rust without understanding it: code apart from texts and comments, and where functions begin and end.

/// A text in the code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Literal {
    pub(crate) line: usize,
    pub(crate) text: String,
}

/// A function with a body.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Function {
    pub(crate) name: String,
    pub(crate) line: usize,
    pub(crate) lines: usize,
}

/// A Rust file taken apart.
#[derive(Clone, Debug, Default)]
pub(crate) struct Rust {
    /// The code, with comments and the content of texts left out; line for line as in the file.
    pub(crate) code: String,
    pub(crate) literals: Vec<Literal>,
    pub(crate) comments: Vec<Literal>,
    line: usize,
}

impl Rust {
    pub(crate) fn read(text: &str) -> Rust {
        let mut read = Rust {
            line: 1,
            ..Rust::default()
        };
        let mut rest = text;
        while let Some(first) = rest.chars().next() {
            let length = read.piece(rest).unwrap_or_else(|| {
                read.push(first);
                first.len_utf8()
            });
            rest = rest.split_at(length).1;
        }
        read
    }

    /// Takes a comment or a text that begins here, and says how long it is.
    fn piece(&mut self, rest: &str) -> Option<usize> {
        if rest.starts_with("//") {
            let length = rest.find('\n').unwrap_or(rest.len());
            return Some(self.comment(rest, length));
        }
        if rest.starts_with("/*") {
            return Some(self.comment(rest, block_comment(rest)));
        }
        if let Some((before, content, length)) = self.literal(rest) {
            let line = self.line;
            let text = content.to_owned();
            self.code.push('"');
            self.skip(rest.split_at(length).0);
            self.code.push('"');
            self.literals.push(Literal { line, text });
            return Some(before.max(length));
        }
        let length = character(rest)?;
        self.code.push_str("' '");
        Some(length)
    }

    fn literal<'text>(&self, rest: &'text str) -> Option<(usize, &'text str, usize)> {
        if let Some(inside) = rest.strip_prefix('"') {
            let end = closing_quote(inside);
            return Some((0, inside.split_at(end).0, (end + 2).min(rest.len())));
        }
        let after_word = self
            .code
            .ends_with(|last: char| last.is_alphanumeric() || last == '_');
        let marked = rest.strip_prefix("br").or_else(|| rest.strip_prefix('r'))?;
        let inside = marked.trim_start_matches('#');
        if after_word || !inside.starts_with('"') {
            return None;
        }
        let hashes = marked.len() - inside.len();
        let close = format!("\"{}", "#".repeat(hashes));
        let content = inside.strip_prefix('"')?;
        let end = content.find(&close)?;
        let length = rest.len() - content.len() + end + close.len();
        Some((0, content.split_at(end).0, length))
    }

    fn comment(&mut self, rest: &str, length: usize) -> usize {
        let (comment, _) = rest.split_at(length);
        for (after, text) in comment.lines().enumerate() {
            let line = self.line + after;
            self.comments.push(Literal {
                line,
                text: text.to_owned(),
            });
        }
        self.skip(comment);
        length
    }

    /// Leaves a text out of the code, but for its line breaks.
    fn skip(&mut self, text: &str) {
        text.chars()
            .filter(|each| *each == '\n')
            .for_each(|each| self.push(each));
    }

    fn push(&mut self, character: char) {
        if character == '\n' {
            self.line += 1;
        }
        self.code.push(character);
    }

    /// Every function that has a name and a body, in the order of the file.
    pub(crate) fn functions(&self) -> Vec<Function> {
        let mut found = Vec::new();
        for (at, _) in self.code.match_indices("fn ") {
            let (before, rest) = self.code.split_at(at);
            if before.ends_with(|last: char| last.is_alphanumeric() || last == '_') {
                continue;
            }
            let name: String = rest
                .chars()
                .skip(3)
                .take_while(|each| each.is_alphanumeric() || *each == '_')
                .collect();
            if let (false, Some(body)) = (name.is_empty(), body_end(rest)) {
                let lines = rest.split_at(body).0.lines().count();
                let line = before.matches('\n').count() + 1;
                found.push(Function { name, line, lines });
            }
        }
        found
    }

    /// First and last lines of the modules that only serve tests.
    pub(crate) fn test_lines(&self) -> Vec<(usize, usize)> {
        let spans = self.code.match_indices("#[cfg(test)]").filter_map(|(at, _)| {
            let (before, rest) = self.code.split_at(at);
            let first = before.matches('\n').count() + 1;
            let (whole, _) = rest.split_at(body_end(rest)?);
            Some((first, first + whole.matches('\n').count()))
        });
        spans.collect()
    }

    /// The texts outside the modules that only serve tests.
    pub(crate) fn working_literals(&self) -> Vec<&Literal> {
        let tests = self.test_lines();
        let works = |line| !tests.iter().any(|(first, last)| (*first..=*last).contains(&line));
        self.literals
            .iter()
            .filter(|literal| works(literal.line))
            .collect()
    }
}

/// Length up to and with the brace that closes the first body, unless a `;` ends the item before.
fn body_end(rest: &str) -> Option<usize> {
    let (mut round, mut braces) = (0_i32, 0_i32);
    for (at, each) in rest.char_indices() {
        match each {
            '(' | '[' => round += 1,
            ')' | ']' => round -= 1,
            ';' if braces == 0 && round == 0 => return None,
            '{' => braces += 1,
            '}' => {
                braces -= 1;
                if braces == 0 {
                    return Some(at + 1);
                }
            }
            _ => {}
        }
    }
    None
}

fn block_comment(rest: &str) -> usize {
    let mut depth = 0_u32;
    let mut at = 0;
    loop {
        let (_, here) = rest.split_at(at);
        let Some(first) = here.chars().next() else {
            return rest.len();
        };
        if here.starts_with("/*") {
            depth += 1;
            at += 2;
        } else if here.starts_with("*/") {
            depth -= 1;
            at += 2;
            if depth == 0 {
                return at;
            }
        } else {
            at += first.len_utf8();
        }
    }
}

/// Where the quote that ends a text stands, past every escaped one.
fn closing_quote(inside: &str) -> usize {
    let mut escaped = false;
    for (at, each) in inside.char_indices() {
        match each {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => return at,
            _ => {}
        }
    }
    inside.len()
}

/// Length of a character between quotes; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let inside = rest.strip_prefix('\'')?;
    let first = inside.chars().next()?;
    if first == '\\' {
        let (_, after) = inside.split_at_checked(2)?;
        return Some(after.find('\'')? + 4);
    }
    let length = first.len_utf8();
    inside.split_at(length).1.starts_with('\'').then_some(length + 2)
}

#[cfg(test)]
mod tests;
