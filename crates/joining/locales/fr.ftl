# Devenir membre, et partir.

## Demander à devenir membre
joining-section = Arrivées et départs
joining-join = Devenir membre
joining-join-heading = Devenir membre de { $place }
joining-join-lead = Dites-nous qui vous êtes et ce que vous cherchez. Nous confirmons votre adresse par courriel, puis nous vous répondons.
joining-you = Vous
joining-email-hint = Nous y envoyons un lien, à ouvrir pour confirmer votre demande.
joining-payer-legend = Une organisation paie pour vous (facultatif)
joining-payer-hint = Laissez vide si vous payez vous-même.
joining-siren = SIREN ou SIRET
joining-siren-hint = Neuf ou quatorze chiffres.
joining-offer = Formule
joining-offer-hint = Rien n’est dû avant notre réponse. Vous pourrez en changer.
joining-offer-none = Je ne sais pas encore
joining-offer-none-text = Nous en parlerons ensemble.
joining-offer-nothing = Rien pour le moment
joining-offer-nothing-text = Sans forfait ni carnet.
joining-price = { $amount } { $basis }
joining-price-month = { $amount } { $basis } par mois
joining-wish = Ce que vous cherchez ici
joining-wish-hint = Votre métier, votre rythme, vos envies.
joining-version = version { $version }
joining-accept-house-rules = J’accepte le règlement intérieur
joining-accept-privacy-notice = J’ai lu comment mes données sont utilisées
joining-send = Envoyer ma demande
joining-sent-title = Regardez votre courrier
joining-sent-text = Un courriel part à { $email }. Ouvrez le lien qu’il contient pour continuer.
joining-sent-advice = Rien dans quelques minutes ? Regardez dans les indésirables, vérifiez l’adresse, puis recommencez. Sans confirmation, nous oublions votre demande au bout de trois jours.
joining-back-home = Revenir à l’accueil
joining-confirm-title = Confirmer votre demande
joining-confirm-text = Un appui, et votre demande nous parvient.
joining-confirm = Confirmer ma demande
joining-confirmed-title = Merci
joining-confirmed-waiting = Votre demande est arrivée. Nous vous répondons par courriel.
joining-confirmed-accepted = Vous êtes membre. Un courriel vous invite à ouvrir votre compte.
joining-confirmed-over = Cette demande a déjà reçu une réponse, ou vous en avez envoyé une autre depuis.
joining-link-spent-title = Ce lien n’est plus valable
joining-link-spent-text = Un lien ne sert qu’un temps. Envoyez une nouvelle demande.
joining-ask-again = Recommencer

## Textes de la maison
joining-house-rules = Règlement intérieur
joining-privacy-notice = Vos données personnelles
joining-texts = Textes de la maison
joining-texts-lead = Une nouvelle version s’applique tout de suite. Les membres sont invités à l’accepter à leur prochaine visite, sans être bloqués.
joining-text-none = Aucun texte n’est publié pour le moment.
joining-text-which = Quel texte
joining-text-new = Publier une nouvelle version
joining-text-body = Texte
joining-text-body-hint = Les retours à la ligne sont gardés.
joining-text-publish = Publier cette version
joining-text-published = La nouvelle version est publiée.
joining-text-accepted = C’est noté, merci.
joining-versions = Versions
joining-accepted-by = { $count ->
    [0] acceptée par personne
    [one] acceptée par une personne
   *[other] acceptée par { $count } personnes
}
joining-my-texts = Règlement et données personnelles
joining-texts-to-read = À lire et accepter
joining-texts-agreed = Ce que vous avez accepté
joining-agreed-at = acceptée { $when }

