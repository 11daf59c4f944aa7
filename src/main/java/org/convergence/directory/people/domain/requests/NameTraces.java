package org.convergence.directory.people.domain.requests;

import java.util.List;
import java.util.UUID;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.idempotency.IdempotencyService;
import org.convergence.platform.imports.ImportedRowErasure;
import org.convergence.platform.mail.Outbox;
import org.springframework.stereotype.Component;

/** The places outside of references where a person may be named. */
@Component
class NameTraces {

    private final Outbox outbox;
    private final ImportedRowErasure rows;
    private final IdempotencyService requests;
    private final AuditTrail audit;

    NameTraces(Outbox outbox, ImportedRowErasure rows, IdempotencyService requests, AuditTrail audit) {
        this.outbox = outbox;
        this.rows = rows;
        this.requests = requests;
        this.audit = audit;
    }

    /** Removes the names from letters, copies of imported files, and stored API responses. */
    void clear(List<UUID> hers, List<String> names, String standIn) {
        outbox.forget(names.stream().filter(each -> each.contains("@")).toList(), names, standIn);
        rows.erase(hers, names, standIn);
        requests.forget(names);
    }

    /** Removes the names from the history of the person's records. */
    void clearHistory(List<UUID> hers, String standIn) {
        audit.redact(NameReplacement.TABLE, hers.stream().map(UUID::toString).toList(), standIn, List.of());
    }
}
