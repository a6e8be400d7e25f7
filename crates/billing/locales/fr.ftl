# Navigation, droits, travaux
billing-nav-section = Facturation
billing-nav-months = Mois à facturer
billing-nav-invoices = Factures
billing-nav-customers = Comptes clients
billing-nav-products = Tarifs
billing-nav-seller = Mentions légales
permission-billing-read = Voir les tarifs, les factures et les paiements
permission-billing-write = Changer les tarifs, émettre les factures, enregistrer les paiements
permission-billing-own = Voir ses propres factures
job-billing-issue = Émission des factures du mois

# Mots communs
billing-save = Enregistrer
billing-export = Exporter en CSV
billing-filter = Filtrer
billing-filter-forget = Tout afficher
billing-standing = État
billing-amount = Montant
billing-total = Total à émettre
billing-acts = Actions
billing-day = Date
billing-day-first = 1er { $month } { $year }
billing-date = { $day } { $month } { $year }
billing-from = À partir du
billing-everybody = tout le monde
billing-basis = Prix tenus
billing-basis-hint = Hors taxes : la TVA s’ajoute au total. Toutes taxes comprises : le total payé est gardé au centime.
billing-basis-net = HT
billing-basis-gross = TTC
billing-unit = Unité
billing-unit-hour = heure
billing-unit-half-day = demi-journée
billing-unit-day = journée
billing-unit-month = mois
billing-unit-piece = pièce
billing-quantity = Quantité
billing-quantity-hour = { $quantity } { $form ->
    [one] heure
   *[other] heures
}
billing-quantity-half-day = { $quantity } { $form ->
    [one] demi-journée
   *[other] demi-journées
}
billing-quantity-day = { $quantity } { $form ->
    [one] jour
   *[other] jours
}
billing-quantity-month = { $quantity } mois
billing-quantity-piece = { $quantity }
billing-refused-quantity-unreadable = Cette quantité n’est pas lisible. Écrivez par exemple 1,5.
billing-refused-quantity-out-of-bounds = Une quantité ne peut être ni nulle ni supérieure à un million.
billing-refused-text = Un texte est vide, trop long, ou contient un caractère qui ne peut pas être imprimé.
billing-refused-amount = Ce montant est nul, négatif ou trop grand.

# Catalogue
billing-products-title = Tarifs
billing-products-lead = Ce que le lieu vend, et les prix d’aujourd’hui. Un nouveau prix vaut à partir de sa date ; ce qui est déjà convenu garde le sien.
billing-products-empty-title = Rien n’est encore en vente
billing-products-empty-text = Créez un produit pour chaque chose que vous facturez : une salle, un forfait, un carnet.
billing-product = Produit
billing-product-new = Nouveau produit
billing-product-create = Créer le produit
billing-product-created = Le produit est créé. Donnez-lui maintenant un prix.
billing-product-change = Modifier le produit
billing-product-changed = Le produit est modifié.
billing-product-name = Nom sur les factures
billing-product-name-hint = Par exemple : Salle de réunion, à l’heure.
billing-product-code = Code
billing-product-code-hint = Court et unique, pour vous y retrouver : SALLE-1.
billing-product-active = En vente
billing-product-inactive = retiré de la vente
billing-account-code = Compte comptable
billing-account-code-hint = Par exemple 706000.
billing-family = Famille
billing-family-room = Salles
billing-family-plan = Forfaits
billing-family-pass = Carnets
billing-family-desk = Postes
billing-family-other = Autres
billing-prices = Prix
billing-prices-none = Aucun prix : ce produit ne peut pas encore être vendu.
billing-prices-today = Prix d’aujourd’hui
billing-prices-dated = Tous les prix, date par date
billing-audience = Public
billing-price-new = Fixer un prix
billing-price-save = Fixer ce prix
billing-price-set = Le prix est fixé.
billing-price-from-hint = Ce qui est réservé ou souscrit avant cette date garde son prix.
billing-price-to-come = à venir
billing-price-in-force = en vigueur
billing-price-past = passé
billing-refused-code-taken = Un autre produit porte déjà ce code.
billing-refused-negative-price = Un prix est compris entre zéro et un million.
billing-refused-rate-too-high = Un taux de TVA est compris entre 0 et 100 %.
billing-refused-exemption = Un taux de 0 % doit dire pourquoi, et lui seul.
billing-refused-month-closed = Ce mois est clos : choisissez une date dans un mois ouvert.
billing-refused-unknown-product = Ce produit n’existe pas.

