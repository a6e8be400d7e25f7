//! A plan as it is shown: rectangles with their words, in the numbers that a drawing needs.

use crate::rules::{Area, Plan, Shape, Told, letter_size, offered, told};
use kernel::{Instant, Zone};
use platform::web::Shell;
use spaces::{ResourceId, Standing};
use std::collections::{BTreeMap, BTreeSet};

/// Units of the drawing for one unit of the grid.
pub(super) const UNIT: i64 = 40;

/// A level, drawn.
pub(super) struct Level {
    pub(super) id: String,
    pub(super) name: String,
    pub(super) wide: i64,
    pub(super) high: i64,
    pub(super) picture: Option<String>,
    pub(super) boxes: Vec<Drawn>,
    /// Its spaces, each once, in the order of the place.
    pub(super) spaces: Vec<Line>,
}

/// A rectangle, in units of the drawing.
pub(super) struct Drawn {
    pub(super) x: i64,
    pub(super) y: i64,
    pub(super) wide: i64,
    pub(super) high: i64,
    pub(super) name: String,
    /// How high its letters are.
    pub(super) letters: i64,
    /// The space, when it is one.
    pub(super) line: Option<Line>,
    /// Where its words stand.
    pub(super) middle: i64,
    pub(super) first: i64,
    pub(super) second: i64,
    pub(super) small: i64,
    /// Its second line, as far as it fits; empty when none does.
    pub(super) note: String,
}

/// A space and how it stands.
#[derive(Clone)]
pub(super) struct Line {
    pub(super) name: String,
    /// `free`, `busy`, `closed` or `let`.
    pub(super) state: &'static str,
    /// The kind of badge that says so.
    pub(super) badge: &'static str,
    /// "Libre", "Occupé".
    pub(super) word: String,
    /// "jusqu’à 14 h", "9 places sur 14"; may be empty.
    pub(super) until: String,
    /// Whether it has several units.
    pub(super) pool: bool,
    /// How many people it holds.
    pub(super) seats: String,
    /// Its form at that time; none for who may not book.
    pub(super) href: Option<String>,
    /// All of it in one sentence, for who does not see the drawing.
    pub(super) sentence: String,
}

/// What plans are drawn from.
pub(super) struct Pencil<'a> {
    pub(super) shell: &'a Shell,
    pub(super) zone: &'a Zone,
    pub(super) at: Instant,
    pub(super) may_book: bool,
    pub(super) standings: &'a [Standing],
}

