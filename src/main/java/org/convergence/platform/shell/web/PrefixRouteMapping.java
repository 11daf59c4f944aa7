package org.convergence.platform.shell.web;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.servlet.mvc.condition.PathPatternsRequestCondition;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the route of an address. Spring compares every route that has a variable, method and headers first; this one
 * skips routes whose literal prefix differs, so that a page costs the same however many routes there are.
 */
final class PrefixRouteMapping extends RequestMappingHandlerMapping {

    @Override
    protected @Nullable RequestMappingInfo getMatchingMapping(RequestMappingInfo route, HttpServletRequest request) {
        return mayMatch(route, request.getRequestURI()) ? super.getMatchingMapping(route, request) : null;
    }

    private static boolean mayMatch(RequestMappingInfo route, String address) {
        PathPatternsRequestCondition paths = route.getPathPatternsCondition();
        // An escaped address is left to Spring's comparison.
        if (paths == null || paths.getPatterns().size() != 1 || address.indexOf('%') >= 0) {
            return true;
        }
        PathPattern pattern = paths.getFirstPattern();
        String path = pattern.getPatternString();
        int variable = path.indexOf('{');
        return address.startsWith(variable < 0 ? path : path.substring(0, variable));
    }
}
