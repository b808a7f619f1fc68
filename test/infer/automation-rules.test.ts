import { expect, test } from 'vitest'
import { decisiveRules, personRules, weighedRules } from '../../src/infer/automation-rules.ts'
import { automationCodes, decisiveStrength } from '../../src/model/automation.ts'

test('every code has one rule, but for the reason of which nothing is known', () => {
  const codes = [...decisiveRules, ...weighedRules].map(({ code }) => code)
  expect(codes.toSorted()).toEqual(automationCodes.filter((code) => code !== 'other').toSorted())
})

test('rules stand in order of strength, and those of one weight in the order in which their codes are stored', () => {
  const rules = [...decisiveRules.map(({ code }) => ({ code, weight: decisiveStrength })), ...weighedRules]
  const places = rules.map(({ code, weight }) => ({ weight, number: automationCodes.indexOf(code) }))
  expect(places).toEqual(places.toSorted((a, b) => b.weight - a.weight || a.number - b.number))
})

test('no weight reaches what is decisive, and only a person’s own hand weighs below zero', () => {
  for (const { weight } of weighedRules) {
    expect(weight).toBeGreaterThan(0)
    expect(weight).toBeLessThan(decisiveStrength)
  }
  for (const { weight } of personRules) expect(weight).toBeLessThan(0)
})
