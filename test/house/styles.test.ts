/** The parts of the stylesheet: all of them are in it, and one of them alone names colours. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'

const folder = join(import.meta.dirname, '../../src/http/styles')
const whole = 'app.css'
const parts = readdirSync(folder).filter((name) => name.endsWith('.css') && name !== whole)
const read = (name: string): string => readFileSync(join(folder, name), 'utf8')

describe('the stylesheet', () => {
  test('is put together of all its parts, each once', () => {
    const imported = [...read(whole).matchAll(/@import "\.\/([\w-]+\.css)"/g)].map(([, name]) => name)
    expect(imported.toSorted()).toEqual(parts.toSorted())
  })

  test.each(parts.filter((name) => name !== 'tokens.css'))('%s writes no colour of its own', (name) => {
    const values = [...read(name).matchAll(/:\s([^;{}]+);/g)].map(([, value]) => value ?? '')
    expect(values.filter((value) => /#[0-9a-f]{3,8}\b|\b(?:rgb|hsl|oklch)a?\(/i.test(value))).toEqual([])
  })
})
