//! A rule of repetition as people say it.

use crate::rules::recurrence::{Ending, Pattern, Recurrence};
use platform::Argument;
use platform::web::Words;

/// "Every 2 weeks, on Monday and Wednesday, 10 times".
pub(crate) fn rule_words(words: &Words, rule: &Recurrence) -> String {
    let every = || ("every", Argument::from(i64::from(rule.every)));
    let pattern = match &rule.pattern {
        Pattern::Daily => words.text("spaces-rule-daily", &[every()]),
        Pattern::Weekly(days) => {
            let days: Vec<String> = days.iter().map(|day| words.text(day.message(), &[])).collect();
            let days = Argument::from(days.join(", "));
            words.text("spaces-rule-weekly", &[every(), ("days", days)])
        }
        Pattern::MonthlyOn(number) => {
            let day = Argument::from(i64::from(*number));
            words.text("spaces-rule-monthly-on", &[every(), ("day", day)])
        }
        Pattern::MonthlyNth(nth, weekday) => {
            let day = Argument::from(words.text(weekday.message(), &[]));
            let nth = Argument::from(i64::from(*nth));
            words.text("spaces-rule-monthly-nth", &[every(), ("nth", nth), ("day", day)])
        }
    };
    let ending = match rule.ending {
        Ending::Count(count) => {
            let count = Argument::from(i64::from(count));
            words.text("spaces-rule-count", &[("count", count)])
        }
        Ending::Until(day) => words.text(
            "spaces-rule-until",
            &[("day", Argument::from(words.day_long(day)))],
        ),
    };
    format!("{pattern}, {ending}")
}
