package org.convergence.cooperation.fieldwork.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerPages;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads accepted figures and the languages of pages, for other modules. */
@Service
@Transactional(readOnly = true)
@Requires(FieldworkPermissions.READ)
class PartnerPageQueries implements PartnerPages {

    private final JdbcClient db;
    private final OrganisationSettings settings;

    PartnerPageQueries(JdbcClient db, OrganisationSettings settings) {
        this.db = db;
        this.settings = settings;
    }

    @Override
    public List<PartnerFigure> findAcceptedFigures(Collection<OrganisationId> partners, LocalDate from, LocalDate to) {
        return db.sql("""
                        SELECT e.id, e.organisation, o.name AS organisation_name,
                               coalesce(e.happened_on, e.received_on) AS day, e.label, e.figure
                        FROM cooperation.fieldwork_entry e
                        JOIN directory.people_organisation_name o ON o.id = e.organisation
                        WHERE e.organisation = ANY (:partners) AND e.kind = 'FIGURES' AND e.state = 'ACCEPTED'
                          AND e.figure IS NOT NULL AND coalesce(e.happened_on, e.received_on) BETWEEN :from AND :to
                        ORDER BY day, e.id LIMIT 100
                        """)
                .param("partners", ids(partners))
                .param("from", from)
                .param("to", to)
                .query(RecordMapper.of(PartnerFigure.class))
                .list();
    }

    @Override
    public Map<OrganisationId, String> findLanguages(Collection<OrganisationId> partners) {
        Map<OrganisationId, String> languages = new HashMap<>();
        db.sql("""
                        SELECT organisation, language FROM cooperation.fieldwork_link
                        WHERE organisation = ANY (:partners) AND revoked_at IS NULL AND until >= :today ORDER BY made_at
                        """)
                .param("partners", ids(partners))
                .param("today", settings.today())
                .query(RecordMapper.of(LinkLanguageRow.class))
                .list()
                .forEach(row -> languages.put(row.organisation(), row.language()));
        return languages;
    }

    private record LinkLanguageRow(OrganisationId organisation, String language) {}

    private static UUID[] ids(Collection<OrganisationId> partners) {
        return partners.stream().map(OrganisationId::value).toArray(UUID[]::new);
    }
}
