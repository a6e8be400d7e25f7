-- One place becomes many, for `just bench network`: each row of the place at hand, again for each new one. Identifiers are
-- keys together with their place, so they may stay; only the host must differ. `:places` is how many are added.
set session_replication_role = replica;
set synchronous_commit = off;
select set_config('network.places', :'places', false);

do $$
declare
    model bigint := (select place_id from place where host is null);
    copies text[] := array(
        select format(
            'insert into %1$I (%2$s) select %3$s from %1$I where place_id = %4$s on conflict do nothing',
            columns.table_name,
            string_agg(quote_ident(column_name), ', ' order by ordinal_position),
            string_agg(
                case
                    when column_name = 'place_id' then '$1'
                    when columns.table_name = 'place' and column_name = 'host' then '''place-'' || $1 || ''.example.org'''
                    else quote_ident(column_name)
                end, ', ' order by ordinal_position),
            model)
        from information_schema.columns
        where table_schema = 'public'
        group by columns.table_name
        having bool_or(column_name = 'place_id'));
    copy text;
begin
    for number in 1 .. current_setting('network.places')::integer loop
        foreach copy in array copies loop
            execute copy using number;
        end loop;
    end loop;
end $$;

analyze;
select count(*) as bookings from booking;
