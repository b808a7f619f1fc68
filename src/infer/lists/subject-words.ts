/** Of `subject-words.ts`. Travels beside the Worker. */

/** Whole words or phrases; `u` so that accents end no word. */
const phraseOf = (alternatives: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu')

/** At the beginning and before a colon (in French after a blank, in Chinese a wide one). */
const prefixOf = (alternatives: string): RegExp => new RegExp(`^\\s*(?:${alternatives})\\s*[:：]`, 'iu')

/** "Automatic" by its beginning, in the languages mail programs speak, and "answer" likewise. */
const automatic =
  'auto|aut[oóòô]m[aáā]t|āuto|samodejn|sjálfvirk|αυτ[οό]ματ|авто|аўта|аутомат|ავტომატ|ավտոմատ|otomati|avtomat|tự động|uathoibr|awtomat|स्वचालित|স্বয়ংক্রিয়|อัตโนมัติ|אוטומטי|תלקאי|تلقائي|خودکار|自動|自动|자동'
const answer =
  'repl|respon|antwo|svar|svör|r[eé]ponse|respues|respost|rispost|odpov|odpow|odgovor|atbild|atsak|vast(?:aus|us)|válasz|răspun|απ[αά]ντηση|ответ|відповідь|адказ|отговор|одговор|yanıt|cevap|balas|jawap|erantzun|përgjig|pasuxi|პასუხ|պատասխան|trả lời|freagra|ymateb|tugon|उत्तर|জবাব|ตอบ|מענה|תשובה|الرد|رد|پاسخ|応答|返信|回复|回覆|答复|회신|응답'
const blanks = '[\\p{L}\\p{M}().]{0,16}[\\s_-]{0,2}'

export const subjectPatterns = {
  /** Answers to an invitation, and calls off: Outlook's and Google's, by the language of whoever answers. */
  calendarAnswerSubject: prefixOf(
    '(?:event )?invitation reply \\((?:accepted|declined|tentative)\\)|accepted|declined|tentative(?:ly accepted)?|cancel(?:l)?ed(?: event)?|new time proposed|meeting forward notification|' +
      'zugesagt|angenommen|akzeptiert|abgesagt|abgelehnt|mit vorbehalt|vorläufig(?: zugesagt)?|neuer terminvorschlag|weiterleitung von besprechung|' +
      'accepté|refusé|décliné|provisoire|annulé|nouvelle heure proposée|aceptad[oa]|rechazad[oa]|provisional|cancelad[oa]|' +
      'aceito|recusado|accettat[oa]|rifiutat[oa]|annullat[oa]|con riserva|geaccepteerd|geweigerd|afgewezen|voorlopig|geannuleerd|' +
      'accepterat|accepterad|avböjt|inställt|preliminärt|akseptert|avslått|avlyst|accepteret|afvist|aflyst|' +
      'hyväksytty|hylätty|peruutettu|zaakceptowano|odrzucono|odwołano|anulowano|принято|отклонено|отменено|под вопросом|přijato|odmítnuto|zrušeno|' +
      'kabul edildi|reddedildi|iptal edildi|承諾済み|承諾|辞退|キャンセル済み|已接受|已拒绝|已取消|暂定|接受|拒絕|수락됨|거절됨|취소됨',
  ),
  /** `Invitation: Lunch @ Mon 23 Nov 2026 12:30 (ann@example.org)`: a calendar's own form. People invite in words. */
  invitationSubject: new RegExp(
    '^\\s*(?:(?:updated |aktualisierte |canceled |cancelled )?(?:invitation|einladung|invitación|convite|invito|uitnodiging|inbjudan|invitasjon|invitation modifiée|kutsu|zaproszenie|приглашение|pozvánka|davet|招待|邀请|邀請|초대))' +
      '[^:：]{0,24}[:：] .* @ ',
    'iu',
  ),
  /** The same without a time: a calendar's or a person's. */
  invitingSubject: prefixOf(
    '(?:updated |aktualisierte )?(?:invitation|einladung|invitación|convite|invito|uitnodiging|inbjudan|invitasjon|zaproszenie|приглашение)(?: from .{2,40})?|' +
      '(?:meeting|event) (?:invitation|request|reminder|cancell?ation)|new event(?: from .{2,40})?',
  ),
  /**
   * `Automatic reply: Plans`, and nothing but that: what away notes begin with, in whatever language the mailbox speaks. The two
   * words stand beside each other, in either order.
   */
  autoReplySubject: new RegExp(
    `^\\s*(?:(?:${automatic})${blanks}(?:e?-?mail[\\s_-]{0,2})?(?:${answer})|(?:${answer})${blanks}(?:${automatic}))[\\p{L}\\p{M}]{0,16}` +
      '(?:\\s*[:：]|\\s*$|\\s[-–—|(]|\\s(?:from|von|de|di|van|från|fra|od|to|auf)\\s)|^\\s*(?:out[\\s-]of[\\s-](?:the[\\s-])?office|vacation|absence|away) (?:auto\\S*|reply|response|message|notice|notification)|' +
      '^\\s*(?:abwesenheits?[\\s-]?(?:notiz|benachrichtigung|nachricht|mitteilung|meldung)|afwezigheidsbericht|frånvaromeddelande|fraværs?(?:melding|besked))(?![\\p{L}])',
    'iu',
  ),
  /** What away notes begin with, and people who write about being away. */
  absenceSubject: prefixOf(
    "out[ -]of[ -](?:the[ -])?office(?: re)?|ooo(?: re)?|abwesend|abwesenheit|afwezig(?:heid)?|(?:réponse d[’']?)?absen(?:ce|te?)(?: du bureau)?|" +
      '(?:respuesta de )?fuera de (?:la )?oficina|ausente|fuori (?:ufficio|sede)|frånvaro\\w*|fravær\\w*|poissa(?:olo\\w*)?|nieobecno\\S+|нет на месте|mimo kancelář|不在通知|부재중',
  ),
  /** The same where no colon follows: what away notes begin with. */
  awaySubject:
    /^\s*(?:out[ -]of[ -](?:the[ -])?office|auto(?:matically)?[- ]generated|away from (?:my |the )?(?:office|desk|mail|e-?mail)|(?:i am|i['’]m) (?:currently )?(?:away|out of|on (?:annual |parental )?(?:leave|vacation|holiday))|ich bin .{0,30}(?:im urlaub|abwesend|nicht (?:da|im büro|im haus|erreichbar))|je suis (?:actuellement )?absent|sono (?:assente|fuori)|estoy (?:ausente|fuera)|estou (?:ausente|fora)|ik ben (?:afwezig|niet aanwezig)|vacation:|ooo\b)/i,
  /** Programs that hold a message back until whoever wrote it has proved to be somebody. */
  challengeSubject:
    /\b(?:sender|message|e-?mail|mail) (?:confirmation|verification|authentication|authorization)(?: is)? (?:required|requested|needed|request)|\b(?:verify|confirm|authenticate|validate) (?:yourself|your (?:e-?mail|message|mail)\b)|\byour (?:e-?mail|message|mail)\b.{0,80}\b(?:on hold|held|quarantined|(?:awaiting|awaits|requires?|needs|pending) (?:moderator |sender |your )?(?:approval|confirmation|verification|authorization))\b/i,
  /** What a desk answers before anybody has read the message. */
  acknowledgementSubject:
    /^\s*(?:we(?:['’]ve| have)? received your|your (?:e-?mail|message|mail|enquiry|inquiry|request) (?:to .{1,60} )?(?:has been|was|is) (?:received|registered)|thank you for (?:contacting|your (?:enquiry|inquiry|interest))|acknowledge?ment of (?:receipt|your)|(?:ihre|deine) (?:nachricht|anfrage|e-?mail|mail) (?:ist|wurde|an (?:uns|das|die|den))|eingangsbestätigung|empfangsbestätigung|accusé de réception|acuse de recibo|ontvangstbevestiging)/i,
  bounceSubject:
    /^\s*(undeliver(able|ed)(?=\s*(:|$|e?-?mail|message))|delivery (status|failure|report|has failed|incomplete|delayed)|mail delivery (failed|failure|system|subsystem)|returned mail|failure notice|(mail|message) (could not|status)|non.?delivery|warning: (could not send|message)|mail system error|delivery notification|unzustellbar|nicht zugestellt|nicht zustellbar|zustellung fehlgeschlagen|échec de (la )?remise|non remis|message non distribué|no se puede entregar|no entregado|mancato recapito|impossibile recapitare|não foi possível entregar|onbestelbaar|niet bezorgd|kan inte levereras|olevererat|kan ikke (leveres|afleveres)|niedostarczon|nie można dostarczyć|недоставленное|не удается доставить|未配信|配信不能|退信|无法送达|未送达|無法傳遞|배달되지 않음)/i,
  /** Read, or thrown away unread. People begin so too. */
  receiptSubject:
    /^\s*(read|not read|gelesen|ungelesen gelöscht|lu|non lu|leído|no leído|lido|letto|gelezen|läst|lest|return receipt|disposition notification|rejected)\s*:/i,
  /** Says itself what it is. */
  publisherSubject: phraseOf(
    "e?-?newsletters?|e-?news|bulletin|digest|(?:daily|weekly|monthly|breaking|latest|today’s|today's) (?:news|update|edition|deals?|\\w+)|" +
      'headlines|press release|edition|ausgabe|newsflash|unsubscribe|webinar|\\d+ ?% (?:off|rabatt)|special offer|' +
      'save up to|signed up|on sale|deals|(?:issue|vol\\.?|volume|nr\\.?|no\\.) ?#?\\d+|rundbrief|boletín|what’s new|now available|new release',
  ),
  /** The words of a process, not of a letter. */
  transactionSubject: phraseOf(
    'your (?:\\w+ ){0,2}(?:order|receipt|invoice|statement|password|subscription|payment|booking|reservation|ticket|trip|package|delivery|bill|account|registration|membership)|' +
      'order (?:confirmation|#?\\d+)|receipt for|payment (?:received|confirmation)|has (?:been )?(?:received|shipped|processed|dispatched|expired)|' +
      '(?:e-?mail )?verification|verify your|confirm your|reset your password|password reset|security (?:alert|code|notice)|new sign-?in|' +
      'automated|notification|benachrichtigung|renewal reminder|(?<!_)\\w+ reminder|(?:second|page) (?:voice ?mail|fax)|voice ?mail|new comment|' +
      'authorization required|failure report|report domain|update report|warning|processed|' +
      'rechnung|bestellbestätigung|auftragsbestätigung|votre commande|facture|su pedido|factura|conferma',
  ),
  /** A help desk's number for the case: `[#4711]`, `[Ticket 4711]`, `(Case 00012345)`, `##4711##`. */
  ticketSubject:
    /[[(]\s*(#|ticket|case|req(uest)?|incident|issue|sr|inc)[\s#:_-]*[A-Z]{0,5}-?\d{3,}\s*[\])]|##\s?\d{3,}\s?##|\b(ticket|case|incident|request) ?(id|no\.?|nr\.?|number)?[:\s]?\s?#\s?\d{3,}/i,
  /** A number or a date at its end: one of a row. */
  serialSubject: /(\bno\.? ?\d+\)?|#\d+|\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?|\b\d{5,})\s*$|^\w[^:]{2,40} \d{4,}:/i,
} as const
