/**
 * Words that subjects are made of, by language: small words, days and months, and what people write to each other about. Names,
 * brands and words that travel ("Meeting", "Update") tell nothing and are left out. `other` holds what neighbouring languages
 * would be mistaken for. Pure.
 */

/** A word of several languages stands in each of them. */
export const languageWords = {
  en: `the and of for with from your our my you are is it its we they this that these what where when how who why which was were been be being do does did
have has had not any some about before after next last week month today tomorrow yesterday morning evening thursday friday monday tuesday wednesday
saturday sunday january february march june july august october december thanks thank hello dear question questions call lunch dinner draft review
notes follow following up plans plan trip photos book birthday happy please would could can may will shall should let know looking look move moving
new old address introduction friend friends first second two three long time yours see change running late back out over into between still thoughts
idea ideas on to at by if or as an but just only also here there their them us me his her forgot said say think promised like coming going work
school news more missing need wanted wondering quick letter report weekend house home weekly year years interview job visit advice help reminder
request sorry missed get got give gave take took make made find found needs every again never always maybe really very much many most such than too
well each both without under until`,
  de: `der die das den dem des ein eine einen einem einer und oder mit von vom zum zur für auf aus bei beim nach über unter vor an am im in ist sind war
waren wird werden wie was wo wann wer warum nicht noch kein keine ich du er sie es wir ihr mich mir dich dir uns euch mein meine deine dein unser
unsere unseren euer eure ihre ihren sein hat habe haben können könntest könnten kannst kommst geht gibt soll sollen bitte danke dank vielen liebe
lieber grüße gruß frage fragen termin termine treffen gespräch anruf rückruf mittagessen abendessen essen woche nächste nächsten nächster letzte
letzten letzter montag dienstag mittwoch donnerstag freitag samstag sonntag januar februar märz juni juli dezember oktober heute morgen gestern
abend mittag uhr jahr jahre angebot entwurf protokoll unterlagen vertrag geburtstag glückwunsch reise urlaub fotos bilder kinder schule idee ideen
gedanken pläne neue neuer neues neuen alte kurze kurzer kurz lange gute guten alles verschoben verschieben antwort anfrage bescheid projekt
vorschlag zwei drei erste ersten vergessen versprochen versprochenen gesehen suche buch bericht stand wegen seit bis ob dass weiter wieder mal doch
auch nur schon wenn dann zeit hochzeit sommer winter wochenende büro arbeit ergebnis ergebnisse freundin freund warst denn bevor gut schön schönen
schöne klein kleine kleiner kleines große großer lass lasst sind’s geht’s gern gerne leider immer nie vielleicht sehr viel mehr woher wohin damit
dazu`,
  fr: `le les une des du et ou avec pour par sur dans chez sans sous est sont était sera serai suis es ton ta tes mon ma mes notre nos votre vos leur leurs
son sa ses je tu il elle nous vous ils on ce cette ces qui que quoi quand comment pourquoi pas plus encore en au aux merci bonjour salut cher
question questions rendez réunion appel entretien déjeuner dîner déjeune semaine prochaine prochain dernier lundi mardi mercredi jeudi vendredi
samedi dimanche janvier février mars avril juin juillet août septembre octobre novembre décembre aujourd’hui demain hier soir matin midi heure
heures devis facture brouillon compte rendu contrat invitation anniversaire voyage vacances billets maison livre école projets projet nouvelle
nouveau nouvelles petite petit bonne bon peut pouvez pouvons viens venez dis fait long longtemps décaler suite retour retours remarques réponse
demande proposition confirmation trois premier promis retard cherche avant entre depuis jusque aussi bien mariage été hiver travail aide avez as ai
avons amie ami programme point quelques désolé ravi contente content t’ai avoir faire dire voir parler lettre vieille vieilles grande grand jamais
toujours peu beaucoup trop tout tous toute toutes rien quelque`,
  es: `el los las una unos unas del con para por sobre en al sin desde hasta entre es son era fue está están estás soy tu tus mi mis su sus nuestra nuestro
nuestras nuestros vuestra vuestro yo te se me nos lo le que qué quién cómo como cuándo cuando dónde donde cuánto cuánta no más muy también aún
todavía gracias hola saludos abrazo querido querida estimado estimada pregunta preguntas cita reunión llamada entrevista comida comemos cena
almuerzo semana próxima próximo última último pasada viene lunes martes miércoles jueves viernes sábado domingo enero febrero marzo abril mayo junio
julio agosto septiembre octubre noviembre diciembre hoy mañana ayer noche tarde año presupuesto factura borrador contrato cumpleaños feliz viaje
casa libro idea ideas planes proyecto nueva nuevo buen buena puedes podemos puede podéis vienes quieres dime dudas cambio respuesta solicitud
propuesta charla dos tres primer primera antes después trabajo ayuda fiesta has hemos hay tengo quedó prometí noticias amiga amigo revisar tiempo
busco siento haberte alegró verte llegó hablamos andas vayas trae fin teléfono número mensaje adjunto firmado nunca siempre quizá quizás poco mucha
muchos muchas algo nada todo todos toda todas familia día días años`,
  it: `il lo gli le uno una di del della dello dei delle degli con per dal dalla in nel nella su sul sulla al alla tra fra sono era sarà siamo sei ho hai
ha abbiamo avete tuo tua tuoi tue mio mia miei mie nostra nostro nostre nostri vostra vostro io ti si ci vi che cosa chi come quando dove quanto
perché non più ancora anche molto grazie ciao salve saluti caro cara gentile domanda domande appuntamento riunione chiamata pranzo pranziamo cena
settimana prossima prossimo ultima ultimo ultimi lunedì martedì mercoledì giovedì venerdì sabato domenica oggi domani ieri sera mattina anno fattura
contratto invito compleanno buon`,
  pt: `os as um uma uns umas do dos das ou com para por pelo pela sobre em no na nos nas ao sem desde até entre era foi está sou seu sua seus suas meu meus
teu tua teus tuas nossa nosso nossos vossa vosso você vocês eu te se me que quem como quando onde quanto mais muito também ainda obrigado obrigada
olá oi caro cara prezado abraço pergunta perguntas dúvida encontro conversa chamada entrevista almoço almoçamos jantar semana próxima próximo última
último passada segunda terça quarta quinta feira sexta sábado domingo hoje ontem noite tarde ano contrato convite aniversário feliz fotos`,
  nl: `het een en of met voor van door over onder uit op in aan is was waren wordt worden ben bent ik je ze we jullie jou ons onze jouw uw hun dit dat deze
die wat wie wanneer hoe niet nog geen ook al wel dan bedankt dank hallo hoi beste groeten vragen vergadering gesprek lunchen eten week volgende
vorige dinsdag woensdag donderdag zaterdag zondag morgen gisteren avond middag ochtend concept contract gefeliciteerd foto’s huis boek idee ideeën
nieuw nieuwe oude korte lang lange goed goede kun kunt kunnen kan kom komt komen wil wilt ging`,
  other: `nou och för jag med av det som att ett är tack hej hur när nästa vecka torsdag fredag onsdag lördag söndag kort fra og jeg du han hun dere takk hvordan
neste uke tak uge mange amb els les dels per una sobre demà pregunta bon què aquesta setmana propera cu pentru este sunt întrebare despre na do jest
dla od po czy jak dobry jutro wczoraj hvala za je sastanak sutra se pro ve den otázka bu ne merhaba soru dün ja on että kysymys kokous huomenna
köszönöm kérdés találkozó holnap az egy és`,
} as const
