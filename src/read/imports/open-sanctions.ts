import type { ActorKind } from '../../domain/actor.ts';
import { alpha3Of } from './country-codes.ts';
import { BrokenRecordError, type Found, usableForms } from './found.ts';

type Entity = {
  readonly id?: unknown;
  readonly caption?: string;
  readonly schema?: string;
  readonly properties?: Readonly<Record<string, readonly unknown[]>>;
};

/** FollowTheMoney schemata that name somebody; others (addresses, ownerships, sanctions) are of no use here. */
const KIND_OF_SCHEMA: Readonly<Record<string, ActorKind>> = {
  Person: 'person',
  Company: 'company',
  PublicBody: 'ministry',
  Organization: 'other',
  LegalEntity: 'other',
};
const KIND_OF_TOPIC: readonly (readonly [topic: RegExp, kind: ActorKind])[] = [
  [/^pol\.party$/, 'party'],
  [/^crime\.terror$/, 'armed-group'],
  [/^gov\.igo$/, 'body'],
  [/^gov/, 'ministry'],
];

/** One entity of OpenSanctions or another FollowTheMoney data set (docs of followthemoney 3: schema, caption, properties). */
export function actorOfEntity(entity: Entity): Found {
  const { id, schema, properties } = entity;
  if (typeof id !== 'string' || typeof schema !== 'string' || typeof properties !== 'object' || properties === null)
    throw new BrokenRecordError('it has no id, schema or properties');
  const of = (property: string): readonly string[] =>
    (properties[property] ?? []).filter((value): value is string => typeof value === 'string');
  const bySchema = KIND_OF_SCHEMA[schema];
  const name = entity.caption ?? of('name')[0];
  if (!bySchema || !name) return {};
  const topics = of('topics');
  const kind =
    bySchema === 'other'
      ? (KIND_OF_TOPIC.find(([topic]) => topics.some((each) => topic.test(each)))?.[1] ?? 'other')
      : bySchema;
  const country = [...of('country'), ...of('nationality'), ...of('citizenship'), ...of('jurisdiction')]
    .map(alpha3Of)
    .find((code) => code !== undefined);
  const qid = of('wikidataId').find((ref) => /^Q\d+$/.test(ref));
  const roles = of('position').map((role) => ({ role }));
  return {
    actor: {
      id: qid ? `wd:${qid}` : `os:${id}`,
      name,
      kind,
      aliases: usableForms([...of('name'), ...of('alias'), ...of('previousName'), ...of('abbreviation')], kind, name),
      ...(country && { country }),
      ...(roles.length > 0 && { roles }),
    },
  };
}
