/**
 * Characters that look like a Han character and are another one in Unicode, beyond those that NFKC folds: radicals and
 * strokes with the ideograph that they are a form of. Generated from EquivalentUnifiedIdeograph.txt of Unicode 17.0.0
 * (what NFKC folds is left out), in hexadecimal: '2EE2 9A6C' says that ⻢ is 马.
 */
const RADICALS = [
  '2E81 5382|2E82 4E5B|2E83 4E5A|2E84 4E59|2E85 4EBB|2E86 5182|2E87 20628|2E88 5200|2E89 5202|2E8A 535C|2E8B 353E|2E8C 5C0F',
  '2E8D 5C0F|2E8E 5140|2E8F 5C23|2E90 5C22|2E91 21BC2|2E92 5DF3|2E93 5E7A|2E94 5F51|2E95 2B739|2E96 5FC4|2E97 5FC3|2E98 624C',
  '2E99 6535|2E9B 65E1|2E9C 65E5|2E9D 6708|2E9E 6B7A|2EA0 6C11|2EA1 6C35|2EA2 6C3A|2EA3 706C|2EA4 722B|2EA5 722B|2EA6 4E2C',
  '2EA7 725B|2EA8 72AD|2EA9 738B|2EAA 24D14|2EAB 76EE|2EAC 793A|2EAD 793B|2EAE 25AD7|2EAF 7CF9|2EB0 7E9F|2EB1 7F53|2EB2 7F52',
  '2EB3 34C1|2EB4 5197|2EB5 2626B|2EB6 7F8A|2EB7 2634C|2EB8 2634B|2EB9 8002|2EBA 8080|2EBB 807F|2EBC 8089|2EBD 26951|2EBE 8279',
  '2EBF 8279|2EC0 8279|2EC1 864E|2EC2 8864|2EC3 8980|2EC4 897F|2EC5 89C1|2EC6 89D2|2EC7 278B2|2EC8 8BA0|2EC9 8D1D|2ECA 27FB7',
  '2ECB 8F66|2ECC 8FB6|2ECD 8FB6|2ECE 8FB6|2ECF 9091|2ED0 9485|2ED1 9577|2ED2 9578|2ED3 957F|2ED4 95E8|2ED5 28E0F|2ED6 961D',
  '2ED7 96E8|2ED8 9752|2ED9 97E6|2EDA 9875|2EDB 98CE|2EDC 98DE|2EDD 98DF|2EDE 2967F|2EDF 98E0|2EE0 9963|2EE1 29810|2EE2 9A6C',
  '2EE3 9AA8|2EE4 9B3C|2EE5 9C7C|2EE6 9E1F|2EE7 5364|2EE8 9EA6|2EE9 9EC4|2EEA 9EFE|2EEB 6589|2EEC 9F50|2EED 6B6F|2EEE 9F7F',
  '2EEF 7ADC|2EF0 9F99|2EF1 9F9C|2EF2 4E80|31C6 200CC|31CF 4E40|31D0 4E00|31D1 4E28|31D2 4E3F|31D3 4E3F|31D4 4E36|31D5 200CD',
  '31D6 4E5B|31D7 200CA|31D8 200CE|31D9 2010C|31DA 4E85|31DB 21FE8|31DC 200CB|31DD 4E40|31DE 200D1|31DF 4E5A|31E0 4E59|31E1 2010E',
]

/**
 * Where systems kept rare characters before Unicode had them: the private codes that GBK and GB 18030-2000 gave to the
 * bytes FE50–FEA0, with the characters that GB 18030-2022 gives to the same bytes. 'E863 4DAE' says that such a system's
 * 䶮 is 䶮.
 */
const PRIVATE = [
  'E815 2E81|E816 20087|E817 20089|E818 200CC|E819 2E84|E81A 3473|E81B 3447|E81C 2E88|E81D 2E8B|E81E 9FB4|E81F 359E|E820 361A',
  'E821 360E|E822 2E8C|E823 2E97|E824 396E|E825 3918|E826 9FB5|E827 39CF|E828 39DF|E829 3A73|E82A 39D0|E82B 9FB6|E82C 9FB7',
  'E82D 3B4E|E82E 3C6E|E82F 3CE0|E830 2EA7|E831 215D7|E832 9FB8|E833 2EAA|E834 4056|E835 415F|E836 2EAE|E837 4337|E838 2EB3',
  'E839 2EB6|E83A 2EB7|E83B 2298F|E83C 43B1|E83D 43AC|E83E 2EBB|E83F 43DD|E840 44D6|E841 4661|E842 464C|E843 9FB9|E844 4723',
  'E845 4729|E846 477C|E847 478D|E848 2ECA|E849 4947|E84A 497A|E84B 497D|E84C 4982|E84D 4983|E84E 4985|E84F 4986|E850 499F',
  'E851 499B|E852 49B7|E853 49B6|E854 9FBA|E855 241FE|E856 4CA3|E857 4C9F|E858 4CA0|E859 4CA1|E85A 4C77|E85B 4CA2|E85C 4D13',
  'E85D 4D14|E85E 4D15|E85F 4D16|E860 4D17|E861 4D18|E862 4D19|E863 4DAE|E864 9FBB',
]

const read = (lines: readonly string[]): ReadonlyMap<string, string> =>
  new Map(
    lines
      .flatMap((line) => line.split('|'))
      .map((pair): [string, string] => {
        const [from = '', to = ''] = pair.split(' ')
        return [
          String.fromCodePoint(Number.parseInt(from, 16)),
          String.fromCodePoint(Number.parseInt(to, 16)),
        ]
      }),
  )

const IDEOGRAPHS = read(RADICALS)
const PUBLIC = read(PRIVATE)

/** The ideograph that a radical or stroke is a form of; any other character is itself: '⻢' → '马'. */
export const ideographOf = (letter: string): string => IDEOGRAPHS.get(letter) ?? letter

/** The character behind a private code of older Chinese systems; any other character is itself: U+E863 → '䶮'. */
export const publicLetterOf = (letter: string): string => PUBLIC.get(letter) ?? letter

/** A text with each Han character as the one that it looks like, and all else as it is: '第⼀中学' (U+2F00) → '第一中学'. */
export const plainIdeographs = (text: string): string =>
  [...text]
    .map((letter) => (/\p{Script=Han}/u.test(letter) ? ideographOf(letter.normalize('NFKC')) : letter))
    .join('')
