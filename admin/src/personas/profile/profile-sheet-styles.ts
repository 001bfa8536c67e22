import { styled } from 'styled-components';

import { Sheet } from '../../coverage/scorecard/sheet-styles';
import { PRINTED_TYPE } from './profile-density';

/** The page, in the type of the admin on the screen, and on paper in type that fits. */
export const ProfilePaper = styled(Sheet)<{ $type: keyof typeof PRINTED_TYPE }>`
  font-size: ${({ theme }) => theme.fontSizes[2]};

  @media print {
    font-size: ${({ $type }) => PRINTED_TYPE[$type]};
  }
`;

/** Parts of the page in two columns, on paper whatever the screen was. */
export const PartGrid = styled.div`
  display: grid;
  grid-template-columns: repeat(auto-fit, minmax(min(100%, 28rem), 1fr));
  column-gap: ${({ theme }) => theme.spaces[6]};

  @media print {
    grid-template-columns: 1fr 1fr;
    column-gap: 2em;
  }
`;

/** A heading and what stands below it. */
export const SheetPart = styled.section`
  min-inline-size: 0;

  > p {
    white-space: pre-line;
  }

  ul {
    padding-inline-start: 1.4em;
    list-style: disc;
  }

  li + li {
    margin-block-start: 0.2em;
  }

  /* Links look the same as the text around them, in its size. */
  a,
  a span {
    font-size: inherit;
    line-height: inherit;
  }

  @media print {
    break-inside: avoid;

    .clamped {
      display: -webkit-box;
      -webkit-box-orient: vertical;
      -webkit-line-clamp: 2;
      overflow: hidden;
    }
  }
`;
