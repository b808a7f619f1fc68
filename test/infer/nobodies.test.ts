import { expect, test } from 'vitest'
import { isNobody } from '../../src/infer/nobodies.ts'
import { mailbox } from '../../src/model/address.ts'

const guest = (name: string, address = 'bo@x.example'): boolean => {
  const one = mailbox(name, address)
  return one !== null && isNobody(one)
}

test.each([
  "Bo's Notetaker (Scribe.test)",
  'Otto AI Meeting Assistant',
  'Zoom Recorder',
  'Meeting Bot',
  'Call Recorder',
  'Boardroom 2 (8 seats)',
  'Small Boardroom',
  'Meeting Room 4.12',
  'Conference Room North',
  'Besprechungsraum Nord',
  'Sala de reuniones 2',
  'Salle de réunion A',
  'Attic (12 Personen)',
  "Ada's Otter.ai",
  'Read AI',
  'tl;dv recorder',
  'OtterPilot',
  'Room 204',
  'Raum 4.12',
  'Zoom Room 3',
  'Meeting-Room-5',
  'Sala de juntas',
  '会議室A',
  'Переговорная 2',
  'Møterom 4',
  'Projector 2',
  'All Hands',
  'Team Berlin',
  'Marketing Team',
  'Alle Mitarbeitenden',
])('%s is no guest', (name) => {
  expect(guest(name)).toBe(true)
})

test.each([
  'boardroom@x.example',
  'meeting-room-4@x.example',
  'notetaker@x.example',
  'meeting-recorder@x.example',
  'room4@x.example',
  'raum.412@x.example',
  'fred@fireflies.ai',
  'c_188abc@resource.calendar.google.com',
  'abc@group.calendar.google.com',
  'team@x.example',
])('%s is no guest', (address) => {
  expect(guest('', address)).toBe(true)
})

test.each([
  'Bo Ek',
  'Anna Salas',
  'Mark Room',
  'Bo Ek (Meeting Services)',
  'Otto Recorder-Smith',
  'Sala Baker',
  'Ida Assistant',
  'Rooma Singh',
  'Alle Meier',
  'Todd Beamer',
  'Gong Li',
  'Ai Tanaka',
  'Jamie Fellow',
])('%s is somebody', (name) => {
  expect(guest(name)).toBe(false)
})
