# Les rendez-vous collectifs du lieu.


## Agenda
events-section = Animation
events-agenda = Agenda
events-agenda-lead = Ce qui se passe ici, et qui vous attend.
events-mine = Mes rendez-vous
events-all-kinds = Tout
events-kind = Genre
events-kind-lunch = Mardi partagé
events-kind-powwow = Pow-Wow
events-kind-workshop = Atelier
events-kind-concert = Concert, spectacle
events-kind-talk = Conférence, rencontre
events-kind-party = Fête
events-kind-other = Autre rendez-vous
events-open-to = Ouvert à
events-open-to-everybody = Ouvert à tous
events-open-to-members = Entre membres
events-state-draft = Brouillon
events-state-published = Annoncé
events-state-cancelled = Annulé
events-state-past = Terminé
events-full = Complet
events-follow-public = Suivre dans mon calendrier
events-none-to-come = Rien d’annoncé pour le moment
events-none-to-come-text = Revenez bientôt, ou venez voir le lieu.
events-see-rooms = Voir les salles
events-to-calendar = Dans mon calendrier
events-team-page = Page de l’équipe
events-cancelled-text = Ce rendez-vous est annulé.
events-where = Où
events-host = Avec
events-price = Prix
events-free = Gratuit
events-per-seat = { $price } par personne
events-seats = Places
events-seats-left = { $count ->
    [0] Complet, liste d’attente ouverte
    [one] Une place libre
   *[other] { $count } places libres
}
events-your-registration = Votre inscription
events-see-or-leave = Voir ou annuler
events-take-the-seat = Prendre la place
events-register = Je m’inscris
events-wait = M’inscrire sur la liste d’attente
events-wait-text = Tout est pris. Si une place se libère, elle vous est proposée par courriel.
events-your-name = Votre nom
events-email-hint = Nous y envoyons un lien, à ouvrir pour confirmer.
events-guests = Vous venez
events-with-guests = { $count ->
    [0] Une personne
    [one] Deux personnes (+1)
   *[other] Avec { $count } invités
}
events-price-member = Le prix est porté sur votre compte, et paraît sur la prochaine facture.
events-price-outside = Le prix se règle à l’accueil ou sur facture.
events-outside-data = Nous gardons votre nom et votre adresse un an, pour ce rendez-vous seulement.
events-privacy = Vos données
events-just-come = Entrée libre, sans inscription.
events-sent-title = Regardez votre courrier
events-sent-text = Un courriel part à { $email }. Ouvrez le lien qu’il contient pour confirmer.
events-sent-advice = Rien dans quelques minutes ? Regardez dans les indésirables, vérifiez l’adresse, puis recommencez. La place n’est prise qu’après confirmation.
events-back-to-event = Revenir au rendez-vous

## Registration
events-registration-unconfirmed = À confirmer
events-registration-registered = Inscrit
events-registration-waiting = Sur liste d’attente
events-registration-offered = Place proposée
events-registration-cancelled = Annulée
events-registration-lapsed = Proposition échue
events-people = Personnes
events-fee-due = Reste dû
events-confirm-title = Confirmer l’inscription
events-confirm-text = Un appui, et la place est prise.
events-confirm-paid = Un appui, et la place est prise. Elle vous sera facturée.
events-confirm = Confirmer
events-confirmed = C’est noté.
events-seat-came-free = Une place s’est libérée
events-kept-until = Elle vous est gardée jusqu’à { $when }.
events-seat-taken = La place est à vous.
events-waiting-text = Vous serez prévenu par courriel si une place se libère.
events-leave = Annuler l’inscription
events-leave-free = Vous annulez sans frais ; la place va à qui attend.
events-leave-fee = Vous annulez ; { $amount } restent dus. La place va à qui attend.
events-leave-undo = Vous pourrez vous réinscrire s’il reste une place.
events-left = L’inscription est annulée.
events-you-are-registered = Vous êtes inscrit. Un courriel vous le confirme.
events-you-wait = Vous êtes sur la liste d’attente.
events-mine-coming = J’y serai
events-mine-none = Vous n’êtes inscrit à rien pour le moment.
events-mine-past = Passés ou annulés
events-next = Prochainement
events-whole-agenda = Tout l’agenda
events-follow-own = Suivre dans mon calendrier
events-follow-own-text = Une adresse privée, à ajouter à votre programme de calendrier : tout l’agenda, rendez-vous entre membres compris.
events-feed-once = Copiez cette adresse maintenant : elle ne sera plus montrée.
events-feed-open = Ouvrir dans mon calendrier
events-feed-since = Vous avez une adresse depuis le { $day }.
events-feed-make = Créer mon adresse
events-feed-anew = Changer d’adresse
events-feed-end = Supprimer l’adresse
events-feed-made-before = L’adresse a déjà été montrée. Changez-en si vous ne l’avez pas notée.
events-feed-ended = L’adresse ne sert plus.

