/** The people of the stories as correspondents: their mail programs and how their names are written. */
import { type Correspondent, correspondent, type NameStyle } from './correspondents.ts'
import { automatedSender, type MailClient, mailClients } from './mail-clients.ts'
import { stories } from './stories.ts'

interface Part {
  readonly name: string
  readonly address: string
}

const { apple, outlook, phone, thunderbird, webMail } = mailClients

const part = ({ name, address }: Part, client: MailClient, style: NameStyle = 'plain', place = ''): Correspondent =>
  correspondent({ name, address, client, style, place })

/** The same person's, or the namesake's, other address. */
const other = (story: Part & { readonly otherAddress: string }): Part => ({
  name: story.name,
  address: story.otherAddress,
})

export const cast = {
  quietMentor: part(stories.quietMentor, apple),
  owedReply: part(stories.owedReply, webMail),
  firstMeeting: part(stories.firstMeeting, webMail),
  newCompany: part(stories.newCompany, outlook),
  newCompanyAfter: part(other(stories.newCompany), outlook),
  neverAnswers: part(stories.neverAnswers, outlook),
  alreadyBooked: part(stories.alreadyBooked, apple),
  dormantTie: part(stories.dormantTie, phone),
  newsletterWriter: part(stories.newsletterWriter, automatedSender),
  inRhythm: part(stories.inRhythm, phone),
  standUpOnly: part(stories.standUpOnly, outlook),
  unansweredClient: part(stories.unansweredClient, outlook, 'quoted'),
  roleAddress: part(stories.roleAddress, thunderbird),
  salesTool: part(stories.salesTool, webMail),
  namesakes: part(stories.namesakes, outlook, 'family first', 'Berlin'),
  namesakesOther: part(other(stories.namesakes), webMail),
  assistant: part(stories.assistant, outlook),
  besideList: part(stories.besideList, thunderbird),
  movedQuietly: part(stories.movedQuietly, outlook),
  movedQuietlyAfter: part(other(stories.movedQuietly), outlook),
  answersFromHome: part(stories.answersFromHome, outlook),
  answersFromHomeThere: part(other(stories.answersFromHome), phone),
}
