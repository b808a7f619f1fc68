/**
 * Common family names, without their accents: above all of the traditions in which they come first, and of those that
 * directories turn around. General vocabulary. Pure.
 */
import { wordsByBeginning, wordsOfList } from './word-lists.ts'

/** Chinese, in the spellings of the mainland, Hong Kong, Taiwan and South-East Asia, and Korean. */
export const eastAsianFamilyNames: ReadonlySet<string> = wordsOfList(`
ahn an ang au bae bai baik ban bang bao bian bong bu byun cai cao cha chae chan chang chao che chen cheng cheong cheung
chi chia chiang chien chin chiu cho choe choi chong chou chow choy chu chua chuang chui chun chung cui dai deng ding dong
dou du duan eom eum fan fang feng foo fu fung gan gao ge geng go goh gong gu guan gui guo gwak gwon hai ham han hang hao
he heo heng ho hon hong hou hsieh hsu hu hua huang hui huh hung hwang hyun im jang jeon jeong ji jia jian jiang jiao jin
jing joo jung ju kang kao ke khoo kho kim ko koh kong koo ku kuang kuo kwak kwan kwok kwon lai lam lao lau law lee lei leung
li lian liang liao liew lim lin ling liu lo loh long loo lou low lu lui luk luo lv lyu ma mao mei meng miao min mo mok moon
mu mun nam ng ngai ni nie ning no noh oh ong ou ouyang pak pan pang park pei peng phua poon pu pyo qi qian qiang qiao qin
qiu qu quan quek rao ren rhee ri roh rong ruan ryu sa seah seo seok seong seow shao shao she shen sheng shi shih shim shin
shum si sia siew sim sima sin situ siu so sohn soh son song su suen suh sui sun sung sze tai tam tan tang tao tay teh teng
teo teoh tian ting to tong tsai tsang tse tseng tsui tu tung wan wang wei wen weng wong woo wu xi xia xiang xiao xie xin
xing xiong xu xue xun yam yan yang yao yap ye yee yeo yeoh yeung yi yim yin ying yip yoo yoon you youn yu yuan yue yuen yun
yung zang zeng zha zhan zhang zhao zhen zheng zhong zhou zhu zhuang zhuge zong zou zuo
`)

export const vietnameseFamilyNames: ReadonlySet<string> = wordsOfList(`
bui cao chau chu dam dang dao dinh do doan dong duong giang ha ho hoang huynh kieu la lai lam le lieu luong luu ly mac mai
nghiem ngo nguyen nong pham phan phung quach quang ta tang thach thai to ton tong tran trieu trinh truong tu vo vu vuong
`)

