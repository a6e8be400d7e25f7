# Offres : carnets et forfaits.

## Mots communs
offers-section = Offres
offers-title = Offres
offers-mine = Mes carnets
offers-of-person = Carnets et forfait
offers-pass = Carnet
offers-passes = Carnets
offers-plan = Forfait
offers-plans = Forfaits
offers-person = Personne
offers-day = Jour
offers-units-head = Unités
offers-units = { $count ->
    [one] { $count } unité
   *[other] { $count } unités
}
offers-units-word = { $count ->
    [one] unité
   *[other] unités
}
offers-days = { $count ->
    [one] { $count } jour
   *[other] { $count } jours
}
offers-half-days = { $count ->
    [one] { $count } demi-journée
   *[other] { $count } demi-journées
}
offers-days-or-half-days = { $days } ou { $halves }
offers-price = { $amount } { $basis }
offers-a-month = { $price } par mois
offers-no-price = Sans prix
offers-until = Jusqu’au { $day } inclus
offers-for-ever = Sans limite de durée
offers-since = depuis le { $day }
offers-from-until = du { $from } au { $until }
offers-export = Exporter
offers-cancel = Annuler
offers-continue = Continuer
offers-keep = Enregistrer

## Ce qu’il reste
offers-left = Il reste
offers-nothing-left = Plus rien pour le moment
offers-left-of = { $left } / { $units }
offers-debt-head = À régler
offers-debt = { $count ->
    [one] { $count } unité est due pour des visites sans carnet. Le prochain carnet la réglera.
   *[other] { $count } unités sont dues pour des visites sans carnet. Le prochain carnet les réglera.
}
offers-lots = Carnets achetés
offers-lots-none = Aucun carnet pour le moment.
offers-lot-dates = Acheté le { $bought }. { $expiry }.
offers-lot-usable = Utilisable
offers-lot-empty = Épuisé
offers-lot-lapsed = Expiré
offers-movements = Utilisation
offers-movements-none = Rien n’a encore été décompté.
offers-movements-file = carnets.csv
offers-movement = Mouvement
offers-movement-used = Venue
offers-movement-returned = Unités rendues : venue raccourcie ou annulée
offers-movement-settled = Venue réglée après coup
offers-movement-given-back = Unités rendues : { $reason }
offers-mine-empty-title = Aucun carnet
offers-mine-nothing-text = Aucun carnet n’est en vente pour le moment. L’équipe peut vous renseigner.
offers-mine-empty-text = Un carnet se décompte à chaque venue, à la journée ou à la demi-journée.

## Acheter
offers-buy-first = Acheter un carnet
offers-buy-another = Racheter un carnet
offers-buy = Acheter
offers-buy-title = Acheter un carnet
offers-content-head = Contenu
offers-content = { $units }, soit { $words }
offers-validity = Validité
offers-order = Utilisation
offers-buy-at-once = Dès votre prochaine venue
offers-buy-after = Vous avez déjà { $units } : celles qui expirent le plus tôt servent d’abord.
offers-price-head = Prix
offers-gross-head = À payer
offers-buy-consequence = { $price } seront ajoutés à votre prochaine facture.
offers-buy-consequence-payer = { $price } seront ajoutés à la prochaine facture de { $payer }.
offers-buy-undo = Le carnet est utilisable tout de suite. En cas d’erreur, l’équipe peut l’annuler avec vous.
offers-buy-confirm = Acheter ce carnet
offers-bought = C’est fait : votre carnet est prêt.

## Vendre, rendre
offers-front-desk = Accueil
offers-back-to-desk = Retour à l’accueil
offers-sell-title = Vendre un carnet
offers-sell = Vendre
offers-sell-none = Aucun carnet n’est en vente : il en faut un avec un prix dans les offres.
offers-sold = Carnet vendu.
offers-billed-to = Sur la prochaine facture de { $payer }.
offers-billed-to-person = Sur la prochaine facture de la personne.
offers-give-back = Rendre des unités
offers-reason = Raison
offers-reason-hint = La personne la lira.
offers-given-back = Unités rendues.
offers-take-back = Reprendre un carnet
offers-take-back-confirm = Reprendre ce carnet ? Il ne sera pas facturé, ou sera remboursé sur la prochaine facture.
offers-taken-back = Carnet repris.

