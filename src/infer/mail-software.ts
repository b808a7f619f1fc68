/**
 * What writes and carries mail, by the traces it leaves: programs that people write with, programs that programs write
 * with, and services that carry mail for many. Software and carriers, never senders. Pure.
 */

/** What people read and write mail with, as it names itself in X-Mailer or User-Agent. */
export const personClient =
  /outlook|thunderbird|mozilla|apple mail|iphone|ipad|mutt|pine|evolution|kmail|kontact|eudora|pegasus|the bat|notes|gnus|sylpheed|claws|squirrelmail|roundcube|horde|\bimp\b|zimbra|airmail|exmh|nmh|\bmh\b|\belm\b|wanderlust|entourage|\bspark\b|k-9|fairemail|em[ _]client|postbox|mailspring|foxmail|groupwise|web ?mail|webservice\/\d|aol|opera|becky|aerc|balsa|geary|gmail|yahoomail|ymail|yamail|mail\.ru|mew |vm \d|emacs|mu4e|superhuman|cyrus-jmap|messagingengine|zoho ?mail|open-xchange|sogo|rainloop|snappymail|nextcloud|kopano|zarafa|kerio|mdaemon|proton|tutanota|bluemail|canary|edison|missive|front \(|hey |workmail|git-send-email|\bb4\b|stgit/i

/** What programs send with. */
export const scriptClient =
  /php|nodemailer|mime::?lite|libwww|aspmail|aspemail|javamail|swift|python|perl|ruby|\.net|cdo|campaign|list ?man|listserv|e-?mail(ing)?( marketing| by|s\b)|mailing|bulk|blast|newsletter|mailman|mailchimp|sendgrid|sendmail|msmtp|curl|wordpress|drupal|oracle|sap|lyris|dbmail|mailout|phplist|zendesk|jira|server|system/i

/**
 * A Message-ID that only a person's own program makes: Gmail's and the other web mails', Exchange's in the cloud, phones',
 * Apple's (a UUID in capitals).
 */
export const personMessageId =
  /^\s*<(CA[\w+=-]{20,}@mail\.gmail\.com|[A-Z\d]{20,}@[A-Z\d]+\.[\w.]*prod\.outlook\.com|[^@>\s]+@(?:[\w-]+\.)*(?:email\.android\.com|app\.fastmail\.com|proton\.me|protonmail\.com|pm\.me|tutanota\.com|we\.are\.superhuman\.com|mail\.yahoo\.com|hey\.com)|[\dA-F]{8}(?:-[\dA-F]{4}){3}-[\dA-F]{12}@|trinity-)/

/** Parts divided as Apple Mail, Exchange and Thunderbird divide them. */
export const personBoundary = /boundary="?(Apple-Mail|_0\d\d_|-{12}[\da-zA-Z]{24})/

/**
 * … and as libraries do: Rails, Mailchimp's, Python's, PHPMailer's, SwiftMailer's, Nodemailer's, .NET's, MIME::Lite's,
 * and a script's own name with a hash (PHP's `md5`).
 */
export const programBoundary =
  /boundary="?(-*==_mimepart_|_-+=_MCPart_|={10,}\d{10,}==|b\d_[\da-zA-Z]{20,}|_=_swift|--_NmP-|--boundary_\d|_?-{10}=_\d|\d+\.\d+\.JavaMail|-*=?_\w{1,30}_[\da-f]{32}"?\s*$)/

/** A server names a letter that nobody's mail client has named: Sendmail's, qmail's, Postfix's and Exim's forms. */
export const serverMessageId =
  /^\s*<(\d{12,14}\.[a-z]{1,2}\w{6,12}@|\d{14}\.\d+\.qmail@|\d{14}\.[0-9A-F]{8,12}@|E[\dA-Za-z]{6}-[\dA-Za-z]{6,11}-[\dA-Za-z]{2,4}@)/

/** Libraries and services: Python's, Rails', Mailgun's, PHPMailer's and the like, and hosts of computing centres. */
export const programMessageId =
  /LISTMANAGER|listserv|geopod|ismtpd|phpmailer|swift\.|\.php|nodemailer|^\s*<[\da-f]{8,}_[\da-f]+@[^>]*\.mail>|^\s*<\d{10,}\.\d+\.\d{10,}@|^\s*<\d{14}\.[\da-f]{14,18}@|@localhost|@[\w-]*(lambda|ip-\d+-\d+)|\.(ec2|compute)\.internal>/i

/** Who carries mail for others: the domains that organisations registered, found in a Message-ID, a Return-Path or a sender. */
export const mailServices: ReadonlySet<string> = new Set([
  ...[
    'amazonses.com',
    'sendgrid.net',
    'sendgrid.com',
    'sendgrid.info',
    'mailgun.org',
    'mailgun.net',
    'mailgun.info',
    'mcsv.net',
  ],
  ...[
    'mcdlv.net',
    'rsgsv.net',
    'mailchimp.com',
    'mailchimp.net',
    'mailchimpapp.com',
    'mailchimpapp.net',
    'mandrillapp.com',
  ],
  ...['mtasv.net', 'pphosted.email', 'sparkpost.com', 'e2ma.net', 'hubspot.com', 'hubspot.net', 'hubspotemail.net'],
  ...[
    'hubspotemail.com',
    'hubspotstarter.net',
    'hs-email.com',
    'hs-send.com',
    'exacttarget.com',
    'exct.net',
    'mktomail.com',
  ],
  ...[
    'marketo.com',
    'marketo.org',
    'klaviyomail.com',
    'sailthru.com',
    'customeriomail.com',
    'customer.io',
    'constantcontact.com',
  ],
  ...[
    'ccsend.com',
    'sendinblue.com',
    'mailin.fr',
    'brevo.com',
    'brevosend.com',
    'mailjet.com',
    'mailerlite.com',
    'aweber.com',
  ],
  ...[
    'getresponse.com',
    'activehosted.com',
    'convertkit.com',
    'substack.com',
    'beehiiv.com',
    'postmarkapp.com',
    'responsys.net',
  ],
  ...[
    'bluehornet.com',
    'dotmailer.com',
    'dmtrk.net',
    'emarsys.net',
    'cheetahmail.com',
    'chtah.net',
    'eloqua.com',
    'en25.com',
  ],
  ...[
    'salesforce.com',
    'pardot.com',
    'zendesk.com',
    'freshdesk.com',
    'intercom-mail.com',
    'helpscout.net',
    'smtp2go.com',
  ],
  ...[
    'elasticemail.com',
    'socketlabs.com',
    'resend.com',
    'resend.dev',
    'mlsend.com',
    'sendpulse.com',
    'm0.net',
    'iterable.com',
  ],
  ...['braze.com', 'appboy.com', 'xt.local'],
])

/** Those that number their domains. */
export const numberedMailService =
  /^(sparkpostmail\d*|createsend\d*|cmail\d+|acems\d*|convertkit-mail\d*)\.com$|^rsys\d*\.(com|net)$/

/** Feedback-ID tells of mass mail, but that some hosts of people's mailboxes write it on every message. */
export const personFeedback = /:(user:proton|fastmail|zohomail)\s*$/i

/** Programs that also answer invitations, and name themselves on those answers. */
export const calendarClient =
  /outlook|exchange|iphone|ipad|apple|ical|notes|groupwise|zimbra|evolution|kontact|mdaemon/i
