/**
 * Did a person write this message to someone, or is it automated? Headers alone decide, by rules in order of strength: one
 * decisive rule settles it, the weights of the others add up, and what only a person's own hand leaves (a reply within a
 * thread, a mail client) counts against them. A missing header never speaks: old mail, sent mail and Outlook's have few,
 * and each message is judged by the headers it has. Pure.
 */
import { type AutomationCode, type AutomationEvidence, decisiveStrength } from '../model/automation.ts'
import { type DecisiveRule, decisiveRules, personRules, type WeighedRule, weighedRules } from './automation-rules.ts'
import { type MessageHead, MessageView } from './message-view.ts'

export interface Classification {
  readonly human: boolean
  /** The strongest evidence that it is automated, or null where there is none. A human message may have some, but too little. */
  readonly evidence: AutomationEvidence | null
  /** A decisive rule held: no other evidence is needed. */
  readonly isCertain: boolean
  /** The weights for automation less those for a person; 0 where a decisive rule held. */
  readonly doubt: number
}

/** By everything its headers say. */
export const classifyMessage = (message: MessageHead): Classification => classifyBy(allRules, message)

/** The same of a message that came through a list and names its reader beside it: what lists leave on messages is ignored. */
export const classifyNamed = (message: MessageHead): Classification => classifyBy(rulesBesideLists, message)

/** The code of the first decisive rule that holds, or null. The user's own sent messages are asked for nothing more. */
export const decisiveCode = (message: MessageHead): AutomationCode | null => {
  const view = new MessageView(message)
  return decisiveRules.find(({ holds }) => holds(view))?.code ?? null
}

interface Rules {
  readonly decisive: readonly DecisiveRule[]
  readonly weighed: readonly WeighedRule[]
}

const allRules: Rules = { decisive: decisiveRules, weighed: weighedRules }

const rulesBesideLists: Rules = {
  decisive: decisiveRules.filter(({ isLeftByLists }) => isLeftByLists !== true),
  weighed: weighedRules.filter(({ isLeftByLists }) => isLeftByLists !== true),
}

const classifyBy = ({ decisive, weighed }: Rules, message: MessageHead): Classification => {
  const view = new MessageView(message)
  const settled = decisive.find(({ holds }) => holds(view))
  if (settled !== undefined) {
    const evidence = { code: settled.code, strength: decisiveStrength }
    return { human: false, evidence, isCertain: true, doubt: 0 }
  }
  let doubt = 0
  let strongest: WeighedRule | null = null
  for (const rule of weighed) {
    if (!rule.holds(view)) continue
    doubt += rule.weight
    if (strongest === null || rule.weight > strongest.weight) strongest = rule
  }
  for (const { weight, holds } of personRules) if (holds(view)) doubt += weight
  const evidence = strongest === null ? null : { code: strongest.code, strength: strongest.weight }
  return { human: evidence === null || doubt < minAutomatedDoubt, evidence, isCertain: false, doubt }
}

/**
 * The least doubt that a message leaves, whatever the headers say that are not at hand. A missing header never speaks, so
 * other headers can only add to the doubt, or take away what all person rules together weigh. Infinite where a decisive
 * rule holds already. `isNamed`: what lists leave on messages is ignored.
 */
export const minDoubt = (message: MessageHead, isNamed: boolean): number => {
  const { decisive, weighed } = isNamed ? rulesBesideLists : allRules
  const view = new MessageView(message)
  if (decisive.some(({ holds }) => holds(view))) return Number.POSITIVE_INFINITY
  return weighed.reduce((sum, { weight, holds }) => sum + (holds(view) ? weight : 0), mostForPerson)
}

const mostForPerson = personRules.reduce((sum, { weight }) => sum + weight, 0)

/** From here on a message counts as automated. */
export const minAutomatedDoubt = 3
