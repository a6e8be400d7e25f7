//! Names of keys and what the keyboard sends for them.

use serde_json::{Value, json};

/// The press and the release of `name`: a key (`Enter`, `ArrowDown`, `/`, `a`), with modifiers before it
/// (`Control+k`, `Shift+Tab`).
pub(super) fn press(name: &str) -> [Value; 2] {
    let (held, key) = match name.rsplit_once('+') {
        Some((held, key)) if !key.is_empty() => (held, key),
        _ => ("", name),
    };
    let modifiers: u32 = held.split('+').map(modifier).sum();
    let (code, number, text) = describe(key);
    // A key held with Control or Meta is a command: it writes nothing.
    let text = if modifiers & 6 == 0 { text } else { String::new() };
    let kind = if text.is_empty() { "rawKeyDown" } else { "keyDown" };
    let common = json!({
        "key": key, "code": code, "windowsVirtualKeyCode": number, "modifiers": modifiers,
    });
    let mut down = common.clone();
    let mut up = common;
    down["type"] = json!(kind);
    down["text"] = json!(text);
    up["type"] = json!("keyUp");
    [down, up]
}

fn modifier(name: &str) -> u32 {
    match name {
        "" => 0,
        "Alt" => 1,
        "Control" => 2,
        "Meta" => 4,
        "Shift" => 8,
        other => panic!("no modifier is called {other}"),
    }
}

/// Code of the key, its Windows number (what pages still read as `keyCode`) and the text it writes.
fn describe(key: &str) -> (String, u32, String) {
    let named = match key {
        "Enter" => Some((13, "\r")),
        "Tab" => Some((9, "")),
        "Escape" => Some((27, "")),
        "Backspace" => Some((8, "")),
        "Delete" => Some((46, "")),
        "Home" => Some((36, "")),
        "End" => Some((35, "")),
        "PageUp" => Some((33, "")),
        "PageDown" => Some((34, "")),
        "ArrowLeft" => Some((37, "")),
        "ArrowUp" => Some((38, "")),
        "ArrowRight" => Some((39, "")),
        "ArrowDown" => Some((40, "")),
        "Space" | " " => return ("Space".to_owned(), 32, " ".to_owned()),
        _ => None,
    };
    if let Some((number, text)) = named {
        return (key.to_owned(), number, text.to_owned());
    }
    let mut characters = key.chars();
    let (Some(character), None) = (characters.next(), characters.next()) else {
        panic!("no key is called {key}");
    };
    let upper = character.to_ascii_uppercase();
    let code = match upper {
        'A'..='Z' => format!("Key{upper}"),
        '0'..='9' => format!("Digit{upper}"),
        '/' => "Slash".to_owned(),
        _ => String::new(),
    };
    let number = if upper.is_ascii_alphanumeric() {
        u32::from(upper)
    } else {
        0
    };
    (code, number, character.to_string())
}
