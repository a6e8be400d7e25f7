//! The forms of an agreement: inviting a place, and changing what we decide for our members.

use super::partner_acts::told_once;
use crate::actions::agreements::{NewPartner, invite, set_terms};
use crate::calls::plain;
use crate::rules::agreement::{HomeTerms, Partner, PartnerId, PartnerRefused, Rates};
use crate::rules::code::Invitation;
use crate::store::partners;
use askama::Template;
use billing::Product;
use kernel::{Day, Id, Money, OrganisationId};
use offers::PassOffer;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault, OrNotFound as _};

/// The most organisations that a list offers.
const MOST_ORGANISATIONS: i64 = 500;
/// Days of one person elsewhere in a month, unless the place decides.
const USUAL_CAP: i64 = 5;

/// The form of an agreement.
#[derive(Template)]
#[template(path = "agreement_form.html")]
struct AgreementPage {
    shell: Shell,
    form: Form,
    /// The agreement that is changed; none for an invitation.
    partner: Option<Partner>,
    passes: Vec<PassOffer>,
    organisations: Vec<(String, String)>,
    products: Vec<(String, String)>,
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit)
        .with("cap_days", USUAL_CAP)
        .with("from", visit.today().month_of().next().first());
    shown(&visit, None, form, StatusCode::OK).await
}

pub(super) async fn edit(visit: Visit, Path(id): Path<PartnerId>) -> Answer {
    let partner = found(&visit, id).await?;
    let text = |id: Option<String>| id.unwrap_or_default();
    let mut form = Form::blank(&visit)
        .with("url", &partner.url)
        .with("cap_days", partner.terms.cap_days)
        .with(
            "organisation",
            text(partner.terms.organisation.map(|id| id.to_string())),
        )
        .with("product", text(partner.terms.product.map(|id| id.to_string())));
    for offer in &partner.terms.accepted {
        form = form.and("accepted", offer);
    }
    shown(&visit, Some(partner), form, StatusCode::OK).await
}

async fn found(visit: &Visit, id: PartnerId) -> Result<Partner, Fault> {
    visit
        .read(move |tx, actor| partners::find(tx, actor.place, id).map_err(Fault::from))
        .await?
        .or_not_found()
}

async fn shown(visit: &Visit, partner: Option<Partner>, form: Form, status: StatusCode) -> Answer {
    let (passes, organisations, products) = visit
        .read(|tx, actor| {
            let first = OrganisationId::from_i64(0);
            Ok::<_, Fault>((
                offers::pass_offers(tx, actor.place)?,
                people::organisations_after(tx, actor.place, first, MOST_ORGANISATIONS)?,
                billing::products(tx, actor.place)?,
            ))
        })
        .await?;
    let nobody = || (String::new(), visit.text("network-choose"));
    let mut organisations: Vec<(String, String)> = organisations
        .into_iter()
        .map(|one| (one.id.to_string(), one.name.as_str().to_owned()))
        .collect();
    organisations.sort_by_cached_key(|(_, name)| kernel::fold(name));
    let products = products.into_iter().filter(|one| one.active);
    let title = if partner.is_some() {
        "network-terms-change"
    } else {
        "network-invite"
    };
    let page = AgreementPage {
        shell: visit.shell(title),
        form,
        partner,
        passes: passes.into_iter().filter(|one| one.active).collect(),
        organisations: [nobody()].into_iter().chain(organisations).collect(),
        products: [nobody()]
            .into_iter()
            .chain(products.map(|one| (one.id.to_string(), one.name)))
            .collect(),
    };
    visit.page_with_status(status, &page)
}

/// What the form says of our members.
pub(super) fn terms(form: &mut Form) -> Option<HomeTerms> {
    let cap_days = form.number("cap_days");
    let organisation = form.parse_optional("organisation", OrganisationId::parse);
    let product = form.parse_optional("product", Id::<Product>::parse);
    let accepted = form
        .values("accepted")
        .filter_map(|id| Id::parse(id).ok())
        .collect();
    Some(HomeTerms {
        accepted,
        cap_days: cap_days?,
        organisation: organisation?,
        product: product?,
    })
}

fn agreed(form: &mut Form) -> Option<NewPartner> {
    let (name, url) = (form.required("name"), form.required("url"));
    let half_day = form.parse("half_day", Money::parse);
    let day = form.parse("day", Money::parse);
    let from = form.parse("from", Day::parse);
    let until = form.parse_optional("until", Day::parse);
    let terms = terms(form);
    Some(NewPartner {
        name: name?,
        town: form.value("town").to_owned(),
        url: url?,
        rates: Rates {
            half_day: half_day?,
            day: day?,
            from: from?,
            until: until?,
        },
        terms: terms?,
    })
}

/// The field at which a refusal is said.
pub(super) fn field_of(refusal: &PartnerRefused) -> &'static str {
    match refusal {
        PartnerRefused::Address | PartnerRefused::Unreachable | PartnerRefused::NotTaken => "url",
        PartnerRefused::Rates => "day",
        PartnerRefused::Dates => "until",
        PartnerRefused::Cap => "cap_days",
        PartnerRefused::Unknown => "accepted",
        PartnerRefused::Invitation | PartnerRefused::Twice | PartnerRefused::Currency => "invitation",
        PartnerRefused::Name | PartnerRefused::Standing => "name",
    }
}

/// `POST /office/network`: an invitation, told once.
pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let Some(new) = agreed(&mut form) else {
        return shown(&visit, None, form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let plain = plain(&visit);
    let invitation = Invitation::new(visit.app.db.entropy().bytes());
    let made = invitation.clone();
    let done = visit
        .submit(&form, move |tx, actor| {
            Ok(invite(tx, actor, &new, &made, plain)?.to_string())
        })
        .await;
    match done {
        Ok(id) => {
            let id = PartnerId::parse(&id).map_err(Fault::internal)?;
            told_once(&visit, id, invitation).await
        }
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, None, form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// `POST /office/network/{id}/terms`.
pub(super) async fn update(visit: Visit, Path(id): Path<PartnerId>, mut form: Form) -> Answer {
    let partner = found(&visit, id).await?;
    let url = form.required("url");
    let (Some(terms), Some(url)) = (terms(&mut form), url) else {
        return shown(&visit, Some(partner), form, StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    let plain = plain(&visit);
    let done = visit
        .submit(&form, move |tx, actor| {
            set_terms(tx, actor, id, (&terms, &url), plain)?;
            Ok(format!("/office/network/{id}"))
        })
        .await;
    match done {
        Ok(to) => visit.redirect_with(&to, &Flash::success("network-terms-kept")),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field_of(&refusal), &refusal);
            shown(&visit, Some(partner), form, StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}
