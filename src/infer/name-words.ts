/** Words around names that are not names: titles, degrees, offices, roles, organisations. Without their dots. Pure. */
import { vocabularyOf } from '../model/vocabulary.ts'
import type { nameWordLists } from './lists/name-words.ts'
import { type WordList, wordsOfList } from './word-lists.ts'

const lists = vocabularyOf<typeof nameWordLists>('nameWords')

/** Before a name. */
export const titles: WordList = wordsOfList(() => lists().titles)

/** After a name, behind a comma or without one; before it too, where somebody writes them there. */
export const suffixes: WordList = wordsOfList(() => lists().suffixes)

/**
 * What is called by one of these is an organisation, a desk, a room or a group, and nobody by name. In the languages that
 * mail comes in; the words of their laws among them.
 */
export const roleWords: WordList = wordsOfList(() => lists().roleWords)

/** Ends of names of firms, desks and offices in scripts without blanks. */
export const caselessRole =
  /株式会社|有限会社|合同会社|公司|集团|集團|银行|銀行|大学|大學|中心|客服|服务|服務|事務局|事务所|事務所|窓口|担当|サポート|センター|カスタマー|チーム|総務|営業|경리|회사|고객|센터|은행|대학교|지원팀|영업부|인사팀|主任室|编辑部|編集部|[部課係室局科]$/

/** Germanic languages write what an organisation is in one word with what it is about. */
export const compoundRole =
  /^\p{L}{3,}(?:praxis|kanzlei|erei|verein|verband|schule|werke|gesellschaft|abteilung|büro|zentrum|dienst|tjänst|tjeneste|service|palvelu|avdelning|avdeling|stelle|versicherung|handel|handlung|technik|vereniging|bedrijf|winkel|centrum|förening|förbund|skola|bolag|kontor|forening|skole|selskab|selskap|amt|ämter)$/iu

/** Between the names of two, or of a firm's owners. */
export const joiners: WordList = wordsOfList(() => lists().joiners)

/** Of a family name, before it; those of one tradition may be another's name. */
export const particles: WordList = wordsOfList(() => lists().particles)

/** Those that stand in small letters wherever a whole name is mended. */
export const smallParticles: WordList = wordsOfList(() => lists().smallParticles)

/** Given names that hardly ever stand alone: the next word belongs to them. */
export const boundGivenNames: WordList = wordsOfList(() => lists().boundGivenNames)

/** Given names that are shortened where everybody bears them: which one somebody goes by, the name does not tell. */
export const sharedGivenNames: WordList = wordsOfList(() => lists().sharedGivenNames)

/** Places that are called like people: in brackets behind a name they are where somebody works. */
export const placesLikePeople: WordList = wordsOfList(() => lists().placesLikePeople)
