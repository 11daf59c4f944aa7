package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationQueries;
import org.convergence.directory.people.domain.OrganisationService;
import org.convergence.directory.people.domain.merging.MergeService;
import org.convergence.directory.people.domain.merging.MergeService.RecordVersion;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.TestUsers;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The payer of an arrangement when it is merged with the organisation it pays for. */
@ModuleTest
class SelfPayerReferenceTest {

    @Autowired
    private PaymentArrangementService arrangements;

    @Autowired
    private OrganisationService register;

    @Autowired
    private OrganisationQueries reading;

    @Autowired
    private MergeService replacement;

    @Autowired
    private MergeService takingApart;

    @Autowired
    private TestUsers visitors;

    private OrganisationId section = new OrganisationId(new UUID(0, 0));
    private OrganisationId union = section;
    private OrganisationId council = section;

    @BeforeEach
    void createUnionPayingForSection() {
        visitors.ensureOrganisation();
        section = act(() -> register.create(OrganisationFacts.named("Section du quai")));
        union = act(() -> register.create(OrganisationFacts.named("Syndicat du quai")));
        council = act(() -> register.create(OrganisationFacts.named("Conseil du quai")));
        say(section, union);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void clearsSelfPayerOnMergeAndRestoresIt(boolean payerStays) {
        OrganisationId kept = payerStays ? union : section;
        OrganisationId gone = payerStays ? section : union;

        replace(gone, kept);
        assertThat(payer(kept)).isNull();

        apart(gone);
        assertThat(payer(section)).isEqualTo(union);
        assertThat(payer(union)).isNull();
    }

    @Test
    void keptArrangementPrevailsAndIsRestored() {
        say(union, council);

        replace(section, union);
        assertThat(payer(union)).isEqualTo(council);

        apart(section);
        assertThat(payer(section)).isEqualTo(union);
        assertThat(payer(union)).isEqualTo(council);
    }

    @Test
    void keepsChangesMadeMeanwhile() {
        replace(union, section);
        say(section, council);

        apart(union);
        assertThat(payer(section)).isEqualTo(council);
    }

    private void say(OrganisationId organisation, OrganisationId payer) {
        act(() -> {
            int version = arrangements.findFor(organisation).version();
            arrangements.save(version, new PaymentArrangement(organisation, payer, false, null, null, null, null));
            return true;
        });
    }

    private @Nullable OrganisationId payer(OrganisationId organisation) {
        return act(() -> arrangements.findFor(organisation)).arrangement().payer();
    }

    private void replace(OrganisationId duplicate, OrganisationId kept) {
        act(() -> {
            replacement.mergeOrganisations(read(duplicate), read(kept), Map.of());
            return true;
        });
    }

    private void apart(OrganisationId gone) {
        act(() -> takingApart.undoMerge(gone.value()));
    }

    private RecordVersion read(OrganisationId id) {
        return new RecordVersion(id.value(), reading.findById(id).version());
    }

    private <T> T act(Supplier<T> what) {
        try {
            return CurrentActor.callAs(visitors.actor(Role.COORDINATOR), what::get);
        } catch (RuntimeException refused) {
            throw refused;
        } catch (Exception other) {
            throw new IllegalStateException(other);
        }
    }
}
