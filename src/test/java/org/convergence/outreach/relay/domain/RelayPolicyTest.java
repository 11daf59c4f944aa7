package org.convergence.outreach.relay.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.convergence.outreach.relay.domain.Relay.RelayState;
import org.junit.jupiter.api.Test;

/** Evidence in degrees (R-MAIL-12). */
class RelayPolicyTest {

    @Test
    void organisationAnswersUntilStaffSawIt() {
        assertThat(Arrays.stream(RelayState.values()).filter(now -> RelayPolicy.mayAnswer(now, RelayState.DECLARED)))
                .containsExactly(RelayState.PROPOSED, RelayState.TAKEN, RelayState.DECLARED, RelayState.DECLINED);
        assertThat(RelayPolicy.mayAnswer(RelayState.PROPOSED, RelayState.SEEN))
                .as("an organisation cannot say that we saw it")
                .isFalse();
        assertThat(RelayPolicy.mayAnswer(RelayState.PROPOSED, RelayState.KEPT)).isFalse();
    }

    @Test
    void keptCopyIsNotReducedToSeen() {
        assertThat(RelayPolicy.mayRecord(RelayState.DECLARED, RelayState.SEEN)).isTrue();
        assertThat(RelayPolicy.mayRecord(RelayState.SEEN, RelayState.KEPT)).isTrue();
        assertThat(RelayPolicy.mayRecord(RelayState.KEPT, RelayState.SEEN)).isFalse();
    }
}
