package org.convergence.advocacy.urgentaction.web;

import java.util.List;
import java.util.Objects;
import org.convergence.advocacy.urgentaction.UrgentActionPermissions;
import org.convergence.advocacy.urgentaction.domain.UrgentAction;
import org.convergence.advocacy.urgentaction.domain.UrgentAction.UrgentActionId;
import org.convergence.advocacy.urgentaction.domain.UrgentActionQueries;
import org.convergence.advocacy.urgentaction.domain.UrgentActionQueries.UrgentActionFilter;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.ActionItem;
import org.convergence.advocacy.urgentaction.web.UrgentActionPage.UrgentActionListPage;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
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
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.TextSource;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of urgent actions: those being written or out, and those that are over. */
@Controller
@RequestMapping("/advocacy/urgentaction")
@Requires(UrgentActionPermissions.READ)
record UrgentActionListController(UrgentActionQueries queries, OrganisationSettings settings) {

    private static final Field<String> WORDS =
            Field.text("q", "urgentaction.filter.q", 200).optional();
    private static final Field<Boolean> OVER = Field.checkbox("over", "urgentaction.tab.over");

    private static final ListView<UrgentActionFilter, UrgentAction> VIEW = new ListView<>(
            UrgentActionPage.LIST,
            "urgentaction.tally",
            FormFields.of(
                    WORDS.from(UrgentActionFilter::words),
                    OVER.<UrgentActionFilter>from(UrgentActionFilter::over).asTab()),
            answers -> new UrgentActionFilter(answers.textOrEmpty(WORDS), answers.get(OVER)),
            List.of());

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private UrgentActionListPage page(List<UrgentAction> rows, ListFrame frame, Words t) {
        boolean over = frame.form().filled(OVER.name());
        return new UrgentActionListPage(
                frame,
                List.of(
                        new Tab(t.say("urgentaction.tab.open"), UrgentActionPage.LIST, !over),
                        new Tab(t.say("urgentaction.tab.over"), UrgentActionPage.LIST + "?over=true", over)),
                rows.stream().map(row -> item(row, t)).toList(),
                CurrentActor.get().may(UrgentActionPermissions.EDIT));
    }

    private ActionItem item(UrgentAction row, Words t) {
        return new ActionItem(
                UrgentActionPage.url(row.id()),
                row.title(),
                row.partnerName() + " · " + UrgentActionPageAssembler.lead(row, t),
                row.shownTone(settings.today()),
                t.say(row.stateKey(settings.today())));
    }

    @Bean
    static MenuEntry urgentActionMenuEntry() {
        return MenuEntry.of("urgentaction.menu", UrgentActionPage.LIST).requiring(UrgentActionPermissions.READ);
    }

    @Bean
    static AddButtonEntry urgentActionEntry() {
        return AddButtonEntry.of(100, "urgentaction.add", UrgentActionPage.LIST + "/new", UrgentActionPermissions.EDIT)
                .firstUnder(UrgentActionPage.LIST);
    }

    /** Urgent actions in the global search. */
    @Bean
    static SearchSource urgentActionSearch(UrgentActionQueries queries) {
        return new SearchSource(
                "urgentaction.menu",
                58,
                UrgentActionPermissions.READ,
                "advocacy.urgentaction",
                UrgentActionPage.LIST,
                (query, limit, t) -> queries.findFirst(new UrgentActionFilter(query, null), limit).stream()
                        .map(row -> new SearchHit(
                                row.title(), UrgentActionPageAssembler.lead(row, t), UrgentActionPage.url(row.id())))
                        .toList());
    }

    /** Urgent actions in dossiers. */
    @Bean
    static ThemeSection urgentActionsOfTheme() {
        return new ThemeSection(
                20,
                UrgentActionPermissions.READ,
                "urgentaction.menu",
                UrgentActionPage.LIST,
                """
                        SELECT id, title, state AS kind, NULL::text AS detail, received_on AS day
                        FROM advocacy.urgentaction WHERE search_form LIKE ANY (:patterns)
                        """,
                (row, t) -> new ThemeLine(
                        UrgentActionPage.url(new UrgentActionId(row.id())),
                        row.title(),
                        row.kindIn("urgentaction.state.", t)));
    }

    /**
     * Urgent actions as texts: their page alone is passed on, since it is withdrawn if someone is in danger, and print is
     * not.
     */
    @Bean
    static TextSource urgentActionTexts() {
        return new TextSource(
                "advocacy.urgentaction",
                UrgentActionPermissions.READ,
                """
                SELECT a.year || '-' || a.number AS title, '' AS body,
                       '/public/urgent-action/' || a.year || '-' || a.number AS url, a.expires_on AS until, a.country, a.line,
                       '/advocacy/urgentaction/' || a.id AS page
                FROM advocacy.urgentaction a WHERE a.id = :id AND a.state = 'OUT' AND a.expires_on >= :today
                """,
                "urgentaction.text",
                "/advocacy/urgentaction/",
                null);
    }

    /**
     * Alerts that wait to leave, actions whose last day is near, outcomes and accounts that are owed, and signatures that
     * wait: of an unknown organisation at once, of another after five days, since no letter may have reached it.
     */
    @Bean
    static DueWorkSource urgentActionDueWork() {
        return DueWorkSource.of(
                        UrgentActionPermissions.READ,
                        UrgentActionPermissions.EDIT,
                        """
                SELECT CASE WHEN a.state = 'DRAFT' THEN 'ALERT' WHEN a.state = 'OUT' THEN 'OUTCOME' ELSE 'ACCOUNT' END AS kind,
                       a.id, a.id AS subject,
                       CASE WHEN a.state = 'DRAFT' THEN a.received_on WHEN a.state = 'OUT' THEN a.expires_on + 1
                            ELSE a.closed_on + 7 END AS due_on, CASE WHEN a.state = 'DRAFT' THEN 'SINCE' ELSE 'PROPOSED' END AS day_kind,
                       a.responsible AS owner, 'OURS' AS place, a.year || '-' || a.number AS title, NULL AS detail
                FROM advocacy.urgentaction a
                WHERE a.state IN ('DRAFT', 'OUT')
                   OR a.state = 'CLOSED' AND a.sent_at IS NOT NULL AND a.reported_at IS NULL
                UNION ALL
                SELECT 'SIGNATURES', a.id, a.id,
                       CAST(min(s.signed_at + CASE WHEN s.organisation IS NULL THEN interval '0' ELSE interval '5 days' END)
                            AT TIME ZONE (SELECT zone FROM platform.settings_zone) AS date), 'PROPOSED',
                       a.responsible, 'OURS', a.year || '-' || a.number, NULL
                FROM advocacy.urgentaction a JOIN advocacy.urgentaction_sign_on s ON s.action = a.id AND s.state = 'PENDING'
                WHERE a.state = 'OUT' GROUP BY a.id
                """,
                        (row, t) -> new DueWork(
                                "advocacy.urgentaction/" + row.kind() + "/" + row.id(),
                                t.say("urgentaction.due." + row.kind(), Objects.requireNonNull(row.title())),
                                UrgentActionPage.url(new UrgentActionId(row.subject())),
                                null))
                .withDaysAhead(3);
    }
}
