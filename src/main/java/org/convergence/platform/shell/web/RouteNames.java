package org.convergence.platform.shell.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.PermissionCheck;
import org.convergence.platform.shell.PageAccess;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.util.pattern.PathPattern;

/** Finds the routes of addresses: for the log, also after an error, for the page above an address, for links. */
@Component
record RouteNames(ObjectProvider<PrefixRouteMapping> routes) implements PageAccess {

    private record FoundRoute(PathPattern pattern, HandlerMethod handler) {}

    /** Method and pattern, not the address: identifiers and searches stay out of the log. */
    String of(HttpServletRequest request) {
        String method = method(request);
        // After an error the server asks for the route of the error itself, and forgets the first.
        Object pattern = request.getDispatcherType() == DispatcherType.ERROR
                ? null
                : request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE);
        return method
                + " "
                + (pattern == null
                        ? findRoute(method, RequestKind.path(request))
                                .map(route -> route.pattern().getPatternString())
                                .orElse("an unknown route")
                        : pattern);
    }

    /** The method as sent, which the server turns into GET after an error; a client may send any text. */
    private static String method(HttpServletRequest request) {
        Object first = request.getAttribute(RequestDispatcher.ERROR_METHOD);
        HttpMethod method = HttpMethod.valueOf(first == null ? request.getMethod() : first.toString());
        return List.of(HttpMethod.values()).contains(method) ? method.name() : "an unknown method";
    }

    /** The nearest address above a path that opens; the first page if there is none. */
    String nearestAbove(String path) {
        for (int end = path.lastIndexOf('/'); end > 0; end = path.lastIndexOf('/', end - 1)) {
            String above = path.substring(0, end);
            if (findRoute("GET", above).isPresent()) {
                return above;
            }
        }
        return "/";
    }

    @Override
    public boolean mayOpen(String url) {
        return findRoute("GET", url.split("[?#]", 2)[0])
                .map(FoundRoute::handler)
                .map(route -> PermissionCheck.permissionOf(route.getMethod(), route.getBeanType()))
                .map(permission -> CurrentActor.get().may(permission))
                .orElse(true);
    }

    private Optional<FoundRoute> findRoute(String method, String path) {
        if (path.indexOf('%') >= 0) {
            return Optional.empty();
        }
        PathContainer parsed = PathContainer.parsePath(path);
        return routes.stream()
                .flatMap(each -> each.getHandlerMethods().entrySet().stream())
                .filter(route -> takes(route.getKey(), method))
                .flatMap(route -> patterns(route.getKey()).map(pattern -> new FoundRoute(pattern, route.getValue())))
                .filter(route -> route.pattern().matches(parsed))
                .min(Comparator.comparing(FoundRoute::pattern, PathPattern.SPECIFICITY_COMPARATOR));
    }

    private static boolean takes(RequestMappingInfo route, String method) {
        var methods = route.getMethodsCondition().getMethods();
        return methods.isEmpty()
                || methods.stream().anyMatch(each -> each.name().equals(method));
    }

    private static Stream<PathPattern> patterns(RequestMappingInfo route) {
        var patterns = route.getPathPatternsCondition();
        return patterns == null ? Stream.empty() : patterns.getPatterns().stream();
    }
}
