//! What can be booked.

use super::availability::Buffers;
use billing::Product;
use kernel::{Id, Instant, Name};

/// What identifiers of resources are identifiers of.
#[derive(Debug)]
pub enum ResourceMark {}

/// The identifier of a resource.
pub type ResourceId = Id<ResourceMark>;

kernel::codes! {
    /// What kind of thing a resource is.
    pub enum ResourceKind {
        /// A meeting room, a phone booth.
        Room = "room",
        /// The large room, let for events.
        Hall = "hall",
        /// An office with a door, let by the month or for a while.
        PrivateOffice = "private_office",
        /// Desks that are as good as each other.
        DeskPool = "desk_pool",
        /// One desk among others, with a name or a number of its own.
        Desk = "desk",
        /// Outside.
        Garden = "garden",
        /// A whole floor, with what is on it.
        Floor = "floor",
        /// All of it.
        Building = "building",
        /// A thing that is taken along: a projector, a camera, a van.
        Equipment = "equipment",
    }
}

impl ResourceKind {
    /// The key of the message that names it.
    #[must_use]
    pub const fn message(self) -> &'static str {
        match self {
            Self::Room => "spaces-kind-room",
            Self::Hall => "spaces-kind-hall",
            Self::PrivateOffice => "spaces-kind-private-office",
            Self::DeskPool => "spaces-kind-desk-pool",
            Self::Desk => "spaces-kind-desk",
            Self::Garden => "spaces-kind-garden",
            Self::Floor => "spaces-kind-floor",
            Self::Building => "spaces-kind-building",
            Self::Equipment => "spaces-kind-equipment",
        }
    }

    /// Whether one works there alone among others: it is counted on passes and plans when it has no price.
    #[must_use]
    pub const fn is_desk(self) -> bool {
        matches!(self, Self::DeskPool | Self::Desk)
    }

    /// Whether nobody is in it: it has no seats, no place on a plan, and is no answer to a number of people.
    #[must_use]
    pub const fn is_equipment(self) -> bool {
        matches!(self, Self::Equipment)
    }

    /// Whether it is made of others: what is booked there is booked in none of them.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        matches!(self, Self::Floor | Self::Building)
    }

    /// Whether people meet there, so that it answers to a number of people when no kind is asked for.
    #[must_use]
    pub const fn is_for_meeting(self) -> bool {
        matches!(
            self,
            Self::Room | Self::Hall | Self::Garden | Self::Floor | Self::Building
        )
    }

    /// Whether it can be let by the month.
    #[must_use]
    pub const fn is_let_by_month(self) -> bool {
        !matches!(self, Self::DeskPool | Self::Equipment)
    }

    /// Whether people from outside may book it though it has no price.
    #[must_use]
    pub const fn is_free_to_all(self) -> bool {
        matches!(self, Self::Room | Self::Hall | Self::Garden)
    }
}

/// Something that can be booked, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Resource {
    /// Which one.
    pub id: ResourceId,
    /// What the place says of it.
    pub facts: ResourceFacts,
    /// Since when it has its number of units.
    pub units_from: Instant,
    /// Whether it can be booked at all.
    pub active: bool,
}

/// What the place says of a resource.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ResourceFacts {
    /// What kind.
    pub kind: ResourceKind,
    /// What people call it; unique in the place.
    pub name: Name,
    /// The floor, as the place says it; may be empty.
    pub level: String,
    /// How many bookings it takes at the same time.
    pub units: i64,
    /// How many people it holds: shown and warned, not enforced (RULES 6).
    pub capacity: i64,
    /// The product that gives its prices; none when it is free.
    pub product: Option<Id<Product>>,
    /// Minutes before and after each booking.
    pub buffers: Buffers,
    /// A few sentences for the public page.
    pub description: String,
    /// What is in it, one thing a line.
    pub equipment: String,
    /// Its place in lists.
    pub position: i64,
    /// How large it is, in hundredths of a square metre, when that is known.
    pub area: Option<i64>,
    /// Minutes after which it is given back when nobody came; none for never.
    pub release_minutes: Option<i64>,
}

kernel::refusals! {
    /// Why a resource is not kept.
    pub enum ResourceRefused {
        /// Another resource has this name.
        NameTaken = "spaces-refused-name-taken",
        /// The units are not between one and ten thousand.
        Units = "spaces-refused-units",
        /// The capacity is not between one and a hundred thousand.
        Capacity = "spaces-refused-capacity",
        /// A buffer is below nothing or over a day.
        Buffers = "spaces-refused-buffers",
        /// A text is too long.
        Text = "spaces-refused-text",
        /// The position is not between 0 and 100 000.
        Position = "spaces-refused-position",
        /// The area is no number of square metres, or not between nothing and a square kilometre.
        Area = "spaces-refused-area",
        /// The minutes to wait for who booked are not between 5 and 240.
        Release = "spaces-refused-release",
        /// More bookings than that overlap already.
        UnitsInUse {
            /// The most that overlap.
            peak: i64
        } = "spaces-refused-units-in-use",
        /// Bookings to come would lose their resource.
        StillBooked {
            /// How many.
            count: i64
        } = "spaces-refused-still-booked",
        /// There is no such product in the place.
        UnknownProduct = "spaces-refused-unknown-product",
        /// The line was imported before.
        AlreadyImported = "spaces-refused-already-imported",
    }
}