## Programme
events-programme = Programme
events-new = Nouveau rendez-vous
events-edit = Modifier
events-title = Titre
events-day = Jour
events-starts = Début
events-ends = Fin
events-last-day = Dernier jour, s’il dure plusieurs jours
events-rooms = Salles
events-rooms-hint = Elles sont réservées dès maintenant, brouillon compris.
events-room-holds = { $count ->
    [one] une place
   *[other] { $count } places
}
events-overriding = Même hors horaires d’ouverture
events-overriding-hint = Passe outre les horaires, les fermetures et les délais ; jamais une autre réservation.
events-venue = Lieu ou précision
events-venue-hint = Ailleurs, en ligne, ou l’entrée à prendre.
events-body = Description
events-registration = Inscriptions
events-registers = On s’inscrit
events-registers-hint = Sinon, on vient sans prévenir.
events-capacity = Nombre de places
events-capacity-hint = Vide : sans limite.
events-most-guests = Invités par inscription, au plus
events-most-guests-hint = Ils comptent dans les places.
events-product = Article facturé
events-product-none = Gratuit
events-product-hint = Donne la TVA, et le prix si rien n’est dit à côté.
events-own-price = Prix par personne
events-own-price-hint = Vide : le prix de l’article. HT ou TTC comme l’article.
events-publish-now = Annoncer
events-keep-draft = Garder en brouillon
events-publish = Annoncer
events-public-page = Page publique
events-kept = C’est enregistré.
events-is-published = Le rendez-vous est annoncé.
events-is-cancelled = Le rendez-vous est annulé, les inscrits sont prévenus.
events-cancel = Annuler le rendez-vous
events-cancel-reason = Raison, lue par les inscrits
events-cancel-reason-hint = Elle paraît dans le courriel et sur la page.
events-cancel-consequence = { $people ->
    [0] Personne n’est inscrit
    [one] Une personne est prévenue et ne doit rien
   *[other] { $people } personnes sont prévenues et ne doivent rien
} ; { $rooms ->
    [0] aucune salle n’est rendue
    [one] une salle est rendue
   *[other] { $rooms } salles sont rendues
}.
events-cancel-undo = Une annulation ne se reprend pas : il faudra en créer un autre.
events-filter = Filtrer
events-to-come = À venir
events-over = Passés
events-list-empty = Rien ici
events-list-empty-text = Créez un rendez-vous : la salle est réservée du même geste.
events-column-title = Titre
events-column-day = Jour
events-column-hours = Heures
events-column-kind = Genre
events-column-where = Où
events-column-open-to = Ouvert à
events-column-state = État
events-column-registered = Inscrits
events-column-waiting = En attente
events-column-came = Venus
events-column-walk-ins = Sans inscription
events-file = agenda
events-year = L’année { $year }
events-year-none = Aucun rendez-vous n’a encore eu lieu cette année.
events-year-table = Chiffres de l’année par genre
events-year-events = Rendez-vous
events-year-people = Participants
events-year-all = En tout
events-room-lost = plus réservée
events-registered-title = { $count ->
    [0] Inscrits
    [one] Une inscription
   *[other] { $count } inscriptions
}
events-nobody-yet = Personne pour le moment.
events-came-count = { $count ->
    [0] absent
    [one] présent
   *[other] { $count } présents
}
events-tick = Présent
events-untick = Décocher
events-take-off = Désinscrire
events-how-many-of = Combien avec { $name }
events-waiting-title = Liste d’attente
events-gone = { $count ->
    [one] Une inscription annulée ou échue.
   *[other] { $count } inscriptions annulées ou échues.
}
events-walk-ins = Venus sans inscription
events-walk-ins-text = Comptez-les : ils entrent dans les chiffres de l’année.
events-how-many = Combien
events-add-somebody = Inscrire quelqu’un
events-add-email-hint = Si le lieu connaît l’adresse, l’inscription est au nom de la personne.
events-add = Inscrire
events-name = Nom
events-noted = C’est noté.
events-sheet = Feuille d’émargement
events-sheet-print = Imprimez cette page depuis votre navigateur.
events-signature = Signature
events-blank-line = Ligne libre
events-copy = Copier à d’autres dates
events-rhythm = Rythme
events-rhythm-weekly = Chaque semaine
events-rhythm-fortnightly = Toutes les deux semaines
events-rhythm-monthly = Le même jour de chaque mois
events-until = Jusqu’au
events-show-days = Voir les dates
events-no-days = Aucune date jusque-là.
events-days = Dates
events-days-hint = Tout est créé, ou rien. Décochez ce qui ne va pas.
events-room-taken = { $room } est prise
events-copy-make = Créer ces dates
events-copied = Les dates sont créées.
events-settings = Réglages de l’agenda
events-settings-kept = Les réglages sont gardés.
events-offer-hours = Heures pour prendre une place libérée
events-offer-hours-hint = De 1 à 168. Ensuite, la place va à la personne suivante.
events-today = Rendez-vous du jour
events-people-registered = { $count ->
    [0] personne d’inscrit
    [one] une personne
   *[other] { $count } personnes
}

