import type { Option } from "./option";

/** Lower case without accents, so that "sao" finds "São Paulo". */
export function plain(text: string): string {
  return text
    .normalize("NFD")
    .replace(/\p{Diacritic}/gu, "")
    .toLowerCase();
}

/** The options that contain every typed word, those whose name begins with the text first. */
export function matching(options: Option[], typed: string): Option[] {
  const text = plain(typed.trim());
  const words = text.split(/\s+/).filter(Boolean);
  const hits = options.filter((option) => {
    const all = plain(`${option.name} ${option.aside ?? ""} ${option.search ?? ""}`);
    return words.every((word) => all.includes(word));
  });
  const first = (option: Option) => (plain(option.name).startsWith(text) ? 0 : 1);
  return text ? hits.sort((a, b) => first(a) - first(b)) : hits;
}
