# Imports: ce qu'un lieu apporte du logiciel qu'il utilisait avant.
permission-imports-run = Importer des fichiers d’un autre logiciel
activity-import-applied = a importé « { $file } » : { $created ->
    [0] rien de nouveau
    [one] { $created } ligne ajoutée
   *[other] { $created } lignes ajoutées
}
job-imports-rehearse = Essai d’un import
job-imports-apply = Import d’un fichier
job-imports-tidy = Oubli des fichiers laissés en attente
imports-nav = Imports
imports-nav-section = Outils
imports-title = Imports
imports-lead = Apportez ce que vous aviez ailleurs : un export CSV ou XLSX de votre ancien logiciel, tel qu’il est. Rien n’est enregistré avant que vous ayez vu le résultat.
imports-kind = Que contient le fichier ?
imports-kind-hint = Pour tout reprendre, importez dans cet ordre : les organisations et les personnes d’abord, ce qu’elles utilisent ensuite.
imports-kind-people = Personnes
imports-kind-people-text = Noms, coordonnées, société qui paie, date d’arrivée
imports-kind-organisations = Organisations
imports-kind-organisations-text = Sociétés, associations, collectivités
imports-kind-plans = Forfaits
imports-kind-plans-text = Qui a quel forfait mensuel, depuis quand
imports-kind-passes = Carnets
imports-kind-passes-text = Carnets achetés, avec les unités restantes
imports-kind-bookings = Réservations
imports-kind-bookings-text = Salles réservées, facturées au tarif en vigueur
imports-kind-check-ins = Passages
imports-kind-check-ins-text = Qui est venu quand ; décomptés des carnets
imports-file = Fichier
imports-file-hint = CSV ou XLSX, 10 Mo et 10 000 lignes au plus ; la première ligne porte les titres des colonnes.
imports-file-missing = Choisissez un fichier.
imports-hand-in = Continuer
imports-past = Imports précédents
imports-past-none = Aucun fichier n’a encore été importé.
imports-when = Quand
imports-who = Par qui
imports-by-command = Ligne de commande
imports-outcome = Résultat
imports-state-applied = Importé
imports-state-open = En attente
imports-said-applied = { $created ->
    [0] rien de nouveau
    [one] { $created } ajout
   *[other] { $created } ajouts
}, { $known } déjà là
imports-said-lines = { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}
imports-mapping-title = Quelle colonne est quoi ?
imports-mapping-lead = « { $file } », { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}. Nous avons deviné d’après les titres : corrigez ce qui ne va pas.
imports-column = Colonne
imports-examples = Exemples
imports-is = Correspond à
imports-untitled = sans titre
imports-field-none = – ne pas importer –
imports-same = Pareil pour toutes les lignes
imports-same-hint = Quand le fichier n’a pas de colonne pour cela : un même forfait, une même salle… Une colonne l’emporte.
imports-see-preview = Voir ce que cela donnerait
imports-later = Plus tard
imports-preview-title = Aperçu avant import
imports-change-columns = Changer les colonnes
imports-will-be-created = À ajouter
imports-created = Ajoutés
imports-already-there = Déjà là
imports-passed-over = Annulés ailleurs, laissés de côté
imports-refused = Lignes à corriger
imports-with-organisations = { $count ->
    [one] et { $count } organisation
   *[other] et { $count } organisations
}
imports-nothing-new = Tout ce que contient ce fichier est déjà là. Il n’y a rien à importer.
imports-consequence = { $count ->
    [one] { $count } ligne du fichier va être ajoutée.
   *[other] { $count } lignes du fichier vont être ajoutées, toutes ou aucune.
}
imports-undo = Un import ne s’annule pas d’un coup : ce qu’il ajoute se corrige ensuite page par page. Importer deux fois le même fichier ne change rien.
imports-confirm = Importer
imports-stopped = { $count ->
    [one] Une ligne est à corriger : rien ne sera importé tant qu’elle l’est. Corrigez le fichier puis déposez-le à nouveau, ou changez les colonnes. Votre fichier et vos choix sont gardés.
   *[other] { $count } lignes sont à corriger : rien ne sera importé tant qu’elles le sont. Corrigez le fichier puis déposez-le à nouveau, ou changez les colonnes. Votre fichier et vos choix sont gardés.
}
imports-issues = À corriger
imports-issues-download = Télécharger la liste
imports-issues-hidden = Et { $count } autres, dans la liste à télécharger.
imports-issues-file = import-a-corriger.csv
imports-notices = Bon à savoir
imports-notices-text = { $count ->
    [one] Une ligne déjà importée dit maintenant autre chose. Ce qui est ici reste tel quel.
   *[other] { $count } lignes déjà importées disent maintenant autre chose. Ce qui est ici reste tel quel. Si ces numéros sont ceux d’autres lignes, n’importez pas la colonne de l’identifiant.
}
imports-line = Ligne
imports-written = Écrit
imports-why = Pourquoi
imports-background = Le fichier est long : l’import se fait en arrière-plan.
imports-done = Le fichier est importé.
imports-not-done = Rien n’a été importé : des lignes sont à corriger.
imports-another = Importer un autre fichier
imports-see-people = Voir les personnes
imports-see-organisations = Voir les organisations
imports-see-offers = Voir les offres
imports-see-calendar = Voir le planning
imports-see-front-desk = Voir l’accueil

