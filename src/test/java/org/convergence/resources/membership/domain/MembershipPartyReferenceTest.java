package org.convergence.resources.membership.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.resources.membership.CategoryId;
import org.convergence.resources.membership.MemberKind;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionOperations;

/** Merging two members. */
@ModuleTest
class MembershipPartyReferenceTest {

    @Autowired
    private AllIdentityReferences references;

    @Autowired
    private CategoryService categories;

    @Autowired
    private AdmissionService admission;

    @Autowired
    private PeopleDirectory people;

    @Autowired
    private TestUsers visitors;

    @Autowired
    private TransactionOperations transactions;

    @Test
    void movesAMembershipInAMergeAndRefusesOverlaps() throws Exception {
        visitors.ensureOrganisation();
        CurrentActor.callAs(visitors.actor(Role.COORDINATOR), () -> {
            CategoryId category = categories.add(
                    new CategoryFacts("B", "Syndicats", MemberKind.ORGANISATION, null, null, null, null));
            OrganisationId kept = people.findOrCreateOrganisation("Syndicat de l’Érable");
            OrganisationId duplicate = people.findOrCreateOrganisation("Syndicat de l’Erable inc.");
            admission.admit(new MembershipFacts(duplicate, category, LocalDate.of(2018, 1, 1), null));
            Json before = transactions.execute(status -> reference().repoint(duplicate, kept));
            assertThat(admission.findByMember(kept)).hasSize(1);
            assertThat(admission.findByMember(duplicate)).isEmpty();
            transactions.executeWithoutResult(status -> reference().restore(duplicate, before));
            assertThat(admission.findByMember(duplicate)).hasSize(1);
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
