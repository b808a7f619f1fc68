import { describe, expect, test } from 'vitest'
import { languageOfSubject } from '../../src/infer/language.ts'

describe('the language of a subject', () => {
  test.each([
    ['en', 'Where did we leave the museum plans?'],
    ['de', 'Können wir den Termin auf Freitag verschieben?'],
    ['fr', 'On déjeune ensemble la semaine prochaine ?'],
    ['es', '¿Comemos juntos la semana que viene?'],
    ['it', 'Grazie per la telefonata di ieri'],
    ['pt', 'Obrigado pela nossa conversa'],
    ['nl', 'Bedankt voor het gesprek van gisteren'],
  ])('%s: %s', (code, subject) => {
    expect(languageOfSubject(subject)).toBe(code)
  })

  test('is that of its words, whatever a program put before them', () => {
    expect(languageOfSubject('AW: Where did we leave the museum plans?')).toBe('en')
    expect(languageOfSubject('[EXT] Re: Wie war dein Urlaub?')).toBe('de')
  })

  test.each([
    [''],
    ['Re:'],
    ['Openfields'],
    ['Kelp tariff review Hamburg'],
    ['Workshop'],
    ['Meeting Q3'],
    ['Tack för senast'],
    ['Dziękuję za wczoraj'],
    ['Спасибо за вчера'],
    ['来週の打ち合わせについて'],
    ['Gràcies per ahir'],
  ])('is not told of “%s”: too little to tell, or a language that is not told', (subject) => {
    expect(languageOfSubject(subject)).toBeNull()
  })

  test('of a very long subject only the beginning is read', () => {
    expect(
      languageOfSubject(`Wie war dein Urlaub in den Bergen? ${'the and of with '.repeat(10_000)}`),
    ).not.toBeUndefined()
  })
})
