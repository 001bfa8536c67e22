'use strict';

/** TypeScript through swc; Strapi itself is loaded as it is published. */
const transform = {
  '^.+\\.tsx?$': [
    '@swc/jest',
    { jsc: { parser: { syntax: 'typescript' }, target: 'es2022' }, module: { type: 'commonjs' } },
  ],
};

const project = (name, more = {}) => ({
  displayName: name,
  testEnvironment: 'node',
  testMatch: [`<rootDir>/tests/${name}/**/*.test.ts`],
  modulePathIgnorePatterns: [
    '<rootDir>/dist/',
    '<rootDir>/tests/.sites/',
    '<rootDir>/playground/dist/',
  ],
  transform,
  ...more,
});

module.exports = {
  testTimeout: 60_000,
  projects: [
    project('unit'),
    project('api'),
    project('browser', {
      globalSetup: '<rootDir>/tests/browser/playground.ts',
      globalTeardown: '<rootDir>/tests/browser/stop-playground.ts',
    }),
    project('package'),
  ],
};
