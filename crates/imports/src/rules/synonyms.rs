//! What other programs call the columns, in French and in English. Compared folded: accents, capitals and signs apart.

use super::field::Field;
use super::kind::ImportKind;

/// The names of a field in files of a kind, the surest first.
pub(crate) fn of(kind: ImportKind, field: Field) -> impl Iterator<Item = &'static str> {
    names(kind, field).split('|').filter(|name| !name.is_empty())
}

const fn names(kind: ImportKind, field: Field) -> &'static str {
    match (kind, field) {
        (ImportKind::People, Field::Identifier) => {
            "Identifiant|ID|ID membre|Member ID|Identifiant membre|Numéro de membre|N° membre|\
            N° adhérent|Numéro adhérent|Numéro client|Customer ID|User ID|UUID|Matricule|\
            Code client|Référence|Reference|External ID"
        }
        (ImportKind::Organisations, Field::Identifier) => {
            "Identifiant|ID|ID société|Company ID|Team ID|Numéro client|Customer ID|UUID|\
            Code client|Référence|Reference|External ID"
        }
        (_, Field::Identifier) => {
            "Identifiant|ID|Booking ID|ID réservation|N° réservation|Numéro de réservation|\
            Check-in ID|Contract ID|ID contrat|Numéro de contrat|N° contrat|Pass ID|UUID|\
            Référence|Reference|External ID"
        }
        (_, Field::PersonIdentifier) => {
            "Identifiant membre|ID membre|Member ID|Numéro de membre|N° membre|N° adhérent|\
            Numéro adhérent|Numéro client|Customer ID|User ID|Coworker ID"
        }
        (ImportKind::People, Field::Member) => "Membre|Member|Adhérent|Actif|Active|Is member",
        _ => of_whom(field),
    }
}

/// Who they are, and where they are reached.
const fn of_whom(field: Field) -> &'static str {
    match field {
        Field::FullName => {
            "Nom complet|Full name|Nom et prénom|Prénom et nom|Nom prénom|Prénom nom|Membre|\
            Member|Member name|Coworker|Coworkeur|Utilisateur|User|Client|Customer|Contact|\
            Adhérent|Titulaire|Holder|Réservé par|Booked by|Personne|Person|Visiteur|Visitor"
        }
        Field::GivenName => "Prénom|Given name|First name|Firstname|Forename|Prénom du membre",
        Field::FamilyName => {
            "Nom de famille|Family name|Last name|Lastname|Surname|Nom|Nom du membre|Nom usuel"
        }
        Field::Name => {
            "Raison sociale|Nom|Société|Company name|Company|Entreprise|Organisation|\
            Organization|Dénomination|Nom de la société|Name|Team|Équipe|Structure|Client"
        }
        Field::Email => {
            "Adresse e-mail|Courriel|E-mail|Email|Mail|Adresse électronique|Email address|\
            Adresse mail|Email du membre|Member email|User email|Email facturation|Billing email"
        }
        Field::Phone => {
            "Téléphone|Phone|Portable|Mobile|Tél|Tel|Téléphone portable|Téléphone mobile|\
            Phone number|Mobile phone|Numéro de téléphone|GSM"
        }
        Field::Organisation => {
            "Société|Company|Entreprise|Organisation|Organization|Raison sociale|Company name|\
            Structure|Employeur|Team|Équipe|Billing company|Société facturée"
        }
        Field::Siren => "SIREN|SIRET|N° SIREN|N° SIRET|Numéro SIREN|Numéro SIRET|Registration number",
        Field::VatNumber => {
            "N° TVA|Numéro de TVA|TVA intracommunautaire|N° TVA intracommunautaire|VAT number|\
            VAT|TVA|VAT ID|Tax number"
        }
        Field::Street => {
            "Adresse|Address|Rue|Street|Adresse postale|Adresse 1|Address line 1|Street address|\
            Adresse de facturation|Billing address"
        }
        Field::PostalCode => "Code postal|CP|Postal code|Postcode|Zip|Zip code",
        Field::City => "Ville|City|Commune|Town|Localité",
        Field::Country => "Pays|Country|Code pays|Country code",
        Field::JoinedOn => {
            "Date d'arrivée|Membre depuis|Member since|Date d'adhésion|Date d'inscription|\
            Joined on|Joined|Join date|Start date|Date de début|Date d'entrée|Inscrit le|\
            Date de création|Created at"
        }
        Field::LeftOn => {
            "Date de départ|Date de sortie|Left on|Leave date|End date|Date de fin|\
            Membre jusqu'au|Date de résiliation"
        }
        Field::Note => "Notes|Note|Commentaire|Commentaires|Remarque|Remarques|Comment|Comments",
        _ => of_what_is_held(field),
    }
}

