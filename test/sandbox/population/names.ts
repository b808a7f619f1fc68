/** Names of people who do not exist, from many places; each pool holds its own given and family names together. */
import type { Chance } from './chance.ts'

export interface FullName {
  readonly name: string
  /** The parts an address is made of: ASCII, lower case. */
  readonly given: string
  readonly family: string
}

/** A name that `taken` does not hold yet; it does afterwards. Relatives share a family name. */
export const newName = (chance: Chance, taken: Set<string>, familyName: string | null = null): FullName => {
  for (let attempt = 0; attempt < patience; attempt++) {
    const full = chance.happens(inOwnScript) ? chance.pick(ownScripts) : fullName(chance)
    const named = familyName === null ? full : inFamily(chance, familyName)
    if (!taken.has(named.name)) {
      taken.add(named.name)
      return named
    }
  }
  throw new Error('All names are taken')
}

/** The letters of a name as its owner puts them into an address. */
export const asciiLetters = (name: string): string =>
  [...name.toLowerCase()]
    .map((mail) => spelledOut[mail] ?? mail)
    .join('')
    .normalize('NFD')
    .replace(/[^a-z]/g, '')

/** Some keep their script where others see it in a header. */
const inOwnScript = 0.03

const spelledOut: Readonly<Record<string, string>> = {
  ä: 'ae',
  ö: 'oe',
  ü: 'ue',
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  å: 'aa',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  þ: 'th',
}

const words = (text: string): readonly string[] => text.split(' ')

