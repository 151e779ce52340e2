export type Option = {
  /** The value sent. */
  id: string;
  name: string;
  /** Beside the name, such as a UTC offset. */
  aside?: string;
  /** Further words by which the option is found. */
  search?: string;
};
