package org.convergence.advocacy.coalition.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.advocacy.coalition.CoalitionPermissions;
import org.convergence.advocacy.coalition.CoalitionPositions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds positions that coalitions took in our name. */
@Service
@Transactional(readOnly = true)
@Requires(CoalitionPermissions.READ)
class CoalitionPositionLookup implements CoalitionPositions {

    private static final String DECISIONS = """
            SELECT p.id, o.name AS coalition, p.title, p.taken_on, '/advocacy/coalition/' || c.id AS page
            FROM advocacy.coalition_position p JOIN advocacy.coalition_seat s ON s.id = p.seat
            JOIN advocacy.coalition c ON c.id = s.coalition JOIN directory.people_organisation_name o ON o.id = c.organisation
            """;

    private final JdbcClient db;

    CoalitionPositionLookup(JdbcClient db) {
        this.db = db;
    }

    @Override
    public List<CoalitionDecision> findLatest(int limit) {
        return db.sql(DECISIONS + "ORDER BY p.taken_on DESC, p.id DESC LIMIT ?")
                .param(limit)
                .query(RecordMapper.of(CoalitionDecision.class))
                .list();
    }

    @Override
    public Optional<CoalitionDecision> findById(UUID id) {
        return db.sql(DECISIONS + "WHERE p.id = ?")
                .param(id)
                .query(RecordMapper.of(CoalitionDecision.class))
                .optional();
    }
}
