# Personnes, organisations, comptes.

## Mots communs
people-section = Personnes
people-name = Nom
people-given-name = Prénom
people-family-name = Nom de famille
people-email = Adresse électronique
people-phone = Téléphone
people-address = Adresse
people-street = Numéro et rue
people-postal-code = Code postal
people-city = Ville
people-country = Pays
people-country-hint = Deux lettres : FR, BE, CH…
people-language = Langue
people-language-any = Celle du lieu
people-language-fr = Français
people-language-en = Anglais
people-language-hint = Pour les pages et pour les courriels que nous vous envoyons.
people-organisation = Organisation
people-payer = Qui paie
people-payer-hint = L’organisation choisie recevra les factures de cette personne.
people-pays-themself = La personne elle-même
people-note = Note de l’équipe
people-note-hint = La personne ne la voit pas. Restez factuel : elle peut demander à la lire.
people-contact = Coordonnées
people-identity = Identité
people-billing = Facturation
people-for-the-team = Pour l’équipe
people-keep = Enregistrer
people-edit = Modifier
people-cancel = Annuler
people-search = Rechercher
people-filter = Filtrer
people-filter-forget = Tout afficher
people-filter-member = Membres
people-filter-everybody = Tout le monde
people-filter-members = Membres seulement
people-filter-others = Non-membres seulement
people-filter-role = Rôle
people-filter-every-role = Tous les rôles
people-export = Exporter

## Listes
people-persons-title = Personnes
people-persons-file = personnes.csv
people-persons-none-title = Personne ne correspond
people-persons-none-text = Essayez avec moins de lettres, ou sans filtre.
people-persons-empty-title = Personne pour le moment
people-persons-empty-text = Les personnes que le lieu connaît apparaîtront ici : membres, clients de passage, équipe.
people-organisations-title = Organisations
people-organisations-file = organisations.csv
people-organisations-none-title = Aucune organisation ne correspond
people-organisations-none-text = Essayez avec moins de lettres.
people-organisations-empty-title = Aucune organisation pour le moment
people-organisations-empty-text = Ajoutez ici les sociétés, associations et collectivités qui paient pour des personnes.
people-persons-paid = Personnes prises en charge

## Une organisation
people-organisation-new = Ajouter une organisation
people-organisation-edit = Modifier l’organisation
people-organisation-name = Nom de l’organisation
people-organisation-email-hint = Les factures partent à cette adresse.
people-organisation-added = L’organisation est ajoutée.
people-organisation-kept = L’organisation est enregistrée.
people-siren = SIREN
people-siren-hint = Neuf chiffres.
people-vat-number = Numéro de TVA
people-seat = Siège
people-pays-for = Paie pour
people-pays-for-nobody = Personne pour le moment. Choisissez cette organisation sur la fiche d’une personne.

