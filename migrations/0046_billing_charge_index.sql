-- owner: billing. Most charges written are open: the index that finds the charges of an invoice holds those that have one.

drop index charge_of_invoice;
create index charge_of_invoice on charge (place_id, invoice_id) where invoice_id is not null;
