# Shell: what every page shares.
shell-skip = Aller au contenu
shell-demonstration-label = Démonstration
shell-demonstration = Lieu de démonstration : les personnes, les factures et les messages sont inventés.
shell-navigation = Navigation
shell-menu = Menu
shell-back-to-desk = Retour à l’accueil
shell-back = Revenir
shell-confirm = Confirmer
shell-continue = Continuer
shell-dismiss = Fermer ce message
shell-optional = (facultatif)
shell-account-of = Compte de
shell-my-account = Mon compte
shell-hats = Ma casquette
shell-language = Langue
shell-theme = Affichage sombre
shell-sign-in = Se connecter
shell-sign-out = Se déconnecter
shell-search = Chercher une personne, une société, une salle
shell-search-hint = Nom, société, courriel, téléphone
shell-made-with = Ce site est fait avec Tribu, un commun des tiers-lieux coopératifs.
shell-form-refused = À corriger
shell-history = Historique
shell-pagination = Pages de la liste
shell-previous = Précédente
shell-next = Suivante
shell-page-of = Page { $page } sur { $pages }
shell-rows = { $count ->
    [0] aucune ligne
    [one] { $count } ligne
   *[other] { $count } lignes
}
shell-copied = Copié
shell-job = Travail en cours
shell-job-progress = { $done } sur { $total }
shell-job-leave = Vous pouvez quitter cette page : le travail continue, et vous la retrouverez ici.
shell-job-failed = Le travail s’est arrêté avant la fin. Ce qui était fait est gardé ; vous pouvez le relancer sans risque de doublon.
shell-job-done = Le travail est terminé.
shell-job-report = Compte rendu
shell-problem-home = Revenir à l’accueil
shell-problem-reference = À citer si vous nous écrivez : { $reference }
shell-components = Composants
shell-problem-forbidden-title = Cette page n’est pas ouverte à votre compte
shell-problem-forbidden-text = Rien n’a été changé.
shell-problem-forbidden-advice = Si vous avez plusieurs casquettes, changez-en dans le menu de votre compte ; sinon, demandez l’accès à l’équipe du lieu.
shell-problem-forged-title = Cette page a trop attendu
shell-problem-forged-text = Par sécurité, ce que vous avez envoyé n’a pas été pris : rien n’a été changé.
shell-problem-forged-advice = Revenez à la page précédente, rechargez-la et envoyez à nouveau.
shell-problem-not-found-title = Cette page n’existe pas, ou plus
shell-problem-not-found-text = Le lien est peut-être ancien ou mal recopié. Rien n’a été perdu.
shell-problem-not-found-advice = Revenez à l’accueil et suivez les menus.
shell-problem-stale-title = Cette page avait déjà été envoyée
shell-problem-stale-text = Le premier envoi compte ; le second, différent, n’a rien changé.
shell-problem-stale-advice = Ouvrez à nouveau la page pour faire autre chose.
shell-problem-too-many-title = Trop d’essais en peu de temps
shell-problem-too-many-text = Par prudence, nous faisons une pause. Rien n’a été changé.
shell-problem-too-many-advice = Réessayez dans { $seconds } secondes.
shell-problem-too-large-title = C’est trop gros
shell-problem-too-large-text = Ce que vous avez envoyé dépasse ce que cette page accepte. Rien n’a été enregistré.
shell-problem-too-large-advice = Envoyez un fichier plus petit, ou en plusieurs fois.
shell-problem-malformed-title = Cette demande n’a pas pu être lue
shell-problem-malformed-text = Rien n’a été changé.
shell-problem-malformed-advice = Revenez à la page précédente et réessayez.
shell-problem-not-opened-title = Ce lieu n’est pas encore ouvert
shell-problem-not-opened-text = Le programme tourne, mais personne n’a encore dit de quel lieu il s’agit.
shell-problem-not-opened-advice = Suivez le lien affiché dans le terminal au démarrage.
shell-problem-internal-title = Quelque chose s’est cassé chez nous
shell-problem-internal-text = Ce n’est pas de votre fait. Ce que vous veniez d’envoyer n’a pas été enregistré à moitié : soit tout l’a été, soit rien.
shell-problem-internal-advice = Réessayez dans un instant.
shell-problem-sign-in-title = Connectez-vous
shell-problem-sign-in-text = Cette page demande un compte.
shell-problem-sign-in-advice = Connectez-vous, et vous y reviendrez.
shell-field-missing = Ce champ est à remplir.
shell-field-not-a-number = Écrivez un nombre entier, par exemple 12.
shell-day-long = { $weekday } { $day } { $month } { $year }
shell-day-long-first = { $weekday } 1er { $month } { $year }
shell-day-short = { $day } { $month } { $year }
shell-day-short-first = 1er { $month } { $year }
shell-day-number = { $day }
shell-day-number-first = { $day }er
shell-day-column = { $weekday }. { $day }
shell-all-day = toute la journée
shell-midnight = minuit
shell-month-of-year = { $month } { $year }
shell-history-system = Le programme
shell-job-count-done =
    { $count ->
        [one] { $count } fait
       *[other] { $count } faits
    }
shell-desk-people = Communauté
shell-desk-spaces = Espaces
shell-desk-house = Maison
