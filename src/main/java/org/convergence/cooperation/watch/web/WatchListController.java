package org.convergence.cooperation.watch.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.convergence.cooperation.watch.WatchPermissions;
import org.convergence.cooperation.watch.domain.WatchItem;
import org.convergence.cooperation.watch.domain.WatchItem.WatchItemId;
import org.convergence.cooperation.watch.domain.WatchItem.WatchLead;
import org.convergence.cooperation.watch.domain.WatchItem.WatchReliability;
import org.convergence.cooperation.watch.domain.WatchQueries;
import org.convergence.cooperation.watch.domain.WatchQueries.FeedProposal;
import org.convergence.cooperation.watch.domain.WatchQueries.WatchFilter;
import org.convergence.cooperation.watch.web.WatchPage.ProposalPart;
import org.convergence.cooperation.watch.web.WatchPage.WatchListItem;
import org.convergence.cooperation.watch.web.WatchPage.WatchListPage;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.geography.Country;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
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

/** The list of items, with what feeds propose. */
@Controller
@RequestMapping("/cooperation/watch")
@Requires(WatchPermissions.READ)
record WatchListController(WatchQueries queries) {

    private static final Field<String> WORDS =
            Field.text("q", "watch.filter.q", 200).optional();
    private static final Field<Country> COUNTRY = WatchForm.COUNTRY
            .optional()
            .formattedBy((value, t) ->
                    Country.findByCode(value).map(country -> country.name(t)).orElse(value));
    private static final Field<WatchReliability> RELIABILITY = WatchForm.RELIABILITY.optional();
    private static final Field<Boolean> EXPIRED = Field.checkbox("expired", "watch.tab.expired");

    private static final ListView<WatchFilter, WatchItem> VIEW = new ListView<>(
            WatchPage.LIST,
            "watch.tally",
            FormFields.of(
                    WORDS.from(WatchFilter::words),
                    COUNTRY.from(WatchFilter::country),
                    RELIABILITY.from(WatchFilter::reliability),
                    EXPIRED.<WatchFilter>from(WatchFilter::expired).asTab()),
            answers -> {
                Country country = answers.find(COUNTRY);
                return new WatchFilter(
                        answers.textOrEmpty(WORDS),
                        country == null ? null : country.code(),
                        answers.find(RELIABILITY),
                        answers.get(EXPIRED));
            },
            List.of());

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private WatchListPage page(List<WatchItem> rows, ListFrame frame, Words t) {
        boolean expired = frame.form().filled(EXPIRED.name());
        boolean edits = CurrentActor.get().may(WatchPermissions.EDIT);
        return new WatchListPage(
                frame,
                List.of(
                        new Tab(t.say("watch.tab.current"), WatchPage.LIST, !expired),
                        new Tab(t.say("watch.tab.expired"), WatchPage.LIST + "?expired=true", expired)),
                WatchForm.countries(t),
                edits && !expired
                        ? queries.findProposals().stream()
                                .map(row -> proposal(row, t))
                                .toList()
                        : List.of(),
                rows.stream().map(row -> item(row, t)).toList(),
                edits);
    }

    private static ProposalPart proposal(FeedProposal row, Words t) {
        return new ProposalPart(
                WatchPage.LIST + "/proposals/" + row.id().value(),
                new Country(row.country()).name(t),
                row.title(),
                row.publishedOn() == null
                        ? t.say("watch.proposal.undated", row.feed(), row.proposedOn())
                        : t.say("watch.proposal.dated", row.feed(), row.publishedOn()),
                row.url());
    }

    static WatchListItem item(WatchItem row, Words t) {
        return new WatchListItem(
                WatchPage.url(row.id()),
                row.title(),
                detail(row, t),
                row.reliability().tone(),
                t.say(row.reliability().key()));
    }

    static String detail(WatchItem row, Words t) {
        List<String> detail = new ArrayList<>();
        detail.add(new Country(row.country()).name(t));
        detail.add(t.date(row.keptOn()));
        detail.add(t.say(row.isNote() ? "watch.note" : row.audience().key()));
        if (row.isNote()) {
            detail.add(t.say(row.audience().key()));
        } else if (!row.source().isEmpty()) {
            detail.add(row.source());
        }
        return String.join(" · ", detail);
    }

    @Bean
    static MenuEntry watchMenuEntry() {
        return MenuEntry.of("watch.menu", WatchPage.LIST).requiring(WatchPermissions.READ);
    }

    @Bean
    static AddButtonEntry watchEntry() {
        return AddButtonEntry.of(100, "watch.add", WatchPage.LIST + "/new", WatchPermissions.EDIT)
                .firstUnder(WatchPage.LIST);
    }

    /** Items in the global search. */
    @Bean
    static SearchSource watchSearch(WatchQueries queries) {
        return new SearchSource(
                "watch.menu",
                56,
                WatchPermissions.READ,
                "cooperation.watch_item",
                WatchPage.LIST,
                (query, limit, t) -> queries.findFirst(new WatchFilter(query, null, null, null), limit).stream()
                        .map(row -> new SearchHit(row.title(), detail(row, t), WatchPage.url(row.id())))
                        .toList());
    }

    /** What the watch kept, in dossiers of the team, until it expires. */
    @Bean
    static ThemeSection watchItemsOfTheme() {
        return new ThemeSection(
                90,
                WatchPermissions.EDIT,
                "watch.menu",
                WatchPage.LIST,
                """
                        SELECT id, title, NULL::text AS kind, country AS detail, kept_on AS day FROM cooperation.watch_item
                        WHERE search_form LIKE ANY (:patterns) AND expires_on >= :today
                        """,
                (row, t) -> new ThemeLine(
                        WatchPage.url(new WatchItemId(row.id())),
                        row.title(),
                        row.detail() == null ? "" : new Country(row.detail()).name(t)));
    }

    /** What items lead to, until the record is there. The words of a partner's note are not told. */
    @Bean
    static DueWorkSource watchDueWork() {
        return DueWorkSource.of(
                WatchPermissions.EDIT,
                """
                SELECT i.lead AS kind, i.id, i.id AS subject, i.lead_by AS due_on, 'SET' AS day_kind, NULL::uuid AS owner, 'OURS' AS place,
                       CASE WHEN NOT i.is_note THEN i.title END AS title, NULL AS detail
                FROM cooperation.watch_item i WHERE i.lead_by IS NOT NULL AND i.lead_url IS NULL
                """,
                (row, t) -> new DueWork(
                        "cooperation.watch/" + row.id(),
                        t.say(
                                "watch.due",
                                t.say(WatchLead.valueOf(row.kind()).key()),
                                Objects.requireNonNullElse(row.title(), t.say("watch.note"))),
                        WatchPage.url(new WatchItemId(row.subject())),
                        null));
    }

    /** Items as texts: the words of a partner's note stay here, unless she said yes to them. */
    @Bean
    static TextSource watchTexts() {
        return TextSource.of("cooperation.watch", WatchPermissions.EDIT, """
                SELECT CASE WHEN open.is THEN w.title ELSE '' END AS title, CASE WHEN open.is THEN w.context ELSE '' END AS body,
                       w.url, NULL::date AS until, w.country, NULL::uuid AS line, '/cooperation/watch/' || w.id AS page
                FROM cooperation.watch_item w
                CROSS JOIN LATERAL (SELECT NOT w.is_note OR w.yes_wording IS NOT DISTINCT FROM w.wording AS is) open
                WHERE w.id = :id
                """);
    }
}
