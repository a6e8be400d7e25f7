-- owner: people. A second factor: codes of an application that follow the clock (RFC 6238), and codes for the day it is lost.

-- The secret in base32, as the application keeps it. `last_step` is the last half-minute whose code was used: none is good twice.
create table second_factor (
    place_id bigint not null,
    account_id bigint not null,
    secret text not null,
    created_at bigint not null,
    confirmed_at bigint,
    last_step bigint not null,
    constraint second_factor_pk primary key (place_id, account_id),
    constraint second_factor_account_fk foreign key (place_id, account_id) references account (place_id, id)
);

-- Only the SHA-256 of a code is kept; each is good once.
create table recovery_code (
    place_id bigint not null,
    account_id bigint not null,
    code_hash text not null constraint recovery_code_hash_whole check (length(code_hash) = 64),
    used_at bigint,
    constraint recovery_code_pk primary key (place_id, account_id, code_hash),
    constraint recovery_code_account_fk foreign key (place_id, account_id) references account (place_id, id)
);

-- A session that waits for the code opens nothing.
alter table session add column code_due bigint not null default 0 constraint session_code_due_known check (code_due in (0, 1));
