-- One place becomes many, for `just bench network`: each row of the place at hand, again for each new one. Identifiers are
-- keys together with their place, so they may stay; only the host must differ. `:places` is how many are added.
-- Indexes that keep no promise are made anew at the end: five million rows go in twenty times as fast.
set session_replication_role = replica;
set synchronous_commit = off;
set maintenance_work_mem = '512MB';
select set_config('network.places', :'places', false);

create temp table left_out as
    select indexname, indexdef from pg_indexes
    where schemaname = 'public' and indexname not in (select conname from pg_constraint)
        and indexdef not like 'CREATE UNIQUE%';

do $$
declare
    model bigint := (select place_id from place where host is null);
    dropped text;
    made text;
    source text;
    copied text;
begin
    for dropped in select indexname from left_out loop
        execute format('drop index %I', dropped);
    end loop;
    for source, copied in
        select columns.table_name, format(
            'insert into %1$I (%2$s) select %3$s from generate_series(1, %4$s) as copies (number)'
            -- each place whole before the next: the condition keeps the planner from turning the two loops round
            ' cross join lateral (select kept.* from model_row as kept where copies.number > 0 offset 0) as model'
            ' on conflict do nothing',
            columns.table_name,
            string_agg(quote_ident(column_name), ', ' order by ordinal_position),
            string_agg(
                case
                    when column_name = 'place_id' then 'copies.number'
                    when columns.table_name = 'place' and column_name = 'host' then '''place-'' || copies.number || ''.example.org'''
                    else 'model.' || quote_ident(column_name)
                end, ', ' order by ordinal_position),
            current_setting('network.places'))
        from information_schema.columns
        where table_schema = 'public'
        group by columns.table_name
        having bool_or(column_name = 'place_id')
    loop
        execute format('create temp table model_row as select kept.* from %I as kept where place_id = %s', source, model);
        execute copied;
        drop table model_row;
    end loop;
    for made in select indexdef from left_out loop
        execute made;
    end loop;
end $$;

analyze;
select count(*) as bookings from booking;
