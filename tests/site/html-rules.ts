import type { ConfigData } from 'html-validate';

/** What valid HTML is. */
export const HTML_RULES: ConfigData = {
  extends: ['html-validate:recommended'],
  rules: {
    // HTML reads `<!doctype html>` and `<br/>` as it reads `<!DOCTYPE html>` and `<br>`.
    'doctype-style': 'off',
    'void-style': 'off',
    // What differs from cell to cell and picture to picture: alignment in a table, the part of a picture that counts.
    'no-inline-style': 'error',
    // A title is as long as its headline; that is the desk's business, and `headline-long` is told to it.
    'long-title': 'off',
    // It takes every `aside` for a landmark, also one within an article, which is none. The browser's tree is asked instead.
    'unique-landmark': 'off',
  },
};
