permission-guests-receive = Voir qui demande de l’extérieur et répondre
permission-guests-manage = Régler l’accueil des personnes extérieures
guests-section = Extérieur
guests-title = Personnes extérieures
guests-lead = Les réservations faites sans compte, par des personnes qui ne sont pas membres.
guests-guest = Personne
guests-when = Quand
guests-state = État
guests-none = Personne n’a encore réservé de l’extérieur
guests-none-text = La page publique de chaque salle montre ses heures libres ; qui la réserve apparaît ici.
guests-unproven = adresse à confirmer
guests-never-proven = jamais confirmée

# Les salles.
guests-filter = Chercher une salle
guests-people = Pour combien de personnes
guests-thing = Équipement
guests-any-thing = Peu importe
guests-look = Chercher
guests-none-fits = Aucune salle ne convient
guests-none-fits-text = Essayez avec moins de personnes ou sans équipement particulier.
guests-all-rooms = Voir toutes les salles
guests-whole-house = Privatiser : demander un devis
guests-rules = Comment ça marche
guests-days-title = Les jours à venir
guests-earlier = Semaine précédente
guests-later = Semaine suivante
guests-free-not-here = libre, mais trop court ou trop tôt pour réserver ici
guests-new-tab = nouvel onglet
guests-price-both = { $net } HT ({ $gross } TTC)
guests-price-no-vat = { $amount } sans TVA
guests-days = { $count ->
    [one] un jour
   *[other] { $count } jours
}
guests-rule-lengths = De { $shortest } à { $longest }.
guests-rule-notice = À réserver au moins { $notice } à l’avance.
guests-rule-horizon = Jusqu’à { $days } jours à l’avance.
guests-rule-approval = Le lieu répond d’abord à la demande ; rien n’est dû avant.
guests-rule-cancel-always = Annulation sans frais.
guests-rule-cancel-free = Annulation sans frais jusqu’à { $notice } avant.
guests-rule-cancel-fee = Jusqu’à { $notice } avant, l’annulation coûte { $fee } du prix.
guests-rule-cancel-late = Ensuite, l’annulation coûte { $fee } du prix.

# Réserver sans compte.
guests-book-title = Réserver { $space }
guests-book-lead = Sans compte : choisissez les heures, voyez le prix, confirmez par courriel.
guests-you = Vous
guests-email-hint = Un lien de confirmation y est envoyé.
guests-choose-hours = Choisissez un jour et des heures pour voir le prix.
guests-free-that-day = Libre ce jour-là
guests-held-for = Le créneau vous est gardé { $minutes } minutes, le temps de suivre le lien reçu par courriel. La facture suit à la fin du mois.
guests-send = Garder ce créneau
guests-member-note = Membre ? Connectez-vous pour réserver à votre tarif.
guests-sent-title = Regardez votre courriel
guests-sent-text = Un lien vient de partir vers { $email }. Suivez-le pour confirmer.
guests-sent-until = Le créneau est gardé { $minutes } minutes ; ensuite il est rendu.
guests-confirm-title = Confirmer la réservation
guests-confirm-text = Encore un bouton, et le créneau est à vous.
guests-confirm = Confirmer
guests-over-title = Ce lien ne vaut plus
guests-over-text = Le créneau n’était gardé que quelques minutes, ou il a été rendu. Il est peut-être encore libre.
guests-refused-text-missing = Cochez cette case pour continuer.
guests-refused-text-changed = Ce texte vient de changer : relisez-le.
guests-refused-too-many-held = Deux créneaux attendent déjà une confirmation à cette adresse. Confirmez-les d’abord.
guests-refused-over = Le temps pour confirmer est passé.
guests-refused-minutes = Entre 5 et 1 440 minutes.

# Réglages.
guests-settings-title = Accueil et widget
guests-settings-kept = C’est enregistré.
guests-hold-minutes = Minutes pour confirmer
guests-hold-minutes-hint = Pendant ce temps, le créneau est gardé à qui n’a pas encore suivi le lien du courriel.
guests-sites = Sites qui peuvent montrer les salles
guests-sites-hint = Une adresse par ligne, par exemple https://www.lieu.example.org. Aucun autre site ne le pourra.
guests-snippets = À copier dans votre site
guests-snippets-text = Le cadre montre la salle, ses prix et ses heures libres ; réserver ouvre un nouvel onglet. Si vous ne voulez pas de cadre, prenez le lien.
guests-snippet = Cadre
guests-snippet-link = Lien
guests-snippet-see = Voir le cadre

# Courriels.
guests-mail-greeting = Bonjour { $name },
guests-mail-proof-subject = Confirmez votre réservation : { $space }
guests-mail-proof-text = Vous avez demandé { $space }, { $when }. Suivez le lien pour confirmer : le créneau vous est gardé jusqu’au { $until }.
guests-mail-proof-account = Vous avez un compte chez nous. Connectez-vous plutôt pour réserver à votre tarif ; dans ce cas, ne suivez pas ce lien.
guests-mail-proof-after = Si ce n’est pas vous, ne faites rien : le créneau sera rendu de lui-même.
guests-mail-proof-button = Confirmer la réservation

# What is held about people.
guests-holding-bookings = Réservations sans compte
guests-holding-bookings-purpose = Savoir qui vient de l’extérieur, le prévenir et le facturer
guests-coupon-refused = Le code donné n’est pas déduit : { $reason } Le prix ci-dessus est celui sans le code.
