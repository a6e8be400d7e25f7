permission-spaces-read = Voir l’occupation des salles
permission-spaces-book = Réserver pour soi
permission-spaces-see-bookers = Voir qui a réservé
permission-spaces-book-for-others = Réserver pour les autres et répondre aux demandes
permission-spaces-override = Passer outre les horaires et les délais
permission-spaces-manage = Gérer les espaces, les horaires et les conditions
