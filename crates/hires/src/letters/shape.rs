//! To whom each letter goes, and where it leads.

use super::Letter;
use crate::rules::hire::Hire;
use billing::Quote;
use kernel::Id;

/// What a letter says and where it leads.
pub(super) struct Shape {
    /// Its messages are `hires-mail-STEM-subject`, `-text`, and `-button` where it leads somewhere.
    pub(super) stem: &'static str,
    pub(super) to_house: bool,
    pub(super) link: Link,
    pub(super) with_pdf: bool,
}

/// Where the button of a letter leads.
pub(super) enum Link {
    Nowhere,
    Proof(String),
    Office,
    Quote,
    New,
}

impl Letter {
    pub(super) const fn about(&self) -> (Id<Hire>, Option<Id<Quote>>) {
        match self {
            Self::Proof { hire, .. }
            | Self::Received { hire }
            | Self::Arrived { hire }
            | Self::Refused { hire }
            | Self::Reply { hire, .. }
            | Self::Settled { hire } => (*hire, None),
            Self::QuoteSent { hire, quote }
            | Self::Reminder { hire, quote }
            | Self::Accepted { hire, quote }
            | Self::AcceptedToHouse { hire, quote }
            | Self::Declined { hire, quote }
            | Self::Question { hire, quote, .. }
            | Self::Withdrawn { hire, quote }
            | Self::Expired { hire, quote }
            | Self::ExpiredToHouse { hire, quote } => (*hire, Some(*quote)),
        }
    }

    pub(super) fn shape(&self) -> Shape {
        let to_customer = |stem, link, with_pdf| Shape {
            stem,
            to_house: false,
            link,
            with_pdf,
        };
        let to_house = |stem| Shape {
            stem,
            to_house: true,
            link: Link::Office,
            with_pdf: false,
        };
        match self {
            Self::Proof { secret, .. } => to_customer("proof", Link::Proof(secret.clone()), false),
            Self::Received { .. } => to_customer("received", Link::Nowhere, false),
            Self::Refused { .. } => to_customer("refused", Link::Nowhere, false),
            Self::QuoteSent { .. } => to_customer("quote", Link::Quote, true),
            Self::Reminder { .. } => to_customer("reminder", Link::Quote, false),
            Self::Accepted { .. } => to_customer("accepted", Link::Quote, true),
            Self::Reply { .. } => to_customer("reply", Link::Nowhere, false),
            Self::Withdrawn { .. } => to_customer("withdrawn", Link::Nowhere, false),
            Self::Expired { .. } => to_customer("expired", Link::New, false),
            Self::Settled { .. } => to_customer("settled", Link::Nowhere, false),
            Self::Arrived { .. } => to_house("arrived"),
            Self::AcceptedToHouse { .. } => to_house("house-accepted"),
            Self::Declined { .. } => to_house("house-declined"),
            Self::Question { .. } => to_house("house-question"),
            Self::ExpiredToHouse { .. } => to_house("house-expired"),
        }
    }
}
