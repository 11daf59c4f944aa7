package org.convergence.education.workshop.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A facilitator who does not know what is so.
 *
 * @param title of the workshop
 * @param day the day to tell, or the one that was told and no longer counts
 */
public record UntoldFacilitator(
        UUID session,
        UUID facilitator,
        PersonId person,
        String title,
        FacilitatorLetterKind kind,
        LocalDate day,
        @Nullable String begins,
        String place) {

    private static final String LAST = """
            SELECT n.kind, n.day, n.begins, n.place FROM education.workshop_facilitator_letter n
            JOIN platform.mail_letter_status l ON l.matter = 'workshop_facilitator' AND l.record_id = n.id
            WHERE n.session = s.id AND n.facilitator = f.facilitator AND l.state NOT IN ('WITHHELD', 'REFUSED')
            ORDER BY l.posted_at DESC, n.id DESC LIMIT 1
            """;

    /**
     * Facilitators who do not know what is so: those of a planned session without a letter that tells its date, time and
     * place, and those with such a letter who no longer give it.
     */
    public static final String SQL = """
            SELECT s.id AS session, f.facilitator, CASE WHEN last.kind IN ('AGREED', 'MOVED') THEN 'MOVED' ELSE 'AGREED' END AS kind,
                   s.day, s.begins, s.place, s.day AS held_on
            FROM education.workshop_session s JOIN education.workshop_session_facilitator f ON f.session = s.id
            LEFT JOIN LATERAL (%1$s) AS last ON true
            WHERE s.state = 'PLANNED' AND (last.kind IS NULL OR last.kind NOT IN ('AGREED', 'MOVED')
                  OR (last.day, last.begins, last.place) IS DISTINCT FROM (s.day, s.begins, s.place))
            UNION ALL
            SELECT s.id, f.facilitator, CASE WHEN s.state = 'PLANNED' THEN 'RELEASED' ELSE 'CANCELLED' END,
                   last.day, last.begins, last.place, last.day
            FROM education.workshop_session s
            JOIN (SELECT DISTINCT session, facilitator FROM education.workshop_facilitator_letter) AS f ON f.session = s.id
            CROSS JOIN LATERAL (%1$s) AS last
            WHERE s.state <> 'HELD' AND last.kind IN ('AGREED', 'MOVED')
              AND (s.state <> 'PLANNED' OR NOT EXISTS (SELECT FROM education.workshop_session_facilitator x
                                                       WHERE x.session = s.id AND x.facilitator = f.facilitator))
            """.formatted(LAST);

    /** What a letter tells a facilitator. */
    public enum FacilitatorLetterKind {
        AGREED,
        MOVED,
        CANCELLED,
        RELEASED;

        /** Whether it tells where and when to go. */
        public boolean isExpected() {
            return this == AGREED || this == MOVED;
        }
    }
}
