package org.convergence.resources.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.People;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MemberKind;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Merging two members. */
@ModuleTest
class MembershipsMadeOneTest {

    @Autowired
    private List<IdentityReference> references;

    @Autowired
    private CategoryKeeping categories;

    @Autowired
    private Admission admission;

    @Autowired
    private People people;

    @Autowired
    private Visitors visitors;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void aMembershipGoesToTheKeptOneAndBackAndTwoAtOnceAreRefused() throws Exception {
        visitors.anOrganisation();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            CategoryId category = categories.add(
                    new CategoryFacts("B", "Syndicats", MemberKind.ORGANISATION, null, null, null, null));
            OrganisationId kept = people.organisationNamed("Syndicat de l’Érable");
            OrganisationId duplicate = people.organisationNamed("Syndicat de l’Erable inc.");
            admission.admit(new MembershipFacts(duplicate, category, LocalDate.of(2018, 1, 1), null));
            Json before = transactions.execute(status -> reference().repoint(duplicate, kept));
            assertThat(admission.of(kept)).hasSize(1);
            assertThat(admission.of(duplicate)).isEmpty();
            transactions.executeWithoutResult(status -> reference().restore(duplicate, before));
            assertThat(admission.of(duplicate)).hasSize(1);
            admission.admit(new MembershipFacts(kept, category, LocalDate.of(2020, 1, 1), null));
            assertThatThrownBy(() -> transactions.execute(status -> reference().repoint(duplicate, kept)))
                    .isInstanceOf(Refused.class);
            return true;
        });
    }

    private IdentityReference reference() {
        return references.stream()
                .filter(each -> each.columns().contains("resources.membership.organisation"))
                .findFirst()
                .orElseThrow();
    }
}