/** Given names, family names. */
const cultures: readonly (readonly [readonly string[], readonly string[]])[] = [
  [
    words('Anja Bernd Carla Dirk Elke Felix Greta Hannes Jürgen Käthe Lukas Mareike Niklas Sören Ute Volker'),
    words(
      'Albrecht Böhm Dietrich Engel Fuchs Gärtner Hartmann Jäger Krüger Lindner Möller Rösch Schäfer Thoma Weiß Zöllner',
    ),
  ],
  [
    words('Ayşe Burak Can Deniz Elif Gökhan İpek Kerem Leyla Mert Özge Selin Tuğba Umut'),
    words('Aydın Çelik Doğan Erdem Güneş Kaya Öztürk Polat Şahin Yıldız'),
  ],
  [
    words('Astrid Bjørn Dagny Eirik Freja Håkon Ingrid Jonas Kari Linnéa Magnus Søren Tove Åsa'),
    words('Andersen Bergström Dahl Ekström Hagen Holm Lindqvist Moen Nygård Sjöberg Skov Østby'),
  ],
  [
    words('Agnieszka Bartosz Dorota Ewa Grzegorz Jakub Katarzyna Łukasz Małgorzata Paweł Tomasz Zofia'),
    words('Dąbrowski Górski Jabłoński Kowalczyk Lis Nowak Pawlak Sikora Wójcik Zając'),
  ],
  [
    words('Alba Beatriz Carlos Diego Elena Fernando Inés Javier Lucía Marta Núria Óscar Pilar Raúl'),
    words('Álvarez Castro Domínguez Fuentes Gómez Ibáñez Molina Navarro Peña Ríos Serrano Vidal'),
  ],
  [
    words('Amélie Benoît Camille Élodie François Hélène Julien Léa Mathieu Noémie Rémi Solène'),
    words('Baudin Chevalier Dubois Fournier Garnier Lefèvre Marchand Perrin Rousseau Tessier'),
  ],
  [
    words('Alessandra Bruno Chiara Davide Elisa Fabio Giulia Lorenzo Matteo Paola Simone Viola'),
    words('Bianchi Caruso Ferrara Gallo Lombardi Marino Rinaldi Sartori Testa Vitale'),
  ],
  [
    words('Alice Ben Charlotte Dominic Eleanor Fiona George Hannah Isaac Joanna Oliver Ruth Simon Zoe'),
    words('Ashworth Bennett Carver Doyle Fairweather Hughes Kerr Marlow Norris Pembroke Sutton Whitlock'),
  ],
  [
    words('Adaeze Chidi Efua Folake Ifeoma Kofi Kwame Ngozi Olu Sade Tunde Yaa Zainab Wanjiku'),
    words('Abiola Adeyemi Asante Boateng Danso Eze Kamau Mensah Nnamdi Okafor Otieno Owusu'),
  ],
  [
    words('Amal Bilal Dalia Farid Hana Ibrahim Karim Layla Mariam Omar Rania Samir Tarek Yasmin'),
    words('Abbas Barakat Daher Fahmy Hamdan Khalil Mansour Nasser Rahman Saleh Shaheen Zaki'),
  ],
  [
    words('Aditi Arjun Deepa Farhan Ishaan Kavya Meera Nikhil Pooja Rohan Sanjay Tara Usha Vikram'),
    words('Banerjee Chaudhary Desai Gupta Iyer Joshi Kapoor Menon Nair Patel Rao Verma'),
  ],
  [
    words('Anh Bảo Chi Duy Hạnh Khánh Lan Minh Ngọc Phương Quân Thảo Tuấn Vân'),
    words('Bùi Đặng Hoàng Lê Nguyễn Phạm Trần Võ'),
  ],
  [
    words('Bo Fang Haoran Jia Jing Lihua Mei Ning Qian Ruoxi Wei Xin Yifan Zhen'),
    words('Chen Deng Gao Huang Lin Liu Sun Tang Wu Xu Zhang Zhou'),
  ],
  [
    words('Aiko Daichi Emi Haruto Kenji Mao Naoki Reiko Sakura Takumi Yuki Yumi'),
    words('Aoki Fujita Hayashi Ishii Kimura Mori Nakamura Ogawa Saito Takeda'),
  ],
  [
    words('Dariush Farzaneh Kian Mina Nasrin Parisa Roya Shirin Siamak Yalda'),
    words('Azadi Bahrami Ebrahimi Farahani Karimi Moradi Rostami Sohrabi'),
  ],
  [
    words('Andriy Bohdan Daryna Iryna Kateryna Mykola Nadia Oksana Petro Yulia'),
    words('Bondar Hnatiuk Kovalenko Lysenko Marchenko Petrenko Shevchuk Tkachenko'),
  ],
  [
    words('Adi Gil Hila Itai Maya Noa Omer Ronit Tal Yael'),
    words('Amir Ben-David Carmi Gal Harel Levi Mizrahi Shalev'),
  ],
]

const latin = (name: string, given: string, family: string): FullName => ({ name, given, family })

const ownScripts: readonly FullName[] = [
  latin('Ольга Соколова', 'olga', 'sokolova'),
  latin('Дмитро Савчук', 'dmytro', 'savchuk'),
  latin('田中 優子', 'yuko', 'tanaka'),
  latin('王 伟', 'wei', 'wang'),
  latin('김 지우', 'jiwoo', 'kim'),
  latin('Ελένη Παππά', 'eleni', 'pappa'),
  latin('דנה לוי', 'dana', 'levy'),
  latin('سارة حداد', 'sara', 'haddad'),
  latin('ნინო ბერიძე', 'nino', 'beridze'),
]

/** Draws until all names count as taken: among thousands, a free one is found at once. */
const patience = 1000

const fullName = (chance: Chance): FullName => {
  const [givenNames, familyNames] = chance.pick(cultures)
  const given = chance.pick(givenNames)
  const family = chance.pick(familyNames)
  return { name: `${given} ${family}`, given: asciiLetters(given), family: asciiLetters(family) }
}

const inFamily = (chance: Chance, familyName: string): FullName => {
  const [givenNames] = cultures[0] ?? chance.pick(cultures)
  const given = chance.pick(givenNames)
  return { name: `${given} ${familyName}`, given: asciiLetters(given), family: asciiLetters(familyName) }
}
