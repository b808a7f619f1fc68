/** Of `sender-words.ts`. Travels beside the Worker. */

/** A word of an address: between its ends, dots, dashes, underscores, plus signs, or before a number. */
const wordOf = (alternatives: string): RegExp => new RegExp(`(?:^|[._+=-])(?:${alternatives})(?:[._+=-]|\\d|$)`)

export const senderPatterns = {
  noReplyName: wordOf(
    'no[._-]?reply|do[._-]?not[._-]?(?:reply|respond|use)|not?[._-]?responder|no[._-]?respond[ae]|n[aã]o[._-]?responda|nicht[._-]?antworten|keine[._-]?antwort|' +
      'ne[._-]?pas[._-]?repondre|non[._-]?rispondere|niet[._-]?beantwoorden|svar[._-]?ej|svara[._-]?inte|ikke[._-]?svar|ei[._-]?vastausta|nie[._-]?odpowiadaj|' +
      'neodpovidat|unattended|noreply\\w*|bounces?|dev[._-]?null',
  ),
  /** What nobody answers as. */
  automatedName: wordOf(
    'notif(?:y|ier|ications?)|\\w*alerts?|auto(?:mated|mailer|confirm|reply|responder|mat)?|mailer|mailman|majordomo|' +
      'listserv|digest|\\w*updates?|robots?|bots?|daemon|cron|system|postmaster|root|www-?data|wwwrun|nobody|apache|httpd|' +
      'bugzilla|jira|gitlab|github|jenkins|nagios|monitor(?:ing)?|rss\\w*|feeds?|benachrichtigung(?:en)?|' +
      'notificaci(?:on|ones)|notificacoes|avisos?|errors?|verify|verification|reminders?|(?:voice|fax)(?:mail|box|service)?|powiadomienia|meddelande|notetaker|recorder|scheduler',
  ),
  /**
   * Accounts under which programs run on a host, and what sites and devices write as. People bear such names too, but then not
   * as the whole of a local part.
   */
  serviceAccount:
    /^(?:oracle|postgres(?:ql)?|mysql|maria-?db|mongo(?:db)?|redis|tomcat\d*|jboss|wildfly|nginx|apache2?|httpd|www(?:-?data|-?run)?|web(?:site|server|service|form|formular|app|cron)?|wordpress|wp|drupal|joomla|typo3|php|(?:ana|f)?cron(?:d|tab|job)?|batch|backups?|bexec|veeam|bacula|rsync|raid|nas|diskstation|synology|qnap|ups|apcupsd|monit|watchdog|alarms?|vmware|vcenter|esxi|scan|scanner|copier|printer|fax|mfp|router|firewall|fail2ban|logwatch|smartd|sys(?:tem|log|mon|admin)|ansible|puppet|jenkins|hudson|build(?:er|s|bot)?|deploy(?:er)?|git|svn|cvs|zabbix|icinga|munin|grafana|prometheus|smtp|exim\d?|postfix|sendmail|qmail|(?:contact|kontakt|web|order|feedback)?[._-]?form(?:s|mail(?:er)?|ular|ulaire|ulario)?|sv[cr][._-][\w.-]+|[\w.-]+[._-](?:svc|service[._-]?account|cron|backups?))\d*$/,
  /** What a person may answer as, and mostly a system writes as. */
  transactionName: wordOf(
    'report(?:s|er|ing)?|receipts?|orders?|billing|invoices?|statements?|confirm(?:ation)?s?|subscriptions?|subscribe|' +
      'unsubscribe|repl(?:y|ies)|bookings?|reservations?|tickets?|tracking|rechnung(?:en)?|bestellung(?:en)?|buchung(?:en)?|reservierung(?:en)?|mahnung(?:en)?|versand|facturas?|' +
      'facturacion|factures?|facturation|fatture|fakturer?|pedidos?|commandes?|ordini|reservas|prenotazioni|zamowienia|invit(?:es?|ations?)|belege?|quittung(?:en)?|expenses?|justificatifs|uploads?|inbox|save|imports?|scan(?:ner|s)?|print(?:er)?|archive|account|requests?|workflow|purchasing|return',
  ),
  publisherName: wordOf(
    'e?-?news(?:letters?|desk|flash|room|mail|gram|group|alerts?)?|\\w+news|marketing|promo(?:tions?)?|offers?|deals?|sales|editors?|bulletin|campaigns?|announce(?:ments?)?|' +
      'mailing(?:s|list)?|e?mails|e?mailing|publish(?:er|ing)|publications?|members?(?:hip)?|community|rewards?|' +
      'subscribers?|e?blasts?|weekly|daily|today|headlines?|direct|list(?:s|e)?|redaktion|rundbrief|boletin|lettre|infolettre|nyhetsbrev|nieuwsbrief|angebote|aktion(?:en)?|ofertas|' +
      'webinars?|conferences?|surveys?|listmanager|learn|ask|experience',
  ),
  roleName: wordOf(
    'info|support|help|helpdesk|services?|customer[._-]?(?:service|care|support)|\\w*care|contact|kontakt|contacto|contato|feedback|admin|' +
      'administrator|webmaster|hostmaster|abuse|security|noc|team|hello|office|press|presse|media|hr|jobs|careers|legal|' +
      'privacy|accounts?|payments?|shipping|registrations?|enquir(?:y|ies)|inquir(?:y|ies)|staff|secretary|sekretariat|' +
      'postmaster|mail|email|post|hi|events?|shop|store|crm\\w*|customers?|hallo|bonjour|hola|comunicacion|communications?|relations|partners?|auth|' +
      'buero|vertrieb|verkauf|einkauf|empfang|rezeption|anmeldung|bewerbung|praxis|kunden(?:service|dienst)|accueil|comptabilite|recrutement|service-client|atencion|clientes|soporte|ventas|' +
      'atendimento|suporte|vendas|assistenza|segreteria|amministrazione|klantenservice|administratie|verkoop|kund[er]?service|bokning|biuro|sklep|reception|jobb',
  ),
  /** Of a domain below the organisation's own: what large senders keep for mail that nobody types. */
  bulkSubdomain:
    /^(e?-?news\w*|alerts?\d*|notif\w*|notices?|e?-?mailings?|campaigns?|bounces?|offers?|promo\w*|marketing|mktg?|announce\w*|rss|feeds?|updates?|deals|reply|replies|em?\d*|e-?mail\d*|send(er)?|transactional|crm\w*|lists?\d*|listserv|mailers?\d*|mg|messages?|subscriptions?|invites?|communications?|accounts?|billing|orders?|receipts?|engage\w*|click|guests?|relay|inbound|parse)$/,
} as const

export const senderWordLists = {
  automatedWords: `
noreply postmaster notification notifications robot bot daemon newsletter newsletters enewsletter digest alert alerts
automatic automated autoreply build benachrichtigung benachrichtigungen newsflash bulletin rundbrief mailgateway
`,
  organisationWords: `
inc ltd llc gmbh corp corporation team support service services customer customers care department network news media
institute foundation magazine weekly daily monthly today update online shop store club community newsroom press
relations office group association society conference conferences event events reward rewards direct billing account
accounts order orders sales marketing membership admin administrator helpdesk security university international
`,
} as const