/// The largest area, in hundredths of a square metre.
const LARGEST_AREA: i64 = 100_000_000;

/// Square metres as people write them, `12,5` or `12.50`, in hundredths.
///
/// # Errors
/// [`ResourceRefused::Area`] for anything else, and for more than two decimals.
pub fn area(text: &str) -> Result<i64, ResourceRefused> {
    let (whole, rest) = text.trim().split_once([',', '.']).unwrap_or((text.trim(), ""));
    let digits = |part: &str| part.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || !digits(whole) || !digits(rest) || rest.len() > 2 {
        return Err(ResourceRefused::Area);
    }
    let hundredths = format!("{whole}{rest:0<2}");
    let area: i64 = hundredths.parse().map_err(|_| ResourceRefused::Area)?;
    if (1..=LARGEST_AREA).contains(&area) {
        Ok(area)
    } else {
        Err(ResourceRefused::Area)
    }
}

/// An area as a form and a file write it, with this decimal sign: `12,5`, `20`.
#[must_use]
pub fn area_text(area: i64, sign: &str) -> String {
    let (whole, rest) = (area.div_euclid(100), area.rem_euclid(100));
    match rest {
        0 => whole.to_string(),
        _ if rest % 10 == 0 => format!("{whole}{sign}{}", rest / 10),
        _ => format!("{whole}{sign}{rest:02}"),
    }
}

impl ResourceFacts {
    /// A room of that name for so many people, with nothing else said.
    #[must_use]
    pub fn named(kind: ResourceKind, name: Name, capacity: i64) -> Self {
        Self {
            kind,
            name,
            level: String::new(),
            units: 1,
            capacity,
            product: None,
            buffers: Buffers::NONE,
            description: String::new(),
            equipment: String::new(),
            position: 0,
            area: None,
            release_minutes: None,
        }
    }

    /// The facts, trimmed, if they can be kept.
    ///
    /// # Errors
    /// [`ResourceRefused`] names the first that cannot.
    pub fn checked(mut self) -> Result<Self, ResourceRefused> {
        if !(1..=10_000).contains(&self.units) {
            return Err(ResourceRefused::Units);
        }
        if !(1..=100_000).contains(&self.capacity) {
            return Err(ResourceRefused::Capacity);
        }
        if [self.buffers.before, self.buffers.after]
            .iter()
            .any(|minutes| !(0..=1_440).contains(minutes))
        {
            return Err(ResourceRefused::Buffers);
        }
        if !(0..=100_000).contains(&self.position) {
            return Err(ResourceRefused::Position);
        }
        if self.area.is_some_and(|area| !(1..=LARGEST_AREA).contains(&area)) {
            return Err(ResourceRefused::Area);
        }
        if self
            .release_minutes
            .is_some_and(|minutes| !(5..=240).contains(&minutes))
        {
            return Err(ResourceRefused::Release);
        }
        for (text, longest) in [
            (&mut self.level, 60),
            (&mut self.description, 2_000),
            (&mut self.equipment, 2_000),
        ] {
            *text = kept(text);
            if text.chars().count() > longest {
                return Err(ResourceRefused::Text);
            }
        }
        Ok(self)
    }

    /// How many people it holds; none for what holds nobody.
    #[must_use]
    pub const fn seats(&self) -> Option<i64> {
        if self.kind.is_equipment() {
            None
        } else {
            Some(self.capacity)
        }
    }

    /// Whether so many people are more than it holds: said, not refused (RULES 6).
    #[must_use]
    pub fn is_crowded_by(&self, people: Option<i64>) -> bool {
        people
            .zip(self.seats())
            .is_some_and(|(people, seats)| people > seats)
    }

    /// The things in it, one by one.
    pub fn equipment_lines(&self) -> impl Iterator<Item = &str> {
        self.equipment
            .lines()
            .map(str::trim)
            .filter(|line| !line.is_empty())
    }
}

/// What is said of a space beside what it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ResourceNotes {
    /// How one gets there and in: steps, lifts, parking. For everybody.
    pub access: String,
    /// What to do inside: codes, switches, chairs. For who has booked it.
    pub instructions: String,
}

impl ResourceNotes {
    /// The notes, trimmed, if they can be kept.
    ///
    /// # Errors
    /// [`ResourceRefused::Text`].
    pub fn checked(self) -> Result<Self, ResourceRefused> {
        let notes = Self {
            access: kept(&self.access),
            instructions: kept(&self.instructions),
        };
        let fits = |text: &str| text.chars().count() <= 2_000;
        if fits(&notes.access) && fits(&notes.instructions) {
            Ok(notes)
        } else {
            Err(ResourceRefused::Text)
        }
    }
}

/// Trimmed, with line breaks as the only control characters.
fn kept(text: &str) -> String {
    text.trim()
        .chars()
        .filter(|letter| !letter.is_control() || *letter == '\n')
        .collect()
}
