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
