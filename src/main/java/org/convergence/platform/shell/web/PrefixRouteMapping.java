package org.convergence.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the route of an address. Spring compares an address with every route that has a variable; this mapping compares
 * it with the routes that begin with the same two segments, so that a page costs the same however many routes there are.
 * Where they give no route, or two that are alike, Spring decides.
 */
final class PrefixRouteMapping extends RequestMappingHandlerMapping {

    private static final int ANY = -1;

    private final Map<String, List<Route>> routes = new HashMap<>();

    /** @param slashes how many an address of it has; {@link #ANY} if it may have any number */
    private record Route(
            String prefix, int slashes, Set<RequestMethod> methods, RequestMappingInfo info, HandlerMethod method) {

        /** Whether Spring needs to compare them: most routes of a page's neighbours differ by what is cheap to see. */
        boolean mayMatch(String path, int slashesOfPath, @Nullable RequestMethod asked) {
            return (slashes == ANY || slashes == slashesOfPath)
                    && (asked == null || methods.isEmpty() || methods.contains(asked))
                    && path.startsWith(prefix);
        }
    }

    private record Match(RequestMappingInfo info, HandlerMethod method) {}

    @Override
    protected void registerHandlerMethod(Object handler, Method method, RequestMappingInfo info) {
        super.registerHandlerMethod(handler, method, info);
        HandlerMethod found = createHandlerMethod(handler, method);
        for (String pattern : info.getPatternValues()) {
            String prefix = pattern.substring(0, (pattern + "{").indexOf('{'));
            routes.computeIfAbsent(start(prefix), start -> new ArrayList<>())
                    .add(new Route(
                            prefix,
                            pattern.contains("**") || pattern.contains("{*") ? ANY : slashes(pattern),
                            info.getMethodsCondition().getMethods(),
                            info,
                            found));
        }
    }

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(String path, HttpServletRequest request) throws Exception {
        List<Match> matches = path.indexOf('%') < 0 ? matches(path, request) : List.of();
        Comparator<RequestMappingInfo> nearest = getMappingComparator(request);
        if (matches.isEmpty()
                || (matches.size() > 1
                        && nearest.compare(matches.get(0).info(), matches.get(1).info()) == 0)) {
            return super.lookupHandlerMethod(path, request);
        }
        Match match = matches.get(0);
        request.setAttribute(BEST_MATCHING_HANDLER_ATTRIBUTE, match.method());
        handleMatch(match.info(), path, request);
        return match.method();
    }

    private List<Match> matches(String path, HttpServletRequest request) {
        List<Match> matches = new ArrayList<>();
        int slashes = slashes(path);
        RequestMethod asked = asked(request);
        for (Route route : routes.getOrDefault(start(path), List.of())) {
            RequestMappingInfo info =
                    route.mayMatch(path, slashes, asked) ? getMatchingMapping(route.info(), request) : null;
            if (info != null) {
                matches.add(new Match(info, route.method()));
            }
        }
        matches.sort(Comparator.comparing(Match::info, getMappingComparator(request)));
        return matches;
    }

    /** The method of pages and forms; {@code null} for others, which Spring compares (HEAD with routes of GET). */
    private static @Nullable RequestMethod asked(HttpServletRequest request) {
        RequestMethod method = RequestMethod.resolve(request.getMethod());
        return method == RequestMethod.GET || method == RequestMethod.POST ? method : null;
    }

    private static int slashes(String path) {
        return (int) path.chars().filter(each -> each == '/').count();
    }

    /** The first two segments with their slashes; empty if there are fewer. */
    private static String start(String path) {
        int second = path.indexOf('/', 1);
        int third = second < 0 ? -1 : path.indexOf('/', second + 1);
        return third < 0 ? "" : path.substring(0, third + 1);
    }
}
