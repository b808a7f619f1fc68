/** Deutsch: „du“ in den beiden vertrauten Tönen, „Sie“ im förmlichen. */
import { vocabularyOf } from '../../../model/vocabulary.ts'
import type { Language, Sentences } from '../language.ts'
import { germanSlots, germanTime } from './time.ts'
import { germanTopics } from './topics.ts'

const sentences = vocabularyOf<Sentences>('german')

export const german: Language = {
  name: 'de',
  greetings: {
    warm: { named: 'Hallo {name},', full: 'Hallo {name},', titled: 'Hallo {name},', nameless: 'Hallo,' },
    brief: { named: 'Hallo {name},', full: 'Hallo {name},', titled: 'Hallo {name},', nameless: 'Hallo,' },
    formal: {
      named: 'Guten Tag {name},',
      full: 'Guten Tag {name},',
      titled: 'Guten Tag {name},',
      nameless: 'Guten Tag,',
    },
  },
  greeted: '{word} {name},',
  farewells: { warm: 'Liebe Grüße', brief: 'Viele Grüße', formal: 'Freundliche Grüße' },
  isLowAfterGreeting: true,
  tellsTerms: true,
  signsFullyIn: ['formal'],
  echoes: [
    /\bwie geht(?:’s| es)|wie läuft|ergangen|wie es (?:dir|Ihnen) geht|wie es .*läuft/i,
    /\bzu hören|\bhören\b|gehört\b/i,
    /Neuigkeiten|Neues\b|\bneu(?:e|en)? Adresse/i,
    /\bdanke\b|\bDank\b/i,
    /\bgefreut\b|\bfreue\b|\bfreuen\b/i,
    /\bmelde\w*|gemeldet/i,
    /\bin Kontakt\b/i,
    /in Ruhe/i,
    /\bvergessen\b/i,
    /Austausch|austausch|ausgetauscht/i,
    /\bgern in\b|Gespräch/i,
    /\bKaffee|mittagessen/i,
    /\btelefoni|Telefon/i,
    /\blange\b.*\bZeit vergehen|wie die Zeit/i,
    /geantwortet|Antwort\b.*\bAntwort/i,
    /\bschrei?b/i,
    /\bwas (?:du|machst du|treibst du)|was du/i,
    /\bgespannt\b/i,
    /\bgefällt\b/i,
    /\bStart\b|angekommen/i,
    /aufgefallen|\bfrag/i,
    /\bseitdem\b/i,
    /\bSagen Sie|sag(?:t|en)? /,
    /\bbegegnet|bekannt/i,
    /\bgesprochen|sprechen|reden|geredet/i,
    /Geduld/i,
    /\bunter.*Adresse|Adresse\b.*\?.*Adresse/i,
    /weiterging|weiter\b/i,
  ],
  minWords: { warm: 11, brief: 7, formal: 11 },
  offers: /telefon|Kaffee|Gespräch gern fortsetzen|kurz mit Ihnen austauschen|weiterzumachen|Zeit für/i,
  offersInPerson: /Kaffee/i,
  thanks: /\bdank/i,
  slots: germanSlots,
  topics: germanTopics,
  time: germanTime,
  get families() {
    return sentences().families
  },
  get asks() {
    return sentences().asks
  },
}