/** The rest of the world's, without those that an ending gives away. Two letters, then what follows them. */
export const familyNames: ReadonlySet<string> = wordsByBeginning(`
aa lto
ab bas dullah e
ad achi ams hikari
ag uilar
ah mad madi med uja
ak bari htar in ter
al brecht bu i len meida onso varado ves
am ato iri
an and do drade drews tal
ao ki
aq uino
ar ai aki aujo mstrong nold ora slan
as ano lan
ay din
az evedo iz oulay
ba ba bic ig jaj jor ker kke kker kos kr lan laz lazs lint lla log logh ndara nerjee rabas ran ranyi rbieri rbosa rbu
ba rker rna rnes rrios rros rta rtha sile su tista ttaglia uer utista
be ck cker gum ll nes nnett rg rgaust
bh andari at atia att atti
bi anchi anco ro ton
bl ack aha anc anco
bo dnar ehm er gdan gnar hm ndar nnet rbely ros s se yer
br andt aun ink ooks ouwer own un uno yant
bu cur dai lut rke rns sch tler tt
ca brera lvo mpbell mpos no puto rdoso rneiro rpenter rrasco rter ruso rvalho stillo stro ttaneo valcanti
ce lik rny tin
ch akraborty andra atterjee audhary audhry auhan evalier hetri iba miel opra oudhury owdhury
ci obanu rillo
cl ark arke ement
co elho hen jocaru le lombo nstantin nte nti ok oper ppola rreia rtes sta x
cr espo uz
cs onka ordas
cu nha
da han hl mico ngelo s sgupta vid vies vis
de ak kker lacruz lgado losreyes luca mir nis sai santis shmukh shpande y
di as az etrich ez jk nu ssanayake xon zon
do bos bre gan i lezal mingo orn yle
du arte bois da das dek four mas mitru nn pont ran rand tta val
dv orak
eb ert
ed wards
ek .
el lis
en do gel
er delyi dogan dos nst
es cobar pinosa pinoza posito teban
ev ans
fa bbri del rago rah ria rina rkas rouk ure zekas
fe her jes kete rnandes rnando rrara rrari rraro rrer rri
fi ala gueiredo ore scher sher
fl etcher orea ores
fo dor nseca ntaine ntana rd ster urnier x
fr ancois ank anke aser eitas iedrich
fu chs entes jii jita jiwara kuda kushima lop
ga l llardo llego lli llo ndhi rcia rdner rnier rrido spar tti uthier utier
ge ntile
gh anem osh
gi l ll ordano uliani
go el mes mez ncalves rdon to yal
gr aaf af ant assi asso ay eco een iffin oot oss
gu erin erra errero ha idi lyas nes nther pta rung
ha an apala as ddad hn jdu jek kala lasz lim ll mada mdan mill ra rada rper rris rt rvey shemi ssan uge ugen yashi
ha yes
he gde gedus ikkila ino inrich nry rath rrera rrero uvel
hi dalgo dayat ll rano rata
ho lm lmes lub nda que rn rvat rvath shino ssain
hu ber dak ghes nt nter ssain tapea
ib rahim
ig lesias
ii da
ik eda
il ie les
im ai
in oue
io nita rdache
iq bal
is hibashi hida hihara hii lam mail
it o
iw ata
iy engar er
ja cobs dhav eger fari ger in kab mes ved
je nnings
jh a
jo nas nes ng rdan shi
ju hasz ng ric
ka czmarek dar iser llio lns mm neko ntor plan poor pur ra rdos rimi rki runaratne sk to tona tz ul ur wai ya
ke lemen ller lly nnedy rekes rtesz skin
kh adka alil an anna atun oury
ki kuchi lic ng raly s ss vela
kl ein
kn ight
ko bayashi c ch csis hler ike ivisto jima k lar matsu ndo nig ning no rkmaz s skela vac vacs val var wal zma
kr aft al amer aus ause avets ejci ol uger
ku biak bo cera do hn iper lkarni magai mar roda rt rz suma usk
la hti ine itila katos ma mbert ng nge urent wrence zar
le clerc euwen febvre fevre grand hto ite ngyel on one pik roy vi vy wis
li e m ma nd
ll oyd
lo mbardo ng ngo pes pez renz uis zano
lu bis dwig kacs na nd nde ngu
ly nch
ma as cdonald chado eda gar gi gsaysay gyar hajan hmoud ier j jor kai kela ki lhotra lik ly nalo nea nsour rchand
ma rciniak rek riani ric rin rino rques rshall rtin son suda thur tos tsuda tsui tsuo tsuoka tthews ttila yer zur zza
mc carthy coy donald
me dina er hra hta ier ijer lnyk lo ndes ndoza non rcado rcier ssina szaros unier yer zei
mi ah chalak chel hai ller lls nami randa rza shra tani tchell ttal ura zrahi zuno
mo chizuki en hr ldovan lina ller lnar nteiro ntero nti ore ra radi raes rales ravec rel reno rgan ri rin rita roz
mo rris ser usa usavi
mu kherjee lder ller noz rakami rata resan rphy rray
my ers
na gai gata gy idu ik ir kada kai kajima kano kata rita scimento ser sr sution varro zari
ne agu mec mes meth ri ves
ni chols colas emi eto shi shida stor
no da el vak votny wak
nu groho nes nez
ny man
ob rien
oc ampo hiai onnor
od a
og awa
oh ana no
oi shi
oj ala
ok ada ubo
ol ah
om ar
on eill ishi o
op rea
or ban lando osz sos tega tiz
ot a ani suka to
ow ens
oy ama
oz aki awa demir kan ols turk
pa checo iva l lfi lmer lmieri lumbo ndey ndit nganiban ngilinan p pp rekh risi rker rn rra scual stor sztor tel til
pa ul vel wlak yne
pe eters llegrino na rera retz rez ric rrin rry ter ters tit
pf eiffer
ph illips
pi erre etrzak llai nheiro nter nto ras res
po hl korny lak lat p pa rter spisil stma wer
pr anata asad asetyo ice ieto ins ochazka
qa sim
qu reshi
ra cz do du himi i japaksa mos msey na ntala o stogi thore wat za
re bane ddy ed id is naud uter y yes ynolds zaei
ri beiro cci ce chards chter go ley os va vera viere zzo
ro bert berts bin cha che drigues ger gers jas man mano mero nning se ss ssi th ussel ux y
ru bio ggiero iz ssell sso su
ry an
sa . ad ar ari deghi ez ha hin hu ini ito kai kata kurai la las lazar leh lem lo longa nders ndor ndu nna no ntana
sa ntha ntoro ntos ntoso nz putra rkozi to uer xena
sc hafer hmid hmidt hmitt hmitz hneider holz houten hreiber hroder hubert hulte hulz hulze humacher huster hwarz ott
se dlacek idel n nanayake pp rban rra rrano thi tiawan
sh ah aheen aikh apiro arif arma aron aw eikh erpa etty ibata imada imizu inde irai restha ukla
si ddiqui hombing kora lva lvestri manjuntak mmons mon msek ngh nha pos regar
sm id it ith its
sn yder
so ares bczak ler mmer mogyi ni os rrentino to usa uza
sp encer
sr ivastava
st an anciu ein einer ephens epien evens ewart oica one rand roe
su bramaniam ciu da gawara llivan ltana santo tanto to zuki
sv oboda
sz abo alai alay anto asz ekely ekeres ilagyi oke ucs
ta chibana kacs kada kagi kano kashima keda keuchi mang mas mm nabe naka nase ni njung vares ylor
te kin rada sta
th akur apa omas
ti wari
to da lentino ma mic mita rocsik rok rres th
tr ivedi
ts uchiya uda uji
tu cker dor rner
uc hida
ud din
ue da hara no
un al
ur ban su
uu sitalo
va dasz jda nek radi rga rgas rma ss sseur z
ve en ga lasco ra res rhoeven rma rmeulen sely
vi cente da dal lla ncent ncze rag sser tale tali
vl cek
vo gel gt icu igt ros s
vr ies
vy as
wa da gner l lczak lker llace lsh lter rd rren tanabe tts
we bb ber i iss lls rner st
wh eeler ite
wi bowo dodo eczorek jaya lk llems lliams llis nkler nter t
wo jcik lf lff od ods zniak
wr ight obel
ya be dav gi mada manaka mane mauchi no suda vuz
yi ldirim ldiz lmaz
yo kota shida ung usef
yu ksel
za jac ki mora nten
ze man
zi egler
zs oldos
zu pan
`)

/** Endings that mark a family name where nothing else is known of it. */
export const hasFamilyEnding = (folded: string): boolean =>
  folded.length > 5 && familyEnding.test(folded.slice(-longestEnding))

const longestEnding = 8

const familyEnding =
  /(?:ovas?|evas?|ov|ev|off|eff|enko|chuk|czuk|sk[aiy]|skyi|skaya|skaia|skii|ck[aiy]|wicz|czyk|vic|vich|escu|eanu|poulos|poulou|idis|idou|akis|aki|yan|dze|shvili|nen|oglu|moto|yama|kawa|gawa|mura|shita|guchi|hashi|zaki|saki|mann|stein|berg|berger|meyer|meier|mayer|bauer|baum|dorf|hofer|inger|son|sen|gren|qvist|kvist|strom|lund|gaard|dottir|stad|ez|eira|elli|etti|ini|ucci|aldi|ardi|aite|iene|auskas|evicius|ins|ward|worth|field|wood|ford|land|well|ton|ham|ley|stone|smith|man|wala|wal|singhe|wardena|murthy|zadeh|pour|nejad|ard|eau|oux|stra|veld)$/
