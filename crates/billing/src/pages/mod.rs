//! The pages of billing.

mod customer;
mod customer_acts;
mod customers;
mod invoice;
mod invoices;
mod month;
mod month_acts;
mod months;
mod my_invoices;
mod product;
mod product_form;
mod products;
mod seller;
mod vat;

use crate::{OWN, READ, WRITE};
use kernel::{Actor, Refusal};
use platform::Failure;
use platform::database::Tx;
use platform::web::{Access, Answer, Flash, Form, Routes, Visit};
use std::future::Future;

/// Every page of billing, with who may open it.
pub(crate) fn routes() -> Routes {
    of_oneself()
        .merge(of_months())
        .merge(of_customers())
        .merge(of_the_catalogue())
}

fn of_oneself() -> Routes {
    let own = Access::Needs(OWN);
    Routes::new()
        .get("/me/invoices", own, my_invoices::index)
        .get("/me/invoices/{id}", own, my_invoices::show)
        .get("/invoices/{id}/pdf", Access::Any(&[READ, OWN]), invoice::pdf)
}

fn of_months() -> Routes {
    let (read, write) = (Access::Needs(READ), Access::Needs(WRITE));
    Routes::new()
        .get("/office/billing", read, months::index)
        .get("/office/billing/{month}", read, month::show)
        .post("/office/billing/{month}/preparation", write, month_acts::prepare)
        .post("/office/billing/{month}/exclusions", write, month_acts::exclude)
        .post("/office/billing/{month}/inclusions", write, month_acts::include)
        .post("/office/billing/{month}/issue", write, month_acts::issue)
        .post("/office/billing/{month}/resumption", write, month_acts::resume)
}

fn of_customers() -> Routes {
    let (read, write) = (Access::Needs(READ), Access::Needs(WRITE));
    Routes::new()
        .get("/office/billing/invoices", read, invoices::index)
        .get("/office/billing/invoices/{id}", read, invoice::show)
        .get("/office/billing/customers", read, customers::index)
        .get("/office/billing/customers/{id}", read, customer::show)
        .post(
            "/office/billing/customers/{id}/payments",
            write,
            customer_acts::pay,
        )
        .post(
            "/office/billing/customers/{id}/credit",
            write,
            customer_acts::use_credit,
        )
        .post(
            "/office/billing/customers/{id}/reversals",
            write,
            customer_acts::reverse,
        )
}

fn of_the_catalogue() -> Routes {
    let (read, write) = (Access::Needs(READ), Access::Needs(WRITE));
    Routes::new()
        .get("/office/billing/products", read, products::index)
        .get("/office/billing/products/new", write, product_form::new)
        .post("/office/billing/products", write, product_form::create)
        .get("/office/billing/products/{id}", read, product::show)
        .post("/office/billing/products/{id}", write, product::change)
        .post("/office/billing/products/{id}/prices", write, product::set_price)
        .get("/office/billing/vat", read, vat::show)
        .post("/office/billing/vat", write, vat::set)
        .get("/office/billing/seller", read, seller::show)
        .post("/office/billing/seller", write, seller::set)
}

/// Does one act of a form once, then goes where it says with good news; a refusal is noted at `field` and `again` shows the page.
async fn act_once<R, F, A, W>(
    visit: &Visit,
    mut form: Form,
    (field, done): (&str, &str),
    act: F,
    again: A,
) -> Answer
where
    R: Refusal + Send + 'static,
    F: Fn(&mut Tx<'_>, &Actor) -> Result<String, Failure<R>> + Send + 'static,
    A: FnOnce(Form) -> W,
    W: Future<Output = Answer>,
{
    match visit.submit(&form, act).await {
        Ok(to) => visit.redirect_with(&to, &Flash::success(done)),
        Err(Failure::Refused(refusal)) => {
            form.refuse(field, &refusal);
            again(form).await
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

/// The choices of a select: the code of each, and its name in the person's language.
fn choices<T>(
    visit: &Visit,
    all: &[T],
    code: impl Fn(&T) -> &'static str,
    message: impl Fn(&T) -> &'static str,
) -> Vec<(String, String)> {
    all.iter()
        .map(|one| (code(one).to_owned(), visit.text(message(one))))
        .collect()
}
