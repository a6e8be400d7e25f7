# Carnets partagés, rappels, tarifs réduits.

## Carnets partagés et rappels
offers-shared = Partagé par l’équipe
offers-shared-hint = Si une organisation paie, toutes ses personnes puisent dans ce carnet.
offers-shared-lot = Partagé par l’équipe
offers-lot-history = Qui l’a utilisé
offers-lot-history-none = Personne ne l’a encore utilisé.
offers-remind-days = Rappel avant l’expiration d’un carnet, en jours
offers-remind-days-hint = Par courriel, une fois par carnet ; aussi quand il est presque vide. 0 : jamais avant l’expiration.
offers-mail-greeting = Bonjour { $name },
offers-mail-pass-expiring-subject = Votre carnet « { $what } » expire bientôt
offers-mail-pass-expiring-title = Un carnet expire bientôt
offers-mail-pass-expiring-text = { $count ->
    [one] Il reste { $count } unité sur votre carnet « { $what } ». Son dernier jour est le { $day }.
   *[other] Il reste { $count } unités sur votre carnet « { $what } ». Son dernier jour est le { $day }.
}
offers-mail-pass-expiring-after = Passé ce jour, ce qui reste ne pourra plus servir.
offers-mail-pass-expiring-button = Voir mes carnets
offers-mail-pass-low-subject = Votre carnet « { $what } » est presque vide
offers-mail-pass-low-title = Un carnet presque vide
offers-mail-pass-low-text = { $count ->
    [0] Votre carnet « { $what } » est épuisé.
    [one] Il vous reste { $count } unité.
   *[other] Il vous reste { $count } unités.
}
offers-mail-pass-low-after = Sans carnet, la porte reste ouverte : la visite est notée, et le prochain carnet la règle.
offers-mail-pass-low-button = Acheter un carnet
activity-pass-offer-sharing-set = Partage du carnet { $name } modifié

