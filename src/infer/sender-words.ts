/**
 * The words by which machines, publishers and desks name themselves: in the local part and the domain of an address, and in
 * a display name. General vocabulary in the languages of Europe, never the name of a sender. Pure.
 */
import { type PatternSource, vocabularyOf } from '../model/vocabulary.ts'
import type { senderPatterns, senderWordLists } from './lists/sender-words.ts'
import { patternOf, type WordList, wordsOfList } from './word-lists.ts'

const patterns = vocabularyOf<Readonly<Record<keyof typeof senderPatterns, PatternSource>>>('senderPatterns')

const words = vocabularyOf<typeof senderWordLists>('senderWords')

export const noReplyName = patternOf(() => patterns().noReplyName)

/** Whoever reports that a message was not delivered; Exchange in the cloud writes as a name with a long number. */
export const mailServerName = /^(mailer-daemon|mail-daemon|mdaemon|postmaster|microsoftexchange[\da-f]{32})$/

/** What nobody answers as. */
export const automatedName = patternOf(() => patterns().automatedName)

/**
 * Accounts under which programs run on a host, and what sites and devices write as. People bear such names too, but then not
 * as the whole of a local part.
 */
export const serviceAccount = patternOf(() => patterns().serviceAccount)

/** What a person may answer as, and mostly a system writes as. */
export const transactionName = patternOf(() => patterns().transactionName)

export const publisherName = patternOf(() => patterns().publisherName)

export const roleName = patternOf(() => patterns().roleName)

/** A host that takes no answers for anybody: `cy@noreply.forge.example`. */
export const noReplyHost = /^(?:users?[._-])?(?:no-?repl(?:y|ies)|do-?not-?reply|bounces?|unattended)$/

/** Of a domain below the organisation's own: what large senders keep for mail that nobody types. */
export const bulkSubdomain = patternOf(() => patterns().bulkSubdomain)

export const bulkDomain =
  /newsletter|e-?blast|e-?mailing|bulkmail|e-?news|mailout|massmail|listserv|sendmail|mailinglist/

/** What only a machine is called. `words` are `wordsOf` the name. */
export const isAutomatedName = (name: string, words: readonly string[]): boolean =>
  words.some((word) => automatedWords.has(word)) || automatedPhrase.test(name)

const automatedWords: WordList = wordsOfList(() => words().automatedWords)

const automatedPhrase =
  /\b(?:no.reply|mailer.daemon|mail delivery|mailing list|auto.reply|auto\w{4,}er|mail-gateway)\b|tracking system|e-newsletter/i

/** A house or a desk, and no given name. `words` are `wordsOf` the name. */
export const isOrganisationName = (name: string, words: readonly string[]): boolean =>
  words.some((word) => organisationWords.has(word)) || organisationPhrase.test(name)

const organisationWords: WordList = wordsOfList(() => words().organisationWords)

const organisationPhrase = /\.(?:com|net|org|io)\b|\bhelp desk\b|^(?:the|from|via) | (?:at|from) /i
