import { expect, test } from 'vitest'
import { parseContactFile } from '../../src/transfer/contact-files.ts'

const lines = (...all: readonly string[]): string => all.join('\r\n')

test('a vCard 3.0 as an address book writes it: folded, escaped, in groups', () => {
  const text = lines(
    'BEGIN:VCARD',
    'VERSION:3.0',
    'N:Müller;Jürgen;;;',
    'FN:Jürgen Müller\\, Dr.',
    'item1.EMAIL;TYPE=INTERNET;TYPE=pref:Juergen.M',
    ' ueller@x.example',
    'EMAIL:JM@y.example',
    'ORG:Kelp\\; Co;Sales',
    'BDAY:1980-02-03',
    `PHOTO;ENCODING=b:${'A'.repeat(5000)}`,
    'END:VCARD',
  )
  expect(parseContactFile(text)).toEqual([
    {
      addresses: ['juergen.mueller@x.example', 'jm@y.example'],
      name: 'Jürgen Müller, Dr.',
      company: 'Kelp; Co',
      birthday: '1980-02-03',
    },
  ])
})

test('a vCard 2.1 in quoted-printable, and a 4.0 whose birthday has no year', () => {
  const text = lines(
    'BEGIN:VCARD',
    'VERSION:2.1',
    'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:J=C3=B6rg Ek',
    'EMAIL;INTERNET:joerg@x.example',
    'END:VCARD',
    'BEGIN:VCARD',
    'VERSION:4.0',
    'FN:Ann Lee',
    'EMAIL:ann@x.example',
    'BDAY:--0203',
    'END:VCARD',
  )
  expect(parseContactFile(text)).toEqual([
    { addresses: ['joerg@x.example'], name: 'Jörg Ek' },
    { addresses: ['ann@x.example'], name: 'Ann Lee', birthday: '--02-03' },
  ])
})

test('Google Contacts, with today’s headings and with those of before', () => {
  const now = lines(
    'First Name,Middle Name,Last Name,Organization Name,Birthday,E-mail 1 - Label,E-mail 1 - Value,E-mail 2 - Value',
    'Ann,,Lee,"Kelp, Ltd",1980-02-03,Home,ann@x.example ::: a.lee@x.example,ann@y.example',
  )
  expect(parseContactFile(now)).toEqual([
    {
      addresses: ['ann@x.example', 'a.lee@x.example', 'ann@y.example'],
      name: 'Ann Lee',
      company: 'Kelp, Ltd',
      birthday: '1980-02-03',
    },
  ])
  const before = lines(
    'Name,Given Name,Family Name,Birthday,E-mail 1 - Type,E-mail 1 - Value,Organization 1 - Name',
    'Bo Ek,Bo,Ek,--05-06,*,bo@x.example,Northlight',
  )
  expect(parseContactFile(before)).toEqual([
    { addresses: ['bo@x.example'], name: 'Bo Ek', company: 'Northlight', birthday: '--05-06' },
  ])
})

test('LinkedIn’s connections, below their notes, mostly without an address', () => {
  const text = lines(
    'Notes:',
    '"When exporting your connection data, you may notice that some of the email addresses are missing."',
    '',
    'First Name,Last Name,URL,Email Address,Company,Position,Connected On',
    'Ann,Lee,https://www.linkedin.com/in/ann,,Kelp,Director,03 Feb 2015',
    'Bo,Ek,https://www.linkedin.com/in/bo,bo@x.example,,,29 Nov 2020',
  )
  expect(parseContactFile(text)).toEqual([
    { addresses: [], name: 'Ann Lee', company: 'Kelp', knownSince: Date.UTC(2015, 1, 3) / 1000 },
    { addresses: ['bo@x.example'], name: 'Bo Ek', knownSince: Date.UTC(2020, 10, 29) / 1000 },
  ])
})

test.each(['', 'hello', 'a,b\n1,2', 'BEGIN:VCARD', '{"format":"perennial-export"}'])('%j holds no contacts', (text) => {
  expect(parseContactFile(text)).toEqual([])
})

test('a name that is an address is none, and a day that is none is left out', () => {
  const text = lines('First Name,Last Name,Email Address,Connected On', 'ann@x.example,,ann@x.example,31 Foo 2015')
  expect(parseContactFile(text)).toEqual([{ addresses: ['ann@x.example'] }])
})
