permission-spaces-read = Voir l’occupation des salles
permission-spaces-book = Réserver pour soi
permission-spaces-see-bookers = Voir qui a réservé
permission-spaces-book-for-others = Réserver pour les autres et répondre aux demandes
permission-spaces-override = Passer outre les horaires et les délais
permission-spaces-close = Bloquer un espace et reloger les réservations
permission-spaces-manage = Gérer les espaces, les horaires et les conditions

# Menus
spaces-section = Espaces
spaces-nav-book = Réserver
spaces-nav-my-bookings = Mes réservations
spaces-nav-calendar = Calendrier
spaces-nav-bookings = Réservations
spaces-nav-spaces = Espaces et horaires

# Espaces
spaces-kind-room = Salle
spaces-kind-hall = Grande salle
spaces-kind-private-office = Bureau fermé
spaces-kind-desk-pool = Postes de travail
spaces-kind-desk = Poste
spaces-kind-garden = Extérieur
spaces-kind-floor = Étage entier
spaces-kind-building = Bâtiment entier
spaces-kind-equipment = Équipement
spaces-seats = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
spaces-free = Gratuit
spaces-price-desk = Sur votre carnet ou forfait
spaces-desk-included = Compris dans un carnet ou un forfait
spaces-equipment = Équipement
spaces-prices = Tarifs
spaces-price-hour = l’heure
spaces-price-half-day = la demi-journée (4 h)
spaces-price-day = la journée (8 h)
spaces-prices-note = La combinaison la moins chère s’applique toujours. Les membres ont leurs propres tarifs.
spaces-hours = Horaires
spaces-closed = Fermé
spaces-today = Aujourd’hui
spaces-today-closed = Plus rien n’est ouvert aujourd’hui.
spaces-free-hours = Libre
spaces-taken = Occupé
spaces-mine = Ma réservation
spaces-over = Terminé pour aujourd’hui
spaces-rooms-title = Nos espaces
spaces-rooms-lead = Une salle pour une réunion, une grande salle pour un événement, un poste pour la journée.
spaces-rooms-none = Aucun espace pour l’instant
spaces-rooms-none-text = Les salles et les postes apparaîtront ici dès qu’ils auront été ajoutés.
spaces-book-this = Réserver cet espace

# Calendrier
spaces-calendar-title = Calendrier des espaces
spaces-days = Jours de la semaine
spaces-view-week = Semaine
spaces-view-day = Jour
spaces-view-list = Liste
spaces-legend-mine = Mes réservations
spaces-legend-taken = Occupé
spaces-legend-requested = En attente de réponse

# Réserver
spaces-book = Réserver
spaces-book-for = Pour { $name }
spaces-book-for-other = Réserver pour quelqu’un d’autre
spaces-space = Espace
spaces-day = Jour
spaces-start = Début
spaces-end = Fin
spaces-end-day = Jour de fin
spaces-end-day-hint = Seulement si la réservation dure plus d’une journée.
spaces-title = Objet
spaces-title-hint = Par exemple : réunion d’équipe. Les autres membres ne le voient pas.
spaces-attendance = Nombre de personnes
spaces-visible = Montrer mon nom aux autres membres
spaces-visible-hint = Sinon, ils voient seulement que l’espace est occupé.
spaces-more = Plus d’options
spaces-for-house = Pour la maison
spaces-for-house-hint = Aux règles de l’équipe, sans prix.
spaces-overriding = Passer outre les horaires, les délais et les battements
spaces-overriding-hint = Votre nom sera inscrit. Deux réservations ne se chevaucheront jamais pour autant.
spaces-see-price = Voir le prix
spaces-length = Durée
spaces-price = Prix
spaces-crowded = { $count ->
    [one] L’espace compte { $count } place : il sera un peu juste.
   *[other] L’espace compte { $count } places : il sera un peu juste.
}
spaces-needs-approval = Cette réservation doit être acceptée par l’équipe. Le créneau vous est gardé en attendant, et rien n’est dû avant.
spaces-confirm = Réserver à ce prix
spaces-ask = Envoyer la demande
spaces-quote-empty = Choisissez un espace et des heures : le prix s’affiche ici, avant toute réservation.
spaces-gaps = Libre ce jour-là
spaces-booked = C’est réservé.
spaces-requested = Votre demande est envoyée. Le créneau vous est gardé en attendant la réponse.

