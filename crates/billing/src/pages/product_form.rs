//! A new product.

use super::choices;
use crate::actions::catalogue;
use crate::rules::catalogue::{Basis, CatalogueRefusal, Family, NewProduct, VatCategory};
use askama::Template;
use kernel::Actor;
use platform::Failure;
use platform::database::Tx;
use platform::web::{Answer, Flash, Form, Shell, StatusCode, Visit};

/// The form of a new product.
#[derive(Template)]
#[template(path = "product_form.html")]
pub(super) struct ProductFormPage {
    shell: Shell,
    form: Form,
    families: Vec<(String, String)>,
    categories: Vec<(String, String)>,
    bases: Vec<(String, String)>,
}

pub(super) async fn new(visit: Visit) -> Answer {
    let form = Form::blank(&visit);
    page(&visit, form, StatusCode::OK)
}

pub(super) async fn create(visit: Visit, mut form: Form) -> Answer {
    let (code, name) = (form.required("code"), form.required("name"));
    let family = form.parse("family", Family::parse);
    let (category, basis) = (
        form.parse("vat_category", VatCategory::parse),
        form.parse("basis", Basis::parse),
    );
    let (Some(code), Some(name), Some(family), Some(vat_category), Some(basis)) =
        (code, name, family, category, basis)
    else {
        return page(&visit, form, StatusCode::UNPROCESSABLE_ENTITY);
    };
    let account_code = form.value("account_code").to_owned();
    let product = NewProduct {
        code,
        name,
        family,
        vat_category,
        basis,
        account_code,
    };
    let act = move |tx: &mut Tx<'_>, actor: &Actor| {
        catalogue::create_product(tx, actor, product.clone())
            .map(|id| format!("/office/billing/products/{id}"))
    };
    match visit.submit(&form, act).await {
        Ok(to) => visit.redirect_with(&to, &Flash::success("billing-product-created")),
        Err(Failure::Refused(refusal)) => {
            let field = if refusal == CatalogueRefusal::CodeTaken {
                "code"
            } else {
                "name"
            };
            form.refuse(field, &refusal);
            page(&visit, form, StatusCode::UNPROCESSABLE_ENTITY)
        }
        Err(Failure::Fault(fault)) => Err(fault.into()),
    }
}

fn page(visit: &Visit, form: Form, status: StatusCode) -> Answer {
    let page = ProductFormPage {
        shell: visit.shell("billing-product-new"),
        form,
        families: choices(visit, Family::ALL, |one| one.code(), |one| one.message()),
        categories: choices(visit, VatCategory::ALL, |one| one.code(), |one| one.message()),
        bases: choices(visit, Basis::ALL, |one| one.code(), |one| one.message()),
    };
    visit.page_with_status(status, &page)
}
