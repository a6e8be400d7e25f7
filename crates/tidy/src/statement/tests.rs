use super::*;

fn tables_of(sql: &str) -> Vec<String> {
    tables(&words(sql))
        .into_iter()
        .map(|word| word.text.clone())
        .collect()
}

#[test]
fn comments_and_quoted_texts_are_left_out() {
    let told: Vec<String> = words("select 'from x', a -- from y\nfrom z")
        .into_iter()
        .map(|word| word.text)
        .collect();
    // A quoted text leaves its two quotes.
    assert_eq!(told, ["select", "'", "'", ",", "a", "from", "z"]);
}

#[test]
fn statements_are_told_from_sentences() {
    for sql in [
        "select id from person where place_id = $1",
        "\n  insert into person (place_id) values ($1)",
        "update booking set state = 'done'",
        "delete from session where place_id = $1",
        "with recent as (select 1) select id from recent",
    ] {
        assert!(is_sql(sql), "{sql}");
    }
    for sentence in [
        "select a room",
        "update the price",
        "with care",
        "from here",
        "spaces-booking-title",
    ] {
        assert!(!is_sql(sentence), "{sentence}");
    }
}

#[test]
fn the_tables_of_a_statement_are_found() {
    assert_eq!(
        tables_of(
            "with late as (select id from invoice where place_id = $1)
             select p.id from person p join late on late.id = p.id left join member m on m.id = p.id
             where p.email is distinct from p.name and exists (select 1 from (select 2) x) for update"
        ),
        ["invoice", "person", "member"]
    );
    assert_eq!(
        tables_of("insert into price (a) values (1) on conflict (a) do update set a = 2"),
        ["price"]
    );
    assert_eq!(
        tables_of("update booking set state = 'x' where place_id = $1"),
        ["booking"]
    );
}