# TVA
billing-vat = TVA
billing-vat-title = Taux de TVA
billing-vat-lead = Un taux vaut à partir de sa date. Une réservation garde celui qui valait quand elle a été faite.
billing-vat-category = Catégorie
billing-vat-rate = Taux
billing-vat-new = Fixer un taux
billing-vat-set = Le taux est fixé.
billing-vat-from-hint = Dans un mois qui n’est pas encore facturé.
billing-vat-standard = taux normal
billing-vat-intermediate = taux intermédiaire
billing-vat-reduced = taux réduit
billing-vat-exempt = sans TVA
billing-vat-of = TVA { $rate }
billing-exemption = Motif d’exonération
billing-exemption-hint = Seulement pour un taux de 0 %. Ce texte est imprimé sur la facture.
billing-exemption-none = aucun
billing-exemption-small-business = TVA non applicable, art. 293 B du CGI.
billing-exemption-training = Exonération de TVA, art. 261-4-4° a du CGI (formation professionnelle).
billing-exemption-non-profit = Exonération de TVA, art. 261-7-1° du CGI (organisme sans but lucratif).
billing-exemption-bare-letting = Exonération de TVA, art. 261 D du CGI (location nue).
billing-exemption-reverse-charge = Autoliquidation : TVA due par le preneur, art. 283-2 du CGI.
billing-exemption-out-of-scope = Indemnité hors du champ d’application de la TVA (BOI-TVA-BASE-10-10-50).

# Vendeur
billing-seller-title = Mentions légales du lieu
billing-seller-lead = Ce que la loi demande sur chaque facture. Une facture émise garde les mentions du jour de son émission.
billing-seller-identity = Identité
billing-seller-legal-name = Dénomination sociale
billing-seller-legal-form = Forme juridique
billing-seller-legal-form-hint = Par exemple : SCIC SARL à capital variable.
billing-seller-capital = Capital social
billing-seller-siren = SIREN
billing-seller-rcs = Ville du RCS
billing-seller-rcs-hint = La ville du greffe où la société est immatriculée.
billing-seller-vat-number = Numéro de TVA
billing-seller-vat-number-hint = Laissez vide si le lieu ne facture pas la TVA.
billing-seller-vat-on-debits = TVA acquittée d’après les débits
billing-seller-contact = Adresse et contact
billing-seller-street = Numéro et rue
billing-seller-postal-code = Code postal
billing-seller-city = Ville
billing-seller-country = Pays
billing-seller-email = Courriel
billing-seller-phone = Téléphone
billing-seller-terms = Paiement
billing-seller-iban = IBAN
billing-seller-bic = BIC
billing-seller-payment-days = Délai de paiement, en jours
billing-seller-payment-days-hint = Soixante jours au plus à compter de l’émission.
billing-seller-penalty-rate = Taux des pénalités de retard, par an (%)
billing-seller-penalty-rate-hint = Au moins trois fois le taux d’intérêt légal. Ne concerne que les professionnels.
billing-seller-indemnity = Indemnité de recouvrement
billing-seller-indemnity-hint = Fixée par décret : 40 €. Ne concerne que les professionnels.
billing-seller-discount = Conditions d’escompte
billing-seller-discount-hint = Vide : la facture dit qu’il n’y a pas d’escompte.
billing-seller-footer = Dernière ligne
billing-seller-footer-hint = Une phrase de votre choix au bas des factures.
billing-seller-from-hint = Les factures émises à partir de ce jour portent ces mentions.
billing-seller-saved = Les mentions sont enregistrées.
billing-refused-payment-days = La loi ne permet pas plus de soixante jours.
billing-refused-vat-number-mismatch = Ce numéro de TVA n’est pas celui de ce SIREN.

# Éléments à facturer
billing-open-charges = En attente
billing-open-amount = À facturer
billing-refused-already-charged = Cela est déjà facturé autrement.
billing-refused-already-cancelled = Cela a déjà été annulé.
billing-line-corrects = Annule une ligne de la facture { $number }

