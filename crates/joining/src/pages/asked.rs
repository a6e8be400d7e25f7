//! What the form of an application says, online and at the desk.

use crate::rules::application::{ApplicationRefused, Asked, NamedOrganisation, siren};
use crate::rules::offer::{Offer, Proposed};
use crate::rules::prose;
use crate::rules::text::{HouseText, TextKind};
use kernel::{Email, Id, IdRefused, Locale, Money, Name, Phone};
use people::PersonName;
use platform::web::{Form, Shell, Visit};

/// An offer as a field carries it: which one, and the price shown.
pub(super) fn offer_value(proposed: &Proposed) -> String {
    format!("{}@{}", proposed.offer.code(), proposed.price.cents())
}

/// Reads what [`offer_value`] writes; `none` is nothing.
pub(super) fn parse_offer(text: &str) -> Result<Option<(Offer, Money)>, IdRefused> {
    if text == "none" {
        return Ok(None);
    }
    let (code, cents) = text.split_once('@').ok_or(IdRefused::Malformed)?;
    let cents: i64 = cents.parse().map_err(|_| IdRefused::Malformed)?;
    Ok(Some((Offer::parse(code)?, Money::from_cents(cents))))
}

/// `120,00 € HT par mois`.
pub(super) fn price(shell: &Shell, proposed: &Proposed) -> String {
    let key = match proposed.offer {
        Offer::Plan(_) => "joining-price-month",
        Offer::Pass(_) => "joining-price",
    };
    let basis = shell.t(proposed.basis.message());
    shell.t2(key, "amount", shell.money(&proposed.price), "basis", basis)
}

/// The offers as cards to choose from by somebody who may not know yet.
pub(super) fn cards(shell: &Shell, proposed: &[Proposed]) -> Vec<(String, String, String)> {
    with_none(shell, proposed, ("joining-offer-none", "joining-offer-none-text"))
}

/// The offers as cards to choose from by the team, for somebody who may take none.
pub(super) fn desk_cards(shell: &Shell, proposed: &[Proposed]) -> Vec<(String, String, String)> {
    with_none(
        shell,
        proposed,
        ("joining-offer-nothing", "joining-offer-nothing-text"),
    )
}

fn with_none(
    shell: &Shell,
    proposed: &[Proposed],
    (title, text): (&str, &str),
) -> Vec<(String, String, String)> {
    let none = ("none".to_owned(), shell.t(title), shell.t(text));
    let offers = proposed
        .iter()
        .map(|one| (offer_value(one), one.name.clone(), price(shell, one)));
    offers.chain(std::iter::once(none)).collect()
}

/// Reads the whole form; none once a message stands at a field. `mail_needed` online, where the address is proven.
pub(super) fn read(visit: &Visit, form: &mut Form, texts: &[HouseText], mail_needed: bool) -> Option<Asked> {
    let name = PersonName::parse(form.value("given_name"), form.value("family_name"));
    let name = name.map_err(|refused| form.refuse("given_name", &refused)).ok();
    let email = if mail_needed {
        form.parse("email", Email::parse).map(Some)
    } else {
        form.parse_optional("email", Email::parse)
    };
    let phone = form.parse_optional("phone", Phone::parse);
    let organisation = organisation(form);
    let wish = prose::note(form.value("wish"))
        .map_err(|refused| form.refuse("wish", &refused))
        .ok();
    let offer = form.parse("offer", parse_offer);
    let coupon = Some(form.value("coupon").trim().to_owned()).filter(|code| !code.is_empty());
    let language = form.parse_optional("language", Locale::parse);
    let tour = form.parse_optional("tour", Id::parse);
    let mut accepted = |kind: TextKind| agreed(form, texts, kind);
    let (rules, privacy) = (accepted(TextKind::HouseRules), accepted(TextKind::PrivacyNotice));
    Some(Asked {
        name: name?,
        email: email?,
        phone: phone?,
        language: language?.unwrap_or(visit.locale),
        organisation: organisation?,
        wish: wish?,
        offer: offer?,
        coupon,
        rules: rules?,
        privacy: privacy?,
        tour: tour?,
    })
}

/// The organisation that pays: its name, and its number when it has one.
fn organisation(form: &mut Form) -> Option<Option<NamedOrganisation>> {
    let name = form.parse_optional("organisation", Name::parse);
    let siren = form.parse_optional("siren", siren);
    match (name?, siren?) {
        (Some(name), siren) => Some(Some(NamedOrganisation { name, siren })),
        (None, None) => Some(None),
        (None, Some(_)) => {
            form.refuse("organisation", &ApplicationRefused::OrganisationUnnamed);
            None
        }
    }
}

/// The text of a kind that the form agrees to; refused when one is in force and is not.
fn agreed(form: &mut Form, texts: &[HouseText], kind: TextKind) -> Option<Option<Id<HouseText>>> {
    let field = kind.field();
    let in_force = texts.iter().any(|text| text.kind == kind);
    match form.parse_optional(field, Id::parse)? {
        None if in_force => {
            form.refuse(field, &ApplicationRefused::TextMissing);
            None
        }
        agreed => Some(agreed),
    }
}