## Une personne
people-person-new = Ajouter une personne
people-alike = Déjà connu du lieu
people-another = Oui, c’est une autre personne
people-another-hint = Deux personnes peuvent porter le même nom ; une adresse de courriel n’est qu’à une.
people-refused-alike = Quelqu’un de ce nom est déjà connu : ouvrez sa fiche, ou dites que c’est une autre personne.
people-person-edit = Modifier la personne
people-person-added = La personne est ajoutée.
people-person-kept = La fiche est enregistrée.
people-passes = Carnets et forfaits
people-membership = Adhésion au lieu
people-member-since = Membre depuis
people-member-from = Membre depuis le { $day }
people-member-between = Membre du { $from } au { $until }
people-no-member = N’est pas membre
people-member-join = Inscrire comme membre
people-member-leave = Mettre fin à l’adhésion
people-member-joined = L’adhésion est enregistrée.
people-member-left = La fin d’adhésion est enregistrée.
people-joined-on = Premier jour
people-left-on = Dernier jour
people-left-on-hint = La personne est encore membre ce jour-là.
people-account = Compte
people-account-none = Pas encore de compte. Une invitation en ouvre un et envoie un lien par courriel.
people-account-open = Compte ouvert
people-account-shut = Compte fermé
people-account-close = Fermer le compte
people-account-close-confirm = La personne sera déconnectée partout et ne pourra plus se connecter. Vous pourrez rouvrir son compte.
people-account-reopen = Rouvrir le compte
people-account-closed = Le compte est fermé.
people-account-reopened = Le compte est rouvert.
people-invite = Envoyer une invitation
people-invited = L’invitation part par courriel.
people-roles = Rôles
people-roles-none = Aucun rôle
people-role = Rôle
people-role-grant = Donner ce rôle
people-role-granted = Le rôle est donné.
people-role-ended = Le rôle est retiré.
people-role-since = depuis le { $day }
people-role-from = à partir du { $day }
people-role-between = du { $from } au { $until }
people-until-day = Jusqu’au
people-until-day-hint = Ce jour compris. Vide : sans fin prévue.
people-roles-former = Rôles passés
people-refused-role-ends-before-start = Le dernier jour ne peut pas précéder le premier, le { $from_day }.
people-role-end = Retirer
people-role-end-of = Retirer le rôle : { $role }
people-role-end-confirm = Le rôle est retiré tout de suite et la personne devra se reconnecter. Vous pourrez le redonner.
people-role-signs-out = La personne devra se reconnecter.
people-from-day = À partir du

## Se connecter
people-sign-in = Se connecter
people-sign-in-title = Se connecter
people-sign-in-wrong = Cette adresse et ce mot de passe ne vont pas ensemble. Vérifiez les deux, ou recevez un lien par courriel.
people-sign-in-by-link = Recevoir un lien par courriel
people-sign-in-link-title = Se connecter par courriel
people-sign-in-link-text = Sans mot de passe : nous vous envoyons un lien, valable vingt minutes.
people-sign-in-link-sent = Si { $email } a un compte ici, un lien pour entrer vient de lui être envoyé. Il est valable vingt minutes.
people-send-link = Envoyer le lien
people-password-forgotten = Mot de passe oublié ?
people-no-account = Pas encore de compte ?
people-have-account = Déjà un compte ?
people-join-link = Devenir membre
people-back-to-sign-in = Revenir à la connexion
people-mail-sent-title = Regardez votre courrier
people-mail-sent-advice = Rien dans quelques minutes ? Regardez dans les indésirables, vérifiez l’adresse, puis recommencez.
people-link-spent-title = Ce lien n’est plus valable
people-link-spent-text = Un lien sert une seule fois, et pour un temps. Rien n’a été changé : demandez-en un autre.
people-link-again = Demander un autre lien
people-step-in = Entrer
people-step-in-title = Vous y êtes presque
people-step-in-text = Un appui, et vous voilà. Ce lien ne servira plus ensuite.
people-welcome = Bienvenue à { $place }
people-invitation-title = Invitation
people-invitation-text = Votre compte est prêt. Choisissez un mot de passe si vous voulez ; sinon, vous entrerez toujours par un lien reçu par courriel.
people-reset-title = Mot de passe oublié
people-reset-text = Nous vous envoyons un lien, valable une heure, pour en choisir un autre.
people-reset-sent = Si { $email } a un compte ici, un lien pour choisir un autre mot de passe vient de lui être envoyé. Il est valable une heure.
people-new-password-title = Choisir un mot de passe
people-new-password-text = Vous serez déconnecté partout ailleurs.
people-demonstration-title = Essayer la démonstration
people-demonstration-text = Ce lieu est inventé. Entrez sous l’un de ces rôles ; tout ce que vous y ferez est sans conséquence.
people-demonstration-enter = Entrer
people-demonstration-enter-as = Entrer comme { $role }
people-signed-out = Vous êtes déconnecté. À bientôt.

## Devenir membre

