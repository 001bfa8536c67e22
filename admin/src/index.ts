import { ChartPie, Message, PriceTag, Quotes, User } from '@strapi/icons';
import type { StrapiApp } from '@strapi/strapi/admin';

import { addJourneyPanel } from './content-manager/add-panel';
import { moveTagsToPanel } from './content-manager/edit-view-layout';
import { addListTools } from './content-manager/list/add-list-tools';
import { addTagColumns } from './content-manager/list/tag-columns';
import { rememberStore } from './content-manager/refresh-entries';
import {
  CAPTURE_PATH,
  COVERAGE_PATH,
  INBOX_PATH,
  MY_CONTRIBUTIONS_PATH,
  PERSONAS_PATH,
  PLUGIN_ID,
  TAGGING_PATH,
  TREND_PATH,
  SCORECARD_PATH,
  SETUP_PATH,
  SUGGESTION_RULES_PATH,
} from './plugin-id';
import { PERMISSIONS } from './permissions';
import { addOptInCheckbox } from './tagging/opt-in-checkbox';
import { registerTrads } from './translations/register';

/** All that the plugin adds to the admin. */
const plugin = {
  register(app: StrapiApp) {
    rememberStore(app);

    // The coverage page: where are we thin?
    app.addMenuLink({
      to: COVERAGE_PATH.slice(1),
      icon: ChartPie,
      intlLabel: { id: 'buyer-journey.menu.coverage', defaultMessage: 'Coverage' },
      permissions: PERMISSIONS.readCoverage,
      position: 3,
      Component: () => import('./coverage/CoveragePage'),
    });

    // From nothing to a grid, step by step, reached from coverage and the settings.
    app.router.addRoute({
      path: SETUP_PATH.slice(1),
      lazy: async () => ({ Component: (await import('./setup/SetupPage')).default }),
    });

    // Where coverage comes from, day by day, reached from coverage.
    app.router.addRoute({
      path: TREND_PATH.slice(1),
      lazy: async () => ({ Component: (await import('./coverage/trend/TrendPage')).default }),
    });

    // Coverage on one page for a meeting, reached from coverage.
    app.router.addRoute({
      path: SCORECARD_PATH.slice(1),
      lazy: async () => ({
        Component: (await import('./coverage/scorecard/ScorecardPage')).default,
      }),
    });

    // The rules that suggest stage and personas, reached from the settings.
    app.router.addRoute({
      path: SUGGESTION_RULES_PATH.slice(1),
      lazy: async () => ({ Component: (await import('./tagging/rules/RulesPage')).default }),
    });

    // The inbox: what do buyers say that we have not answered?
    app.addMenuLink({
      to: INBOX_PATH.slice(1),
      icon: Message,
      intlLabel: { id: 'buyer-journey.menu.inbox', defaultMessage: 'Inbox' },
      permissions: PERMISSIONS.readInbox,
      position: 4,
      Component: () => import('./inbox/InboxPage'),
    });

    // Tagging: what is not placed yet?
    app.addMenuLink({
      to: TAGGING_PATH.slice(1),
      icon: PriceTag,
      intlLabel: { id: 'buyer-journey.menu.tagging', defaultMessage: 'Tagging' },
      permissions: PERMISSIONS.tag,
      position: 4,
      Component: () => import('./tagging/TaggingPage'),
    });

    // Capture: what did the buyer ask or object?
    app.addMenuLink({
      to: CAPTURE_PATH.slice(1),
      icon: Quotes,
      intlLabel: { id: 'buyer-journey.capture.title', defaultMessage: 'Add what a buyer said' },
      permissions: PERMISSIONS.capture,
      position: 5,
      Component: () => import('./capture/CapturePage'),
    });

    // Personas: whom do we speak to, and do both teams agree?
    app.addMenuLink({
      to: PERSONAS_PATH.slice(1),
      icon: User,
      intlLabel: { id: 'buyer-journey.menu.personas', defaultMessage: 'Personas' },
      permissions: PERMISSIONS.readPersonas,
      position: 6,
      Component: () => import('./personas/PersonasPage'),
    });

    // One persona on one page, to be read and printed.
    app.router.addRoute({
      path: `${PERSONAS_PATH.slice(1)}/:documentId`,
      lazy: async () => ({ Component: (await import('./personas/profile/ProfilePage')).default }),
    });

    // What became of it, reached from capture.
    app.router.addRoute({
      path: MY_CONTRIBUTIONS_PATH.slice(1),
      lazy: async () => ({ Component: (await import('./capture/mine/MinePage')).default }),
    });

    // A small capture box on Strapi's homepage.
    app.widgets.register({
      id: 'capture',
      pluginId: PLUGIN_ID,
      icon: Quotes,
      title: { id: 'buyer-journey.capture.title', defaultMessage: 'Add what a buyer said' },
      link: {
        label: { id: 'buyer-journey.capture.allFields', defaultMessage: 'All fields' },
        href: CAPTURE_PATH,
      },
      permissions: PERMISSIONS.capture,
      component: async () => (await import('./capture/CaptureWidget')).CaptureWidget,
    });

    // Coverage at a glance on Strapi's homepage.
    app.widgets.register({
      id: 'coverage',
      pluginId: PLUGIN_ID,
      icon: ChartPie,
      title: { id: 'buyer-journey.menu.coverage', defaultMessage: 'Coverage' },
      link: {
        label: { id: 'buyer-journey.home.open', defaultMessage: 'All figures' },
        href: COVERAGE_PATH,
      },
      permissions: PERMISSIONS.readCoverage,
      component: async () => (await import('./home/CoverageWidget')).CoverageWidget,
    });

    // The plugin's bare address leads to coverage.
    app.router.addRoute({
      path: `plugins/${PLUGIN_ID}`,
      lazy: async () => ({ Component: (await import('./coverage/RedirectToCoverage')).default }),
    });

    // Settings: stages, personas, content types, roles, and reps.
    app.addSettingsLink(
      {
        id: PLUGIN_ID,
        intlLabel: { id: 'buyer-journey.settings.section', defaultMessage: 'Buyer Journey' },
      },
      {
        id: `${PLUGIN_ID}-settings`,
        to: PLUGIN_ID,
        intlLabel: {
          id: 'buyer-journey.settings.link',
          defaultMessage: 'Stages, personas and types',
        },
        permissions: PERMISSIONS.openSettings,
        Component: () => import('./settings/SettingsPage'),
      }
    );

    app.registerPlugin({ id: PLUGIN_ID, name: 'Buyer Journey' });
  },

  bootstrap(app: Pick<StrapiApp, 'getPlugin' | 'registerHook'>) {
    // The opt-in checkbox among a content type's advanced settings.
    addOptInCheckbox(app);

    // Stage and personas as columns of the Content Manager's list view, the filter by them, and tagging in bulk.
    app.registerHook('Admin/CM/pages/ListView/inject-column-in-table', addTagColumns);
    addListTools(app);

    // Stage, personas and contributors next to the entry being written, instead of among its fields.
    app.registerHook('Admin/CM/pages/EditView/mutate-edit-view-layout', moveTagsToPanel);
    addJourneyPanel(app);
  },

  registerTrads,
};

export default plugin;
