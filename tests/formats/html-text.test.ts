import { describe, expect, it } from 'vitest';
import { withAbsoluteUrls, withoutFurniture } from '../../src/formats/html-text.ts';

const SITE = { origin: 'https://ledger.example', page: 'https://ledger.example/paper/a/' };

describe('an address in the text of a feed', () => {
  it.each([
    ['<a href="/paper/b/">', '<a href="https://ledger.example/paper/b/">'],
    ['<a class="x" href="#fn1">', '<a class="x" href="https://ledger.example/paper/a/#fn1">'],
    ['<a href="//example.com/">', '<a href="https://example.com/">'],
    ['<a href="https://example.com/#x">', '<a href="https://example.com/#x">'],
    ['<a href="mailto:a@example.com">', '<a href="mailto:a@example.com">'],
    ['<img src="/a.jpg" loading="lazy" alt="">', '<img src="https://ledger.example/a.jpg" alt="">'],
    [
      '<video poster="/a.jpg" src="/a.mp4">',
      '<video poster="https://ledger.example/a.jpg" src="https://ledger.example/a.mp4">',
    ],
    [
      '<img srcset="/a,1.jpg 1x, /b.jpg 2x, //c.example/c.jpg 3x, https://d.example/d.jpg 4x">',
      '<img srcset="https://ledger.example/a,1.jpg 1x, https://ledger.example/b.jpg 2x, https://c.example/c.jpg 3x, https://d.example/d.jpg 4x">',
    ],
    ['<section class="table" tabindex="0" aria-label="a">', '<section class="table" aria-label="a">'],
    ['<p>href=&quot;/a/&quot; src="/</p>', '<p>href=&quot;/a/&quot; src="https://ledger.example/</p>'],
  ])('is whole: %s', (html, whole) => {
    expect(withAbsoluteUrls(html, SITE)).toBe(whole);
  });
});

describe('the text of a feed', () => {
  it.each([
    ['<p>a</p><script>if (a < b) "<p><script>"</script><p>b</p>', '<p>a</p><p>b</p>'],
    ['<p>a <button type="button" aria-label="x &gt; y">Show</button> b</p>', '<p>a  b</p>'],
    ['<form action="/"><input name="a"><p>x</p></form>b', 'b'],
    ['<input name="a">b', 'b'],
    ['<div hidden><div>a</div>b</div>c', 'c'],
    ['<p hidden="until-found">a</p>c', 'c'],
    ['<div data-page-only class="x"><div>a</div></div>c', 'c'],
    ['<iframe src="/a/"></iframe><noscript><p>a</p></noscript>', '<p>a</p>'],
    [
      '<p>A hidden door, <img src="/a.jpg" alt="a hidden door"></p>',
      '<p>A hidden door, <img src="/a.jpg" alt="a hidden door"></p>',
    ],
    ['<p>&lt;script&gt; hidden</p>', '<p>&lt;script&gt; hidden</p>'],
    ['<video controls><source src="/a.mp4"></video>', '<video controls><source src="/a.mp4"></video>'],
    ['<style>p { }</style>a<template><p>b</p></template>', 'a'],
  ])('has nothing of the page around it: %s', (html, kept) => {
    expect(withoutFurniture(html)).toBe(kept);
  });
});
