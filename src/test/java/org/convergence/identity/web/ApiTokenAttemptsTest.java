package org.convergence.identity.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.identity.Role;
import org.convergence.platform.access.SecretAttemptLimiter;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Wrong tokens count against their network; a valid one never does. */
@ModuleTest
class ApiTokenAttemptsTest {

    @Autowired
    private MockMvcTester browser;

    @Autowired
    private TestUsers visitors;

    @BeforeEach
    void anOrganisation() {
        visitors.ensureOrganisation();
    }

    @Test
    void limitsWrongTokensPerNetworkButNoValidOne() {
        String token = visitors.createToken(Role.STAFF);
        for (int i = 0; i < SecretAttemptLimiter.WRONG_BY_NETWORK; i++) {
            assertThat(ask(token, "203.0.113.9")).hasStatusOk();
            assertThat(ask("wrong-" + i, "203.0.113.9")).hasStatus(401);
        }
        MvcTestResult refused = ask("wrong", "203.0.113.9");
        assertThat(refused).hasStatus(429).containsHeader("Retry-After");
        assertThat(refused).bodyText().contains("Trop d’essais depuis ce réseau");
        assertThat(ask(token, "203.0.113.9")).hasStatusOk();
        assertThat(ask("wrong", "198.51.100.7")).hasStatus(401);
    }

    private MvcTestResult ask(String token, String network) {
        return browser.get()
                .uri("/api/v1/people?limit=1")
                .header("Authorization", "Bearer " + token)
                .with(request -> {
                    request.setRemoteAddr(network);
                    return request;
                })
                .exchange();
    }
}