## Refusals
events-refused-empty = Écrivez quelque chose.
events-refused-too-long = Trop long : { $maximum } caractères au plus.
events-refused-past = Le début est déjà passé.
events-refused-long = Un rendez-vous dure 31 jours au plus.
events-refused-nowhere = Choisissez une salle, ou dites où.
events-refused-capacity = Le nombre de places va de 1 à 100 000.
events-refused-seats-taken = Déjà { $taken } places prises.
events-refused-guests = De 0 à 20 invités.
events-refused-must-register = Avec une limite ou un prix, il faut s’inscrire.
events-refused-price = Un prix va avec un article, de 0 à 10 000.
events-refused-not-sold = Cet article n’a pas de prix à l’unité : donnez un prix par personne.
events-refused-price-kept = Des places sont prises au prix annoncé : il ne change plus.
events-refused-room = { $room } ne peut pas être réservée.
events-refused-room-on = Le { $day }, { $room } ne peut pas être réservée.
events-refused-days = Choisissez de une à soixante dates.
events-refused-over = C’est terminé ou annulé.
events-refused-ends = La fin vient après le début.
events-refused-closed = Les inscriptions sont closes.
events-refused-twice = Cette personne est déjà inscrite ou attend déjà.
events-refused-too-many-guests = { $most ->
    [0] On vient seul.
    [one] Un invité au plus.
   *[other] { $most } invités au plus.
}
events-refused-never-fits = Il n’y a que { $capacity } places.
events-refused-offer-over = La place n’est plus gardée.
events-refused-registration-over = Cette inscription est close, ou le rendez-vous a commencé.
events-refused-amount-changed = Le montant a changé : regardez-le à nouveau.
events-refused-not-billed = Ce prix ne peut pas être facturé.
events-refused-not-yet = Le pointage ouvre deux heures avant.
events-refused-how-many = Ce nombre ne va pas.
events-refused-offer-hours = De 1 à 168 heures.

## Letters
events-mail-greeting = Bonjour { $name },
events-mail-facts =
    { $title }
    { $when }
    { $where }
