//! What the first visit of the week view carries over the wire, part by part.

use crate::served::Served;
use crate::table::{Table, kilobytes};
use crate::visitor::Visitor;
use std::collections::BTreeSet;

pub(crate) fn measure(served: &Served, table: &mut Table) {
    let mut visitor = Visitor::sign_in(&served.address, "member@example.org");
    visitor.accepts = "gzip, deflate, br, zstd";
    let packed = visitor.page("/calendar");
    visitor.accepts = "identity";
    let page = visitor.page("/calendar").html();
    visitor.accepts = "gzip, deflate, br, zstd";
    let mut wanted: BTreeSet<String> = page.attributes("link[href]", "href").into_iter().collect();
    wanted.extend(page.attributes("script[src], img[src]", "src"));
    let foreign = wanted.iter().filter(|path| !path.starts_with('/')).count();
    let mut total = packed.body.len() + packed.head;
    println!("    {:>10}  /calendar", kilobytes(total));
    for path in &wanted {
        let part = visitor.page(path);
        let weighs = part.body.len() + part.head;
        println!("    {:>10}  {path}", kilobytes(weighs));
        total += weighs;
    }
    table.judge(
        "weight of the first visit of the week view",
        format!(
            "{} in {} answers, {foreign} from elsewhere",
            kilobytes(total),
            wanted.len() + 1
        ),
        "< 200 kB, none from elsewhere",
        total < 200_000 && foreign == 0,
    );
}
