# Forfaits : conditions, changements, pauses.

## Conditions des forfaits
offers-conditions = Engagement et facturation
offers-billing = Facturation
offers-billing-month = Par mois civil
offers-billing-anniversary = De date à date, à partir du premier jour
offers-billing-hint = De date à date, le 31 devient le dernier jour des mois plus courts. Les forfaits en cours gardent leur jour.
offers-billed-on = De date à date, le { $day } de chaque mois
offers-commitment = Engagement
offers-commitment-months = Engagement, en mois
offers-commitment-hint = 0 ou rien : sans engagement.
offers-commitment-none = Aucun
offers-committed-until = Jusqu’au { $day } inclus
offers-notice = Préavis
offers-notice-months = Préavis, en mois
offers-notice-hint = Compté du jour où il est donné.
offers-notice-to-end = Le préavis court jusqu’à la fin de la période facturée
offers-notice-leads-to = { $months ->
    [0] Aucun : annoncé aujourd’hui, le dernier jour serait le { $day }
    [one] 1 mois : annoncé aujourd’hui, le dernier jour serait le { $day }
   *[other] { $months } mois : annoncé aujourd’hui, le dernier jour serait le { $day }
}
offers-setup = Frais d’entrée
offers-setup-hint = Facturés une fois, sur la même base (HT ou TTC) que le forfait.
offers-setup-label = Nom des frais sur la facture
offers-setup-label-hint = Par exemple : Frais de dossier.
offers-gives = Ce que le forfait donne
offers-place = Accueil
offers-included-pass = Unités d’un carnet
offers-included-none = Aucune
offers-included-units = Combien par période
offers-included-hint = Données au début de chaque période, perdues à sa fin.
offers-hours-given = Heures par période
offers-discount-given = Remise en %
offers-hours-hint = Les heures données comptent pour la période où la réservation a lieu. La remise porte sur ce qui les dépasse.
offers-keys = Clés et badges
offers-keys-hint = Par exemple : 1 badge, 1 clé du casier.
offers-hours = { $count } h
offers-minutes = { $count } min
offers-hours-minutes = { $hours } h { $minutes }
offers-each-period = { $what } par période
offers-discount-told = remise de { $rate }

## Mon forfait
offers-my-plan = Mon forfait
offers-my-plan-none-title = Aucun forfait
offers-my-plan-none-text = Un forfait donne une place chaque jour, au mois. En attendant, un carnet ouvre les mêmes portes.
offers-take-lead = Choisissez un forfait et son premier jour : les conditions et les premiers montants s’affichent avant de dire oui.
offers-take-none-title = Pas de forfait au choix
offers-take-none-text = Il n’y a pas de forfait que vous puissiez prendre ici pour l’instant : parlez-en à l’équipe.
offers-take-another = Prendre un autre forfait
offers-take-undo = Le prix est gelé pour ce contrat. On l’arrête avec son préavis, une fois l’engagement passé.
offers-plan-taken = Le forfait est à vous à partir du jour choisi.
offers-first-due = Les premiers montants
offers-first-sum = En tout pour commencer
offers-days-of = { $days } des jours
offers-commitment-of = { $months ->
    [one] engagement d’un mois
   *[other] engagement de { $months } mois
}
offers-notice-of = { $months ->
    [0] Aucun
    [one] 1 mois
   *[other] { $months } mois
}
offers-notice-then-end = puis jusqu’à la fin de la période facturée
offers-payer = Qui paie
offers-payer-you = Vous
offers-payer-pays = { $payer } paie.
offers-own-end = Arrêter ce forfait
offers-own-end-notice = Préavis compris, le dernier jour possible au plus tôt est le { $day }.
offers-own-end-committed = L’engagement court jusqu’au { $day } : le forfait s’arrête ce jour-là au plus tôt.
offers-own-end-undone = Ce forfait n’a pas commencé : l’arrêter la veille du premier jour l’annule entièrement.
offers-own-end-consequence = Le forfait { $plan } s’arrêtera le jour choisi et sera payé jusque-là. Vous restez membre.
offers-own-end-undo = Un forfait arrêté ne se prolonge pas ; vous pourrez en prendre un autre à tout moment.
offers-refused-own-start = Choisissez un jour entre aujourd’hui et le { $until }.
offers-refused-not-a-member = Les forfaits sont pour les membres qui n’ont pas annoncé leur départ.
offers-refused-notice-runs = Avec le préavis et l’engagement, le dernier jour est le { $until } au plus tôt.
offers-my-switch-empty-text = Il n’y a pas d’autre forfait au choix pour l’instant.
offers-to-come = À venir
offers-paused-now = En pause
offers-switch-take-back = Renoncer à ce changement
offers-switch-taken-back = Le changement n’aura pas lieu.
offers-leaving-text = Vous voulez quitter le lieu ?
offers-leaving = Donner son préavis
offers-settings = Changements et pauses
offers-change-when = Un membre change de forfait
offers-change-now = Le jour où il le demande
offers-change-next = À la prochaine période
offers-change-either = L’un ou l’autre, à son choix

