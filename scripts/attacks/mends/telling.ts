import type { Mend } from '../mend'

export const TELLING: readonly Mend[] = [
  {
    test: {
      file: 'server/own-data/export-mine.test.ts',
      name: 'whose claim shares the evidence, who decided, and their ids are not in it; what a screen tells is',
    },
    without: [
      {
        file: 'server/claims/filing/documents.ts',
        find: "'SHARED_EVIDENCE' ? { code, text:",
        instead: "'SHARED_EVIDENCE' ? { claimId, code, text:",
      },
      {
        file: 'server/own-data/without-others.ts',
        find: "text.replace(PERSON_ID, (id) => (id === personId ? id : '他人'))",
        instead: 'text.replace(PERSON_ID, (id) => (id === personId ? personId : id))',
      },
    ],
  },
  {
    test: {
      file: 'server/own-data/export-mine.test.ts',
      name: 'what is kept under a number leads to nobody who merely typed it',
    },
    without: [
      {
        file: 'server/own-data/find-documents.ts',
        find: "person.binding === 'verified' ? hashesOf(person, secrets)[0] : ''",
        instead: 'hashesOf(person, secrets)[0]',
      },
    ],
  },
  {
    test: {
      file: 'server/own-data/about-everything.test.ts',
      name: 'after 注销 no document and no file tells of the person, but for what a declaration keeps',
    },
    without: [
      {
        file: 'server/own-data/forget-documents.ts',
        find: "if (fate === 'pseudonym') return who.pseudonym",
        instead: "if (fate === 'pseudonym') return value",
      },
    ],
  },
  {
    test: { file: 'server/own-data/about-everything.test.ts', name: 'the files are gone' },
    without: [
      {
        file: 'server/own-data/forget-documents.ts',
        find: 'for (const fileId of files) await ctx.ports.files.remove(fileId)',
        instead: '',
      },
    ],
  },
  {
    test: {
      file: 'server/books/certificate/certificate.test.ts',
      name: 'after the key was exchanged: what it signed is checked as before, and both keys are told',
    },
    without: [
      {
        file: 'server/books/certificate/signing.ts',
        find: 'Promise.all([current, ...past].map(',
        instead: 'Promise.all([current, ...past].slice(0, 1).map(',
      },
    ],
  },
  {
    test: {
      file: 'server/books/certificate/certificate.test.ts',
      name: 'a payload that a stolen key signed under a number of ours is not that certificate, whatever day it bears',
    },
    without: [
      {
        file: 'server/books/certificate/check.ts',
        find: "if (certificate.payload !== payload.toUpperCase()) return refuse('CERTIFICATE_SIGNATURE', {})",
        instead: '',
      },
    ],
  },
  {
    test: {
      file: 'scripts/verify-certificate.test.ts',
      name: 'of a key that was stolen: nothing of that day, and of an earlier one the page alone can tell',
    },
    without: [
      {
        file: 'server/books/certificate/payload.ts',
        find: ' && (stolenOn === null || day < stolenOn)',
        instead: '',
      },
      {
        file: 'scripts/verify-certificate.ts',
        find: 'isOfStolenKey(payload, keys)\n',
        instead: 'isOfStolenKey(payload, [])\n',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/outside.test.ts',
      name: 'of a line no number can be told from what is kept open, nor by the door that took it in',
    },
    without: [
      {
        file: 'server/kernel/variables.ts',
        find: "    'XUESHI_INTAKE',\n",
        instead: "    'XUESHI_INTAKE',\n    'XUESHI_ID_KEYS',\n",
      },
    ],
  },
  {
    test: {
      file: 'server/kernel/ports/intake.test.ts',
      name: 'who seals cannot open, and who has the key of numbers can',
    },
    without: [
      {
        file: 'server/kernel/ports/intake.ts',
        find: 'privateHalfOf(sealingKey(keyVersion, secrets.idNumberKeys))',
        instead: "privateHalfOf('')",
      },
      {
        file: 'server/kernel/ports/intake.ts',
        find: 'privateHalfOf(sealingKey(keys.current, keys))',
        instead: "privateHalfOf('')",
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/secrets.test.ts',
      name: 'every secret that a function is given is in that table',
    },
    without: [
      {
        file: 'server/kernel/variables.ts',
        find: '    // Rosters come in with numbers',
        instead: "    'XUESHI_SIGN_KEY',\n    // Rosters come in with numbers",
      },
    ],
  },
  {
    test: { file: 'deploy/commands.test.ts', name: 'one that it had before is told by name, and taken away' },
    without: [
      {
        file: 'deploy/wanted.ts',
        find: '    names.flatMap((name) => {',
        instead: '    Object.keys(values).flatMap((name) => {',
      },
    ],
  },
  {
    test: {
      file: 'server/learning/exam/guessing.test.ts',
      name: 'while keys are exchanged sittings are found by either hash, and go on by the one of the person',
    },
    without: [
      {
        file: 'server/people/number-hashes.ts',
        find: 'Hashes => [idNumberHash, ...otherHashes]',
        instead: 'Hashes => [idNumberHash]',
      },
    ],
  },
  {
    test: { file: 'server/kernel/ports/sealing.test.ts', name: 'copied to %s it does not open' },
    without: [
      {
        file: 'server/kernel/ports/sealing.ts',
        find: 'Buffer.from(JSON.stringify([collection, id, field]))',
        instead: "Buffer.from('anywhere')",
      },
    ],
  },
  {
    test: {
      file: 'server/own-data/own-data.test.ts',
      name: 'a sealed number that was copied from another person, or from another field, is not read',
    },
    without: [
      {
        file: 'server/kernel/ports/sealing.ts',
        find: 'Buffer.from(JSON.stringify([collection, id, field]))',
        instead: "Buffer.from('anywhere')",
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/key-exchange.test.ts',
      name: 'verified by an instance that is %s, held against one that is %s',
    },
    without: [
      {
        file: 'server/people/register.ts',
        find: "const taken = await foundUnder(tx, 'identity-keys', hashes)",
        instead: "const taken = await tx.get('identity-keys', hashes[0])",
      },
      {
        file: 'server/people/number-hashes.ts',
        find: 'for (const _id of hashes)\n',
        instead: 'for (const _id of hashes.slice(0, 1))\n',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/key-exchange.test.ts',
      name: 'verified by an instance that lags behind the exchange, and the earlier key is taken away',
    },
    without: [
      {
        file: 'server/people/number-hashes.ts',
        find: 'for (const _id of hashes)\n',
        instead: 'for (const _id of hashes.slice(0, 1))\n',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/key-exchange.test.ts',
      name: 'the work dies anywhere: what was found is found, nobody takes a held number, and another run ends it',
    },
    without: [
      {
        file: 'server/people/register.ts',
        find: "const taken = await foundUnder(tx, 'identity-keys', hashes)",
        instead: "const taken = await tx.get('identity-keys', hashes[0])",
      },
    ],
  },
  {
    test: {
      file: 'src/cloud/enrol-draft.test.ts',
      name: 'the ID number leaves the phone after two hours, and nothing else does',
    },
    without: [
      {
        file: 'src/cloud/enrol-draft.ts',
        find: 'const NUMBER_KEPT_MS = 2 * 3_600_000',
        instead: 'const NUMBER_KEPT_MS = Number.POSITIVE_INFINITY',
      },
    ],
  },
  {
    test: {
      file: 'server/claims/evidence/open-file.test.ts',
      name: 'is shown without position, texts, previews and what rides behind it, and the right way up',
    },
    without: [
      {
        file: 'server/claims/evidence/open-jpeg.ts',
        find: 'const isKept = !isOfApplication ? marker !== COMMENT : ',
        instead: 'const isKept = !isOfApplication || ',
      },
    ],
  },
  {
    test: {
      file: 'server/claims/evidence/open-file.test.ts',
      name: 'is kept from its header to its end: what rides along stays behind',
    },
    without: [
      {
        file: 'server/claims/evidence/open-pdf.ts',
        find: 'const bytes = begun.subarray(0, end)',
        instead: 'const bytes = begun',
      },
    ],
  },
  {
    test: { file: 'server/claims/evidence/open-file.test.ts', name: 'that runs a program' },
    without: [
      {
        file: 'server/claims/evidence/open-file.ts',
        find: "return refuse('FILE_ACTIVE', { name })",
        instead: 'return bytes',
      },
    ],
  },
  {
    test: {
      file: 'tests/doors/names.test.ts',
      name: 'a phone’s name in the log reads as it is stored: no mark of direction, nothing unseen',
    },
    without: [
      {
        file: 'server/door.ts',
        find: 'plainText(device).slice(0, DEVICE_LETTERS)',
        instead: 'device.slice(0, DEVICE_LETTERS)',
      },
    ],
  },
]
