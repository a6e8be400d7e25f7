//! A plan: its size, its shapes, and when a drawing can be kept.

use kernel::{Id, Instant, Name, PersonId};
use spaces::ResourceId;

/// What identifiers of plans are identifiers of.
#[derive(Debug)]
pub enum PlanMark {}

/// The identifier of a plan.
pub type PlanId = Id<PlanMark>;

/// The most shapes on one plan: more cannot be told apart.
pub const MOST_SHAPES: usize = 150;

/// The most plans of a place.
pub(crate) const MOST_PLANS: usize = 40;

/// The most characters of what a shape is called.
const LONGEST_LABEL: usize = 40;

/// The smallest and the largest side of a plan, in units of its grid.
const SIDES: std::ops::RangeInclusive<i64> = 4..=80;

/// How large a plan is, in units of its grid.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Size {
    /// From left to right.
    pub wide: i64,
    /// From top to bottom.
    pub high: i64,
}

/// A rectangle, in units of the grid from the top left corner.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Area {
    /// From the left side.
    pub x: i64,
    /// From the top.
    pub y: i64,
    /// From left to right.
    pub wide: i64,
    /// From top to bottom.
    pub high: i64,
}

/// One rectangle of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shape {
    /// The space it stands for; none for stairs, a kitchen.
    pub resource: Option<ResourceId>,
    /// What is written on it; empty for the name of the space.
    pub label: String,
    /// Where it lies.
    pub area: Area,
}

/// What is drawn of a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Drawing {
    /// What the level is called.
    pub name: Name,
    /// How large it is.
    pub size: Size,
    /// Its place among the plans.
    pub position: i64,
    /// Its rectangles; those that come later lie over those before.
    pub shapes: Vec<Shape>,
}

/// The plan of a level as it is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Plan {
    /// Which one.
    pub id: PlanId,
    /// What is drawn.
    pub drawing: Drawing,
    /// How often it was saved.
    pub version: i64,
    /// When it was last saved.
    pub changed_at: Instant,
    /// By whom.
    pub changed_by: Option<PersonId>,
    /// When the picture under it was kept; none without one.
    pub picture_at: Option<Instant>,
}

kernel::refusals! {
    /// Why a plan is not kept.
    pub enum PlanRefused {
        /// A side is too short or too long.
        Size = "floors-refused-size",
        /// Its place in the order is not between 0 and 1000.
        Position = "floors-refused-position",
        /// Too many shapes.
        TooMany = "floors-refused-too-many",
        /// The place has enough plans.
        Enough = "floors-refused-enough",
        /// A shape does not lie inside the plan.
        Outside {
            /// Which line, from 1.
            line: i64
        } = "floors-refused-outside",
        /// A shape is no space and has no name, or one that is too long.
        Label {
            /// Which line, from 1.
            line: i64
        } = "floors-refused-label",
        /// There is no such space in the place.
        UnknownSpace {
            /// Which line, from 1.
            line: i64
        } = "floors-refused-unknown-space",
        /// Somebody saved it meanwhile.
        Changed = "floors-refused-changed",
    }
}

impl Area {
    /// Whether it has a surface and lies inside a plan of that size.
    #[must_use]
    pub fn lies_in(self, size: Size) -> bool {
        let fits = |from: i64, length: i64, side: i64| {
            from >= 0 && length >= 1 && from.checked_add(length).is_some_and(|end| end <= side)
        };
        fits(self.x, self.wide, size.wide) && fits(self.y, self.high, size.high)
    }
}

impl Drawing {
    /// The drawing, its labels trimmed, if it can be kept.
    ///
    /// # Errors
    /// [`PlanRefused`] names the first thing that is wrong, and its line.
    pub fn checked(mut self) -> Result<Self, PlanRefused> {
        if !SIDES.contains(&self.size.wide) || !SIDES.contains(&self.size.high) {
            return Err(PlanRefused::Size);
        }
        if !(0..=1_000).contains(&self.position) {
            return Err(PlanRefused::Position);
        }
        if self.shapes.len() > MOST_SHAPES {
            return Err(PlanRefused::TooMany);
        }
        for (line, shape) in (1..).zip(&mut self.shapes) {
            shape.label = shape.label.split_whitespace().collect::<Vec<_>>().join(" ");
            let nameless = shape.resource.is_none() && shape.label.is_empty();
            let unreadable = shape.label.chars().any(char::is_control);
            if nameless || unreadable || shape.label.chars().count() > LONGEST_LABEL {
                return Err(PlanRefused::Label { line });
            }
            if !shape.area.lies_in(self.size) {
                return Err(PlanRefused::Outside { line });
            }
        }
        Ok(self)
    }
}