# Une réservation
spaces-state = État
spaces-state-requested = En attente de réponse
spaces-state-confirmed = Confirmée
spaces-state-checked-in = En cours
spaces-state-done = Terminée
spaces-state-cancelled = Annulée
spaces-state-refused = Refusée
spaces-state-expired = Demande expirée
spaces-state-no-show = Personne n’est venu
spaces-overridden = Hors règles
spaces-holder = Pour
spaces-house = La maison
spaces-fee-floor = Dû en cas d’annulation, au moins
spaces-fee = Dû pour l’annulation
spaces-visibility = Visible
spaces-visible-yes = Votre nom est montré aux membres
spaces-visible-no = Les membres voient seulement que c’est occupé
spaces-expires = Réponse attendue avant
spaces-calendar-file = Ajouter à mon agenda
spaces-keep = Enregistrer
spaces-changed = C’est enregistré.
spaces-move = Déplacer
spaces-cancel = Annuler
spaces-end-now = Terminer maintenant
spaces-end-confirm = Terminer cette réservation maintenant ? L’espace est libéré, le prix reste celui convenu.
spaces-ended = La réservation est terminée, l’espace est libre.
spaces-asked = Cette demande attend votre réponse.
spaces-asked-undo = La personne est prévenue par courriel. Une réservation acceptée peut encore être annulée.
spaces-approve = Accepter
spaces-refuse = Refuser
spaces-approved = La réservation est confirmée et la personne prévenue.
spaces-request-refused = La demande est refusée et la personne prévenue.
spaces-welcome = Elles sont là
spaces-undo-welcome = Elles ne sont pas là
spaces-welcome-undone = L’arrivée est effacée.
spaces-welcomed = L’arrivée est notée.
spaces-note-absence = Personne n’est venu
spaces-absence-confirm = Noter que personne n’est venu ? L’espace est libéré, le prix reste dû.
spaces-absence-noted = L’absence est notée.
spaces-not-done = Ce n’est pas fait : { $reason }

# Déplacer
spaces-move-title = Déplacer la réservation
spaces-move-price-now = Prix actuel : { $price }
spaces-move-choose = Choisissez un autre espace ou d’autres heures : la différence de prix s’affiche ici.
spaces-move-same-price = Le prix ne change pas : { $price }.
spaces-move-dearer = Nouveau prix : { $price }, soit { $difference } de plus.
spaces-move-cheaper = Nouveau prix : { $price }. { $difference } vous sont rendus.
spaces-move-floor = À cette heure, déplacer garde ce que coûterait une annulation : { $fee } restent dus si vous annulez ensuite, ou si une nouvelle demande n’aboutit pas, sauf refus du lieu.
spaces-move-kept = Dont { $kept } pour les heures rendues trop tard. { $fee } restent dus si vous annulez ensuite, ou si une nouvelle demande n’aboutit pas, sauf refus du lieu.
spaces-waive-move = Ne rien garder
spaces-waive-move-hint = Seul le tarif des nouvelles heures est dû, et annuler suit le préavis habituel.
spaces-move-confirm = Déplacer
spaces-moved = La réservation est déplacée.

# Annuler
spaces-cancel-title = Annuler la réservation
spaces-cancel-free = L’espace est libéré. Rien n’est dû.
spaces-cancel-moved-late = Cette réservation a été déplacée trop tard pour être annulée sans frais.
spaces-cancel-no-fee = L’espace est libéré. L’annulation est gratuite : { $price } ne sont plus dus.
spaces-cancel-fee = L’espace est libéré. { $fee } restent dus, sur { $price }.
spaces-cancel-undo = Une annulation ne se reprend pas : il faudra réserver à nouveau.
spaces-cancel-confirm = Annuler la réservation
spaces-cancel-not = La garder
spaces-waive = Ne rien faire payer
spaces-cancelled = La réservation est annulée.

