/** The package has no types. */
declare module "subset-font" {
  type Options = {
    targetFormat: "woff2";
    variationAxes: Record<string, { min: number | undefined; max: number | undefined }>;
    /** Tags of OpenType; all others go. */
    keepFeatures: string[];
    noHinting: boolean;
  };
  export default function subsetFont(font: Buffer, characters: string, options: Options): Promise<Buffer>;
}