## Mon profil
people-profile-title = Mon profil
people-profile-kept = Vos informations sont enregistrées.
people-details = Mes coordonnées
people-and-the-place = Vous et le lieu
people-team-link = Équipe
people-payer-link = Qui paie pour moi
people-house-texts-link = Règlement et données personnelles
people-programs-link = Clés d’accès pour mes programmes
people-leaving-link = Quitter le lieu
people-sign-in-address = Mon adresse de connexion
people-sign-in-address-text = Vous vous connectez avec { $email }. C’est aussi là que nous vous écrivons.
people-email-new = Nouvelle adresse
people-email-change = Changer d’adresse
people-email-asked = Un lien vient de partir vers { $email } : ouvrez-le ici pour confirmer votre nouvelle adresse.
people-email-confirm-title = Confirmer la nouvelle adresse
people-email-confirm-text = Vous vous connecterez désormais avec { $email }. Vos autres appareils seront déconnectés.
people-email-kept = Votre adresse est changée.
people-email-needs-password = Pour changer d’adresse, choisissez d’abord un mot de passe ci-dessous.
people-password = Mot de passe
people-password-none = Vous entrez par des liens reçus par courriel. Un mot de passe est une deuxième façon d’entrer.
people-password-present = Mot de passe actuel
people-password-new = Nouveau mot de passe
people-password-again = Le même, encore une fois
people-password-hint = Dix caractères au moins. Une courte phrase est plus sûre et plus facile à retenir.
people-password-keep = Choisir ce mot de passe
people-password-kept = Votre mot de passe est changé.
people-password-ends-sessions = Vos autres appareils seront déconnectés.
people-sessions-title = Mes appareils connectés
people-sessions-link = Mes appareils
people-sessions-text = Chaque navigateur où vous êtes connecté. Si vous n’en reconnaissez pas un, déconnectez-le et changez de mot de passe.
people-session-this = Cet appareil
people-session-seen = Vu pour la dernière fois : { $when }
people-session-begun = Connecté : { $when }
people-session-end = Déconnecter
people-session-ended = L’appareil est déconnecté.
people-sessions-end = Déconnecter tous les autres
people-sessions-end-confirm = Tous vos autres appareils seront déconnectés tout de suite.
people-sessions-ended = Vos autres appareils sont déconnectés.
people-browser-unknown = Navigateur inconnu

## Courriels
people-mail-greeting = Bonjour { $name },
people-mail-sign-in-subject = Votre lien pour entrer à { $place }
people-mail-sign-in-title = Entrer à { $place }
people-mail-sign-in-text = Voici votre lien pour vous connecter. Il sert une seule fois, dans les vingt minutes.
people-mail-sign-in-button = Entrer
people-mail-sign-in-after = Vous n’avez rien demandé ? Ignorez ce message : sans ce lien, personne n’entre.
people-mail-invitation-subject = { $place } vous ouvre un compte
people-mail-invitation-title = Bienvenue à { $place }
people-mail-invitation-text = L’équipe vous a ouvert un compte : réservations, carnets et factures au même endroit. Ce lien, valable deux semaines, vous y fait entrer.
people-mail-invitation-button = Entrer pour la première fois
people-mail-invitation-after = Vous pourrez y choisir un mot de passe, ou continuer à entrer par des liens reçus par courriel.
people-mail-reset-subject = Choisir un autre mot de passe pour { $place }
people-mail-reset-title = Choisir un autre mot de passe
people-mail-reset-text = Ce lien, valable une heure, vous permet de choisir un autre mot de passe. Vous serez ensuite déconnecté partout ailleurs.
people-mail-reset-button = Choisir un mot de passe
people-mail-reset-after = Vous n’avez rien demandé ? Ignorez ce message : votre mot de passe reste le même.
people-mail-email-change-subject = Confirmez votre nouvelle adresse pour { $place }
people-mail-email-change-title = Confirmer votre nouvelle adresse
people-mail-email-change-text = Vous avez demandé à vous connecter avec cette adresse. Ce lien, valable un jour, la confirme : ouvrez-le dans le navigateur où vous êtes connecté.
people-mail-email-change-button = Confirmer l’adresse
people-mail-email-change-after = Vous n’avez rien demandé ? Ignorez ce message : rien ne change.
people-mail-email-changed-subject = Votre adresse pour { $place } a changé
people-mail-email-changed-title = Votre adresse a changé
people-mail-email-changed-text = Votre compte s’ouvre désormais avec une autre adresse ; celle-ci ne sert plus à entrer.
people-mail-email-changed-button = Aller sur le site
people-mail-email-changed-after = Ce n’était pas vous ? Écrivez tout de suite à l’équipe en répondant à ce message.
people-mail-passkey-added-subject = Une passkey ouvre votre compte à { $place }
people-mail-passkey-added-title = Une passkey a été ajoutée
people-mail-passkey-added-text = Une nouvelle passkey ouvre désormais votre compte, sans mot de passe.
people-mail-passkey-added-button = Voir mes passkeys
people-mail-passkey-added-after = Ce n’était pas vous ? Retirez-la, changez votre mot de passe et écrivez tout de suite à l’équipe en répondant à ce message.
people-mail-passkey-removed-subject = Une passkey n’ouvre plus votre compte à { $place }
people-mail-passkey-removed-title = Une passkey a été retirée
people-mail-passkey-removed-text = Une passkey de votre compte vient d’être retirée : elle ne laisse plus entrer personne.
people-mail-passkey-removed-button = Voir mes passkeys
people-mail-passkey-removed-after = Ce n’était pas vous ? Changez votre mot de passe et écrivez tout de suite à l’équipe en répondant à ce message.

