package org.convergence.resources.grant.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.convergence.platform.list.ListColumn;
import org.convergence.platform.list.ListFrame;
import org.convergence.platform.list.ListView;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.search.SearchSourceFactory;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.Field;
import org.convergence.platform.shell.Form;
import org.convergence.platform.shell.FormFields;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.AgreementPolicy;
import org.convergence.resources.grant.domain.AgreementQueries;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementFilter;
import org.convergence.resources.grant.domain.AgreementQueries.AgreementRow;
import org.convergence.resources.grant.web.AgreementPage.AgreementListItem;
import org.convergence.resources.grant.web.AgreementPage.AgreementListPage;
import org.convergence.resources.spending.Budgets.BudgetTotals;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;

/** The list of agreements, and its export. */
@Controller
@RequestMapping("/resources/grant/agreement")
@Requires(GrantPermissions.READ)
record AgreementListController(AgreementQueries queries, OrganisationSettings settings) {

    private static final Field<Boolean> ENDED = Field.checkbox("ended", "grant.agreement.tab.ended");

    private static final ListView<AgreementFilter, AgreementRow> VIEW = new ListView<>(
            AgreementPage.LIST,
            "resources/grant/agreements",
            "grant.agreement.count",
            FormFields.of(
                    ENDED.<AgreementFilter>from(AgreementFilter::withEnded).asTab()),
            answers -> new AgreementFilter(answers.get(ENDED)),
            List.of(
                    ListColumn.of("grant.agreement.field.number", AgreementRow::number),
                    ListColumn.of("grant.agreement.field.title", AgreementRow::title),
                    ListColumn.of("grant.agreement.field.funder", AgreementRow::funderName),
                    ListColumn.of("grant.agreement.field.currency", AgreementRow::currency),
                    ListColumn.of("grant.agreement.field.starts_on", AgreementRow::startsOn),
                    ListColumn.of("grant.agreement.field.ends_on", AgreementRow::endsOn)));

    @GetMapping
    ModelAndView list(Form form, Words t) {
        return VIEW.page(form, t, queries::findPage, (rows, frame) -> page(rows, frame, t));
    }

    private AgreementListPage page(List<AgreementRow> rows, ListFrame frame, Words t) {
        Map<String, BudgetTotals> totals = queries.findTotals(rows);
        boolean all = frame.form().filled(ENDED.name());
        List<AgreementListItem> items = new ArrayList<>();
        for (AgreementRow row : rows) {
            BudgetTotals total = totals.get(row.id().subject());
            if (total != null) {
                items.add(item(row, total, t));
            }
        }
        return new AgreementListPage(
                frame,
                List.of(
                        new Tab(t.say("grant.agreement.tab.current"), AgreementPage.LIST, !all),
                        new Tab(t.say("grant.agreement.tab.ended"), AgreementPage.LIST + "?ended=true", all)),
                items,
                CurrentActor.get().may(GrantPermissions.EDIT));
    }

    private AgreementListItem item(AgreementRow row, BudgetTotals total, Words t) {
        int gone = AgreementPolicy.timeGone(row.startsOn(), row.endsOn(), settings.today());
        String days = t.period(row.startsOn(), row.endsOn());
        return new AgreementListItem(
                AgreementPage.url(row.id()),
                row.title(),
                row.funderName().isEmpty() ? days : row.funderName() + " · " + days,
                AgreementFormatter.bar(total.budget(), total.committed(), total.spent()),
                AgreementFormatter.standing(total.budget(), total.spent(), gone, t),
                t.say("grant.agreement.left", t.money(total.left()), t.money(total.budget())));
    }

    @GetMapping("/export.{format}")
    void export(@PathVariable String format, Form form, Words t, HttpServletResponse response) throws IOException {
        VIEW.export(
                format,
                t.say("grant.agreement.menu"),
                settings.today(),
                form,
                t,
                (filter, as) -> queries.iterateAll(filter),
                response);
    }

    @Bean
    static MenuEntry agreementsMenuEntry() {
        return MenuEntry.of("grant.agreement.menu", AgreementPage.LIST).requiring(GrantPermissions.READ);
    }

    /** Agreements in the global search, by title, number or funder. */
    @Bean
    static SearchSource agreementSearch(SearchSourceFactory sources) {
        return sources.create("grant.agreement.menu", 67, GrantPermissions.READ, "resources.grant_agreement", """
                SELECT a.title, concat_ws(' · ', nullif(a.number, ''), o.name) AS detail, a.starts_on AS day,
                       '/resources/grant/agreement/' || a.id AS url
                FROM resources.grant_agreement a LEFT JOIN directory.people_organisation_name o ON o.id = a.funder
                WHERE platform.fold(concat_ws(' ', a.title, a.number, o.name)) LIKE '%' || platform.fold(:text) || '%'
                ORDER BY a.starts_on DESC, a.id DESC LIMIT :limit
                """);
    }

    /** Applications in the global search, by title or confirmation number. */
    @Bean
    static SearchSource applicationSearch(SearchSourceFactory sources) {
        return sources.create("grant.applications", 68, GrantPermissions.READ, "resources.grant_application", """
                SELECT a.title, c.title AS detail, a.submission_sent_on AS day,
                       '/resources/grant/applications/' || a.id AS url
                FROM resources.grant_application a JOIN resources.grant_call c ON c.id = a.call
                WHERE platform.fold(a.title || ' ' || coalesce(a.submission_confirmation, '')) LIKE '%' || platform.fold(:text) || '%'
                ORDER BY a.submission_sent_on DESC NULLS FIRST, a.id DESC LIMIT :limit
                """);
    }
}
