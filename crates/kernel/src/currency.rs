//! Currencies.

crate::refusals! {
    /// Why a text is not a currency that can be kept in cents.
    pub enum CurrencyRefused {
        /// Not three letters.
        Malformed = "refused-currency-malformed",
        /// A currency whose unit is not divided in a hundred.
        WithoutCents = "refused-currency-without-cents",
    }
}

/// A currency by its ISO 4217 code. Only currencies divided in a hundred are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Currency([u8; 3]);

/// ISO 4217 currencies whose minor unit is not a hundredth.
const WITHOUT_CENTS: [&str; 23] = [
    "BHD", "BIF", "CLP", "DJF", "GNF", "IQD", "ISK", "JOD", "JPY", "KMF", "KRW", "KWD", "LYD", "OMR", "PYG",
    "RWF", "TND", "UGX", "VND", "VUV", "XAF", "XOF", "XPF",
];

impl Currency {
    /// The euro.
    pub const EUR: Self = Self(*b"EUR");

    /// Reads a three-letter code, in either case.
    ///
    /// # Errors
    /// [`CurrencyRefused`] when it is not three letters or has no cents.
    pub fn parse(text: &str) -> Result<Self, CurrencyRefused> {
        let code = text.trim().to_ascii_uppercase();
        let bytes = <[u8; 3]>::try_from(code.as_bytes()).map_err(|_| CurrencyRefused::Malformed)?;
        if !bytes.iter().all(u8::is_ascii_uppercase) {
            return Err(CurrencyRefused::Malformed);
        }
        if WITHOUT_CENTS.contains(&code.as_str()) {
            return Err(CurrencyRefused::WithoutCents);
        }
        Ok(Self(bytes))
    }

    /// The ISO 4217 code: `EUR`.
    #[must_use]
    pub fn code(&self) -> &str {
        // Three capital letters by construction.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }

    /// The usual symbol, or the code where there is none: `€`, `CHF`.
    #[must_use]
    pub fn symbol(&self) -> &str {
        match self.code() {
            "EUR" => "€",
            "GBP" => "£",
            "USD" => "$",
            code => code,
        }
    }
}

impl Default for Currency {
    fn default() -> Self {
        Self::EUR
    }
}

impl std::fmt::Display for Currency {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.code())
    }
}

crate::text_form!(Currency, CurrencyRefused);