## Forfaits
offers-contract = Forfait
offers-contract-none = Aucun forfait en cours.
offers-contracts = Forfaits en cours
offers-contracts-file = forfaits.csv
offers-contracts-empty-title = Personne n’a encore de forfait
offers-contracts-empty-text = Un forfait se prend depuis la fiche d’une personne, à partir d’un jour, au prix du moment.
offers-contracts-empty-act = Choisir une personne
offers-not-now = Pas en ce moment
offers-subscribe = Prendre un forfait
offers-subscribe-consequence = À partir du { $day } : { $price } par mois, facturés chaque mois jusqu’à la fin du contrat.
offers-subscribe-first = Le premier mois, { $amount } ({ $days } des jours).
offers-subscribe-undo = Le prix est gelé pour ce contrat. Il s’arrête le jour que vous choisirez.
offers-subscribe-confirm = Commencer ce forfait
offers-subscribed = Le forfait est enregistré.
offers-plans-empty-title = Aucun forfait à proposer
offers-plans-empty-text = Créez d’abord un forfait avec un prix mensuel.
offers-from = À partir du
offers-from-hint = Un mois commencé est facturé au prorata des jours.
offers-until-head = Jusqu’au
offers-last-day = Dernier jour
offers-last-day-hint = Ce jour est compris. La veille du premier jour annule le contrat entièrement.
offers-switch = Changer de forfait
offers-switch-from-hint = Premier jour du nouveau forfait. L’ancien s’arrête la veille.
offers-switch-months = Ce qui reste à facturer, mois par mois, une fois le forfait changé :
offers-switch-credit = Déjà facturé, repris sur la prochaine facture
offers-switch-part = { $plan }, { $days } des jours
offers-switch-sum = Reste à facturer
offers-switch-consequence = À partir du { $day } : { $price } par mois.
offers-switch-undo = Chaque forfait est payé pour ses jours. Un total négatif est déduit de la prochaine facture. On peut changer de nouveau à une autre date.
offers-switch-confirm = Changer le forfait
offers-switched = Le forfait est changé.
offers-switch-empty-title = Aucun autre forfait
offers-switch-empty-text = Proposez un autre forfait pour pouvoir en changer.
offers-end = Arrêter
offers-end-consequence = Le forfait { $plan } de { $name } s’arrêtera. Le mois est facturé jusqu’au dernier jour ; ce qui a été facturé au-delà est repris sur la prochaine facture.
offers-end-undo = Un contrat arrêté ne se prolonge pas : il faudra en commencer un autre.
offers-end-confirm = Arrêter le forfait
offers-ended = Le forfait s’arrêtera ce jour-là.
offers-monthly-price = Prix mensuel

## Catalogue
offers-passes-none = Aucun carnet. Le carnet de référence : 30 unités, la journée 3, la demi-journée 2.
offers-plans-none = Aucun forfait mensuel. Un forfait donne sa place chaque mois à qui vient souvent : créez le premier avec « Nouveau forfait ».
offers-pass-new = Nouveau carnet
offers-plan-new = Nouveau forfait
offers-costs = journée { $day }, demi-journée { $half }
offers-months = { $count ->
    [one] valable { $count } mois
   *[other] valable { $count } mois
}
offers-withdrawn = Retiré de la vente
offers-name = Nom
offers-name-hint = Celui que les membres lisent, et la facture aussi.
offers-day-units = Une journée
offers-half-day-units = Une demi-journée
offers-numbers-hint = En unités. Deux demi-journées du même jour ne coûtent jamais plus qu’une journée.
offers-validity-months = Validité en mois
offers-validity-hint = Laissez vide pour un carnet sans limite de durée.
offers-active = En vente
offers-audience = Ses titulaires comptent parmi
offers-audience-hint = Leurs horaires, leurs délais et leurs tarifs de réservation en dépendent.
offers-beside-head = Avec un autre forfait
offers-beside = S’ajoute à un autre forfait
offers-beside-hint = Un casier, une domiciliation : ne donne pas de poste. Sans cette case, une personne n’a qu’un forfait à la fois.
offers-amount = Montant
offers-basis = Prix exprimé
offers-vat = TVA
offers-prices = Prix
offers-price-from = À partir du { $day }
offers-price-set = Fixer ce prix
offers-price-hint = Ce qui a été convenu avant garde son prix.
offers-pass-sold-keep = Les carnets déjà vendus gardent leurs unités, leurs décomptes et leur durée.
offers-plan-held-keep = Les contrats en cours gardent leur prix.
offers-pass-created = Le carnet est en vente.
offers-plan-created = Le forfait est proposé.
offers-kept = Enregistré.
offers-priced = Le prix est fixé.

