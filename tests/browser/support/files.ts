//! What a page hands over, read by plain code.

import { readFileSync } from "node:fs";
import { inflateRawSync } from "node:zlib";

import { expect, type Page } from "@playwright/test";

import { press } from "./people";

/** Presses a button that hands over a file, and says where it was put. */
export async function handedOver(page: Page, name: string | RegExp): Promise<{ name: string; path: string }> {
  const download = page.waitForEvent("download");
  await press(page, name);
  const file = await download;
  return { name: file.suggestedFilename(), path: await file.path() };
}

/** The words of all files of an archive, by its own directory (APPNOTE 4.3.12). */
export function archive(path: string): Map<string, string> {
  const bytes = readFileSync(path);
  const end = bytes.lastIndexOf(Buffer.from("PK\x05\x06", "latin1"));
  expect(end).toBeGreaterThanOrEqual(0);
  const files = new Map<string, string>();
  let at = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const [packed, names, more, words] = [20, 28, 30, 32].map((place, n) =>
      n === 0 ? bytes.readUInt32LE(at + place) : bytes.readUInt16LE(at + place),
    ) as [number, number, number, number];
    const name = bytes.toString("utf8", at + 46, at + 46 + names);
    const local = bytes.readUInt32LE(at + 42);
    const from = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28);
    const body = bytes.subarray(from, from + packed);
    files.set(name, (bytes.readUInt16LE(at + 10) === 0 ? body : inflateRawSync(body)).toString("utf8"));
    at += 46 + names + more + words;
  }
  return files;
}