imports-field-identifier = Identifiant de la ligne
imports-field-person-identifier = Identifiant de la personne
imports-field-full-name = Nom complet
imports-field-given-name = Prénom
imports-field-family-name = Nom de famille
imports-field-name = Nom de l’organisation
imports-field-email = Courriel
imports-field-phone = Téléphone
imports-field-organisation = Organisation qui paie
imports-field-siren = SIREN ou SIRET
imports-field-vat-number = Numéro de TVA
imports-field-street = Adresse
imports-field-postal-code = Code postal
imports-field-city = Ville
imports-field-country = Pays
imports-field-joined-on = Membre depuis
imports-field-left-on = Membre jusqu’au
imports-field-member = Est membre (oui ou non)
imports-field-note = Note
imports-field-plan = Forfait
imports-field-from = Premier jour
imports-field-until = Dernier jour
imports-field-price = Prix mensuel
imports-field-charged-from = Facturé ici à partir du
imports-field-pass = Carnet
imports-field-units = Unités achetées
imports-field-remaining = Unités restantes
imports-field-bought-on = Acheté le
imports-field-expires-on = Valable jusqu’au
imports-field-room = Salle
imports-field-day = Jour
imports-field-start = Début
imports-field-end = Fin
imports-field-duration = Durée
imports-field-title = Objet
imports-field-state = État (annulé ou non)
imports-field-half = Matin, après-midi ou journée
imports-field-arrival = Arrivée
imports-field-departure = Départ

imports-refused-nobody-named = Aucune colonne ne dit de qui il s’agit : choisissez le nom, le courriel ou l’identifiant de la personne.
imports-refused-no-name = Aucune colonne ne porte le nom.
imports-refused-no-plan = Aucune colonne ne porte le forfait.
imports-refused-no-pass = Aucune colonne ne porte le carnet.
imports-refused-no-room = Aucune colonne ne porte la salle.
imports-refused-no-start = Aucune colonne ne dit quand la réservation commence.
imports-refused-no-day = Aucune colonne ne dit quel jour.
imports-refused-column-twice = La colonne « { $column } » est choisie deux fois.
imports-refused-field-twice = « { $field } » est déjà pris par une autre colonne.
imports-refused-unknown-column = Le fichier n’a pas de colonne « { $column } ». Il a : { $known }.
imports-refused-unknown-field = « { $field } » n’existe pas pour ce fichier. On peut dire : { $known }.
imports-refused-mapping-malformed = « { $text } » ne s’écrit pas champ=colonne, ni champ==valeur.
imports-refused-no-lines = Le fichier n’a que des titres : aucune ligne à importer.
imports-refused-no-titles = La première ligne doit porter les titres des colonnes.
imports-refused-title-twice = Deux colonnes s’appellent « { $title } » : renommez-en une.
imports-refused-too-many-lines = Le fichier a { $lines } lignes ; un import en prend { $limit } au plus. Coupez-le en plusieurs fichiers.
imports-refused-open-quote = Un guillemet ouvert à la ligne { $line } n’est jamais fermé : la suite du fichier ne peut pas être lue.

