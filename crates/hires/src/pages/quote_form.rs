//! The quote of a request as the team writes it, looks at it, sends it and takes it back.

use super::fields::{choices, done, money};
use super::quote_lines;
use crate::actions::answer::{self, quote_of};
use crate::actions::buyer::unverified;
use crate::actions::known_to_read;
use crate::letters::printable;
use crate::permissions::ANSWER;
use crate::rules::hire::{At, Hire};
use askama::Template;
use billing::{Buyer, Conditions, Quote, QuoteAct, QuoteFacts, QuoteState};
use kernel::{Day, Days, Email, Id, Locale, Rate, Siren};
use people::Organisation;
use platform::web::{Answer, Flash, Form, Path, Shell, StatusCode, Visit};
use platform::{Failure, Fault};
use press::Press;
use std::sync::Arc;

/// A quote being written, or as it was sent.
#[derive(Template)]
#[template(path = "quote_form.html")]
pub(super) struct QuotePage {
    shell: Shell,
    form: Form,
    hire: Hire,
    quote: Quote,
    conditions: Option<Conditions>,
    products: Vec<(String, String)>,
    has_seller: bool,
    /// The organisation that was named, when who asks does not belong to it.
    unverified: Option<Organisation>,
    rows: usize,
    today: Day,
    may_answer: bool,
}

impl QuotePage {
    fn state(&self) -> QuoteState {
        self.quote.state_on(self.today)
    }

    fn is_draft(&self) -> bool {
        self.may_answer && self.quote.state == QuoteState::Draft
    }

    fn is_out(&self) -> bool {
        self.may_answer && self.quote.may(QuoteAct::Withdraw, self.today).is_ok()
    }

    fn base(&self) -> String {
        page_of(self.hire.id, self.quote.id)
    }

    fn all_rows(&self) -> std::ops::Range<usize> {
        0..self.rows
    }

    fn line_title(&self, row: &usize) -> String {
        let number = row.saturating_add(1).to_string();
        self.shell.t1("hires-line", "number", number)
    }

    /// Whether a row holds no line yet.
    fn is_spare(&self, row: &usize) -> bool {
        self.form.value(&field(row, "label")).is_empty()
    }

    fn value(&self, name: &str) -> &str {
        self.form.value(name)
    }

    fn number(&self) -> String {
        let number = self.quote.number.map(|number| number.to_string());
        number.unwrap_or_else(|| self.shell.t("billing-quote-unnumbered"))
    }
}

/// The name of a field of a line.
fn field(row: &usize, part: &str) -> String {
    format!("line-{row}-{part}")
}

fn page_of(hire: Id<Hire>, quote: Id<Quote>) -> String {
    format!("/office/exclusive-hires/{hire}/quotes/{quote}")
}

type Ids = (Id<Hire>, Id<Quote>);

pub(super) async fn edit(visit: Visit, Path(ids): Path<Ids>) -> Answer {
    shown(&visit, ids, None, StatusCode::OK).await
}

async fn shown(visit: &Visit, (id, quote): Ids, form: Option<Form>, status: StatusCode) -> Answer {
    let today = visit.today();
    let (hire, quote, conditions, products, (seller, unverified)) = visit
        .read(move |tx, actor| {
            let hire = known_to_read(tx, actor.place, id)?;
            let quote = quote_of(tx, actor, id, quote)?;
            let conditions = match quote.conditions {
                Some(conditions) => Some(billing::conditions(tx, actor.place, conditions)?),
                None => billing::conditions_in_force(tx, actor.place)?,
            };
            let products = billing::products(tx, actor.place)?;
            let seller = billing::seller_on(tx, actor.place, today)?;
            let unverified = unverified(tx, actor.place, &hire)?;
            Ok::<_, Fault>((hire, quote, conditions, products, (seller.is_some(), unverified)))
        })
        .await?;
    let form = form.unwrap_or_else(|| filled(visit, &quote));
    let shell = visit.shell_titled(visit.text_with(
        "hires-quote-title",
        &[("who", quote.facts.buyer.name.as_str().into())],
    ));
    let page = QuotePage {
        rows: quote_lines::rows(&form),
        products: choices(&shell, products),
        shell,
        form,
        hire,
        quote,
        conditions,
        has_seller: seller,
        unverified,
        today,
        may_answer: visit.actor.may(ANSWER),
    };
    visit.page_with_status(status, &page)
}

