package org.convergence.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Finds the route of an address. Spring compares every route that has a variable, method and headers first; this one
 * skips routes whose literal prefix differs, so that a page costs the same however many routes there are.
 */
final class PrefixRouteMapping extends RequestMappingHandlerMapping {

    private final Map<RequestMappingInfo, String> prefixes = new ConcurrentHashMap<>();

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        return mayMatch(route, request.getRequestURI()) ? super.getMatchingMapping(route, request) : null;
    }

    private boolean mayMatch(RequestMappingInfo route, String address) {
        String prefix = prefixes.get(route);
        if (prefix == null) {
            prefix = literalPrefix(route);
            prefixes.put(route, prefix);
        }
        // An escaped address is left to Spring's comparison.
        return address.startsWith(prefix) || address.indexOf('%') >= 0;
    }

    /** What an address of the route begins with; empty where it has several patterns. */
    private static String literalPrefix(RequestMappingInfo route) {
        PathPatternsRequestCondition paths = route.getPathPatternsCondition();
        if (paths == null || paths.getPatterns().size() != 1) {
            return "";
        }
        String path = paths.getFirstPattern().getPatternString();
        int variable = path.indexOf('{');
        return variable < 0 ? path : path.substring(0, variable);
    }
}
