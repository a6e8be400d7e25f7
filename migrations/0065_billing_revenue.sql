-- owner: billing. Revenue by product and month is added up from the index of charges alone, without reading the charges.

drop index charge_open;
create index charge_open on charge (place_id, state, month, customer_id, product_id, basis, rate_bp, amount_cents);