## Demandes
joining-applications = Adhésions
joining-none = Aucune demande pour le moment
joining-none-text = Les demandes envoyées depuis le site arrivent ici, une fois l’adresse confirmée.
joining-waiting = Demandes en attente
joining-waiting-none = Personne n’attend de réponse.
joining-waiting-count = { $count ->
    [one] Une demande attend une réponse
   *[other] { $count } demandes attendent une réponse
}
joining-look = Répondre
joining-answered = Réponses données
joining-state-unproven = à confirmer
joining-state-waiting = en attente
joining-state-accepted = acceptée
joining-state-refused = refusée
joining-state-replaced = remplacée
joining-asked = La demande
joining-letter = Notre réponse
joining-became = Sa fiche
joining-offer-gone = Une formule qui n’est plus proposée
joining-offer-repriced = { $name } (le prix affiché était de { $amount })
joining-organisation-known = Cette organisation est déjà connue : c’est elle qui paiera.
joining-organisation-found = { $name } est déjà connue : c’est elle qui paiera.
joining-accept = Accepter la demande
joining-who = Est-ce quelqu’un que nous connaissons ?
joining-who-hint = Même adresse, même téléphone ou même nom. Choisir une fiche évite un doublon.
joining-somebody-new = Non, c’est quelqu’un de nouveau
joining-welcome-words = Un mot de bienvenue
joining-welcome-words-hint = Ajouté au courriel de bienvenue.
joining-accept-consequence = La fiche, l’adhésion et le compte sont créés d’un coup. Un carnet est porté sur la prochaine facture ; un forfait, chaque mois. Un courriel de bienvenue et une invitation partent.
joining-refuse = Refuser la demande
joining-refusal-words = Pourquoi
joining-refusal-words-hint = Envoyé tel quel à la personne.
joining-accepted = La personne est membre.
joining-refused = Le refus part par courriel.

## Au comptoir
joining-new-member = Nouveau membre
joining-desk-email-hint = Sans adresse, pas de compte.
joining-desk-payer-legend = Une organisation paie (facultatif)
joining-desk-payer-hint = Laissez vide si la personne paie elle-même.
joining-desk-wish = Ce que la personne cherche
joining-desk-consents = Montrez ces textes à la personne ; cochez ce qu’elle accepte.
joining-admit = Inscrire
joining-admitted = La personne est inscrite.
joining-newcomers = Nouveaux membres à accueillir
joining-card = Sa fiche
joining-first-visit = Première visite
joining-first-visit-none = Aucune étape n’est prévue pour cette personne.
joining-first-visit-over = Tout a été montré.
joining-first-visit-usual =
    Faire le tour des espaces
    Donner le code du Wi-Fi
    Montrer l’imprimante et la cuisine
    Expliquer les réservations et le pointage
    Présenter aux membres présents
    Remettre la clé ou le badge, s’il y a lieu
joining-step-done = Fait
joining-step-done-of = Fait : { $step }
joining-step-undo = Annuler
joining-step-undo-of = Pas encore fait : { $step }
joining-step-by = { $name }, { $when }
joining-steps-done = { $done } sur { $steps }

## Réglages
joining-settings = Accueil des membres
joining-approval = Qui accepte les demandes
joining-approval-person = Quelqu’un de l’équipe
joining-approval-person-text = Chaque demande attend une réponse.
joining-approval-automatic = Tout le monde entre
joining-approval-automatic-text = Dès que l’adresse est confirmée, sauf si la personne ou son organisation ressemble à une fiche connue.
joining-offers-shown = Formules proposées à tout le monde
joining-offers-none = Aucune formule n’a de prix aujourd’hui.
joining-first-visit-hint = Une étape par ligne. L’équipe les coche avec chaque nouveau membre.
joining-notice = Préavis
joining-notice-months = Mois de préavis
joining-notice-to-the-end = Jusqu’à la fin du mois
joining-settings-kept = Les réglages sont enregistrés.
joining-tour-hours = Heures de visite
joining-tour-hours-hint = Proposées sur le site pour les trois semaines à venir, hors fermetures.
joining-tour-hour = { $day }, { $time }
joining-tour-hours-add = Ajouter cette heure
joining-tour-hours-kept = L’heure de visite est enregistrée.
joining-tour-hours-remove = Retirer
joining-tour-hours-remove-of = Retirer : { $hour }
joining-tour-hours-removed = L’heure de visite est retirée. Les visites prévues restent.
joining-seats-count = { $count ->
    [one] une personne
   *[other] { $count } personnes
}
joining-weekday = Jour
joining-starts = Heure
joining-seats = Places

