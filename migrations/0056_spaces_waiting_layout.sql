-- owner: spaces. Who waits for hours says how the room is laid out and what the desk should know, as in a booking: the time to set it up decides whether they fit.
alter table waiting_entry add column layout_id bigint;
alter table waiting_entry add column note text not null default '';
