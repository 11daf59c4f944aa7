package org.convergence.resources.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.convergence.directory.people.ContactLookup.OrganisationMail;
import org.junit.jupiter.api.Test;

/** The choice of an organisation's address for letters about dues. */
class BillingAddressPolicyTest {

    private static final OrganisationMail GENERAL = new OrganisationMail("info@exemple.org", null);

    @Test
    void prefersAnAddressLabelledForAccounts() {
        for (String label :
                List.of("Comptabilité", "facturation", "Trésorerie", "Billing", "Tesorería", "Cotisations")) {
            OrganisationMail accounts = new OrganisationMail("comptes@exemple.org", label);
            assertThat(BillingAddressPolicy.choose(List.of(GENERAL, accounts)))
                    .as(label)
                    .contains(accounts);
        }
    }

    @Test
    void fallsBackToTheFirstAddress() {
        OrganisationMail press = new OrganisationMail("presse@exemple.org", "presse");
        assertThat(BillingAddressPolicy.choose(List.of(GENERAL, press))).contains(GENERAL);
        assertThat(BillingAddressPolicy.choose(List.of())).isEmpty();
    }
}