impl Pencil<'_> {
    /// Every plan, and the spaces that stand on none.
    pub(super) fn draw(&self, plans: &[Plan]) -> (Vec<Level>, Vec<Line>) {
        let lines: BTreeMap<ResourceId, Line> = self
            .standings
            .iter()
            .map(|standing| (standing.resource.id, self.line(standing)))
            .collect();
        let levels: Vec<Level> = plans.iter().map(|plan| self.level(plan, &lines)).collect();
        let drawn: BTreeSet<ResourceId> = plans
            .iter()
            .flat_map(|plan| plan.drawing.shapes.iter().filter_map(|shape| shape.resource))
            .collect();
        let rest = self
            .standings
            .iter()
            .filter(|standing| !drawn.contains(&standing.resource.id))
            .filter_map(|standing| lines.get(&standing.resource.id).cloned());
        (levels, rest.collect())
    }

    fn level(&self, plan: &Plan, lines: &BTreeMap<ResourceId, Line>) -> Level {
        let drawing = &plan.drawing;
        let here: BTreeSet<ResourceId> = drawing.shapes.iter().filter_map(|shape| shape.resource).collect();
        let spaces = self
            .standings
            .iter()
            .filter(|standing| here.contains(&standing.resource.id))
            .filter_map(|standing| lines.get(&standing.resource.id).cloned());
        Level {
            id: plan.id.to_string(),
            name: drawing.name.to_string(),
            wide: drawing.size.wide * UNIT,
            high: drawing.size.high * UNIT,
            picture: picture_of(plan),
            boxes: drawing
                .shapes
                .iter()
                .filter_map(|shape| boxed(shape, lines))
                .collect(),
            spaces: spaces.collect(),
        }
    }

    fn line(&self, standing: &Standing) -> Line {
        let shell = self.shell;
        let facts = &standing.resource.facts;
        let midnight = self.zone.day_bounds(self.zone.day_of(self.at)).end();
        let told = told(standing, midnight);
        let word = shell.t(match told.state {
            "free" => "floors-free",
            "busy" => "floors-busy",
            "let" => "floors-let",
            _ => "floors-closed",
        });
        let until = self.until(&told, facts.units);
        let name = facts.name.to_string();
        let seats = shell.t1("floors-seats", "count", facts.capacity);
        let sentence = [name.as_str(), word.as_str(), until.as_str(), seats.as_str()]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect::<Vec<_>>()
            .join(", ");
        Line {
            state: told.state,
            badge: match told.state {
                "free" => "success",
                "busy" => "warning",
                "let" => "info",
                _ => "neutral",
            },
            href: self.href(standing),
            pool: told.left.is_some(),
            name,
            word,
            until,
            seats,
            sentence,
        }
    }

    fn until(&self, told: &Told, units: i64) -> String {
        let time = told.until.map(|until| self.shell.time(&until));
        match (told.left, time) {
            (Some(left), _) => self.shell.t2("floors-units", "left", left, "units", units),
            (None, Some(time)) if told.state == "closed" => self.shell.t1("floors-opens", "time", time),
            (None, Some(time)) => self.shell.t1("floors-until", "time", time),
            (None, None) => String::new(),
        }
    }

    fn href(&self, standing: &Standing) -> Option<String> {
        let hours = offered(standing, self.at).filter(|_| self.may_book && !standing.let_out)?;
        let civil = |instant| {
            let (day, time) = self.zone.local(instant);
            format!("{day}T{time}")
        };
        let (start, end) = (civil(hours.start()), civil(hours.end()));
        let resource = standing.resource.id;
        Some(format!(
            "/bookings/new?resource={resource}&start={start}&end={end}"
        ))
    }
}

/// The address of the picture under a plan; it changes with the picture.
pub(super) fn picture_of(plan: &Plan) -> Option<String> {
    let at = plan.picture_at?;
    Some(format!("/plan/pictures/{}?v={}", plan.id, at.micros()))
}

/// What stands under the name of a space: all that is known where there is room, else one word.
fn note_of(line: Option<&Line>, (wide, high): (i64, i64)) -> String {
    let Some(line) = line.filter(|_| high > 1 && wide > 2) else {
        return String::new();
    };
    let whole = match line.until.as_str() {
        "" => line.word.clone(),
        // Of a pool it is said how many are free: the word adds nothing.
        until if line.pool => until.to_owned(),
        until => format!("{} {until}", line.word),
    };
    // A letter of the second line takes about a quarter of a unit of the grid.
    if i64::try_from(whole.chars().count()).is_ok_and(|letters| letters <= wide * 4 - 2) {
        whole
    } else {
        line.word.clone()
    }
}

/// A shape in units of the drawing. The shape of a space that is let no more is not drawn.
fn boxed(shape: &Shape, lines: &BTreeMap<ResourceId, Line>) -> Option<Drawn> {
    let line = match shape.resource {
        Some(resource) => Some(lines.get(&resource)?.clone()),
        None => None,
    };
    let Area { x, y, wide, high } = shape.area;
    let name = match &line {
        Some(line) if shape.label.is_empty() => line.name.clone(),
        _ => shape.label.clone(),
    };
    // Hundredths of a unit of the grid to units of the drawing.
    let size = letter_size(name.chars().count(), wide * 100 - 30) * UNIT / 100;
    let (middle, centre) = (x * UNIT + wide * UNIT / 2, y * UNIT + high * UNIT / 2);
    let note = note_of(line.as_ref(), (wide, high));
    let roomy = !note.is_empty();
    Some(Drawn {
        x: x * UNIT,
        y: y * UNIT,
        wide: wide * UNIT,
        high: high * UNIT,
        letters: size,
        middle,
        first: if roomy { centre - 2 } else { centre + size / 3 },
        second: centre + size,
        small: size.min(17),
        note,
        name,
        line,
    })
}