events-mail-confirm-subject = Confirmez votre inscription : { $title }
events-mail-confirm-title = Votre inscription
events-mail-confirm-text = Vous, ou quelqu’un avec votre adresse, demandez une place. Elle n’est prise qu’une fois confirmée.
events-mail-confirm-after = Ce n’était pas vous ? Ne faites rien.
events-mail-confirm-button = Voir et confirmer
events-mail-registered-subject = Inscription : { $title }
events-mail-registered-title = Vous êtes inscrit
events-mail-registered-text = { $people ->
    [one] Votre place est prise.
   *[other] Vos { $people } places sont prises.
}
events-mail-registered-after = Un empêchement ? Annulez : la place servira.
events-mail-registered-button = Voir ou annuler
events-mail-waiting-subject = Liste d’attente : { $title }
events-mail-waiting-title = Vous êtes sur la liste d’attente
events-mail-waiting-text = Tout est pris. Si une place se libère, elle vous est proposée à votre tour.
events-mail-waiting-after = { "" }
events-mail-waiting-button = Voir ou ne plus attendre
events-mail-offered-subject = Une place s’est libérée : { $title }
events-mail-offered-title = Une place s’est libérée
events-mail-offered-text = { $people ->
    [one] Elle vous est gardée jusqu’à { $until }.
   *[other] { $people } places vous sont gardées jusqu’à { $until }.
}
events-mail-offered-after = Sans réponse, elle va à la personne suivante.
events-mail-offered-button = Prendre la place
events-mail-lapsed-subject = La place est passée à quelqu’un d’autre : { $title }
events-mail-lapsed-title = La proposition est échue
events-mail-lapsed-text = Sans réponse à temps, la place est allée à la personne suivante.
events-mail-lapsed-after = Vous pouvez demander à nouveau.
events-mail-lapsed-button = Voir
events-mail-changed-subject = Changement : { $title }
events-mail-changed-title = Le rendez-vous a changé
events-mail-changed-text = L’heure ou le lieu ont changé. Voici ce qui vaut maintenant :
events-mail-changed-after = Cela ne vous va plus ? Annulez votre inscription.
events-mail-changed-button = Voir ou annuler
events-mail-cancelled-subject = Annulé : { $title }
events-mail-cancelled-title = Le rendez-vous est annulé
events-mail-cancelled-text = Nous annulons ce rendez-vous. Vous ne devez rien.
events-mail-cancelled-after = { "" }
events-mail-cancelled-button = Voir
events-mail-reminder-subject = Bientôt : { $title }
events-mail-reminder-title = À bientôt
events-mail-reminder-text = Vous êtes inscrit, et c’est pour bientôt.
events-mail-reminder-after = Un empêchement ? Annulez maintenant : quelqu’un attend peut-être.
events-mail-reminder-button = Voir ou annuler

## Permissions and acts
permission-events-own = S’inscrire aux rendez-vous
permission-events-run = Faire le programme, pointer les présents
permission-events-manage = Régler l’agenda
activity-event-drafted = a préparé { $title }
activity-event-changed = a modifié { $title }
activity-event-published = a annoncé { $title }
activity-event-cancelled = a annulé { $title }
activity-event-joined = { $people ->
    [one] inscription d’une personne
   *[other] inscription de { $people } personnes
}
activity-event-waited = { $people ->
    [one] une personne sur la liste d’attente
   *[other] { $people } personnes sur la liste d’attente
}
activity-event-left = { $people ->
    [one] une place rendue
   *[other] { $people } places rendues
}
activity-event-counted = a compté { $people } personnes sans inscription
activity-events-set = a réglé l’agenda
activity-agenda-followed = suit l’agenda dans son calendrier
activity-agenda-unfollowed = ne suit plus l’agenda

