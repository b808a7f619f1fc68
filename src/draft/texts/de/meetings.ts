/** Anfänge nach einem Treffen und nach einem ersten Austausch. */
import { type Family, type FamilyName, openingWith } from '../language.ts'

type Meeting = 'met_first' | 'met' | 'met_again' | 'wrote_first' | 'wrote_first_topic' | 'project_end'

export const germanMeetings: Readonly<Record<Extract<FamilyName, Meeting>, Family>> = {
  project_end: {
    subjects: { informal: ['Danke!', 'Danke dir'], formal: ['Vielen Dank', 'Danke'] },
    openings: openingWith(
      [
        'jetzt, wo es etwas ruhiger ist, wollte ich mich bei dir für {stretch} bedanken.',
        'ich wollte einfach mal danke sagen für {stretch}.',
        'bevor es untergeht: danke für {stretch}!',
        'danke für das ganze Hin und Her in {stretchIn}!',
        'vielen Dank für alles in {stretchIn}.',
        'die Zusammenarbeit in {stretchIn} hat mir richtig Spaß gemacht – danke!',
        'es ist ruhiger geworden, also: danke dir für {stretch}.',
      ],
      [
        'jetzt, wo es etwas ruhiger ist, möchte ich mich bei Ihnen für {stretch} bedanken.',
        'ich möchte Ihnen für die gute Zusammenarbeit in {stretchIn} danken.',
        'vielen Dank für alles in {stretchIn}.',
        'die Zusammenarbeit in {stretchIn} hat mir große Freude gemacht, dafür danke ich Ihnen.',
        'bevor es untergeht, möchte ich Ihnen für {stretch} danken.',
        'ich wollte mich noch einmal für {stretch} bei Ihnen bedanken.',
        'für Ihren Einsatz in {stretchIn} danke ich Ihnen sehr.',
      ],
    ),
    asks: 'news',
  },
  met_first: {
    subjects: {
      informal: ['Schön, dich kennenzulernen', 'In Kontakt bleiben', 'Unser Gespräch'],
      formal: ['Unser Gespräch', 'In Kontakt bleiben'],
    },
    openings: openingWith(
      [
        'schön, dass wir uns {met}{at} kennengelernt haben!',
        'es hat mich sehr gefreut, dich {met}{at} kennenzulernen.',
        'danke, dass du dir {met} die Zeit genommen hast.',
        'das war ein richtig gutes Gespräch {met} – danke dafür.',
        'hat mich gefreut, dass wir uns {met}{at} mal kennengelernt haben.',
        'vielen Dank für das gute Gespräch {met}.',
        'unser Gespräch {met} hat mir sehr gefallen.',
      ],
      [
        'vielen Dank, dass Sie sich {met} die Zeit genommen haben.',
        'es hat mich sehr gefreut, Sie {met}{at} kennenzulernen.',
        'vielen Dank für das gute Gespräch {met}.',
        'schön, dass wir uns {met}{at} kennengelernt haben.',
        'ich danke Ihnen für Ihre Zeit {met}.',
        'ich habe mich gefreut, dass wir uns {met}{at} kennenlernen konnten.',
        'unser Gespräch {met} hat mich sehr gefreut.',
      ],
    ),
    asks: 'met',
  },
  met: {
    subjects: {
      informal: ['Unser Gespräch', 'In Kontakt bleiben', 'Gutes Gespräch'],
      formal: ['Unser Gespräch', 'In Kontakt bleiben'],
    },
    openings: openingWith(
      [
        'schön, dass wir {met}{at} mal in Ruhe geredet haben.',
        'das war ein gutes Gespräch {met} – danke dafür.',
        'danke, dass du dir {met} die Zeit genommen hast.',
        'hat mich gefreut, {met}{at} mit dir zu reden.',
        'vielen Dank für das gute Gespräch {met}.',
        'unser Gespräch {met} hat mir gut gefallen.',
        'gut, dass es {met} mit uns geklappt hat.',
      ],
      [
        'vielen Dank, dass Sie sich {met} die Zeit genommen haben.',
        'vielen Dank für das gute Gespräch {met}.',
        'es hat mich gefreut, {met}{at} mit Ihnen zu sprechen.',
        'schön, dass wir {met}{at} Zeit für ein Gespräch gefunden haben.',
        'ich danke Ihnen für Ihre Zeit {met}.',
        'unser Gespräch {met} hat mich gefreut.',
        'ich habe mich gefreut, dass wir {met}{at} sprechen konnten.',
      ],
    ),
    asks: 'keep_up',
  },
  met_again: {
    subjects: {
      informal: ['Schön war’s', 'Bis zum nächsten Mal', 'Bald wieder?'],
      formal: ['Unser Gespräch', 'Bis zum nächsten Mal'],
    },
    openings: openingWith(
      [
        'schön, dass wir uns {met}{at} mal wieder gesprochen haben!',
        'hat mich sehr gefreut, {met}{at} mal wieder mit dir zu reden.',
        'danke, dass es {met} mal wieder geklappt hat.',
        'das war richtig schön {met}.',
        'es war schön, dass es {met}{at} mal wieder geklappt hat.',
        'es hat gutgetan, {met}{at} mal wieder mit dir zu reden.',
        'unser Gespräch {met} hat mich sehr gefreut.',
      ],
      [
        'vielen Dank, dass Sie sich {met} die Zeit genommen haben.',
        'es hat mich sehr gefreut, {met}{at} wieder einmal mit Ihnen zu sprechen.',
        'schön, dass wir uns {met}{at} nach längerer Zeit wieder gesprochen haben.',
        'vielen Dank für das gute Gespräch {met}.',
        'ich habe mich gefreut, {met}{at} wieder einmal mit Ihnen zu sprechen.',
        'ich danke Ihnen für Ihre Zeit {met}; es war schön, wieder einmal mit Ihnen zu sprechen.',
        'unser Gespräch {met} hat mich sehr gefreut.',
      ],
    ),
    asks: 'again',
  },
  wrote_first: {
    subjects: {
      informal: ['In Kontakt bleiben', 'Unser Austausch', 'Wie läuft’s?'],
      formal: ['Unser Austausch', 'In Kontakt bleiben'],
    },
    openings: openingWith(
      [
        'schön, dass wir {recently} in Kontakt gekommen sind.',
        'danke noch mal für den Austausch {recently}.',
        'hat mich gefreut, dass wir uns {recently} geschrieben haben.',
        'unser Austausch {recently} hat mich gefreut.',
        'schön, dass wir {recently} ins Gespräch gekommen sind.',
        'es war schön, {recently} von dir zu lesen.',
        'ich fand es schön, dass wir uns {recently} ausgetauscht haben.',
      ],
      [
        'vielen Dank noch einmal für Ihre Nachricht {recently}.',
        'es hat mich gefreut, {recently} von Ihnen zu hören.',
        'vielen Dank für den Austausch {recently}.',
        'schön, dass wir {recently} in Kontakt gekommen sind.',
        'unser Austausch {recently} hat mich gefreut.',
        'ich habe mich gefreut, {recently} von Ihnen zu lesen.',
        'danke noch einmal, dass Sie mir {recently} geschrieben haben.',
      ],
    ),
    asks: 'wrote',
  },
  wrote_first_topic: {
    subjects: { informal: ['{Title}'], formal: ['{Title}'] },
    openings: openingWith(
      [
        'schön, dass wir uns {recently} über {object} geschrieben haben.',
        'unser Austausch über {object} {recently} hat mich gefreut.',
        'wie läuft es mit {oblique}?',
        'danke noch mal für deine Mail zu {oblique} {recently}.',
        'ich fand unseren Austausch über {object} {recently} richtig gut.',
        'ich habe mich gefragt, wie es mit {oblique} weitergeht.',
        'was macht {topic}?',
      ],
      [
        'vielen Dank noch einmal für Ihre Nachricht zu {oblique} {recently}.',
        'unser Austausch über {object} {recently} hat mich gefreut.',
        'vielen Dank für den Austausch über {object} {recently}.',
        'es hat mich gefreut, {recently} zu {oblique} von Ihnen zu hören.',
        'schön, dass wir {recently} über {object} in Kontakt gekommen sind.',
        'ich habe mich über den Austausch zu {oblique} {recently} gefreut.',
        'danke noch einmal, dass Sie mir {recently} zu {oblique} geschrieben haben.',
      ],
    ),
    asks: 'wrote',
  },
}
