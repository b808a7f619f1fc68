/** Words that a rewrite may not bring along, in the languages there are texts in. Pure. */

const list = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

/** Days, months, spans and numbers in words. */
export const timeWords: ReadonlySet<string> = list(`
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december
today tomorrow yesterday tonight two three four five six seven eight nine ten eleven twelve dozen hundred thousand first second third
montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz mai juni juli oktober dezember heute gestern übermorgen
zwei drei vier fünf sechs sieben acht neun zehn elf zwölf hundert tausend erste ersten zweite zweiten
lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre
aujourd'hui demain hier deux trois quatre cinq sept huit neuf dix onze douze cent mille première premier deuxième
lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre
hoy mañana ayer dos tres cuatro cinco seis siete ocho nueve diez once doce cien mil primera primero segunda`)

/** Nouns of check-ins, which German writes with a capital. */
export const commonNouns: ReadonlySet<string> = list(`
kaffee zeit woche wochen monat monate monaten jahr jahre jahren tag tage tagen lust neues neuigkeiten gespräch telefonat anruf austausch treffen mittagessen
nachricht mail antwort frage stand dank grüße gruß gelegenheit ruhe weile moment freude leben arbeit thema projekt termin ihnen ihr ihre ihren ihrem ihrer sie bescheid
letztes letzten ewigkeit wiedersehen lauf dinge kontakt idee verspätung geduld rückmeldung augenblick minute stunde tasse`)

/** Beginnings of words that tell news, feelings about news, agreements, money or attachments: guesses, where the page says none. */
export const claims: readonly RegExp[] = [
  /^(?:congrat|condolenc|promot|hired|fired|engag|married|wedding|pregnan|baby|divorc|died|death|funeral|sick|illness|hospital|surgery)/,
  /^(?:promis|agree|attach|enclos|invoice|payment|pay|paid|money|bank|password|click|urgent|deadline|contract|signed?$|confirm|guarante|transfer|account|verify)/,
  /^(?:heard|noticed|saw|read|told|announc|linkedin|facebook|instagram|calendar|reminder|app$|algorithm|assistant|model|instruction|ignore|perennial)/,
  /^(?:glückwunsch|gratul|beileid|beförder|gekündigt|verlobt|verheirat|hochzeit|schwanger|gestorben|krank|versproch|zugesagt|vereinbart|anhang|anbei|rechnung|überweis|konto|passwort|dringend|gehört|gelesen|erinnerung)/,
  /^(?:félicit|condoléan|promu|fiancé|mari(?:age|é)|enceinte|décéd|malad|promis|convenu|joint|facture|pai|virement|compte|urgent|entendu|appris|rappel)/,
  /^(?:felicit|enhorabuena|pésame|ascen|despedid|comprometid|cas(?:ado|ada|aste)|embaraz|falleci|enferm|promet|acord|adjunt|factura|pag|transferencia|cuenta|contraseña|urgente|oído|leído|recordatorio)/,
]