## Propositions
events-propose = Proposer un rendez-vous
events-propose-lead = Une idée pour le lieu ? Le Conseil d’Animation la lit et vous répond.
events-propose-title = Titre
events-propose-body = Ce que vous proposez
events-propose-wish = Quand, combien de monde, ce qu’il faut
events-propose-wish-hint = Un soir, dix personnes, un projecteur : ce que vous savez déjà.
events-propose-send = Envoyer ma proposition
events-propose-members = Le lieu prend les propositions de ses membres. Connectez-vous pour proposer.
events-propose-confirm = Confirmer la proposition
events-sign-in = Se connecter
events-my-proposals = Mes propositions
events-proposed = Votre proposition est arrivée au Conseil d’Animation.
events-proposal-unconfirmed = À confirmer
events-proposal-open = En discussion
events-proposal-asked = Question posée
events-proposal-accepted = Acceptée
events-proposal-refused = Refusée
events-proposal-withdrawn = Retirée
events-proposal-accepted-text = C’est oui. Le rendez-vous est en préparation ; il paraîtra dans l’agenda une fois annoncé.
events-proposal-why = La raison
events-proposal-said = Échanges
events-proposal-withdraw = Retirer ma proposition
events-proposal-is-withdrawn = La proposition est retirée.
events-your-answer = Votre réponse
events-answer-send = Répondre
events-answer-sent = La réponse est partie.
events-council = Conseil d’Animation
events-council-lead = Ce que membres et voisins proposent, et ce qui leur est répondu.
events-proposals = Propositions
events-proposals-open = À répondre
events-proposals-answered = Répondues
events-proposals-none = Aucune proposition ici
events-proposals-none-text = Chacun peut proposer un rendez-vous ; le Conseil en discute et répond.
events-remark-comment = entre nous
events-remark-question = Question
events-remark-answer = Réponse
events-nothing-said = Rien n’a encore été dit.
events-your-remark = Ce que vous en dites
events-say-to-council = Dire au Conseil
events-ask-proposer = Demander à qui propose
events-question-sent = La question est partie.
events-proposal-accept = Accepter
events-proposal-accept-text = Un brouillon est créé, et la salle réservée. L’équipe complète et annonce.
events-proposal-is-accepted = C’est accepté : un brouillon est prêt, qui propose est prévenu.
events-proposal-refuse = Refuser
events-refusal-reason = Pourquoi
events-refusal-reason-hint = Qui propose lit ces mots.
events-room = Salle
events-room-none = Aucune
events-council-seats-lead = Qui programme les rendez-vous, de quand à quand. Ces personnes lisent les propositions et y répondent, comme l’équipe.
events-council-empty = Personne ne siège encore : l’équipe répond seule.
events-seat-from = depuis le { $day }
events-seat-until = jusqu’au { $day }
events-seat-end = Mettre fin aujourd’hui
events-seat-new = Nommer quelqu’un
events-seat-first = Premier jour
events-seat-last = Dernier jour
events-seat-give = Nommer
events-outside-proposals = Tout le monde peut proposer un rendez-vous
events-outside-proposals-hint = Sinon, les membres seulement. Une adresse du dehors est d’abord confirmée.
events-proposals-waiting = { $count ->
    [one] Une proposition à répondre
   *[other] { $count } propositions à répondre
}
events-refused-members-only = Le lieu prend les propositions de ses membres.
events-refused-answered = Cette proposition a déjà sa réponse.
events-refused-nothing-asked = Aucune question n’attend de réponse.
events-refused-reason-missing = Dites pourquoi.
events-refused-council-days = Le dernier jour vient après le premier.
events-refused-seated-already = Cette personne siège déjà à ces dates.
events-refused-unknown-person = Le lieu ne connaît personne à cette adresse.
events-mail-proposal-confirm-subject = Confirmez votre proposition : { $title }
events-mail-proposal-confirm-title = Votre proposition
events-mail-proposal-confirm-text = Vous, ou quelqu’un avec votre adresse, proposez « { $title } ». Ouvrez le lien pour l’envoyer au Conseil d’Animation.
events-mail-proposal-confirm-after = Ce n’était pas vous ? Ne faites rien.
events-mail-proposal-confirm-button = Voir et confirmer
events-mail-proposal-arrived-subject = Nouvelle proposition : { $title }
events-mail-proposal-arrived-title = Une proposition est arrivée
events-mail-proposal-arrived-text = « { $title } » attend l’avis du Conseil d’Animation.
events-mail-proposal-arrived-after = { "" }
events-mail-proposal-arrived-button = Lire et répondre
events-mail-proposal-question-subject = Une question sur votre proposition : { $title }
events-mail-proposal-question-title = Le Conseil d’Animation vous demande
events-mail-proposal-question-text = Avant de répondre à « { $title } », le Conseil d’Animation aimerait savoir :
events-mail-proposal-question-after = { "" }
events-mail-proposal-question-button = Répondre
events-mail-proposal-answered-subject = Réponse reçue : { $title }
events-mail-proposal-answered-title = Une réponse est arrivée
events-mail-proposal-answered-text = Sur « { $title } » :
events-mail-proposal-answered-after = { "" }
events-mail-proposal-answered-button = Lire et décider
events-mail-proposal-accepted-subject = C’est oui : { $title }
events-mail-proposal-accepted-title = Votre proposition est acceptée
events-mail-proposal-accepted-text = Le Conseil d’Animation a dit oui à « { $title } ». Le rendez-vous est en préparation.
events-mail-proposal-accepted-after = Merci pour l’idée.
events-mail-proposal-accepted-button = Suivre
events-mail-proposal-refused-subject = Votre proposition : { $title }
events-mail-proposal-refused-title = Ce ne sera pas pour cette fois
events-mail-proposal-refused-text = Le Conseil d’Animation ne retient pas « { $title } ». Voici pourquoi :
events-mail-proposal-refused-after = Une autre idée ? Proposez-la.
events-mail-proposal-refused-button = Voir
activity-event-proposal-made = a proposé { $title }
activity-event-proposal-asked = a posé une question sur { $title }
activity-event-proposal-accepted = a accepté { $title }
activity-event-proposal-refused = a refusé { $title }
activity-event-proposal-withdrawn = a retiré { $title }
activity-council-named = a nommé { $name } au Conseil d’Animation à partir du { $day }
activity-council-left = a mis fin au siège au Conseil d’Animation le { $day }
events-seconds-needed = Soutiens pour une proposition au Pow-Wow
events-seconds-needed-hint = Ensuite, elle est inscrite au prochain Pow-Wow. De 1 à 100.
events-refused-seconds-needed = De 1 à 100 personnes.

