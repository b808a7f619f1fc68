/** What "Your data" says: the file with everything, people for other programs, and files that come in. Pure. */
import { counted, nouns, numberInWords } from './numbers.ts'

export const yourDataWords = {
  title: 'Your data',
  intro: 'Take it with you, or bring it back.',
  exportTitle: 'Export everything',
  exportHint:
    'One JSON file with your people, every date, your corrections, settings and past reports. It has no passwords or permissions in it, and no message text: there’s none to export.',
  exportOne: 'Export everything',
  exportJoined: 'Export everything as one file',
  exportPartsHint: 'There’s a lot, so it comes in parts. Each part is a file you can import again, in any order.',
  describePart: (number: number, of: number): string => `Part ${number} of ${of}`,
  describeJoining: (number: number, of: number): string => `Getting part ${number} of ${of}…`,
  joinFailed: 'That didn’t work. Please try again, or get the parts one by one.',
  schema: 'What’s in the file (JSON schema)',
  peopleTitle: 'People for other programs',
  csv: 'CSV, for a spreadsheet',
  vcard: 'vCard, for an address book',
  importTitle: 'Import a Perennial file',
  importHint:
    'Everything in the file is added to what’s here, and nothing is taken away. Import it twice and nothing changes.',
  file: 'File',
  takesSettings: 'Use the settings in the file, too',
  importIt: 'Import',
  resume: 'Go on',
  dismiss: 'OK',
  stop: 'Stop the import',
  noFile: 'Please choose a file first.',
  contactsTitle: 'Import names and birthdays',
  contactsHint:
    'From a vCard file, Google Contacts (CSV) or LinkedIn’s Connections.csv. It fills in names, companies and birthdays of people you’re already in touch with. You’ll see every change before anything is saved.',
  contactsPreview: 'Show what would change',
  deleteHint: 'Delete everything',
} as const

/** What is wrong with a file, beside its field. */
const fileProblems = {
  no_file: 'Please choose a file first.',
  not_ours: 'That’s not a Perennial export. It should be the .json file that “Export everything” gave you.',
  other_version: 'That file is from a newer Perennial than this one. Update this one first, then import it again.',
  cut_short: 'The end of the file is missing. Please export or copy it again; nothing was imported.',
  interrupted: 'The upload was interrupted. Please choose the file and start again; nothing was imported.',
  not_contacts:
    'We couldn’t find any contacts in that file. It should be a vCard (.vcf), Google Contacts CSV, or LinkedIn’s Connections.csv.',
  no_choice: 'Nothing was chosen, so nothing was changed.',
  too_many_contacts: 'That’s too many people for one import. Please split the file into smaller ones.',
} as const

export type DataFileProblem = keyof typeof fileProblems

export const describeFileProblem = (problem: DataFileProblem): string => fileProblems[problem]

/** "Importing: 40% done." */
export const describeImporting = (share: number): string =>
  `Importing: ${Math.floor(share * 100)}% done. You can leave this page.`

export const describeChecking = (share: number): string =>
  `Checking the file: ${Math.floor(share * 100)}% done. Nothing has changed yet.`

export const importReceiving = 'The upload isn’t complete. Choose the file again to start over; nothing has changed.'

/** How it ended well. */
export const describeImported = (entries: number, locale: string): string =>
  `Imported. The file had ${numberInWords(entries, locale)} messages and meetings; what was already here wasn’t added twice.`

export const describeBadLine = (line: number, locale: string): string =>
  `Line ${numberInWords(line, locale)} of the file can’t be read, so nothing was imported. If you changed the file, undo that; otherwise export it again.`

export const tooManyCorrections =
  'The file has more corrections than there’s room for beside yours. Its people and dates are here now, but not all of its corrections. Undo some, then import it again.'

/** Headings of the spreadsheet. */
export const peopleColumns = [
  'Name',
  'Email',
  'Other addresses',
  'Groups',
  'Company',
  'Birthday',
  'First contact',
  'Last contact',
  'Usual gap in days',
  'Wanted gap in days',
] as const

export const previewWords = {
  title: 'Before you import',
  changes: 'What would change',
  none: 'Nothing in this file is new for the people you’re in touch with.',
  others: 'Not people you’re in touch with',
  othersHint: 'They’re left alone unless you tick them. Ticked, they’re in your list from now on.',
  save: 'Import',
  cancel: 'Cancel',
  kept: 'Nothing is saved yet. You can undo the import as one correction.',
  describeUnmatched: (count: number): string =>
    `${counted(count, nouns.person)} without an email address couldn’t be matched to anyone.`,
  describeMore: (count: number): string => `and ${counted(count, nouns.other)} more like these`,
} as const

const factNames = { name: 'Name', company: 'Company', birthday: 'Birthday', knownSince: 'Known since' } as const

/** "Company: Northlight", or "Name: Ann Lee (now ann.lee@x.example)". */
export const describeFact = (fact: keyof typeof factNames, value: string, now: string | null): string =>
  now === null || now === '' ? `${factNames[fact]}: ${value}` : `${factNames[fact]}: ${value} (now ${now})`
