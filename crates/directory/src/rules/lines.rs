//! Skills and links: short lists that people type, one a line or between commas.

use kernel::fold;

kernel::refusals! {
    /// Why a list of skills or links is refused.
    pub enum ListRefused {
        /// More entries than a card holds.
        TooMany {
            /// The most that is kept.
            maximum: usize
        } = "directory-refused-too-many",
        /// An entry longer than a line.
        TooLong {
            /// The entry.
            entry: String,
            /// The most characters.
            maximum: usize
        } = "directory-refused-entry-too-long",
        /// An address that is not one of the web.
        NotALink {
            /// The entry.
            entry: String
        } = "directory-refused-not-a-link",
    }
}

/// The most skills of a card or a notice.
pub const MOST_SKILLS: usize = 12;
/// The most characters of a skill.
pub const LONGEST_SKILL: usize = 40;
/// The most links of a card.
pub const MOST_LINKS: usize = 4;
/// The most characters of a link.
pub const LONGEST_LINK: usize = 200;

/// Reads skills, between commas, semicolons or line breaks; the same one twice counts once, accents and capitals apart.
///
/// # Errors
/// [`ListRefused`] when there are too many, or one is too long.
pub fn skills(text: &str) -> Result<Vec<String>, ListRefused> {
    let mut skills: Vec<String> = Vec::new();
    for entry in text.split([',', ';', '\n', '\r']) {
        let entry: Vec<&str> = entry
            .split(|letter: char| letter.is_whitespace() || letter.is_control())
            .filter(|word| !word.is_empty())
            .collect();
        let entry = entry.join(" ");
        let folded = fold(&entry);
        if folded.is_empty() || skills.iter().any(|known| fold(known) == folded) {
            continue;
        }
        if entry.chars().count() > LONGEST_SKILL {
            return Err(too_long(entry, LONGEST_SKILL));
        }
        skills.push(entry);
    }
    at_most(skills, MOST_SKILLS)
}

/// Reads addresses of the web, one a line; without a scheme, `https://` is meant.
///
/// # Errors
/// [`ListRefused`] when there are too many, or one is too long or no address.
pub fn links(text: &str) -> Result<Vec<String>, ListRefused> {
    let mut links: Vec<String> = Vec::new();
    for entry in text.split_whitespace() {
        let link = if entry.contains("://") {
            entry.to_owned()
        } else {
            format!("https://{entry}")
        };
        if link.chars().count() > LONGEST_LINK {
            return Err(too_long(entry.to_owned(), LONGEST_LINK));
        }
        if !is_of_the_web(&link) {
            return Err(ListRefused::NotALink {
                entry: entry.to_owned(),
            });
        }
        if !links.contains(&link) {
            links.push(link);
        }
    }
    at_most(links, MOST_LINKS)
}

/// A link without what every link begins with, to be read.
pub fn shown(link: &str) -> &str {
    let rest = link.split_once("://").map_or(link, |(_, rest)| rest);
    rest.trim_start_matches("www.").trim_end_matches('/')
}

/// `http` or `https`, a host with a dot between letters and digits, and nothing that is not printed.
fn is_of_the_web(link: &str) -> bool {
    let Some((scheme, rest)) = link.split_once("://") else {
        return false;
    };
    let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let labels: Vec<&str> = host.split('.').collect();
    let label = |label: &&str| {
        !label.is_empty()
            && label
                .chars()
                .all(|letter| letter.is_alphanumeric() || letter == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    };
    matches!(scheme, "http" | "https")
        && labels.len() >= 2
        && labels.iter().all(label)
        && !link
            .chars()
            .any(|letter| letter.is_control() || matches!(letter, '"' | '<' | '>' | '\\'))
}

fn at_most(entries: Vec<String>, maximum: usize) -> Result<Vec<String>, ListRefused> {
    if entries.len() > maximum {
        Err(ListRefused::TooMany { maximum })
    } else {
        Ok(entries)
    }
}

const fn too_long(entry: String, maximum: usize) -> ListRefused {
    ListRefused::TooLong { entry, maximum }
}
