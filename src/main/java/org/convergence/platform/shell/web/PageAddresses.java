package org.convergence.platform.shell.web;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;

/** Addresses that open as pages: from one that only takes a form, a person is led to the nearest above it. */
@Component
record PageAddresses(ObjectProvider<PrefixRouteMapping> routes) {

    /** The nearest address above a path that opens; the first page if there is none. */
    String nearestAbove(String path) {
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String above = path.substring(0, end);
            PathContainer parsed = PathContainer.parsePath(above);
            if (routes.stream()
                    .flatMap(each -> each.getHandlerMethods().keySet().stream())
                    .anyMatch(route -> opens(route, parsed))) {
                return above;
            }
        }
        return "/";
    }

    private static boolean opens(RequestMappingInfo route, PathContainer path) {
        var methods = route.getMethodsCondition().getMethods();
        var patterns = route.getPathPatternsCondition();
        return (methods.isEmpty() || methods.contains(RequestMethod.GET))
                && patterns != null
                && patterns.getPatterns().stream().anyMatch(pattern -> pattern.matches(path));
    }
}
