//! The one layout of every mail.

use crate::failure::Fault;
use crate::place::Place;
use askama::Template;
use kernel::Locale;

#[derive(Template)]
#[template(path = "mail/layout.html")]
struct HtmlLayout<'a> {
    language: &'static str,
    place: &'a str,
    title: &'a str,
    paragraphs: &'a [String],
    button: Option<Button<'a>>,
    brand: Brand,
}

#[derive(Template)]
#[template(path = "mail/layout.txt")]
struct TextLayout<'a> {
    place: &'a str,
    title: &'a str,
    paragraphs: &'a [String],
    button: Option<Button<'a>>,
}

#[derive(Clone, Copy)]
struct Button<'a> {
    label: &'a str,
    address: &'a str,
}

struct Brand {
    background: String,
    text: &'static str,
}

/// Lays out a mail: `(text, html)`. Paragraphs are plain text, their line breaks are kept; `button` is a label and the
/// absolute address it leads to.
///
/// # Errors
/// [`Fault::Internal`] when the layout cannot be filled.
pub fn compose(
    place: &Place,
    locale: Locale,
    title: &str,
    paragraphs: &[String],
    button: Option<(&str, &str)>,
) -> Result<(String, String), Fault> {
    let button = button.map(|(label, address)| Button { label, address });
    let text = TextLayout {
        place: &place.name,
        title,
        paragraphs,
        button,
    };
    let html = HtmlLayout {
        language: locale.code(),
        place: &place.name,
        title,
        paragraphs,
        button,
        brand: Brand::of(&place.brand_colour),
    };
    Ok((
        text.render().map_err(Fault::internal)?,
        html.render().map_err(Fault::internal)?,
    ))
}

impl Brand {
    /// The place's colour with the text that can be read on it; a neutral one when it is not `#rrggbb`.
    fn of(colour: &str) -> Self {
        let Some([red, green, blue]) = components(colour) else {
            return Self {
                background: "#33413b".to_owned(),
                text: "#ffffff",
            };
        };
        // Perceived brightness in thousandths of 255 (W3C, Techniques for Accessibility Evaluation, 2.2).
        let brightness = red * 299 + green * 587 + blue * 114;
        let text = if brightness > 140_000 {
            "#1d1d1b"
        } else {
            "#ffffff"
        };
        Self {
            background: colour.to_owned(),
            text,
        }
    }
}

fn components(colour: &str) -> Option<[u32; 3]> {
    let digits = colour
        .strip_prefix('#')
        .filter(|digits| digits.len() == 6 && digits.is_ascii())?;
    let component = |range| {
        digits
            .get(range)
            .and_then(|pair| u32::from_str_radix(pair, 16).ok())
    };
    Some([component(0..2)?, component(2..4)?, component(4..6)?])
}
