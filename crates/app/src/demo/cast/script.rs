//! The people as they are written down in `cast.toml`.

use platform::Fault;
use serde::Deserialize;

/// The whole file.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Script {
    pub(super) team: Team,
    pub(super) logins: Logins,
    pub(super) members: Members,
    pub(super) teams: Vec<House>,
    pub(super) companies: Vec<House>,
    pub(super) guests: Vec<GuestHouse>,
    pub(super) callers: Names,
    pub(super) visitors: Names,
}

/// Who runs the place.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Team {
    pub(super) facilitators: Vec<String>,
    pub(super) managing_director: String,
    pub(super) accountant: String,
    pub(super) administrator: String,
}

/// Who signs in by an easy address, by role.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Logins {
    pub(super) member: String,
    pub(super) facilitator: String,
    pub(super) managing_director: String,
    pub(super) accountant: String,
    pub(super) administrator: String,
}

/// Members who pay for themselves, and those who left.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Members {
    pub(super) nomads: Vec<String>,
    pub(super) residents: Vec<String>,
    pub(super) former: Vec<String>,
}

/// What an organisation takes for its people.
#[derive(Debug, Default, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "snake_case")]
pub(super) enum Taken {
    /// A place in the corner of the teams.
    #[default]
    TeamPlan,
    /// A resident's plan.
    Plan,
    /// Passes.
    Pass,
}

/// An organisation that pays for its people.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct House {
    pub(super) name: String,
    #[serde(default)]
    pub(super) offer: Taken,
    pub(super) people: Vec<String>,
}

/// An organisation that hires rooms, and who calls for it.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct GuestHouse {
    pub(super) name: String,
    pub(super) contact: String,
    /// Whether it is in the register of companies, and bears VAT.
    #[serde(default)]
    pub(super) company: bool,
}

/// A list of names.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub(super) struct Names {
    pub(super) names: Vec<String>,
}

/// Reads the file that the program carries.
pub(super) fn read() -> Result<Script, Fault> {
    toml::from_str(include_str!("../cast.toml")).map_err(Fault::internal)
}
