import { MenuItem, SimpleMenu } from '@strapi/design-system';
import { Download } from '@strapi/icons';
import { useNotification } from '@strapi/strapi/admin';
import { useEffect, useRef, useState } from 'react';
import { useIntl } from 'react-intl';
import { useLocation, useNavigate } from 'react-router-dom';

import type { CoverageScope } from '../../api/coverage-question';
import { useExportEntries, useExportGrid } from '../../api/coverage-export';
import { useErrorMessage } from '../../api/errors';
import { saveFile } from '../../ui/save-file';
import { SCORECARD_PATH } from '../../plugin-id';
import { EntriesProgress } from './EntriesProgress';

const MENU_ID = 'buyer-journey-export';

/** A download under way. */
interface Running {
  abort: AbortController;
  /** 0..1 */
  share: number;
}

/** Takes what the page shows elsewhere: as CSV, or as a page to print. */
export function ExportMenu({ scope }: { scope: CoverageScope }) {
  const intl = useIntl();
  const navigate = useNavigate();
  const { search } = useLocation();
  const errorMessage = useErrorMessage();
  const { toggleNotification } = useNotification();
  const grid = useExportGrid();
  const entries = useExportEntries();
  const [download, setDownload] = useState<Running | null>(null);
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);

  const tellFailure = (error: unknown) => {
    toggleNotification({ type: 'danger', message: errorMessage(error) });
  };

  const exportEntries = () => {
    const abort = new AbortController();
    running.current = abort;
    setDownload({ abort, share: 0 });
    const onProgress = (share: number) => {
      setDownload((current) => current && { ...current, share });
    };
    entries.mutate(
      { scope, signal: abort.signal, onProgress },
      {
        onSuccess: (file) => {
          saveFile(file, 'coverage-entries.csv');
        },
        onError: (error) => {
          if (!abort.signal.aborted) tellFailure(error);
        },
        onSettled: () => {
          setDownload(null);
        },
      }
    );
  };

  return (
    <>
      <SimpleMenu
        id={MENU_ID}
        variant="tertiary"
        startIcon={<Download />}
        disabled={grid.isPending}
        label={intl.formatMessage({ id: 'buyer-journey.export', defaultMessage: 'Export' })}
      >
        <MenuItem
          onSelect={() => {
            grid.mutate(scope, {
              onSuccess: (file) => {
                saveFile(file, 'coverage-grid.csv');
              },
              onError: tellFailure,
            });
          }}
        >
          {intl.formatMessage({ id: 'buyer-journey.export.grid', defaultMessage: 'Grid as CSV' })}
        </MenuItem>
        <MenuItem onSelect={exportEntries}>
          {intl.formatMessage({
            id: 'buyer-journey.export.entries',
            defaultMessage: 'Entries as CSV',
          })}
        </MenuItem>
        <MenuItem
          onSelect={() => {
            navigate({ pathname: SCORECARD_PATH, search });
          }}
        >
          {intl.formatMessage({
            id: 'buyer-journey.export.scorecard',
            defaultMessage: 'Scorecard to print',
          })}
        </MenuItem>
      </SimpleMenu>
      {download && (
        <EntriesProgress
          share={download.share}
          returnFocus={() => document.getElementById(MENU_ID)}
          onCancel={() => {
            download.abort.abort();
            setDownload(null);
          }}
        />
      )}
    </>
  );
}
