/** Français : « tu » dans les deux tons familiers, « vous » dans le ton formel. */
import { vocabularyOf } from '../../../model/vocabulary.ts'
import type { Language, Sentences } from '../language.ts'
import { frenchSlots, frenchTime } from './time.ts'
import { frenchTopics } from './topics.ts'

const sentences = vocabularyOf<Sentences>('french')

export const french: Language = {
  name: 'fr',
  greetings: {
    warm: { named: 'Bonjour {name},', full: 'Bonjour {name},', titled: 'Bonjour {name},', nameless: 'Bonjour,' },
    brief: { named: 'Bonjour {name},', full: 'Bonjour {name},', titled: 'Bonjour {name},', nameless: 'Bonjour,' },
    formal: { named: 'Bonjour {name},', full: 'Bonjour {name},', titled: 'Bonjour {name},', nameless: 'Bonjour,' },
  },
  greeted: '{word} {name},',
  farewells: { warm: 'À bientôt,', brief: 'À bientôt,', formal: 'Bien cordialement,' },
  isLowAfterGreeting: false,
  tellsTerms: true,
  signsFullyIn: [],
  echoes: [
    /nouvelles/i,
    /comment (?:vas|allez|tu vas|vous allez|ça va|se passe)|quoi de neuf|deviens/i,
    /plaisir/i,
    /merci|remercie/i,
    /en contact|le contact/i,
    /\bappel|coup de fil/i,
    /parl(?:é|er|ait)|reparler/i,
    /oublié/i,
    /pardon|excus/i,
    /échang/i,
    /longtemps|un moment\b/i,
    /présent|connai/i,
    /sympa/i,
    /discussion|conversation/i,
    /perd/i,
    /un mot|écri/i,
    /réponse\b/i,
  ],
  minWords: { warm: 9, brief: 6, formal: 10 },
  offers: /appel|café|téléphone|coup de fil|poursuivre la conversation|se reparler|un moment (?:pour|prochainement)/i,
  offersInPerson: /café/i,
  thanks: /merci|remercie/i,
  slots: frenchSlots,
  topics: frenchTopics,
  time: frenchTime,
  get families() {
    return sentences().families
  },
  get asks() {
    return sentences().asks
  },
}