# Mois
billing-months-title = Mois à facturer
billing-months-lead = Préparez un mois, relisez chaque facture, puis émettez-les d’un coup.
billing-month-title = Facturation du mois
billing-month-name = Mois
billing-month-closed = clos
billing-month-to-come = à venir
billing-month-current = en cours
billing-month-to-bill = à facturer
billing-run-draft = en relecture
billing-run-issuing = émission en cours
billing-run-done = émis
billing-issued-amount = Facturé
billing-prepare-lead = Préparer le mois y ajoute ce qui lui est dû, comme les forfaits, puis ouvre la relecture. Rien n’est encore émis, et recommencer n’ajoute rien deux fois.
billing-prepare = Préparer la facturation
billing-prepared = Le mois est prêt à être relu.
billing-drafts = Brouillons
billing-drafts-empty-title = Rien à facturer
billing-drafts-empty-text = Les réservations, les forfaits et les carnets de ce mois apparaîtront ici.
billing-to-issue = À émettre
billing-go-issue = Aller à l’émission
billing-uncharged = { $count ->
    [one] Un contrat n’a pas pu être facturé
   *[other] { $count } contrats n’ont pas pu être facturés
}
billing-uncharged-lead = Ils ne figurent dans aucun des brouillons ci-dessous. Levez le motif : ce qui peut alors être facturé l’est quand le mois est préparé ou émis.
billing-uncharged-line = { $what }, { $month } : { $why }
billing-earlier-charges = { $count ->
    [one] Une ligne vient d’un mois antérieur qui n’a pas été facturé : elle part avec ce mois-ci.
   *[other] { $count } lignes viennent d’un mois antérieur qui n’a pas été facturé : elles partent avec ce mois-ci. Pour les facturer à part, émettez d’abord ce mois-là.
}
billing-lines-count = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
billing-line = Désignation
billing-unit-price = Prix unitaire
billing-net-total = Total HT
billing-gross-total = Total TTC
billing-see-customer = Voir le compte
billing-exclude = Laisser de côté
billing-excluded = Cette facture est laissée de côté ; ses lignes restent en attente.
billing-include = Reprendre
billing-included = Cette facture sera émise.
billing-issue = Émettre les factures
billing-issue-consequence = { $count ->
    [one] { $count } facture de { $total } TTC sera émise, au numéro { $first }.
   *[other] { $count } factures seront émises, pour { $total } TTC, du numéro { $first } au numéro { $last }.
}
billing-issue-irreversible = Une facture émise ne change plus : une erreur se corrige sur la facture suivante ou par un avoir.
billing-issue-mails = { $count ->
    [0] Personne ne recevra de courriel : les adresses manquent.
    [one] { $count } client recevra sa facture par courriel.
   *[other] { $count } clients recevront leur facture par courriel.
}
billing-issue-begun = L’émission est lancée.
billing-issuing-now = Les factures de ce mois sont en cours d’émission.
billing-follow = Suivre l’émission
billing-resume = Reprendre l’émission
billing-last-run = Dernière émission
billing-invoices = Factures
billing-see-invoices = Voir les factures
billing-left-out = Laissées de côté
billing-skip-excluded = Laissée de côté à la relecture.
billing-skip-negative = Le total est négatif : elle attend d’autres lignes.
billing-skip-changed = Elle a changé après la relecture : relisez-la.
billing-skip-gone = Il n’y avait plus rien à facturer.
billing-skip-failed = Une erreur du programme l’a empêchée ; rien n’est perdu, relancez l’émission.
billing-warning-siren = SIREN manquant
billing-warning-address = adresse incomplète
billing-warning-email = pas de courriel
billing-changed-lead = Depuis votre relecture, ceci a changé. Rien n’a été émis : relisez, puis émettez de nouveau.
billing-change-seller = Les mentions légales du lieu.
billing-change-new = Nouvelle facture : { $name }.
billing-change-altered = Facture modifiée : { $name }.
billing-change-gone = Une facture n’a plus lieu d’être.
billing-refused-seller-missing = Les mentions légales du lieu ne sont pas remplies : aucune facture ne peut être émise.
billing-refused-month-too-old = Rien n’était à facturer ici avant ce mois, ni pendant.
billing-refused-month-to-come = Ce mois n’a pas commencé.
billing-refused-already-issuing = Une émission est déjà en cours pour ce mois.
billing-refused-not-prepared = Ce mois n’est pas préparé.
billing-refused-nothing-to-issue = Il n’y a aucune facture à émettre.
billing-refused-changed = { $count ->
    [one] Une chose a changé depuis votre relecture.
   *[other] { $count } choses ont changé depuis votre relecture.
}
billing-refused-unknown-draft = Cette facture n’a plus lieu d’être.

