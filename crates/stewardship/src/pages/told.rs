//! Things as several pages say them.

use crate::rules::delivery::Delivery;
use platform::Argument;
use platform::web::Words;

/// "3 lettres", "un colis de La Poste".
pub(crate) fn pieces(words: &Words, delivery: &Delivery) -> String {
    let count = [("count", Argument::from(delivery.quantity))];
    let what = words.text(delivery.kind.message(), &count);
    if delivery.sender.is_empty() {
        return what;
    }
    let told = [
        ("what", Argument::from(what)),
        ("sender", Argument::from(delivery.sender.as_str())),
    ];
    words.text("stewardship-delivery-from", &told)
}
