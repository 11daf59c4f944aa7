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
import org.convergence.identity.domain.ApiTokenService;
import org.convergence.identity.domain.SessionService;
import org.convergence.identity.domain.SignInLinkService;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Permission;
import org.convergence.platform.access.Permission.PermissionNature;
import org.convergence.platform.access.PermissionCatalogue;
import org.convergence.platform.access.PermissionCheck;
import org.convergence.platform.access.Requires;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
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
    private TestUsers visitors;

    @Autowired
    private SignInLinkService signIn;

    @Autowired
    private SessionService sessions;

    @Autowired
    private ApiTokenService tokens;

    @Test
    void tokensDoOnlyTheirKindsOfActs() throws Exception {
        visitors.ensureOrganisation();
        Map<String, Set<PermissionNature>> permissions = catalogues.stream()
                .flatMap(catalogue -> catalogue.permissions().stream())
                .collect(Collectors.groupingBy(
                        Permission::key, Collectors.mapping(Permission::nature, Collectors.toSet())));
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        for (PermissionNature nature : List.of(
                PermissionNature.READ,
                PermissionNature.READ_PEOPLE,
                PermissionNature.READ_MONEY,
                PermissionNature.RECORD,
                PermissionNature.EDIT,
                PermissionNature.DECIDE)) {
            String token = token(nature);
            for (var route : mapping.getHandlerMethods().entrySet()) {
                String path = route.getKey().getPatternValues().iterator().next();
                if (path.startsWith("/api/v1/") && !path.equals("/api/v1/openapi") && !isOpen(route.getValue())) {
                    Set<PermissionNature> needed =
                            Objects.requireNonNull(permissions.get(permission(route.getValue())));
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
                .content("[1]")
                .exchange()
                .getResponse()
                .getStatus();
    }

    private static boolean isOpen(HandlerMethod handler) {
        return PermissionCheck.isOpen(handler.getMethod(), handler.getBeanType());
    }

    private static String permission(HandlerMethod handler) {
        Requires own = AnnotatedElementUtils.findMergedAnnotation(handler.getMethod(), Requires.class);
        Requires all = AnnotatedElementUtils.findMergedAnnotation(handler.getBeanType(), Requires.class);
        return (own == null ? Objects.requireNonNull(all) : own).value();
    }

    private String token(PermissionNature nature) throws Exception {
        String link = visitors.createSignInLink("Programme", UUID.randomUUID() + "@exemple.org", Role.COORDINATOR);
        String session = signIn.signIn(link, "test", "10.99.0.1");
        return CurrentActor.callAs(
                sessions.find(session).orElseThrow().actor(), () -> tokens.create("test", Set.of(nature), 1));
    }
}
