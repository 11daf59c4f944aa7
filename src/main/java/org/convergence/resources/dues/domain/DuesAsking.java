package org.convergence.resources.dues.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.Mailings;
import org.convergence.platform.mail.Recipient;
import org.convergence.resources.dues.CallKind;
import org.springframework.stereotype.Component;

/**
 * Whom a call may ask. An appeal to a person is prospecting: it asks nothing of who did not say yes to appeals, or said no
 * since (R-L25-9, R-CASL-11c). Dues of a membership that stands need no consent, but a letter to a person is signed and tells
 * how to stop (R-CASL-13). To an organisation one writes about its own affairs (R-CASL-14).
 */
@Component
class DuesAsking {

    private static final Actor ASKING = Actor.system("dues");

    private final Mailings mailings;

    DuesAsking(Mailings mailings) {
        this.mailings = mailings;
    }

    static String topic(CallKind kind) {
        return (kind == CallKind.APPEAL ? Purpose.APPEALS : Purpose.ACCOUNT).word();
    }

    /** Whom a call leaves in peace, with the key of the reason; by mail or not, one query for all. */
    Map<Party, String> leftOut(CallKind kind, Collection<? extends Party> members) {
        List<Recipient> people = kind == CallKind.APPEAL
                ? members.stream()
                        .filter(PersonId.class::isInstance)
                        .map(it -> new Recipient(it.value(), ""))
                        .toList()
                : List.of();
        if (people.isEmpty()) {
            return Map.of();
        }
        Map<Party, String> left = new HashMap<>();
        CurrentActor.callAs(ASKING, () -> mailings.leftOut(topic(kind), people))
                .forEach((it, reason) -> left.put(new PersonId(it.party()), reason));
        return left;
    }

    /** Whether a letter to a person can be signed in full. */
    boolean isSigned() {
        return CurrentActor.callAs(
                ASKING, () -> mailings.lacks(Purpose.ACCOUNT.word()).isEmpty());
    }
}
