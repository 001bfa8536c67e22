import { Flex } from '@strapi/design-system';

import { TabButton } from './TabButton';

interface TabGroupProps<Value extends string> {
  label: string;
  choices: { value: Value; name: string }[];
  chosen: Value;
  onChange: (value: Value) => void;
}

/** A few ways to look at the same thing, one of them chosen. */
export function TabGroup<Value extends string>(props: TabGroupProps<Value>) {
  const { label, choices, chosen, onChange } = props;
  return (
    <Flex wrap="wrap" gap={1} role="group" aria-label={label}>
      {choices.map(({ value, name }) => (
        <TabButton
          key={value}
          type="button"
          aria-pressed={value === chosen}
          onClick={() => {
            onChange(value);
          }}
        >
          {name}
        </TabButton>
      ))}
    </Flex>
  );
}