# Mes réservations
spaces-my-bookings-title = Mes réservations
spaces-upcoming = À venir
spaces-past = Passées
spaces-none-upcoming = Rien de réservé
spaces-none-upcoming-text = Choisissez un espace libre dans le calendrier ; le prix s’affiche avant de confirmer.

# Réserver pour quelqu’un au téléphone
spaces-caller-title = Réserver pour quelqu’un
spaces-caller-lead = Retrouvez la personne, ou notez-la : le calendrier et le prix viennent ensuite.
spaces-caller-search = Nom, société, téléphone ou courriel
spaces-caller-search-hint = Trois lettres suffisent.
spaces-caller-find = Chercher
spaces-caller-found = { $count ->
    [0] Personne de ce nom
    [one] { $count } personne
   *[other] { $count } personnes
}
spaces-caller-new = Une nouvelle personne
spaces-caller-next = Continuer
spaces-given = Prénom
spaces-family = Nom
spaces-phone = Téléphone
spaces-email = Courriel

# Gestion
spaces-bookings-title = Réservations
spaces-bookings-file = reservations.csv
spaces-bookings-none = Aucune réservation
spaces-bookings-none-text = Aucune réservation ne correspond à ces jours et à ces choix. Élargissez-les, ou réservez depuis le calendrier.
spaces-requests = Demandes en attente
spaces-answer-before = Réponse attendue avant : { $when }
spaces-csv = Exporter (CSV)
spaces-from = Du
spaces-until = Au
spaces-at = Heure
spaces-until-hint = 23:59 ferme la journée entière.
spaces-filter = Filtrer
spaces-any = Tous
spaces-basis = HT ou TTC
spaces-resources-title = Espaces
spaces-resource-new = Ajouter un espace
spaces-resources-none = Aucun espace
spaces-resources-none-text = Ajoutez une salle, des postes ou un jardin : on pourra les réserver aussitôt.
spaces-name = Nom
spaces-kind = Genre
spaces-kind-hint = Un étage ou le bâtiment prend avec lui les espaces liés qu’il contient. Un équipement (vidéoprojecteur, appareil photo, camionnette) se réserve sans places.
spaces-level = Étage
spaces-level-hint = Comme on le dit chez vous : rez-de-chaussée, 1er, cour.
spaces-units = Unités
spaces-units-hint = Combien de réservations à la fois : 1 pour une salle, 10 pour dix postes.
spaces-capacity = Jauge
spaces-capacity-hint = Combien de personnes ; au-delà, on avertit sans refuser. Un équipement n’en a pas.
spaces-product = Article et tarifs
spaces-product-hint = L’article de la facturation qui donne les prix à l’heure, à la demi-journée et à la journée.
spaces-no-product = Gratuit
spaces-buffer-before = Battement avant (minutes)
spaces-buffer-after = Battement après (minutes)
spaces-buffer-hint = Pour installer et ranger. Deux battements voisins se recouvrent.
spaces-description = Description
spaces-description-hint = Quelques phrases pour la page publique.
spaces-equipment-hint = Une chose par ligne.
spaces-position = Rang dans les listes
spaces-position-hint = Les plus petits d’abord.
spaces-public-page = Page publique
spaces-resource-kept = L’espace est enregistré.
spaces-retired = Plus proposé
spaces-retire = Ne plus proposer
spaces-retire-text = Un espace qui n’est plus proposé disparaît du calendrier ; ses réservations passées restent.
spaces-retire-confirm = Ne plus proposer cet espace ?
spaces-restore = Proposer à nouveau
spaces-resource-retired = L’espace n’est plus proposé.
spaces-resource-restored = L’espace est à nouveau proposé.
spaces-audience = Public
spaces-whole-place = Toute la maison
spaces-hours-title = Horaires
spaces-hours-hint = Écrivez 9h-12h, 14h-18h30 ; 0h-24h pour le jour entier ; rien pour un jour fermé.
spaces-own-hours-hint = Un espace qui a ses propres horaires, pour un public au moins, n’a plus ceux de la maison.
spaces-hours-kept = Les horaires sont enregistrés.
spaces-limits-title = Délais et conditions
spaces-minimum-notice = Préavis minimal
spaces-horizon = Délai maximal
spaces-shortest = Durée minimale
spaces-longest = Durée maximale
spaces-step = Pas
spaces-minutes-hint = En minutes.
spaces-days-hint = En jours à l’avance.
spaces-approval = Chaque réservation doit être acceptée
spaces-approval-hint = Le créneau est gardé 48 h en attendant la réponse.
spaces-terms = Conditions d’annulation
spaces-terms-hint = Une ligne par préavis : « 24 h : 0 % », puis « 0 h : 50 % ». Exactement 24 h avant compte comme à temps. Sans ligne, l’annulation est gratuite.
spaces-limits-kept = Les délais et les conditions sont enregistrés.
spaces-closures-title = Fermetures
spaces-closures-lead = Travaux, congés, journée privée : personne ne peut réserver pendant ce temps, et la raison est donnée.
spaces-closures-none = Aucune fermeture à venir
spaces-closures-none-text = Bloquez un espace ou toute la maison : les réservations qui gênent seront listées.
spaces-closure-new = Bloquer un temps
spaces-reason = Raison
spaces-reason-hint = Dite à qui essaie de réserver.
spaces-block = Bloquer
spaces-closure-kept = Ce temps est bloqué.
spaces-occupancy-title = Occupation
spaces-occupancy-percent = { $count } %
spaces-occupancy-hours = { $count } h
spaces-decimal-comma = ,
spaces-occupancy-rooms = Salles occupées
spaces-occupancy-check-ins = Passages au poste
spaces-occupancy-net = Réservations, HT
spaces-occupancy-by-space = Par espace
spaces-occupancy-by-space-text = Heures réservées dans les heures d’ouverture, fermetures déduites. Le montant compte les réservations commencées dans la période et les frais d’annulation, hors taxes.
spaces-occupancy-none = Aucun espace n’était ouvert.
spaces-occupancy-bookings = Réservations
spaces-occupancy-used = Réservé
spaces-occupancy-open = Ouvert
spaces-occupancy-rate = Taux
spaces-occupancy-minutes-used = Minutes réservées
spaces-occupancy-minutes-open = Minutes d’ouverture
spaces-occupancy-week = Personnes présentes par demi-journée
spaces-occupancy-week-text = Moyenne des jours ouverts, d’après les passages au poste. Plus c’est foncé, plus les { $count } postes sont pris.
spaces-occupancy-week-bare = Moyenne des jours ouverts, d’après les passages.
spaces-occupancy-morning = Matin
spaces-occupancy-afternoon = Après-midi
spaces-occupancy-kinds = Passages par offre
spaces-occupancy-half-days = { $count ->
    [one] { $count } demi-journée
   *[other] { $count } demi-journées
}
spaces-occupancy-year = Sur un an
spaces-occupancy-month = Mois
spaces-occupancy-half-days-head = Demi-journées
spaces-feeds-title = Mon agenda
spaces-feeds-lead = Suivez les réservations dans l’agenda de votre téléphone ou de votre ordinateur : il se met à jour tout seul.
spaces-feed-own = Mes réservations
spaces-feed-own-text = Celles à venir et celles des trois derniers mois.
spaces-feed-house = Toutes les réservations de la maison
spaces-feed-house-text = Avec le nom de qui a réservé. L’adresse cesse de répondre si vous quittez l’équipe.
spaces-feed-make = Obtenir une adresse
spaces-feed-again = Remplacer l’adresse
spaces-feed-end = Ne plus suivre
spaces-feed-end-confirm = Ne plus suivre ce calendrier ? Les agendas qui ont l’adresse ne recevront plus rien.
spaces-feed-once = Voici l’adresse. Elle n’est montrée qu’une fois : qui la connaît voit ce calendrier.
spaces-feed-address = Adresse à suivre
spaces-feed-open = Ouvrir dans mon agenda
spaces-feed-since = Une adresse existe depuis le { $day }. Si vous l’avez perdue, remplacez-la.
spaces-feed-made-before = L’adresse a déjà été montrée. Si vous l’avez perdue, remplacez-la.
spaces-feed-ended = L’adresse ne répond plus.
spaces-feeds-rooms = Chaque espace a aussi son calendrier public, libre ou pris, sur sa page.
spaces-feed-room = Calendrier de cet espace (ICS)
spaces-rehousing-title = Reloger
spaces-rehouse = Reloger les réservations
spaces-rehousing-lead = { $count ->
    [one] Une réservation tombe sur cette fermeture. Dites où elle va : la personne sera prévenue.
   *[other] { $count } réservations tombent sur cette fermeture. Dites où elles vont, en une fois : tout le monde sera prévenu.
}
spaces-people-count = { $count ->
    [one] 1 personne
   *[other] { $count } personnes
}
spaces-rehousing-none = Tout le monde est relogé
spaces-rehousing-none-text = Aucune réservation à venir ne tombe sur cette fermeture.
spaces-rehousing-fate = Où va-t-elle ?
spaces-rehousing-way = { $space } ({ $count } pers.), { $price }
spaces-rehousing-cancel = Nulle part : annuler sans frais
spaces-rehousing-stay = Laisser pour l’instant
spaces-rehousing-cost = Personne ne paie plus que ce qui était convenu ; une réservation annulée ici ne coûte rien.
spaces-rehousing-confirm = Reloger et prévenir
spaces-rehousing-call = À prévenir de vive voix
spaces-rehoused = C’est fait. Celles et ceux qui ont une adresse sont prévenus par courriel.
spaces-refused-rehousing-changed = Cette réservation a changé entre-temps. Voici où elle en est.
spaces-refused-rehousing-no-room = Cet espace n’est plus libre à ces heures, ou deux réservations y vont en même temps. Choisissez-en un autre.
spaces-closure-withdrawn = Ce temps est à nouveau ouvert.
spaces-reopen = Rouvrir
spaces-reopen-confirm = Rouvrir ce temps aux réservations ?
spaces-in-the-way = { $count ->
    [one] { $count } réservation est à déplacer ou à annuler :
   *[other] { $count } réservations sont à déplacer ou à annuler :
}

