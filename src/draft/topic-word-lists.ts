/** Of `topic-words.ts`, in all languages at once. Travels beside the Worker. */

export const topicWordLists = {
  /** Beginnings of words. */
  privateMatters: [
    'medic|doctor|hospital|surgery|diagnos|cancer|tumou?r|therap|clinic|health|illness|sick|ill\\b|pregnan|baby|miscarr|biops|scan\\b|blood|mental|burn-?out|depress|funeral|condolen|death|died|obituar|divorc|separation|custody|weight|rehab|allerg|vaccin|dentist|operation\\b',
    'arzt|ärzt|krank|klinik|spital|befund|diagnose|krebs|therapie|schwanger|geburt|beerdig|trauer|beileid|scheidung|trennung|sorgerecht|impf|reha\\b|zahn|untersuchung|behandlung|gesundheit|pflege',
    'médec|médic|hôpital|maladi|santé|chirurg|diagnost|grossesse|naissance|bébé|obsèques|décès|deuil|condoléances|divorce|garde\\b|vaccin|dentiste|thérap|analyses',
    'médic|salud|enferm|cirug|diagnóst|embaraz|parto|funeral|pésame|fallec|divorcio|custodia|vacuna|dentista|terapia|clínica|análisis de sangre',
    'legal|lawyer|attorney|court|lawsuit|litigation|subpoena|settlement|contract|nda\\b|complian|complain|grievance|harass|discriminat|disciplin|police|visa\\b|immigra|asylum|dispute|claim|liabilit|probation|notar|patent',
    'anwalt|anwält|gericht|klage|recht(?:s|lich)|vertrag|abmahn|beschwerde|polizei|visum|asyl|streit|haftung|notar|vergleichsangebot|datenschutz',
    'avocat|tribunal|juridi|litige|contrat|plainte|réclamation|police\\b|notaire|procès|mise en demeure',
    'abogad|tribunal|juríd|demanda|contrato|queja|denuncia|notarí|juicio|pleito',
    'invoice|payment|payroll|salar|bonus|budget|financ|fund(?:ing|rais)|loan|debt|mortgage|tax|rent\\b|refund|price|pricing|cost|quote\\b|quotation|offer\\b|fee\\b|fees\\b|bank|insur|pension|invest|money|expens|compensation|wage|raise\\b|equity|shares?\\b|stock option|credit|inherit|donation|billing',
    'rechnung|zahlung|gehalt|lohn|bonus|budget|finanz|kredit|schuld|hypothek|steuer|miete|erstattung|preis|kosten|angebot|honorar|bank(?!et)|versicherung|rente|invest|geld|spesen|abfindung|erbe\\b|erbschaft|spende|mahnung',
    'facture|paiement|salaire|prime\\b|budget|financ|prêt|dette|hypothèque|impôt|loyer|rembours|prix|coût|devis|honoraires|banque|assurance|retraite|argent|héritage|don\\b',
    'factura|pago|nómina|salario|sueldo|presupuesto|financ|préstamo|deuda|hipoteca|impuesto|alquiler|reembolso|precio|coste|costo|honorarios|banco|seguro|pensión|dinero|herencia|donación',
    'dismiss|layoff|lay-off|redundan|terminat|resign|notice period|severance|fired|exit interview|performance (?:review|plan|improvement)|warning|restructur|job\\b|interview|applicat|cv\\b|résumé|recommendation|reference\\b',
    'kündig|entlass|abfindung|aufhebung|freistell|bewerbung|lebenslauf|abmahnung|zeugnis|vorstellungsgespräch|umstrukturierung|stellen(?:abbau|angebot)',
    'licenciement|démission|préavis|rupture|candidature|entretien d|lettre de motivation|restructuration|avertissement',
    'despid|despido|dimisi|renuncia|finiquito|candidatura|entrevista|currículum|reestructuraci',
    'confidential|private|personal|secret|vertraulich|privat|persönlich|confiden|privé|personnel|privad|secreto|sex|affair|crisis|accident|unfall|emergency|notfall|urgence|urgencia|religio|church|kirche|mosque|synagog|politic|election|wahl(?!en\\b)',
    'password|passwort|kennwort|mot de passe|contraseña|login|account|konto|compte|cuenta|verif|security|sicherheit',
  ],
  nameLikeWords: [
    'anna anne anja alice alex andrea andreas antonio amy ana adam ali ahmed aisha ben bernd beatriz carla carlos charlotte chris christian christine',
    'claire clara claudia daniel david diego dirk elena elke elisa emil emily emma eva fatima felix fernando fiona françois frank gabriel george giulia greta',
    'hannah hans helen henrik ingrid isabel jack jakob jan jane javier jean jens jessica jim joanna johannes john jonas jorge josé juan julia julie jürgen karen karin',
    'katharina kate katie kevin klaus lara laura lea lena leo linda lisa louis lucas lucía lukas lucy luis manuel marc marco maria marie marion mario mark marta martin mary',
    'matthias max maya michael michelle miguel mike miriam mohammed monika nadia nicolas nina noah nora núria olga oliver omar pablo paolo pascal patrick paul paula pedro peter petra pia',
    'pierre priya rachel ralf raúl robert rosa ruth sabine sam samir sandra sara sarah sebastian simon sofia sophie stefan stefanie stephanie steve susan susanne sven tanja thomas tim tobias tom tomás',
    'ulrike ursula ute uwe vera victor wolfgang yasmin yusuf zoe',
  ],
} as const
