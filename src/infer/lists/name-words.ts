/** Of `name-words.ts`. Travels beside the Worker. */

export const nameWordLists = {
  /** Before a name. */
  titles: `
dr drs prof professor professore mr mrs ms miss mx sir dame lady lord rev reverend revd fr father sister brother rabbi imam
capt captain maj major col colonel lt lieutenant gen general sgt sergeant cpl cdr cmdr hon judge justice amb ambassador
senator sen rep gov chief pastor bishop deacon elder coach nurse officer mayor councillor ppa doctor doctora doutor doutora docteur dottore atty attorney adv advocate barrister engr eng ing
engº engª ir ts datuk dato datin puan encik tuan hj hjh
herr herrn frau hr fru dipl dipl-ing dipl-kfm dipl-inf dipl-vw dipl-psych dipl-phys dipl-chem dipl-math dipl-biol mag med jur
phil rer nat pol oec habil hc mult univ univ-prof dr-ing ddr pd priv-doz ra rain ass stb
graf gräfin freiherr freifrau baron baronin baroness baronesse prinz prinzessin prince princess count countess
mme mlle mm me maître maitre mgr monsieur madame mademoiselle pr docteure
sr sra srta srs don doña dna dña lic licda arq abg abog cpn mtro mtra dra dro profa profª profº exmo exma dott dottssa dotssa avv
arch geom rag sig sigra signor signora on cav comm dott-ssa dra drª drº dª
dhr mevr mevrouw meneer de-heer ds mw
mgr inż inz mudr judr rndr phdr ing bc doc docent paeddr mvdr thdr pharmdr prim mr-sc dr-sc akad
shri sri smt kum kumari mohd md pandit pt swami sheikh sheikha thiru tmt mst begum late
doç öğr gör arş uzm av sn bay bayan yrd op
khun nai nang ajarn bapak pak bu ibu mas mbak kang ustad ustadz u daw ko
ד״ר ד"ר דר פרופ פרופ׳ עוד עו״ד עו"ד מר גב גב׳ גברת הרב د الدكتور الدكتورة دكتور دكتورة المهندس المهندسة مهندس م السيد السيدة الأستاذ الأستاذة الشيخ أ
श्री श्रीमती डॉ डा प्रो คุณ ดร นาย นาง นางสาว ศ รศ ผศ г-н г-жа господин госпожа проф др акад д-р пан пані κ κα δρ κος καθ
`,
  /** After a name, behind a comma or without one; before it too, where somebody writes them there. */
  suffixes: `
phd md jr junior sr senior ii iii iv vi vii esq esquire mba cpa msc bsc ma ba bs ms dds rn pmp cfa llm llb dphil mphil edd psyd
jd do dvm dmd np pa lcsw lmft lpc facs frcs frcp facp mrcp mrcvs mrcgp frca facc mph mfa med ded dmin mdiv dd csc drsc sc aia
pe rla ra riba faia cissp cfe cma acca fca aca ca cs shrm-cp sphr phr obe mbe cbe kbe qc kc ret retd emeritus dba deng mtech btech
beng meng bcom mcom bed ded habil mrics frics cipd fcipd facog pharmd otr pt dpt ot slp ccc bcba ncc csm ceng mice abr pg gri crs
ceo cto cfo coo cmo cio cso cpo chro ciso vp svp evp avp md gm hrbp founder cofounder co-founder owner president chair chairman
chairwoman director directrice manager managing partner principal head lead chief officer executive consultant engineer developer
designer architect analyst associate assistant advisor adviser coordinator specialist representative professor lecturer
geschäftsführer geschäftsführerin leiter leiterin inhaber inhaberin referent referentin directeur président gérant gerente
direttore diretor directora director titolare responsable responsabile fondateur fondatrice fundador vd ordförande
he she they him her them hers his ele ela elle
ext extern external ctr civ mil usaf usarmy usn usmc contractor
`,
  /**
   * What is called by one of these is an organisation, a desk, a room or a group, and nobody by name. In the languages that
   * mail comes in; the words of their laws among them.
   */
  roleWords: `
info team teams support sales office offices admin administration administrator hello contact service services news newsletter
billing accounts account accounting payable receivable hr jobs careers recruiting recruitment talent press marketing help helpdesk
noreply no-reply notification notifications reception receptionist booking bookings reservations events community list group groups
the studio studios gmbh inc ltd llc llp plc corp corporation company co kg ag ug ohg gbr mbh bv nv sa sas sarl srl spa sl slu sc oy oyj ab
as aps doo sro ooo zoo kft zrt eirl ltda pty pte pvt sdn bhd
mail post webmaster robot bot desk customer customers client clients care department dept praxis kanzlei success it
your our ihr unser die das les los las il
kontakt contacto contato service-desk servicedesk shop store webshop online web website orders order delivery shipping returns
partners partnernet network networks agency agentur agence agencia agenzia consulting consultancy consultants solutions
systems technologies technology tech software digital media labs lab group holding holdings ventures capital invest investments
bank insurance versicherung assurance seguros university universität universite université universidad universidade università
uni hochschule college school schule escuela escola école ecole scuola academy akademie institute institut instituto istituto
faculty fakultät library bibliothek bibliothèque biblioteca museum hospital klinik klinikum clinic clinique clinica clínica dental surgery
pharmacy apotheke pharmacie farmacia hotel restaurant café cafe bar bakery bäckerei boulangerie panadería brewery garage
autohaus schreinerei tischlerei weinhandlung buchhandlung metzgerei möbelhaus handwerk bau stadtwerke stadt gemeinde amt rathaus
landratsamt finanzamt jugendamt city council county town parish mairie commune préfecture ayuntamiento junta ministerio
ministry ministerium ministère comune regione provincia câmara prefeitura gemeente provincie kommun kommune region kunta urząd gmina
obec úřad město hivatal önkormányzat federal government embassy consulate botschaft verein verband club society association
foundation stiftung fondation fundación fundação fondazione charity church kirche kirchengemeinde parroquia église choir chor orchestra
board committee vorstand staff faculty crew squad everyone members member all residents parents family familie famille familia famiglia
buchhaltung vertrieb verkauf einkauf empfang rezeption anmeldung bewerbung personal personalabteilung sekretariat kundenservice
kundendienst kundenbetreuung abteilung redaktion verwaltung zentrale geschäftsstelle geschäftsführung leitung hausverwaltung büro
steuerkanzlei rechtsanwälte rechtsanwaltskanzlei steuerberatung ingenieurbüro
comptabilité secrétariat secretariat accueil direction ressources humaines cabinet étude boutique librairie
atención cliente clientes ventas soporte recursos humanos contabilidad administración administracion secretaría registro ferretería
taller bufete estudio gestoría vendas suporte atendimento financeiro segreteria amministrazione ufficio assistenza
studio-legale legale didattica negozio officina klantenservice administratie verkoop afdeling bestuur secretariaat winkel
kundservice kundeservice ekonomi kansli styrelsen asiakaspalvelu toimisto biuro sklep obsługa dział księgowość obchod podpora
oddělení iroda ügyfélszolgálat müşteri hizmetleri destek satış muhasebe ofis
room rooms boardroom meeting conference conf raum besprechung besprechungsraum konferenz konferenzraum sitzung iphone ipad android sitzungszimmer saal salle sala huddle auditorium lounge floor
building projector printer scanner copier fax calendar kalender notetaker recorder assistant-bot
weekly daily digest magazine journal times today alerts alert updates update security privacy legal compliance finance procurement
purchasing logistics warehouse operations ops production quality engineering research development admissions registrar enrollment
dean provost alumni student students roofing plumbing heating construction electric gardens garden farm farms estate realty
properties property homes architects advisory advisors lawyers attorneys law brothers sons bros associates industries international
global energy power water telecom mobile logistik transport travel tours airlines railway cargo express trading imports exports
project program programme campaign class course seminar workshop webinar training front centre center medical health healthcare
road street house home court church temple mosque league band ensemble theatre theater cinema gallery galerie press radio tv
records books bookshop florist salon spa gym fitness yoga wine wines foods kitchen pizza pizzeria trattoria ristorante osteria
titkárság hospice stables kennels interiors
opera billetterie ticketing boxoffice tourism turizm turismo rezervasyon reservierung reservas prenotazioni réservation
rezerwacje marathon cathedral observer
bistro brasserie taverna bodega panaderia carniceria papelería librería libreria colegio liceo lycée collège instituto hospedaje
hostal albergue posada pousada clínica laboratorio laboratoire associés associes asociados associati associados avocats abogados
advogados avvocati notaires notaría notaio eheleute ev vzw asbl stichting vof cv gartenbau elektro sanitär immobilien makler
hausmeister feuerwehr polizei bürgerbüro bürgermeister sachbearbeitung personalrat betriebsrat elternbeirat
invoices invoice payments payroll receipts returns refunds statements enquiries inquiries complaints feedback hospitality
ticket tickets system server backup monitor alertmanager build ci deploy jira slack teams zoom webex
unknown undisclosed recipients user users guest guests test demo anonymous nobody root daemon mailer-daemon postmaster none null
n/a name default untitled
ооо оао зао пао ип тов отдел бухгалтерия поддержка компания магазин служба администрация редакция банк университет отделение команда
продаж продажи кадры секретариат приемная відділ підтримка бухгалтерія компанія магазин канцелярия
εταιρεία εταιρια γραμματεία υποστήριξη ομάδα τμήμα εξυπηρέτηση πανεπιστήμιο ας επε
חברת עיריית צוות שירות מחלקת בנק משרד אוניברסיטת בעמ בע״מ בע"מ תמיכה מכירות
شركة مكتب قسم جامعة خدمة فريق بنك مؤسسة دعم مبيعات إدارة وزارة شرکت دفتر بخش دانشگاه
บริษัท ฝ่าย จำกัด โรงแรม मंत्रालय कार्यालय सेवा विभाग बैंक
`,
  /** Between the names of two, or of a firm's owners. */
  joiners: '& + and und et y e og och i en',
  /** Of a family name, before it; those of one tradition may be another's name. */
  particles: `
von vom van vd vander vanden zu zum zur de del della dello dei degli di da do dos das du des d la le los las den der het ten ter
't te op af av bin binti binte bint ibn ben bat al el ul ur abu a/l a/p s/o d/o y e und o' dela ó ní uí
`,
  /** Those that stand in small letters wherever a whole name is mended. */
  smallParticles:
    "von vom van zu zum zur de del der den la las los dos das da do du des ter ten te op af av bin binti binte bint ibn y e und 't a/l a/p s/o d/o",
  /** Given names that hardly ever stand alone: the next word belongs to them. */
  boundGivenNames: 'abdul abdel abd abu abou umm gian عبد أبو ابو عبدال',
  /** Given names that are shortened where everybody bears them: which one somebody goes by, the name does not tell. */
  sharedGivenNames: 'ma mª md mohd muh',
  /** Places that are called like people: in brackets behind a name they are where somebody works. */
  placesLikePeople: `
florence sydney austin paris victoria charlotte madison adelaide chelsea georgia virginia carolina santiago vienna houston dallas
london brooklyn lourdes asia india jordan israel chad kenya siena verona catania milan roma
`,
} as const
