const { existsSync } = require('node:fs')

// Published as ES modules only; Jest runs CommonJS.
const esOnly = [
  'mingo',
  'bson',
  '@qiun',
  'uqr',
  'cborg',
  '@noble',
  'sm-crypto-v2',
  '@trpc',
  '@tanstack',
  '@tarojs',
  'fast-check',
  'pure-rand',
].join('|')
const swc = (jsx) => [
  '@swc/jest',
  {
    jsc: {
      target: 'es2022',
      parser: { syntax: 'typescript', tsx: jsx },
      transform: { react: { runtime: 'automatic' } },
    },
    module: { type: 'commonjs' },
  },
]
const shared = {
  transformIgnorePatterns: [`/node_modules/(?!(${esOnly})/)`, '/dist/', '/.local/', '/.jest/'],
  modulePathIgnorePatterns: ['<rootDir>/dist', '<rootDir>/.local'],
  moduleFileExtensions: ['ts', 'tsx', 'mjs', 'cjs', 'js', 'jsx', 'json'],
}
const rooms = [
  'domain',
  'policies',
  'server',
  'cloudfunctions',
  'local',
  'demo',
  'deploy',
  'scripts',
  'tests',
  'bench',
]
  .filter((room) => existsSync(`${__dirname}/${room}`))
  .map((room) => `<rootDir>/${room}`)

/** @type {import('jest').Config} */
module.exports = {
  // No test is about time: one that is slow because the machine does other things is not wrong. A test that hangs is
  // still ended. Longer than the longest wait of the phone's driver, whose failure says what the screen shows.
  testTimeout: 300_000,
  projects: [
    {
      ...shared,
      displayName: 'rooms',
      testEnvironment: '<rootDir>/scripts/test/environment-node.cjs',
      roots: rooms,
      testMatch: ['**/*.test.ts'],
      testPathIgnorePatterns: ['/node_modules/', '<rootDir>/tests/journeys/'],
      transform: { '\\.[mc]?[jt]sx?$': swc(false) },
      moduleNameMapper: {
        '^wx-server-sdk$': '<rootDir>/.jest/wx-server-sdk.cjs',
        '^\\./browser/main\\.ts\\?bundled$': '<rootDir>/.jest/check-page.cjs',
        '^@domain/(.*)$': '<rootDir>/domain/$1',
        '^@server/(.*)$': '<rootDir>/server/$1',
      },
      globalSetup: '<rootDir>/scripts/test/prepare.cjs',
    },
    ...(existsSync(`${__dirname}/src`)
      ? [
          {
            ...shared,
            displayName: 'src',
            testEnvironment: '<rootDir>/scripts/test/environment-dom.cjs',
            // .js first: the testing library requires files without an extension that also exist as .mjs.
            moduleFileExtensions: ['ts', 'tsx', 'js', 'jsx', 'cjs', 'mjs', 'json'],
            roots: ['<rootDir>/src'],
            testMatch: ['**/*.test.ts?(x)'],
            transform: { '\\.[mc]?[jt]sx?$': swc(true) },
            moduleNameMapper: {
              '^@/(.*)$': '<rootDir>/src/$1',
              '^@domain/(.*)$': '<rootDir>/domain/$1',
              '^@server/(.*)$': '<rootDir>/server/$1',
              '\\.(css|scss)$': '<rootDir>/scripts/test/style.cjs',
              '^@tarojs/components$': '<rootDir>/scripts/test/taro-components.tsx',
              '^@tarojs/taro$': '<rootDir>/scripts/test/taro.ts',
            },
          },
        ]
      : []),
  ],
}
