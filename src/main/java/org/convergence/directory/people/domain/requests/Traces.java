package org.convergence.directory.people.domain.requests;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.imports.RowForgetting;
import org.convergence.platform.mail.Outbox;
import org.springframework.stereotype.Component;

/** Where somebody may be named outside of what points to her. */
@Component
class Traces {

    private final Outbox outbox;
    private final RowForgetting rows;
    private final AuditTrail audit;

    Traces(Outbox outbox, RowForgetting rows, AuditTrail audit) {
        this.outbox = outbox;
        this.rows = rows;
        this.audit = audit;
    }

    /** In letters and in copies of files that were brought in. */
    void clear(List<UUID> hers, List<String> names, String standIn) {
        outbox.forget(names.stream().filter(each -> each.contains("@")).toList(), names, standIn);
        rows.forget(hers, names);
    }

    /** In what the history remembers of her records. */
    void clearHistory(List<UUID> hers, String standIn) {
        audit.redact(Walk.TABLE, hers.stream().map(UUID::toString).toList(), standIn, List.of());
    }
}
