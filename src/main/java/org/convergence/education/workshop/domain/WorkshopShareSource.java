package org.convergence.education.workshop.domain;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationShareSource;
import org.convergence.platform.database.RecordMapper;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The participants of sessions who will use what they learned: of each session whose evaluation is closed and shown, with
 * five answers to that question (R-EDU-3).
 */
@Component
record WorkshopShareSource(JdbcClient db) implements RealisationShareSource {

    private record ShareRow(UUID id, int part, int whole) {}

    @Override
    public List<ShareTopic> findTopics() {
        return db.sql("SELECT id, title AS name FROM education.workshop ORDER BY title, id LIMIT 500")
                .query(RecordMapper.of(ShareTopic.class))
                .list();
    }

    @Override
    public Map<RealisationId, RealisationShare> findShares(
            Collection<RealisationId> realisations, @Nullable UUID topic) {
        return db
                .sql("""
                        SELECT r.realisation AS id, count(*) FILTER (WHERE a.useful = 'YES') AS part, count(a.useful) AS whole
                        FROM plan.realisation_source r
                        JOIN education.workshop_session s ON r.module = 'education.workshop' AND r.source_id = s.id::text
                        JOIN education.workshop_answer a ON a.session = s.id
                        WHERE r.realisation = ANY (:ids) AND s.state = 'HELD'
                          AND (CAST(:topic AS uuid) IS NULL OR s.workshop = :topic)
                        GROUP BY r.realisation HAVING count(a.useful) >= :least
                        """)
                .param("ids", realisations.stream().map(RealisationId::value).toArray(UUID[]::new))
                .param("topic", topic)
                .param("least", EvaluationPolicy.LEAST)
                .query(RecordMapper.of(ShareRow.class))
                .list()
                .stream()
                .collect(Collectors.toMap(
                        row -> new RealisationId(row.id()), row -> new RealisationShare(row.part(), row.whole())));
    }
}
