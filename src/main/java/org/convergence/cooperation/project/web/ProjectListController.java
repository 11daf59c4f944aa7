package org.convergence.cooperation.project.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Objects;
import org.convergence.cooperation.project.ProjectId;
import org.convergence.cooperation.project.ProjectPermissions;
import org.convergence.cooperation.project.domain.ProjectQueries;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectFilter;
import org.convergence.cooperation.project.domain.ProjectQueries.ProjectRow;
import org.convergence.cooperation.project.web.ProjectPage.ProjectListItem;
import org.convergence.cooperation.project.web.ProjectPage.ProjectListPage;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.DueWorkSource.DueWorkRow;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.safety.guide.CountrySection;
import org.convergence.safety.guide.CountrySection.CountryLine;
import org.convergence.safety.guide.CountrySection.CountryPart;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of projects, and its export. */
@Controller
@RequestMapping("/cooperation/project")
@Requires(ProjectPermissions.READ)
record ProjectListController(ProjectQueries queries, OrganisationSettings settings) {

    static final Field<String> WORDS = Field.text("q", "project.filter.q", 200).optional();
    private static final Field<Boolean> ENDED = Field.checkbox("ended", "project.tab.ended");

    private static final ListView<ProjectFilter, ProjectRow> VIEW = new ListView<>(
            ProjectPage.LIST,
            "cooperation/project/projects",
            "project.count",
            FormFields.of(
                    WORDS.from(ProjectFilter::words),
                    ProjectForm.ANY_ROLE.from(ProjectFilter::role),
                    ENDED.<ProjectFilter>from(ProjectFilter::ended).asTab()),
            answers -> new ProjectFilter(
                    answers.textOrEmpty(WORDS), answers.find(ProjectForm.ANY_ROLE), answers.get(ENDED), null),
            List.of(
                    ListColumn.of("project.field.title", ProjectRow::title),
                    ListColumn.formatted(
                            "project.field.role", (row, t) -> t.say(row.role().key())),
                    ListColumn.of("project.field.partners", ProjectRow::partners),
                    ListColumn.formatted("project.field.countries", ProjectFormatter::countries),
                    ListColumn.of("project.field.reach", ProjectRow::reach),
                    ListColumn.of("project.field.starts_on", ProjectRow::startsOn),
                    ListColumn.of("project.field.ends_on", ProjectRow::endsOn),
                    ListColumn.of("project.field.lead", ProjectRow::leadName)));

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private static ProjectListPage page(List<ProjectRow> rows, ListFrame frame, Words t) {
        boolean ended = frame.form().filled(ENDED.name());
        return new ProjectListPage(
                frame,
                List.of(
                        new Tab(t.say("project.tab.current"), ProjectPage.LIST, !ended),
                        new Tab(t.say("project.tab.ended"), ProjectPage.LIST + "?ended=true", ended)),
                rows.stream()
                        .map(row -> new ProjectListItem(
                                ProjectPage.url(row.id()),
                                row.title(),
                                ProjectFormatter.lead(row, t),
                                row.startsOn() == null && row.endsOn() == null
                                        ? ""
                                        : t.period(row.startsOn(), row.endsOn())))
                        .toList(),
                CurrentActor.get().may(ProjectPermissions.EDIT));
    }

    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        VIEW.export(format, t.say("project.menu"), settings.today(), form, t, queries::takeOut, response);
    }

    @Bean
    static MenuEntry projectMenuEntry() {
        return MenuEntry.of("project.menu", ProjectPage.LIST).requiring(ProjectPermissions.READ);
    }

    /** Projects in the global search, ended or not. */
    @Bean
    static SearchSource projectSearch(ProjectQueries queries) {
        return new SearchSource(
                "project.menu",
                55,
                ProjectPermissions.READ,
                "cooperation.project",
                ProjectPage.LIST,
                (query, limit, t) -> queries.search(query, limit).stream()
                        .map(row ->
                                new SearchHit(row.title(), ProjectFormatter.lead(row, t), ProjectPage.url(row.id())))
                        .toList());
    }

    /** Projects on the page of a country. */
    @Bean
    static CountrySection projectsInCountry(ProjectQueries queries) {
        return new CountrySection(
                40,
                ProjectPermissions.READ,
                (country, t) -> CountryPart.ofLines(
                        t.say("project.menu"),
                        queries.findByCountry(country, CountrySection.MOST_LINES).stream()
                                .map(each -> CountryLine.of(
                                        ProjectPage.url(each.id()),
                                        each.title(),
                                        each.startsOn() == null && each.endsOn() == null
                                                ? t.say(each.role().key())
                                                : t.period(each.startsOn(), each.endsOn())))
                                .toList()));
    }

    /** Projects in dossiers. */
    @Bean
    static ThemeSection projectsOfTheme() {
        return new ThemeSection(
                70,
                ProjectPermissions.READ,
                "project.menu",
                ProjectPage.LIST,
                """
                        SELECT id, title, NULL::text AS kind, NULL::text AS detail, opened_on AS day FROM cooperation.project
                        WHERE search_form LIKE ANY (:patterns) OR ' ' || platform.fold(summary) LIKE ANY (:patterns)
                        """,
                (row, t) -> new ThemeLine(ProjectPage.url(new ProjectId(row.id())), row.title(), ""));
    }

    /** Periods whose results are expected, 15 days after they end and until they are locked; and the ends of projects. */
    @Bean
    static DueWorkSource projectDueWork() {
        return DueWorkSource.of(
                ProjectPermissions.READ, ProjectPermissions.EDIT, """
                SELECT 'RESULTS' AS kind, e.id, e.project AS subject, e.ends_on + 15 AS due_on, 'PROPOSED' AS day_kind, p.lead AS owner,
                       'OURS' AS place, p.title, CAST(NULL AS text) AS detail
                FROM cooperation.project_period e JOIN cooperation.project p ON p.id = e.project
                WHERE e.locked_on IS NULL
                  AND EXISTS (SELECT FROM cooperation.project_indicator i WHERE i.project = p.id)
                UNION ALL
                SELECT 'END', id, id, ends_on, 'SET', lead, 'CALENDAR', title, NULL FROM cooperation.project
                WHERE ends_on IS NOT NULL
                """, ProjectListController::describeDueWork);
    }

    private static DueWork describeDueWork(DueWorkRow row, Words t) {
        String title = Objects.requireNonNull(row.title());
        String url = ProjectPage.url(new ProjectId(row.subject()));
        return row.kind().equals("END")
                ? new DueWork("cooperation.project/" + row.id() + "/end", t.say("project.due.end", title), url, null)
                : new DueWork(
                        "cooperation.project/period/" + row.id(),
                        t.say("project.due.results"),
                        url + "/results?period=" + row.id(),
                        title);
    }
}
