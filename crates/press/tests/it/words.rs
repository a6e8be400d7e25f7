//! The words of the sample invoices, as a capability would take them from its message files.

use press::{InvoiceLabels, Months};

/// What French law wants on an invoice of services between companies.
pub fn french_mentions() -> Vec<String> {
    vec![
        "Prestations de services. TVA acquittée sur les débits.".into(),
        "Pas d’escompte pour paiement anticipé. En cas de retard de paiement : pénalités au taux de \
         trois fois l’intérêt légal et indemnité forfaitaire pour frais de recouvrement de 40 € \
         (articles L. 441-10 et D. 441-5 du code de commerce)."
            .into(),
    ]
}

/// The words of a French invoice.
pub fn french() -> InvoiceLabels {
    InvoiceLabels {
        title: "Facture".into(),
        billed_to: "Facturé à".into(),
        issued: "Émise le".into(),
        due: "À régler avant le".into(),
        supplied: "Période".into(),
        purchase_order: "Bon de commande".into(),
        customer_reference: "Votre référence".into(),
        corrects: "Corrige la facture".into(),
        capital: "au capital de".into(),
        siren: "SIREN".into(),
        vat_number: "TVA".into(),
        description: "Désignation".into(),
        quantity: "Quantité".into(),
        unit_price: "Prix unitaire HT".into(),
        rate: "TVA".into(),
        amount: "Montant HT".into(),
        subtotal: "Sous-total HT".into(),
        vat_rate: "Taux".into(),
        vat_base: "Base HT".into(),
        vat_amount: "TVA".into(),
        net: "Total HT".into(),
        vat: "TVA".into(),
        gross: "Total TTC".into(),
        paid: "Déjà réglé".into(),
        amount_due: "Net à payer".into(),
        payment: "Règlement".into(),
        iban: "IBAN".into(),
        bic: "BIC".into(),
        payment_reference: "Référence".into(),
        page: "Page".into(),
        specimen: "Spécimen · document de démonstration, sans valeur".into(),
        months: Months(
            [
                "janvier",
                "février",
                "mars",
                "avril",
                "mai",
                "juin",
                "juillet",
                "août",
                "septembre",
                "octobre",
                "novembre",
                "décembre",
            ]
            .map(str::to_owned),
        ),
    }
}

/// The words of an English invoice.
pub fn english_labels() -> InvoiceLabels {
    InvoiceLabels {
        title: "Invoice".into(),
        billed_to: "Billed to".into(),
        issued: "Issued".into(),
        due: "Due".into(),
        supplied: "Period".into(),
        purchase_order: "Purchase order".into(),
        customer_reference: "Your reference".into(),
        corrects: "Corrects invoice".into(),
        capital: "with a capital of".into(),
        siren: "SIREN".into(),
        vat_number: "VAT".into(),
        description: "Description".into(),
        quantity: "Quantity".into(),
        unit_price: "Unit price excl. VAT".into(),
        rate: "VAT".into(),
        amount: "Amount excl. VAT".into(),
        subtotal: "Subtotal".into(),
        vat_rate: "Rate".into(),
        vat_base: "Net".into(),
        vat_amount: "VAT".into(),
        net: "Total excl. VAT".into(),
        vat: "VAT".into(),
        gross: "Total incl. VAT".into(),
        paid: "Already paid".into(),
        amount_due: "Amount due".into(),
        payment: "Payment".into(),
        iban: "IBAN".into(),
        bic: "BIC".into(),
        payment_reference: "Reference".into(),
        page: "Page".into(),
        specimen: "Specimen · demonstration document, worth nothing".into(),
        months: Months(
            [
                "January",
                "February",
                "March",
                "April",
                "May",
                "June",
                "July",
                "August",
                "September",
                "October",
                "November",
                "December",
            ]
            .map(str::to_owned),
        ),
    }
}
