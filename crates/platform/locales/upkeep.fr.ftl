# Fichiers apportés.
shell-sheet-too-large = Ce fichier est trop volumineux : { $limit } Mo au plus. Découpez-le en plusieurs.
shell-sheet-too-many-rows = Ce fichier a trop de lignes : { $limit } au plus. Découpez-le en plusieurs.
shell-sheet-too-many-columns = Ce fichier a trop de colonnes : { $limit } au plus.
shell-sheet-cell-too-long = Une cellule de ce fichier est trop longue : { $limit } caractères au plus.
shell-sheet-empty = Ce fichier ne contient aucune ligne.
shell-sheet-unreadable = Ce fichier n’a pas pu être lu. Enregistrez-le au format CSV ou XLSX, puis réessayez.
shell-sheet-old-workbook = Ce classeur est dans un ancien format (.xls). Enregistrez-le au format .xlsx ou CSV, puis réessayez.

# Le lieu.
shell-place-host-taken = Un autre lieu est déjà joint à cette adresse.
shell-place-name-missing = Le lieu doit avoir un nom.

# Vérification.
verify-registers = maillons des registres
verify-counters = compteurs
verify-references = références entre les tables
verify-documents = documents conservés

# Photographies.
shell-photo = Photographie
shell-photo-hint = JPEG, PNG ou WebP, 10 Mo au plus. Le lieu et l’appareil de la prise de vue ne sont pas conservés.
shell-photo-alternative = Ce que l’on y voit
shell-photo-alternative-hint = Une phrase pour les personnes qui ne la voient pas : « Table pour huit près de la fenêtre ».
shell-photo-add = Ajouter la photographie
shell-photo-describe = Enregistrer
shell-photo-raise = Avancer
shell-photo-remove = Retirer
shell-photo-remove-confirm = Cette photographie sera effacée pour de bon.
shell-photo-added = Photographie ajoutée.
shell-photo-changed = C’est enregistré.
shell-photo-removed = Photographie retirée.
shell-photo-kind = Ce fichier n’est pas une image JPEG, PNG ou WebP.
shell-photo-too-large = Ce fichier dépasse 10 Mo.
shell-photo-too-many-pixels = Cette image a trop de pixels : 40 millions au plus.
shell-photo-too-small = Cette image est trop petite : 64 pixels de côté au moins.
shell-photo-damaged = Cette image n’a pas pu être lue jusqu’au bout. Enregistrez-la de nouveau, puis réessayez.
shell-photo-alternative-refused = Dites en quelques mots ce que l’on voit (300 caractères au plus).
shell-photo-too-many = Douze photographies au plus : retirez-en une d’abord.

# Pages montrées par d’autres sites.
shell-framing-not-a-site = « { $line } » n’est pas l’adresse d’un site. Écrivez par exemple https://lieu.example.org.
shell-framing-too-many = Dix sites au plus.
