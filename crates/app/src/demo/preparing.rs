//! How the rooms are laid out.

use super::known::Known;
use super::rooms::room;
use super::story::Story;
use kernel::{Actor, Name};
use platform::database::Tx;
use platform::{Failure, Fault};
use spaces::{Buffers, LayoutFacts};

/// A room, and each layout with its seats and the minutes to set up and to take down.
type Layouts = (&'static str, &'static [(&'static str, i64, i64, i64)]);

const LAYOUTS: &[Layouts] = &[
    ("garance", &[("Table de réunion", 8, 0, 10), ("En U", 6, 15, 10)]),
    (
        "indigo",
        &[
            ("Table de réunion", 10, 0, 10),
            ("En U", 8, 15, 15),
            ("Théâtre", 16, 20, 15),
        ],
    ),
    (
        "gaude",
        &[
            ("En U", 12, 15, 15),
            ("Îlots", 14, 20, 20),
            ("Théâtre", 24, 20, 15),
            ("Vide", 20, 15, 15),
        ],
    ),
    (
        "halle",
        &[
            ("Îlots", 48, 60, 45),
            ("Théâtre", 80, 45, 30),
            ("Vide", 80, 30, 30),
        ],
    ),
];

/// Gives rooms their layouts.
pub(super) fn lay_out(tx: &mut Tx<'_>, story: &Story, known: &Known) -> Result<(), Fault> {
    let actor = Actor::system(known.place);
    for (key, layouts) in LAYOUTS {
        let resource = room(story, known, key)?;
        for (name, capacity, before, after) in *layouts {
            let facts = LayoutFacts {
                name: Name::parse(name).map_err(Fault::internal)?,
                capacity: *capacity,
                buffers: Buffers {
                    before: *before,
                    after: *after,
                },
            };
            spaces::add_layout(tx, &actor, resource, facts).map_err(Failure::unexpected)?;
        }
    }
    Ok(())
}