## Refus
people-refused-email-taken = Une autre personne a déjà cette adresse.
people-refused-email-protected = Cette adresse sert à se connecter : seule la personne, depuis son profil, ou un administrateur peut la changer.
people-refused-email-needed = Cette personne se connecte avec son adresse : il en faut une.
people-refused-organisation-unknown = Cette organisation n’est pas connue du lieu.
people-refused-already-imported = Cette ligne a déjà été importée.
people-refused-note-too-long = Une note compte deux mille caractères au plus.
people-refused-siren-taken = Une autre organisation a déjà ce SIREN.
people-refused-address-unreadable = Cette adresse est trop longue, ou ne tient pas sur une ligne.
people-refused-postal-code = Ce code postal n’est pas de ce pays ; en France, il a cinq chiffres.
people-refused-country = Indiquez le pays par deux lettres, comme FR.
people-refused-already-member = Cette personne est déjà membre.
people-refused-not-member = Cette personne n’est pas membre.
people-refused-membership-ends-before-start = Le dernier jour ne peut pas précéder le premier, le { $joined_on }.
people-refused-membership-overlaps = Une adhésion précédente court jusqu’au { $left_on }.
people-refused-membership-too-far = Ce jour est trop loin : au plus tard le { $until }.
people-refused-role-held = Cette personne a déjà ce rôle.
people-refused-role-not-held = Cette personne n’a pas ce rôle.
people-refused-last-administrator = Personne ne pourrait plus administrer le lieu : nommez d’abord quelqu’un d’autre.
people-refused-account-no-email = Ajoutez d’abord une adresse électronique à cette personne.
people-refused-account-exists = Cette personne a déjà un compte.
people-refused-account-disabled = Ce compte est fermé : rouvrez-le d’abord.
people-refused-account-protected = Ce compte est celui d’une personne de l’équipe : seul un administrateur peut y toucher.
people-refused-link-spent = Ce lien n’est plus valable.
people-refused-password-too-short = Un mot de passe compte { $minimum } caractères au moins.
people-refused-password-too-long = Un mot de passe compte { $maximum } caractères au plus.
people-refused-password-too-common = Ce mot de passe est parmi les premiers que l’on essaie. Une courte phrase est plus sûre.
people-refused-password-different = Les deux mots de passe diffèrent.
people-refused-password-wrong = Ce n’est pas votre mot de passe actuel.

