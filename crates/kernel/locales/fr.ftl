# Refus
refused-forbidden = Vous n’avez pas le droit de faire cela.
refused-unknown-code = « { $code } » n’est pas une valeur possible.

refused-money-empty = Indiquez un montant.
refused-money-unreadable = Ce montant n’est pas lisible. Écrivez par exemple 1 234,56.
refused-money-too-precise = Un montant a deux décimales au plus.
refused-money-out-of-bounds = Ce montant est trop grand.
refused-currency-malformed = Une devise s’écrit en trois lettres, par exemple EUR.
refused-currency-without-cents = Cette devise n’a pas de centimes : elle ne peut pas être utilisée.
refused-rate-unreadable = Ce taux n’est pas lisible. Écrivez par exemple 5,5.
refused-rate-too-precise = Un taux a deux décimales au plus.
refused-rate-out-of-bounds = Un taux est compris entre 0 et 1 000 %.

refused-instant-malformed = Cette date et cette heure ne sont pas lisibles.
refused-day-malformed = Cette date n’est pas lisible. Écrivez par exemple 14/06/2026.
refused-day-not-in-calendar = Cette date n’existe pas dans le calendrier.
refused-days-reversed = La date de fin ({ $last }) est avant la date de début ({ $first }).
refused-month-malformed = Ce mois n’est pas lisible. Écrivez par exemple 2026-06.
refused-minute-malformed = Cette heure n’est pas lisible. Écrivez par exemple 09:30.
refused-minute-out-of-day = Une heure est comprise entre 00:00 et 24:00.
refused-period-empty = La fin doit venir après le début.
refused-zone-unknown = Le fuseau horaire « { $name } » n’est pas connu. Écrivez par exemple Europe/Paris.

refused-id-malformed = Cet identifiant n’est pas valable.
refused-email-malformed = Cette adresse électronique n’est pas valable.
refused-email-too-long = Cette adresse électronique est trop longue.
refused-phone-malformed = Ce numéro de téléphone n’est pas valable. Écrivez par exemple 06 12 34 56 78 ou +32 470 12 34 56.
refused-siren-malformed = Un SIREN compte neuf chiffres.
refused-siren-wrong-key = Ce SIREN comporte une erreur : vérifiez ses chiffres.
refused-siret-malformed = Un SIRET compte quatorze chiffres.
refused-siret-wrong-key = Ce SIRET comporte une erreur : vérifiez ses chiffres.
refused-vat-number-malformed = Ce numéro de TVA n’a pas la forme de ceux de son pays.
refused-vat-number-unknown-country = « { $country } » n’est pas le code d’un pays de l’Union européenne.
refused-vat-number-wrong-key = Ce numéro de TVA comporte une erreur : vérifiez ses chiffres.
refused-iban-malformed = Cet IBAN n’a pas la forme de ceux de son pays.
refused-iban-wrong-key = Cet IBAN comporte une erreur : vérifiez ses chiffres et ses lettres.
refused-bic-malformed = Un BIC compte huit ou onze caractères.
refused-postal-code-malformed = Ce code postal n’est pas valable.
refused-postal-code-not-french = Un code postal français compte cinq chiffres.
refused-name-empty = Indiquez un nom.
refused-name-too-long = Un nom compte { $maximum } caractères au plus.
refused-name-unprintable = Ce nom contient un caractère qui ne peut pas être affiché.

# Jours et mois
weekday-monday = lundi
weekday-tuesday = mardi
weekday-wednesday = mercredi
weekday-thursday = jeudi
weekday-friday = vendredi
weekday-saturday = samedi
weekday-sunday = dimanche
month-january = janvier
month-february = février
month-march = mars
month-april = avril
month-may = mai
month-june = juin
month-july = juillet
month-august = août
month-september = septembre
month-october = octobre
month-november = novembre
month-december = décembre
half-day-morning = matin
half-day-afternoon = après-midi

# Rôles, casquettes, publics
role-member = membre
role-facilitator = facilitation
role-managing-director = gérance
role-accountant = comptabilité
role-administrator = administration
hat-member = Mon espace
hat-front-desk = Accueil
hat-office = Gestion
audience-staff = équipe
audience-resident = résidents
audience-nomad = nomades
audience-external = extérieurs
