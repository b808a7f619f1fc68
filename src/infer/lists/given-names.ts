/** Of `given-names.ts`. Travels beside the Worker. */

export const givenNameLists = {
  /** Two letters, then what follows them; a dot where nothing does. */
  all: `
ab ai delrahman dul dulrahman eb el i igail imbol inav isek it
ad a ah am an e ea edai el em i il in iti olf rian rien
af i ia
ag at nes niesk ung us ustin
ah mad med met
ai . a ah an da dan elet es ka la lin man me na nur sa satu se svari t ta umi us gars
ak ieng il im ir os ram osu
al a ain an asan ba ban bert bertin da do eiandr ek en es esandr esi ex exandar exander exandr exandru exei exis fa
al fi fons fred i ia iah ik iki in ires is ison ix ka mas ois ons sbet un va var
am adu ai ali and andin ani ar ber br eli i iad ie in inat itab non ol os rit
an . a abel ais as astasi astasios at atoli ders di dr dreas drei dres drev dri dris drsei e ek eli emari esk et ge der
an gel gelik gelin gi gus i ia iali ie ik il irud is it ka kit kur ong selm tal te ti toin toinet ton tonel toni garad
an tonin tonios tonis uk upam urad irban ahit
ao if
ap arn ini olin ril
ar a akeli am ank at ben da esu i ia iadn ian ie iel ik in is ist iun kadi kadius ki len mand men min naud ne no nold nel
ar on pad t ta to tur turs un vind
as a ad ami ep har ia if im is lei li raf trid tu us vin
at anasios il susi
au brei de drei gust rel reli relien ror stin
av a igail inas iv raham
ax el
ba baid bak batund dr hman hram iani iu la las lint mbang ptist rbar rbor ri ris rt rtlomiei rtos ruk s sam skar
ba stian stien tuhan vn
be at atrik atris gon hnam hrus hsad kel ki la len lind n nedek nedikt ni niamin nit nk no noit nt rhan rit rnadet
be rnard rnd rnhard rt rtalan rtil rtold rtrand si snik t tani ti tin tsi verli
bi an ank arn l lal li na niam no nt orn rgit ron snu
bl ak ank esing
bo . b bi fa gdan glark hdan humil ian ngani ni nifak ra ris rivoi sen sidar tond
br ad adlei am andon ank end endan ent et ian idget igit ik it itani uk un
bu bakar di rak rku
da fid fn g gmar hiun ig isi le li libor lit mian mien ml mon n na ni niel nil nut ra rel ren ri ril rius rlen rmendr
da ve vi vid vn vor
de an bi bor br di ian ka klan lfin li nes ni nis rek vendr vi vin vor sislav
di . ah an dier eg etmar etrik kl lan lip lsan mitar mitrios mitris na no pak armuid
do lores menik ming minik miniku n na nald ngiun ni ra rin ris ron rot roti
dr ag agos ev or
du a an bravk g glas mitru nkan san stin
dv ain
ea mon rl
eb a el erhard rahim ru
ed a gar gard gars i ie it mund na uard vard vin
ef raim rat rem ua
eg il
eh san ud
ei a lin rini vind tan
ek aterin
el a ain dad eanor efterios en eni eonor ham i ia iah ian ias ie if in inor io iot is isabet isavet isev isk odi oi
el ois sa sbiet se si vir
em a ad anuel ek elin es i ie il ili ilian in re
en dang gelbert rik riku so
eo in
er an dal en es i ik in ki na nest sebet vin
es am ie io pen perans ra teban tefani tel ter
et an el ien
eu gen geni nhi ni nik
ev a ald an angeli angelin angelos e elin
fa bi bian bien brik had iar ie isal it lk ni nt rah rhad rsad rsan ruk tim tm tu tumat vad
fe derik dor liki lip lix mk ran rdinand renk rest rgus rnand
fi del kret l lip lipin lipos lis n ne nlai on
fl avi eur oid or orenk orent orentin orian orin ur
fo eb lak tis lasad
fr an ank ankes ankesk anki ankis ankisek ankisk ankois ans ansisk antisek aser ed ederik ederiku edi edrik ei id
fr iederik iedrik its usin
fu mi nmi
ga bor briel d da el etan ia il l la lin lit nes ret ri san spard ston urav vin
ge lert ma nadi nar ne neviev nki of ofrei ofroi org orges orget orgi orgin orgios rald raldin rard rben rd rg rgeli
ge rhard rit rmain rman rtrud sa takev vorg
gi ad akom an ani anis anluk deon l lad lbert les lo na no or orgi orgos ovan ovani rm rt rts sel ta uli ulian usep s
gl adis eb en end ori
go nsal ran rdan rdon ro lnas
gr aham ak ant asin eg egor egori et etken igor igori segors ain
gu adalup dmundur drun i id ilaum ilem ilerm ilermin ilherm l la n nai nar nter okiang rprit s stav rmit
gv en enael endolin inet
ha bi bib dar das di eun fs ider if ik il ilei itam kan l le lil lim lin mis ms na nah nan ne nelor nes ni no ns nu nd
ha oran rald ri riet ris rm rold rprit rtmut ru ruk run rut rvei san sel sem tem va kon smik
he ater ba da dvig dvik idi iki ktor lder len lg lin lmut ndrik ning nk nri nriet nrik nriku rbert rman rnan rsl rt
he sam
hi almar daiat deki ein karu lari ld ldegard mansu ra roki rosi rut tes tomi tosi unvu vot
ho lger li nok pe rst rtens sam sein vard ri
hr ist voi
hu bert d da g go li man sain sein v
ia bulani da de drank dvig ehiun el ga go hi i ia im ir k ke kek ki kint kob kov kub kuelin kues mal mes mi mil n na god
ia ne nek nes net ngu nhu nik nin nis niv nk nling no nos nus p ra red ri riv rmil ron san sin smin sn son sper sprit
ia su susi tin um vier xon
ib oli rahim tisam
id a ris
ie an anet f frei hud hudit i in la le len mi na ni nifer ns remi ri rom ronim rsi s se sik sper sus t te vhen
if an eani
ig naki or
ih ab or un
ik a ekukvu er
il ari ean eni han ia ias ie ir ke ko on sa se
im eld en i ie in ke ogen ran re tias
in a aki bal dir dr drik es ga geborg grid ho ka okent gvild
io . ah akim akuim akuin an anis ao di e ei el han hanes hn hni i ik kanan kelin ken ko land lant n na nah nas natan nut
io nel ram rdan rdi rg rgen ris rm s sa se sef sefin si sian su tam van velin
ir akli em en fan i in is it o ving
is a abel ai ak amu an la mael mail old ra tvan u umi kr it
it ai amar shak suki siar
iu a an anit da de di dit ha hani ho i ia io ka kari ke les li lian lien liet na ne nes ng ngkuk nh nus r re rgen
iu rgis ri sef si sr st stin suf ta tak ting val
iv a an es et i ik o on u
ka bir d dek di diatu dir ed i ia ietan il im io irul it itlin le leb led lil lin lman lvin mal mbis meli meron mil
ka mind mran mrul n nam nd ndak ndr nkan ntal ori oru pukin ra ralampos rel ren ri rim rin rl rlen rles rli rlin rlos
ka rlot rmel rmen rol rolin rsten rtik sandr sei si sif sim simiers sper su sui sun talin tarin tarsin te terin ti
ka tkai tlin to trin tsui tur vit
ke bed drik id ik it ivan kil kili leki lest li lin ls lsei lvin m mal n ndr net ni no nt rem ren ri ril sar sari
ke ster tevan tut vin
ki . an ar aran dan di dinm el han k ka le lian m mberli mi ndi nedu nti nv prian ra rag ran riakos ril rk rsi rsten
ki se sor tisak ungsu
kl air aiton ar arenk as aud audi audin aus ea emenk emens ement eo id if iford inton iv oe otild
kn ud ut
ko di haru i io let lin mang ni nkepkion nkit nor nrad nstank nstantin nsuel ra rai rali rbinian rdul rei rentin rin stel
ko rmak rnel rneli sim srov stas stiantin ta drin
kr aig is isn ist istel isten isti istian istin istobal istof istofer istos sistof esimir
ks ab il
kt ibor
ku br entin in kvudi kvuemek ldip lud mb mudu nal ram ros rt rtis rtnei
kv et aben
la hiru ia il ios klan la lit mbert mi min na nk ri ris rs sant se sl tif ur uren urenk urens urent urentiu uri vini
la xmi
le a ah andr bogang if ig il n na ne nk o on onard onhard oni onid onidas onor opold sek sli tiki tisi v vent vis rat ir
le van
li . a ah am an bor bus di es esl ga hu la lak le li lian lit mor n na nd ndiv ndsai ndsei ne no onel or ron s sa
li sbet se si ubik v va vi viu
lo gan id ik is kes la n ne rain redan ren rens ret ri rn ta tar te u
lu ai an bos dek divin dmil dovik dvig igi is k ka kas ke ki kian kien kil minit p rdes s ter ts bik
ma bel dalen dalin dav delein delin di din du el gali gd gdalen gdoln gnus hbub hdi hes hmud i ia iank id ied ik ir
ma is it iu k ked kensi ki kot lgorsat li lik lin lkolm lo lt madu mi moru nabu nah ndi ndip nfred ni nis niu no
ma nolis non nos nsur nuel o ra rah re reik rek ren rgaret rgarid rgarit rgaux rgit rgot rguerit ri riam rian riat
ma riek riel rik rikarmen rikel rilin rilu rin riol rion riori rios ris risol rit rites rius rk rkel rket rki rkin
ma rkos rku rkus rlen rlin rloes rlon rs rsal rselin rt rten rti rtin rtins rv rvin sa sai saru sasi sat sen sim sud
ma te tei teus tev ti tias tieu tild tis tvei ud ur urik uriki urin x xim xin
me gan gumi hmet hran hrdad i ik iling ir laku lani lek lik lind lis lkor lvin nakem ne no rav redit rel rkedes rl rt
me rv seret sfin te
mi a ek guel hael hai hail hali k ka kael kah kail kal kalis ke kel ki klos kolai lad lan ldred len les li lik lind ntu
mi los na ngu nh nhi ni niun noru ns nsu o ra rand reil rel ri riam rn ro rt rtl s sa saki suh suki tkel tr tsuru u
mi va
ml aden
mo . hamad hamed hit hsen hsin igan ir li mok na nik niku nserat nts rdekai rgan ris rits rten rtes se ses
mu hamad luget rad rat riel sa staf
na bil da dav der di dim din el ftali gis hid i ia il im na nami ndini ndor nki o oi oki omi ot res rges rkis sanin
na ser sim smul t tali tan taniel tapong tas te tsuki val vid
ne al da gar il la le li lson na ne ng nit srin stor tanel ven vin bois
ng osi
ni a al amh dal els eri gel k ka ke ki kil kit klas ko kol kolai kolaos kolas kolet kolin kos l la lanti le les ls ma lufar
ni mal na ne no ran rmal sa sant tin di mrod
nk eki
no a ah am bu el eli emi na ra rah rbert re rhaiati rm rman somi vi mvul ga
nu r ri rit rlan rul van
ob in
od ed et il on
of eli er ra
oh ad
oi sin
ok ekukvu tavi tavian ean
ol a af afur e eg en exi ga ie imp iver ivi ivier u ufemi
om ar er id olar ri
on drei iek ur
or a en ian iol it na nel trun
os am amu an kar nat vald ge tap
ot is o ili
ov ain en
ox an
pa bl dm draig iam ig ilin lavi m mel na nagiot nagiotis nos ol raskevi res rham ris rvis skal skual t ti trik triki ivi
pa trisi tsi ul ulet ulin vel vl vlin vlos
pe arl dr gi iman ka lagi le nelop ni pe pin r ri rin rki rl ro tar te ter tr tri tronel tros tru
pi a er ers et eter etr lar otr ri rosk us
pl amen oi
po l la pi rntip
pr abakar adip amod asert atik avin em emisl iank iskil udenk
pu i ia nam tri tu
ra da dek dim dk dmil dovan du fael fal gav gu hel him hul i ian iendr ies imond imund iner is kael kel kes kuel lf svan
ra ma madan man min mir mon na ndal ndi ni sedul sid smi smus tn ul vi vindr iv sa gnhild
re bek gin ginald ham han i in iner ka mi mk n nat ne ni ns sa ut uven x msi
rh ian is
ri a an k kard ke ki ko ku m ma n na no o ot sa sal sard se svan ta tv ui vk ka
ro b be bert bi bin del derik dik dnei dolf drig geli ger han i k kel ki ko land lf main man me mel n nald nan nen ni
ro nit s sa sali salind san sari se sel selin semari si slan sm sni svit tem van ven xan
ru ben bi di dolf fus ia na ne pali pert prekt s sa sel sen slan stam t ta tger van xandr
sa ba bin bir bolks bri brin d da de deg di eid fa gar hbas hid hr hram hrsad hsad iak ian id iles im in inal iuri k
sa kar kari kib kin kur la lem li lih lim limat lini lm loh lom lv lvador lvator m mant mar mb mi mir mson muel na
sa nas nder ndi ndip ndor ndr ndrin ne nel net ngit ngvu ni niai niv non nt ntiag ntos oirs ori ra rah ri rin rk rmin
sa ron sa sank ski toru tosi tsuki tu ul un urab vit vn
sb igniev
sd en enek enk
se amus an bastian bastien gun hr id idu il in inep ku lamavit lei li lik lim lin lm mih oieon oiun pe pehr pid po lam
se ren rg rgei rgi rhat ri ril rin t un ungmin verin
sh an ikiang
si ad am amak an bil dart dnei eb egfried en gal geru gmunt grid gridur gurd han l la lard las le li lo lvain lvan oerd
si fo
si lvester lvi lviu m ma me mo mon mran na naid nan nead ni nobu oban ori ri rin riporn rlei ro suk sv ta tal va vam avas
sk ot
sl atan avik omi at
sm uel arand
sn eh ori esan
so e ei fal fi go har heil hrab ia ieon la lang ledad leh lt ltan lveig mbor mbun ming mkai mporn msak na nal ni ra len
so rai ran ren rin rk rus san tiris
sp iros
sr i idar ikant inivas uti
st akei aki an anlei avros efan efani efen el elian elios epan ev evart even ig in oian uart
su bam bas bramanian de dir e geng hail in iung la le leiman lkifli ltan mati mer min n ndai ne ng nis nit nt paporn niv
su pri rakai rendr ri san si sumu ta van
sv ati atopluk ein en eni etlan i
ta be bit d dasi de des dg ehiung ha her hir hmin ig ilor is ka kasi kat keru kesi kui kum kumi kut lal le li mar mas dei
ta mi nasis navat ndek ndiv ner ni nvi nvir pi ra ran ras rek ri rik riku rindu ro tian tsui nmai
te a d di dros kl lm mitop ndai o odor odoros on rank renk res ri ru s sa sfai tsui vodros
ti ag an bault bor eri ern fani gist gran l lahun ler lman lo m me mo moti mu mur na nas ne no sian tilai to vadar tsk
ti moteus han
to bi bias d lu m ma mas me mi mok ni rben re rsten ru si ve run
tr aian akei aki avis evor iki in is istan oi ond igv
ts ubas uiosi utomu
tu dor ia la nd omas gk li
ud o
ug is o
uk e en
ul f fa fo rik
um a ar es u ut
un ai
ur ban i iah iel sul
us am ma man
ut am i e
uv e
va de dim han ian ibav in kan kar kas klav ktang la lak lburg ldemar lentin leri lid lter nd ndan nes ngelis ni nid hiu
va niku niru ren run sil sileios silis sk taru
ve asn gard iming it li ndi nkat nkates ra red ren rner rnon ronik roniku sel slei sn ik
vh itnei
vi bol dar di ebk go k kas kent ki kram ktoir ktor ktori l la lard lbur le lem lfred lhelm li liam lm lmos m n nifred
vi nk nkens nkent nod nston ol olet orel orik pul rag rgil rgini sal snu t ta to told tor tori vian vien
vl ad adan ast odsimiers
vo ikiek itek lfgang lker lodimir
vs evolod
vu k si
xa nder ver vier bier
xe ni
xi aohong aoian aoling aoming uing
`,
  plain: `
ada adam alan alice alison amanda amy andrew ann anna anne ben benjamin beth brenda brian bridget carl carol caroline catherine
charlotte chloe chris cy christina christine christopher colin craig daisy daniel darren david deborah debra derek diana diane
donna dorothy edward eileen elizabeth ellen emily emma eric erin ethan eva fiona frances gareth gary geoff george georgina gillian
graham greg hannah harriet harry heather heidi helen henry holly howard ian jack jacob james jane janet jason jean jeff jennifer
jeremy jessica jim jonas joan joanna joe john jonathan joseph josh joshua joyce judith judy julia julie karen karl kate katherine
kathleen keith kenneth kevin laura lauren lisa liz louise lucy luke lynn margaret marie mark martha mary matt matthew megan
maria max michael michelle mike molly nancy natalie neil nicholas nicola nigel olivia oliver pam pamela pat patricia paul paula peter
phil philip phillip rachel ralph rebecca richard rob robert robin roger ron ronald rosemary ruth ryan sally sam samantha sandra
sarah scott sean sharon sheila simon sophie stacy stephanie stephen steve steven stuart susan suzanne tanya ted thomas tim
timothy tina tom tony tracy trevor vanessa victoria wendy will william yvonne zoe
`,
  syllables: `
ai an bei bin bing bo chao chun dan fang fei gang hao hong hua hui jia jian jie jing juan jun kai lan lei li lili lin ling long lu
mei min ming na nan ning peng ping qi qiang qing rong rui shan tao ting wei wen xi xia xiang xin xue yan yang yi yin ying yong yu
yuan yue yun zhen
`,
} as const
