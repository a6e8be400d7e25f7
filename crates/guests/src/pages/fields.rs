//! Reading what a guest types.

use crate::rules::guest::Asked;
use joining::{HouseText, TextKind};
use kernel::{Day, Email, Locale, MinuteOfDay, Name, Period, Phone, Siren, SirenRefused, Siret, Zone};
use people::PersonName;
use platform::web::Form;

/// The hours of the fields `day`, `start` and `end`; an end of midnight is that of the night.
pub(super) fn hours(form: &mut Form, zone: &Zone) -> Option<Period> {
    let day = form.parse("day", Day::parse);
    let start = form.parse("start", MinuteOfDay::parse);
    let end = form.parse("end", MinuteOfDay::parse);
    let (day, start, end) = (day?, start?, end?);
    let end = if end == MinuteOfDay::MIDNIGHT {
        MinuteOfDay::END
    } else {
        end
    };
    match Period::new(zone.instant(day, start), zone.instant(day, end)) {
        Ok(period) => Some(period),
        Err(refused) => {
            form.refuse("end", &refused);
            None
        }
    }
}

/// A number that may be left out.
pub(super) fn number(form: &mut Form, name: &str) -> Option<Option<i64>> {
    if form.value(name).is_empty() {
        Some(None)
    } else {
        form.number(name).map(Some)
    }
}

/// Who asks, as the fields `given_name`, `family_name`, `email`, `phone`, `organisation` and `siren` say; each of the texts given must be
/// agreed to in a field of its kind.
pub fn asked(form: &mut Form, language: Locale, texts: &[HouseText]) -> Option<Asked> {
    let (given, family) = (
        form.value("given_name").to_owned(),
        form.value("family_name").to_owned(),
    );
    let name = match PersonName::parse(&given, &family) {
        Ok(name) => Some(name),
        Err(refused) => {
            form.refuse("given_name", &refused);
            None
        }
    };
    let email = form.parse("email", Email::parse);
    let phone = form.parse("phone", Phone::parse);
    let organisation = form.parse_optional("organisation", Name::parse);
    let number = form.parse_optional("siren", siren);
    let mut agreed = (None, None);
    for text in texts {
        let field = text.kind.code();
        if !form.checked(field, &text.id.to_string()) {
            form.refuse_with(field, "guests-refused-text-missing");
            continue;
        }
        match text.kind {
            TextKind::HouseRules => agreed.0 = Some(text.id),
            TextKind::PrivacyNotice => agreed.1 = Some(text.id),
        }
    }
    let (organisation, number) = (organisation?, number?);
    if organisation.is_none() && number.is_some() {
        form.refuse_with("organisation", "shell-field-missing");
    }
    let asked = Asked {
        name: name?,
        email: Some(email?),
        phone: Some(phone?),
        language,
        organisation: organisation.map(|name| (name, number)),
        rules: agreed.0,
        privacy: agreed.1,
    };
    form.is_valid().then_some(asked)
}

/// The number of an organisation: nine digits (SIREN), or fourteen (SIRET) of which the first nine are kept.
fn siren(text: &str) -> Result<Siren, SirenRefused> {
    Siret::parse(text).map_or_else(|_| Siren::parse(text), |siret| Ok(siret.siren()))
}
