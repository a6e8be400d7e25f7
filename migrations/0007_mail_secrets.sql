-- owner: platform. A mail that lets its reader in is for its reader alone: nobody else of the house may read it.

alter table mail add column secret bigint not null default 0 constraint mail_secret_known check (secret in (0, 1));
