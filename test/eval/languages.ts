/** The language of subjects: how many are told, and how many of those wrongly. Made-up subjects of each language, and of none. */
import { languageOfSubject } from '../../src/infer/language.ts'
import { columns, type Measured, rounded, share } from './measured.ts'
import { subjects } from './subjects.ts'

export const judgeLanguages = async (): Promise<Measured> => {
  const judged = Object.entries(subjects).flatMap(([code, all]) =>
    all.map((subject) => ({ code, subject, told: languageOfSubject(subject) })),
  )
  const told = judged.filter((each) => each.told !== null)
  const wrong = told.filter((each) => each.told !== each.code)
  const written = judged.filter(({ code }) => code !== 'none')
  const rows = Object.keys(subjects).map((code) => {
    const of = judged.filter((each) => each.code === code)
    const right = of.filter((each) => each.told === code).length
    const mistaken = of.filter((each) => each.told !== null && each.told !== code).length
    return [code, `${of.length}`, `${right}`, `${mistaken}`]
  })
  return {
    figures: [
      {
        name: 'subjects: wrong of those told',
        value: rounded(wrong.length / told.length),
        unit: 'share',
        target: 0.02,
        better: 'lower',
      },
      share(
        'subjects: told rightly, of those in a language',
        written.filter((each) => each.told === each.code).length / written.length,
      ),
    ],
    table: [
      columns([['language', 'subjects', 'told rightly', 'wrongly'], ...rows]),
      ...wrong.map(({ code, subject, told: taken }) => `  taken for ${taken}: ${subject} (${code})`),
    ].join('\n'),
  }
}