# Factures
billing-invoices-title = Factures
billing-invoices-file = factures.csv
billing-invoices-none-title = Aucune facture trouvée
billing-invoices-none-text = Essayez un autre nom, un autre numéro ou un autre état.
billing-invoices-empty-title = Aucune facture émise
billing-invoices-empty-text = Les factures apparaissent ici dès qu’un mois est émis.
billing-invoice-title = Facture { $number }
billing-search-invoice = Numéro ou client
billing-number = Numéro
billing-customer = Client
billing-issued-on = Émise le
billing-due-on = Échéance
billing-paid = Payé
billing-remaining = Reste à payer
billing-download = Télécharger le PDF
billing-mentions = Mentions
billing-standing-due = à payer
billing-standing-partly-paid = payée en partie
billing-standing-overdue = en retard
billing-standing-paid = payée
billing-filter-all = toutes
billing-filter-open = à payer
billing-filter-overdue = en retard
billing-filter-paid = payées
billing-my-invoices-title = Mes factures
billing-my-invoices-empty-title = Aucune facture à votre nom
billing-my-invoices-empty-text = Vos factures apparaîtront ici. Si une société paie pour vous, c’est elle qui les reçoit.
billing-my-balance = Je dois
billing-my-credit = Mon avance

# Comptes clients
billing-customers-title = Comptes clients
billing-customers-file = comptes-clients.csv
billing-customers-none-title = Aucun compte trouvé
billing-customers-none-text = Essayez un autre nom ou un autre état.
billing-customers-empty-title = Aucun compte client
billing-customers-empty-text = Un compte s’ouvre à la première chose facturée.
billing-search-customer = Nom du client
billing-filter-all-customers = tous
billing-filter-owing = qui doivent
billing-filter-credit = en avance
billing-customer-kind = Type
billing-customer-person = personne
billing-customer-organisation = organisation
billing-balance = Solde dû
billing-overdue = En retard
billing-credit = Avance
billing-credit-of = { $amount } d’avance
billing-account = Compte
billing-account-empty = Ni facture ni paiement pour l’instant.
billing-address = Adresse de facturation
billing-movement = Mouvement
billing-payment = Paiement
billing-payments = Paiements
billing-payments-none = Aucun paiement reçu.
billing-reversal = Paiement annulé
billing-reversed = annulé
billing-reverse = Annuler
billing-reverse-consequence = Ce paiement de { $amount } sera annulé par une écriture contraire, et les factures qu’il payait redeviendront dues.
billing-record-payment = Enregistrer un paiement
billing-record = Enregistrer le paiement
billing-received-on = Reçu le
billing-method = Moyen de paiement
billing-method-transfer = virement
billing-method-card = carte
billing-method-cheque = chèque
billing-method-cash = espèces
billing-method-direct-debit = prélèvement
billing-method-other = autre
billing-reference = Référence
billing-reference-hint = Libellé du virement, numéro du chèque…
billing-pays = Factures payées
billing-pays-hint = Ce qui dépasse reste en avance sur le compte.
billing-oldest-first = les plus anciennes d’abord
billing-use-credit = Utiliser l’avance
billing-credit-used = L’avance est utilisée.
billing-payment-recorded = Le paiement est enregistré.
billing-payment-reversed = Le paiement est annulé.
billing-refused-day-to-come = Cette date est à venir.
billing-refused-day-too-old = Cette date remonte à plus de deux ans : vérifiez l’année.
billing-refused-too-much-cash = La loi ne permet pas de payer plus de { $ceiling } en espèces (art. D112-3 du code monétaire et financier).
billing-refused-invoice-of-another = Cette facture n’est pas celle de ce client.
billing-refused-invoice-paid = Cette facture est déjà payée.
billing-refused-already-reversed = Ce paiement est déjà annulé.
billing-refused-unknown-customer = Ce client n’existe pas.
billing-refused-no-credit = Il n’y a pas d’avance à utiliser, ou rien à payer.

# Mentions imprimées
billing-mention-services = Prestations de services.
billing-mention-vat-on-debits = TVA acquittée d’après les débits.
billing-mention-no-discount = Pas d’escompte pour paiement anticipé.
billing-mention-penalty = En cas de retard de paiement, des pénalités sont exigibles sans rappel au taux annuel de { $rate } (art. L441-10 du code de commerce).
billing-mention-indemnity = Tout retard entraîne une indemnité forfaitaire de { $amount } pour frais de recouvrement (art. D441-5 du code de commerce).