## Pauses
offers-pause = Mettre en pause
offers-pauses = Pauses
offers-pause-rule = { $days ->
    [0] Les pauses se demandent à l’équipe. Pendant la pause, { $rate } du prix reste dû.
    [one] Un jour de pause au plus par an. Pendant la pause, { $rate } du prix reste dû.
   *[other] { $days } jours de pause au plus par an. Pendant la pause, { $rate } du prix reste dû.
}
offers-pause-meanwhile = Pendant une pause, le forfait ne donne rien : on reste membre, on peut utiliser un carnet et réserver aux prix des nomades.
offers-pause-from = Premier jour de pause
offers-pause-until = Dernier jour de pause
offers-last-day-included = Ce jour est compris.
offers-pause-months = Ce que coûte chaque mois, à présent et avec la pause :
offers-pause-month = { $before } → { $after }
offers-pause-consequence = Le forfait { $plan } sera en pause { $days }.
offers-pause-undo = On peut reprendre plus tôt. Ce qui est déjà facturé en trop est déduit de la prochaine facture.
offers-pause-reason-hint = Lue seulement par vous et par la gérance.
offers-pause-confirm = Confirmer la pause
offers-paused = La pause est enregistrée.
offers-resume = Reprendre aujourd’hui
offers-resumed = Le forfait reprend.
offers-pause-days = Jours de pause par an
offers-pause-days-hint = Qu’un membre peut prendre de lui-même. 0 : seulement la gérance.
offers-pause-due = Part due pendant la pause, en %
offers-pause-due-hint = Du prix, des heures et des unités. 0 : rien n’est dû.

## Refus des forfaits
offers-refused-number = Un nombre entier de 0 à { $maximum }.
offers-refused-hours = Des heures de 0 à { $maximum }, comme 2, 1,5 ou 1:30.
offers-refused-percent = Un pourcentage de 0 à 100.
offers-refused-label = { $maximum } caractères au plus, sur une ligne.
offers-refused-setup = Les frais demandent un nom et un montant d’un million au plus.
offers-refused-conditions = Ces conditions ne vont pas ensemble.
offers-refused-committed = L’engagement court jusqu’au { $until } inclus : d’ici là, seul un forfait au moins aussi cher est possible.
offers-refused-followed-already = Le forfait { $plan } prend déjà la suite le { $from } : renoncez d’abord à ce changement.
offers-refused-begun-already = Ce changement a commencé : changez de nouveau de forfait.
offers-refused-pause-reversed = Le dernier jour vient avant le premier.
offers-refused-pause-past = Une pause commence aujourd’hui ou plus tard.
offers-refused-pause-not-held = Le forfait ne court pas tous ces jours-là.
offers-refused-paused-already = Le forfait est déjà en pause à partir du { $from }.
offers-refused-pause-too-long = { $maximum } jours de pause au plus par an.
offers-refused-pause-not-by-members = Les pauses se demandent à l’équipe.
offers-refused-pause-over = Cette pause est finie.
offers-refused-pause-reason = 500 caractères au plus.

## Journal
activity-contract-switch-taken-back = Changement pour le forfait { $before } retiré : le forfait { $plan } continue
activity-contract-paused = Forfait { $plan } en pause du { $day } au { $until }
activity-contract-resumed = Forfait { $plan } repris le { $day }
activity-plan-conditions-set = Conditions du forfait { $name } modifiées
activity-offers-set = Règles des changements et des pauses modifiées

## Conventions
offers-agreement = Convention
offers-agreements = Conventions
offers-agreements-mine = Conventions de mon organisation
offers-agreements-none-title = Aucune convention
offers-agreements-none-text = Une mairie ou une association peut disposer d’heures gratuites ou réduites, chaque mois, trimestre ou année.
offers-agreement-new = Nouvelle convention
offers-agreement-change = Modifier la convention
offers-agreement-with = Avec
offers-agreement-quota = Heures
offers-agreement-left = Reste sur la période
offers-agreement-not-valid = Hors validité
offers-agreement-hours = Heures par période
offers-agreement-hours-hint = Comme 40 ou 12:30. Une période entamée donne ses jours.
offers-agreement-span = Période
offers-span-month = mois
offers-span-quarter = trimestre
offers-span-year = année
offers-quota = { $hours } par { $span }
offers-hours-left = il reste { $hours }
offers-agreement-kind = Espace
offers-agreement-kinds = Espaces concernés
offers-agreement-due = Part du prix due, en %
offers-agreement-due-hint = 0 ou rien : ces heures sont gratuites. 50 : moitié prix.
offers-agreement-free = Gratuit dans la limite des heures
offers-agreement-due-told = { $rate } du prix dans la limite des heures
offers-agreement-from = Premier jour
offers-agreement-until = Dernier jour
offers-agreement-note = Note
offers-agreement-note-hint = Pour l’équipe : délibération, interlocuteur, contrepartie.
offers-agreement-used-in = Heures utilisées en { $year }
offers-agreement-used-of = { $used } sur { $quota }
offers-agreement-unused = Rien n’a été réservé cette année-là.
offers-agreement-hours-head = Heures
offers-agreement-file = convention-{ $year }.csv
offers-agreement-kept = La convention est enregistrée.
offers-refused-agreement-hours = D’une minute à { $maximum } heures, comme 40 ou 12:30.
offers-refused-agreement-due = Si tout le prix est dû, il n’y a pas de convention.
offers-refused-agreement-no-kind = Choisissez au moins une sorte d’espace.
offers-refused-note = { $maximum } caractères au plus.
offers-refused-changed = Quelqu’un l’a modifié entre-temps. Regardez où il en est, puis recommencez.
activity-agreement-made = Convention « { $name } » enregistrée ({ $hours } h)
activity-agreement-changed = Convention « { $name } » modifiée ({ $hours } h)
