//! Which hours, closures, limits and terms apply to whom on what.

use super::booking_window::BookingWindow;
use super::cancellation::Term;
use super::letting::Letting;
use super::links::Bonds;
use super::opening_hours::{WeeklyHours, open_periods};
use super::resource::ResourceId;
use kernel::{Audience, Days, Id, Period, Zone};

/// What identifiers of closures are identifiers of.
#[derive(Debug)]
pub enum ClosureMark {}

/// The identifier of a closure.
pub type ClosureId = Id<ClosureMark>;

/// A time during which a resource, or the whole place, is closed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Closure {
    /// Which one.
    pub id: ClosureId,
    /// What is closed; none for the whole place.
    pub resource: Option<ResourceId>,
    /// When.
    pub period: Period,
    /// Why, in the place's words.
    pub reason: String,
}

impl Closure {
    /// The part of a span of time in which a space is let by the month.
    #[must_use]
    pub fn of_letting(letting: &Letting, span: Period) -> Option<Self> {
        Some(Self {
            id: Id::from_i64(letting.id.as_i64()),
            resource: Some(letting.resource),
            period: letting.within(span)?,
            reason: String::new(),
        })
    }

    /// Whether it stands for a letting: a closure of the house always has a reason.
    #[must_use]
    pub fn is_letting(&self) -> bool {
        self.reason.is_empty()
    }
}

kernel::refusals! {
    /// Why a closure is not kept.
    pub enum ClosureRefused {
        /// It lasts over three years.
        TooLong = "spaces-refused-closure-too-long",
        /// No reason, or one that is too long.
        Reason = "spaces-refused-closure-reason",
    }
}

/// One line of hours: of the place, or of one resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HoursLine {
    /// Of what; none for the whole place.
    pub resource: Option<ResourceId>,
    /// For whom.
    pub audience: Audience,
    /// When.
    pub hours: WeeklyHours,
}

/// The limits of an audience: of the place, or of one resource.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct WindowLine {
    /// Of what; none for the whole place.
    pub resource: Option<ResourceId>,
    /// For whom.
    pub audience: Audience,
    /// The limits.
    pub window: BookingWindow,
}

/// One line of the cancellation terms of an audience.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TermLine {
    /// For whom.
    pub audience: Audience,
    /// The line.
    pub term: Term,
}

/// The hours, limits and closures of a place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Schedule {
    /// Hours of the place and of resources.
    pub hours: Vec<HoursLine>,
    /// Limits of the place and of resources.
    pub windows: Vec<WindowLine>,
    /// Closures that touch the days looked at.
    pub closures: Vec<Closure>,
    /// Which resources are bound to which.
    pub bonds: Bonds,
}

impl Schedule {
    /// The hours of a resource for an audience. A resource that has hours of its own, for anybody, has no others; the others
    /// have those of the place.
    #[must_use]
    pub fn hours_of(&self, resource: ResourceId, audience: Audience) -> Vec<WeeklyHours> {
        let own = self.hours.iter().any(|line| line.resource == Some(resource));
        let of = own.then_some(resource);
        let lines = self
            .hours
            .iter()
            .filter(|line| line.resource == of && line.audience == audience);
        lines.map(|line| line.hours).collect()
    }

    /// The closures of a resource: its own, those of the whole place, and those of what has a part in common with it.
    pub fn closures_of(&self, resource: ResourceId) -> impl Iterator<Item = &Closure> {
        let of = move |of| of == resource || self.bonds.share(resource, of);
        self.closures
            .iter()
            .filter(move |closure| closure.resource.is_none_or(of))
    }

    /// Whether a resource is let by the month at a moment.
    #[must_use]
    pub fn is_let(&self, resource: ResourceId, at: kernel::Instant) -> bool {
        let mut own = self
            .closures
            .iter()
            .filter(|closure| closure.resource == Some(resource));
        own.any(|closure| closure.is_letting() && closure.period.contains(at))
    }

    /// The same without lettings: how much an office is used counts its let days.
    #[must_use]
    pub fn without_lettings(mut self) -> Self {
        self.closures.retain(|closure| !closure.is_letting());
        self
    }

    /// The limits of an audience on a resource: its own, else those of the place, else what holds while nothing is set.
    #[must_use]
    pub fn window_of(&self, resource: ResourceId, audience: Audience) -> BookingWindow {
        let of = |wanted: Option<ResourceId>| {
            self.windows
                .iter()
                .find(|line| line.resource == wanted && line.audience == audience)
        };
        of(Some(resource))
            .or_else(|| of(None))
            .map_or(BookingWindow::UNSET, |line| line.window)
    }

    /// When an audience may use a resource during these days.
    #[must_use]
    pub fn open(&self, resource: ResourceId, audience: Audience, zone: &Zone, days: Days) -> Vec<Period> {
        let closed: Vec<Period> = self.closures_of(resource).map(|closure| closure.period).collect();
        open_periods(&self.hours_of(resource, audience), &closed, zone, days)
    }
}
