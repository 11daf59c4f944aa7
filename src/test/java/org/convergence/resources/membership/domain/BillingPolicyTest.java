package org.convergence.resources.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.directory.people.Correspondence.Mail;
import org.junit.jupiter.api.Test;

/** The choice of an organisation's address for letters about dues. */
class BillingPolicyTest {

    private static final Mail GENERAL = new Mail("info@exemple.org", null);

    @Test
    void theOneThatSpeaksOfAccountsComesFirst() {
        for (String label :
                List.of("Comptabilité", "facturation", "Trésorerie", "Billing", "Tesorería", "Cotisations")) {
            Mail accounts = new Mail("comptes@exemple.org", label);
            assertThat(BillingPolicy.of(List.of(GENERAL, accounts))).as(label).contains(accounts);
        }
    }

    @Test
    void elseTheFirst() {
        Mail press = new Mail("presse@exemple.org", "presse");
        assertThat(BillingPolicy.of(List.of(GENERAL, press))).contains(GENERAL);
        assertThat(BillingPolicy.of(List.of())).isEmpty();
    }
}