## Historique
activity-person-added = a ajouté { $name }
activity-person-changed = a modifié la fiche
activity-person-email-changed = a changé l’adresse de { $from } à { $to }
activity-member-joined = a inscrit comme membre à partir du { $day }
activity-member-left = a mis fin à l’adhésion après le { $day }
activity-member-withdrawn = a retiré l’adhésion qui n’avait pas commencé
activity-role-granted = a donné le rôle « { $role ->
    [member] membre
    [facilitator] facilitation
    [managing_director] gérance
    [accountant] comptabilité
   *[administrator] administration
} » à partir du { $day }
activity-role-ended = a retiré le rôle « { $role ->
    [member] membre
    [facilitator] facilitation
    [managing_director] gérance
    [accountant] comptabilité
   *[administrator] administration
} »
activity-account-opened = a ouvert le compte
activity-account-invited = a envoyé une invitation
activity-account-closed = a fermé le compte
activity-account-reopened = a rouvert le compte
activity-account-password-chosen = a choisi un mot de passe
activity-organisation-added = a ajouté { $name }
activity-organisation-changed = a modifié la fiche

## Droits, travaux, vérifications
permission-people-read = Voir les personnes et les organisations
permission-people-write = Ajouter et corriger les personnes et les organisations
permission-people-roles = Donner et retirer les rôles
permission-people-own = Gérer son propre profil
job-people-letter = Envoi d’un courriel d’accès
verify-people-persons = Ce par quoi on trouve les personnes correspond à leurs fiches
verify-people-organisations = Ce par quoi on trouve les organisations correspond à leurs fiches
verify-people-memberships = Une personne n’a qu’une adhésion à la fois
verify-people-accounts = Chaque compte a l’adresse de sa personne, aucun compte fermé n’est connecté

## Second facteur
people-code = Code
people-code-title = Encore un code
people-code-text = Ouvrez votre application de codes et tapez les six chiffres affichés pour ce lieu.
people-code-hint = Six chiffres, ou l’un de vos codes de secours.
people-factor-title = Second facteur
people-factor-lead = Une passkey ou un code de votre téléphone, en plus du mot de passe ou du lien : une adresse volée ne suffit plus.
people-factor-link = Régler le second facteur
people-factor-none = Vous n’en avez pas réglé. Il faut une application de codes sur votre téléphone : FreeOTP, Aegis, 2FAS ou une autre.
people-factor-begin = Commencer
people-factor-key-text = Dans l’application, ajoutez un compte avec cette clé, ou ouvrez-la depuis ce téléphone.
people-factor-open = Ouvrir dans l’application
people-factor-first-code = Les six chiffres que l’application affiche maintenant.
people-factor-confirm = Activer
people-factor-set = Activé
people-factor-codes-left = { $count ->
    [0] Il ne reste aucun code de secours.
    [one] Il reste un code de secours.
   *[other] Il reste { $count } codes de secours.
}
people-factor-renew = De nouveaux codes de secours
people-factor-remove = Retirer l’application de codes
people-factor-removed = Le second facteur est retiré.
people-factor-reset = Retirer le second facteur perdu
people-factor-reset-confirm = La personne se connectera sans code et sans ses passkeys. Assurez-vous que c’est bien elle qui le demande.
people-factor-codes-title = Codes de secours
people-factor-codes-text = Chacun sert une fois, si le téléphone est perdu. Notez-les maintenant : ils ne seront plus montrés.
people-factor-codes-kept = C’est noté
people-factor-administrators = Administrateurs
people-factor-required = Le lieu exige un second facteur de ses administrateurs. Sans lui, leur rôle attend.
people-factor-optional = Le second facteur est au choix de chacun.
people-factor-require = L’exiger des administrateurs
people-factor-require-no-more = Ne plus l’exiger
people-factor-requirement-kept = C’est enregistré.
people-factor-awaited = Votre rôle d’administrateur attend un second facteur.
people-refused-code-wrong = Ce code n’est pas le bon, ou il a déjà servi. Attendez le suivant.
people-refused-code-late = La connexion a trop attendu. Recommencez.
people-refused-factor-missing = Il n’y a pas de second facteur à confirmer.
people-refused-factor-there = Un second facteur est déjà activé.
people-refused-factor-oneself-first = Activez d’abord le vôtre : sinon plus personne n’administrerait le lieu.
activity-account-factor-set = a activé le second facteur
activity-account-factor-removed = a retiré le second facteur
activity-account-factor-required = a changé ce que le lieu exige de ses administrateurs

