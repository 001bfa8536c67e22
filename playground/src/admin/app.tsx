/**
 * What Strapi would lay over the demo, marked as dismissed: `config.tutorials` reaches neither the
 * guided tour nor the banner about the media library.
 */
const DISMISSED: Record<string, string> = {
  STRAPI_GUIDED_TOUR: '{"tours":{},"enabled":false,"hidden":true,"completedActions":[]}',
  'STRAPI_MEDIA_LIBRARY_BANNER_DISMISSED_FOR_false:false': 'true',
};

export default {
  config: {
    locales: ['de', 'fr'],
    notifications: { releases: false },
    tutorials: false,
  },
  bootstrap() {
    for (const [key, value] of Object.entries(DISMISSED)) {
      if (window.localStorage.getItem(key) === null) window.localStorage.setItem(key, value);
    }
  },
};
