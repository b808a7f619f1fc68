/** Domains that say nothing about whoever has an address there. */

/** Hosts whose users have nothing to do with each other. */
export const mailHosts: ReadonlySet<string> = new Set([
  ...['gmail.com', 'outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'yahoo.com', 'ymail.com', 'aol.com'],
  ...['icloud.com', 'me.com', 'mac.com', 'proton.me', 'protonmail.com', 'pm.me', 'fastmail.com', 'fastmail.fm'],
  ...['gmx.de', 'gmx.net', 'gmx.at', 'gmx.ch', 'gmx.com', 'web.de', 't-online.de', 'freenet.de', 'posteo.de'],
  ...['mailbox.org', 'mail.com', 'mail.ru', 'yandex.ru', 'ya.ru', 'qq.com', '163.com', '126.com', 'foxmail.com'],
  ...['sina.com', 'naver.com', 'hey.com', 'zoho.com', 'tutanota.com', 'orange.fr', 'free.fr', 'laposte.net'],
  ...['wanadoo.fr', 'libero.it', 'wp.pl', 'o2.pl', 'seznam.cz', 'rediffmail.com', 'comcast.net', 'verizon.net'],
  ...['sbcglobal.net', 'att.net', 'btinternet.com', 'earthlink.net', 'cox.net', 'yahoo.co.uk', 'hotmail.co.uk'],
  ...['yahoo.fr', 'yahoo.de', 'yahoo.co.jp', 'yahoo.co.in', 'hotmail.fr', 'hotmail.de', 'live.co.uk', 'riseup.net'],
])
