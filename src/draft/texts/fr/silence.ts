/** Le début d’un message après un silence, court ou long. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Silence =
  | 'topic'
  | 'topic_later'
  | 'topic_long'
  | 'since'
  | 'long'
  | 'of_two'
  | 'plain'
  | 'in_copy'
  | 'second_door'
  | 'soon'
  | 'hello'

const nouvelles = {
  informal: ['Des nouvelles ?', 'Comment vas-tu ?', 'Quoi de neuf ?'],
  formal: ['Prise de nouvelles', 'Rester en contact', 'Comment allez-vous ?'],
} as const

export const frenchSilence: Readonly<Record<Extract<FamilyName, Silence>, Family>> = {
  topic: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: openingWith(
      [
        'Où en est {topic} ?',
        'Des nouvelles pour {topic} ?',
        'Comment avance {topic} ?',
        'Je me demandais où en était {topic}.',
        'Ça avance, {topic} ?',
        'Je voulais te demander où en est {topic}.',
        'Quelles nouvelles pour {topic} ?',
      ],
      ['Je me demandais où en est {topic}.'],
    ),
    asks: 'after_topic',
  },
  topic_later: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: openingWith(
      [
        'Qu’a donné {topic}, finalement ?',
        'Ça fait un moment ! Où en est {topic} ?',
        'Je me demandais ce qu’avait donné {topic}.',
        'Comment ça s’est passé, {topic} ?',
        'Je n’ai jamais su ce qu’avait donné {topic}.',
        'Comment a évolué {topic} ?',
        'Ça fait un moment que je veux te demander où en est {topic}.',
      ],
      ['{SinceBare} remonte à {month}.'],
    ),
    asks: 'after_topic',
  },
  topic_long: {
    subjects: { informal: ['{Title}', 'Ça fait longtemps !'], formal: ['Reprendre contact'] },
    openings: openingWith(
      [
        'Ça fait {duration} depuis {sinceBare}, déjà !',
        '{SinceBare} remonte à {month}, le temps file !',
        'Je n’en reviens pas : {sinceBare} remonte à {month}.',
        'Je t’écris sans prévenir, je sais – {sinceBare} remonte à {month}.',
        'Je viens de réaliser que {sinceBare} remonte à {month}.',
        'Déjà {duration} depuis {sinceBare} !',
        'Le temps passe vite : {sinceBare} remonte à {month}.',
      ],
      ['{SinceBare} remonte à {month}.'],
    ),
    asks: 'outcome',
  },
  since: {
    subjects: nouvelles,
    openings: openingWith(
      [
        'Comment vas-tu depuis {sinceIt} ?',
        'Quoi de neuf depuis {sinceIt} ?',
        'On ne s’est pas parlé {sinceMonth}, et j’aimerais bien y remédier.',
        'Ça fait trop longtemps, depuis {sinceIt}.',
        'Je viens de me rendre compte qu’on ne s’est pas parlé {sinceMonth}.',
        'Déjà {longer} depuis {sinceIt} !',
        'On ne s’est pas donné de nouvelles {sinceMonth}, c’est trop long.',
        'Je crois bien qu’on ne s’est pas parlé {sinceMonth}.',
        'On ne s’est pas parlé depuis {fewWeeks}, alors je t’écris.',
        'Ça fait un moment !',
        'Ça fait un moment que je voulais t’écrire.',
        'Ça fait trop longtemps qu’on ne s’est pas parlé.',
        'Il était temps que je t’écrive.',
        'Ça faisait longtemps, alors je prends de tes nouvelles.',
        'Je voulais prendre de tes nouvelles.',
        'Ça fait un moment que je n’ai pas donné signe de vie.',
      ],
      [
        'Comment allez-vous depuis {sinceIt} ?',
        'J’espère que tout va bien pour vous depuis {sinceIt}.',
        'Nous n’avons pas échangé {sinceMonth}, et j’aimerais y remédier.',
        '{SinceIt} remonte déjà à {month}.',
        'Je me suis rendu compte que nous n’avions pas échangé {sinceMonth}.',
        'Voilà déjà {longer} depuis {sinceIt}.',
        'Comme nous n’avons pas échangé {sinceMonth}, je souhaitais vous écrire.',
        'Nous ne nous sommes pas parlé {sinceMonth}, me semble-t-il.',
        'Nous n’avons pas échangé depuis {fewWeeks}, et je souhaitais vous faire signe.',
        'Cela fait un moment que je souhaitais vous écrire.',
        'Cela fait un moment que nous n’avons pas échangé.',
        'Je souhaitais prendre de vos nouvelles.',
        'J’aimerais rester en contact avec vous.',
        'Il me semblait qu’il était temps de vous écrire.',
      ],
    ),
    asks: 'catch_up',
  },
  long: {
    subjects: {
      informal: ['Ça fait longtemps !', 'Comment vas-tu ?', 'Quoi de neuf ?', 'Des nouvelles ?'],
      formal: ['Reprendre contact', 'Après un long silence', 'Comment allez-vous ?'],
    },
    openings: openingWith(
      [
        'Ça fait {duration} qu’on ne s’est pas donné de nouvelles, c’est bien trop long.',
        'Je n’en reviens pas : {sinceBare} remonte à {month}.',
        'Je t’écris sans prévenir, je sais – {sinceBare} remonte à {month}.',
        'Le temps file ! {SinceBare} remonte à {month}.',
        'Déjà {duration} depuis {sinceBare} !',
        'Je viens de réaliser qu’on ne s’est pas parlé depuis {duration}.',
        'On ne s’est pas parlé depuis {duration}, et j’aimerais bien y remédier.',
      ],
      [
        'Cela fait {duration} que nous n’avons pas échangé.',
        '{SinceBare} remonte à {month}, et j’aimerais reprendre contact.',
        'Je me suis rendu compte que {sinceBare} remonte à {month}.',
        'Nous n’avons pas échangé depuis {duration}, et j’aimerais y remédier.',
        'Voilà déjà {duration} depuis {sinceBare}.',
        'Après {duration}, je souhaitais reprendre contact avec vous.',
        'Je souhaitais vous écrire depuis longtemps ; {sinceBare} remonte à {month}.',
      ],
    ),
    asks: 'catch_up',
  },
  of_two: {
    subjects: nouvelles,
    openings: openingWith(
      [
        '{Seen}, mais ça fait un moment qu’on ne s’est pas parlé tous les deux.',
        '{Seen}, mais on n’a pas vraiment eu le temps de se parler.',
        '{Seen}, mais je ne sais même pas comment tu vas.',
        '{Seen}, et je me suis dit qu’on ne s’était pas parlé depuis un moment.',
        'Ça fait un moment qu’on ne s’est pas parlé tous les deux.',
        'Je viens de me rendre compte qu’on ne s’est pas vraiment parlé depuis longtemps.',
        'Ce serait bien de se reparler tranquillement.',
        'Ça fait un moment que je voulais prendre de tes nouvelles.',
      ],
      [
        'Cela fait un moment que nous n’avons pas échangé directement.',
        'Je me suis rendu compte que nous n’avions pas échangé directement depuis longtemps.',
        'J’aimerais échanger de nouveau directement avec vous.',
        'Nous n’avons guère eu l’occasion d’échanger ces derniers temps.',
        'Cela fait un moment que je souhaitais prendre de vos nouvelles.',
        'Nous n’avons pas vraiment pu nous parler ces derniers temps.',
        'Voilà un certain temps que nous n’avons pas échangé de vive voix.',
      ],
    ),
    asks: 'catch_up',
  },
  plain: {
    subjects: nouvelles,
    openings: openingWith(
      [
        'Ça fait trop longtemps qu’on ne s’est pas parlé.',
        'Ça fait un moment que je voulais prendre de tes nouvelles.',
        'Il était temps que je t’écrive.',
        'Ça fait un moment !',
        'Je me suis rendu compte qu’on ne s’était pas parlé depuis longtemps.',
        'Je sais, ça fait longtemps.',
        'Ça fait un moment que je n’ai pas donné signe de vie.',
      ],
      [
        'Cela fait un moment que nous n’avons pas échangé.',
        'Cela fait un moment que je souhaitais prendre de vos nouvelles.',
        'Je me suis rendu compte que nous n’avions pas échangé depuis longtemps.',
        'J’aimerais rester en contact avec vous.',
        'Je vous écris pour prendre de vos nouvelles.',
        'Nos derniers échanges remontent à un certain temps.',
        'Il était temps que je vous écrive de nouveau.',
      ],
    ),
    asks: 'catch_up',
  },
  soon: {
    subjects: {
      informal: ['Un petit mot', 'Des nouvelles ?', 'Quoi de neuf ?'],
      formal: ['Prise de nouvelles', 'Un petit mot'],
    },
    openings: openingWith(
      [
        'Comment vas-tu depuis {sinceIt} ?',
        'J’espère que tout va bien depuis {sinceIt}.',
        'Quoi de neuf depuis {sinceIt} ?',
        'On ne s’est pas parlé depuis {fewWeeks}, alors je te fais signe.',
        'Un petit coucou, ça fait {fewWeeks} qu’on ne s’est pas parlé.',
        'Juste un petit coucou.',
        'Un petit mot en passant.',
        'Je pensais à toi.',
        'Je voulais te faire un petit signe.',
        'Je t’écris juste pour prendre de tes nouvelles.',
        'Un petit message en passant.',
      ],
      [
        'Comment allez-vous depuis {sinceIt} ?',
        'J’espère que tout va bien pour vous depuis {sinceIt}.',
        'J’espère que vous allez bien depuis {sinceIt}.',
        'Nous n’avons pas échangé depuis {fewWeeks}, et je souhaitais vous faire signe.',
        'Je souhaitais vous adresser un court message.',
        'Je prends un instant pour vous écrire.',
        'Je voulais simplement vous faire signe.',
        'Je vous écris simplement pour prendre de vos nouvelles.',
        'Juste un mot de ma part.',
        'Un court message pour garder le contact.',
        'J’aimerais rester en contact avec vous.',
      ],
    ),
    asks: 'news',
  },
  in_copy: {
    subjects: {
      informal: ['Un petit mot', 'Comment vas-tu ?', 'Quoi de neuf ?'],
      formal: ['Un petit mot', 'Prise de nouvelles'],
    },
    openings: openingWith(
      [
        'On se croise souvent en copie, alors je t’écris directement pour une fois.',
        'On s’écrit surtout en copie, et j’avais envie de te dire bonjour.',
        'On est souvent dans les mêmes e-mails, alors je voulais te saluer directement.',
        'Pour une fois, je t’écris directement et pas seulement en copie.',
        'On est dans plusieurs e-mails ensemble, et je voulais te dire bonjour.',
        'D’habitude on ne se lit qu’en copie, alors voici un vrai bonjour.',
        'Nos noms se croisent souvent dans les e-mails de groupe, alors bonjour !',
      ],
      [
        'Nous sommes souvent en copie des mêmes messages, et je tenais à vous écrire directement.',
        'Comme nous échangeons surtout en copie, je voulais vous saluer directement.',
        'Pour une fois, je vous écris directement et non en copie.',
        'Nous avons été plusieurs fois en copie ensemble, et je voulais vous saluer.',
        'Je me permets de vous écrire directement, pour une fois.',
        'Jusqu’ici nous échangeons surtout par e-mails de groupe, aussi je vous écris directement.',
        'Je tenais à vous écrire directement, puisque nous ne nous lisons qu’en copie.',
      ],
    ),
    asks: 'news',
  },
  second_door: {
    subjects: {
      informal: ['Un petit appel ?', 'On s’appelle ?'],
      formal: ['Un bref appel ?', 'Un échange par téléphone ?'],
    },
    openings: openingWith(
      [
        'Tu aurais dix minutes pour un petit appel un de ces jours ?',
        'Ça te dirait qu’on s’appelle un de ces jours ?',
        'On s’appelle ce mois-ci ?',
        'Je peux t’appeler un de ces jours ?',
        'Un petit appel, ça te dirait ?',
        'Tu serais dispo pour un petit appel prochainement ?',
        'Quand est-ce que je pourrais t’appeler ?',
      ],
      [
        'Auriez-vous quelques minutes pour un bref appel ces prochains jours ?',
        'Un bref appel vous conviendrait-il ce mois-ci ?',
        'Pourrais-je vous appeler quelques minutes un de ces jours ?',
        'Seriez-vous disponible pour un court appel prochainement ?',
        'Quand pourrais-je vous appeler quelques minutes ?',
        'Je vous parlerais volontiers quelques minutes. Un appel vous conviendrait-il ?',
        'Pourrions-nous nous parler quelques minutes au téléphone ?',
      ],
    ),
    asks: 'second_door',
  },
  hello: {
    subjects: {
      informal: ['Un petit mot', 'Comment vas-tu ?', 'Quoi de neuf ?'],
      formal: ['Un petit mot', 'Prise de nouvelles'],
    },
    openings: openingWith(
      [
        'Juste un petit coucou.',
        'Un petit mot en passant.',
        'Je pensais à toi.',
        'Je voulais te faire un petit signe.',
        'Je t’écris juste pour prendre de tes nouvelles.',
        'Un petit message en passant.',
        'Ça fait un moment que je voulais t’écrire.',
      ],
      [
        'Je souhaitais vous adresser un court message.',
        'Juste un mot de ma part.',
        'J’aimerais rester en contact avec vous.',
        'Je prends un instant pour vous écrire.',
        'Je voulais simplement vous faire signe.',
        'Un court message pour garder le contact.',
        'Je vous écris simplement pour prendre de vos nouvelles.',
      ],
    ),
    asks: 'news',
  },
}
