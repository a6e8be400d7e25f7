-- owner: people. Passkeys (WebAuthn level 3): key pairs whose public half the place keeps, beside or instead of codes and passwords.

-- `credential_id` and `public_key` (a COSE_Key) in base64url, as the authenticator gave them. `sign_count` must grow unless it is
-- always zero; `backup_eligible` says that the authenticator may copy the key to other devices of its holder, and never changes.
create table passkey (
    place_id bigint not null,
    id bigint not null,
    account_id bigint not null,
    credential_id text not null,
    public_key text not null,
    sign_count bigint not null constraint passkey_sign_count_positive check (sign_count >= 0),
    backup_eligible bigint not null constraint passkey_backup_eligible_known check (backup_eligible in (0, 1)),
    name text not null,
    created_at bigint not null,
    used_at bigint,
    constraint passkey_pk primary key (place_id, id),
    constraint passkey_account_fk foreign key (place_id, account_id) references account (place_id, id),
    constraint passkey_credential_unique unique (place_id, credential_id)
);

create index passkey_by_account on passkey (place_id, account_id);

-- What a browser was asked to sign: one at a time for each purpose and browser, good once and for five minutes. `bound_to` is the
-- SHA-256 of what the browser holds: its session, the session that waits, or the token of its forms.
create table passkey_challenge (
    place_id bigint not null,
    purpose text not null constraint passkey_challenge_purpose_known check (purpose in ('register', 'sign_in', 'second_factor')),
    bound_to text not null constraint passkey_challenge_bound_whole check (length(bound_to) = 64),
    challenge text not null,
    expires_at bigint not null,
    constraint passkey_challenge_pk primary key (place_id, purpose, bound_to)
);

create index passkey_challenge_by_end on passkey_challenge (place_id, expires_at);