# Facture imprimée
billing-pdf-filename = facture-{ $number }.pdf
billing-pdf-registry = RCS { $town }
billing-pdf-net-price = prix unitaire HT { $price }
billing-pdf-terms = À payer au plus tard le { $due }, en rappelant le numéro de la facture.
billing-pdf-title = Facture
billing-pdf-title-credit-note = Avoir
billing-pdf-billed-to = Facturé à
billing-pdf-issued = Émise le
billing-pdf-due = À payer avant le
billing-pdf-supplied = Prestations
billing-pdf-purchase-order = Bon de commande
billing-pdf-customer-reference = Votre référence
billing-pdf-corrects = Corrige la facture
billing-pdf-capital = au capital de
billing-pdf-siren = SIREN
billing-pdf-vat-number = TVA
billing-pdf-description = Désignation
billing-pdf-quantity = Quantité
billing-pdf-unit-price-net = Prix unitaire HT
billing-pdf-unit-price-gross = Prix unitaire TTC
billing-pdf-rate = TVA
billing-pdf-amount-net = Montant HT
billing-pdf-amount-gross = Montant TTC
billing-pdf-subtotal = Sous-total
billing-pdf-vat-rate = Taux
billing-pdf-vat-base = Base HT
billing-pdf-vat-amount = TVA
billing-pdf-net = Total HT
billing-pdf-vat = TVA
billing-pdf-gross = Total TTC
billing-pdf-paid = Déjà payé
billing-pdf-amount-due = À payer
billing-pdf-payment = Règlement
billing-pdf-iban = IBAN
billing-pdf-bic = BIC
billing-pdf-payment-reference = Référence
billing-pdf-page = Page
billing-pdf-specimen = DÉMONSTRATION – SANS VALEUR

# Courriel de la facture
billing-mail-subject = Facture { $number } – { $place }
billing-mail-greeting = Bonjour { $name },
billing-mail-attached = Vous trouverez ci-joint la facture { $number }, d’un montant de { $total } TTC.
billing-mail-pay = Elle est à payer au plus tard le { $due }.
billing-mail-nothing-due = Rien n’est à payer : elle est jointe pour votre information.
billing-mail-account = Par virement à l’IBAN { $iban }, avec la référence { $number }.
billing-mail-question = Une question ? Répondez à ce courriel ou écrivez à { $email }.
billing-mail-goodbye = Merci, et à bientôt.

# Historique
activity-product-created = a créé le produit { $name }
activity-product-changed = a modifié le produit { $name }
activity-price-set = a fixé un prix de { $amount } € à partir du { $from }
activity-vat-rate-set = a fixé un taux de TVA de { $rate } % à partir du { $from }
activity-seller-changed = a modifié les mentions légales à partir du { $from }
activity-charge-made = a ajouté à facturer : { $label }
activity-charge-withdrawn = a retiré de la facturation : { $label }
activity-charge-credited = a repris sur la prochaine facture : { $label }
activity-billing-prepared = a préparé la facturation
activity-billing-excluded = a laissé de côté la facture de { $name }
activity-billing-included = a repris la facture de { $name }
activity-billing-issued = { $count ->
    [one] a lancé l’émission d’une facture
   *[other] a lancé l’émission de { $count } factures
}
activity-billing-closed = a clos le mois
activity-invoice-issued = a émis la facture { $number } de { $amount }
activity-invoice-paid = a enregistré { $amount } de paiement
activity-invoice-unpaid = a annulé { $amount } de paiement
activity-payment-recorded = a enregistré un paiement de { $amount }
activity-payment-reversed = a annulé un paiement de { $amount }
activity-payment-credit-used = a utilisé { $amount } d’avance

# Vérification
billing-verify-invoices = factures enchaînées, telles qu’émises
billing-verify-payments = paiements enchaînés, tels qu’enregistrés
billing-verify-allocations = affectations enchaînées de paiements
billing-verify-invoice-numbers = numéros de facture, sans trou et dans l’ordre
billing-verify-invoice-totals = totaux des factures, refaits ligne à ligne
billing-verify-charges = éléments facturés, chacun sur une ligne
billing-verify-balances = paiements et soldes

# What is held about people.
billing-holding-invoices = Factures et paiements
billing-holding-invoices-purpose = Facturer, encaisser et tenir les comptes
billing-holding-invoices-law = Dix ans après la clôture de l’exercice (Code de commerce, art. L123-22)
billing-holding-charges = Consommations à facturer et facturées
billing-holding-charges-purpose = Justifier chaque ligne de facture
billing-holding-charges-law = Dix ans, avec les factures qu’elles justifient (Code de commerce, art. L123-22)
billing-matter-owed = Doit encore au lieu
billing-matter-credit = Le lieu lui doit
billing-matter-unpaid = { $count ->
    [one] { $count } facture pas entièrement payée
   *[other] { $count } factures pas entièrement payées
}
billing-matter-uninvoiced = { $count ->
    [one] { $count } consommation pas encore facturée
   *[other] { $count } consommations pas encore facturées
}