# What is held about people.
events-holding-registrations = Inscriptions aux événements
events-holding-registrations-purpose = Garder une place, prévenir d’un changement, compter les participants
events-holding-proposals = Propositions d’événements et conseil d’animation
events-holding-proposals-purpose = Étudier les propositions et y répondre
## Pow-Wow
events-powwows = Pow-Wow
events-powwows-lead = Le rendez-vous de tout le monde : l’ordre du jour, la parole, les décisions.
events-powwow-next = Prochain : { $when }
events-powwow-none = Aucun Pow-Wow n’est annoncé.
events-powwow-when = Où et quand
events-motions = Propositions à soutenir
events-motions-text = Soutenue par assez de membres, une proposition est inscrite d’elle-même au prochain Pow-Wow.
events-motions-none = Aucune proposition n’attend de soutien.
events-motion-open = À soutenir
events-motion-ready = Attend un Pow-Wow
events-motion-scheduled = Inscrite
events-motion-withdrawn = Retirée
events-motion-new = Faire une proposition
events-motion-title = Je propose
events-motion-body = Pourquoi, comment
events-motion-make = Proposer
events-motion-made = La proposition est ouverte : aux autres de la soutenir.
events-motion-withdraw = Retirer
events-seconds = { $count } sur { $needed }
events-second = Je soutiens
events-seconded = Vous soutenez cette proposition.
events-you-second = vous soutenez
events-to-do = Ce qui reste à faire
events-due = pour le { $day }
events-done = C’est fait
events-done-on = fait le { $day }
events-powwow-history = Ce qui a été dit
events-powwow-search = Chercher dans les Pow-Wow
events-search = Chercher
events-found = { $count ->
    [0] Rien trouvé
    [one] Un point
   *[other] { $count } points
}
events-powwow-no-past = Aucun Pow-Wow n’a encore eu lieu.
events-points = Ordre du jour
events-points-none = Aucun point pour le moment. Ajoutez le premier.
events-points-sum = { $count ->
    [one] Un point
   *[other] { $count } points
}, { $minutes } minutes souhaitées
events-minutes = { $count ->
    [one] une minute
   *[other] { $count } minutes
}
events-point-from-motion = proposition soutenue
events-speakers = Veulent parler :
events-speak = Je veux parler
events-speak-no-more = Je ne veux plus parler
events-point-up = Monter
events-point-down = Descendre
events-point-remove = Retirer
events-point-keep = Noter et décider
events-point-notes = Ce qui s’est dit
events-point-note = Garder la note
events-decision = Décision
events-decision-owner = Qui s’en charge
events-decision-due = Pour quand
events-decision-note = Noter la décision
events-point-new = Ajouter un point
events-point-title = Sujet
events-point-body = En quelques mots
events-point-minutes = Minutes souhaitées
events-point-add = Ajouter
events-point-added = Le point est inscrit.
events-point-removed = Le point est retiré.
events-refused-powwow-closed = Ce Pow-Wow est passé ou annulé.
events-refused-minutes = De 1 à 240 minutes.
events-refused-own-motion = On ne soutient pas sa propre proposition.
events-refused-motion-over = Cette proposition est déjà inscrite ou retirée.
events-refused-too-many-points = Ce Pow-Wow a déjà soixante points.
activity-powwow-point-added = a inscrit « { $title } »
activity-powwow-point-removed = a retiré « { $title } »
activity-powwow-decided = a noté une décision sur « { $title } »
activity-powwow-done = a noté une décision comme faite
activity-powwow-carried = les points du Pow-Wow annulé sont repris ici
activity-powwow-proposal-made = a proposé « { $title } »
activity-powwow-proposal-seconded = a donné le dernier soutien à « { $title } »
activity-powwow-proposal-withdrawn = a retiré « { $title } »