## Visites
joining-tour-public = Visiter le lieu
joining-tour-heading = Venir voir { $place }
joining-tour-lead = Choisissez une heure : quelqu’un de l’équipe vous fait faire le tour.
joining-tour-none = Pas d’heure libre pour le moment
joining-tour-none-text = Écrivez-nous, ou demandez directement à devenir membre.
joining-tour-when = Quand
joining-tour-other-hour = Un autre moment
joining-tour-day = Jour
joining-your-name = Votre nom
joining-tour-email-hint = Pour la confirmation, et pour annuler.
joining-tour-data = Nous gardons ces informations pour préparer la visite.
joining-tour-book = Réserver la visite
joining-tour-booked-title = Encore un geste
joining-tour-booked-text = Un courriel vient de partir. Confirmez par son lien : l’heure choisie vous est gardée pendant une heure.
joining-tour-unproven = à confirmer
joining-tour-prove = Confirmer ma visite
joining-tour-mine = Votre visite
joining-tour-give-up = Annuler ma visite
joining-tour-cancel = Annuler la visite
joining-tour-given-up = La visite est annulée.
joining-tours = Visites
joining-tours-file = visites
joining-tours-today = Visites du jour
joining-tours-to-note = À noter : comment cela s’est-il passé ?
joining-tours-coming = À venir
joining-tours-none = Aucune visite prévue. Réservez-en une, ou réglez les heures de visite dans « Accueil des membres » : le site les propose.
joining-tours-noted = Passées
joining-tours-year = Visites de { $year }
joining-tour-new = Réserver une visite
joining-tour-kept = La visite est réservée.
joining-tour-booked = prévue
joining-tour-cancelled = annulée
joining-tour-came = venue
joining-tour-absent = absente
joining-tour-noted = C’est noté.
joining-outcome = La visite
joining-outcome-how = Comment cela s’est-il passé ?
joining-outcome-interested = Souhaite venir
joining-outcome-came = Est venu, sans suite pour l’instant
joining-outcome-absent = N’est pas venu
joining-trial-day = Journée d’essai offerte
joining-trial-day-hint = Ce jour-là, un bouton l’enregistre ici : elle n’est pas comptée.
joining-trial-on = essai le { $day }
joining-trial-today-text = La journée d’essai est prévue aujourd’hui. Elle ne coûte rien.
joining-trial-record = Enregistrer la journée d’essai
joining-trial-noted = La journée d’essai est enregistrée.
joining-joined-since = devenu membre
joining-make-member = Inscrire comme membre
joining-count-table = Les visites mois par mois
joining-count-month = Mois
joining-count-year = Année
joining-count-booked = Réservées
joining-count-cancelled = Annulées
joining-count-came = Venues
joining-count-absent = Absences
joining-count-interested = Souhaitent venir
joining-count-trials = Essais
joining-count-members = Membres depuis

## Partir
joining-leaving = Départ
joining-leaving-none = Aucun départ annoncé.
joining-leaving-soon = Départs annoncés
joining-leaves-on = Dernier jour : { $day }
joining-given-on = Annoncé le { $day }
joining-my-leaving = Quitter le lieu
joining-notice-leads-to = Avec le préavis, le dernier jour serait le { $day }.
joining-leaving-consequence = L’adhésion et les forfaits s’arrêtent ce jour-là. Ce qui serait facturé au-delà est repris. Le compte reste ouvert pour lire et garder les factures.
joining-last-day-hint = Ce jour, ou un jour plus tard. Pour partir plus tôt, parlez-en à l’équipe.
joining-reason = Un mot sur ce départ
joining-reason-hint = Ce qui vous a plu, ce qui a manqué.
joining-give-notice = Donner mon préavis
joining-notice-given = Votre préavis est donné. Un courriel le confirme.
joining-departure-keep = Enregistrer le départ
joining-departure-kept = Le départ est enregistré.
joining-invoices-stay = Vous gardez l’accès à vos factures.
joining-invoices = Mes factures
joining-still-open = Ce qui reste ouvert
joining-nothing-open = Rien.
joining-owed = Reste dû sur les factures
joining-booking-after = Réservation après ce jour
joining-contract-ends = S’arrête ce jour-là
joining-units-left = Unités de carnet encore valables après ce jour
joining-units-owed = Unités dues

