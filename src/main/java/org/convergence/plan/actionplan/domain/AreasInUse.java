package org.convergence.plan.actionplan.domain;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.convergence.plan.actionplan.Area;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The areas of the means of open plans: those in the navigation. Read on every page, so a node caches them for 20
 * seconds; its own changes apply at once.
 */
@Component
public class AreasInUse {

    private static final long REMEMBERED_NANOS = 20_000_000_000L;

    private final JdbcClient jdbc;
    private volatile @Nullable CachedAreas remembered;

    AreasInUse(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private record CachedAreas(Set<Area> areas, long until) {}

    /** Whether an open plan has a means in the area. */
    public boolean has(Area area) {
        CachedAreas last = remembered;
        if (last == null || System.nanoTime() - last.until() > 0) {
            last = new CachedAreas(read(), System.nanoTime() + REMEMBERED_NANOS);
            remembered = last;
        }
        return last.areas().contains(area);
    }

    void forget() {
        remembered = null;
    }

    private Set<Area> read() {
        List<Area> areas = jdbc.sql("""
                        SELECT DISTINCT m.area FROM plan.actionplan_means m
                        JOIN plan.actionplan_plan p ON p.id = m.plan
                        WHERE p.status <> 'CLOSED' AND m.area IS NOT NULL AND m.dropped_on IS NULL
                        """)
                .query((row, n) -> Area.valueOf(row.getString("area")))
                .list();
        return areas.isEmpty() ? Set.of() : EnumSet.copyOf(areas);
    }
}