# Refus
spaces-refused-taken = Déjà pris de { $from } à { $until }.
spaces-refused-taken-by-you = Vous avez déjà réservé de { $from } à { $until } : { $title }.
spaces-refused-taken-by = Déjà pris de { $from } à { $until } : { $who }.
spaces-refused-full = Tout est déjà pris à ce moment-là.
spaces-refused-buffer = { $minutes ->
    [one] Il faut { $minutes } minute entre deux réservations pour installer et ranger.
   *[other] Il faut { $minutes } minutes entre deux réservations pour installer et ranger.
}
spaces-refused-closed = Fermé à ce moment-là : { $reason }.
spaces-refused-outside-hours = En dehors des horaires de ce jour : { $hours }.
spaces-refused-closed-day = C’est fermé ce jour-là.
spaces-refused-inactive = Cet espace n’est plus proposé.
spaces-refused-no-price = Cet espace n’a pas de tarif pour cette personne : demandez à l’équipe.
spaces-refused-too-early = Ce jour n’est pas encore venu.
spaces-refused-not-here = Aucune arrivée n’est notée, ou la réservation est finie.
spaces-refused-no-vat-rate = Aucun taux de TVA n’est connu au { $day }.
spaces-refused-text = Ce texte est trop long ou contient un caractère qui ne peut pas être affiché.
spaces-refused-attendance = Indiquez un nombre de personnes entre 1 et 100 000.
spaces-refused-out-of-time = Cette date est trop éloignée.
spaces-refused-not-open = Cette réservation a commencé ou n’a plus cours : elle ne se déplace ni ne s’annule plus. Elle peut être terminée plus tôt.
spaces-refused-not-running = Cette réservation n’est pas en cours.
spaces-refused-not-requested = Cette demande n’attend plus de réponse.
spaces-refused-changed = Quelqu’un a changé cette réservation entre-temps. Rien n’a été fait : regardez à nouveau.
spaces-refused-price-changed = Le prix n’est plus celui qui était affiché. Rien n’a été fait : voici le nouveau.
spaces-refused-already-imported = Cette ligne a déjà été importée.
spaces-refused-nobody = Dites pour qui est la réservation.
spaces-refused-no-contact = Indiquez un téléphone ou un courriel.
spaces-refused-past = Ce moment est déjà passé.
spaces-refused-too-soon = { $minutes ->
    [one] Il faut réserver au moins { $minutes } minute à l’avance.
   *[other] Il faut réserver au moins { $minutes } minutes à l’avance.
}
spaces-refused-too-far = { $days ->
    [0] On ne réserve que pour le jour même.
    [one] On ne réserve pas plus de { $days } jour à l’avance.
   *[other] On ne réserve pas plus de { $days } jours à l’avance.
}
spaces-refused-too-short = { $minutes ->
    [one] La durée minimale est de { $minutes } minute.
   *[other] La durée minimale est de { $minutes } minutes.
}
spaces-refused-too-long = { $minutes ->
    [one] La durée maximale est de { $minutes } minute.
   *[other] La durée maximale est de { $minutes } minutes.
}
spaces-refused-off-step = { $minutes ->
    [one] Le début et la durée vont de minute en minute.
   *[other] Le début et la durée vont de { $minutes } en { $minutes } minutes.
}
spaces-refused-name-taken = Un autre espace porte déjà ce nom.
spaces-refused-units = Indiquez un nombre d’unités entre 1 et 10 000.
spaces-refused-units-in-use = { $peak ->
    [one] { $peak } réservation à venir demande plus d’unités que cela.
   *[other] Jusqu’à { $peak } réservations à venir se chevauchent : il faut au moins autant d’unités.
}
spaces-refused-capacity = Indiquez une jauge entre 1 et 100 000.
spaces-refused-buffers = Un battement dure entre 0 et 1 440 minutes.
spaces-refused-position = Indiquez un rang entre 0 et 100 000.
spaces-refused-unknown-product = Cet article n’existe pas.
spaces-refused-still-booked = { $count ->
    [one] { $count } réservation à venir est à déplacer ou à annuler d’abord.
   *[other] { $count } réservations à venir sont à déplacer ou à annuler d’abord.
}
spaces-refused-hours-reversed = La ligne { $opens }–{ $closes } ferme avant d’ouvrir.
spaces-refused-hours-overlap = La ligne qui ouvre à { $opens } en recouvre une autre.
spaces-refused-notice = Un préavis va de 0 minute à un an.
spaces-refused-horizon = Le délai maximal va de 0 à 1 100 jours.
spaces-refused-lengths = La durée minimale est d’au moins une minute, la durée maximale au moins aussi longue et de 31 jours au plus.
spaces-refused-step = Le pas est d’au moins 5 minutes et divise la journée : 5, 10, 15, 30, 60…
spaces-refused-fee = La part qui reste due va de 0 à 100 %.
spaces-refused-notice-twice = Deux lignes ont le même préavis.
spaces-refused-terms-backwards = Une annulation plus tardive ne peut pas coûter moins cher.
spaces-refused-terms-unreadable = Écrivez une ligne par préavis, par exemple « 24 h : 0 % ».
spaces-refused-closure-too-long = Une fermeture dure trois ans au plus.
spaces-refused-closure-reason = Indiquez une raison, en 200 caractères au plus.

