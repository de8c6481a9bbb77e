// What a file is called without what its ending says: `sales.csv.gz` → `sales`.

/** A compressed file's name ends in two extensions. The name itself where nothing would be left. */
export function fileStem(name: string): string {
  const unpacked = name.replace(/(\.[^.]{1,5})\.(?:gz|zip)$/i, '$1');
  return unpacked.replace(/\.[^.]{1,5}$/, '') || name;
}
