/** Of `common-names.ts`. Travels beside the Worker. */
import { familyNamesPacked } from './family-names-packed.ts'
import { givenNamesPacked } from './given-names-packed.ts'

export const commonNameLists = {
  given: givenNamesPacked,
  family: familyNamesPacked,
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
