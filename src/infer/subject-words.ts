/**
 * What subjects say of themselves: the prefixes that calendars, mail servers and automatic answers write in the languages
 * of their users, and the words of newsletters and notices. Prefixes are software's own and prove much; words prove
 * little, for people write of invoices and webinars too. Pure.
 */

/** Whole words or phrases; `u` so that accents end no word. */
const phraseOf = (alternatives: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu')

/** At the beginning, after the prefixes of answers, and before a colon (in French after a blank, in Chinese a wide one). */
const prefixOf = (alternatives: string): RegExp =>
  new RegExp(`^\\s*(?:(?:re|aw|sv|antw|vs|rif|odp)\\s*:\\s*)*(?:${alternatives})\\s*[:：]`, 'iu')

export const answerSubject =
  /^\s*(\[[^\]]*\]\s*)?(re|aw|sv|antw|vs|rv|ref|rif|odp|fwd?|wg|tr|回复|答复|转发)(\[\d+\])?\s*[:：]/i

/** Answers to an invitation, and calls off: Outlook's and Google's, by the language of whoever answers. */
export const calendarAnswerSubject = prefixOf(
  '(?:event )?invitation reply \\((?:accepted|declined|tentative)\\)|accepted|declined|tentative(?:ly accepted)?|cancel(?:l)?ed(?: event)?|new time proposed|meeting forward notification|' +
    'zugesagt|angenommen|akzeptiert|abgesagt|abgelehnt|mit vorbehalt|vorläufig(?: zugesagt)?|neuer terminvorschlag|weiterleitung von besprechung|' +
    'accepté|refusé|décliné|provisoire|annulé|nouvelle heure proposée|aceptad[oa]|rechazad[oa]|provisional|cancelad[oa]|' +
    'aceito|recusado|accettat[oa]|rifiutat[oa]|annullat[oa]|con riserva|geaccepteerd|geweigerd|afgewezen|voorlopig|geannuleerd|' +
    'accepterat|accepterad|avböjt|inställt|preliminärt|akseptert|avslått|avlyst|accepteret|afvist|aflyst|' +
    'hyväksytty|hylätty|peruutettu|zaakceptowano|odrzucono|odwołano|anulowano|принято|отклонено|отменено|под вопросом|přijato|odmítnuto|zrušeno|' +
    'kabul edildi|reddedildi|iptal edildi|承諾済み|承諾|辞退|キャンセル済み|已接受|已拒绝|已取消|暂定|接受|拒絕|수락됨|거절됨|취소됨',
)

/** `Invitation: Lunch @ Mon 23 Nov 2026 12:30 (ann@example.org)`: a calendar's own form. People invite in words. */
export const invitationSubject = new RegExp(
  '^\\s*(?:(?:updated |aktualisierte |canceled |cancelled )?(?:invitation|einladung|invitación|convite|invito|uitnodiging|inbjudan|invitasjon|invitation modifiée|kutsu|zaproszenie|приглашение|pozvánka|davet|招待|邀请|邀請|초대))' +
    '[^:：]{0,24}[:：] .* @ ',
  'iu',
)

/** The same without a time: a calendar's or a person's. */
export const invitingSubject = prefixOf(
  '(?:updated |aktualisierte )?(?:invitation|einladung|invitación|convite|invito|uitnodiging|inbjudan|invitasjon|zaproszenie|приглашение)(?: from .{2,40})?|' +
    '(?:meeting|event) (?:invitation|request|reminder|cancell?ation)|new event(?: from .{2,40})?',
)

export const autoReplySubject = prefixOf(
  'auto(?:matic|mated|matisk)?[\\s_-]?(?:reply|response|antwort|svar)|autoreply|out of (?:the )?office(?: (?:auto\\w*|reply|message|notice|re))*|ooo|' +
    'automatische antwort|abwesend|abwesenheit(?:snotiz|sbenachrichtigung)?|automatisch antwoord|afwezig(?:heid)?|automatisch antwoorden|' +
    'réponse automatique|absence(?: du bureau)?|respuesta automática|fuera de (?:la )?oficina|ausente|resposta automática|' +
    'risposta automatica|fuori (?:ufficio|sede)|automatiskt svar|automatisk svar|autosvar|frånvaro\\w*|fraværende|' +
    'automaattinen vastaus|poissa|automatyczna odpowiedź|odpowiedź automatyczna|автоответ|автоматический ответ|нет на месте|' +
    'automatická odpověď|otomatik yanıt|自動応答|自動返信|不在通知|自动回复|自動回覆|자동 회신|부재중',
)

