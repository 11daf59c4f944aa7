package org.convergence.advocacy.dialogue.web;

import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.DialogueQueries;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.YearEndCheck;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The dialogue with decision-makers in the menu and in the global search. */
@Configuration(proxyBeanMethods = false)
class DialogueMenu {

    @Bean
    static MenuEntry dialogueMenuEntry() {
        return MenuEntry.of("dialogue.menu", DecisionMakerPage.LIST).requiring(DialoguePermissions.READ);
    }

    @Bean
    static AddButtonEntry advocacyActAddEntry() {
        return AddButtonEntry.of(
                        100, "dialogue.act.add", DecisionMakerPage.LIST + "/acts/new", DialoguePermissions.FOLLOW)
                .firstUnder(DecisionMakerPage.LIST);
    }

    /** Decision-makers in the global search, by name, title or body. */
    @Bean
    static SearchSource decisionMakerSearch(DialogueQueries queries, OrganisationSettings settings) {
        return new SearchSource(
                "dialogue.tab.people",
                58,
                DialoguePermissions.READ,
                "advocacy.dialogue_decision_maker",
                DecisionMakerPage.LIST,
                (query, limit, t) -> queries.findFirst(query, limit).stream()
                        .map(row -> new SearchHit(
                                row.name(),
                                DialogueFormatter.standing(row, settings.today(), t),
                                DecisionMakerPage.url(row.id())))
                        .toList());
    }

    /** What we ask of decision-makers, in dossiers. */
    @Bean
    static ThemeSection asksOfTheme() {
        return new ThemeSection(
                15,
                DialoguePermissions.READ,
                "dialogue.asks",
                DecisionMakerPage.LIST + "/asks",
                """
                        SELECT id, words AS title, state AS kind, NULL::text AS detail, opened_on AS day
                        FROM advocacy.dialogue_ask WHERE search_form LIKE ANY (:patterns)
                        """,
                (row, t) -> new ThemeLine(
                        DecisionMakerPage.LIST + "/asks", row.title(), row.kindIn("dialogue.ask.state.", t)));
    }

    /** Promises of decision-makers, and answers that we wait for, whose day has passed by the end of the year. */
    @Bean
    static YearEndCheck promisesWithoutOutcome() {
        return new YearEndCheck(60, "dialogue.year-end", DialoguePermissions.FOLLOW, DecisionMakerPage.LIST, """
                SELECT c.id, coalesce(c.due_on, c.made_on) AS day, left(c.words, 150) AS title,
                       '/advocacy/dialogue/' || c.decision_maker AS url
                FROM advocacy.dialogue_commitment c WHERE c.state = 'MADE' AND coalesce(c.due_on, c.made_on) <= :to
                UNION ALL
                SELECT a.id, a.reply_by, a.subject, '/advocacy/dialogue/acts/' || a.id
                FROM advocacy.dialogue_act a WHERE a.state = 'DONE' AND a.reply = 'AWAITED' AND a.reply_by <= :to
                """);
    }
}
