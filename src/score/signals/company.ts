/** How two people are in touch: meetings against letters, and between the two alone against in company. Pure. */
import type { Interaction } from '../../model/interaction.ts'
import type { Instant } from '../../model/time.ts'

export interface Company {
  readonly messages: number
  readonly meetings: number
  /** Of both, those with nobody else on them. */
  readonly alone: number
}

export const companyOf = (history: readonly Pick<Interaction, 'kind' | 'at' | 'size'>[], since: Instant): Company => {
  const direct = history.filter(({ kind, at }) => kind !== 'seen' && at >= since)
  const meetings = direct.filter(({ kind }) => kind === 'met').length
  return { messages: direct.length - meetings, meetings, alone: direct.filter(({ size }) => size === 1).length }
}