## Workshops of members
events-workshops = Ateliers des membres
events-workshops-lead = Qui tient quel atelier payant, à quelles conditions, et ce qui a été reversé.
events-workshops-none = Aucun atelier de membre
events-workshops-none-text = Sur un rendez-vous payant, « Atelier d’un membre » dit qui le tient et ce que la maison garde.
events-workshops-file = ateliers
events-workshop = Atelier d’un membre
events-workshop-email = Adresse de qui le tient
events-workshop-column-title = Atelier
events-workshop-column-day = Jour
events-workshop-column-holder = Tenu par
events-workshop-column-income = Recette HT
events-workshop-column-member = Part reversée HT
events-workshop-column-paid-on = Reversé le
events-workshop-unpaid = À reverser
events-workshop-paid = Reversé
events-workshop-income = Recette HT
events-workshop-house = Part de la maison
events-workshop-member = Part du membre
events-workshop-lines = Inscriptions comptées
events-workshop-net = HT
events-workshop-net-text = Montants hors taxes. La TVA des participants revient à l’État, par le lieu.
events-workshop-gave-up = annulé tard
events-terms = Conditions
events-terms-hint = Hors taxes, sur ce que rapportent les places et les annulations tardives.
events-terms-share = Part gardée par la maison
events-terms-share-text = Un pourcentage de la recette.
events-terms-room-fee = Forfait de salle
events-terms-room-fee-text = Un montant fixe, dans la limite de la recette.
events-terms-share-field = Pourcentage
events-terms-fee-field = Forfait HT
events-pay-out = Reverser la part
events-paid-day = Jour du versement
events-pay-consequence = { $amount } HT versés à { $name }. Les chiffres ne bougent plus.
events-pay-undo = Un reversement noté ne s’annule pas.
events-pay-later = La part se reverse une fois l’atelier terminé.
events-paid-out = Le reversement est noté.
events-my-workshops = Mes ateliers
events-my-workshops-lead = Les ateliers payants que vous tenez : qui vient, ce qu’ils rapportent, votre part.
events-my-workshops-none = Vous ne tenez aucun atelier payant
events-my-workshops-none-text = Proposez-en un : dites le prix par personne que vous imaginez.
events-refused-workshop-free = Ce rendez-vous est gratuit : donnez-lui d’abord un prix.
events-refused-workshop-terms = De 0 à 100 %, ou un forfait de 0 à 10 000.
events-refused-workshop-paid = C’est déjà reversé : les conditions ne changent plus.
events-refused-workshop-not-over = L’atelier n’est pas terminé, ou il est annulé.
activity-workshop-agreed = a convenu des conditions de l’atelier avec { $name }
activity-workshop-paid-out = a noté le reversement du { $day }
events-holding-powwow = Pow-Wow : points, prises de parole, soutiens
events-holding-powwow-purpose = Tenir les réunions de tout le monde et suivre ce qui y est décidé
events-holding-workshops = Ateliers tenus par des membres
events-holding-workshops-purpose = Convenir de la part de chacun et la reverser
events-holding-workshops-law = Dix ans, comme pièces comptables (Code de commerce, art. L123-22)