## Refus
offers-refused-half-day-free = Une demi-journée coûte au moins une unité.
offers-refused-half-day-dearer = Une demi-journée ne peut pas coûter plus qu’une journée.
offers-refused-day-too-dear = Une journée coûte au plus { $maximum } unités.
offers-refused-units-out-of-bounds = Un carnet contient de { $minimum } à { $maximum } unités.
offers-refused-validity-out-of-bounds = La validité va de 1 à { $maximum } mois.
offers-refused-name-taken = Ce nom est déjà pris.
offers-refused-price = Ce prix est refusé : il est négatif, trop grand, ou son mois est déjà facturé.
offers-refused-product = La facturation refuse ce nom.
offers-elsewhere = Travailler ailleurs
offers-refused-no-units-elsewhere = Il n’y a pas assez d’unités sur les carnets acceptés là-bas.
offers-refused-nothing-offered = Le lieu ne propose aucun carnet : rien ne dit ce que coûte une journée.
offers-refused-pass-not-offered = Ce carnet n’est plus en vente.
offers-refused-plan-not-offered = Ce forfait n’est plus proposé.
offers-refused-no-price = Cette offre n’a pas de prix ce jour-là.
offers-refused-price-changed = Le prix a changé entre-temps. Regardez le nouveau prix, puis recommencez.
offers-refused-price-too-high = Ce prix dépasse le maximum d’un million.
offers-refused-no-vat-rate = Aucun taux de TVA n’est connu au { $day }.
offers-refused-charge = La facturation refuse cette ligne.
offers-refused-not-taken = On peut rendre de 1 à { $taken } unités de cette venue.
offers-refused-used = Ce carnet a servi : il ne peut plus être repris.
offers-refused-reason = Donnez une raison, sur une ligne, en 300 caractères au plus.
offers-refused-plan-held-already = Le forfait { $plan } court déjà sur ces jours : arrêtez-le d’abord.
offers-refused-start-out-of-reach = Un forfait commence à moins d’un an d’aujourd’hui.
offers-refused-ended-already = Ce contrat s’arrête déjà ce jour-là ou avant.
offers-refused-same-plan = C’est déjà le forfait de ce contrat.
offers-refused-not-alike = Un forfait qui donne un poste ne remplace pas un forfait qui s’y ajoute, ni l’inverse.
offers-refused-ends-before-start = Ce contrat commence plus tard : il ne peut pas s’arrêter avant.
offers-refused-lot-units = Les unités restantes vont de 0 aux unités achetées, { $maximum } au plus.
offers-refused-lot-expiry = Ce carnet expirerait avant d’avoir été acheté.

## Vérification
offers-verify-lots = Unités restantes de chaque carnet égales à son décompte, jamais négatives
offers-verify-returns = Unités rendues égales à ce qui fut pris, au plus
offers-verify-debts = Visites dues et ce qui les a réglées
offers-verify-days = Jours utilisés payés ou dus, jours annulés rendus
offers-verify-contracts = Un seul forfait à la fois par personne
offers-verify-charges = Mois de forfait facturés pour leurs jours

## Permissions et journal
permission-offers-own = Voir ses carnets et en acheter
permission-offers-sell = Vendre des carnets et décompter les venues
permission-offers-manage = Décider des offres et des forfaits
permission-offers-read = Voir les carnets et forfaits de tous
activity-pass-sold = { $offer } vendu ({ $units } unités)
activity-pass-imported = { $offer } importé ({ $units } unités restantes)
activity-pass-granted = a reçu { $units } unités de « { $offer } » : { $reason }
activity-pass-taken-back = { $offer } repris ({ $units } unités)
activity-pass-given-back = { $units ->
    [one] { $units } unité rendue sur { $offer } : { $reason }
   *[other] { $units } unités rendues sur { $offer } : { $reason }
}
activity-contract-started = Forfait { $plan } à partir du { $day }
activity-contract-not-charged = Forfait { $plan } non facturé : la facturation refuse cette ligne ({ $month })
activity-contract-imported = Forfait { $plan } importé, à partir du { $day }
activity-contract-switched = Forfait { $before } remplacé par { $plan } à partir du { $day }
activity-contract-ended = Forfait { $plan } arrêté au { $day }
activity-pass-offer-created = Carnet { $name } mis en vente
activity-pass-offer-changed = Carnet { $name } modifié
activity-pass-offer-priced = Prix du carnet { $name } fixé à partir du { $day }
activity-plan-created = Forfait { $name } proposé
activity-plan-changed = Forfait { $name } modifié
activity-plan-priced = Prix du forfait { $name } fixé à partir du { $day }

# What is held about people.
offers-holding-plans = Forfaits, carnets et décomptes
offers-holding-plans-purpose = Savoir ce qui a été acheté et ce qu’il en reste
offers-holding-plans-law = Dix ans, comme pièces des factures (Code de commerce, art. L123-22)
offers-matter-plans = { $count ->
    [one] { $count } forfait en cours ou à venir
   *[other] { $count } forfaits en cours ou à venir
}
offers-matter-units = { $count ->
    [one] { $count } unité restante sur un carnet
   *[other] { $count } unités restantes sur les carnets
}
offers-matter-debt = { $count ->
    [one] { $count } unité due pour des venues
   *[other] { $count } unités dues pour des venues
}
activity-contract-kept-on = { $plan } reprend comme avant
