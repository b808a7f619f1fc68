/** Le début d’un message quand quelque chose a changé, et quand deux personnes devraient se connaître. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Changes = 'company' | 'new_job' | 'address' | 'bounced' | 'years' | 'their_turn' | 'introduction'

const nouvelles = {
  informal: ['Des nouvelles ?', 'Comment vas-tu ?', 'Quoi de neuf ?'],
  formal: ['Prise de nouvelles', 'Rester en contact', 'Comment allez-vous ?'],
} as const

export const frenchChanges: Readonly<Record<Extract<FamilyName, Changes>, Family>> = {
  company: {
    subjects: nouvelles,
    openings: openingWith(
      [
        'Je vois que tu as maintenant une adresse chez {company}.',
        'Tu écris maintenant depuis une adresse {company}, on dirait.',
        'J’ai vu ta nouvelle adresse chez {company}.',
        'J’ai bien noté ta nouvelle adresse chez {company}.',
        'Je viens de voir ta nouvelle adresse chez {company}.',
        'Tes mails viennent maintenant de {company}.',
        'J’ai remarqué ta nouvelle adresse chez {company}.',
      ],
      [
        'Je vois que vous avez désormais une adresse chez {company}.',
        'J’ai bien noté votre nouvelle adresse chez {company}.',
        'J’ai vu que vous écrivez maintenant depuis {company}.',
        'Merci pour votre message depuis votre nouvelle adresse chez {company}.',
        'J’ai remarqué votre nouvelle adresse chez {company}.',
        'Vous écrivez désormais depuis une adresse {company}.',
        'J’ai enregistré votre nouvelle adresse chez {company}.',
      ],
    ),
    asks: 'company',
  },
  new_job: {
    subjects: {
      informal: ['Ce nouveau poste ?', 'Comment vas-tu ?'],
      formal: ['Prise de nouvelles', 'Comment allez-vous ?'],
    },
    openings: openingWith(
      [
        'Alors, ce nouveau poste ?',
        'Comment ça se passe, dans ton nouveau poste ?',
        'Ça te plaît, ton nouveau poste ?',
        'Je voulais savoir comment se passe ton nouveau poste.',
        'Comment se sont passés tes débuts dans ton nouveau poste ?',
        'Je me demandais comment ça se passait dans ton nouveau poste.',
        'Tu te plais dans ton nouveau poste ?',
      ],
      [
        'Comment se passent vos débuts dans votre nouveau poste ?',
        'Je souhaitais savoir comment se passe votre nouveau poste.',
        'J’espère que vos débuts dans votre nouveau poste se passent bien.',
        'Votre nouveau poste vous plaît-il ?',
        'Comment vous sentez-vous dans votre nouveau poste ?',
        'Je me demandais comment se passait votre nouveau poste.',
        'Je voulais prendre de vos nouvelles dans votre nouveau poste.',
      ],
    ),
    asks: 'new_job',
  },
  address: {
    subjects: nouvelles,
    openings: openingWith(
      [
        'Ta nouvelle adresse est bien notée, alors un petit coucou.',
        'Je vois que tu as une nouvelle adresse mail.',
        'J’ai bien noté ta nouvelle adresse mail.',
        'J’ai enregistré ta nouvelle adresse, je l’utilise tout de suite.',
        'Premier message à ta nouvelle adresse mail.',
        'J’ai mis à jour ton adresse de mon côté.',
        'Ta nouvelle adresse est enregistrée.',
      ],
      [
        'Je vois que vous avez une nouvelle adresse mail.',
        'J’ai bien noté votre nouvelle adresse mail.',
        'J’ai enregistré votre nouvelle adresse, que j’utiliserai désormais.',
        'Je vous écris à votre nouvelle adresse mail.',
        'Votre nouvelle adresse est bien notée.',
        'J’ai mis à jour votre adresse de mon côté.',
        'J’ai pris note de votre nouvelle adresse mail.',
      ],
    ),
    asks: 'news',
  },
  bounced: {
    subjects: {
      informal: ['Nouvelle adresse ?', 'Ton adresse mail', 'Mon mail est revenu'],
      formal: ['Votre adresse mail', 'Nouvelle adresse ?'],
    },
    openings: openingWith(
      [
        'Mon dernier mail m’est revenu. À quelle adresse puis-je t’écrire maintenant ?',
        'J’ai voulu t’écrire {bounced}, mais mon mail m’est revenu. Tu as une nouvelle adresse ?',
        'Je crois que j’ai une vieille adresse mail pour toi. C’est laquelle, la bonne ?',
        'L’adresse mail que j’ai pour toi n’a plus l’air de marcher. Tu m’envoies la nouvelle ?',
        'Un mail que je t’ai envoyé {bounced} n’est pas passé. Quelle est ta nouvelle adresse ?',
        'Ton ancienne adresse mail ne marche plus. Quelle est la bonne ?',
        'Je n’arrive plus à te joindre par mail. Tu as changé d’adresse ?',
      ],
      [
        'Mon dernier mail m’est revenu. À quelle adresse puis-je vous écrire ?',
        'J’ai voulu vous écrire {bounced}, mais le message m’est revenu. Avez-vous une nouvelle adresse ?',
        'Je crois avoir une ancienne adresse mail. Quelle est la bonne ?',
        'L’adresse mail dont je dispose ne semble plus fonctionner. Pourriez-vous m’envoyer la nouvelle ?',
        'Un message que je vous ai envoyé {bounced} n’est pas arrivé. Quelle adresse dois-je utiliser ?',
        'Votre adresse mail ne semble plus fonctionner. Quelle est la nouvelle ?',
        'Je n’arrive plus à vous joindre par mail. Avez-vous changé d’adresse ?',
      ],
    ),
    asks: 'bounced',
  },
  years: {
    subjects: { informal: ['{YearsBare} !'], formal: ['{YearsBare}'] },
    openings: openingWith(
      [
        'Ça fait {anniversary} qu’on s’est écrit pour la première fois – incroyable, non ?',
        'Je viens de réaliser que ça fait {anniversary} qu’on est en contact.',
        'Tu te rends compte que ça fait {anniversary} qu’on est en contact ?',
        'On s’est écrit pour la première fois {yearsAgo}, c’est fou.',
        'C’est fou, ça fait {anniversary} qu’on est en contact.',
        'Incroyable : ça fait {anniversary} qu’on est en contact.',
        'Déjà {anniversary} qu’on est en contact !',
      ],
      ['Cela fait {anniversary} que nous sommes en contact, et je m’en réjouis.'],
    ),
    asks: 'years',
  },
  their_turn: {
    subjects: {
      informal: ['Des nouvelles ?', 'Comment vas-tu ?', 'À mon tour'],
      formal: ['Prise de nouvelles', 'À mon tour'],
    },
    openings: openingWith(
      [
        'D’habitude, c’est toi qui écris en premier, alors cette fois c’est mon tour.',
        'Tu donnes des nouvelles bien mieux que moi, alors cette fois je commence.',
        'C’est presque toujours toi qui écris en premier, à mon tour !',
        'C’est souvent toi qui écris, alors cette fois je te devance.',
        'Pour une fois, c’est moi qui écris en premier.',
        'Je me suis dit que c’était mon tour d’écrire, c’est souvent toi.',
        'Cette fois, je prends les devants, d’habitude c’est toi.',
      ],
      [
        'C’est le plus souvent vous qui prenez contact, alors c’est mon tour.',
        'Merci de prendre si régulièrement contact ; cette fois, je voulais le faire.',
        'Vous êtes souvent à l’initiative de nos échanges, alors c’est à mon tour.',
        'Comme vous m’écrivez le plus souvent en premier, c’est à mon tour.',
        'Pour une fois, je voulais vous écrire en premier.',
        'J’apprécie que vous gardiez ainsi le contact ; cette fois, je voulais vous écrire en premier.',
        'Cette fois, je tenais à vous écrire en premier.',
      ],
    ),
    asks: 'catch_up',
  },
  introduction: {
    subjects: {
      informal: ['Une mise en relation ?', 'Un contact pour toi ?'],
      formal: ['Une mise en relation ?', 'Un contact pour vous ?'],
    },
    openings: openingWith(
      [
        'Tu connais {other} ? Vous êtes tous les deux dans le domaine {ground}{shared}.',
        'Tu as déjà parlé avec {other} ? Vous êtes tous les deux dans le domaine {ground}{shared}.',
        'Est-ce que vous vous connaissez, {other} et toi ? Vous êtes tous les deux dans le domaine {ground}.',
        'Est-ce que tu as déjà croisé {other} ? Vous êtes tous les deux dans le domaine {ground}{shared}.',
        'Tu es en contact avec {other} ? Vous êtes tous les deux dans le domaine {ground}{shared}.',
        'Le nom de {other} te dit quelque chose ? Vous êtes tous les deux dans le domaine {ground}{shared}.',
        'Vous vous êtes déjà parlé, {other} et toi ? Vous êtes tous les deux dans le domaine {ground}.',
      ],
      [
        'Connaissez-vous {other} ? Vous êtes tous les deux dans le domaine {ground}.',
        'Avez-vous déjà échangé avec {other} ? Vous êtes tous les deux dans le domaine {ground}.',
        'Vous connaissez-vous, {other} et vous ? Vous êtes tous les deux dans le domaine {ground}.',
        'Le nom de {other} vous dit-il quelque chose ? Vous êtes tous les deux dans le domaine {ground}.',
        'Êtes-vous en contact avec {other} ? Vous êtes tous les deux dans le domaine {ground}.',
        'Avez-vous déjà rencontré {other} ? Vous êtes tous les deux dans le domaine {ground}.',
        'Auriez-vous déjà croisé {other} ? Vous êtes tous les deux dans le domaine {ground}.',
      ],
    ),
    asks: 'introduce',
  },
}