# Modèles
spaces-template-meeting-room = Salle de réunion
spaces-template-meeting-room-equipment =
    Table et chaises
    Écran
    Tableau blanc
spaces-template-hall = Grande salle
spaces-template-hall-equipment =
    Sonorisation
    Vidéoprojecteur
    Chaises pliantes
spaces-template-desk-pool = Postes nomades
spaces-template-desk-pool-equipment =
    Bureau et fauteuil
    Wi-Fi
    Prise et lampe
spaces-template-phone-booth = Cabine téléphonique
spaces-template-phone-booth-equipment =
    Tablette
    Isolation phonique
spaces-template-garden = Jardin
spaces-template-garden-equipment =
    Tables
    Ombre et prises

# Courriels
spaces-mail-greeting = Bonjour { $name },
spaces-mail-button = Voir la réservation
spaces-mail-ask-again = Refaire la demande
spaces-mail-price = Prix : { $price }.
spaces-mail-fee = Reste dû : { $fee }.
spaces-mail-no-fee = Rien n’est dû.
spaces-mail-confirmed-subject = Réservation confirmée : { $space }
spaces-mail-confirmed-text = Votre réservation à { $place } est confirmée. Le fichier joint l’ajoute à votre agenda.
spaces-mail-requested-subject = Demande reçue : { $space }
spaces-mail-requested-text = Votre demande à { $place } est bien reçue. Le créneau vous est gardé en attendant notre réponse ; rien n’est dû avant.
spaces-mail-moved-subject = Réservation déplacée : { $space }
spaces-mail-moved-text = Votre réservation à { $place } est déplacée. La voici telle qu’elle est maintenant.
spaces-mail-cancelled-subject = Réservation annulée : { $space }
spaces-mail-cancelled-text = Votre réservation à { $place } est annulée.
spaces-mail-refused-subject = Demande refusée : { $space }
spaces-mail-refused-text = Nous ne pouvons pas vous donner cet espace à ce moment-là. Répondez à ce message, nous chercherons ensemble une autre solution.
spaces-mail-book-again = Voir le planning
spaces-mail-rehoused-subject = Votre réservation change d’espace : { $space }
spaces-mail-rehoused-text = L’espace que vous aviez réservé à { $place } est fermé à ces heures-là : { $reason }. Nous vous avons gardé un autre espace, aux mêmes heures. Si cela ne vous convient pas, répondez à ce message.
spaces-mail-displaced-subject = Réservation annulée par la maison : { $space }
spaces-mail-displaced-text = L’espace que vous aviez réservé à { $place } est fermé à ces heures-là : { $reason }. Nous n’avons pas d’autre espace libre à ce moment et avons dû annuler votre réservation. Nous en sommes désolés.
spaces-mail-lapsed-subject = Demande restée sans réponse : { $space }
spaces-mail-lapsed-text = Nous n’avons pas répondu à temps à votre demande à { $place }, et le créneau ne vous est plus gardé. Nous en sommes désolés. Vous pouvez refaire la demande.

