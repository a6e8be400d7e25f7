-- owner: spaces. The code that a guest gave with hours held for them: used when they prove who they are, not before.
alter table booking_hold add column coupon_code text;
