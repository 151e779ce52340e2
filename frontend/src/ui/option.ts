/** A name that was found for what is typed, such as a city of a time zone. */
export type Found = {
  /** What begins with the text. */
  text: string;
  /** What it is called beside the option. */
  shown: string;
  /** Its place among all that were found. */
  place: number;
};

export type Option = {
  /** The value sent. */
  id: string;
  name: string;
  /** Beside the name, such as a UTC offset. */
  aside?: string;
  /** Codes and further names by which the option is found. */
  search?: readonly string[];
  /** What was found elsewhere for the text that is typed now. */
  found?: readonly Found[];
  /** Of several options that fit equally well the one with the lower place comes first. */
  place?: number;
};