/// Plans and passes.
const fn of_what_is_held(field: Field) -> &'static str {
    match field {
        Field::Plan => {
            "Forfait|Plan|Abonnement|Formule|Offre|Membership|Membership plan|Subscription|\
            Nom du forfait|Plan name|Tariff"
        }
        Field::From => {
            "Date de début|Début|Start date|Start|Depuis le|Du|From|Début du contrat|\
            Contract start|Date de souscription"
        }
        Field::Until => {
            "Date de fin|Fin|End date|End|Jusqu'au|Au|Until|To|Fin du contrat|Contract end|\
            Date de résiliation"
        }
        Field::Price => {
            "Prix HT|Montant HT|Prix|Tarif|Price|Montant|Prix mensuel|Prix mensuel HT|\
            Monthly price|Amount|Net price|Loyer"
        }
        Field::ChargedFrom => {
            "Facturé à partir du|À facturer depuis|Billed from|Charged from|Next invoice date"
        }
        Field::Pass => {
            "Carnet|Pass|Passe|Crédit|Pack|Nom du carnet|Pass name|Formule|Offre|Produit|Product|\
            Ticket|Type de carnet|Pass type"
        }
        Field::Units => {
            "Unités achetées|Unités|Units|Crédits|Crédits achetés|Quantité|Quantity|Units bought|\
            Total|Entrées|Nombre d'unités|Initial units"
        }
        Field::Remaining => {
            "Unités restantes|Solde|Reste|Restant|Units left|Remaining units|Remaining|Balance|\
            Crédits restants|Remaining credits|Entrées restantes"
        }
        Field::BoughtOn => {
            "Date d'achat|Acheté le|Bought on|Purchase date|Purchased on|Date|Date de vente|\
            Start date|Date de début"
        }
        Field::ExpiresOn => {
            "Date d'expiration|Expire le|Expires on|Expiry date|Expiration|Validité|\
            Valable jusqu'au|Valid until|Date de fin|End date"
        }
        _ => of_what_is_used(field),
    }
}

/// Bookings and visits.
const fn of_what_is_used(field: Field) -> &'static str {
    match field {
        Field::Room => {
            "Salle|Room|Ressource|Resource|Espace|Space|Nom de la salle|Room name|Resource name|\
            Lieu|Location"
        }
        Field::Day => {
            "Date|Jour|Day|Date de la visite|Visit date|Date de réservation|Booking date|\
            Check-in date|Date de passage"
        }
        Field::Start => {
            "Début|Start|Heure de début|Start time|De|From|Date de début|Start date|\
            Début de réservation|Starts at|Arrivée|Heure début|Begin"
        }
        Field::End => {
            "Fin|End|Heure de fin|End time|À|To|Date de fin|End date|Fin de réservation|Ends at|\
            Départ|Heure fin"
        }
        Field::Duration => "Durée|Duration|Durée (h)|Durée (min)|Hours|Nombre d'heures|Length",
        Field::Title => "Titre|Title|Objet|Subject|Motif|Description|Intitulé|Réunion|Meeting|Summary",
        Field::State => "Statut|Status|État|State",
        Field::Half => {
            "Demi-journée|Demi journée|Créneau|Half day|Half|Période|Period|Type|Slot|Formule|\
            Type de passage"
        }
        Field::Arrival => {
            "Arrivée|Heure d'arrivée|Arrival|Check-in|Checkin|Entrée|Check-in time|Arrived at|\
            Début|Start|In"
        }
        Field::Departure => {
            "Départ|Heure de départ|Departure|Check-out|Checkout|Sortie|Check-out time|Left at|\
            Fin|End|Out"
        }
        _ => "",
    }
}
