package org.convergence.directory.handover.domain;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.UUID;
import org.convergence.directory.handover.HandoverId;
import org.convergence.directory.handover.HandoverPermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The note to a successor, shown on their first page until they mark it as read. */
@Service
@Transactional
@Requires(HandoverPermissions.OWN)
public class HandoverNoteService {

    private final JdbcClient db;
    private final Clock clock;

    HandoverNoteService(JdbcClient db, Clock clock) {
        this.db = db;
        this.clock = clock;
    }

    /** « Lu »: idempotent. */
    public void markRead(HandoverId id) {
        UUID me = CurrentActor.get().personId();
        int hers = me == null
                ? 0
                : db.sql("""
                                UPDATE directory.handover_note SET read_at = coalesce(read_at, ?)
                                WHERE handover = ? AND successor = ?
                                """)
                        .params(clock.instant().atOffset(ZoneOffset.UTC), id.value(), me)
                        .update();
        if (hers == 0) {
            throw new NotFound("hand-over");
        }
    }
}
