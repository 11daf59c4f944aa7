package org.convergence.outreach.congress.domain;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.convergence.outreach.congress.CongressPermissions;
import org.convergence.outreach.congress.domain.Gathering.DeadlineFacts;
import org.convergence.outreach.congress.domain.Gathering.DeadlineKind;
import org.convergence.outreach.congress.domain.Gathering.DeadlineState;
import org.convergence.outreach.congress.domain.Gathering.GatheringDeadline;
import org.convergence.outreach.congress.domain.Gathering.GatheringId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.VersionedRow;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The deadlines of gatherings as in the notice (R-REP-1), and the work on them. */
@Service
@Transactional
@Requires(CongressPermissions.EDIT)
public class GatheringDeadlineService {

    static final String TABLE = "outreach.congress_deadline";
    private static final int MOST = 100;

    private final JdbcClient db;

    GatheringDeadlineService(JdbcClient db) {
        this.db = db;
    }

    @Transactional(label = "congress.add-deadline")
    public UUID addDeadline(GatheringId gathering, DeadlineFacts facts) {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("gathering", gathering);
        values.put("kind", facts.kind());
        values.put(
                "due_on",
                facts.daysBefore() == null
                        ? facts.fixedOn()
                        : findOpening(gathering).minusDays(facts.daysBefore()));
        values.put("days_before", facts.daysBefore());
        values.put("words", facts.words());
        values.put(
                "lead_days",
                Objects.requireNonNullElse(facts.leadDays(), facts.kind().leadDays()));
        return VersionedRow.insert(db, TABLE, values);
    }

    private LocalDate findOpening(GatheringId gathering) {
        return db.sql("SELECT begins_on FROM outreach.congress_gathering WHERE id = ? FOR SHARE")
                .param(gathering.value())
                .query(LocalDate.class)
                .optional()
                .orElseThrow(() -> new NotFound("gathering"));
    }

    /** Sets the day of the first deadline of a kind, or adds it. */
    @Transactional(label = "congress.add-deadline")
    public void setDeadlineDay(GatheringId gathering, DeadlineKind kind, LocalDate day) {
        int changed = db.sql("""
                        UPDATE outreach.congress_deadline SET due_on = :day, days_before = NULL, version = version + 1
                        WHERE id = (SELECT id FROM outreach.congress_deadline WHERE gathering = :gathering AND kind = :kind
                                    ORDER BY due_on, id LIMIT 1)
                        """)
                .param("day", day)
                .param("gathering", gathering.value())
                .param("kind", kind.name())
                .update();
        if (changed == 0) {
            addDeadline(gathering, new DeadlineFacts(kind, day, null, null, null));
        }
    }

    /**
     * Notes where the work on a deadline stands.
     *
     * @return where it stood before
     * @throws NotFound if the gathering has no such deadline
     */
    @Transactional(label = "congress.set-deadline")
    public DeadlineState setDeadline(GatheringId gathering, UUID deadline, DeadlineState state) {
        return db.sql("""
                        UPDATE outreach.congress_deadline d SET state = ?, version = d.version + 1
                        FROM (SELECT id, state FROM outreach.congress_deadline WHERE id = ? AND gathering = ? FOR UPDATE) b
                        WHERE d.id = b.id RETURNING b.state
                        """)
                .params(state.name(), deadline, gathering.value())
                .query(DeadlineState.class)
                .optional()
                .orElseThrow(() -> new NotFound("deadline"));
    }

    /**
     * Removes a deadline that the notice does not have.
     *
     * @throws NotFound if the gathering has no such deadline
     */
    @Transactional(label = "congress.remove-deadline")
    public void removeDeadline(GatheringId gathering, UUID deadline) {
        int removed = db.sql("DELETE FROM outreach.congress_deadline WHERE id = ? AND gathering = ?")
                .params(deadline, gathering.value())
                .update();
        if (removed == 0) {
            throw new NotFound("deadline");
        }
    }

    /** The deadlines of a gathering in the order of their days. */
    @Transactional(readOnly = true)
    @Requires(CongressPermissions.READ)
    public List<GatheringDeadline> findDeadlines(GatheringId id) {
        return db.sql("SELECT * FROM outreach.congress_deadline WHERE gathering = ? ORDER BY due_on, id LIMIT ?")
                .params(id.value(), MOST)
                .query(RecordMapper.of(GatheringDeadline.class))
                .list();
    }
}