## Refus
joining-refused-empty = Écrivez quelque chose.
joining-refused-too-long = C’est trop long : { $maximum } caractères au plus.
joining-refused-not-waiting = Cette demande a déjà reçu une réponse.
joining-refused-text-changed = Ce texte vient de changer : relisez-le, puis acceptez-le.
joining-refused-text-missing = Il faut accepter ce texte pour continuer.
joining-refused-offer-changed = Cette formule ou son prix vient de changer. Choisissez de nouveau.
joining-refused-alike = Quelqu’un de semblable est connu : dites si c’est la même personne.
joining-refused-organisation-unnamed = Donnez aussi le nom de l’organisation.
joining-refused-too-many-steps = { $maximum } étapes au plus.
joining-refused-months = Un nombre de mois, de 0 à { $maximum }.
joining-refused-seats = De 1 à 50 places.
joining-refused-no-such-hour = Cette heure n’est pas proposée.
joining-refused-full = Cette heure est complète. Choisissez-en une autre.
joining-refused-tour-over = Cette visite est passée ou annulée.
joining-refused-not-yet = La visite n’a pas encore eu lieu.
joining-refused-no-trial-today = Aucune journée d’essai n’est prévue aujourd’hui pour cette personne.
joining-refused-holds-an-offer = Cette personne a déjà un forfait ou un carnet : pointez-la à l’accueil.
joining-refused-here-already = Cette personne est déjà pointée aujourd’hui.
joining-refused-unreachable = Donnez une adresse ou un téléphone.
joining-refused-not-a-member = Cette personne n’est pas membre.
joining-refused-notice-given = Le départ est déjà annoncé pour le { $day }.
joining-refused-past = Ce jour est passé.
joining-refused-too-soon = Le préavis mène au { $day }. Choisissez ce jour ou un jour plus tard.
joining-refused-too-far = C’est dans plus d’un an.
joining-refused-of-the-team = Cette personne fait partie de l’équipe : un administrateur enregistre son départ.

## Courriels
joining-mail-greeting = Bonjour { $name },
joining-mail-confirmation-subject = { $place } : confirmez votre demande
joining-mail-confirmation-title = Devenir membre de { $place }
joining-mail-confirmation-text = Quelqu’un, sans doute vous, a demandé à devenir membre de { $place } avec cette adresse. Ouvrez le lien pour confirmer. Il est valable deux jours.
joining-mail-confirmation-after = Si ce n’est pas vous, ne faites rien : la demande sera oubliée.
joining-mail-confirmation-button = Confirmer ma demande
joining-mail-welcome-subject = Bienvenue à { $place }
joining-mail-welcome-title = Bienvenue
joining-mail-welcome-text = Vous êtes membre de { $place }. Nous sommes heureux de vous compter parmi nous.
joining-mail-welcome-after = Un autre courriel vous invite à ouvrir votre compte, si vous n’en avez pas encore. À votre première venue, quelqu’un vous montrera le lieu.
joining-mail-welcome-button = Aller à ma place
joining-mail-refusal-subject = { $place } : votre demande
joining-mail-refusal-title = Votre demande
joining-mail-refusal-text = Nous ne pouvons pas donner suite à votre demande de devenir membre de { $place }.
joining-mail-refusal-after = Vous pouvez nous répondre à cette adresse.
joining-mail-refusal-button = Voir le lieu
joining-mail-tour-proof-subject = { $place } : confirmez votre visite
joining-mail-tour-proof-title = Confirmez votre visite
joining-mail-tour-proof-text = Vous souhaitez visiter le lieu le { $when }. Cette heure vous est gardée pendant une heure.
joining-mail-tour-proof-after = Vous n’avez rien demandé ? Il n’y a rien à faire.
joining-mail-tour-proof-button = Confirmer ma visite
joining-mail-tour-subject = { $place } : votre visite
joining-mail-tour-title = Votre visite
joining-mail-tour-text = Nous vous attendons le { $when }.
joining-mail-tour-after = Un empêchement ? Annulez par le lien, pour que quelqu’un d’autre puisse venir.
joining-mail-tour-button = Voir ou annuler ma visite
joining-mail-leaving-subject = { $place } : votre départ
joining-mail-leaving-title = Votre départ
joining-mail-leaving-text = Votre départ est enregistré. Votre dernier jour comme membre de { $place } est le { $when }.
joining-mail-leaving-after = Votre compte reste ouvert pour lire vos factures. Merci pour tout ce que vous avez apporté au lieu.
joining-mail-leaving-button = Ce qui reste ouvert

