package org.convergence.education.workshop.web;

import java.util.ArrayList;
import java.util.List;
import org.convergence.education.workshop.WorkshopPermissions;
import org.convergence.education.workshop.domain.WorkshopRequestQueries;
import org.convergence.education.workshop.domain.WorkshopRequestQueries.WorkshopRequestFilter;
import org.convergence.education.workshop.domain.WorkshopRequestQueries.WorkshopRequestRow;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopItem;
import org.convergence.education.workshop.web.WorkshopPage.WorkshopListPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of requests: those to answer, the first promised first, and those answered. */
@Controller
@RequestMapping("/education/workshop/requests")
@Requires(WorkshopPermissions.READ)
record WorkshopRequestListController(WorkshopRequestQueries queries, OrganisationSettings settings) {

    private static final Field<String> WORDS =
            Field.text("q", "workshop.filter.q", 200).optional();
    private static final Field<Boolean> ANSWERED = Field.checkbox("answered", "workshop.request.tab.answered");

    private static final ListView<WorkshopRequestFilter, WorkshopRequestRow> VIEW = new ListView<>(
            WorkshopPage.REQUESTS,
            "education/workshop/requests",
            "workshop.request.count",
            FormFields.of(
                    WORDS.from(WorkshopRequestFilter::words),
                    WorkshopRequestForm.ANY_KIND.from(WorkshopRequestFilter::kind),
                    ANSWERED.<WorkshopRequestFilter>from(WorkshopRequestFilter::answered)
                            .asTab()),
            answers -> new WorkshopRequestFilter(
                    answers.textOrEmpty(WORDS), answers.get(ANSWERED), answers.find(WorkshopRequestForm.ANY_KIND)),
            List.of());

    @GetMapping
    ModelAndView list(Form form, Words t) {
        if (!form.filled("sort") && form.filled(ANSWERED.name())) {
            form.with("sort", "latest");
        }
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private WorkshopListPage page(List<WorkshopRequestRow> rows, ListFrame frame, Words t) {
        boolean answered = frame.form().filled(ANSWERED.name());
        return new WorkshopListPage(
                frame,
                WorkshopPage.tabs(WorkshopPage.REQUESTS, t),
                List.of(
                        new Tab(t.say("workshop.request.tab.open"), WorkshopPage.REQUESTS, !answered),
                        new Tab(
                                t.say("workshop.request.tab.answered"),
                                WorkshopPage.REQUESTS + "?answered=true",
                                answered)),
                rows.stream().map(row -> item(row, t)).toList(),
                CurrentActor.get().may(WorkshopPermissions.EDIT));
    }

    private WorkshopItem item(WorkshopRequestRow row, Words t) {
        List<String> detail = new ArrayList<>(List.of(t.say(row.kind().key())));
        if (row.workshop() != null) {
            detail.add(row.workshop());
        }
        if (row.people() != null) {
            detail.add(t.say("workshop.people", row.people()));
        }
        detail.add(WorkshopFormatter.standing(row, t));
        if (row.responsible() != null) {
            detail.add(row.responsible());
        }
        return new WorkshopItem(
                WorkshopPage.url(row.id()),
                row.asker(),
                String.join(" · ", detail),
                row.state().tone(),
                t.say(row.state().key()),
                row.isLate(settings.today()));
    }

    @Bean
    static MenuEntry workshopMenuEntry() {
        return MenuEntry.of("workshop.menu", WorkshopPage.REQUESTS)
                .requiring(WorkshopPermissions.READ)
                .withAddresses(List.of(WorkshopPage.PATH));
    }

    @Bean
    static AddButtonEntry workshopRequestEntry() {
        return AddButtonEntry.of(100, "workshop.request.add", WorkshopPage.REQUESTS + "/new", WorkshopPermissions.EDIT)
                .firstUnder(WorkshopPage.PATH);
    }

    /** Requests in the global search, by the name of the asker. */
    @Bean
    static SearchSource workshopRequestSearch(WorkshopRequestQueries queries) {
        return new SearchSource(
                "workshop.search",
                58,
                WorkshopPermissions.READ,
                "education.workshop_request",
                WorkshopPage.REQUESTS,
                (query, limit, t) -> queries.findFirst(query, limit).stream()
                        .map(row -> new SearchHit(
                                row.asker(), WorkshopFormatter.standing(row, t), WorkshopPage.url(row.id())))
                        .toList());
    }
}
