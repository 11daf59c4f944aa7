package org.convergence.outreach.event.domain;

import java.util.List;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.Event.EventState;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The programme of an event with its speakers. One who did not agree in words noted here is not named in public. */
@Service
@Requires(EventPermissions.READ)
public class EventProgrammeService {

    static final String TABLE = "outreach.event_item";

    private final EventQueries events;
    private final JdbcClient db;

    EventProgrammeService(EventQueries events, JdbcClient db) {
        this.events = events;
        this.db = db;
    }

    /** The items in their order. */
    @Transactional(readOnly = true)
    public List<EventItem> findByEvent(EventId id) {
        return db.sql("""
                        SELECT begins, title, speaker, named, pictured, consent FROM outreach.event_item
                        WHERE event = ? ORDER BY begins NULLS LAST, position
                        """)
                .param(id.value())
                .query(RecordMapper.of(EventItem.class))
                .list();
    }

    /**
     * Replaces the programme. Also after the event: a speaker may withdraw.
     *
     * @param version the version of the event on which the form was opened
     * @throws Refused if the event is cancelled, or a title names a speaker who is not to be named
     */
    @Requires(EventPermissions.EDIT)
    @Transactional(label = "event.plan")
    public void save(EventId id, int version, List<EventItem> items) {
        db.sql("SELECT FROM outreach.event WHERE id = ? FOR UPDATE")
                .param(id.value())
                .query((row, n) -> n)
                .list();
        Event event = events.findById(id);
        OptimisticLock.requireSameVersion(EventService.TABLE, id.value(), version, event.version());
        if (event.state() == EventState.CANCELLED) {
            throw new Refused("event.refused.state");
        }
        EventItem betraying = EventPolicy.findNaming(items);
        if (betraying != null) {
            throw new Refused("event.refused.names-speaker", betraying.title());
        }
        db.sql("DELETE FROM outreach.event_item WHERE event = ?")
                .param(id.value())
                .update();
        for (int i = 0; i < items.size(); i++) {
            EventItem item = items.get(i);
            db.sql("""
                            INSERT INTO outreach.event_item (id, event, position, begins, title, speaker, named, pictured, consent)
                            VALUES (:id, :event, :position, :begins, :title, :speaker, :named, :pictured, :consent)
                            """)
                    .param("begins", item.begins())
                    .param("title", item.title())
                    .param("speaker", item.speaker())
                    .param("named", item.named())
                    .param("pictured", item.pictured())
                    .param("consent", item.consent())
                    .param("id", Ids.next())
                    .param("event", id.value())
                    .param("position", i + 1)
                    .update();
        }
        db.sql("UPDATE outreach.event SET version = version + 1 WHERE id = ?")
                .param(id.value())
                .update();
    }
}
