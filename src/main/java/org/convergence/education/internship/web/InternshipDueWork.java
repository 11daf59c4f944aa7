package org.convergence.education.internship.web;

import java.util.Objects;
import org.convergence.education.internship.InternshipCallId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.InternshipLetterSender;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.springframework.stereotype.Component;

/**
 * The days of calls and cohorts: readings to finish, the decision, answers to send, places to give or left free, answers to tell
 * in person, releases to ask and to answer, the return of a cohort, return activities. Gates have days of their own ({@code plan.checklist}).
 */
@Component
@Requires(InternshipPermissions.READ)
@RequiresToAct(InternshipPermissions.EDIT)
class InternshipDueWork implements DueWorkSource {

    @Override
    public String sql() {
        return """
                SELECT 'CLOSES' AS kind, c.id, c.id AS subject, c.closes_on AS due_on, 'SET' AS day_kind, c.responsible AS owner,
                       'CALENDAR' AS place, c.title_fr AS title, NULL AS detail
                FROM education.internship_call c WHERE c.state = 'PUBLISHED'
                UNION ALL
                SELECT 'DECIDE', c.id, c.id, c.decides_on, 'SET', c.responsible, 'OURS', c.title_fr, NULL
                FROM education.internship_call c WHERE c.state = 'PUBLISHED'
                UNION ALL
                SELECT 'READ', c.id, c.id, c.decides_on - 7, 'PROPOSED', c.responsible, 'OURS', c.title_fr, u.files::text
                FROM education.internship_call c CROSS JOIN LATERAL (
                    SELECT count(*) AS files FROM education.internship_application a
                    WHERE a.call = c.id AND a.state = 'SUBMITTED' AND (
                        SELECT count(*) FROM education.internship_reading r
                        WHERE r.application = a.id AND r.done_on IS NOT NULL) < 2) u
                WHERE c.state = 'PUBLISHED' AND u.files > 0 AND NOT EXISTS (
                    -- Their own readings are told to the person in charge once, as files to read.
                    SELECT FROM education.internship_reader r
                    JOIN education.internship_application a ON a.call = r.call AND a.state = 'SUBMITTED'
                    WHERE r.call = c.id AND r.person = c.responsible
                      AND NOT EXISTS (SELECT FROM education.internship_reading g WHERE g.application = a.id AND g.reader = r.person)
                      AND (SELECT count(*) FROM education.internship_reading g
                           WHERE g.application = a.id AND g.done_on IS NOT NULL) < 2)
                UNION ALL
                SELECT 'TELL', c.id, c.id, c.decides_on, 'SET', c.responsible, 'OURS', c.title_fr, NULL
                FROM education.internship_call c WHERE c.state = 'DECIDED' AND EXISTS (
                    SELECT FROM education.internship_application a
                    WHERE a.call = c.id AND a.state IN ('CHOSEN', 'RESERVE', 'NOT_RETAINED') AND a.told_on IS NULL)
                UNION ALL
                SELECT 'UNTOLD', a.id, c.id, a.told_on, 'SINCE', c.responsible, 'OURS', c.title_fr, a.number::text
                FROM education.internship_application a JOIN education.internship_call c ON c.id = a.call
                WHERE c.state = 'DECIDED' AND %1$s
                UNION ALL
                SELECT CASE WHEN w.waiting > 0 THEN 'SEAT' ELSE 'FREE' END, c.id, c.id, coalesce(w.withdrawn_on, c.decided_on) + 7, 'PROPOSED', c.responsible,
                       'OURS', c.title_fr, NULL
                FROM education.internship_call c CROSS JOIN LATERAL (
                    SELECT count(*) AS chosen FROM education.internship_application a
                    WHERE a.call = c.id AND a.state = 'CHOSEN') s
                CROSS JOIN LATERAL (
                    SELECT max(a.withdrawn_on) AS withdrawn_on, count(*) FILTER (WHERE a.state = 'RESERVE') AS waiting,
                           count(a.attested_on) AS attested
                    FROM education.internship_application a WHERE a.call = c.id AND s.chosen < c.places) w
                WHERE c.state = 'DECIDED' AND (w.waiting > 0 OR w.withdrawn_on >= c.decided_on) AND w.attested = 0
                UNION ALL
                -- The date is known before letters are looked up: OFFSET 0 keeps the order.
                SELECT CASE WHEN a.release_state IS NULL THEN 'RELEASE' ELSE 'ANSWER' END, a.id, a.call, a.due_on, 'PROPOSED',
                       a.responsible, CASE WHEN a.release_state IS NULL THEN 'OURS' ELSE 'OTHERS' END, a.title_fr, a.number::text
                FROM (SELECT f.*, coalesce(f.release_asked_on, c.decided_on) + 21 AS due_on, c.responsible, c.title_fr
                      FROM education.internship_application f JOIN education.internship_call c ON c.id = f.call
                      WHERE f.state = 'CHOSEN' AND (f.release_state IS NULL OR f.release_state = 'ASKED') AND f.attested_on IS NULL
                      OFFSET 0) AS a
                WHERE NOT (%1$s)
                UNION ALL
                SELECT 'STAY', c.id, c.id, c.ends_on + 14, 'PROPOSED', c.responsible, 'OURS', c.title_fr, NULL
                FROM education.internship_call c
                WHERE c.state = 'DECIDED' AND c.mission IS NULL
                      AND EXISTS (SELECT FROM education.internship_application a WHERE a.call = c.id AND a.state = 'CHOSEN')
                      AND NOT EXISTS (SELECT FROM plan.realisation_source s
                                      WHERE s.module = 'education.internship' AND s.source_id = c.id::text)
                UNION ALL
                SELECT 'RETURN', a.id, c.id, c.return_by, 'SET', c.responsible, 'OTHERS', c.title_fr, a.number::text
                FROM education.internship_application a JOIN education.internship_call c ON c.id = a.call
                WHERE a.state = 'CHOSEN' AND a.attested_on IS NULL
                """.formatted(InternshipLetterSender.UNTOLD);
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        return new DueWork(
                "education.internship/" + row.kind() + "/" + row.id(),
                t.say(
                        "internship.due." + row.kind(),
                        Objects.requireNonNull(row.title()),
                        TextParser.wholeNumber(Objects.requireNonNullElse(row.detail(), ""))
                                .orElse(0)),
                InternshipPage.url(new InternshipCallId(row.subject())),
                null);
    }
}
