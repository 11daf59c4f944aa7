package org.convergence.resources.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.resources.membership.domain.AdmissionService;
import org.convergence.resources.membership.domain.CategoryFacts;
import org.convergence.resources.membership.domain.CategoryService;
import org.convergence.resources.membership.domain.MembershipFacts;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.joda.money.Money;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Admitted, in good standing and paid are shown side by side, and are independent. */
@ModuleTest
class MemberFactsTest {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private CategoryService categories;

    @Autowired
    private AdmissionService admission;

    @Autowired
    private OrganisationSettings settings;

    @Autowired
    private TestAccounts accounts;

    @AfterEach
    void noAccounts() {
        accounts.giveEachMember(null);
    }

    @Test
    void aLateMemberStaysAMemberAndAccountsNeedAPermission() throws Exception {
        visitors.ensureOrganisation();
        accounts.giveEachMember(
                new MemberAccount(List.of(Money.parse("CAD 120")), LocalDate.of(2025, 3, 1), null, null));
        OrganisationId union = CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            OrganisationId id = people.findOrCreateOrganisation("Syndicat de l’Érable");
            CategoryId unions = categories.add(
                    new CategoryFacts("B", "Syndicats", MemberKind.ORGANISATION, null, null, null, null));
            admission.admit(new MembershipFacts(id, unions, settings.today().minusYears(3), null));
            return id;
        });
        String page = "/directory/people/organisations/" + union.value();
        assertThat(mvc.get().uri(page).with(visitors.as(Role.STAFF)))
                .hasStatusOk()
                .bodyText()
                .contains("Admise", "En retard", "à payer depuis le 1er mars 2025", "sans décision", "Reste 120,00");
        assertThat(mvc.get().uri("/resources/membership").with(visitors.as(Role.STAFF)))
                .bodyText()
                .contains("Syndicat de l’Érable", "En retard");
        assertThat(mvc.get().uri("/resources/membership/export.csv").with(visitors.as(Role.STAFF)))
                .bodyText()
                .contains("En retard", "2025-03-01");
        assertThat(mvc.get().uri(page).with(visitors.as(Role.BOARD_MEMBER)))
                .hasStatusOk()
                .bodyText()
                .contains("Membre")
                .doesNotContain("En retard", "Reste 120");
    }
}
