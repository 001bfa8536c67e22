import { useNotification } from '@strapi/strapi/admin';

import { useErrorMessage } from '../../api/errors';
import { useExportUses } from '../../api/terms';
import { saveFile } from '../../ui/save-file';
import type { Term } from './term';

/** Hands the list of all uses to the person; what goes wrong is told. */
export function useDownloadUses(term: Term) {
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const exporting = useExportUses();
  return {
    isBusy: exporting.isPending,
    download: () => {
      const { kind, documentId } = term;
      exporting.mutate(
        { kind, documentId },
        {
          onSuccess: (list) => {
            saveFile(list, listName(term));
          },
          onError: (error) => {
            toggleNotification({ type: 'danger', message: errorMessage(error) });
          },
        }
      );
    },
  };
}

/** What the file is called. */
export const listName = ({ kind, slug }: Pick<Term, 'kind' | 'slug'>) => `${kind}-${slug}-uses.csv`;
