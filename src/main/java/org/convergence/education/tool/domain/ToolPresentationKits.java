package org.convergence.education.tool.domain;

import java.util.List;
import org.convergence.education.tool.ToolPermissions;
import org.convergence.outreach.congress.PresentationKitSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Presentations are prepared from our tools. */
@Component
record ToolPresentationKits(JdbcClient db) implements PresentationKitSource {

    @Override
    public List<PresentationKit> findKits(Actor actor) {
        return actor.may(ToolPermissions.READ)
                ? db.sql(
                                "SELECT id, title, '/education/tool/' || id AS url FROM education.tool ORDER BY title, id LIMIT 500")
                        .query(RecordMapper.of(PresentationKit.class))
                        .list()
                : List.of();
    }
}
