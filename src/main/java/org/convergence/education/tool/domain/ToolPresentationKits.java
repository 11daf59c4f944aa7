package org.convergence.education.tool.domain;

import java.util.List;
import org.convergence.education.tool.ToolPermissions;
import org.convergence.outreach.congress.PresentationKitSource;
import org.convergence.platform.access.Actor;
import org.convergence.platform.database.RecordMapper;
import org.convergence.resources.prospect.ProspectMaterialSource;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Presentations are prepared from our tools, and followers of prospects bring them. */
@Component
record ToolPresentationKits(JdbcClient db) implements PresentationKitSource {

    @Bean
    static ProspectMaterialSource toolsForProspects(ToolPresentationKits tools) {
        return (actor, t) ->
                tools.findKits(actor).stream().map(PresentationKit::title).toList();
    }

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
