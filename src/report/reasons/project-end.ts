/** The end of a project: a word of thanks to those who carried it, within two weeks. Pure. */
import type { ReasonRule } from '../candidate.ts'

export const projectEndReason: ReasonRule = {
  kind: 'project_end',

  mayHold: ({ person, health }, { projectEnds }) => health.silenceDays !== null && projectEnds.has(person.id),

  find({ person }, _history, { projectEnds }) {
    const project = projectEnds.get(person.id)
    if (project === undefined) return null
    return {
      reason: { kind: 'project_end', ...project },
      // A thank-you is worth most while the work is fresh.
      change: 1,
      quality: 0.8,
    }
  },
}
