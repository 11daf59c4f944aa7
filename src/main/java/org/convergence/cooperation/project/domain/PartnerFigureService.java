package org.convergence.cooperation.project.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.convergence.cooperation.project.IndicatorId;
import org.convergence.cooperation.project.PartnerFigures;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPeriodId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.IndicatorValueService.ValuePlace;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.settings.OrganisationSettings;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts figures of partners in the indicators of their projects. */
@Service
@Transactional
@Requires(ProjectPermissions.EDIT)
class PartnerFigureService implements PartnerFigures {

    /** Indicators whose value is entered as a number, in periods that have begun and are open. */
    private static final String OPEN = """
            FROM cooperation.project_indicator i JOIN cooperation.project p ON p.id = i.project
            JOIN cooperation.project_period d ON d.project = p.id AND d.locked_on IS NULL AND d.starts_on <= :today
            LEFT JOIN cooperation.project_value v ON v.indicator = i.id AND v.period = d.id
            WHERE i.kind = 'QUANTITY' AND i.feed_measure IS NULL AND coalesce(v.state, 'DRAFT') IN ('DRAFT', 'RETURNED')
              AND EXISTS (SELECT FROM cooperation.project_partner o WHERE o.project = p.id AND o.organisation = :partner)
            """;

    private final JdbcClient db;
    private final IndicatorValueService values;
    private final OrganisationSettings settings;

    PartnerFigureService(JdbcClient db, IndicatorValueService values, OrganisationSettings settings) {
        this.db = db;
        this.values = values;
        this.settings = settings;
    }

    @Override
    @Transactional(readOnly = true)
    public List<OpenIndicator> findOpen(OrganisationId partner) {
        return db.sql("""
                        SELECT i.id AS indicator, d.id AS period, p.title AS project, i.wording, d.starts_on, d.ends_on
                        """ + OPEN + " ORDER BY p.title, p.id, d.starts_on DESC, i.position, i.id LIMIT 200")
                .param("today", settings.today())
                .param("partner", partner.value())
                .query(RecordMapper.of(OpenIndicator.class))
                .list();
    }

    @Override
    public String count(OrganisationId partner, IndicatorId indicator, ProjectPeriodId period, BigDecimal figure) {
        ProjectId project = db.sql("SELECT p.id " + OPEN + " AND i.id = :indicator AND d.id = :period")
                .param("today", settings.today())
                .param("partner", partner.value())
                .param("indicator", indicator.value())
                .param("period", period.value())
                .query(UUID.class)
                .optional()
                .map(ProjectId::new)
                .orElseThrow(() -> new Refused("project.refused.count"));
        values.add(new ValuePlace(project, indicator, period), figure);
        return "/cooperation/project/" + project.value() + "/results/" + indicator.value() + "/" + period.value();
    }
}
