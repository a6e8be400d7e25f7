# Refusals
refused-forbidden = You are not allowed to do this.
refused-unknown-code = “{ $code }” is not a possible value.

refused-money-empty = Enter an amount.
refused-money-unreadable = This amount cannot be read. Write for instance 1234.56.
refused-money-too-precise = An amount has at most two decimals.
refused-money-out-of-bounds = This amount is too large.
refused-currency-malformed = A currency is three letters, for instance EUR.
refused-currency-without-cents = This currency has no cents and cannot be used.
refused-rate-unreadable = This rate cannot be read. Write for instance 5.5.
refused-rate-too-precise = A rate has at most two decimals.
refused-rate-out-of-bounds = A rate lies between 0 and 1,000%.

refused-instant-malformed = This date and time cannot be read.
refused-day-malformed = This date cannot be read. Write for instance 14/06/2026.
refused-day-not-in-calendar = This date does not exist in the calendar.
refused-days-reversed = The last day ({ $last }) is before the first ({ $first }).
refused-month-malformed = This month cannot be read. Write for instance 2026-06.
refused-minute-malformed = This time cannot be read. Write for instance 09:30.
refused-minute-out-of-day = A time lies between 00:00 and 24:00.
refused-period-empty = The end must come after the start.
refused-zone-unknown = The time zone “{ $name }” is not known. Write for instance Europe/Paris.

refused-id-malformed = This identifier is not valid.
refused-email-malformed = This e-mail address is not valid.
refused-email-too-long = This e-mail address is too long.
refused-phone-malformed = This telephone number is not valid. Write for instance 06 12 34 56 78 or +32 470 12 34 56.
refused-siren-malformed = A SIREN has nine digits.
refused-siren-wrong-key = This SIREN has a mistake: check its digits.
refused-siret-malformed = A SIRET has fourteen digits.
refused-siret-wrong-key = This SIRET has a mistake: check its digits.
refused-vat-number-malformed = This VAT number does not have the shape of those of its country.
refused-vat-number-unknown-country = “{ $country }” is not the code of a country of the European Union.
refused-vat-number-wrong-key = This VAT number has a mistake: check its digits.
refused-iban-malformed = This IBAN does not have the shape of those of its country.
refused-iban-wrong-key = This IBAN has a mistake: check its digits and letters.
refused-bic-malformed = A BIC has eight or eleven characters.
refused-postal-code-malformed = This postal code is not valid.
refused-postal-code-not-french = A French postal code has five digits.
refused-name-empty = Enter a name.
refused-name-too-long = A name has at most { $maximum } characters.
refused-name-unprintable = This name holds a character that cannot be shown.

# Days and months
weekday-monday = Monday
weekday-tuesday = Tuesday
weekday-wednesday = Wednesday
weekday-thursday = Thursday
weekday-friday = Friday
weekday-saturday = Saturday
weekday-sunday = Sunday
month-january = January
month-february = February
month-march = March
month-april = April
month-may = May
month-june = June
month-july = July
month-august = August
month-september = September
month-october = October
month-november = November
month-december = December
half-day-morning = morning
half-day-afternoon = afternoon

# Roles, hats, audiences
role-member = member
role-facilitator = facilitator
role-managing-director = managing director
role-accountant = accountant
role-administrator = administrator
hat-member = My space
hat-front-desk = Front desk
hat-office = Office
audience-staff = staff
audience-resident = residents
audience-nomad = nomads
audience-external = outside guests