## Journal
permission-joining-admit = Accueillir les nouveaux membres et noter les départs
permission-joining-manage = Régler l’accueil des membres
permission-joining-own = Accepter les textes de la maison, donner son préavis
activity-house-text-published = a publié un texte de la maison, version { $version }
activity-house-text-accepted = a accepté un texte de la maison, version { $version }
activity-joining-set = a réglé l’accueil des membres
activity-application-made = a confirmé sa demande
activity-application-accepted = a accepté la demande
activity-application-refused = a refusé la demande
activity-person-admitted = a inscrit comme membre à partir du { $day }
activity-welcome-done = a fait : { $step }
activity-welcome-undone = a décoché : { $step }
activity-tour-booked = a réservé une visite
activity-tour-cancelled = a annulé la visite
activity-tour-proven = a confirmé la visite
activity-tour-noted = a noté la visite
activity-tour-tried = a enregistré une journée d’essai
activity-member-gave-notice = a annoncé un départ pour le { $day }

# What is held about people.
joining-holding-prospects = Visites et candidatures
joining-holding-prospects-purpose = Faire visiter le lieu et répondre à qui veut en être
joining-holding-membership = Textes acceptés, accueil et départs
joining-holding-membership-purpose = Savoir ce que chacun a accepté, l’accueillir et le laisser partir

# A notice taken back.
joining-notice-taken-back = Votre préavis est repris : rien ne change.
joining-departure-taken-back = Le départ est annulé.
joining-notice-take-back = Reprendre mon préavis
joining-departure-take-back = Annuler ce départ
joining-notice-take-back-text = Jusqu’au dernier jour, ce départ peut être repris : l’adhésion et les forfaits durent comme avant.
joining-deposit = caution { $amount }
joining-to-fetch = à régler avant le départ
joining-take-data = Emporter mes données
joining-take-data-text = Une copie de tout ce que le lieu garde sur vous, en un fichier.
joining-take-data-link = Mes données
activity-member-took-notice-back = a repris son préavis

# Coupons.
joining-coupon-hint = Choisissez au-dessus ce que vous prenez, puis voyez le prix avec le code.
joining-coupon-see = Voir le prix
joining-coupon-told = { $name } avec { $code } :
joining-coupon-price = { $code } : { $amount } au lieu du prix du carnet
joining-coupon-spent = { $code } : n’est plus valable
joining-coupon-use = Appliquer le code { $code }
joining-refused-coupon-needs-offer = Choisissez un carnet ou un forfait, ou retirez le code.
joining-coupon-first-month = premier mois à { $price }
joining-coupon-fee = { $amount } de moins sur les frais d’entrée
joining-coupon-plan-price = { $code } : premier mois à { $amount }
