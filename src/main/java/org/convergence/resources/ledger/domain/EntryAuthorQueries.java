package org.convergence.resources.ledger.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditEntry;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.resources.ledger.EntryId;
import org.convergence.resources.ledger.LedgerPermissions;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The author of an entry, and of the accountant's question about it. */
@Service
@Transactional(readOnly = true)
@Requires(LedgerPermissions.READ)
public class EntryAuthorQueries {

    private static final String ENTRIES = "resources.ledger_entry";
    private static final int CHANGES = 100;

    private final AuditTrail audit;

    EntryAuthorQueries(AuditTrail audit) {
        this.audit = audit;
    }

    /** The author's name from the audit history; empty where it does not reach back. */
    public Optional<String> findAuthor(EntryId id) {
        List<AuditEntry> changes = audit.findByRow(ENTRIES, id.value(), CHANGES);
        return changes.isEmpty()
                ? Optional.empty()
                : Optional.of(changes.get(changes.size() - 1).who());
    }

    /** The returned entries about which the current user asked the question, and so may not answer it. */
    public Set<EntryId> findAskedByCurrentActor(Collection<EntryId> returned) {
        Set<EntryId> mine = new HashSet<>();
        UUID me = CurrentActor.get().id();
        audit.findLastActors(ENTRIES, returned.stream().map(EntryId::value).toList())
                .forEach((entry, asking) -> {
                    if (asking.equals(me)) {
                        mine.add(new EntryId(entry));
                    }
                });
        return mine;
    }
}
