package org.convergence.resources.ledger.domain;

import java.util.List;
import java.util.Optional;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who entered what the accountant asks about. */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.READ)
public class EntryAuthors {

    private static final int CHANGES = 100;

    private final AuditTrail audit;

    EntryAuthors(AuditTrail audit) {
        this.audit = audit;
    }

    /** Her name, as the history has it; empty where it does not reach back. */
    public Optional<String> of(EntryId id) {
        List<AuditEntry> changes = audit.of("resources.ledger_entry", id.value(), CHANGES);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.get(changes.size() - 1).who());
    }
}
