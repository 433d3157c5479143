//! Reads words aloud, with a voice that is on the device: others send what they
//! read to somebody's server.

import { useContext, useEffect, useState } from "react";

import { LanguageContext } from "../core/context";
import { words } from "../words";
import { Icon } from "./icon";

/** Reads these words, or those that stand there when it is pressed. */
export function ReadAloud({ text }: { text: string | (() => string) }) {
  const voice = useLocalVoice(useContext(LanguageContext));
  const [reading, setReading] = useState(false);

  useEffect(() => () => window.speechSynthesis?.cancel(), [text]);

  if (!voice) return null;

  function toggle() {
    speechSynthesis.cancel();
    if (reading || !voice) {
      setReading(false);
      return;
    }
    const speech = new SpeechSynthesisUtterance(typeof text === "string" ? text : text());
    speech.voice = voice;
    speech.lang = voice.lang;
    speech.onend = () => setReading(false);
    speech.onerror = () => setReading(false);
    speechSynthesis.speak(speech);
    setReading(true);
  }

  return (
    <button type="button" className="button button--quiet" onClick={toggle}>
      <Icon name="Speaker" />
      <span>{reading ? words.stopReading : words.readAloud}</span>
    </button>
  );
}

function useLocalVoice(language: string): SpeechSynthesisVoice | null {
  const [voice, setVoice] = useState<SpeechSynthesisVoice | null>(null);
  useEffect(() => {
    const speech = window.speechSynthesis;
    if (!speech) return;
    const find = () => setVoice(best(speech.getVoices(), language));
    find();
    speech.addEventListener("voiceschanged", find);
    return () => speech.removeEventListener("voiceschanged", find);
  }, [language]);
  return voice;
}

/** A voice on this device: for the very language first, then for its family. */
export function best<V extends { lang: string; localService: boolean }>(voices: V[], tag: string): V | null {
  const here = voices.filter((voice) => voice.localService);
  // Easy Read (`en-GB-x-easyread`) is said in the voice of its language.
  const language = tag.split("-x-")[0] ?? tag;
  const family = language.split("-")[0] ?? language;
  return (
    here.find((voice) => voice.lang.replace("_", "-") === language) ??
    here.find((voice) => voice.lang.startsWith(family)) ??
    null
  );
}
