package org.convergence.outreach.relay.domain;

import java.util.EnumSet;
import java.util.Set;
import org.convergence.outreach.relay.domain.Relay.RelayState;

/** The degrees of evidence of a relay (R-MAIL-12). Evidence that stands is not lost by a later, weaker statement. */
final class RelayPolicy {

    private static final Set<RelayState> ANSWERS =
            EnumSet.of(RelayState.TAKEN, RelayState.DECLARED, RelayState.DECLINED);

    private RelayPolicy() {}

    /** Whether the organisation may answer with a state: until staff saw or kept the publication. */
    static boolean mayAnswer(RelayState now, RelayState answer) {
        return ANSWERS.contains(answer) && now != RelayState.SEEN && now != RelayState.KEPT;
    }

    /** Whether staff may record that they saw or kept a publication: what was seen is kept, not the other way round. */
    static boolean mayRecord(RelayState now, RelayState evidence) {
        return (evidence == RelayState.SEEN && now != RelayState.KEPT) || evidence == RelayState.KEPT;
    }
}
