//! Closed lists whose members have a stable code: in the database, in addresses, in files.

crate::refusals! {
    /// The text is not one of the codes of the list.
    pub enum UnknownCode {
        /// What was read.
        Unknown {
            /// The text as it came.
            code: String
        } = "refused-unknown-code",
    }
}

/// Declares an enum without facts whose members have a stable code: gives `ALL`, `code`, `parse`,
/// `Display`, `FromStr`, and serde as the code.
///
/// ```
/// kernel::codes! {
///     /// How a person came in.
///     pub enum Door {
///         /// By the street.
///         Street = "street",
///         /// By the yard.
///         Yard = "yard",
///     }
/// }
/// assert_eq!(Door::parse("yard"), Ok(Door::Yard));
/// assert_eq!(Door::Street.code(), "street");
/// assert!(Door::parse("roof").is_err());
/// ```
#[macro_export]
macro_rules! codes {
    (
        $(#[$meta:meta])*
        $visibility:vis enum $name:ident {
            $( $(#[$variant_meta:meta])* $variant:ident = $code:literal ),+ $(,)?
        }
    ) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        $visibility enum $name {
            $( $(#[$variant_meta])* $variant ),+
        }

        impl $name {
            /// Every member, in the order of the declaration.
            pub const ALL: &'static [Self] = &[$(Self::$variant),+];

            /// The stable code, as stored and as written in addresses.
            #[must_use]
            pub const fn code(self) -> &'static str {
                match self {
                    $( Self::$variant => $code ),+
                }
            }

            /// Reads a code, exactly as [`Self::code`] writes it.
            ///
            /// # Errors
            /// `UnknownCode` when the text is none of the codes.
            pub fn parse(text: &str) -> Result<Self, $crate::UnknownCode> {
                match text {
                    $( $code => Ok(Self::$variant), )+
                    _ => Err($crate::UnknownCode::Unknown { code: text.to_owned() }),
                }
            }
        }

        $crate::text_form!($name, $crate::UnknownCode);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(self.code())
            }
        }
    };
}

/// Gives a type that has `parse` and `Display` its other textual faces: `FromStr`,
/// `TryFrom<String>`, and serde as that text.
#[macro_export]
macro_rules! text_form {
    ($name:ty, $refused:ty) => {
        impl std::str::FromStr for $name {
            type Err = $refused;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                Self::parse(text)
            }
        }

        impl TryFrom<String> for $name {
            type Error = $refused;

            fn try_from(text: String) -> Result<Self, Self::Error> {
                Self::parse(&text)
            }
        }

        impl $crate::__serde::Serialize for $name {
            fn serialize<S: $crate::__serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                serializer.collect_str(self)
            }
        }

        impl<'de> $crate::__serde::Deserialize<'de> for $name {
            fn deserialize<D: $crate::__serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let text = <String as $crate::__serde::Deserialize>::deserialize(deserializer)?;
                Self::parse(&text).map_err($crate::__serde::de::Error::custom)
            }
        }
    };
}
