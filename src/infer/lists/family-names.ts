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
  vietnameseFamilyNames: `
bui cao chau chu dam dang dao dinh do doan dong duong giang ha ho hoang huynh kieu la lai lam le lieu luong luu ly mac mai
nghiem ngo nguyen nong pham phan phung quach quang ta tang thach thai to ton tong tran trieu trinh truong tu vo vu vuong
`,
  /** The same with their marks, where they have any. */
  markedFamilyNames: `
bùi châu chử đàm đặng đào đinh đỗ đoàn đồng dương hà hồ hoàng huỳnh kiều lã lại lâm lê liễu lương lưu lý mạc nghiêm ngô nguyễn
nông phạm phùng quách tạ tăng thạch thái tô tôn tống trần triệu trịnh trương từ võ vũ vương
`,
  /** Hungarian, which stand first; with their accents, without which they may be another's. */
  hungarianFamilyNames: `
nagy kovács tóth szabó horváth varga kiss molnár németh farkas balogh papp takács juhász lakatos mészáros oláh rácz fekete
szilágyi török fehér gál szűcs kocsis orsós pintér fodor szalai sipos magyar lukács gulyás bíró király katona jakab vörös
balázs bogdán szekeres vass hegedűs budai pásztor bálint dudás halász kelemen orbán máté illés fazekas bodnár veres somogyi
`,
  /** Given names that only Hungarians spell so. */
  hungarianGivenNames: `
ádám ágnes ágota ákos andrás anikó aranka árpád attila balázs bálint barnabás beáta bence boglárka botond csaba
csilla csongor dániel dávid dénes dóra dorottya emese emőke endre enikő erzsébet eszter éva ferenc fruzsina gábor
gábriel gergely gergő géza györgy gyula hajnalka ildikó imre istván jános józsef károly katalin kinga klára kornél
krisztián krisztina lajos lászló levente lilla lóránt magdolna márk márton máté mátyás melinda mihály miklós mónika nándor nóra
noémi orsolya pál péter piroska réka róbert rozália sándor sarolta szabolcs szilárd szilvia tamás tímea tünde vilmos virág
viktória zita zoltán zsófia zsolt zsombor zsuzsa zsuzsanna
`,
  /** Common family names that sound like given ones, and are none. */
  ratherFamilyNames: `
aanei acuna adesina agyapong albertyn alexandrou allis amaechi ando andrade antonic arens arias arthurs asamoa asamoah
asano astuti ataa ayisat baharia balaz balde balint balla baptista barra barta bartha bartos bartosik bechtelar best
bianco bijl biyela black blanc blanco blank boon bork boucher branco briede brito brun bruun buhl bujak callahan
carraux cattin chia chollet cibulka cisse coigny collet cook correa correia cosandey costela crist cuk cummerata
curiel darteh das deckow deli dhadho diatta dietrich djitte dongoran dupont eutaxias fahey falcao falco ferran fischer
fiser fisher foriwaa fourie franke franko frey fritsch fukuda furlan gal gill gomis gowda haack hak halasz hall hand
hane harris haryanti hehl heng hessel hidayat hoppe hoshino huang human hussain hutasoit hyun illes iwu iyalla janca
janik janke javornik jelen jeric jia joly jordaan joshi jug jung kahinu kalin kallio kan kande kandji karels karner
kass kebe keita kemp khan khanna klemencic koj krajicek kramar krestenitis kriz kubli kubo kyeiwaa leiva lemke lesch
leutenegger lice lind lipka littel loos loum lund lunde macedo mach madi madu maheswara mahlangu mair majcen mak maki
maly manco mand marais marcet marchand maric mariz massa masuda matsuoka matthey matthys mayowa mazza mbow meloni
milea mitzou monney morin mousa murata nader naess nagys nascher nayar ndukwu niane nicolay nkansa nkansah nsia nunes
nunez nurdiyanti ohri ondrasek ong ortega pacheco pachoud paulse pecnik perrin pirc polla pothanun pradana pradhan
prempeh prochazka purina pyo rai rey rice roos rossi roussel roze rozite rubene rubio rus saari sakarya sala salazar
salem samb sambe sane santha santoso sanusi saptono sayyid schimmel schulist sene shimada shrestha siewert simmen sip
siripaiboo sitar skuja sladek slavik soltan soltys soni sultana sylla szanto szekeres tani tapia taran thiam thony
titov tomazic torre tromp tshabalala tveit ullrich usamah vajda veen vila vink vinyuvanichkul viviers vlastos voinea
vojtek vosloo vuille wacana wahyudin wanijiku waskita wastuti wehrle wibisono wijaya will wisozk wit xiong yade yano
yost zach zagar zajac zalitis zima zorko zulaika zuma zungu zver
`,
} as const
