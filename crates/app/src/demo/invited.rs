//! Who is invited to the meetings of the days to come.

use super::known::Known;
use kernel::{Actor, Email, Period, PersonId};
use platform::database::Tx;
use platform::{Failure, Fault};
use spaces::store::lists;
use spaces::{BookingState, Invited};
use std::collections::BTreeMap;

/// People from elsewhere who come to meetings.
const FROM_ELSEWHERE: &[&str] = &[
    "nadege.corbin@example.org",
    "i.benhaddou@example.org",
    "maelle.ferrec@example.org",
];

/// The most meetings to which somebody is invited.
const MEETINGS: usize = 6;

/// The meetings of the next days that say what for have people from elsewhere and another member on their list.
pub(super) fn invite(tx: &mut Tx<'_>, known: &Known) -> Result<(), Fault> {
    let actor = Actor::system(known.place);
    let now = tx.now();
    let soon = Period::new(now, now.plus_minutes(6 * 1_440)).map_err(Fault::internal)?;
    let mut meetings = lists::touching(tx, known.place, None, soon)?;
    meetings.retain(|one| {
        let titled = !one.title.is_empty() && one.person.is_some();
        titled && one.state == BookingState::Confirmed && one.is_open_at(now)
    });
    let hosts: Vec<PersonId> = meetings.iter().filter_map(|one| one.person).collect();
    let colleagues: BTreeMap<PersonId, PersonId> = hosts
        .iter()
        .zip(hosts.iter().cycle().skip(1))
        .filter(|(host, other)| host != other)
        .map(|(host, other)| (*host, *other))
        .collect();
    for (number, meeting) in meetings.iter().take(MEETINGS).enumerate() {
        let addresses = FROM_ELSEWHERE.iter().cycle().skip(number).take(1 + number % 3);
        let emails: Result<Vec<Email>, _> = addresses.map(|address| Email::parse(address)).collect();
        let colleague = meeting.person.and_then(|host| colleagues.get(&host));
        let wanted = Invited {
            emails: emails.map_err(Fault::internal)?,
            persons: colleague.into_iter().copied().collect(),
            following: false,
        };
        match spaces::invite(tx, &actor, meeting.id, &wanted) {
            Ok(_) | Err(Failure::Refused(_)) => {}
            Err(Failure::Fault(fault)) => return Err(fault),
        }
    }
    Ok(())
}
