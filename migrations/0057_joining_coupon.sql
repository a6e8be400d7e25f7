-- owner: joining. The code of a coupon that somebody who asks to become a member gives for their first pass.

alter table application add column coupon_code text;
