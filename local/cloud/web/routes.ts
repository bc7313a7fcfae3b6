import type { Route } from '../template/properties.ts';

/** A route and what its path's variables stand for. */
export interface RouteMatch {
  readonly route: Route;
  readonly pathParameters: Readonly<Record<string, string>>;
}

/**
 * Finds a request's route as API Gateway does: the most specific path first (literal, variable,
 * greedy variable, `$default`), the method before `ANY`.
 */
export function matchRoute(
  routes: readonly Route[],
  method: string,
  path: string,
): RouteMatch | undefined {
  const matches = routes.flatMap((route) => {
    const match = matchOne(route, method, path);
    return match === undefined ? [] : [match];
  });
  return matches.sort((left, right) => right.rank - left.rank)[0];
}

function matchOne(
  route: Route,
  method: string,
  path: string,
): (RouteMatch & { readonly rank: number }) | undefined {
  if (route.RouteKey === '$default') return { route, pathParameters: {}, rank: 0 };
  const [verb = '', pattern = ''] = route.RouteKey.split(' ');
  if (verb !== 'ANY' && verb !== method) return undefined;
  const wanted = segments(pattern);
  const given = segments(path);
  const parameters: Record<string, string> = {};
  let rank = verb === 'ANY' ? 1 : 2;
  for (const [index, part] of wanted.entries()) {
    const variable = /^\{(\w+)(\+?)\}$/.exec(part);
    const value = given[index];
    if (variable?.[1] === undefined) {
      if (value !== part) return undefined;
      rank += 100;
    } else if (variable[2] === '+') {
      if (value === undefined) return undefined;
      parameters[variable[1]] = given.slice(index).join('/');
      return { route, pathParameters: parameters, rank };
    } else {
      if (value === undefined) return undefined;
      parameters[variable[1]] = value;
      rank += 10;
    }
  }
  return wanted.length === given.length ? { route, pathParameters: parameters, rank } : undefined;
}

const segments = (path: string) => path.split('/').filter((part) => part !== '');
