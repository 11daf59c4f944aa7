package org.convergence.resources.ledger.domain;

import java.util.List;
import java.util.Optional;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Who entered what the accountant asks about, and who asked. */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.READ)
public class EntryAuthors {

    private static final String ENTRIES = "resources.ledger_entry";
    private static final int CHANGES = 100;

    private final AuditTrail audit;

    EntryAuthors(AuditTrail audit) {
        this.audit = audit;
    }

    /** Her name, as the history has it; empty where it does not reach back. */
    public Optional<String> of(EntryId id) {
        List<AuditEntry> changes = audit.of(ENTRIES, id.value(), CHANGES);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.get(changes.size() - 1).who());
    }

    /** Whether she who looks asked what an entry was returned with: the answer is not hers to give. */
    public boolean isAskedByMe(EntryId returned) {
        return audit.of(ENTRIES, returned.value(), 1).stream()
                .anyMatch(asking -> CurrentActor.get().id().equals(asking.actor()));
    }
}