/** The same where no colon follows: what away notes begin with. */
export const awaySubject =
  /^\s*((re|aw|sv):\s*)?(out of (the )?office|(auto[- ]?|automatic |automated )(reply|response|generated)|vacation (auto-?)?(reply|response|message|notice)|away from (my |the )?(office|desk|mail|e-?mail)|i am (away|out of)|ich bin (im urlaub|abwesend|nicht (da|im büro)))/i

export const bounceSubject =
  /^\s*(undeliver(able|ed)|delivery (status|failure|report|has failed|incomplete|delayed)|mail delivery (failed|failure|system|subsystem)|returned mail|failure notice|(mail|message) (could not|status)|non.?delivery|warning: (could not send|message)|mail system error|delivery notification|unzustellbar|nicht zugestellt|nicht zustellbar|zustellung fehlgeschlagen|échec de (la )?remise|non remis|message non distribué|no se puede entregar|no entregado|mancato recapito|impossibile recapitare|não foi possível entregar|onbestelbaar|niet bezorgd|kan inte levereras|olevererat|niedostarczon|nie można dostarczyć|недоставленное|не удается доставить|未配信|配信不能|退信|无法送达|未送达|無法傳遞|배달되지 않음)/i

/** Read, or thrown away unread. People begin so too. */
export const receiptSubject =
  /^\s*(read|not read|gelesen|ungelesen gelöscht|lu|non lu|leído|no leído|lido|letto|gelezen|läst|lest|return receipt|disposition notification|rejected)\s*:/i

/** Says itself what it is. */
export const publisherSubject = phraseOf(
  "e?-?newsletters?|e-?news|bulletin|digest|(?:daily|weekly|monthly|breaking|latest|today’s|today's) (?:news|update|edition|deals?|\\w+)|" +
    'headlines|press release|edition|ausgabe|newsflash|unsubscribe|webinar|\\d+ ?% (?:off|rabatt)|special offer|' +
    'save up to|signed up|on sale|deals|(?:issue|vol\\.?|volume|nr\\.?|no\\.) ?#?\\d+|rundbrief|boletín|what’s new|now available|new release',
)

/** The words of a process, not of a letter. */
export const transactionSubject = phraseOf(
  'your (?:\\w+ ){0,2}(?:order|receipt|invoice|statement|password|subscription|payment|booking|reservation|ticket|trip|package|delivery|bill|account|registration|membership)|' +
    'order (?:confirmation|#?\\d+)|receipt for|payment (?:received|confirmation)|has (?:been )?(?:received|shipped|processed|dispatched|expired)|' +
    '(?:e-?mail )?verification|verify your|confirm your|reset your password|password reset|security (?:alert|code|notice)|new sign-?in|' +
    'automated|notification|benachrichtigung|renewal reminder|(?<!_)\\w+ reminder|(?:second|page) (?:voice ?mail|fax)|voice ?mail|new comment|' +
    'authorization required|failure report|report domain|update report|warning|processed|' +
    'rechnung|bestellbestätigung|auftragsbestätigung|votre commande|facture|su pedido|factura|conferma',
)

/** A help desk's number for the case: `[#4711]`, `[Ticket 4711]`, `(Case 00012345)`, `##4711##`. */
export const ticketSubject =
  /[[(]\s*(#|ticket|case|req(uest)?|incident|issue|sr|inc)[\s#:_-]*[A-Z]{0,5}-?\d{3,}\s*[\])]|##\s?\d{3,}\s?##|\b(ticket|case|incident|request) ?(id|no\.?|nr\.?|number)?[:\s]?\s?#\s?\d{3,}/i

/** A number or a date at its end: one of a row. */
export const serialSubject =
  /(\bno\.? ?\d+\)?|#\d+|\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?|\b\d{5,})\s*$|^\w[^:]{2,40} \d{4,}:/i
