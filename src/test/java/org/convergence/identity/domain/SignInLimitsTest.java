package org.convergence.identity.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.convergence.platform.access.TooManyAttempts;
import org.convergence.testing.MovingClock;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The numbers of links that a network and an address may ask for; the clock stands still. */
class SignInLimitsTest {

    private static final String NETWORK = "203.0.113.7";

    private final SignInAttemptService attempts =
            new SignInAttemptService(JdbcClient.create(new DriverManagerDataSource()), new MovingClock());

    @Test
    void aRequestRefusedForItsAddressDoesNotCountAgainstItsNetwork() {
        for (int i = 0; i < SignInAttemptService.ASKED_BY_NETWORK_FOR_ADDRESS + 3; i++) {
            assertThat(refusal("ana@exemple.org"))
                    .isEqualTo(i < SignInAttemptService.ASKED_BY_NETWORK_FOR_ADDRESS ? null : "public.limit.address");
        }
        for (int i = SignInAttemptService.ASKED_BY_NETWORK_FOR_ADDRESS;
                i < SignInAttemptService.ASKED_BY_NETWORK;
                i++) {
            assertThat(refusal("personne-" + i + "@exemple.org")).as("%d", i).isNull();
        }
        assertThat(refusal("une-de-plus@exemple.org")).isEqualTo("public.limit.network");
        assertThat(refusal("ana@exemple.org")).isEqualTo("public.limit.network");
    }

    private @Nullable String refusal(String mail) {
        try {
            attempts.countLink(mail, NETWORK);
            return null;
        } catch (TooManyAttempts refused) {
            return refused.messageKey();
        }
    }
}