imports-cell-missing = Cette case est vide, et elle est nécessaire.
imports-cell-formula = Une formule, pas une valeur.
imports-cell-not-a-day = Ce n’est pas une date. Écrivez 14/06/2026 ou 2026-06-14.
imports-cell-not-in-calendar = Ce jour n’existe pas.
imports-cell-far-day = Cette date est bien loin d’aujourd’hui.
imports-cell-not-a-time = Ce n’est pas une heure. Écrivez 09:30 ou 9h30.
imports-cell-day-missing = Il manque le jour.
imports-cell-time-missing = Il manque l’heure.
imports-cell-end-missing = Il manque la fin, ou la durée.
imports-cell-ends-before-start = La fin vient avant le début.
imports-cell-not-a-duration = Ce n’est pas une durée. Écrivez 2h, 1:30 ou 90 min.
imports-cell-not-an-amount = Ce n’est pas un montant. Écrivez 250,00.
imports-cell-negative = Un nombre négatif ne se prend pas ici.
imports-cell-not-a-whole-number = Ce n’est pas un nombre entier.
imports-cell-neither-yes-nor-no = Écrivez oui ou non.
imports-cell-not-a-half-day = Est-ce le matin, l’après-midi ou la journée ? Écrivez-le, ou donnez l’arrivée et le départ.
imports-cell-not-on-one-line = Trop long, ou sur plusieurs lignes.
imports-cell-not-a-siren = Ce n’est pas un SIREN : neuf chiffres dont le dernier vérifie les autres.
imports-cell-not-a-country = Pays inconnu. Écrivez son code, par exemple FR.
imports-cell-too-many-cells = La ligne a plus de cases que de titres : un séparateur de trop, ou un guillemet qui manque.
imports-cell-identifier-twice = La ligne { $other } a le même identifiant.

imports-match-nobody = Personne ici ne s’appelle « { $who } ». Importez d’abord les personnes.
imports-match-several = { $count } personnes s’appellent { $name } : ajoutez leur courriel ou leur identifiant.
imports-match-email-of-another = Cette adresse est celle de { $name }.
imports-match-no-plan = Pas de forfait de ce nom. Il y a : { $known }.
imports-match-no-pass = Pas de carnet de ce nom. Il y a : { $known }.
imports-match-no-room = Pas de salle de ce nom. Il y a : { $known }.
imports-match-no-organisation = Pas d’organisation avec ce SIREN, et la ligne ne donne pas son nom.
imports-match-another-part = Cette personne est déjà notée ce jour-là, pour une autre partie de la journée.
imports-notice-differs = Déjà importée, mais elle disait autre chose.

imports-told-created = { $count ->
    [0] Rien de nouveau.
    [one] { $count } ligne à ajouter.
   *[other] { $count } lignes à ajouter.
}
imports-told-known = { $count ->
    [one] { $count } ligne déjà là.
   *[other] { $count } lignes déjà là.
}
imports-told-organisations = { $count ->
    [one] { $count } organisation vient avec elles.
   *[other] { $count } organisations viennent avec elles.
}
imports-told-passed-over = { $count ->
    [one] { $count } ligne annulée ailleurs, laissée de côté.
   *[other] { $count } lignes annulées ailleurs, laissées de côté.
}
imports-told-refused = { $count ->
    [one] { $count } ligne à corriger :
   *[other] { $count } lignes à corriger :
}
imports-told-cell = ligne { $line }, { $column } « { $value } » : { $why }
imports-told-empty-cell = ligne { $line }, { $column } : { $why }
imports-told-line = ligne { $line } : { $why }
imports-told-applied = Le fichier est importé.
imports-told-tried = Essai seulement : rien n’a été changé.
imports-told-nothing = Rien n’a été importé.

# What is held about people.
imports-holding-files = Fichiers repris d’autres logiciels
imports-holding-files-purpose = Reprendre les données de l’ancien logiciel, une seule fois
