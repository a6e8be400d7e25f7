//! A QR code as a drawing.

use askama::filters::Safe;
use qrcode::{Color, EcLevel, QrCode};
use std::fmt::Write;

/// Squares left white on each side, as ISO/IEC 18004 wants.
const QUIET: usize = 4;

/// The drawing of a text, black on white whatever the page; `label` says what it is for who does not see it. Nothing for a text too long.
#[must_use]
pub fn drawing(text: &str, label: &str) -> Safe<String> {
    let Ok(code) = QrCode::with_error_correction_level(text, EcLevel::M) else {
        return Safe(String::new());
    };
    let (width, colours) = (code.width(), code.to_colors());
    let side = width.saturating_add(QUIET * 2);
    let mut path = String::new();
    for (at, colour) in colours.iter().enumerate() {
        if *colour == Color::Dark {
            let (x, y) = (at % width + QUIET, at / width + QUIET);
            // A text takes everything.
            let _ = write!(path, "M{x} {y}h1v1h-1z");
        }
    }
    let label = askama::filters::escape(label, askama::filters::Html).map(|safe| safe.to_string());
    let label = label.unwrap_or_default();
    Safe(format!(
        r##"<svg class="qr" viewBox="0 0 {side} {side}" role="img" aria-label="{label}" shape-rendering="crispEdges"><rect width="{side}" height="{side}" fill="#fff"/><path fill="#000" d="{path}"/></svg>"##
    ))
}
