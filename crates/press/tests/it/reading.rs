//! Reads a PDF back with a program that did not write it.

use hayro_interpret::font::Glyph;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::hayro_syntax::Pdf;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache, InterpreterSettings, Paint,
    PathDrawMode, SoftMask, interpret_page,
};
use kurbo::{Affine, BezPath, Point, Rect};

/// The text of each page, line by line from the top; ` | ` where a wide gap parts two texts of a
/// line. No-break spaces are read as spaces.
pub fn pages(pdf: &[u8]) -> Vec<String> {
    drawn(pdf).iter().map(|glyphs| lines(glyphs)).collect()
}

/// The whole text.
pub fn text(pdf: &[u8]) -> String {
    let pages = pages(pdf);
    let total = pages.len();
    let page = |(position, page)| format!("— page {} / {total} —\n{page}", position + 1);
    pages.iter().enumerate().map(page).collect::<Vec<_>>().join("\n")
}

/// How far right the last glyph of the document begins, in points.
pub fn right_edge(pdf: &[u8]) -> f64 {
    drawn(pdf)
        .iter()
        .flatten()
        .map(|glyph| glyph.at.x)
        .fold(0.0, f64::max)
}

/// A text as drawn on a page, `at` points from its top left corner.
struct Drawn {
    text: String,
    at: Point,
    size: f64,
}

#[derive(Default)]
struct Reader {
    glyphs: Vec<Drawn>,
    height: f64,
}

fn drawn(pdf: &[u8]) -> Vec<Vec<Drawn>> {
    let pdf = Pdf::new(pdf.to_vec()).unwrap();
    let cache = InterpreterCache::new();
    let read = |page| {
        let (frame, settings) = (Rect::new(0.0, 0.0, 1.0, 1.0), InterpreterSettings::default());
        let mut context = Context::new(Affine::IDENTITY, frame, &cache, pdf.xref(), settings);
        let page: &hayro_interpret::hayro_syntax::page::Page<'_> = page;
        let height = f64::from(page.render_dimensions().1);
        let mut reader = Reader {
            height,
            ..Reader::default()
        };
        interpret_page(page, &mut context, &mut reader);
        reader.glyphs
    };
    pdf.pages().iter().map(read).collect()
}

fn lines(glyphs: &[Drawn]) -> String {
    let mut lines: Vec<(f64, Vec<&Drawn>)> = Vec::new();
    for glyph in glyphs {
        match lines.iter_mut().find(|(y, _)| (*y - glyph.at.y).abs() < 1.0) {
            Some((_, line)) => line.push(glyph),
            None => lines.push((glyph.at.y, vec![glyph])),
        }
    }
    lines.sort_by(|one, other| one.0.total_cmp(&other.0));
    lines
        .into_iter()
        .map(|(_, line)| joined(line))
        .collect::<Vec<_>>()
        .join("\n")
}

fn joined(mut line: Vec<&Drawn>) -> String {
    line.sort_by(|one, other| one.at.x.total_cmp(&other.at.x));
    let mut text = String::new();
    let mut before: Option<&Drawn> = None;
    for glyph in line {
        if before.is_some_and(|before| glyph.at.x - before.at.x > 1.7 * before.size) {
            text.truncate(text.trim_end().len());
            text.push_str(" | ");
        }
        text.push_str(&glyph.text);
        before = Some(glyph);
    }
    text.trim().replace(['\u{a0}', '\u{202f}'], " ")
}

impl Device<'_> for Reader {
    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'_>,
        transform: Affine,
        glyph_transform: Affine,
        _: &Paint<'_>,
        _: &GlyphDrawMode,
    ) {
        let whole = transform * glyph_transform;
        let origin = whole * Point::ORIGIN;
        // Glyphs are drawn a thousand units to the em.
        let size = (whole * Point::new(1_000.0, 0.0) - origin).hypot();
        let text = match glyph.as_unicode() {
            Some(BfString::Char(c)) => c.to_string(),
            Some(BfString::String(text)) => text,
            None => panic!("a glyph without text"),
        };
        let at = Point::new(origin.x, self.height - origin.y);
        self.glyphs.push(Drawn { text, at, size });
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'_>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn draw_path(&mut self, _: &BezPath, _: Affine, _: &Paint<'_>, _: &PathDrawMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'_>>, _: BlendMode) {}
    fn draw_image(&mut self, _: Image<'_, '_>, _: Affine) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}
