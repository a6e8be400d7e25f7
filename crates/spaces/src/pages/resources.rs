//! What can be booked, for the office.

use crate::rules::resource::Resource;
use crate::store::resources;
use askama::Template;
use billing::Product;
use kernel::Id;
use platform::Fault;
use platform::web::{Answer, Shell, Visit};
use std::collections::BTreeMap;

/// Every resource.
#[derive(Template)]
#[template(path = "resources.html")]
pub(super) struct ResourcesPage {
    shell: Shell,
    resources: Vec<Resource>,
    products: BTreeMap<Id<Product>, String>,
}

impl ResourcesPage {
    fn product(&self, resource: &Resource) -> String {
        let name = resource
            .facts
            .product
            .and_then(|product| self.products.get(&product).cloned());
        name.unwrap_or_else(|| self.shell.t("spaces-free"))
    }

    fn kind(&self, resource: &Resource) -> String {
        self.shell.t(resource.facts.kind.message())
    }
}

pub(super) async fn index(visit: Visit) -> Answer {
    let (resources, products) = visit
        .read(|tx, actor| {
            let resources = resources::list(tx, actor.place)?;
            Ok::<_, Fault>((resources, billing::products(tx, actor.place)?))
        })
        .await?;
    visit.page(&ResourcesPage {
        shell: visit.shell("spaces-resources-title"),
        resources,
        products: products
            .into_iter()
            .map(|product| (product.id, product.name))
            .collect(),
    })
}
