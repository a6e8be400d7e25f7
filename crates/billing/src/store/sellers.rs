//! The seller's facts, by the day from which they hold.

use crate::rules::seller::Seller;
use kernel::{Bic, Day, Email, Iban, Money, Phone, PlaceId, Rate, Siren, VatNumber};
use platform::database::{DatabaseError, Tx, params, row, statement};

row! {
    struct SellerRow {
        legal_name: String,
        legal_form: String,
        capital_cents: Money,
        siren: Siren,
        vat_number: Option<VatNumber>,
        rcs: String,
        street: String,
        postal_code: String,
        city: String,
        country: String,
        email: Email,
        phone: Option<Phone>,
        iban: Option<Iban>,
        bic: Option<Bic>,
        payment_days: i64,
        penalty_rate_bp: Rate,
        indemnity_cents: Money,
        discount_text: String,
        vat_on_debits: bool,
        footer: String,
    }
}

statement! {
    /// The facts that hold on a day.
    IN_FORCE -> SellerRow = "
        select legal_name, legal_form, capital_cents, siren, vat_number, rcs, street, postal_code, city, country,
            email, phone, iban, bic, payment_days, penalty_rate_bp, indemnity_cents, discount_text, vat_on_debits, footer
        from seller
        where place_id = $1 and from_day <= $2
        order by from_day desc
        limit 1";

    /// From this day on; written twice on one day, the last holds.
    PUT = "
        insert into seller (place_id, from_day, legal_name, legal_form, capital_cents, siren, vat_number, rcs, street,
            postal_code, city, country, email, phone, iban, bic, payment_days, penalty_rate_bp, indemnity_cents,
            discount_text, vat_on_debits, footer)
        values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)
        on conflict (place_id, from_day) do update set
            legal_name = excluded.legal_name, legal_form = excluded.legal_form,
            capital_cents = excluded.capital_cents, siren = excluded.siren, vat_number = excluded.vat_number,
            rcs = excluded.rcs, street = excluded.street, postal_code = excluded.postal_code, city = excluded.city,
            country = excluded.country, email = excluded.email, phone = excluded.phone, iban = excluded.iban,
            bic = excluded.bic, payment_days = excluded.payment_days, penalty_rate_bp = excluded.penalty_rate_bp,
            indemnity_cents = excluded.indemnity_cents, discount_text = excluded.discount_text,
            vat_on_debits = excluded.vat_on_debits, footer = excluded.footer";
}

/// The seller as it is on a day; none before it was described.
pub(crate) fn in_force(tx: &mut Tx<'_>, place: PlaceId, day: Day) -> Result<Option<Seller>, DatabaseError> {
    Ok(tx.optional(&IN_FORCE, &params![place, day])?.map(Seller::from))
}

/// Writes what holds from a day on.
pub(crate) fn put(tx: &mut Tx<'_>, place: PlaceId, from: Day, seller: &Seller) -> Result<(), DatabaseError> {
    let values = params![
        place,
        from,
        seller.legal_name,
        seller.legal_form,
        seller.capital,
        seller.siren,
        seller.vat_number,
        seller.rcs,
        seller.street,
        seller.postal_code,
        seller.city,
        seller.country,
        seller.email,
        seller.phone,
        seller.iban,
        seller.bic,
        seller.payment_days,
        seller.penalty_rate,
        seller.indemnity,
        seller.discount_text,
        seller.vat_on_debits,
        seller.footer
    ];
    tx.run(&PUT, &values)?;
    Ok(())
}

impl From<SellerRow> for Seller {
    fn from(row: SellerRow) -> Self {
        Self {
            legal_name: row.legal_name,
            legal_form: row.legal_form,
            capital: row.capital_cents,
            siren: row.siren,
            vat_number: row.vat_number,
            rcs: row.rcs,
            street: row.street,
            postal_code: row.postal_code,
            city: row.city,
            country: row.country,
            email: row.email,
            phone: row.phone,
            iban: row.iban,
            bic: row.bic,
            payment_days: row.payment_days,
            penalty_rate: row.penalty_rate_bp,
            indemnity: row.indemnity_cents,
            discount_text: row.discount_text,
            vat_on_debits: row.vat_on_debits,
            footer: row.footer,
        }
    }
}
