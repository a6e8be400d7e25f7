//! The fields of what a plan asks for and gives.

use crate::SpaceKinds;
use crate::rules::conditions::{
    LONGEST_COMMITMENT, LONGEST_NOTICE, PlanBenefits, PlanConditions, PlanNotice, SpaceBenefit, hours,
    percent, short, whole,
};
use crate::rules::pass_offer::PassOffer;
use kernel::{Id, Locale, Money};
use platform::web::{Form, Shell, Visit};
use std::collections::BTreeMap;

/// What the fields of a plan show besides what was typed.
pub(super) struct ConditionsFields {
    /// Each kind of space.
    pub(super) kinds: Vec<KindFields>,
    /// The passes of which units may be given, and none.
    pub(super) passes: Vec<(String, String)>,
}

/// The fields of a kind of space.
pub(super) struct KindFields {
    /// What the kind is called.
    pub(super) name: String,
    /// The name of the field of its hours.
    pub(super) hours: String,
    /// The name of the field of its discount.
    pub(super) discount: String,
}

impl ConditionsFields {
    pub(super) fn new(visit: &Visit, offers: &[PassOffer]) -> Self {
        let none = (String::new(), visit.text("offers-included-none"));
        let sold = offers.iter().filter(|offer| offer.active);
        let passes = sold.map(|offer| (offer.id.to_string(), offer.name.to_string()));
        Self {
            kinds: kinds(visit).into_iter().map(kind_fields).collect(),
            passes: std::iter::once(none).chain(passes).collect(),
        }
    }
}

fn kind_fields((code, name): (String, String)) -> KindFields {
    KindFields {
        name,
        hours: format!("hours_{code}"),
        discount: format!("discount_{code}"),
    }
}

/// The kinds of spaces of the house, by code and name.
pub(super) fn kinds(visit: &Visit) -> Vec<(String, String)> {
    let known = visit.app.extras.get::<SpaceKinds>();
    let known = known.map(|kinds| kinds.0.clone()).unwrap_or_default();
    known
        .into_iter()
        .map(|(code, message)| (code.to_owned(), visit.text(message)))
        .collect()
}

/// The name of a kind of space; its code when the house no longer knows it.
pub(super) fn kind_name(kinds: &[(String, String)], code: &str) -> String {
    let known = kinds.iter().find(|(known, _)| known == code);
    known.map_or(code, |(_, name)| name).to_owned()
}

/// `2 h` or `1 h 30`.
pub(super) fn hours_in_words(shell: &Shell, minutes: i64) -> String {
    let (hours, rest) = (minutes / 60, minutes % 60);
    match (hours, rest) {
        (0, rest) if rest != 0 => shell.t1("offers-minutes", "count", rest),
        (hours, 0) => shell.t1("offers-hours", "count", hours),
        (hours, rest) => shell.t2(
            "offers-hours-minutes",
            "hours",
            hours,
            "minutes",
            format!("{rest:02}"),
        ),
    }
}

/// Fills the fields with what holds.
pub(super) fn fill(form: &mut Form, locale: Locale, conditions: &PlanConditions, given: &PlanBenefits) {
    form.set("commitment", conditions.commitment_months);
    form.set("notice", conditions.notice.months);
    form.set("notice_to_end", yes(conditions.notice.to_the_end));
    form.set(
        "billing",
        if conditions.anniversary {
            "anniversary"
        } else {
            "month"
        },
    );
    let (label, amount) = conditions.setup.clone().unwrap_or_default();
    form.set("setup_label", label);
    form.set(
        "setup",
        if amount.is_zero() {
            String::new()
        } else {
            amount.field(locale)
        },
    );
    form.set("keys", &conditions.keys);
    if let Some((offer, units)) = given.units {
        form.set("units_of", offer);
        form.set("units", units);
    }
    for (kind, benefit) in &given.spaces {
        if benefit.minutes > 0 {
            form.set(&format!("hours_{kind}"), hours_field(benefit.minutes));
        }
        if benefit.discount.basis_points() > 0 {
            form.set(&format!("discount_{kind}"), benefit.discount.field(locale));
        }
    }
}

fn yes(held: bool) -> &'static str {
    if held { "yes" } else { "" }
}

/// Hours as they are typed: `2`, or `1:30`.
pub(super) fn hours_field(minutes: i64) -> String {
    match minutes % 60 {
        0 => (minutes / 60).to_string(),
        rest => format!("{}:{rest:02}", minutes / 60),
    }
}

/// What was typed; none when something is refused, which is noted at its field.
pub(super) fn read(form: &mut Form, kinds: &[(String, String)]) -> Option<(PlanConditions, PlanBenefits)> {
    let commitment = form.parse_optional("commitment", |text| whole(text, LONGEST_COMMITMENT));
    let notice = form.parse_optional("notice", |text| whole(text, LONGEST_NOTICE));
    let label = form.parse_optional("setup_label", short);
    let amount = form.parse_optional("setup", Money::parse);
    let keys = form.parse_optional("keys", short);
    let units = units(form);
    let spaces = spaces(form, kinds);
    let setup = setup(form, label?.unwrap_or_default(), amount?.unwrap_or_default());
    let conditions = PlanConditions {
        commitment_months: commitment?.unwrap_or(0),
        notice: PlanNotice {
            months: notice?.unwrap_or(0),
            to_the_end: form.checked("notice_to_end", "yes"),
        },
        anniversary: form.checked("billing", "anniversary"),
        setup: setup?,
        keys: keys?.unwrap_or_default(),
    };
    Some((
        conditions,
        PlanBenefits {
            units: units?,
            spaces: spaces?,
        },
    ))
}

/// The fee: both its name and its amount, or neither.
fn setup(form: &mut Form, label: String, amount: Money) -> Option<Option<(String, Money)>> {
    match (label.is_empty(), amount.is_positive()) {
        (_, false) if amount.is_zero() => Some(None),
        (false, true) if amount <= billing::LARGEST_PRICE => Some(Some((label, amount))),
        _ => {
            form.refuse_with("setup", "offers-refused-setup");
            None
        }
    }
}

fn units(form: &mut Form) -> Option<Option<(Id<PassOffer>, i64)>> {
    let offer = form.parse_optional("units_of", Id::parse)?;
    let units = form.parse_optional("units", |text| whole(text, PassOffer::MOST_UNITS))?;
    match (offer, units.unwrap_or(0)) {
        (_, 0) => Some(None),
        (Some(offer), units) => Some(Some((offer, units))),
        (None, _) => {
            form.refuse_with("units_of", "shell-field-missing");
            None
        }
    }
}

fn spaces(form: &mut Form, kinds: &[(String, String)]) -> Option<BTreeMap<String, SpaceBenefit>> {
    let mut spaces = BTreeMap::new();
    let mut whole = true;
    for (kind, _) in kinds {
        let minutes = form.parse_optional(&format!("hours_{kind}"), hours);
        let discount = form.parse_optional(&format!("discount_{kind}"), percent);
        let (Some(minutes), Some(discount)) = (minutes, discount) else {
            whole = false;
            continue;
        };
        let benefit = SpaceBenefit {
            minutes: minutes.unwrap_or(0),
            discount: discount.unwrap_or_default(),
        };
        if benefit != SpaceBenefit::default() {
            spaces.insert(kind.clone(), benefit);
        }
    }
    whole.then_some(spaces)
}
