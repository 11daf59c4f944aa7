package org.convergence.resources.grant.web;

import java.util.List;
import java.util.Objects;
import org.convergence.platform.database.Json;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.Tab;
import org.convergence.platform.shell.YearEndCheck;
import org.convergence.platform.text.Words;
import org.convergence.resources.grant.AgreementId;
import org.convergence.resources.grant.GrantPermissions;
import org.convergence.resources.grant.domain.AgreementGaps;
import org.convergence.resources.grant.domain.GrantCallFilter;
import org.convergence.resources.grant.domain.GrantCallQueries;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Grants in the menu and in the global search, and the tabs of their lists. */
@Configuration(proxyBeanMethods = false)
class GrantMenu {

    static final String CALLS = "/resources/grant/calls";
    static final String APPLICATIONS = "/resources/grant/applications";

    @Bean
    static MenuEntry grantMenuEntry() {
        return MenuEntry.of("grant.menu", CALLS).requiring(GrantPermissions.READ);
    }

    static List<Tab> tabs(String current, Words t) {
        return List.of(
                new Tab(t.say("grant.calls"), CALLS, current.equals(CALLS)),
                new Tab(t.say("grant.applications"), APPLICATIONS, current.equals(APPLICATIONS)));
    }

    /** Calls and programmes in the global search. */
    @Bean
    static SearchSource grantCallSearch(GrantCallQueries queries) {
        return new SearchSource(
                "grant.calls",
                65,
                GrantPermissions.READ,
                "resources.grant_call",
                GrantMenu.CALLS,
                (query, limit, t) -> queries.findFirst(GrantCallFilter.ofWords(query), limit).stream()
                        .map(row -> new SearchHit(
                                row.title(),
                                row.funder() + " · " + t.say(row.stage().key()),
                                GrantCallPage.url(row.id())))
                        .toList());
    }

    /** Agreements that end, with what lacks before they are closed. */
    @Bean
    static DueWorkSource agreementsToClose() {
        return DueWorkSource.of(
                        GrantPermissions.READ,
                        GrantPermissions.EDIT,
                        """
                SELECT 'CLOSING' AS kind, c.id, c.id AS subject, c.ends_on AS due_on, 'SET' AS day_kind, CAST(NULL AS uuid) AS owner,
                       'OURS' AS place, c.title,
                       jsonb_build_object('deliverables', c.deliverables, 'instalments', c.instalments, 'refunds', c.refunds,
                                          'openExpenses', c.open_expenses, 'unreported', c.unreported, 'unretained', c.unretained)::text AS detail
                FROM (%s) c
                """.formatted(AgreementGaps.RUNNING),
                        (row, t) -> {
                            List<String> lacks = AgreementFormatter.lacks(
                                    Json.parse(Objects.requireNonNull(row.detail()))
                                            .as(AgreementGaps.class),
                                    t);
                            return new DueWork(
                                    AgreementId.SUBJECT + row.id() + "/closing",
                                    t.say("grant.agreement.closing.due", Objects.requireNonNull(row.title())),
                                    AgreementPage.url(new AgreementId(row.id())) + "#closing",
                                    lacks.isEmpty() ? null : t.say("grant.agreement.closing.lacks", t.list(lacks)));
                        })
                .withDaysAhead(AgreementGaps.DAYS_AHEAD);
    }

    /** What agreements ask for by the end of the year, and is not handed in. */
    @Bean
    static YearEndCheck deliverablesToHandIn() {
        return new YearEndCheck(70, "grant.year-end", GrantPermissions.EDIT, AgreementPage.LIST, """
                SELECT d.id, d.due_on AS day, d.what || ' · ' || a.title AS title,
                       '/resources/grant/agreement/' || a.id AS url
                FROM resources.grant_agreement_due d JOIN resources.grant_agreement a ON a.id = d.agreement
                WHERE d.kind = 'DELIVERABLE' AND d.done_on IS NULL AND a.closed_on IS NULL AND d.due_on <= :to
                """);
    }
}
