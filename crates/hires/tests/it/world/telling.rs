//! How far a request has come, in one language or another.

use super::World;
use billing::Quote;
use hires::Hire;
use kernel::{Id, Locale};
use platform::place;

impl World {
    /// A quote of 20 June in a language, for the customer and for the place, with its letter: the request, the quote and the link to it.
    pub(crate) fn quoted_in(&self, code: &'static str) -> (Id<Hire>, Id<Quote>, String) {
        self.speaks(code);
        let hire = self.asked_by(self.stranger().speaking(code));
        let quote = self.quote_for(hire);
        (hire, quote, self.link_to_quote())
    }

    /// The language of the place, from now on.
    pub(crate) fn speaks(&self, code: &'static str) {
        self.write(move |tx, system| {
            let mut place = place::get(tx, system.place).unwrap();
            place.language = Locale::parse(code).unwrap();
            place::update(tx, &place).unwrap();
        });
    }

    /// A hire of 20 June that was accepted; the letters about it are written.
    pub(crate) fn accepted(&self) -> Id<Hire> {
        self.accepted_in("fr")
    }

    fn accepted_in(&self, code: &'static str) -> Id<Hire> {
        let (hire, _, link) = self.quoted_in(code);
        let mut visitor = self.stranger();
        let yes = self.yes(&mut visitor, &link);
        assert_eq!(visitor.post(&yes).status, 303);
        self.outbox_after(2);
        hire
    }

    /// The same, accepted, with the guarantee received and the first day come: the letters about it are written.
    pub(crate) fn over_in(&self, code: &'static str) -> Id<Hire> {
        let hire = self.accepted_in(code);
        let mut team = self.team();
        let at = format!("/front-desk/exclusive-hires/{hire}/check");
        let receive = team.page(&at).form("form[action$=deposit]");
        assert_eq!(team.post(&receive).status, 303);
        self.declares_indemnities();
        self.at("2026-06-20", "18:30");
        hire
    }
}
