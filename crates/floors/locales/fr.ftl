floors-title = Plan des espaces
floors-office-title = Plans
floors-office-lead = Un dessin par niveau. Chacun y voit ce qui est libre, et réserve en touchant un espace.
floors-office-none = Aucun plan
floors-office-none-text = Commencez par un niveau : un nom, puis des rectangles sur une grille ou sur une image.
floors-none = Pas encore de plan
floors-none-text = L’équipe dessine les niveaux dans le bureau, page « Plans ».
floors-begin = Nouveau niveau
floors-begin-act = Commencer
floors-made = Le niveau est créé. Dessinez ses espaces.
floors-name = Nom du niveau
floors-name-hint = Par exemple « 1er étage ».
floors-position = Ordre
floors-see = Voir le plan
floors-draw = Dessiner les plans
floors-calendar = Calendrier
floors-day = Jour
floors-time = Heure
floors-show = Afficher
floors-now = Maintenant
floors-levels = Niveaux
floors-rest = Aussi à réserver
floors-drawing-of = Plan, { $level }
floors-free = Libre
floors-busy = Occupé
floors-closed = Fermé
floors-until = jusqu’à { $time }
floors-opens = ouvre à { $time }
floors-units = { $left ->
    [one] { $left } libre sur { $units }
   *[other] { $left } libres sur { $units }
}
floors-seats = { $count ->
    [one] { $count } place
   *[other] { $count } places
}
floors-shapes = { $count ->
    [0] rien de dessiné
    [one] { $count } rectangle
   *[other] { $count } rectangles
}
floors-changed = enregistré { $when }
floors-kept = Le plan est enregistré.
floors-save = Enregistrer le plan
floors-save-anyway = Enregistrer le mien à la place
floors-see-theirs = Voir le sien
floors-meanwhile = { $who } a enregistré ce plan entre-temps ({ $when }).
floors-meanwhile-text = Rien n’a été écrasé. Votre dessin est encore ci-dessous : regardez l’autre, puis choisissez.
floors-drawing = Dessin du niveau
floors-help = Glissez un rectangle pour le déplacer, son coin pour l’agrandir. Au clavier : flèches pour déplacer, Maj et flèches pour agrandir, Suppr pour retirer, Entrée pour le nommer, Ctrl + Z pour annuler.
floors-add = Ajouter un rectangle
floors-undo = Annuler
floors-remove = Retirer
floors-lines = Rectangles
floors-lines-hint = Une ligne par rectangle, en carreaux de la grille depuis le coin en haut à gauche. Un rectangle sans espace garde son nom : escalier, cuisine.
floors-space = Espace
floors-space-of = Espace du rectangle { $line }
floors-no-space = Aucun (repère)
floors-label = Nom écrit
floors-label-of = Nom du rectangle { $line }
floors-x = Gauche
floors-x-of = Distance au bord gauche, rectangle { $line }
floors-y = Haut
floors-y-of = Distance au bord haut, rectangle { $line }
floors-wide = Largeur
floors-wide-of = Largeur du rectangle { $line }
floors-high = Hauteur
floors-high-of = Hauteur du rectangle { $line }
floors-remove-of = Retirer le rectangle { $line }
floors-new-shape = Nouveau
floors-says-shape = %name%, %wide% sur %high%, à %x% du bord gauche et %y% du haut
floors-says-removed = %name% est retiré
floors-picture = Image de fond
floors-picture-file = Image PNG ou JPEG
floors-picture-hint = { $megabytes } Mo au plus. Elle est étirée à la taille du plan.
floors-picture-keep = Mettre cette image
floors-picture-drop = Retirer l’image
floors-picture-kept = L’image est sous le plan.
floors-picture-dropped = L’image est retirée.
floors-retire = Retirer ce niveau
floors-retire-text = Le plan n’est plus montré. Les espaces et leurs réservations restent.
floors-retire-confirm = Ce plan ne sera plus montré. Les espaces et leurs réservations restent.
floors-retired = Le plan est retiré.
floors-refused-size = Un plan a entre 4 et 80 carreaux de côté.
floors-refused-position = L’ordre est entre 0 et 1000.
floors-refused-too-many = Trop de rectangles sur ce plan : 150 au plus.
floors-refused-enough = Le lieu a déjà 40 plans.
floors-refused-outside = Le rectangle { $line } sort du plan, ou n’a pas de surface.
floors-refused-label = Le rectangle { $line } n’est pas un espace : donnez-lui un nom de 40 caractères au plus.
floors-refused-unknown-space = L’espace du rectangle { $line } n’existe pas ici.
floors-refused-changed = Quelqu’un a enregistré ce plan entre-temps.
floors-refused-numbers = Quatre nombres entiers sont attendus : gauche, haut, largeur, hauteur.
floors-refused-picture-kind = Ce fichier n’est ni un PNG ni un JPEG.
floors-refused-picture-size = Cette image est trop grande.
permission-floors-draw = Dessiner les plans des niveaux
activity-plan-made = a commencé le plan « { $level } »
activity-plan-drawn = a dessiné le plan « { $level } »
activity-plan-retired = a retiré un plan
activity-plan-picture = a mis une image sous un plan
activity-plan-picture-dropped = a retiré l’image d’un plan

# What is held about people.
floors-holding-drawings = Plans des niveaux
floors-holding-drawings-purpose = Savoir qui a dessiné un plan en dernier
floors-let = Loué au mois