## Passkeys
people-passkeys = Passkeys
people-passkeys-lead = Une passkey (clé d’accès numérique) est gardée par votre téléphone, votre ordinateur ou une clé USB. Elle vous laisse entrer d’un doigt, d’un regard ou d’un code de l’appareil, sans mot de passe, et sert de second facteur. Aucun site imité ne peut vous la prendre.
people-passkey-add = Ajouter une passkey
people-passkey-name = Nom de la passkey
people-passkey-name-hint = Pour la reconnaître : l’appareil qui la garde.
people-passkey-added = La passkey est ajoutée.
people-passkey-renamed = La passkey est renommée.
people-passkey-removed = La passkey est retirée, vos autres appareils sont déconnectés.
people-passkey-added-when = Ajoutée { $when }
people-passkey-used-when = utilisée { $when }
people-passkey-never-used = pas encore utilisée
people-passkey-copied-by-maker = synchronisée
people-passkey-change = Modifier
people-passkey-change-of = Modifier la passkey « { $name } »
people-passkey-rename = Renommer
people-passkey-remove = Retirer la passkey
people-passkey-remove-text = Elle n’ouvrira plus votre compte et vos autres appareils seront déconnectés. Supprimez-la ensuite de l’appareil qui la garde.
people-passkey-use = Entrer avec une passkey
people-passkey-given-up = Rien n’a été confirmé. Recommencez quand vous voulez.
people-passkey-failed = Cela n’a pas marché. Rechargez la page et recommencez, ou entrez autrement.
people-passkey-impossible = Ajouter une passkey demande un navigateur récent, avec JavaScript, à l’adresse { $address }
people-passkey-no-site = Les passkeys demandent que ce lieu soit ouvert par un nom et en https.
people-code-recovery = Code de secours
people-code-hint-recovery = L’un de vos codes de secours.
people-code-text-passkey = Confirmez avec votre passkey, ou tapez un code de secours.
people-code-text-both = Confirmez avec votre passkey, ou tapez les six chiffres de votre application.
people-factor-application = Application de codes
people-refused-passkey-wrong = Cette passkey n’a pas pu être vérifiée. Recommencez, ou entrez autrement.
people-refused-passkey-copied = Cette passkey paraît avoir été copiée : elle n’ouvre plus. Entrez autrement, puis retirez-la.
people-refused-passkey-there = Cet appareil garde déjà une passkey pour ce lieu.
people-refused-passkey-too-many = Vingt passkeys suffisent : retirez d’abord celles qui ne servent plus.
people-refused-passkey-sign-in-again = Par sécurité, donnez votre mot de passe, ou déconnectez-vous et entrez de nouveau.
people-refused-passkey-name-too-long = Le nom tient en soixante caractères, sur une ligne.
activity-account-passkey-added = a ajouté une passkey
activity-account-passkey-renamed = a renommé une passkey
activity-account-passkey-removed = a retiré une passkey
activity-account-passkey-refused = a présenté une passkey qui paraît copiée : elle a été refusée

# What is held about people.
people-holding-identity = Identité et coordonnées
people-holding-identity-purpose = Savoir qui fréquente le lieu et pouvoir le joindre
people-holding-membership = Adhésions
people-holding-membership-purpose = Savoir qui est membre et depuis quand ; compter les membres
people-holding-access = Comptes et connexions
people-holding-access-purpose = Laisser entrer la bonne personne et repérer les autres : adresse réseau et navigateur de chaque connexion
people-holding-roles = Droits donnés
people-holding-roles-purpose = Savoir qui peut faire quoi, et qui l’a permis
activity-person-merged = Deux fiches réunies en une : { $name }
activity-organisation-merged = Deux fiches réunies en une : { $name }
people-data-link = Mes données personnelles
activity-member-stays = reste membre
