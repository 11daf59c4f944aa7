package org.convergence.cooperation.partner.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.convergence.cooperation.partner.PartnerPermissions;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries.PartnerRequestFilter;
import org.convergence.cooperation.partner.domain.PartnerRequestQueries.PartnerRequestRow;
import org.convergence.cooperation.partner.domain.PartnerRequestService.PartnerRequestId;
import org.convergence.cooperation.partner.domain.PartnerService.PartnerId;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerRequestPage;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerRequestPage.PartnerRequestListItem;
import org.convergence.cooperation.partner.web.PartnerPage.PartnerRequestPage.PartnerRequestListPage;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.DueWorkSource.DueWorkRow;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.YearEndCheck;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of requests: those to answer, the first promised first, and those answered. */
@Controller
@RequestMapping("/cooperation/partner/requests")
@Requires(PartnerPermissions.READ)
record PartnerRequestListController(PartnerRequestQueries queries, OrganisationSettings settings) {

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
                PartnerRequestFormatter.state(row, t));
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

    /**
     * Requests to answer by the promised day, and answers still to be told; what is due to partners and by them; the ends
     * of agreements. A partner that is a person is not named.
     */
    @Bean
    static DueWorkSource partnerDueWork() {
        return DueWorkSource.of(
                PartnerPermissions.READ, PartnerPermissions.FOLLOW, """
                SELECT 'REQUEST' AS kind, r.id, r.id AS subject, r.promised_on AS due_on, 'SET' AS day_kind, r.responsible AS owner,
                       'OURS' AS place, r.title, o.name AS detail
                FROM cooperation.partner_request r
                LEFT JOIN directory.people_organisation_name o ON o.id = r.organisation
                WHERE r.answered_on IS NULL
                UNION ALL
                SELECT CASE r.state WHEN 'REFUSED' THEN 'REFUSAL' ELSE 'ANSWER' END, r.id, r.id, r.promised_on, 'SET', r.responsible,
                       'OURS', r.title, o.name
                FROM cooperation.partner_request r
                LEFT JOIN directory.people_organisation_name o ON o.id = r.organisation
                WHERE r.answered_on IS NOT NULL AND r.told_on IS NULL
                UNION ALL
                SELECT 'DUE', d.id, p.id, d.due_on, 'SET', p.our_lead, CASE WHEN d.ours THEN 'OURS' ELSE 'OTHERS' END, d.what,
                       o.name
                FROM cooperation.partner_due d JOIN cooperation.partner p ON p.id = d.partner
                LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
                WHERE d.done_on IS NULL
                UNION ALL
                SELECT 'AGREEMENT', a.id, p.id, a.ends_on, 'SET', p.our_lead, 'CALENDAR', a.title, o.name
                FROM cooperation.partner_agreement a JOIN cooperation.partner p ON p.id = a.partner
                LEFT JOIN directory.people_organisation_name o ON o.id = p.organisation
                WHERE a.ends_on IS NOT NULL
                """, PartnerRequestListController::describeDueWork);
    }

    private static DueWork describeDueWork(DueWorkRow row, Words t) {
        String title = text(row.title());
        String key = "cooperation.partner/" + row.id();
        String url = PartnerPage.url(new PartnerId(row.subject()));
        return switch (row.kind()) {
            case "REQUEST", "REFUSAL", "ANSWER" ->
                new DueWork(
                        key,
                        t.say("partner.request.due." + row.kind(), title),
                        PartnerRequestPage.url(new PartnerRequestId(row.id())),
                        row.detail());
            case "AGREEMENT" -> new DueWork(key, t.say("partner.agreement.ends", title), url, row.detail());
            default -> new DueWork(key, title, url, row.detail());
        };
    }

    private static String text(@Nullable String title) {
        return title == null ? "" : title;
    }
}
