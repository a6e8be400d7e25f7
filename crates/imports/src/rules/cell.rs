//! What a cell says: days, amounts, numbers, words.

use kernel::{Day, Money, MoneyRefused, Name, NameRefused, Phone, PhoneRefused, fold};
use spaces::Part;

/// The days that make sense in the files of a place.
const FIRST_YEAR: i16 = 1950;
const LAST_YEAR: i16 = 2100;

kernel::refusals! {
    /// Why a cell is not taken.
    pub enum CellRefused {
        /// Nothing is written and something must be.
        Missing = "imports-cell-missing",
        /// A formula, not a value.
        Formula = "imports-cell-formula",
        /// Not written as a day.
        NotADay = "imports-cell-not-a-day",
        /// Written as a day that the calendar does not have.
        NotInCalendar = "imports-cell-not-in-calendar",
        /// A day no place has lived or will soon.
        FarDay = "imports-cell-far-day",
        /// Not written as a time.
        NotATime = "imports-cell-not-a-time",
        /// A day is wanted and only a time is written.
        DayMissing = "imports-cell-day-missing",
        /// A time is wanted and only a day is written.
        TimeMissing = "imports-cell-time-missing",
        /// Neither an end nor a duration.
        EndMissing = "imports-cell-end-missing",
        /// The end is not after the beginning.
        EndsBeforeStart = "imports-cell-ends-before-start",
        /// Not a length of time.
        NotADuration = "imports-cell-not-a-duration",
        /// Not an amount.
        NotAnAmount = "imports-cell-not-an-amount",
        /// An amount below zero.
        Negative = "imports-cell-negative",
        /// Not a whole number of units.
        NotAWholeNumber = "imports-cell-not-a-whole-number",
        /// Neither yes nor no.
        NeitherYesNorNo = "imports-cell-neither-yes-nor-no",
        /// Neither morning, afternoon nor day.
        NotAHalfDay = "imports-cell-not-a-half-day",
        /// Too long, or not on one line.
        NotOnOneLine = "imports-cell-not-on-one-line",
        /// No number of a company.
        NotASiren = "imports-cell-not-a-siren",
        /// Not a country that is known by that name.
        NotACountry = "imports-cell-not-a-country",
        /// The line has more cells than there are titles.
        TooManyCells = "imports-cell-too-many-cells",
        /// Another line of the file has this identifier.
        IdentifierTwice {
            /// That line.
            other: usize
        } = "imports-cell-identifier-twice",
    }
}

/// A day as spreadsheets and people write it: `14/06/2026`, `14/06/26`, `2026-06-14`, with or without a time after it.
pub(crate) fn day(text: &str) -> Result<Day, CellRefused> {
    use kernel::DayRefused::NotInCalendar;
    let date = text.split(['T', ' ', '\u{a0}']).next().unwrap_or_default();
    let full = with_whole_year(date);
    let read = Day::parse(&full).or_else(|iso| match iso {
        NotInCalendar => Err(NotInCalendar),
        kernel::DayRefused::Malformed => Day::parse_french(&full),
    });
    match read {
        Ok(day) if (FIRST_YEAR..=LAST_YEAR).contains(&day.year()) => Ok(day),
        Ok(_) => Err(CellRefused::FarDay),
        Err(NotInCalendar) => Err(CellRefused::NotInCalendar),
        Err(kernel::DayRefused::Malformed) => Err(CellRefused::NotADay),
    }
}

/// `14/06/26` is in this century. `2026/06/14` is ISO written with slashes.
fn with_whole_year(date: &str) -> String {
    match date.split('/').collect::<Vec<_>>().as_slice() {
        [day, month, year] if year.len() == 2 && day.len() <= 2 => format!("{day}/{month}/20{year}"),
        [year, month, day] if year.len() == 4 => format!("{year}-{month:0>2}-{day:0>2}"),
        _ => date.to_owned(),
    }
}

/// An amount of money, zero or more.
pub(crate) fn amount(text: &str) -> Result<Money, CellRefused> {
    let bare = fold_units(text);
    match Money::parse(&bare) {
        Ok(amount) if amount.is_negative() => Err(CellRefused::Negative),
        Ok(amount) => Ok(amount),
        Err(MoneyRefused::Empty) => Err(CellRefused::Missing),
        Err(_) => Err(CellRefused::NotAnAmount),
    }
}

/// `250,00 € HT`, `250 EUR/mois` without what is not the amount.
fn fold_units(text: &str) -> String {
    let words = text.split_whitespace().filter(|word| {
        let folded = fold(word);
        !matches!(
            folded.as_str(),
            "ht" | "hors" | "taxes" | "mois" | "eur" | "euros" | "net" | "month" | "par" | "per"
        )
    });
    let joined = words.collect::<Vec<_>>().join(" ");
    joined
        .trim_end_matches("/mois")
        .trim_end_matches("/month")
        .trim_end_matches("EUR")
        .trim()
        .to_owned()
}

