package org.convergence.outreach.event.domain;

import java.util.List;
import java.util.Map;
import org.convergence.outreach.event.EventId;
import org.convergence.outreach.event.EventPermissions;
import org.convergence.outreach.event.domain.EventOrder.GuestNeed;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts guests and their needs by meal, for the kitchen (R-EVT-8). */
@Service
@Transactional(readOnly = true)
@Requires(EventPermissions.READ)
public class EventMealQueries {

    private final JdbcClient db;

    EventMealQueries(JdbcClient db) {
        this.db = db;
    }

    /** A meal with the guests in the room who take it, and their needs. */
    public record MealCount(String name, int guests, Map<GuestNeed, Integer> needs) {}

    /** Guests and needs by meal, counted or as kept once they are erased; empty without meals, or the right to see needs. */
    public List<MealCount> countMeals(EventId id) {
        Actor actor = CurrentActor.get();
        return actor.may(EventPermissions.EDIT) || actor.may(EventPermissions.CHECK_IN)
                ? db.sql("""
                                SELECT m.name, m.guests, m.needs FROM outreach.event e CROSS JOIN jsonb_to_recordset(
                                    coalesce(e.meal_totals, outreach.event_count_meals(e.id))) AS m (name text, guests int, needs jsonb)
                                WHERE e.id = ?
                                """)
                        .param(id.value())
                        .query(RecordMapper.of(MealCount.class))
                        .list()
                : List.of();
    }
}
