package org.convergence.plan.observance.web;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.plan.observance.ObservanceId;
import org.convergence.plan.observance.ObservancePermissions;
import org.convergence.plan.observance.domain.ObservanceKind;
import org.convergence.plan.observance.domain.ObservanceQueries;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.RequiresToAct;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Days that return each year: in calendars on their date; on the home page from the day on which their preparation begins,
 * proposed for two weeks after that. Once its date is over, a day that is marked asks what came of it; a deadline is late.
 */
@Component
@Requires(ObservancePermissions.READ)
@RequiresToAct(ObservancePermissions.FOLLOW)
record ObservanceDueWork(OrganisationSettings settings) implements DueWorkSource {

    private static final int YEARS_AHEAD = 2;

    @Override
    public String sql() {
        return """
                SELECT k.kind, o.id, o.id AS subject,
                       CASE k.kind WHEN 'PREPARE' THEN d.day - 7 * o.weeks_ahead + 14 ELSE d.day END AS due_on,
                       CASE WHEN k.kind = 'HELD' THEN 'SINCE'
                            WHEN k.kind = 'PREPARE' OR (o.moves AND a.date IS NULL) THEN 'PROPOSED' ELSE 'SET' END AS day_kind,
                       o.responsible AS owner, CASE k.kind WHEN 'DAY' THEN 'CALENDAR' ELSE 'OURS' END AS place, o.name AS title,
                       json_build_object('date', d.day, 'kind', o.kind, 'toConfirm', o.moves AND a.date IS NULL,
                                         'hours', coalesce(past.hours, 0), 'files', coalesce(past.files, 0), 'howTo',
                                         (SELECT min(h.title) FROM plan.howto_of_action h WHERE h.action = o.line)) AS detail
                FROM plan.observance o
                CROSS JOIN generate_series(CAST(extract(year FROM o.since - %1$d) AS integer), %2$d) AS y(year)
                LEFT JOIN plan.observance_year a ON a.observance = o.id AND a.year = y.year
                LEFT JOIN plan.observance_year b ON b.observance = o.id AND b.year = y.year - 1
                CROSS JOIN LATERAL (SELECT coalesce(a.date, make_date(y.year, o.month, o.day)) AS day,
                                           coalesce(b.date, make_date(y.year - 1, o.month, o.day)) AS before) AS d
                CROSS JOIN (VALUES ('DAY'), ('PREPARE'), ('HELD'), ('DUE')) AS k(kind)
                LEFT JOIN LATERAL (
                    SELECT sum(coalesce(r.staff_hours, 0) + coalesce(r.volunteer_hours, 0)) AS hours,
                           sum((SELECT count(*) FROM plan.realisation_paper p WHERE p.realisation = r.id AND p.kind <> 'ATTENDANCE')) AS files
                    FROM plan.realisation_summary r
                    WHERE r.state = 'DONE' AND r.starts_on BETWEEN d.before - 30 AND d.before + 30
                      AND EXISTS (SELECT FROM plan.realisation_line l WHERE l.realisation = r.id
                                   AND l.action IN (SELECT o.line
                                                    UNION SELECT continues FROM plan.actionplan_continued WHERE line = o.line
                                                    UNION SELECT line FROM plan.actionplan_continued WHERE continues = o.line))
                ) AS past ON o.line IS NOT NULL AND k.kind IN ('PREPARE', 'DUE')
                WHERE d.day >= o.since - CASE o.kind WHEN 'DEADLINE' THEN %1$d ELSE 0 END AND o.ended_on IS NULL
                  AND (k.kind = 'PREPARE' OR (k.kind = 'DUE') = (o.kind = 'DEADLINE'))
                  AND (a.state IS NULL OR (k.kind = 'DAY' AND a.state <> 'SKIPPED'))
                """.formatted(ObservanceQueries.DAYS_BEFORE, settings.today().getYear() + YEARS_AHEAD);
    }

    /** A day is prepared until its date, and answered after it; in its last two weeks a deadline stands for itself. */
    @Override
    public boolean isFor(DueWorkRow row) {
        DueDay day = DueDay.of(row);
        LocalDate today = settings.today();
        boolean isOver = !day.toConfirm() && day.date().isBefore(today);
        return switch (row.kind()) {
            case "PREPARE" ->
                day.kind() == ObservanceKind.DEADLINE
                        ? day.date().minusDays(DAYS_AHEAD).isAfter(today)
                        : !isOver;
            case "HELD" -> isOver;
            default -> true;
        };
    }

    @Override
    public DueWork describe(DueWorkRow row, Words t) {
        DueDay day = DueDay.of(row);
        String name = Objects.requireNonNull(row.title());
        return new DueWork(
                "plan.observance/" + row.id() + "/" + row.kind() + "/"
                        + day.date().getYear(),
                switch (row.kind()) {
                    case "PREPARE" -> t.say("observance.due", name);
                    case "HELD" -> t.say("observance.due.held", name);
                    default -> name;
                },
                ObservancePage.url(new ObservanceId(row.subject())),
                row.kind().equals("DAY") ? null : day.words(t));
    }

    /**
     * What a row tells of the date for which it stands.
     *
     * @param hours of staff and volunteers around its date a year before; 0 if unknown
     * @param files of what was done then
     * @param howTo the title of a how-to of its line; {@code null} if there is none
     */
    private record DueDay(
            LocalDate date,
            ObservanceKind kind,
            boolean toConfirm,
            BigDecimal hours,
            int files,
            @Nullable String howTo) {

        static DueDay of(DueWorkRow row) {
            return Json.parse(Objects.requireNonNull(row.detail()), DueDay.class);
        }

        /** « Dimanche 8 mars 2026 · l’an dernier : 12 h, 2 fichiers · marche à suivre : Préparer une marche » */
        String words(Words t) {
            String past = Stream.of(
                            hours.signum() > 0 ? t.hours(hours) : "", files > 0 ? t.say("observance.files", files) : "")
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
            return Stream.of(
                            toConfirm ? t.say("observance.to-confirm", date) : t.dayAndDate(date),
                            past.isEmpty() ? "" : t.say("observance.last.short", past),
                            howTo == null ? "" : t.say("observance.how-to.short", howTo))
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(" · "));
        }
    }
}
