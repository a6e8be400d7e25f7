-- owner: joining. A notice of leaving can be taken back until its day: what it ended is known, and lasts again as it did.
alter table departure add column withdrawn_at bigint;
alter table departure add column withdrawn_by bigint;

-- A plan that the notice ended, and the last day it had before; none when it had none.
create table departure_contract (
    place_id bigint not null,
    departure_id bigint not null,
    contract_id bigint not null,
    until_before text,
    constraint departure_contract_pk primary key (place_id, departure_id, contract_id),
    constraint departure_contract_departure_fk foreign key (place_id, departure_id) references departure (place_id, id),
    constraint departure_contract_contract_fk foreign key (place_id, contract_id) references plan_contract (place_id, id)
);
