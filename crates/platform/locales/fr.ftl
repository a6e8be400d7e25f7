# Shell: what every page shares.
shell-skip = Aller au contenu
shell-demonstration = Lieu de démonstration : les personnes, les factures et les messages sont inventés.
shell-navigation = Navigation
shell-menu = Menu
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
shell-job-leave = Vous pouvez quitter cette page : le travail continue, et vous la retrouverez ici.
shell-job-failed = Le travail s’est arrêté avant la fin. Ce qui était fait est gardé ; vous pouvez le relancer sans risque de doublon.
shell-job-done = Le travail est terminé.
shell-job-report = Compte rendu
shell-problem-home = Revenir à l’accueil
shell-problem-reference = À citer si vous nous écrivez : { $reference }
shell-problem-403-title = Cette page n’est pas ouverte à votre compte
shell-problem-403-text = Rien n’a été changé. Si vous avez plusieurs casquettes, changez-en dans le menu de votre compte ; sinon, demandez l’accès à l’équipe du lieu.
shell-problem-404-title = Cette page n’existe pas, ou plus
shell-problem-404-text = Le lien est peut-être ancien ou mal recopié. Rien n’a été perdu.
shell-problem-429-title = Trop d’essais en peu de temps
shell-problem-429-text = Par prudence, nous faisons une pause. Attendez quelques minutes, puis réessayez.
shell-problem-500-title = Quelque chose s’est cassé chez nous
shell-problem-500-text = Ce n’est pas de votre fait. Ce que vous veniez d’envoyer n’a pas été enregistré à moitié : soit tout l’a été, soit rien. Réessayez dans un instant.
shell-problem-other-title = Cette demande n’a pas pu être traitée
shell-problem-other-text = Rien n’a été changé. Revenez à la page précédente et réessayez.
shell-components = Composants
