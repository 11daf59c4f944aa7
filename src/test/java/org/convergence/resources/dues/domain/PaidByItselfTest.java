package org.convergence.resources.dues.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.domain.OrganisationFacts;
import org.convergence.directory.people.domain.OrganisationReading;
import org.convergence.directory.people.domain.OrganisationRegister;
import org.convergence.directory.people.domain.merging.Replacement;
import org.convergence.directory.people.domain.merging.Replacement.Read;
import org.convergence.directory.people.domain.merging.TakingApart;
import org.convergence.identity.Role;
import org.convergence.platform.access.CurrentActor;
import org.convergence.testing.ModuleTest;
import org.convergence.testing.Visitors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The payer of an arrangement when it is merged with the organisation it pays for. */
@ModuleTest
class PaidByItselfTest {

    @Autowired
    private Arrangements arrangements;

    @Autowired
    private OrganisationRegister register;

    @Autowired
    private OrganisationReading reading;

    @Autowired
    private Replacement replacement;

    @Autowired
    private TakingApart takingApart;

    @Autowired
    private Visitors visitors;

    private OrganisationId section = new OrganisationId(new UUID(0, 0));
    private OrganisationId union = section;
    private OrganisationId council = section;

    @BeforeEach
    void aUnionThatPaysForItsSection() {
        visitors.anOrganisation();
        section = act(() -> register.add(OrganisationFacts.named("Section du quai")));
        union = act(() -> register.add(OrganisationFacts.named("Syndicat du quai")));
        council = act(() -> register.add(OrganisationFacts.named("Conseil du quai")));
        say(section, union);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoIsKeptPaysForItselfAndTakenApartTheOtherPaysAgain(boolean payerStays) {
        OrganisationId kept = payerStays ? union : section;
        OrganisationId gone = payerStays ? section : union;

        replace(gone, kept);
        assertThat(payer(kept)).isNull();

        apart(gone);
        assertThat(payer(section)).isEqualTo(union);
        assertThat(payer(union)).isNull();
    }

    @Test
    void whatWasArrangedWithTheOneKeptStandsAndComesBackAsItWas() {
        say(union, council);

        replace(section, union);
        assertThat(payer(union)).isEqualTo(council);

        apart(section);
        assertThat(payer(section)).isEqualTo(union);
        assertThat(payer(union)).isEqualTo(council);
    }

    @Test
    void whatWasSaidMeanwhileStays() {
        replace(union, section);
        say(section, council);

        apart(union);
        assertThat(payer(section)).isEqualTo(council);
    }

    private void say(OrganisationId organisation, OrganisationId payer) {
        act(() -> {
            int version = arrangements.of(organisation).version();
            arrangements.say(version, new Arrangement(organisation, payer, false, null, null, null, null));
            return true;
        });
    }

    private @Nullable OrganisationId payer(OrganisationId organisation) {
        return act(() -> arrangements.of(organisation)).arrangement().payer();
    }

    private void replace(OrganisationId duplicate, OrganisationId kept) {
        act(() -> {
            replacement.replaceOrganisation(read(duplicate), read(kept), Map.of());
            return true;
        });
    }

    private void apart(OrganisationId gone) {
        act(() -> takingApart.takeApart(gone.value()));
    }

    private Read read(OrganisationId id) {
        return new Read(id.value(), reading.find(id).version());
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