fn filled(visit: &Visit, quote: &Quote) -> Form {
    let (facts, locale) = (&quote.facts, visit.locale);
    let buyer = &facts.buyer;
    let form = Form::blank(visit)
        .with("subject", &facts.subject)
        .with("introduction", &facts.introduction)
        .with("buyer", &buyer.name)
        .with("professional", if buyer.professional { "yes" } else { "" })
        .with(
            "siren",
            buyer.siren.as_ref().map(ToString::to_string).unwrap_or_default(),
        )
        .with("street", &buyer.street)
        .with("postal_code", &buyer.postal_code)
        .with("city", &buyer.city)
        .with("contact", &facts.contact)
        .with("email", &facts.email)
        .with("language", facts.language.code())
        .with("valid_until", facts.valid_until)
        .with("discount", facts.discount.field(locale))
        .with("guarantee", facts.guarantee.field(locale));
    quote_lines::fill(form, facts, locale)
}

/// What the fields say; the days of the service stay those of the request.
fn read(form: &mut Form, service: Days) -> Option<QuoteFacts> {
    let lines = quote_lines::read(form);
    let siren = form.parse_optional("siren", Siren::parse);
    let email = form.parse("email", Email::parse);
    let language = form.parse("language", Locale::parse);
    let valid_until = form.parse("valid_until", Day::parse);
    let discount = form.parse_optional("discount", Rate::parse);
    let guarantee = money(form, "guarantee");
    let buyer = Buyer {
        professional: form.checked("professional", "yes"),
        name: form.required("buyer")?,
        street: form.value("street").to_owned(),
        postal_code: form.value("postal_code").to_owned(),
        city: form.value("city").to_owned(),
        country: people::FRANCE.to_owned(),
        siren: siren?,
        vat_number: None,
    };
    Some(QuoteFacts {
        subject: form.required("subject")?,
        introduction: form.value("introduction").to_owned(),
        buyer,
        contact: form.required("contact")?,
        email: email?,
        language: language?,
        service,
        valid_until: valid_until?,
        discount: discount?.unwrap_or(Rate::ZERO),
        guarantee: guarantee?,
        lines: lines?,
    })
}

pub(super) async fn update(visit: Visit, Path((id, quote)): Path<Ids>, mut form: Form) -> Answer {
    let known = visit
        .read(move |tx, actor| quote_of(tx, actor, id, quote))
        .await?;
    let Some(mut facts) = read(&mut form, known.facts.service) else {
        return shown(&visit, (id, quote), Some(form), StatusCode::UNPROCESSABLE_ENTITY).await;
    };
    facts.buyer.vat_number = known
        .facts
        .buyer
        .vat_number
        .filter(|_| facts.buyer.siren == known.facts.buyer.siren);
    let acted = visit
        .submit(&form, move |tx, actor| {
            answer::change(tx, actor, (id, quote), &facts)?;
            Ok(page_of(id, quote))
        })
        .await;
    answered(&visit, (id, quote), form, acted, "hires-quote-kept").await
}

pub(super) async fn send(visit: Visit, Path((id, quote)): Path<Ids>, form: Form) -> Answer {
    let acted = visit
        .submit(&form, move |tx, actor| {
            answer::send(tx, actor, id, quote)?;
            Ok(format!("/office/exclusive-hires/{id}"))
        })
        .await;
    done(&visit, acted, &page_of(id, quote), "hires-quote-sent")
}

pub(super) async fn withdraw(visit: Visit, Path((id, quote)): Path<Ids>, form: Form) -> Answer {
    let reason = form.value("reason").to_owned();
    let acted = visit
        .submit(&form, move |tx, actor| {
            answer::withdraw(tx, actor, (id, quote), &reason)?;
            Ok(format!("/office/exclusive-hires/{id}"))
        })
        .await;
    done(&visit, acted, &page_of(id, quote), "hires-quote-withdrawn")
}

async fn answered(
    visit: &Visit,
    ids: Ids,
    mut form: Form,
    acted: Result<String, Failure<At>>,
    success: &str,
) -> Answer {
    match acted {
        Ok(to) => visit.redirect_with(&to, &Flash::success(success)),
        Err(Failure::Refused(at)) => {
            form.refuse(at.field, &*at.why);
            shown(visit, ids, Some(form), StatusCode::UNPROCESSABLE_ENTITY).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The quote as it would be sent, or as it is.
pub(super) async fn document(visit: Visit, Path((id, quote)): Path<Ids>) -> Answer {
    let known = visit
        .read(move |tx, actor| quote_of(tx, actor, id, quote))
        .await?;
    pdf(&visit, &known).await
}

/// The PDF of a quote, set anew: the same content gives the same bytes.
pub(super) async fn pdf(visit: &Visit, quote: &Quote) -> Answer {
    let id = quote.id;
    let content = visit
        .read(move |tx, actor| printable(tx, actor.place, id))
        .await?;
    let press: Arc<Press> = visit.app.extras.get::<Arc<Press>>()?.clone();
    let bytes = press.quote(&content).map_err(Fault::internal)?;
    visit.download(&billing::quote_filename(quote), "application/pdf", bytes)
}
