package org.convergence.safety.mission.web;

import java.util.Objects;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Country;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.convergence.safety.mission.MissionPermissions;
import org.springframework.stereotype.Component;

/**
 * Advisories to look at again: of each country of a mission, from three days before the departure until the last stay
 * there is over, once nobody checked it for 72 hours (R-SEC-1). Canada has no advisory of its own.
 */
@Component
@Requires(MissionPermissions.PREPARE)
record AdvisoryDueWork(OrganisationSettings settings) implements DueWorkSource {

    @Override
    public int daysAhead() {
        return 0;
    }

    @Override
    public String sql() {
        return """
                SELECT DISTINCT ON (m.lead, l.country) 'ADVISORY' AS kind, l.id, m.id AS subject,
                       greatest(m.starts_on - 3, g.checked_on + 3) AS due_on, 'SINCE' AS day_kind, m.lead AS owner, 'OURS' AS place,
                       l.country AS title, (max(l.leaves_on) OVER (PARTITION BY m.lead, l.country))::text AS detail
                FROM safety.mission m JOIN safety.mission_leg l ON l.mission = m.id
                LEFT JOIN safety.guide_worst_level g ON g.country = l.country
                WHERE m.state IN ('PREPARED', 'APPROVED') AND l.country <> 'CA'
                ORDER BY m.lead, l.country, m.starts_on, l.id
                """;
    }

    @Override
    public boolean isFor(DueWorkRow row) {
        return TextParser.date(Objects.requireNonNull(row.detail()))
                .filter(last -> !last.isBefore(settings.today()))
                .isPresent();
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        Country country = new Country(Objects.requireNonNull(row.title()));
        return new DueWork(
                "safety.mission/ADVISORY/" + country.code(),
                t.say("mission.due.ADVISORY", country.name(t)),
                "/safety/guide/" + country.code(),
                null);
    }
}
