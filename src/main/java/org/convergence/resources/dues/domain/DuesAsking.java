package org.convergence.resources.dues.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.consent.Purpose;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.mail.Mailings;
import org.convergence.platform.mail.Recipient;
import org.convergence.resources.dues.CallKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Whom a call may ask. An appeal to a person is prospecting: it asks nothing of who did not say yes to appeals, or said no
 * since (R-L25-9, R-CASL-11c). Dues of a membership that stands need no consent, but a letter to a person is signed and tells
 * how to stop (R-CASL-13). To an organisation one writes about its own affairs (R-CASL-14).
 */
@Component
class DuesAsking {

    private static final Actor ASKING = Actor.system("dues");

    private static final String ELSEWHERE = """
            SELECT DISTINCT d.membership FROM resources.dues_call c
            JOIN resources.dues_invoice d ON d.call = c.id
            JOIN resources.ledger_invoice i ON i.id = d.invoice
            WHERE c.kind = 'ANNUAL' AND c.id <> :call AND d.membership = ANY (:members)
              AND CASE WHEN c.period_from IS NULL OR CAST(:from AS date) IS NULL THEN c.reference = :reference
                       ELSE c.period_from <= :until AND c.period_until >= :from END
              AND i.total > (SELECT coalesce(sum(r.amount), 0) FROM resources.ledger_reduction r
                             WHERE r.invoice = i.id AND r.kind = 'CREDIT')
            """;

    private final Mailings mailings;
    private final JdbcClient db;

    DuesAsking(Mailings mailings, JdbcClient db) {
        this.mailings = mailings;
        this.db = db;
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

    /**
     * Which of some members another call asks for dues of some of the same time: nobody pays one year twice. Calls that do
     * not say their time are of the same where they count by the same day. Who was credited in full is asked again; who was
     * forgiven by a decision is not. One query.
     */
    Set<UUID> askedElsewhere(CallKeeping.Kept call, Collection<UUID> memberships) {
        CallFacts facts = call.facts();
        if (facts.kind() == CallKind.APPEAL || memberships.isEmpty()) {
            return Set.of();
        }
        return Set.copyOf(db.sql(ELSEWHERE)
                .param("call", call.id().value())
                .param("members", memberships.toArray(UUID[]::new))
                .param("from", facts.periodFrom())
                .param("until", facts.periodUntil())
                .param("reference", facts.reference())
                .query(UUID.class)
                .list());
    }

    /** Whether a letter to a person can be signed in full. */
    boolean isSigned() {
        return CurrentActor.callAs(
                ASKING, () -> mailings.lacks(Purpose.ACCOUNT.word()).isEmpty());
    }
}
