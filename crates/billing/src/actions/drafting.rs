//! From open charges to drafts, with what the directory says of their customers today.

use crate::directory::Directory;
use crate::rules::charge::Charge;
use crate::rules::draft::{Draft, DraftFacts, drafts, reviewed};
use crate::rules::invoice::InvoiceNumber;
use crate::rules::run::{DraftKey, Reviewed, Run, RunItem, RunState, SkipReason};
use crate::rules::seller::Seller;
use crate::store::customers::CustomerRow;
use crate::store::{charges, customers, runs, sellers};
use kernel::{Day, Id, Money, Month, PlaceId};
use platform::database::Tx;
use platform::failure::Fault;
use std::collections::{BTreeSet, HashMap};

/// A month as it is reviewed before it is issued.
#[derive(Debug, Clone)]
pub struct Review {
    /// The month.
    pub month: Month,
    /// The run that is open, if the month was prepared.
    pub run: Option<Run>,
    /// The seller, once described.
    pub seller: Option<Seller>,
    /// Every draft, by the customers' names.
    pub drafts: Vec<Draft>,
    /// Those that somebody leaves out.
    pub excluded: BTreeSet<DraftKey>,
    /// What a person who looks at this has before their eyes.
    pub reviewed: Reviewed,
}

impl Review {
    /// The drafts that would be issued now.
    pub fn to_issue(&self) -> impl Iterator<Item = &Draft> {
        self.drafts.iter().filter(|draft| self.left_out(draft).is_none())
    }

    /// Why a draft would not be issued.
    #[must_use]
    pub fn left_out(&self, draft: &Draft) -> Option<SkipReason> {
        let excluded = self
            .excluded
            .contains(&draft.key())
            .then_some(SkipReason::Excluded);
        excluded.or_else(|| draft.held_back())
    }

    /// What the invoices issued now would come to, with VAT.
    #[must_use]
    pub fn total(&self) -> Money {
        self.to_issue().map(|draft| draft.totals.gross).sum()
    }
}

/// The drafts of a month, on a day.
///
/// # Errors
/// As the database says.
pub(crate) fn review(tx: &mut Tx<'_>, place: PlaceId, month: Month, today: Day) -> Result<Review, Fault> {
    let all = runs::all(tx, place)?;
    let run = all
        .into_iter()
        .find(|run| run.month == month && run.state != RunState::Done);
    let items: Vec<RunItem> = match &run {
        Some(run) => runs::items(tx, place, run.id)?,
        None => Vec::new(),
    };
    let excluded = items
        .iter()
        .filter(|item| item.reason == Some(SkipReason::Excluded))
        .map(|item| DraftKey {
            customer: item.customer,
            basis: item.basis,
        })
        .collect();
    let seller = sellers::in_force(tx, place, today)?;
    let drafts = of_month(tx, place, month)?;
    let reviewed = reviewed(seller.as_ref(), &drafts);
    Ok(Review {
        month,
        run,
        seller,
        drafts,
        excluded,
        reviewed,
    })
}

/// Every draft of a month. The number of queries does not depend on how many there are, but for one look into the directory
/// for every few dozen customers.
pub(crate) fn of_month(tx: &mut Tx<'_>, place: PlaceId, month: Month) -> Result<Vec<Draft>, Fault> {
    let open = charges::open_until(tx, place, month)?;
    let customers = customers::with_open_charges(tx, place, month)?;
    let directory = Directory::of(
        tx,
        place,
        &customers,
        open.iter().filter_map(|charge| charge.person),
    )?;
    let facts = facts(
        &directory,
        &customers,
        charges::corrected(tx, place, month, None)?,
    );
    Ok(drafts(open, &facts))
}

/// One draft of a month, its charges locked; none when nothing is open for it.
pub(crate) fn one(
    tx: &mut Tx<'_>,
    place: PlaceId,
    month: Month,
    key: DraftKey,
) -> Result<Option<Draft>, Fault> {
    let open = charges::open_of_draft(tx, place, month, key.customer, key.basis)?;
    let Some(row) = customers::find(tx, place, key.customer)? else {
        return Ok(None);
    };
    let directory = Directory::of(tx, place, &[row], open.iter().filter_map(|charge| charge.person))?;
    let corrected = if open.iter().any(|charge| charge.corrects.is_some()) {
        charges::corrected(tx, place, month, Some(key.customer))?
    } else {
        HashMap::new()
    };
    Ok(drafts(open, &facts(&directory, &[row], corrected)).pop())
}

fn facts(
    directory: &Directory,
    customers: &[CustomerRow],
    corrected: HashMap<Id<Charge>, InvoiceNumber>,
) -> DraftFacts {
    let recipients = customers.iter().filter_map(|row| directory.recipient(row));
    DraftFacts {
        recipients: recipients
            .map(|recipient| (recipient.customer, recipient))
            .collect(),
        names: directory.names(),
        corrected,
    }
}
