package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.convergence.identity.Role;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.PermissionCatalogue;
import org.convergence.platform.access.PermissionCheck;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every route and its permission: written down for review, and called as every role. */
@ModuleTest
class RoutesTest {

    private static final Path REVIEWED = Path.of("docs/generated/routes.md");

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private List<PermissionCatalogue> catalogues;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    private record Route(
            String method,
            String path,
            @Nullable String permission,
            @Nullable String openBecause) {}

    @BeforeEach
    void ensureOrganisation() {
        visitors.ensureOrganisation();
    }

    @Test
    void routesAreReviewed() throws IOException {
        String now = "# Routes\n\nWritten by `RoutesTest`. A difference fails the build until it is reviewed: run"
                + " `./test -Dtest=RoutesTest -Dconvergence.accept=true` and read the change.\n\n"
                + "| method | address | permission | open because |\n| --- | --- | --- | --- |\n"
                + routes().stream()
                        .map(route -> "| " + route.method() + " | `" + route.path() + "` | "
                                + (route.permission() == null ? "" : "`" + route.permission() + "`") + " | "
                                + (route.openBecause() == null ? "" : route.openBecause()) + " |\n")
                        .collect(Collectors.joining());
        new ReviewedDocument(REVIEWED, RoutesTest.class).requireUpToDate(now);
    }

    @Test
    void routesDeclareKnownPermissionOrReasonToBeOpen() {
        Set<String> known = catalogues.stream()
                .flatMap(catalogue -> catalogue.permissions().stream())
                .map(permission -> permission.key())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(routes()).allSatisfy(route -> {
            if (route.openBecause() == null) {
                assertThat(route.permission()).as("%s", route).isIn(known);
            }
        });
    }

    @Test
    void routesEnforceTheirPermission() {
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            for (Role role : Role.values()) {
                int status = call(route, role);
                boolean may = route.permission() == null || visitors.actor(role).may(route.permission());
                if (may ? status == 403 || status >= 500 : status != 403) {
                    wrong.add(role + " " + route.method() + " " + route.path() + " → " + status);
                }
            }
            int visitor = call(route, null);
            boolean turnedAway = visitor == 401 || visitor == 303;
            if (route.permission() != null && !turnedAway) {
                wrong.add("visitor " + route.method() + " " + route.path() + " → " + visitor);
            }
        }
        assertThat(wrong).isEmpty();
    }

    private int call(Route route, @Nullable Role role) {
        String address = route.path().replaceAll("\\{[^}]*\\}", "00000000-0000-7000-8000-000000000000");
        var request =
                browser.method(HttpMethod.valueOf(route.method())).uri(address).with(csrf());
        MvcTestResult result = (role == null ? request : request.with(visitors.as(role))).exchange();
        return result.getResponse().getStatus();
    }

    private List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        mapping.getHandlerMethods().forEach((info, handler) -> {
            if (handler.getBeanType().getPackageName().startsWith("org.convergence")
                    && !handler.getBeanType().getPackageName().startsWith("org.convergence.testing")) {
                info.getPatternValues().forEach(path -> {
                    List<String> methods =
                            info.getMethodsCondition().getMethods().isEmpty()
                                    ? List.of("GET")
                                    : info.getMethodsCondition().getMethods().stream()
                                            .map(Enum::name)
                                            .toList();
                    methods.forEach(method -> routes.add(route(method, path, handler)));
                });
            }
        });
        routes.sort(Comparator.comparing(Route::path).thenComparing(Route::method));
        return routes;
    }

    private static Route route(String method, String path, HandlerMethod handler) {
        String permission = PermissionCheck.permissionOf(handler.getMethod(), handler.getBeanType());
        Open open = null;
        if (permission == null) {
            open = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Open.class);
            if (open == null) {
                open = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Open.class);
            }
        }
        return new Route(method, path, permission, open == null ? null : open.value());
    }

    @Test
    void eachRoleHasPermissions() {
        assertThat(Arrays.stream(Role.values()))
                .allSatisfy(
                        role -> assertThat(visitors.actor(role).permissions()).isNotEmpty());
    }
}
