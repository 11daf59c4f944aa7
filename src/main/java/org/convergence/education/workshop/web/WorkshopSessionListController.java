package org.convergence.education.workshop.web;

import java.util.List;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.domain.WorkshopSessionQueries;
import org.convergence.education.workshop.domain.WorkshopSessionQueries.WorkshopSessionFilter;
import org.convergence.education.workshop.domain.WorkshopSessionQueries.WorkshopSessionRow;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopListPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.TextSource;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The sessions to come, the next first, and those of past days: held, cancelled, or to confirm. */
@Controller
@RequestMapping("/education/workshop/sessions")
@Requires(WorkshopPermissions.READ)
record WorkshopSessionListController(WorkshopSessionQueries queries, OrganisationSettings settings) {

    private static final Field<Boolean> PAST = Field.checkbox("past", "workshop.session.tab.past");

    private static final ListView<WorkshopSessionFilter, WorkshopSessionRow> VIEW = new ListView<>(
            WorkshopPage.SESSIONS,
            "education/workshop/sessions",
            "workshop.session.count",
            FormFields.of(PAST.<WorkshopSessionFilter>from(WorkshopSessionFilter::past)
                    .asTab()),
            answers -> new WorkshopSessionFilter(answers.get(PAST), null, null),
            List.of());

    @GetMapping
    ModelAndView list(Form form, Words t) {
        if (!form.filled("sort") && form.filled(PAST.name())) {
            form.with("sort", "latest");
        }
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private WorkshopListPage page(List<WorkshopSessionRow> rows, ListFrame frame, Words t) {
        boolean past = frame.form().filled(PAST.name());
        return new WorkshopListPage(
                frame,
                WorkshopPage.tabs(WorkshopPage.SESSIONS, t),
                List.of(
                        new Tab(t.say("workshop.session.tab.ahead"), WorkshopPage.SESSIONS, !past),
                        new Tab(t.say("workshop.session.tab.past"), WorkshopPage.SESSIONS + "?past=true", past)),
                rows.stream()
                        .map(row -> SessionPageAssembler.item(row, settings.today(), t))
                        .toList(),
                CurrentActor.get().may(WorkshopPermissions.EDIT));
    }

    /** Sessions as what other records are made for. */
    @Bean
    static TextSource sessionTexts() {
        return TextSource.of("education.workshop", WorkshopPermissions.READ, """
                SELECT w.title, '' AS body, NULL AS url, s.day AS until, NULL AS country, w.action AS line,
                       '/education/workshop/sessions/' || s.id AS page
                FROM education.workshop_session s JOIN education.workshop w ON w.id = s.workshop WHERE s.id = :id
                """);
    }
}