/// A whole number, zero or more; `12,0` and `12.00` are whole.
pub(crate) fn whole(text: &str) -> Result<i64, CellRefused> {
    let bare: String = text.chars().filter(|letter| !letter.is_whitespace()).collect();
    let (units, fraction) = bare.split_once([',', '.']).unwrap_or((&bare, "0"));
    if fraction.is_empty() || fraction.bytes().any(|digit| digit != b'0') {
        return Err(CellRefused::NotAWholeNumber);
    }
    match units.parse::<i64>() {
        Ok(number) if number < 0 => Err(CellRefused::Negative),
        Ok(number) => Ok(number),
        Err(_) => Err(CellRefused::NotAWholeNumber),
    }
}

/// Yes or no, as programs and people write it.
pub(crate) fn yes_no(text: &str) -> Result<bool, CellRefused> {
    match fold(text).as_str() {
        "oui" | "yes" | "vrai" | "true" | "1" | "o" | "y" | "x" | "actif" | "active" | "membre"
        | "member" => Ok(true),
        "non" | "no" | "faux" | "false" | "0" | "n" | "inactif" | "inactive" | "ancien" | "former" => {
            Ok(false)
        }
        _ => Err(CellRefused::NeitherYesNorNo),
    }
}

/// Whether a booking or a visit with this state still counts. Words that say nothing of the kind count.
pub(crate) fn counts(state: &str) -> bool {
    let folded = fold(state);
    let gone = [
        "annul", "cancel", "refus", "reject", "declin", "expire", "supprim", "delete",
    ];
    !gone
        .iter()
        .any(|start| folded.split(' ').any(|word| word.starts_with(start)))
}

/// The part of the day that a cell names.
pub(crate) fn part(text: &str) -> Result<Part, CellRefused> {
    match fold(text).as_str() {
        "matin" | "matinee" | "morning" | "am" | "demi journee matin" | "half day morning" => {
            Ok(Part::Morning)
        }
        "apres midi" | "aprem" | "afternoon" | "pm" | "demi journee apres midi" | "half day afternoon" => {
            Ok(Part::Afternoon)
        }
        "journee" | "jour" | "journee entiere" | "journee complete" | "day" | "full day" | "all day"
        | "1" => Ok(Part::Day),
        _ => Err(CellRefused::NotAHalfDay),
    }
}

/// A name or any text on one line, which is not a formula.
pub(crate) fn line(text: &str) -> Result<Name, CellRefused> {
    refuse_formula(text)?;
    Name::parse(text).map_err(|refused| match refused {
        NameRefused::Empty => CellRefused::Missing,
        NameRefused::TooLong { .. } | NameRefused::Unprintable => CellRefused::NotOnOneLine,
    })
}

/// Refuses what a spreadsheet would compute.
pub(crate) fn refuse_formula(text: &str) -> Result<(), CellRefused> {
    if text.starts_with(['=', '@']) {
        Err(CellRefused::Formula)
    } else {
        Ok(())
    }
}

/// A telephone number; a spreadsheet that takes it for a number drops the zero before it.
pub(crate) fn phone(text: &str) -> Result<Phone, PhoneRefused> {
    let digits = text.bytes().all(|digit| digit.is_ascii_digit());
    if text.len() == 9 && digits {
        Phone::parse(&format!("0{text}"))
    } else {
        Phone::parse(text)
    }
}

/// The SIREN of a company, or the one inside its SIRET.
pub(crate) fn siren(text: &str) -> Result<kernel::Siren, CellRefused> {
    let whole = kernel::Siren::parse(text);
    whole
        .or_else(|_| kernel::Siret::parse(text).map(|siret| siret.siren()))
        .map_err(|_| CellRefused::NotASiren)
}

/// The code of a country (ISO 3166-1): written as such, or by the name of a neighbour.
pub(crate) fn country(text: &str) -> Result<String, CellRefused> {
    let code = match fold(text).as_str() {
        "france" => "FR",
        "belgique" | "belgium" => "BE",
        "suisse" | "switzerland" => "CH",
        "luxembourg" => "LU",
        "allemagne" | "germany" => "DE",
        "espagne" | "spain" => "ES",
        "italie" | "italy" => "IT",
        "royaume uni" | "united kingdom" => "GB",
        "portugal" => "PT",
        "pays bas" | "netherlands" => "NL",
        other if other.len() == 2 && other.bytes().all(|letter| letter.is_ascii_lowercase()) => {
            return Ok(other.to_ascii_uppercase());
        }
        _ => return Err(CellRefused::NotACountry),
    };
    Ok(code.to_owned())
}

#[cfg(test)]
mod tests;
