//! What a refusal says to the program; what it says to a person is in the message files.

/// A rule or a reader said no, for a reason that a person can be told in their language.
///
/// The web shell looks up [`Refusal::key`] in the messages and fills it with [`Refusal::arguments`].
pub trait Refusal {
    /// The key of the message, in kebab-case: `refused-money-too-precise`.
    fn key(&self) -> &'static str;

    /// The named values that the message may show.
    fn arguments(&self) -> Vec<(&'static str, String)> {
        vec![]
    }
}

/// Declares an enum of refusals, each with its message key: implements [`Refusal`], `Display` (the
/// key) and `std::error::Error`, and gives `KEYS` so that a test can look for every message.
///
/// ```
/// kernel::refusals! {
///     /// Why a room cannot be booked.
///     pub enum BookingRefused {
///         /// The room is taken.
///         Taken = "refused-booking-taken",
///         /// More people than seats.
///         TooMany {
///             /// Seats of the room.
///             seats: u32
///         } = "refused-booking-too-many",
///     }
/// }
/// use kernel::Refusal;
/// assert_eq!(BookingRefused::Taken.key(), "refused-booking-taken");
/// assert_eq!(BookingRefused::TooMany { seats: 8 }.arguments(), [("seats", "8".to_owned())]);
/// ```
#[macro_export]
macro_rules! refusals {
    (
        $(#[$meta:meta])*
        $visibility:vis enum $name:ident {
            $(
                $(#[$variant_meta:meta])*
                $variant:ident $({ $( $(#[$field_meta:meta])* $field:ident : $kind:ty ),+ $(,)? })? = $key:literal
            ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, PartialEq, Eq)]
        $visibility enum $name {
            $(
                $(#[$variant_meta])*
                $variant $({ $( $(#[$field_meta])* $field: $kind ),+ })?
            ),+
        }

        impl $name {
            /// The message key of every variant, in order.
            pub const KEYS: &'static [&'static str] = &[$($key),+];
        }

        impl $crate::Refusal for $name {
            fn key(&self) -> &'static str {
                match self {
                    $( Self::$variant $({ $( $field: _ ),+ })? => $key, )+
                }
            }

            fn arguments(&self) -> Vec<(&'static str, String)> {
                match self {
                    $( Self::$variant $({ $( $field ),+ })? => {
                        vec![$( $( (stringify!($field), $field.to_string()) ),+ )?]
                    } )+
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str($crate::Refusal::key(self))
            }
        }

        impl std::error::Error for $name {}
    };
}
