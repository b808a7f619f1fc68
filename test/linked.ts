/** Links words and sentences for whoever runs the product's code without the static file that a deployed Worker reads. */
import { linkVocabulary, vocabularyFile } from '../src/model/vocabulary.ts'
import { vocabulary } from '../src/vocabulary.ts'

linkVocabulary(vocabularyFile(vocabulary))
