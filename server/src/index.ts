/** Everything that the plugin adds to a Strapi server. */
import { bootstrap } from './bootstrap';
import { config } from './config';
import { PERSONA_UID, REP_UID, SALES_SOURCED_UID, STAGE_UID } from './constants';
import { readService } from './content-api';
import { coverageController, coverageRoutes, coverageService, snapshot, target } from './coverage';
import {
  cacheHeaders,
  contentController,
  deliveryRoutes,
  deliveryService,
  journeyController,
  nextController,
} from './delivery';
import { register } from './register';
import {
  answer,
  demand,
  echo,
  intakeLimits,
  itemEvent,
  rep,
  repAdminController,
  repAdminRoutes,
  repAdminService,
  repController,
  salesSourced,
  salesSourcedAdminController,
  salesSourcedAdminRoutes,
  salesSourcedAdminService,
  salesSourcedContentRoutes,
  salesSourcedController,
  suggestedRoleRoutes,
  suggestedRolesController,
} from './sales-sourced';
import { taggingController, taggingRoutes, taggingService } from './tagging';
import {
  persona,
  personaController,
  personaEvidence,
  personaProfileController,
  personaProfileRoutes,
  personaProfileService,
  personaSignOff,
  stage,
  stageController,
  taxonomyContentRoutes,
  taxonomyController,
  taxonomyRoutes,
  taxonomyService,
} from './taxonomy';

export default {
  register,
  bootstrap,
  config,
  services: {
    coverage: coverageService,
    delivery: deliveryService,
    'rep-admin': repAdminService,
    'sales-sourced-admin': salesSourcedAdminService,
    tagging: taggingService,
    taxonomy: taxonomyService,
    'persona-profile': personaProfileService,
    // Strapi's own, which the controllers of the content API call.
    stage: readService(STAGE_UID),
    persona: readService(PERSONA_UID),
    rep: readService(REP_UID),
    'sales-sourced': readService(SALES_SOURCED_UID),
  },
  contentTypes: {
    stage,
    persona,
    rep,
    'sales-sourced': salesSourced,
    echo,
    answer,
    demand,
    'item-event': itemEvent,
    target,
    snapshot,
    'persona-evidence': personaEvidence,
    'persona-sign-off': personaSignOff,
  },
  controllers: {
    coverage: coverageController,
    content: contentController,
    next: nextController,
    journey: journeyController,
    tagging: taggingController,
    taxonomy: taxonomyController,
    stage: stageController,
    persona: personaController,
    'persona-profile': personaProfileController,
    rep: repController,
    'rep-admin': repAdminController,
    'sales-sourced': salesSourcedController,
    'sales-sourced-admin': salesSourcedAdminController,
    'suggested-roles': suggestedRolesController,
  },
  middlewares: {
    'intake-limits': intakeLimits,
    'cache-headers': cacheHeaders,
  },
  routes: {
    admin: {
      type: 'admin',
      routes: [
        ...coverageRoutes,
        ...taggingRoutes,
        ...taxonomyRoutes,
        ...personaProfileRoutes,
        ...salesSourcedAdminRoutes,
        ...repAdminRoutes,
        ...suggestedRoleRoutes,
      ],
    },
    'content-api': {
      type: 'content-api',
      routes: [...taxonomyContentRoutes, ...salesSourcedContentRoutes, ...deliveryRoutes],
    },
  },
};
