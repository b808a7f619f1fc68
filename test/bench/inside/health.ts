/** The two things that are done to relationships by the thousand: adding an interaction, and asking how it stands. */
import { noRelationship, type Relationship, withInteraction } from '../../../src/model/relationship.ts'
import { DAY, type Instant, instantFromMilliseconds, later } from '../../../src/model/time.ts'
import { healthOf } from '../../../src/score/health.ts'
import { usualPace } from '../../pace.ts'
import { type Trial, today } from './trial.ts'

const now = instantFromMilliseconds(today)
const kinds = ['sent', 'received', 'met', 'seen'] as const

/** Interactions over five years, as pages bring them: newest first, of many people. */
const interactionsOf = (people: number, each: number) =>
  Array.from({ length: people * each }, (_, index) => ({
    person: index % people,
    kind: kinds[(index * 7) % 9] ?? 'received',
    at: later(now, -Math.floor(((index / people) * 1826) / each) * DAY - (index % 86_400)) as Instant,
  }))

let relationships: Relationship[] = []

const updates: Trial = async (_env, question) => {
  const each = Number(question)
  const interactions = interactionsOf(1000, each)
  relationships = Array.from({ length: 1000 }, () => noRelationship)
  return { prepared: interactions.length }
}

const updateAll: Trial = async (_env, question) => {
  for (const { person, ...interaction } of interactionsOf(1000, Number(question))) {
    relationships[person] = withInteraction(relationships[person] ?? noRelationship, interaction)
  }
  return {}
}

/** The same without the update: what making the interactions costs. */
const makeAll: Trial = async (_env, question) => {
  let sum = 0
  for (const { person, at } of interactionsOf(1000, Number(question))) sum += person + at
  return { sum }
}

const scoreAll: Trial = async (_env, question) => {
  let sum = 0
  for (let round = 0; round < Number(question); round += 1) {
    for (const relationship of relationships) sum += healthOf(relationship, later(now, round), usualPace).health
  }
  return { sum }
}

export const health: Readonly<Record<string, Trial>> = { prepareHealth: updates, updateAll, makeAll, scoreAll }
