package org.convergence.resources.impact.domain;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.document.DocumentId;
import org.convergence.resources.impact.ImpactLeaflets;
import org.convergence.resources.impact.ImpactLeaflets.ImpactLeaflet;
import org.convergence.resources.impact.ImpactPermissions;
import org.convergence.resources.impact.LeafletId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Leaflets of a member, for the modules that hand them over. */
@Service
@Transactional(readOnly = true)
@Requires(ImpactPermissions.READ)
public class StoredImpactLeaflets implements ImpactLeaflets {

    private static final String SHEETS = """
            SELECT s.id, s.period_from, s.period_to, s.document, s.language, d.name
            FROM resources.impact_leaflet s JOIN platform.document_file d ON d.id = s.document
            WHERE s.organisation = :organisation AND s.replaced_at IS NULL
            """;

    private final JdbcClient db;

    StoredImpactLeaflets(JdbcClient db) {
        this.db = db;
    }

    @Override
    public Optional<ImpactLeaflet> documentFor(OrganisationId organisation, LocalDate from, LocalDate to) {
        return db.sql(SHEETS + "AND s.period_from = :from AND s.period_to = :to")
                .param("organisation", organisation.value())
                .param("from", from)
                .param("to", to)
                .query((row, n) -> mapRow(row))
                .optional();
    }

    @Override
    public List<ImpactLeaflet> documentsOf(OrganisationId organisation) {
        return db.sql(SHEETS + "ORDER BY s.period_to DESC, s.period_from DESC LIMIT 50")
                .param("organisation", organisation.value())
                .query((row, n) -> mapRow(row))
                .list();
    }

    @Override
    public List<LeafletPeriodBounds> periods() {
        return db.sql("""
                        SELECT DISTINCT period_to AS to, period_from AS from FROM resources.impact_leaflet WHERE replaced_at IS NULL
                        ORDER BY period_to DESC, period_from DESC LIMIT 12
                        """).query(RecordMapper.of(LeafletPeriodBounds.class)).list();
    }

    private static ImpactLeaflet mapRow(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        return new ImpactLeaflet(
                new LeafletId(id),
                row.getObject("period_from", LocalDate.class),
                row.getObject("period_to", LocalDate.class),
                new DocumentId(row.getObject("document", UUID.class)),
                LeafletRepository.owner(id),
                row.getString("name"),
                row.getString("language"));
    }
}
