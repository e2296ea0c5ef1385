import type { Context, Hono } from 'hono';
import type { Stance } from '../domain/statement.ts';
import type { Corrected } from '../work/correcting.ts';
import type { Wish } from '../work/correction-wish.ts';
import type { ActorWish } from '../work/whom-meant.ts';
import { actorPath, statementPath } from './addresses.ts';
import { answerFound, answerPage } from './answer.ts';
import { fieldsOf, smallForm } from './forms.ts';
import { operatorOnly } from './guard/strangers.ts';
import type { SiteHouse } from './house.ts';
import { unknownPage } from './pages/absent.ts';
import { correctionsPage } from './pages/corrections.ts';
import { refusedPage } from './pages/refused.ts';
import { splitPage } from './pages/split.ts';
import { whichActorPage } from './pages/which-actor.ts';
import { STANCE_WORDS } from './wording.ts';

const SHOWN = 60;
/** Pages that an undoing may lead back to: this site's own. */
const OWN_PAGE = /^\/(?:statement|actor)\/[\w:%.~-]+$/;

const FIELDS = ['kind', 'to', 'name', 'stance', 'form', 'scope', 'reason'] as const;
type Fields = Readonly<Record<(typeof FIELDS)[number], string>>;

/** Putting right what the reader got wrong: the operator's alone. */
export function correctingRoutes(site: Hono, house: SiteHouse): void {
  const { pages, settings } = house;
  const operator = operatorOnly(settings);

  site.get('/corrections', operator, async (c) => {
    const after = c.req.query('after');
    const needsLook = after ? undefined : await pages.corrections({ limit: SHOWN, needsLook: true });
    const all = await pages.corrections({ limit: SHOWN, ...(after ? { after } : {}) });
    return answerPage(
      c,
      house,
      correctionsPage({ needsLook: needsLook?.rows ?? [], all, ...(after ? { after } : {}) }),
    );
  });

  site.post('/corrections/:id/undo', operator, smallForm, async (c) => {
    const { back } = await fieldsOf(c, ['back']);
    const undone = await house.undoCorrection(c.req.param('id'));
    if (!undone) return answerPage(c, house, unknownPage(), 404);
    return c.redirect(OWN_PAGE.test(back) ? back : '/corrections', 303);
  });

  site.post('/statement/:id/correct', operator, smallForm, async (c) => {
    const id = c.req.param('id');
    const fields = await fieldsOf(c, FIELDS);
    const wish = statementWish(id, fields);
    return answer(c, house, { fields, back: statementPath(id), path: `${statementPath(id)}/correct`, wish });
  });

  site.post('/actor/:id/merge', operator, smallForm, async (c) => {
    const id = c.req.param('id');
    const fields = await fieldsOf(c, FIELDS);
    const wish: Wish = { kind: 'merge', actor: id, into: actorWish(fields) };
    return answer(c, house, { fields, back: actorPath(id), path: `${actorPath(id)}/merge`, wish });
  });

  site.get('/actor/:id/split', operator, async (c) =>
    answerFound(
      c,
      house,
      await pages.actor(c.req.param('id')),
      (id) => actorPath(id),
      (actor) => splitPage(actor, c.req.query('form') ?? ''),
    ),
  );

  site.post('/actor/:id/split', operator, smallForm, async (c) => {
    const id = c.req.param('id');
    const fields = await fieldsOf(c, FIELDS);
    const wish: Wish = {
      ...{ kind: 'split', actor: id, form: fields.form, to: actorWish(fields) },
      ...(fields.scope && { article: fields.scope }),
    };
    return answer(c, house, { fields, back: actorPath(id), path: `${actorPath(id)}/split`, wish });
  });
}

type Asked = {
  readonly fields: Fields;
  readonly wish: Wish | undefined;
  /** The page that it was asked on. */
  readonly back: string;
  /** Where the form was sent to. */
  readonly path: string;
};

async function answer(c: Context, house: SiteHouse, { fields, wish, back, path }: Asked): Promise<Response> {
  const made: Corrected = wish
    ? await house.correct(wish, fields.reason)
    : { refused: 'Say what is to be put right, and how.' };
  if ('kept' in made) return c.redirect(back, 303);
  if ('which' in made)
    return answerPage(c, house, whichActorPage({ ...made, fields, path, back, mayBeNew: wish?.kind !== 'merge' }));
  return answerPage(c, house, refusedPage(made.refused, back), 400);
}

function statementWish(statement: string, fields: Fields): Wish | undefined {
  if (fields.kind === 'hide') return { kind: 'hide', statement };
  if (fields.kind === 'stance' && Object.hasOwn(STANCE_WORDS, fields.stance))
    return { kind: 'stance', statement, to: fields.stance as Stance };
  if (fields.kind === 'speaker')
    return { kind: 'speaker', statement, to: fields.to === 'nobody' ? null : actorWish(fields) };
  return undefined;
}

/** A choice by id; `name` and `new` say that the name typed counts. */
function actorWish({ to, name }: Fields): ActorWish {
  if (to === '' || to === 'name') return { name };
  return to === 'new' ? { name, isNew: true } : { actor: to };
}
