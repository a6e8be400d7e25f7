//! The PDF and the mail of an invoice: one of each, whoever asks first.

use crate::world::{House, PRESS, both, month};
use billing::{BeforeBilling, Run};
use kernel::{Id, Role};
use platform::database::{Database, params, row, statement};
use platform::mail;

row! {
    struct CountRow {
        count: i64,
    }
}

statement! {
    FILES -> CountRow = "
        select count(*) as count
        from document
        where place_id = $1";
}

fn files_and_mails(house: &House) -> (i64, usize) {
    house.read(|tx, place| {
        let files = tx.one(&FILES, &params![place])?.count;
        Ok((files, mail::list(tx, place, 100)?.len()))
    })
}

/// A run that was issued and whose PDFs are still to be made.
fn issued(house: &House, names: &[&'static str]) -> Id<Run> {
    for name in names {
        let customer = house.customer_named(name, "Test");
        house.charge(house.room_for(customer, name, "2026-05-02"));
    }
    house.write(|tx, actor| {
        billing::prepare_month(tx, actor, month("2026-05"), &BeforeBilling::default()).unwrap();
    });
    let run = house.read(|tx, place| {
        let today = kernel::Day::parse("2026-06-15").unwrap();
        Ok(billing::review(tx, place, month("2026-05"), today)
            .unwrap()
            .run
            .unwrap()
            .id)
    });
    house.issue("2026-05");
    run
}

#[test]
fn an_invoice_that_was_looked_at_during_its_run_is_mailed_once() {
    both(|house| {
        let run = issued(&house, &["Ada", "Bea"]);
        let looked_at = house.read(billing::issued_invoices)[0].id;
        let director = house.person("Noa", "Vasseur");
        let mut visitor = house.signed_in(director, Role::ManagingDirector);
        let pdf = visitor.get(&format!("/invoices/{looked_at}/pdf"));
        assert!(pdf.body.starts_with(b"%PDF"), "{}", pdf.status);
        assert_eq!(files_and_mails(&house), (1, 0));

        for _ in 0..2 {
            billing::issue_run(&house.db, Some(&PRESS), &house.system(), run, &|_, _| Ok(())).unwrap();
            assert_eq!(files_and_mails(&house), (2, 2));
        }
    });
}

#[test]
fn two_printers_at_once_make_one_file_and_one_mail_of_each_invoice() {
    both(|house| {
        let run = issued(
            &house,
            &["Ada", "Bea", "Cleo", "Dana", "Edna", "Flora", "Gaia", "Hana"],
        );
        let second = house.another_process();
        let databases: [&Database; 2] = [&house.db, &second];
        let actor = house.system();
        std::thread::scope(|scope| {
            for db in databases {
                let actor = &actor;
                scope.spawn(move || {
                    billing::issue_run(db, Some(&PRESS), actor, run, &|_, _| Ok(())).unwrap();
                });
            }
        });
        second.close();
        assert_eq!(files_and_mails(&house), (8, 8));
    });
}
