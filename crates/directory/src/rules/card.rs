//! The card of a member, and what of it whom may see.

use kernel::PersonId;

kernel::codes! {
    /// Who may see a part of a card, from the narrowest to the widest.
    pub enum Visibility {
        /// Its owner alone.
        Nobody = "nobody",
        /// Members of the day and the team.
        Members = "members",
        /// Everybody who opens the page.
        Public = "public",
    }
}

kernel::refusals! {
    /// Why a card is not kept, or a letter not sent.
    pub enum CardRefused {
        /// A text longer than a card holds.
        TooLong {
            /// The most characters.
            maximum: usize
        } = "directory-refused-too-long",
        /// Nothing was written.
        Empty = "directory-refused-empty",
        /// The other one cannot be written to: no address, or they do not wish it.
        NoLetters = "directory-refused-no-letters",
        /// A letter to oneself.
        Oneself = "directory-refused-oneself",
        /// Who writes has no address to be answered at.
        NoAddress = "directory-refused-no-address",
    }
}

/// Who looks at a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Viewer {
    /// Somebody from outside, or who is no member any more.
    Outsider,
    /// A member of the day, or somebody of the team.
    Insider,
}

impl Viewer {
    pub(crate) const fn sees(self, part: Visibility) -> bool {
        match part {
            Visibility::Nobody => false,
            Visibility::Members => matches!(self, Self::Insider),
            Visibility::Public => true,
        }
    }
}

/// The most characters of a trade.
pub const LONGEST_TRADE: usize = 80;
/// The most characters of what somebody offers or needs, of a letter, of a notice.
pub const LONGEST_TEXT: usize = 2_000;

/// What a member tells of themselves.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Told {
    /// What they do, in a few words.
    pub trade: String,
    /// What they are good at.
    pub skills: Vec<String>,
    /// Where more is to be read.
    pub links: Vec<String>,
    /// What they offer.
    pub offers: String,
    /// What they need.
    pub needs: String,
}

/// The card of a member.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Card {
    /// Whose.
    pub person: PersonId,
    /// What it says.
    pub told: Told,
    /// Who sees which part.
    pub shown: Shown,
    /// Whether members may write to them.
    pub letters: bool,
}

/// Who sees which part of a card. No part is seen by who does not see the card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Shown {
    /// The card itself: name and trade.
    pub card: Visibility,
    /// The skills.
    pub skills: Visibility,
    /// The links.
    pub links: Visibility,
    /// What they offer.
    pub offers: Visibility,
    /// What they need.
    pub needs: Visibility,
}

impl Shown {
    /// What a card begins with: for members, until its owner decides otherwise.
    pub const TO_MEMBERS: Self = Self {
        card: Visibility::Members,
        skills: Visibility::Members,
        links: Visibility::Members,
        offers: Visibility::Members,
        needs: Visibility::Members,
    };
}

/// As much of a card as somebody may see.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Seen {
    /// Whose.
    pub person: PersonId,
    /// What it says to them; the rest is empty.
    pub told: Told,
    /// Whether the viewer may write to them.
    pub letters: bool,
}

impl Card {
    /// What the form of somebody who never kept a card begins with.
    pub fn blank(person: PersonId) -> Self {
        Self {
            person,
            told: Told::default(),
            shown: Shown::TO_MEMBERS,
            letters: true,
        }
    }

    /// What a viewer sees of it; nothing when the card is not for them.
    pub fn seen_by(&self, viewer: Viewer) -> Option<Seen> {
        if !viewer.sees(self.shown.card) {
            return None;
        }
        let told = Told {
            trade: self.told.trade.clone(),
            skills: part(viewer, self.shown.skills, &self.told.skills),
            links: part(viewer, self.shown.links, &self.told.links),
            offers: part(viewer, self.shown.offers, &self.told.offers),
            needs: part(viewer, self.shown.needs, &self.told.needs),
        };
        Some(Seen {
            person: self.person,
            told,
            letters: self.letters && viewer == Viewer::Insider,
        })
    }
}

fn part<T: Clone + Default>(viewer: Viewer, shown: Visibility, told: &T) -> T {
    if viewer.sees(shown) {
        told.clone()
    } else {
        T::default()
    }
}

/// A text as it is kept: trimmed, line breaks of one kind, no other control character.
///
/// # Errors
/// [`CardRefused::TooLong`].
pub fn text(typed: &str, maximum: usize) -> Result<String, CardRefused> {
    let kept: String = typed
        .replace("\r\n", "\n")
        .chars()
        .filter(|letter| *letter == '\n' || !letter.is_control())
        .collect();
    let kept = kept.trim();
    if kept.chars().count() > maximum {
        return Err(CardRefused::TooLong { maximum });
    }
    Ok(kept.to_owned())
}

/// As [`text`], when something must be written.
///
/// # Errors
/// [`CardRefused`].
pub fn filled(typed: &str, maximum: usize) -> Result<String, CardRefused> {
    let kept = text(typed, maximum)?;
    if kept.is_empty() {
        Err(CardRefused::Empty)
    } else {
        Ok(kept)
    }
}
