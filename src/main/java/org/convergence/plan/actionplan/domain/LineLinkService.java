package org.convergence.plan.actionplan.domain;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.plan.actionplan.ActionId;
import org.convergence.plan.actionplan.ActionPlanPermissions;
import org.convergence.plan.actionplan.PlanKind;
import org.convergence.plan.actionplan.PlanStatus;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Links lines of plans to lines of longer-term plans, from either end. */
@Service
@Transactional
@Requires(ActionPlanPermissions.FOLLOW_UP)
public class LineLinkService {

    private final JdbcClient jdbc;
    private final ActionFollowUpRepository open;

    LineLinkService(JdbcClient jdbc, ActionFollowUpRepository open) {
        this.jdbc = jdbc;
        this.open = open;
    }

    private record LinkEnd(PlanKind kind, PlanStatus status) {}

    /**
     * Links the ticked lines to a line and unlinks the other shown ones; lines not shown keep their links. The kinds of
     * the plans decide which end contributes.
     */
    public void link(ActionId line, Collection<ActionId> shown, Collection<ActionId> ticked) {
        open.lockPlansOf(Set.of(line.value()));
        Set<ActionId> all = new HashSet<>(shown);
        all.addAll(ticked);
        Map<ActionId, LinkEnd> ends = ends(line, all);
        PlanKind own = ends.getOrDefault(line, new LinkEnd(PlanKind.ANNUAL, PlanStatus.CLOSED))
                .kind();
        for (ActionId other : all) {
            LinkEnd end = ends.get(other);
            if (end == null || end.status() == PlanStatus.CLOSED || end.kind() == own) {
                throw new Refused("actionplan.refused.link");
            }
            boolean contributes = contributes(own, end.kind());
            write(contributes ? line : other, contributes ? other : line, ticked.contains(other));
        }
    }

    private void write(ActionId contributor, ActionId served, boolean linked) {
        jdbc.sql(linked ? """
            INSERT INTO plan.actionplan_link (contributor, served) VALUES (?, ?) ON CONFLICT DO NOTHING
            """ : "DELETE FROM plan.actionplan_link WHERE contributor = ? AND served = ?")
                .params(contributor.value(), served.value())
                .update();
    }

    private Map<ActionId, LinkEnd> ends(ActionId line, Set<ActionId> others) {
        Set<UUID> ids = new HashSet<>(others.stream().map(ActionId::value).toList());
        ids.add(line.value());
        Map<ActionId, LinkEnd> ends = new HashMap<>();
        jdbc.sql("""
            SELECT a.id, p.kind, p.status FROM plan.actionplan_action a
            JOIN plan.actionplan_plan p ON p.id = a.plan WHERE a.id IN (:ids)
            """).param("ids", List.copyOf(ids)).query(row -> {
            ends.put(
                    new ActionId(row.getObject("id", UUID.class)),
                    new LinkEnd(PlanKind.valueOf(row.getString("kind")), PlanStatus.valueOf(row.getString("status"))));
        });
        return ends;
    }

    /** An annual plan contributes to programmes and directions, a programme to directions. So no cycle is possible. */
    private static boolean contributes(PlanKind one, PlanKind to) {
        return one.compareTo(to) < 0;
    }
}
