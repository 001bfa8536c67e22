import { useState } from 'react';

import { SearchField } from './SearchField';

interface WordsFilterProps {
  label: string;
  /** What the address says. */
  inAddress: string;
  onSearch: (words: string) => void;
}

/** Typed words; when the address changes under them, by a tag or the back button, they follow it. */
export function WordsFilter({ label, inAddress, onSearch }: WordsFilterProps) {
  const [words, setWords] = useState(inAddress);
  const [followed, setFollowed] = useState(inAddress);
  if (followed !== inAddress) {
    setFollowed(inAddress);
    setWords(inAddress);
  }
  return <SearchField label={label} value={words} onChange={setWords} onSearch={onSearch} />;
}
