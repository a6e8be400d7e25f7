//! The catalogue: what is sold, and the prices of today.

use crate::rules::catalogue::{Price, Product};
use crate::store::{prices, products};
use askama::Template;
use platform::Fault;
use platform::web::{Answer, Shell, Visit};

/// The products of a place.
#[derive(Template)]
#[template(path = "products.html")]
pub(super) struct ProductsPage {
    shell: Shell,
    products: Vec<Product>,
    prices: Vec<Price>,
    may_write: bool,
}

impl ProductsPage {
    fn of<'a>(&'a self, product: &'a Product) -> impl Iterator<Item = &'a Price> {
        self.prices
            .iter()
            .filter(move |price| price.product == product.id)
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let today = visit.today();
    let (products, prices) = visit
        .read(move |tx, actor| {
            Ok::<_, Fault>((
                products::all(tx, actor.place)?,
                prices::in_force(tx, actor.place, today)?,
            ))
        })
        .await?;
    let page = ProductsPage {
        shell: visit.shell("billing-products-title"),
        products,
        prices,
        may_write: visit.actor.may(crate::WRITE),
    };
    visit.page(&page)
}
