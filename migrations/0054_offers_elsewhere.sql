-- owner: offers. What a person used of a day in another place of the network: it is paid from the same passes, and the two together
-- cost what the whole day costs.

alter table pass_day add column elsewhere text not null default 'nothing'
    constraint pass_day_elsewhere check (elsewhere in ('nothing', 'half_day', 'two_half_days', 'day'));
