package org.convergence.directory.people.domain.requests;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.idempotency.RepeatedRequests;
import org.convergence.platform.imports.RowForgetting;
import org.convergence.platform.mail.Outbox;
import org.springframework.stereotype.Component;

/** Where somebody may be named outside of what points to her. */
@Component
class Traces {

    private final Outbox outbox;
    private final RowForgetting rows;
    private final RepeatedRequests answers;
    private final AuditTrail audit;

    Traces(Outbox outbox, RowForgetting rows, RepeatedRequests answers, AuditTrail audit) {
        this.outbox = outbox;
        this.rows = rows;
        this.answers = answers;
        this.audit = audit;
    }

    /** In letters, in copies of files that were brought in, and in answers to programs. */
    void clear(List<UUID> hers, List<String> names, String standIn) {
        outbox.forget(names.stream().filter(each -> each.contains("@")).toList(), names, standIn);
        rows.forget(hers, names, standIn);
        answers.forget(names);
    }

    /** In what the history remembers of her records. */
    void clearHistory(List<UUID> hers, String standIn) {
        audit.redact(Walk.TABLE, hers.stream().map(UUID::toString).toList(), standIn, List.of());
    }
}
