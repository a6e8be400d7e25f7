//! Reading the HTML that the router answers, for tests without a browser.

use std::collections::BTreeMap;
use std::fmt;

use scraper::{ElementRef, Html as Document, Selector};

/// A page as the router sent it.
///
/// Selectors are CSS. Texts come with white space made single. What must be there and is not stops the test with
/// the page's text.
pub struct Html {
    document: Document,
}

impl Html {
    /// Reads a whole document or a part of one.
    pub fn parse(text: &str) -> Html {
        Html {
            document: Document::parse_document(text),
        }
    }

    /// The text of the first such element.
    #[track_caller]
    pub fn text(&self, selector: &str) -> String {
        words(self.get(selector))
    }

    /// The texts of all such elements, in the order of the page.
    #[track_caller]
    pub fn all(&self, selector: &str) -> Vec<String> {
        self.select(selector).into_iter().map(words).collect()
    }

    /// How many such elements there are.
    #[track_caller]
    pub fn count(&self, selector: &str) -> usize {
        self.select(selector).len()
    }

    /// Whether there is such an element.
    #[track_caller]
    pub fn exists(&self, selector: &str) -> bool {
        self.count(selector) > 0
    }

    /// Whether the page says these words somewhere.
    pub fn says(&self, wanted: &str) -> bool {
        let wanted = wanted.split_whitespace().collect::<Vec<_>>().join(" ");
        words(self.document.root_element()).contains(&wanted)
    }

    /// An attribute of the first such element, if it has it.
    #[track_caller]
    pub fn attribute(&self, selector: &str, name: &str) -> Option<String> {
        self.get(selector).attr(name).map(str::to_owned)
    }

    /// An attribute of all such elements that have it: `html.attributes("nav a", "href")`.
    #[track_caller]
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let all = self.select(selector);
        all.into_iter()
            .filter_map(|one| one.attr(name))
            .map(str::to_owned)
            .collect()
    }

    /// The message shown at a field, found as a screen reader does: the field is marked invalid and names the
    /// element that describes it. `None` when the field is not marked.
    #[track_caller]
    pub fn field_error(&self, name: &str) -> Option<String> {
        let field = self.get(&format!("[name=\"{name}\"]"));
        if field.attr("aria-invalid") != Some("true") {
            return None;
        }
        let described = ["aria-errormessage", "aria-describedby"]
            .into_iter()
            .find_map(|by| field.attr(by));
        let Some(ids) = described else {
            panic!("the field {name} is marked invalid but nothing describes why\n{self}");
        };
        let messages = ids
            .split_whitespace()
            .map(|id| self.text(&format!("[id=\"{id}\"]")));
        Some(
            messages
                .filter(|message| !message.is_empty())
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    /// The messages of all fields marked invalid, by the field's name.
    pub fn field_errors(&self) -> BTreeMap<String, String> {
        let marked = self.attributes("[aria-invalid=\"true\"]", "name");
        let told = |name: String| Some((name.clone(), self.field_error(&name)?));
        marked.into_iter().filter_map(told).collect()
    }

    /// The value of a hidden field: `html.hidden("_csrf")`.
    #[track_caller]
    pub fn hidden(&self, name: &str) -> String {
        let selector = format!("input[type=\"hidden\"][name=\"{name}\"]");
        self.attribute(&selector, "value").unwrap_or_default()
    }

    /// What a browser would send for a form sent by its first button: the fields that are filled in, ready to be
    /// changed and posted.
    #[track_caller]
    pub fn form(&self, selector: &str) -> Form {
        Form::read(self.get(selector))
    }

    /// Every form of the page, with the names of all its fields and buttons: those that send nothing as they stand too.
    pub fn forms(&self) -> Vec<(Form, Vec<String>)> {
        let named = Selector::parse("[name]").expect("a selector");
        let forms = self.select("form").into_iter().map(|form| {
            let names = form.select(&named).filter_map(|field| field.attr("name"));
            (Form::read(form), names.map(str::to_owned).collect())
        });
        forms.collect()
    }

    #[track_caller]
    fn get(&self, selector: &str) -> ElementRef<'_> {
        let found = self.select(selector).into_iter().next();
        found.unwrap_or_else(|| panic!("nothing on the page is `{selector}`\n{self}"))
    }

    #[track_caller]
    fn select(&self, selector: &str) -> Vec<ElementRef<'_>> {
        match Selector::parse(selector) {
            Ok(parsed) => self.document.select(&parsed).collect(),
            Err(error) => panic!("`{selector}` is no selector: {error}"),
        }
    }
}