# Journal
activity-booking-made = Réservé : { $space }, { $when }
activity-booking-requested = Demandé : { $space }, { $when }
activity-booking-approved = Demande acceptée : { $space }, { $when }
activity-booking-refused = Demande refusée : { $space }, { $when }
activity-booking-expired = Demande restée sans réponse : { $space }, { $when }
activity-booking-moved = Déplacé : { $space }, { $when } (avant : { $before })
activity-booking-cancelled = Annulé : { $space }, { $when }
activity-booking-changed = Objet ou visibilité modifiés
activity-booking-ended-early = Terminé plus tôt : { $space }, { $when }
activity-booking-checked-in = Arrivée notée : { $space }, { $when }
activity-booking-check-in-undone = Arrivée effacée : { $space }, { $when }
activity-booking-no-show = Personne n’est venu : { $space }, { $when }
activity-booking-done = Terminé : { $space }, { $when }
activity-booking-imported = Repris d’un autre logiciel : { $space }, { $when }
activity-resource-added = Espace ajouté : { $space }
activity-resource-changed = Espace modifié : { $space }
activity-resource-retired = N’est plus proposé : { $space }
activity-resource-restored = À nouveau proposé : { $space }
activity-closure-made = Fermeture : { $reason }
activity-calendar-followed = Adresse d’agenda créée
activity-calendar-unfollowed = Adresse d’agenda retirée
activity-closure-rehoused = Réservations relogées : { $count }
activity-closure-withdrawn = Rouvert : { $reason }
activity-hours-set = Horaires modifiés
activity-window-set = Délais modifiés
activity-terms-set = Conditions d’annulation modifiées

