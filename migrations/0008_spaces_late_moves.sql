-- owner: spaces. What giving a booking up costs at least, since it was moved late: moving is no way around the fee.

alter table booking add column fee_floor_cents bigint not null default 0
    constraint booking_fee_floor_within_price check (fee_floor_cents between 0 and price_cents);
