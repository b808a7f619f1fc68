/** Of `family-names.ts`. Travels beside the Worker. */

export const familyNameLists = {
  /** Chinese, in the spellings of the mainland, Hong Kong, Taiwan and South-East Asia, and Korean. */
  eastAsianFamilyNames: `
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
`,
  /** Vietnamese. */
  vietnameseFamilyNames: `
bui cao chau chu dam dang dao dinh do doan dong duong giang ha ho hoang huynh kieu la lai lam le lieu luong luu ly mac mai
nghiem ngo nguyen nong pham phan phung quach quang ta tang thach thai to ton tong tran trieu trinh truong tu vo vu vuong
`,
  /** The rest of the world's, without those that an ending gives away. Two letters, then what follows them. */
  familyNames: `
ab dullah e
ad achi
ah mad med
al i len meida onso ves
an do tal
ao ki
ar ai aki aujo nold slan
as ano
ay din
az iz
ba ba jor kker kos laz lazs lint lla log logh rabas ranyi rbosa rna rros rta rtha uer
be cker nes rg
bi anchi anco ro
bl ack anc anco
bo dnar gdan gnar rbely ros s se
br own un uno
bu dai
ca no puto rdoso ruso rvalho stro
ce lik rny
ch andra iba
ci rillo
cl ark ement
co elho hen lombo nstantin nte nti ok ppola rreia sta
cr espo uz
cs onka ordas
cu nha
da hl s vid vies
de ak mir nis
di as az etrich
do bos i mingo
du arte bois da das pont rand val
dv orak
ek .
el lis
en do
er delyi dos
es posito teban
ev ans
fa rago rah ria rina rkas rouk zekas
fe her jes kete rnandes rnando rrari rraro rri
fi scher
fl orea ores
fo dor nseca ntana urnier
fr ancois ank anke aser eitas iedrich
fu entes jii jita jiwara kuda kushima lop
ga l lli llo rcia rnier spar tti
ge ntile
gh osh
gi l ll
go mes mez rdon to
gr ant eco
gu erra errero lyas pta
ha ddad hn jdu lasz lim ll mada ra rada rris rvey ssan yashi
he gedus nry rrera
hi dayat rano rata
ho lm nda rvat rvath shino
hu ber ghes ssain
ib rahim
ig lesias
ii da
ik eda
il les
im ai
in oue
is hibashi hida hihara hii mail
it o
iw ata
iy er
ja in kab mes
jo nas rdan shi
ju hasz ng
ka dar neko ntor ra rdos rimi sk to tona tz wai ya
ke lemen ller lly rekes rtesz
kh alil an
ki kuchi lic ng raly s ss
kl ein
ko bayashi ch csis ike jima matsu ndo no vacs wal zma
kr ol
ku bo cera do magai mar roda rt
la ine katos mbert ng urent
le febvre hto ite ngyel on one vi vy wis
li ma nd
ll oyd
lo ngo pes pez renz uis
lu dwig kacs na nd
ma chado eda gi gyar hmoud ier j jor kai kela ki lik ly nsour rek riani ric rin rino rques rshall rtin suda tos tsuda
ma tsui tsuo tsuoka yer zur zza
me hta lo ndes ndoza rcier szaros yer zei
mi chel nami randa tani tchell ura zuno
mo chizuki lina lnar nteiro nti ore ra rales reno rgan ri rita rris usa
mu ller noz rakami rata rphy
na gai gata gy ir kada kai kajima kano kata rita scimento ser varro
ne mec mes meth ri
ni colas emi eto shi shida
no da el vak wak
nu nes
oc hiai
od a
og awa
oh no
oi shi
ok ada ubo
ol ah
om ar
on ishi o
or ban osz sos tega tiz
ot a ani suka to
oy ama
oz aki awa turk
pa l lfi p pp risi scual sztor tel ul vel wlak
pe na rera rry ter tit
pf eiffer
pi erre nter nto res
po pa
pr ice ochazka
qa sim
ra cz do du i mos na o
re ddy is y yes
ri beiro cci ce chter go va vera zzo
ro bert bin cha drigues ger gers jas man mano se ss ssi th ussel y
ru bio iz ssell sso su
ry an
sa ad ar ari hin ito kai kata kurai la lem lo ndor nna no ntha ntos ntoso nz rkozi to uer
sc hmid hmidt hmitz hneider holz hroder hulte hulz hulze hwarz ott
se n rra rrano
sh ah arma aron ibata imada imizu irai
si kora lva mon ngh pos
sm ith
so ares mogyi ni os to usa uza
st an ewart
su da gawara ltana to zuki
sv oboda
sz abo alai alay anto asz ekely ekeres ilagyi oke ucs
ta chibana kacs kada kagi kano kashima keda keuchi mas mm nabe naka ni vares ylor
te rada sta
th omas
to da ma mita rocsik rok rres th
ts uchiya uda uji
uc hida
ue da hara no
ur ban
va dasz jda radi rga rgas ss z
ve en ga ra res sely
vi cente da dal lla ncent ncze rag sser tale
vo gel gt ros s
vr ies
wa da gner lczak llace lter rren tanabe
we ber iss rner
wh ite
wi lk nkler t
wr ight
ya be gi mada manaka mane mauchi no suda
yi lmaz
yo kota shida ung usef
za jac
zs oldos
`,
} as const
