//! Products.

use crate::rules::catalogue::{Basis, Family, NewProduct, Product, VatCategory};
use kernel::{Id, PlaceId};
use platform::database::{DatabaseError, Tx, params, row, statement};

/// Refuses a second product with the same code.
pub(crate) const CODE_TAKEN: &str = "product_code";

row! {
    struct ProductRow {
        id: Id<Product>,
        code: String,
        name: String,
        family: Family,
        vat_category: VatCategory,
        basis: Basis,
        account_code: String,
        active: bool,
    }
}

statement! {
    ALL -> ProductRow = "
        select id, code, name, family, vat_category, basis, account_code, active
        from product
        where place_id = $1
        order by family, code";

    FIND -> ProductRow = "
        select id, code, name, family, vat_category, basis, account_code, active
        from product
        where place_id = $1 and id = $2";

    INSERT = "
        insert into product (place_id, id, code, name, family, vat_category, basis, account_code, active)
        values ($1, $2, $3, $4, $5, $6, $7, $8, 1)";

    UPDATE = "
        update product
        set name = $3, account_code = $4, active = $5
        where place_id = $1 and id = $2";
}

/// Every product of a place, by family and code.
pub(crate) fn all(tx: &mut Tx<'_>, place: PlaceId) -> Result<Vec<Product>, DatabaseError> {
    Ok(tx
        .all(&ALL, &params![place])?
        .into_iter()
        .map(Product::from)
        .collect())
}

/// One product.
pub(crate) fn find(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Product>,
) -> Result<Option<Product>, DatabaseError> {
    Ok(tx.optional(&FIND, &params![place, id])?.map(Product::from))
}

/// Adds a product that is sold from now on.
pub(crate) fn insert(
    tx: &mut Tx<'_>,
    place: PlaceId,
    id: Id<Product>,
    new: &NewProduct,
) -> Result<(), DatabaseError> {
    let values = params![
        place,
        id,
        new.code,
        new.name,
        new.family,
        new.vat_category,
        new.basis,
        new.account_code
    ];
    tx.run(&INSERT, &values)?;
    Ok(())
}

/// Changes what does not touch amounts; false when there is no such product.
pub(crate) fn update(tx: &mut Tx<'_>, place: PlaceId, product: &Product) -> Result<bool, DatabaseError> {
    let values = params![
        place,
        product.id,
        product.name,
        product.account_code,
        product.active
    ];
    Ok(tx.run(&UPDATE, &values)? == 1)
}

impl From<ProductRow> for Product {
    fn from(row: ProductRow) -> Self {
        Self {
            id: row.id,
            code: row.code,
            name: row.name,
            family: row.family,
            vat_category: row.vat_category,
            basis: row.basis,
            account_code: row.account_code,
            active: row.active,
        }
    }
}