# Vérification
verify-spaces-occupation = réservations qui ne dépassent à aucun instant les unités de leur espace
verify-spaces-states = réservations dont l’état se tient
verify-spaces-charges = lignes à facturer égales au prix de leur réservation
spaces-plan = Plan
spaces-today-plan-of = Plan des espaces

# What is held about people.
spaces-holding-bookings = Réservations
spaces-holding-bookings-purpose = Tenir le calendrier des espaces et facturer ce qui a été réservé
spaces-holding-presence = Présences
spaces-holding-presence-purpose = Décompter les venues, savoir qui est là en cas d’évacuation, compter la fréquentation
spaces-matter-bookings = { $count ->
    [one] { $count } réservation à venir
   *[other] { $count } réservations à venir
}
spaces-area = Surface (m²)
spaces-area-hint = Pour le revenu au mètre carré, par exemple 12,5.
spaces-area-column = Surface
spaces-square-metres = { $area } m²
spaces-per-square-metre = Revenu au m²
spaces-release = Rendre si personne ne vient (minutes)
spaces-release-hint = Entre 5 et 240. Vide : l’espace reste réservé même si personne ne vient.
spaces-refused-area = La surface est un nombre de mètres carrés, avec deux décimales au plus.
spaces-refused-release = Entre 5 et 240 minutes.
spaces-refused-door-number = Un numéro de porte a huit chiffres.
spaces-mail-reminder-subject = Bientôt : { $space }
spaces-mail-reminder-text = Vous avez réservé à { $place }. Pointez en arrivant, à la porte ou à l’accueil : sans vous à { $limit }, l’espace est rendu aux autres. Si vous ne venez pas, annulez dès maintenant.
spaces-mail-released-subject = Espace rendu : { $space }
spaces-mail-released-text = Personne n’est venu pour votre réservation à { $place } : l’espace est rendu aux autres. Le prix convenu reste dû. Si vous étiez là, répondez à ce message.
activity-booking-given-back = a rendu { $space }, { $when } : personne n’est venu
activity-door-number-made = a reçu un numéro de porte
spaces-view-month = Mois
spaces-all = Tous
spaces-filter-act = Montrer
spaces-month-count = { $count ->
    [0] aucune réservation
    [one] { $count } réservation
   *[other] { $count } réservations
}
spaces-month-more = et { $count } de plus
spaces-lettings-title = Bureaux loués
spaces-lettings-lead = Un bureau loué au mois n’est plus réservable par personne. Son loyer est le prix d’un forfait, facturé chaque mois à qui paie pour le titulaire.
spaces-lettings-none = Aucun bureau loué
spaces-lettings-none-text = Choisissez un espace, le titulaire et le forfait qui en donne le prix.
spaces-letting-new = Louer un bureau
spaces-tenant = Courriel du titulaire
spaces-tenant-hint = Une personne connue du lieu. Si une organisation paie pour elle, c’est l’organisation qui est facturée.
spaces-letting-plan = Forfait
spaces-letting-plan-hint = Il donne le prix du mois. Un titulaire n’a qu’un forfait de poste à la fois.
spaces-let-act = Louer
spaces-let = Le bureau est loué.
spaces-let-out = loué au mois
spaces-letting-since = depuis le { $from }
spaces-letting-days = du { $from } au { $until }
spaces-letting-price = { $price } HT par mois
spaces-letting-over = terminé
spaces-letting-end = Terminer
spaces-letting-last-day-of = Dernier jour de la location de { $space }
spaces-letting-end-confirm = La location et son forfait s’arrêtent ce jour-là ; ce qui a été facturé au-delà est repris.
spaces-letting-ended = La location a une fin.
spaces-refused-let = Cet espace est loué au mois à quelqu’un.
spaces-refused-let-already = Il est déjà loué, ou partage une partie avec un espace loué, depuis le { $from }.
spaces-refused-let-booked = { $count ->
    [one] Une réservation perdrait son espace : déplacez-la d’abord.
   *[other] { $count } réservations perdraient leur espace : déplacez-les d’abord.
}
spaces-refused-let-pool = Un ensemble de postes ne se loue pas à une seule personne.
spaces-refused-letting-ended = Cette location est déjà terminée à cette date.
spaces-refused-tenant = Personne ici n’a cette adresse.
activity-resource-let = a loué { $space } à partir du { $day }
activity-resource-letting-ended = a mis fin à la location de { $space } au { $day }
spaces-relief = Déduit du prix
spaces-relief-of = { $name } : { $told }
spaces-series-coupon = { $count ->
    [one] Le code est déduit d’une date sur { $dates }.
   *[other] Le code est déduit de { $count } dates sur { $dates }.
}
spaces-relief-drawn = { $hours }, il en reste { $left } sur la période
spaces-relief-due = { $rate } du prix dû
