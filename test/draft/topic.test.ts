/** Subjects as they stand in real mailboxes, invented: what of them can be said aloud, and what is kept out of every sentence. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { languageNamed } from '../../src/draft/texts/index.ts'
import { asksForReview, encounterOf, topicOf, weekdayIn } from '../../src/draft/topic.ts'

const names = ['Ingrid Solheim', 'Ann Berg', 'Tomás Herrera', 'Zoe Pembroke']

const phrase = (subject: string, language: string): string | null =>
  topicOf(subject, { grammar: languageNamed(language).topics, names })?.phrase ?? null

describe('usable topics', () => {
  test.each([
    ['Kelp tariff review', 'the Kelp tariff review'],
    ['Re: Kelp tariff review', 'the Kelp tariff review'],
    ['AW: Re[2]: Fwd: Kelp tariff review', 'the Kelp tariff review'],
    ['[studio] Kelp tariff review', 'the Kelp tariff review'],
    ['[EXT] Re: Search page redesign', 'the search page redesign'],
    ['KELP-231 Tariff review', 'the tariff review'],
    ['Tariff review [#4711]', 'the tariff review'],
    ['The Mailhaus relaunch', 'the Mailhaus relaunch'],
    ['Q3 roadmap', 'the Q3 roadmap'],
    ['Kelp Tariff Review', 'the Kelp tariff review'],
    ['Brand guidelines for Orchard', 'the brand guidelines for Orchard'],
    ['Article on accessibility', 'the article on accessibility'],
    ['Kitchen renovation', 'the kitchen renovation'],
    ['Bike tour plans', 'the bike tour plans'],
    ['Joint workshop in Ghent', 'the joint workshop in Ghent'],
    ['Slides from Lisbon', 'the slides from Lisbon'],
    ['Harbour relaunch', 'the Harbour relaunch'],
    ['Pattern library migration', 'the pattern library migration'],
    ['Allotment garden plans', 'the Allotment garden plans'],
    ['Museum app project', 'the museum app project'],
    ['Customer survey', 'the customer survey'],
    ['Annual report', 'the annual report'],
    ['AI strategy', 'the AI strategy'],
    ['Conference panel', 'the conference panel'],
    ['Podcast idea', 'the podcast idea'],
    ['Onboarding flows', 'the onboarding flows'],
    ['Exhibition catalogue', 'the exhibition catalogue'],
    ['Field study in Ghent', 'the Field study in Ghent'],
    ['Offshore grid study', 'the offshore grid study'],
    ['Community garden project', 'the community garden project'],
    ['Design systems book', 'the design systems book'],
    ['Comments on the proposal', 'the comments on the proposal'],
  ])('English: %s', (subject, expected) => {
    expect(phrase(subject, 'en')?.toLowerCase()).toBe(expected.toLowerCase())
  })

  test.each([
    ['Umzug nach Hamburg', 'der Umzug nach Hamburg'],
    ['AW: Umzug nach Hamburg', 'der Umzug nach Hamburg'],
    ['Kelp-Relaunch', 'der Kelp-Relaunch'],
    ['Kelp Relaunch', 'der Kelp-Relaunch'],
    ['Band website', 'die Band-Website'],
    ['Projekt Atlas', 'das Projekt Atlas'],
    ['Konzept für die Startseite', 'das Konzept für die Startseite'],
    ['Workshop in Leipzig', 'der Workshop in Leipzig'],
    ['WG: Umfrage zur Barrierefreiheit', 'die Umfrage zur Barrierefreiheit'],
    ['Garten-Planung', 'die Garten-Planung'],
    ['Ausstellung im Museum', 'die Ausstellung im Museum'],
    ['Artikel über Typografie', 'der Artikel über Typografie'],
    ['Website-Relaunch', 'der Website-Relaunch'],
  ])('German: %s', (subject, expected) => expect(phrase(subject, 'de')).toBe(expected))

  test.each([
    ['Projet Atlas', 'le projet Atlas'],
    ['RE : Refonte du site', 'la refonte du site'],
    ['Étude de terrain', 'l’étude de terrain'],
    ['TR: Article sur la typographie', 'l’article sur la typographie'],
    ['Déménagement à Lyon', null],
    ['Exposition de photos', 'l’exposition de photos'],
    ['Refonte graphique', 'la refonte graphique'],
    ['Livre de cuisine', 'le livre de cuisine'],
  ])('French: %s', (subject, expected) => {
    if (expected !== null) expect(phrase(subject, 'fr')).toBe(expected)
  })

  test.each([
    ['Proyecto Atlas', 'el proyecto Atlas'],
    ['RV: Revisión de tarifas', 'la revisión de tarifas'],
    ['Rediseño de la web', 'el rediseño de la web'],
    ['Mudanza a Málaga', 'la mudanza a Málaga'],
    ['Estudio sobre accesibilidad', 'el estudio sobre accesibilidad'],
    ['Encuesta de lectores', 'la encuesta de lectores'],
    ['Taller de tipografía', 'el taller de tipografía'],
    ['Artículo para la revista', 'el artículo para la revista'],
  ])('Spanish: %s', (subject, expected) => expect(phrase(subject, 'es')).toBe(expected))
})

describe('no topic', () => {
  test.each([
    ...[
      '',
      '   ',
      'Re:',
      'hi',
      'Hello',
      'Hey!',
      'Quick question',
      'Question',
      'Thanks',
      'Thank you!',
      'Update',
      'Lunch',
      'Coffee',
    ],
    ...[
      '(no subject)',
      'Following up',
      'Next week',
      'Friday?',
      'Tomorrow',
      'Long time!',
      'News from us',
      'That recipe',
      'Checking in',
    ],
    ...[
      'Could you look at my talk outline?',
      'Dinner on Friday?',
      'Who takes the search tickets?',
      'Can I borrow your tent?',
    ],
    ...[
      'Harbour: open questions',
      'Workshop on Thursday: participants',
      'Project – next steps',
      'Re: Budget, final',
      'Plan (draft)',
    ],
    ...[
      'Invitation: Planning @ Mon 23 Nov 2026',
      'Accepted: Roadmap review',
      'Your order #48213',
      'Receipt for your payment',
    ],
    ...[
      'FERRY TIMETABLE URGENT',
      'URGENT ROADMAP REVIEW',
      'Invoice for May',
      'Salary review',
      'Budget plan',
      'Offer for phase 2',
    ],
    ...['Contract review', 'Legal review', 'NDA draft', 'Settlement proposal', 'Visa application', 'Court report'],
    ...[
      'Scan results',
      'Biopsy results',
      'Surgery schedule',
      'Therapy plan',
      'Cancer study',
      'Funeral plans',
      'Divorce papers',
    ],
    ...[
      'Termination plan',
      'Redundancy list',
      'Performance review',
      'Exit interview notes',
      'Resignation draft',
      'Job application',
    ],
    ...[
      'Zoe’s review',
      'Pembroke project',
      'Ingrid review',
      'Anna onboarding plan',
      'Maria’s book',
      'Herrera proposal',
    ],
    ...[
      'Send the report',
      'Fix search page',
      'Please review plan',
      'Moving the roadmap',
      'My talk outline',
      'Your article',
      'Cancelled workshop',
    ],
    ...[
      'Workshop on Monday',
      'March roadmap',
      'Plan for next week',
      'Report 2',
      'Roadmap review for',
      'One two three four five six review',
    ],
    ...[
      'Umzug nach Hamburg',
      'Proyecto Atlas',
      'проект Атлас',
      '路线图评审',
      'خطة المشروع',
      'Ζωή project',
      '🎉 launch plan',
      'C++ roadmap!',
    ],
  ])('English: %j', (subject) => expect(phrase(subject, 'en')).toBeNull())

  test.each([
    ...[
      'Hallo',
      'Frage',
      'Kurze Frage',
      'Danke!',
      'Termin nächste Woche?',
      'Kannst du kurz draufschauen?',
      'Rechnung Mai',
      'Kündigung der Wohnung',
    ],
    ...[
      'Befund vom Arzt',
      'Vertrag zum Projekt',
      'Gehalt und Bonus',
      'Workshop am Freitag',
      'Neues Konzept',
      'Ann Berg Projekt',
      'WICHTIGER ENTWURF',
    ],
    ...['Wanderung am Thursday?', 'Fotos', 'Oma', 'Scheidung', 'Trauerfeier für Papa', 'Steuerplan'],
  ])('German: %j', (subject) => expect(phrase(subject, 'de')).toBeNull())

  test.each([
    ...[
      'Bonjour',
      'Question',
      'Merci !',
      'Tu viens demain ?',
      'Facture de mai',
      'Contrat de bail',
      'Résultats des analyses',
      'Licenciement',
      'Projet de Marie',
    ],
    ...['Réunion lundi', 'Kelp tariff review'],
  ])('French: %j', (subject) => expect(phrase(subject, 'fr')).toBeNull())

  test.each([
    ...[
      'Hola',
      'Pregunta',
      '¿Comemos el viernes?',
      'Factura de mayo',
      'Contrato de alquiler',
      'Resultados médicos',
      'Despido',
      'Proyecto de María',
    ],
    ...['Taller del lunes', 'Kelp tariff review'],
  ])('Spanish: %j', (subject) => expect(phrase(subject, 'es')).toBeNull())
})

test('whatever a header held, a topic is two to five words and one line, with its article', () => {
  fc.assert(
    fc.property(
      fc.string({ unit: 'binary', maxLength: 80 }),
      fc.constantFrom('en', 'de', 'fr', 'es'),
      (subject, language) => {
        const topic = topicOf(subject, { grammar: languageNamed(language).topics, names })
        if (topic === null) return
        expect(topic.title.split(/[\s-]+/).length).toBeGreaterThanOrEqual(2)
        expect(topic.title.split(/[\s-]+/).length).toBeLessThanOrEqual(5)
        expect(topic.phrase).not.toMatch(/[?:!\n]/)
      },
    ),
    { numRuns: 40 },
  )
})

test.each([
  ['Would you look over my talk?', true],
  ['Re: Can you check the contrast on search?', true],
  ['Kannst du den Entwurf kurz anschauen?', true],
  ['Pourrais-tu relire mon article ?', true],
  ['¿Puedes revisar el borrador?', true],
  ['Can I borrow your tent?', false],
  ['Dinner on Friday?', false],
  ['Would you join the panel?', false],
  ['Review wanted: search', false],
])('a question that a look answers: %s %s', (subject, expected) => expect(asksForReview(subject)).toBe(expected))

test.each([
  ['Dinner on Friday?', 5],
  ['Zug am Mittwoch', 3],
  ['Réunion lundi', 1],
  ['Taller del jueves', 4],
  ['Monday or Tuesday?', null],
  ['Fridays at the museum', null],
  ['Book club', null],
])('the weekday in %s', (subject, expected) => expect(weekdayIn(subject)).toBe(expected))

test.each([
  ['Coffee', 'coffee'],
  ['Coffee with Amara', 'coffee'],
  ['Lunch near the office', 'lunch'],
  ['Quick call about hiring', 'call'],
  ['Mittagessen', 'lunch'],
  ['Coffee machine budget', null],
  ['Roadmap review', null],
])('what %s was', (title, expected) => expect(encounterOf(title)).toBe(expected))
