package org.convergence.education.internship.web;

import java.util.Objects;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/** Files that a reader with an account has still to read once the call is closed, for this reader alone. */
@Component
@Requires(InternshipPermissions.SCORE)
record FilesToReadDueWork(OrganisationSettings settings) implements DueWorkSource {

    private static final int DAYS_BEFORE_DECISION = 90;

    @Override
    public int daysAhead() {
        return DAYS_BEFORE_DECISION;
    }

    @Override
    public String sql() {
        return """
                SELECT 'MINE' AS kind, r.id, c.id AS subject, c.decides_on AS due_on, 'SET' AS day_kind, r.person AS owner, 'PRIVATE' AS place,
                       c.title_fr AS title, c.closes_on::text AS detail
                FROM education.internship_reader r JOIN education.internship_call c ON c.id = r.call
                WHERE c.state = 'PUBLISHED' AND EXISTS (
                    SELECT FROM education.internship_application a
                    WHERE a.call = c.id AND a.state = 'SUBMITTED'
                      AND NOT EXISTS (SELECT FROM education.internship_reading g
                                      WHERE g.application = a.id AND g.reader = r.person)
                      AND (SELECT count(*) FROM education.internship_reading g
                           WHERE g.application = a.id AND g.done_on IS NOT NULL) < 2)
                """;
    }

    /** No file is read before the day after the call closes. */
    @Override
    public boolean isFor(DueWorkRow row) {
        return Objects.requireNonNull(row.detail()).compareTo(settings.today().toString()) < 0;
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "education.internship/read/" + row.id(),
                t.say("internship.due.MINE", Objects.requireNonNull(row.title())),
                FileReadingController.PATH + "/" + row.subject(),
                null);
    }
}
