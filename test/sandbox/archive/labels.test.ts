import { expect, test } from 'vitest'
import { gmailLabels } from './labels.ts'

test.each([
  ['English', 'Inbox', 'Sent', 'Drafts', 'Trash', 'Spam'],
  ['German', 'Posteingang', 'Gesendet', 'Entwürfe', 'Papierkorb', 'Spam'],
  ['French', 'Boîte de réception', 'Messages envoyés', 'Brouillons', 'Corbeille', 'Spam'],
  ['Spanish', 'Recibidos', 'Enviados', 'Borradores', 'Papelera', 'Spam'],
  ['Italian', 'Posta in arrivo', 'Posta inviata', 'Bozze', 'Cestino', 'Spam'],
  ['Portuguese', 'Caixa de entrada', 'Enviados', 'Rascunhos', 'Lixeira', 'Spam'],
  ['Dutch', 'Postvak IN', 'Verzonden', 'Concepten', 'Prullenbak', 'Spam'],
  ['Catalan', 'Safata d’entrada', 'Enviats', 'Esborranys', 'Paperera', 'Correu brossa'],
  ['Polish', 'Odebrane', 'Wysłane', 'Wersje robocze', 'Kosz', 'Spam'],
  ['Swedish', 'Inkorg', 'Skickat', 'Utkast', 'Papperskorg', 'Skräppost'],
  ['Danish', 'Indbakke', 'Sendt', 'Kladder', 'Papirkurv', 'Spam'],
  ['Norwegian', 'Innboks', 'Sendt', 'Utkast', 'Papirkurv', 'Søppelpost'],
  ['Finnish', 'Saapuneet', 'Lähetetyt', 'Luonnokset', 'Roskakori', 'Roskaposti'],
  ['Czech', 'Doručená pošta', 'Odeslaná pošta', 'Koncepty', 'Koš', 'Spam'],
  ['Turkish', 'Gelen Kutusu', 'Gönderilmiş Postalar', 'Taslaklar', 'Çöp Kutusu', 'Spam'],
  ['Russian', 'Входящие', 'Отправленные', 'Черновики', 'Корзина', 'Спам'],
  ['Japanese', '受信トレイ', '送信済み', '下書き', 'ゴミ箱', '迷惑メール'],
  ['Chinese', '收件箱', '已发送', '草稿', '已删除', '垃圾邮件'],
  ['Korean', '받은편지함', '보낸편지함', '임시보관함', '휴지통', '스팸함'],
])('%s words for where a message lies', (_, ...words) => {
  expect(words.map((word) => gmailLabels(word))).toEqual([['INBOX'], ['SENT'], ['DRAFT'], ['TRASH'], ['SPAM']])
})

test('a word that is encoded, quoted or in capitals is the same word', () => {
  const encoded = `=?UTF-8?B?${Buffer.from('Входящие').toString('base64')}?=`
  expect([encoded, '"Inbox"', 'INBOX'].map((word) => gmailLabels(word))).toEqual([['INBOX'], ['INBOX'], ['INBOX']])
})

test.each([
  ['Kategorie: "Werbung"', 'CATEGORY_PROMOTIONS'],
  ['カテゴリ: "ソーシャル"', 'CATEGORY_SOCIAL'],
  ['Категория: Форумы', 'CATEGORY_FORUMS'],
  ['Kategori Opdateringer', 'CATEGORY_UPDATES'],
])('%s is the category %s', (word, label) => {
  expect(gmailLabels(word)).toEqual([label])
})

test.each(['Werbung', 'Forums', 'Opened', 'Oberts', 'Receipts'])(
  "%s alone is a label of the person's own, or none",
  (word) => {
    expect(gmailLabels(word)).toEqual([])
  },
)
