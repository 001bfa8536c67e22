import { Searchbar, SearchForm } from '@strapi/design-system';
import { useIntl } from 'react-intl';

interface SearchFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** Enter, or emptied by its button. */
  onSearch?: (value: string) => void;
}

/** Longest text that is searched for. */
const MOST_CHARACTERS = 255;

/** A field for words to search for. */
export function SearchField({ label, value, onChange, onSearch }: SearchFieldProps) {
  const intl = useIntl();
  return (
    <SearchForm
      onSubmit={(event) => {
        event.preventDefault();
        onSearch?.(value);
      }}
    >
      <Searchbar
        name="search"
        size="S"
        placeholder={label}
        maxLength={MOST_CHARACTERS}
        autoComplete="off"
        value={value}
        clearLabel={intl.formatMessage({
          id: 'buyer-journey.search.clear',
          defaultMessage: 'Clear the search',
        })}
        onClear={() => {
          onChange('');
          onSearch?.('');
        }}
        onChange={(event) => {
          onChange(event.currentTarget.value);
        }}
      >
        {label}
      </Searchbar>
    </SearchForm>
  );
}
