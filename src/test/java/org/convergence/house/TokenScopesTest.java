package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.identity.Role;
import org.convergence.identity.domain.ApiTokens;
import org.convergence.identity.domain.Sessions;
import org.convergence.identity.domain.SignIn;
import org.convergence.platform.access.Access;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.Nature;
import org.convergence.platform.access.PermissionCatalogue;
import org.convergence.platform.access.Requires;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** A token can do only the kinds of acts it was made for, on every API route, whatever its owner may do. */
@ModuleTest
class TokenScopesTest {

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping mapping;

    @Autowired
    private List<PermissionCatalogue> catalogues;

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private Visitors visitors;

    @Autowired
    private SignIn signIn;

    @Autowired
    private Sessions sessions;

    @Autowired
    private ApiTokens tokens;

    @Test
    void aTokenDoesTheKindsOfActsThatItWasMadeForAndNoOthers() throws Exception {
        visitors.anOrganisation();
        Map<String, Set<Nature>> permissions = catalogues.stream()
                .flatMap(catalogue -> catalogue.permissions().stream())
                .collect(Collectors.groupingBy(
                        Permission::key, Collectors.mapping(Permission::nature, Collectors.toSet())));
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (Nature nature : List.of(Nature.READ, Nature.READ_PEOPLE, Nature.RECORD, Nature.EDIT, Nature.DECIDE)) {
            String token = token(nature);
            for (var route : mapping.getHandlerMethods().entrySet()) {
                String path = route.getKey().getPatternValues().iterator().next();
                if (path.startsWith("/api/v1/") && !path.equals("/api/v1/openapi") && !isOpen(route.getValue())) {
                    Set<Nature> needed = Objects.requireNonNull(permissions.get(permission(route.getValue())));
                    for (var method : route.getKey().getMethodsCondition().getMethods()) {
                        int status = status(HttpMethod.valueOf(method.name()), path, token);
                        tried++;
                        if ((status == 403) == needed.contains(nature) || status == 401 || status >= 500) {
                            wrong.add(nature + ": " + method + " " + path + " (" + needed + ") → " + status);
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isGreaterThan(50);
    }

    private int status(HttpMethod method, String path, String token) {
        return browser.method(method)
                .uri(path.replaceAll("\\{extension}", "pdf").replaceAll("\\{[^}]*}", new UUID(0, 7).toString()))
                .header("Authorization", "Bearer " + token)
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static boolean isOpen(HandlerMethod handler) {
        return Access.isOpen(handler.getMethod(), handler.getBeanType());
    }

    private static String permission(HandlerMethod handler) {
        Requires own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
        Requires all = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
        return (own == null ? Objects.requireNonNull(all) : own).value();
    }

    private String token(Nature nature) throws Exception {
        String link = visitors.link("Programme", UUID.randomUUID() + "@exemple.org", Role.COORDINATOR);
        String session = signIn.use(link, "test", "10.99.0.1");
        return CurrentActor.callAs(
                sessions.find(session).orElseThrow().actor(), () -> tokens.make("test", Set.of(nature), 1));
    }
}
