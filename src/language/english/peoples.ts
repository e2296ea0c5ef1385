/**
 * Nationalities, peoples and faiths as adjectives and plurals that the country lists lack, and places in their newspaper names.
 * Source: general knowledge.
 */
export const PEOPLES: readonly string[] = `
  British English Scottish Welsh Irish Turkish Spanish Danish Swedish Finnish Polish Dutch French Swiss Greek Czech Croat
  Serb Kosovar Bosniak Roma Kurdish Kurd Arab Arabic Persian Pashtun Tajik Uzbek Hazara Turkmen Kazakh Kyrgyz Chechen Ingush
  Tatar Uighur Uyghur Tibetan Rohingya Tamil Sinhalese Punjabi Bengali Sindhi Baloch Baluch Kashmiri Palestinian Berber
  Tuareg Hutu Tutsi Zulu Igbo Yoruba Hausa Fulani Somali Oromo Tigrayan Amhara Coptic Copt Druze Alawite Alawi Sunni Shia Shiite
  Shi'ite Muslim Islamic Islamist Christian Catholic Protestant  Jewish Jew Hindu Sikh Buddhist Baptist Anglican
  Mormon  European African Asian American  Hispanic Latino Caribbean Scandinavian Balkan Baltic Slavic Soviet
  Afghan Iraqi Pakistani Israeli Qatari Emirati Omani Yemeni Kuwaiti Bahraini Saudi Filipino Burmese Taiwanese Briton Brit
  Scot Englishman Frenchman Irishman Turk Dane Swede Finn Pole Spaniard Scotsman Welshman Argentine Bosnian Herzegovinian Crimean
 Aboriginal Maori Inuit Cherokee Navajo Californian Texan Parisian Londoner Catalan Basque Corsican Sicilian
  Bavarian Prussian Flemish Walloon Austro-Hungarian Ottoman Roman Byzantine  
  Republican Democrat  Tory Communist Socialist Marxist Maoist Zionist Nazi Fascist
`
  .trim()
  .split(/\s+/);

/** Countries and great regions in names that the packages' lists do not have. */
export const PLACES_IN_NEWS: readonly string[] = [
  'Britain',
  'Great Britain',
  'England',
  'Scotland',
  'Wales',
  'Northern Ireland',
  'Turkey',
  'Burma',
  'America',
  'U.S.',
  'US',
  'USA',
  'U.S.A.',
  'UK',
  'U.K.',
  'UAE',
  'Holland',
  'Kosovo',
  'Palestine',
  'Gaza',
  'West Bank',
  'Crimea',
  'Chechnya',
  'Kurdistan',
  'Kashmir',
  'Tibet',
  'Xinjiang',
  'Soviet Union',
  'USSR',
  'Yugoslavia',
  'Czechoslovakia',
  'East Germany',
  'West Germany',
  'Ivory Coast',
  'Congo',
  'North Korea',
  'South Korea',
  'Korea',
  'Macedonia',
  'Swaziland',
  'East Timor',
  'Vatican',
  'Catalonia',
  'Bavaria',
];

export const WIDE_PLACES: readonly string[] = [
  'Europe',
  'Africa',
  'Asia',
  'North America',
  'South America',
  'Latin America',
  'Central America',
  'Antarctica',
  'Oceania',
  'Middle East',
  'Central Asia',
  'Southeast Asia',
  'East Asia',
  'South Asia',
  'Eastern Europe',
  'Western Europe',
  'Balkans',
  'Caucasus',
  'Caribbean',
  'Scandinavia',
  'Mediterranean',
  'Persian Gulf',
  'Atlantic',
  'Pacific',
  'Arctic',
  'Siberia',
  'Sahara',
  'Sahel',
  'Horn of Africa',
  'Levant',
  'Maghreb',
  'New England',
  'Midwest',
  'Black Sea',
  'Red Sea',
  'Baltic Sea',
  'Caspian Sea',
  'South China Sea',
  'Himalayas',
  'Alps',
  'Andes',
  'Manhattan',
  'Brooklyn',
  'Hollywood',
  'Silicon Valley',
  'Wall Street',
];

/** Words before a person's name that are no part of it. Lower case. */
export const ROLES: readonly string[] = `
  president vice prime minister chancellor king queen prince princess emperor empress sir lord lady dame madam miss pope
  bishop archbishop cardinal rabbi imam sheikh ayatollah mullah justice chief judge senator congressman congresswoman
  representative governor mayor secretary speaker ambassador general colonel major captain lieutenant sergeant admiral
  commander professor doctor coach father mother brother sister uncle aunt saint chairman chairwoman director ceo
`
  .trim()
  .split(/\s+/);
