package org.convergence.safety.incident.web;

import java.util.List;
import java.util.Objects;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.DueWorkSource.DueWorkRow;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageView;
import org.convergence.platform.text.Words;
import org.convergence.safety.incident.IncidentPermissions;
import org.convergence.safety.incident.domain.IncidentPolicy;
import org.convergence.safety.incident.domain.IncidentPolicy.KindFigure;
import org.convergence.safety.incident.domain.SafetyIncident.SafetyIncidentId;
import org.convergence.safety.incident.domain.SafetyIncidentQueries;
import org.convergence.safety.incident.domain.SafetyIncidentQueries.YearFigures;
import org.convergence.safety.incident.web.SafetyIncidentPage.FigureYear;
import org.convergence.safety.incident.web.SafetyIncidentPage.FiguresPage;
import org.convergence.safety.incident.web.SafetyIncidentPage.IncidentListPage;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The incidents that the actor may see, and the figures for the board. */
@Controller
@RequestMapping("/safety/incident")
@Requires(IncidentPermissions.FOLLOW)
record SafetyIncidentListController(SafetyIncidentQueries queries) {

    @GetMapping
    ModelAndView list(Words t) {
        Actor actor = CurrentActor.get();
        return PageView.of(
                "safety/incident/incidents",
                new IncidentListPage(
                        queries.findOwn().stream()
                                .map(each -> SafetyIncidentPageAssembler.item(each, t))
                                .toList(),
                        actor.may(IncidentPermissions.NOTE),
                        actor.may(IncidentPermissions.FIGURES)));
    }

    @GetMapping("/figures")
    @Requires(IncidentPermissions.FIGURES)
    ModelAndView figures(Words t) {
        return PageView.of(
                "safety/incident/figures",
                new FiguresPage(
                        queries.findFigures().stream()
                                .map(each -> year(each, t))
                                .toList(),
                        t.say("incident.figures.lessons", queries.countOpenLessons())));
    }

    private static FigureYear year(YearFigures year, Words t) {
        Integer total = year.kinds().total();
        String few = t.say("incident.figures.few", IncidentPolicy.LEAST_SHOWN);
        Integer nearMisses = year.nearMisses();
        List<KindFigure> kinds = year.kinds().byKind();
        return new FigureYear(
                String.valueOf(year.year()),
                total == null ? few : t.number(total),
                total == null || nearMisses == null ? "–" : t.number(nearMisses),
                kinds.stream()
                        .map(each -> t.say(
                                "incident.figures.kind",
                                each.kind() == null
                                        ? t.say("incident.figures.others")
                                        : t.say(each.kind().key()),
                                each.count()))
                        .toList());
    }

    @Bean
    static MenuEntry incidentMenuEntry() {
        return MenuEntry.of("incident.menu", SafetyIncidentPage.LIST).requiring(IncidentPermissions.FOLLOW);
    }

    /**
     * Incidents to write, to review and to register, notices to give, and days to ask how a person is; for the people named
     * on them alone, and by their code.
     */
    @Bean
    static DueWorkSource incidentDueWork() {
        return DueWorkSource.of(IncidentPermissions.FOLLOW, """
                SELECT w.kind, w.id, i.id AS subject, w.due_on, 'SET' AS day_kind, w.owner, 'PRIVATE' AS place, i.code AS title, w.detail
                FROM safety.incident i CROSS JOIN LATERAL (
                    SELECT CASE WHEN s.moment IS NULL THEN 'WRITTEN' ELSE 'REVIEW' END AS kind, i.id,
                           CASE WHEN s.moment IS NULL THEN i.written_due_on ELSE i.review_due_on END AS due_on,
                           coalesce(i.lead, i.president) AS owner, NULL AS detail
                    FROM (SELECT max(e.moment) AS moment, bool_or(e.moment = 'AFTER') AS reviewed
                          FROM safety.incident_entry e
                          WHERE e.incident = i.id AND e.moment IN ('WRITTEN', 'AFTER')) AS s
                    WHERE i.written_due_on IS NOT NULL AND s.reviewed IS NOT TRUE
                    UNION ALL
                    SELECT 'REGISTER', i.id, i.written_due_on, coalesce(i.lead, i.president), NULL
                    WHERE i.privacy AND i.privacy_incident IS NULL
                    UNION ALL
                    SELECT 'NOTICE', n.id, n.due_on, coalesce(i.lead, i.president), n.kind
                    FROM safety.incident_notice n WHERE n.incident = i.id AND n.told_on IS NULL
                    UNION ALL
                    SELECT 'FOLLOW_UP', i.id, i.follow_up_on, r.person, NULL
                    FROM safety.incident_reader r WHERE r.incident = i.id AND i.follow_up_on IS NOT NULL
                ) AS w
                WHERE i.closed_on IS NULL
                """, SafetyIncidentListController::describeDueWork);
    }

    private static DueWork describeDueWork(DueWorkRow row, Words t) {
        String code = Objects.requireNonNull(row.title());
        return new DueWork(
                "safety.incident/" + row.kind() + "/" + row.id(),
                row.detail() == null
                        ? t.say("incident.due." + row.kind(), code)
                        : t.say("incident.due.NOTICE", code, t.say("incident.notice." + row.detail())),
                SafetyIncidentPage.url(new SafetyIncidentId(row.subject())),
                null);
    }
}