impl fmt::Display for Html {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{}", words(self.document.root_element()))
    }
}

/// A form of a page, as a browser would send it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Form {
    /// Where it is sent.
    pub action: String,
    /// `get` or `post`.
    pub method: String,
    /// Names and values, in the order of the page.
    pub fields: Vec<(String, String)>,
}

impl Form {
    /// A form with nothing in it, sent to `action`.
    pub fn to(action: &str) -> Form {
        Form {
            action: action.to_owned(),
            method: "post".to_owned(),
            fields: Vec::new(),
        }
    }

    fn read(form: ElementRef<'_>) -> Form {
        Form {
            action: form.attr("action").unwrap_or_default().to_owned(),
            method: form.attr("method").unwrap_or("get").to_lowercase(),
            fields: fields(form),
        }
    }

    /// The form as somebody sends it who bends a field to this value, whatever the page allows.
    #[must_use]
    pub fn bent(mut self, name: &str, value: &str) -> Form {
        self.fields.retain(|(own, _)| own != name);
        self.and(name, value)
    }

    /// The form with a field filled in; a field that is not on the page is refused.
    #[must_use]
    #[track_caller]
    pub fn with(mut self, name: &str, value: &str) -> Form {
        let field = self.fields.iter_mut().find(|(own, _)| own == name);
        let Some(field) = field else {
            panic!(
                "the form to {} has no field {name}, but {:?}",
                self.action, self.fields
            );
        };
        value.clone_into(&mut field.1);
        self
    }

    /// The form with a field the page does not show, as somebody with bad intentions (or a box ticked) sends it.
    #[must_use]
    pub fn and(mut self, name: &str, value: &str) -> Form {
        self.fields.push((name.to_owned(), value.to_owned()));
        self
    }

    /// The body that a browser sends (`application/x-www-form-urlencoded`).
    pub fn body(&self) -> String {
        let pair = |(name, value): &(String, String)| format!("{}={}", encode(name), encode(value));
        self.fields.iter().map(pair).collect::<Vec<_>>().join("&")
    }
}

fn fields(form: ElementRef<'_>) -> Vec<(String, String)> {
    let selector = Selector::parse("input[name], select[name], textarea[name]").expect("a selector");
    let filled = form
        .select(&selector)
        .filter(|field| field.attr("disabled").is_none());
    filled
        .filter_map(|field| Some((field.attr("name")?.to_owned(), value(field)?)))
        .collect()
}

/// What a field sends, or `None` when it sends nothing.
fn value(field: ElementRef<'_>) -> Option<String> {
    let own = || field.attr("value").unwrap_or_default().to_owned();
    match (field.value().name(), field.attr("type").unwrap_or("text")) {
        ("select", _) => chosen(field),
        // A browser drops the line break that follows the opening tag.
        ("textarea", _) => Some(
            field
                .text()
                .collect::<String>()
                .trim_start_matches('\n')
                .to_owned(),
        ),
        (_, "checkbox" | "radio") => {
            let ticked = field.attr("checked").is_some();
            ticked.then(|| field.attr("value").unwrap_or("on").to_owned())
        }
        (_, "submit" | "button" | "image" | "reset" | "file") => None,
        _ => Some(own()),
    }
}

fn chosen(list: ElementRef<'_>) -> Option<String> {
    let selector = Selector::parse("option").expect("a selector");
    let options: Vec<_> = list.select(&selector).collect();
    let picked = options
        .iter()
        .find(|option| option.attr("selected").is_some())
        .or(options.first())?;
    Some(picked.attr("value").map_or_else(|| words(*picked), str::to_owned))
}

fn words(element: ElementRef<'_>) -> String {
    element
        .text()
        .flat_map(str::split_whitespace)
        .collect::<Vec<_>>()
        .join(" ")
}

fn encode(text: &str) -> String {
    let byte = |byte: u8| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => char::from(byte).to_string(),
        b' ' => "+".to_owned(),
        _ => format!("%{byte:02X}"),
    };
    text.bytes().map(byte).collect()
}

#[cfg(test)]
mod tests;
