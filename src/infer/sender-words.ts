/**
 * The words by which machines, publishers and desks name themselves: in the local part and the domain of an address, in
 * a display name, in a subject. General vocabulary in the languages of Europe, never the name of a sender. Pure.
 */

/** A word of an address: between its ends, dots, dashes, underscores, plus signs, or before a number. */
const wordOf = (alternatives: string): RegExp => new RegExp(`(?:^|[._+=-])(?:${alternatives})(?:[._+=-]|\\d|$)`)

/** Whole display names or parts of them; `u` so that accents end no word. */
const phraseOf = (alternatives: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives})(?![\\p{L}\\p{N}])`, 'iu')

export const noReplyName = wordOf(
  'no[._-]?reply|do[._-]?not[._-]?(?:reply|respond|use)|not?[._-]?responder|nicht[._-]?antworten|keine[._-]?antwort|' +
    'ne[._-]?pas[._-]?repondre|non[._-]?rispondere|niet[._-]?beantwoorden|svar[._-]?ej|unattended|noreply\\w*|bounces?|' +
    'dev[._-]?null',
)

/** What nobody answers as. */
export const machineName = wordOf(
  'notif(?:y|ier|ications?)|\\w*alerts?|auto(?:mated|mailer|confirm|reply|responder|mat)?|mailer|mailman|majordomo|' +
    'listserv|digest|\\w*updates?|robots?|bots?|daemon|cron|system|postmaster|root|www-?data|wwwrun|nobody|apache|httpd|' +
    'bugzilla|jira|gitlab|github|jenkins|nagios|monitor(?:ing)?|rss\\w*|feeds?|benachrichtigung(?:en)?|' +
    'notificaci(?:on|ones)|avisos?|errors?|verify|verification|reminders?|(?:voice|fax)(?:mail|box|service)?',
)

/** What a person may answer as, and mostly a system writes as. */
export const transactionName = wordOf(
  'report(?:s|er|ing)?|receipts?|orders?|billing|invoices?|statements?|confirm(?:ation)?s?|subscriptions?|subscribe|' +
    'unsubscribe|repl(?:y|ies)|bookings?|reservations?|tickets?|tracking|rechnung(?:en)?|bestellung(?:en)?|facturas?|' +
    'factures?|pedidos?|commandes?|account|requests?|workflow|purchasing|return',
)

export const publisherName = wordOf(
  'e?-?news(?:letters?|desk|flash|room|mail|gram|group|alerts?)?|\\w+news|marketing|promo(?:tions?)?|offers?|deals?|sales|editors?|bulletin|campaigns?|announce(?:ments?)?|' +
    'mailing(?:s|list)?|e?mail(?:s|ing)?|publish(?:er|ing)|publications?|members?(?:hip)?|community|events?|rewards?|shop|' +
    'store|subscribers?|e?blasts?|weekly|daily|today|headlines?|direct|list(?:s|e)?|redaktion|rundbrief|boletin|lettre|' +
    'webinars?|conferences?|surveys?|listmanager|learn|hi|ask|experience',
)

export const roleName = wordOf(
  'info|support|help|helpdesk|services?|customer[._-]?(?:service|care|support)|\\w*care|contact|kontakt|feedback|admin|' +
    'administrator|webmaster|hostmaster|abuse|security|noc|team|hello|office|press|presse|media|hr|jobs|careers|legal|' +
    'privacy|accounts?|payments?|shipping|registrations?|enquir(?:y|ies)|inquir(?:y|ies)|staff|secretary|sekretariat|' +
    'postmaster|mail|crm\\w*|customers?|hallo|bonjour|hola|comunicacion|communications?|relations|partners?|auth',
)

/** Of a domain below the organisation's own: what large senders keep for mail that nobody types. */
export const bulkSubdomain =
  /^(e?-?news\w*|alerts?\d*|notif\w*|notices?|e?-?mailings?|campaigns?|bounces?|offers?|promo\w*|marketing|mktg?|announce\w*|rss|feeds?|updates?|deals|reply|replies|em?\d*|e-?mail\d*|send(er)?|transactional|crm\w*|lists?\d*|listserv|mailers?\d*|mg|messages?|subscriptions?|invites?|communications?|accounts?|billing|orders?|receipts?|engage\w*|click)$/

export const bulkDomain =
  /newsletter|e-?blast|e-?mailing|bulkmail|e-?news|mailout|massmail|listserv|sendmail|mailinglist/

/** Who carries mail for others; in a Message-ID, a Return-Path or a host's name. */
export const mailServiceDomain =
  /(^|\.)(amazonses\.com|sendgrid\.(net|com|info)|mailgun\.(org|net|info)|mcsv\.net|mcdlv\.net|rsgsv\.net|mailchimp(app)?\.(com|net)|mandrillapp\.com|mtasv\.net|pphosted\.email|sparkpostmail\d*\.com|sparkpost\.com|e2ma\.net|hubspot(email|starter)?\.(com|net)|hs-?(email|send)\.com|exacttarget\.com|exct\.net|mktomail\.com|marketo\.(com|org)|createsend\d*\.com|cmail\d+\.com|klaviyomail\.com|sailthru\.com|customeriomail\.com|customer\.io|constantcontact\.com|ccsend\.com|sendinblue\.com|brevo(send)?\.com|mailjet\.com|mailerlite\.com|aweber\.com|getresponse\.com|activehosted\.com|acems\d*\.com|convertkit(-mail\d*)?\.com|substack\.com|beehiiv\.com|postmarkapp\.com|responsys\.net|rsys\d*\.(com|net)|bluehornet\.com|dotmailer\.com|dmtrk\.net|emarsys\.net|cheetahmail\.com|chtah\.net|eloqua\.com|en25\.com|salesforce\.com|pardot\.com|zendesk\.com|freshdesk\.com|intercom-mail\.com|helpscout\.net|smtp2go\.com|elasticemail\.com|socketlabs\.com|resend\.(com|dev)|mlsend\.com|sendpulse\.com|m0\.net|iterable\.com|braze\.com|appboy\.com)$/

export const machineDisplayName = phraseOf(
  'no.?reply|mailer.daemon|mail delivery|postmaster|notifications?|robot|bot|daemon|e?-?newsletter|digest|alerts?|' +
    'automat(?:ic|ed)|auto\\w{4,}er|auto.?reply|mailing list|build|.*tracking system|benachrichtigung(?:en)?|newsflash|' +
    'bulletin|mail-?gateway|rundbrief',
)

/** A house or a desk, and no given name. */
export const houseDisplayName = phraseOf(
  'inc\\.?|ltd\\.?|llc|gmbh|corp(?:oration)?|team|support|services?|customers?|care|department|network|news|media|' +
    'institute|foundation|magazine|weekly|daily|monthly|today|update|online|shop|store|club|community|newsroom|press|' +
    'relations|office|group|association|society|conferences?|events?|rewards|direct|.*\\.(?:com|net|org|io)|' +
    'billing|accounts?|orders?|sales|marketing|membership|admin(?:istrator)?|help ?desk|security|university|' +
    'international|the .+|from .+|via .+|.* at .+|.* from .+',
)

export const autoReplySubject =
  /^\s*((re|aw|sv):\s*)?(auto(matic|matische|mated)?[\s_-]?(reply|response|antwort|generated|svar)|automatic reply|out of( the)? office|(ich bin )?(abwesenheit|abwesend)|réponse automatique|respuesta automática|vacation|away from|i am (away|out)|autoreply|.*\bout of office\b)/i

export const bounceSubject =
  /^\s*(undeliver(able|ed)|delivery (status|failure|report|has failed|incomplete|delayed)|mail delivery (failed|failure|system|subsystem)|returned mail|failure notice|(mail|message) (could not|status)|non.?delivery|unzustellbar|nicht zugestellt|warning: (could not send|message)|mail system error|delivery notification|rejected:|read:|gelesen:|not read:|return receipt|disposition notification)/i

export const calendarSubject =
  /^\s*((updated )?invitation( from)?:|accepted:|declined:|tentative(ly accepted)?:|cancel(l)?ed( event)?:|(meeting|event) (invitation|request|reminder|cancel)|new event( from|:)|einladung:|zugesagt:|abgesagt:|mit vorbehalt:|convite:|invitación:|new time proposed:)/i

export const answerSubject = /^\s*(\[[^\]]*\]\s*)?(re|aw|sv|antw|vs|rv|ref|fwd?|wg|tr)(\[\d+\])?\s*:/i

/** Says itself what it is. */
export const publisherSubject = phraseOf(
  "e?-?newsletters?|e-?news|bulletin|digest|(?:daily|weekly|monthly|breaking|latest|today’s|today's) (?:news|update|edition|deals?|\\w+)|" +
    'headlines|press release|edition|ausgabe|newsflash|unsubscribe|webinar|\\d+ ?% (?:off|rabatt)|special offer|' +
    'save up to|signed up|on sale|deals|(?:issue|vol\\.?|volume|nr\\.?) ?#?\\d+|rundbrief|boletín|what’s new|now available|new release',
)

/** The words of a process, not of a letter. */
export const transactionSubject = phraseOf(
  'your (?:\\w+ ){0,2}(?:order|receipt|invoice|statement|password|subscription|payment|booking|reservation|ticket|trip|package|delivery|bill|account|registration|membership)|' +
    'order (?:confirmation|#?\\d+)|receipt for|payment (?:received|confirmation)|has (?:been )?(?:received|shipped|processed|dispatched|expired)|' +
    '(?:e-?mail )?verification|verify your|confirm your|reset your password|password reset|security (?:alert|code|notice)|new sign-?in|' +
    'automated|notification|benachrichtigung|renewal reminder|\\w+ reminder|(?:second|page) (?:voice ?mail|fax)|voice ?mail|new comment|' +
    'authorization required|failure report|report domain|update report|warning|processed|' +
    'rechnung|bestellbestätigung|auftragsbestätigung|votre commande|facture|su pedido|factura|conferma',
)

/** A number or a date at its end: one of a row. */
export const serialSubject =
  /(\bno\.? ?\d+\)?|#\d+|\d{1,2}[/.-]\d{1,2}([/.-]\d{2,4})?|\b\d{5,})\s*$|^\w[^:]{2,40} \d{4,}:/i
