//! Carrying a deed out, by whoever would do it, through the verbs of the house.

mod at_the_desk;
mod booked_rooms;
mod coming_and_going;
mod stewarding;

use super::agenda::Deed;
use super::known::Known;
use super::opening::set_prices;
use super::payments;
use super::story::Story;
use kernel::{Actor, Day, Instant, Role};
use platform::Fault;
use platform::database::Tx;

/// Does it, at the moment of the transaction, and says what follows from it.
pub(super) fn carry_out(
    tx: &mut Tx<'_>,
    story: &Story,
    known: &mut Known,
    deed: &Deed,
) -> Result<Option<(Instant, Deed)>, Fault> {
    match deed {
        Deed::Joins(who) => coming_and_going::join(tx, story, known, *who),
        Deed::Leaves(who) => coming_and_going::leave(tx, story, known, *who),
        Deed::ChecksIn(visit) => at_the_desk::check_in(tx, story, known, *visit),
        Deed::Undoes(visit) => at_the_desk::undo(tx, story, known, *visit),
        Deed::Widens(visit) => at_the_desk::widen(tx, story, known, *visit),
        Deed::GoesHome(visit) => at_the_desk::go_home(tx, story, known, *visit),
        Deed::Books(number) => booked_rooms::book(tx, story, known, *number),
        Deed::Cancels(number) => booked_rooms::cancel(tx, story, known, *number),
        Deed::Moves(number) => booked_rooms::move_on(tx, story, known, *number),
        Deed::NotesNoShow(number) => booked_rooms::note_no_show(tx, story, known, *number),
        Deed::EndsEarly(number) => booked_rooms::end_early(tx, story, known, *number),
        Deed::Closes(works) => booked_rooms::close(tx, story, known, *works),
        Deed::Stewards(chore) => stewarding::carry_out(tx, story, known, *chore),
        Deed::SetsPrices(from) => raise_prices(tx, story, known, *from),
        Deed::EndsTheDay => spaces::overtake_all(tx, &Actor::system(known.place)),
        Deed::Receives(receipt) => return payments::record(tx, story, known, receipt),
        Deed::Bounces(payment, receipt) => {
            return payments::take_back(tx, story, known, (*payment, receipt)).map(Some);
        }
        Deed::ClosesTheMonth(month) => Err(Fault::Internal(format!(
            "{month} is closed by transactions of its own"
        ))),
    }?;
    Ok(None)
}

/// What external guests pay from the first of January.
fn raise_prices(tx: &mut Tx<'_>, story: &Story, known: &Known, from: Day) -> Result<(), Fault> {
    let director = known.holder(story, Role::ManagingDirector)?;
    story
        .house
        .products
        .iter()
        .try_for_each(|hire| set_prices(tx, &director, known, hire, (None, hire.after, from)))
}

/// The facilitator on duty.
fn desk(tx: &Tx<'_>, story: &Story, known: &Known) -> Result<Actor, Fault> {
    let who = story.on_duty(tx.today(&story.year.zone))?;
    known.actor(story, who)
}
