package org.convergence.cooperation.narrative.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.domain.NarrativeQueries;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeFilter;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.cooperation.narrative.web.NarrativePage.NarrativeItem;
import org.convergence.cooperation.narrative.web.NarrativePage.NarrativeListPage;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectLink;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListRequest;
import org.convergence.platform.list.ListView;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.DeliverableLink;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of reports: those in preparation by their deadline, and those filed. */
@Controller
@RequestMapping("/cooperation/narrative")
@Requires(NarrativePermissions.READ)
record NarrativeListController(NarrativeQueries queries, OrganisationSettings settings) {

    private static final Field<String> WORDS =
            Field.text("q", "narrative.filter.q", 200).optional();
    private static final Field<Boolean> FILED = Field.checkbox("filed", "narrative.tab.filed");
    private static final Field<UUID> PROJECT =
            Field.id("project", "narrative.field.project").optional();

    private static final ListView<NarrativeFilter, NarrativeRow> VIEW = new ListView<>(
            NarrativePage.LIST,
            "cooperation/narrative/narratives",
            "narrative.count",
            FormFields.of(
                    WORDS.from(NarrativeFilter::words),
                    FILED.<NarrativeFilter>from(NarrativeFilter::filed).asTab(),
                    PROJECT.<NarrativeFilter>from(NarrativeFilter::project).asTab()),
            answers -> {
                UUID project = answers.find(PROJECT);
                return new NarrativeFilter(
                        Objects.requireNonNullElse(answers.find(WORDS), ""),
                        answers.get(FILED),
                        project == null ? null : new ProjectId(project),
                        null);
            },
            List.of());

    @GetMapping
    ModelAndView list(Form form, Words t) {
        if (!form.filled("sort") && form.filled(FILED.name())) {
            form.with("sort", "latest");
        }
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private NarrativeListPage page(List<NarrativeRow> rows, ListFrame frame, Words t) {
        boolean filed = frame.form().filled(FILED.name());
        String project =
                frame.form().filled(PROJECT.name()) ? "project=" + frame.form().value(PROJECT.name()) : "";
        LocalDate today = settings.today();
        return new NarrativeListPage(
                frame,
                List.of(
                        new Tab(
                                t.say("narrative.tab.current"),
                                NarrativePage.LIST + (project.isEmpty() ? "" : "?" + project),
                                !filed),
                        new Tab(
                                t.say("narrative.tab.filed"),
                                NarrativePage.LIST + "?filed=true" + (project.isEmpty() ? "" : "&" + project),
                                filed)),
                rows.stream().map(row -> item(row, today, t)).toList(),
                CurrentActor.get().may(NarrativePermissions.EDIT));
    }

    private static NarrativeItem item(NarrativeRow row, LocalDate today, Words t) {
        return new NarrativeItem(
                NarrativePage.url(row.id()),
                row.title(),
                detail(row, today, t),
                row.handedOn() == null && row.due() != null && row.deadline().isBefore(today),
                row.state().tone(),
                t.say(row.state().key()));
    }

    private static String detail(NarrativeRow row, LocalDate today, Words t) {
        return Stream.of(
                        row.funderName(),
                        row.projectTitle(),
                        row.handedOn() != null
                                ? t.say("narrative.handed-on", row.handedOn())
                                : row.filedOn() != null
                                        ? t.say("narrative.filed-on", row.filedOn())
                                        : row.due() == null
                                                ? t.period(row.startsOn(), row.endsOn())
                                                : t.by(row.deadline(), today))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    @Bean
    static MenuEntry narrativeMenuEntry() {
        return MenuEntry.of("narrative.menu", NarrativePage.LIST).requiring(NarrativePermissions.READ);
    }

    @Bean
    static ProjectLink narrativesOfProject() {
        return new ProjectLink("narrative.menu", NarrativePage.LIST + "?project=", NarrativePermissions.READ);
    }

    @Bean
    static DeliverableLink narrativeOfDeliverable() {
        return new DeliverableLink("narrative.write", NarrativePage.LIST + "/new?due=", NarrativePermissions.EDIT);
    }

    /** Approved reports until they are filed, and those filed without a deliverable until they are handed in. */
    @Bean
    static DueWorkSource narrativeFilingDueWork() {
        return DueWorkSource.of(
                NarrativePermissions.EDIT,
                """
                SELECT r.state AS kind, r.id, r.id AS subject,
                       coalesce(d.due_on, r.filed_on + 7,
                                (r.approved_at AT TIME ZONE (SELECT zone FROM platform.settings_zone))::date + 7) AS due_on, CASE WHEN d.due_on IS NULL THEN 'PROPOSED' ELSE 'SET' END AS day_kind,
                       NULL::uuid AS owner, 'OURS' AS place, r.title, d.due_on::text AS detail
                FROM cooperation.narrative_report r LEFT JOIN resources.grant_deliverable d ON d.id = r.due
                WHERE r.state = 'APPROVED' OR (r.state = 'FILED' AND r.handed_on IS NULL AND r.due IS NULL)
                """,
                (row, t) -> new DueWork(
                        "cooperation.narrative/" + row.id() + "/" + row.kind(),
                        t.say("narrative.due." + row.kind(), Objects.requireNonNull(row.title())),
                        NarrativePage.url(new NarrativeReportId(row.id())),
                        null));
    }

    /** Reports in the global search. */
    @Bean
    static SearchSource narrativeSearch(NarrativeQueries queries, OrganisationSettings settings) {
        return new SearchSource(
                "narrative.menu",
                56,
                NarrativePermissions.READ,
                "cooperation.narrative_report",
                NarrativePage.LIST,
                (query, limit, t) -> queries
                        .findSlice(
                                new ListRequest<>(new NarrativeFilter(query, null, null, null), "latest", null, limit))
                        .rows()
                        .stream()
                        .map(row -> new SearchHit(
                                row.title(), detail(row, settings.today(), t), NarrativePage.url(row.id())))
                        .toList());
    }
}
