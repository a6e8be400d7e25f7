//! What a house must stand: the program killed in the middle of its work, and two of them on one database.

mod furnished;
mod killed;
mod ledger;
mod two_servers;
