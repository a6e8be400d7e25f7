//! The typefaces, and what they can print.

use serde_json::Value;
use typst::foundations::Bytes;
use typst::text::{Font, FontBook};

/// Text and figures in Atkinson Hyperlegible Next, titles in Bricolage Grotesque, and Noto Sans
/// for the letters those lack (Greek, Cyrillic, Vietnamese). Licences lie beside the files.
static FACES: [&[u8]; 4] = [
    include_bytes!("../fonts/AtkinsonHyperlegibleNext_400Regular.ttf"),
    include_bytes!("../fonts/AtkinsonHyperlegibleNext_600SemiBold.ttf"),
    include_bytes!("../fonts/BricolageGrotesque_600SemiBold.ttf"),
    include_bytes!("../fonts/NotoSans_400Regular.ttf"),
];

/// Stands for a character that no typeface of ours has: an archive (PDF/A) may not hold a
/// character without a shape.
const UNPRINTABLE: char = '\u{fffd}';

/// The longest word left whole, in letters.
const LONGEST_WORD: usize = 26;
/// Between two places where a longer one may break.
const BREAK_EVERY: usize = 6;
/// Has no width: a line may end there.
const BREAK_HERE: char = '\u{200b}';

pub(crate) struct Fonts(Vec<Font>);

impl Fonts {
    pub(crate) fn new() -> Self {
        Self(
            FACES
                .into_iter()
                .flat_map(|face| Font::iter(Bytes::new(face)))
                .collect(),
        )
    }

    pub(crate) fn book(&self) -> FontBook {
        FontBook::from_fonts(&self.0)
    }

    pub(crate) fn get(&self, index: usize) -> Option<Font> {
        self.0.get(index).cloned()
    }

    /// Goes through every text of the content and replaces what cannot be printed.
    pub(crate) fn make_printable(&self, value: &mut Value) {
        match value {
            Value::String(text) => {
                *text = breakable(text.chars().filter_map(|c| self.printable(c)));
            }
            Value::Array(items) => items.iter_mut().for_each(|item| self.make_printable(item)),
            Value::Object(fields) => {
                fields.values_mut().for_each(|field| self.make_printable(field));
            }
            _ => {}
        }
    }

    fn printable(&self, c: char) -> Option<char> {
        match c {
            '\n' => Some(c),
            '\u{202f}' => Some('\u{a0}'),
            c if is_invisible(c) => None,
            c if c.is_control() => Some(' '),
            c if self.0.iter().any(|font| font.info().coverage.contains(c.into())) => Some(c),
            _ => Some(UNPRINTABLE),
        }
    }
}

/// Lets a word that could be wider than its column break: every so many letters past a length no
/// word of a language has.
fn breakable(letters: impl Iterator<Item = char>) -> String {
    let mut text = String::new();
    let mut length = 0_usize;
    for letter in letters {
        length = if letter.is_whitespace() { 0 } else { length + 1 };
        if length > LONGEST_WORD && length.is_multiple_of(BREAK_EVERY) {
            text.push(BREAK_HERE);
        }
        text.push(letter);
    }
    text
}

/// Joiners, marks of direction and the like: without a shape of their own, and able to make a
/// line read otherwise than it is written.
fn is_invisible(c: char) -> bool {
    matches!(c,
        '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{2028}'..='\u{202e}' | '\u{2060}'..='\u{206f}'
        | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{e0000}'..='\u{e0fff}')
}