## Tarifs réduits
offers-tariff = Tarif réduit
offers-tariffs = Tarifs réduits
offers-tariffs-none = Aucun tarif réduit : créez-en un, avec ce qui justifie d’y avoir droit.
offers-tariff-new = Nouveau tarif réduit
offers-tariff-months = Accordé pour, en mois
offers-tariff-months-hint = Proposé au moment d’accorder ; la date reste libre.
offers-tariff-proof = Ce qui y donne droit
offers-tariff-proof-hint = Par exemple : avis d’imposition, carte d’étudiant, attestation. Demandez le moins possible.
offers-tariff-on = Porte sur
offers-tariff-bookings = Réservations
offers-tariff-plans-hint = Ce choix ne change plus une fois le tarif créé.
offers-tariff-active = Peut être demandé
offers-reductions = Tarifs réduits
offers-reductions-mine = Tarif réduit
offers-reductions-asked = Demandes
offers-reductions-asked-none = Personne n’a demandé de tarif réduit.
offers-reductions-none-title = Pas de tarif réduit
offers-reductions-none-text = Le lieu n’en propose pas pour l’instant.
offers-reduction-ask = Demander un tarif réduit
offers-reduction-whom = Pour qui
offers-reduction-for-me = Pour moi
offers-reduction-for-organisation = Pour toutes les personnes dont elle paie la part
offers-reduction-words = Votre situation
offers-reduction-when = Quand
offers-reduction-their-words = Sa situation
offers-reduction-words-hint = Quelques mots suffisent. Seule la gérance les lit.
offers-reduction-file = Justificatif
offers-reduction-file-hint = PDF, JPEG ou PNG, 5 Mo au plus. Effacé trente jours après la réponse.
offers-reduction-send = Envoyer la demande
offers-reduction-sent = La demande est envoyée. Vous recevrez la réponse par courriel.
offers-reduction-take-back = Retirer
offers-reduction-taken-back = La demande est retirée, le justificatif effacé.
offers-reduction-state = Demande
offers-reduction-asked = En attente
offers-reduction-granted = Accordé
offers-reduction-refused = Refusé
offers-reduction-withdrawn = Retiré
offers-reduction-asked-on = Demandé le { $when }
offers-reduction-answer = Réponse
offers-reduction-proof = Télécharger le justificatif
offers-reduction-proof-kept = Il est effacé trente jours après la réponse.
offers-reduction-grant = Accorder
offers-reduction-refuse = Refuser
offers-reduction-end = Mettre fin
offers-reduction-granted-told = Accordé : le courriel part, les prix suivent.
offers-reduction-refused-told = Refusé : le courriel part avec la raison.
offers-mail-reduction-granted-subject = Accordé : { $what }
offers-mail-reduction-granted-title = Tarif réduit accordé
offers-mail-reduction-granted-text = Vous bénéficiez de « { $what } » du { $day } au { $until } inclus.
offers-mail-reduction-granted-after = La remise apparaît sur vos factures, ligne par ligne.
offers-mail-reduction-granted-button = Voir ma demande
offers-mail-reduction-refused-subject = Votre demande « { $what } »
offers-mail-reduction-refused-title = Tarif réduit refusé
offers-mail-reduction-refused-text = Votre demande « { $what } » n’a pas pu être acceptée.
offers-mail-reduction-refused-after = Si votre situation change, vous pouvez demander de nouveau.
offers-mail-reduction-refused-button = Voir ma demande
offers-refused-no-proof = Dites quelques mots ou joignez un justificatif.
offers-refused-proof-kind = Ce fichier n’est ni un PDF, ni un JPEG, ni un PNG.
offers-refused-proof-size = { $megabytes } Mo au plus.
offers-refused-tariff-not-offered = Ce tarif ne se demande plus.
offers-refused-reduction-asked = Cette demande attend déjà une réponse.
offers-refused-no-organisation = Aucune organisation ne paie pour vous.
offers-refused-reduction-answered = Cette demande a déjà sa réponse.
offers-refused-reduction-days = Le dernier jour vient après le premier, cinq ans plus tard au plus.
offers-refused-no-reason = Dites pourquoi : la personne le lira.
offers-refused-tariff-rate = De 0,01 à 100 %, pour 1 à 60 mois.
activity-reduced-tariff-kept = Tarif réduit { $name } enregistré
activity-reduction-asked = { $name } demandé
activity-reduction-withdrawn = { $name } : demande retirée
activity-reduction-granted = { $name } accordé
activity-reduction-refused = { $name } refusé
activity-reduction-ended = { $name } : fin avancée

## Codes de réduction
offers-coupon = Code de réduction
offers-coupons = Codes de réduction
offers-coupons-none-title = Aucun code
offers-coupons-none-text = Un code donne une remise sur un carnet, pour un temps et un nombre de fois.
offers-coupon-new = Nouveau code de réduction
offers-coupon-code = Code
offers-coupon-code-hint = Trois lettres, chiffres ou tirets au moins. Les accents et les majuscules ne comptent pas.
offers-coupon-cut = Remise
offers-coupon-cut-hint = Une part du prix, ou un montant : l’un ou l’autre.
offers-coupon-for = Valable pour
offers-coupon-every-pass = Tous les carnets
offers-coupon-most = Utilisations en tout
offers-coupon-most-hint = Rien : sans limite.
offers-coupon-each = Par personne
offers-coupon-uses = Utilisé
offers-coupon-active = Peut être utilisé
offers-coupon-off = Retiré
offers-coupon-have = J’ai un code de réduction
offers-coupon-apply = Appliquer
offers-refused-coupon-unknown = Ce code n’existe pas, ou n’est pas valable aujourd’hui.
offers-refused-coupon-offer = Ce code vaut pour un autre carnet.
offers-refused-coupon-used-up = Ce code a déjà servi autant qu’il le pouvait.
offers-refused-coupon-used-by-you = Vous avez déjà utilisé ce code.
offers-refused-coupon-code = De 3 à 40 lettres, chiffres ou tirets.
offers-refused-coupon-cut = Donnez une part de 0,01 à 100 %, ou un montant, mais pas les deux.
offers-refused-coupon-limit = Au moins une utilisation.
activity-coupon-kept = Code { $name } enregistré
