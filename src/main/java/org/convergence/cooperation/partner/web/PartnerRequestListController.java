package org.convergence.cooperation.partner.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries.PartnerRequestFilter;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries.PartnerRequestRow;
import org.convergence.cooperation.partner.web.PartnerRequestPage.PartnerRequestListItem;
import org.convergence.cooperation.partner.web.PartnerRequestPage.PartnerRequestListPage;
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
import org.convergence.platform.shell.YearEndCheck;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of requests: those to answer, the first promised first, and those answered. */
@Controller
@RequestMapping("/cooperation/partner/requests")
@Requires(PartnerPermissions.READ)
class PartnerRequestListController {

    private static final Field<String> WORDS =
            Field.text("q", "partner.request.filter.q", 200).optional();
    private static final Field<Boolean> ANSWERED = Field.checkbox("answered", "partner.request.tab.answered");

    private static final ListView<PartnerRequestFilter, PartnerRequestRow> VIEW = new ListView<>(
            PartnerRequestPage.LIST,
            "cooperation/partner/requests",
            "partner.request.count",
            FormFields.of(
                    WORDS.from(PartnerRequestFilter::words),
                    ANSWERED.<PartnerRequestFilter>from(PartnerRequestFilter::answered)
                            .asTab()),
            answers -> new PartnerRequestFilter(answers.textOrEmpty(WORDS), answers.get(ANSWERED), null),
            List.of());

    private final PartnerRequestQueries queries;
    private final OrganisationSettings settings;

    PartnerRequestListController(PartnerRequestQueries queries, OrganisationSettings settings) {
        this.queries = queries;
        this.settings = settings;
    }

    @GetMapping
    ModelAndView list(Form form, Words t) {
        if (!form.filled("sort") && form.filled(ANSWERED.name())) {
            form.with("sort", "latest");
        }
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private PartnerRequestListPage page(List<PartnerRequestRow> rows, ListFrame frame, Words t) {
        boolean answered = frame.form().filled(ANSWERED.name());
        LocalDate today = settings.today();
        return new PartnerRequestListPage(
                frame,
                PartnerPage.tabs(true, t),
                List.of(
                        new Tab(t.say("partner.request.tab.open"), PartnerRequestPage.LIST, !answered),
                        new Tab(
                                t.say("partner.request.tab.answered"),
                                PartnerRequestPage.LIST + "?answered=true",
                                answered)),
                rows.stream().map(row -> item(row, today, t)).toList(),
                CurrentActor.get().may(PartnerPermissions.FOLLOW));
    }

    private static PartnerRequestListItem item(PartnerRequestRow row, LocalDate today, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(row.partyName().isEmpty() ? t.say("partner.request.erased") : row.partyName());
        detail.add(PartnerRequestFormatter.standing(row, today, t));
        if (row.responsibleName() != null) {
            detail.add(row.responsibleName());
        }
        return new PartnerRequestListItem(
                PartnerRequestPage.url(row.id()),
                row.title(),
                String.join(" · ", detail),
                row.isLate(today),
                row.state().tone(),
                t.say(row.state().key()));
    }

    @Bean
    static MenuEntry partnerMenuEntry() {
        return MenuEntry.of("partner.menu", PartnerRequestPage.LIST).requiring(PartnerPermissions.READ);
    }

    @Bean
    static AddButtonEntry partnerRequestEntry() {
        return AddButtonEntry.of(
                        100, "partner.request.add", PartnerRequestPage.LIST + "/new", PartnerPermissions.FOLLOW)
                .firstUnder(PartnerPage.LIST);
    }

    /** Requests of partners in the global search. */
    @Bean
    static SearchSource partnerRequestSearch(PartnerRequestQueries queries, OrganisationSettings settings) {
        return new SearchSource(
                "partner.tab.requests",
                57,
                PartnerPermissions.READ,
                "cooperation.partner_request",
                PartnerRequestPage.LIST,
                (query, limit, t) -> queries.findFirst(new PartnerRequestFilter(query, null, null), limit).stream()
                        .map(row -> new SearchHit(
                                row.title(),
                                PartnerRequestFormatter.standing(row, settings.today(), t),
                                PartnerRequestPage.url(row.id())))
                        .toList());
    }

    /** Requests without an answer, and what we owe partners; a partner that is a person is not named. */
    @Bean
    static YearEndCheck partnersToAnswer() {
        return new YearEndCheck(50, "partner.year-end", PartnerPermissions.FOLLOW, PartnerRequestPage.LIST, """
                SELECT r.id, r.promised_on AS day, r.title, '/cooperation/partner/requests/' || r.id AS url
                FROM cooperation.partner_request r WHERE r.answered_on IS NULL AND r.received_on <= :to
                UNION ALL
                SELECT d.id, d.due_on, d.what, '/cooperation/partner/' || d.partner
                FROM cooperation.partner_due d WHERE d.ours AND d.done_on IS NULL AND d.due_on <= :to
                """);
    }
}
