package org.convergence.outreach.event.domain;

import java.util.List;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.ChildcareRequest.ChildrenRow;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads the children expected at the childcare of an event, until they are erased (R-EVT-9). */
@Service
@Transactional(readOnly = true)
@Requires(EventPermissions.READ)
public class EventChildcareQueries {

    private final JdbcClient db;

    EventChildcareQueries(JdbcClient db) {
        this.db = db;
    }

    /** The children by guest; empty without the right to see needs. */
    public List<ChildrenRow> findChildren(EventId id) {
        Actor actor = CurrentActor.get();
        return actor.may(EventPermissions.EDIT) || actor.may(EventPermissions.CHECK_IN)
                ? db.sql("""
                                SELECT coalesce(s.name, g.name, o.contact_name) AS guest, s.children, s.pick_up, s.child_photos AS photos
                                FROM outreach.event_seat s JOIN outreach.event_order o ON o.id = s.event_order
                                LEFT JOIN directory.people_organisation_name g ON g.id = o.organisation
                                WHERE o.event = ? AND o.state IN ('HELD', 'CONFIRMED') AND cardinality(s.children) > 0
                                ORDER BY 1, s.id LIMIT 500
                                """)
                        .param(id.value())
                        .query(RecordMapper.of(ChildrenRow.class))
                        .list()
                : List.of();
    }
}
