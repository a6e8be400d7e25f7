//! What comes back every week.

use super::drawing::Drawing;
use super::{Holder, Slot};
use crate::demo::cast::{Part, Who};
use kernel::Weekday;

/// Something that comes back every week: in which room, when, for whom.
struct Weekly {
    room: &'static str,
    weekday: Weekday,
    from: u16,
    until: u16,
    holder: Holder,
    title: String,
}

/// Draws every week of the year and of the weeks ahead, each one booked a fortnight before.
pub(super) fn draw(drawing: &mut Drawing<'_>) {
    for weekly in of(drawing) {
        let Some(room) = drawing.room(weekly.room) else {
            continue;
        };
        let days: Vec<_> = drawing
            .year
            .days_ahead()
            .iter()
            .filter(|day| day.weekday() == weekly.weekday)
            .collect();
        for day in days {
            let until_now = drawing.year.today().days_until(day) <= 14;
            if until_now && drawing.year.is_open(day) {
                let slot = Slot {
                    room,
                    day,
                    from: weekly.from,
                    until: weekly.until,
                };
                drawing.book(slot, weekly.holder, &weekly.title, 14);
            }
        }
    }
}

fn of(drawing: &Drawing<'_>) -> Vec<Weekly> {
    let people = |part: Part| drawing.cast.all().filter(move |(_, one)| one.part == part);
    let house_of = |who: Who| drawing.cast.get(who).ok().and_then(|one| one.house);
    let first = people(Part::Teammate).next().map(|(who, _)| who);
    let other = people(Part::Teammate)
        .map(|(who, _)| who)
        .find(|who| first.map(house_of) != Some(house_of(*who)));
    let choir = people(Part::Guest).nth(4).map(|(who, _)| who);
    let title = |titles: &[String], at: usize| titles.get(at).cloned().unwrap_or_default();
    let titles = &drawing.house.titles;
    let mut weekly = vec![Weekly {
        room: "indigo",
        weekday: Weekday::Monday,
        from: 11 * 60,
        until: 12 * 60,
        holder: Holder::House,
        title: title(&titles.house, 0),
    }];
    let others = [
        (
            first.map(Holder::Themself),
            "garance",
            Weekday::Tuesday,
            9 * 60,
            10 * 60 + 30,
            title(&titles.member, 8),
        ),
        (
            other.map(Holder::Themself),
            "gaude",
            Weekday::Thursday,
            14 * 60,
            16 * 60,
            title(&titles.member, 8),
        ),
        (
            choir.map(Holder::ByTheDesk),
            "halle",
            Weekday::Wednesday,
            19 * 60 + 30,
            21 * 60 + 30,
            title(&titles.guest, 0),
        ),
    ];
    for (holder, room, weekday, from, until, title) in others {
        if let Some(holder) = holder {
            weekly.push(Weekly {
                room,
                weekday,
                from,
                until,
                holder,
                title,
            });
        }
    }
    weekly
}
