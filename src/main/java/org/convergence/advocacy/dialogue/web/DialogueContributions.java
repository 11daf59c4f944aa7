package org.convergence.advocacy.dialogue.web;

import java.util.Objects;
import java.util.Optional;
import org.convergence.advocacy.dialogue.DialoguePermissions;
import org.convergence.advocacy.dialogue.domain.AdvocacyActFacts.AdvocacyActId;
import org.convergence.advocacy.dialogue.domain.DecisionMakerService.DecisionMakerId;
import org.convergence.advocacy.dialogue.domain.DialogueQueries;
import org.convergence.advocacy.dialogue.web.DecisionMakerPage.DecisionMakerItem;
import org.convergence.directory.people.PageSection;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PartySection;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.theme.ThemeSection;
import org.convergence.directory.theme.ThemeSection.ThemeLine;
import org.convergence.platform.access.Requires;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.DueWorkSource;
import org.convergence.platform.shell.DueWorkSource.DueWork;
import org.convergence.platform.shell.DueWorkSource.DueWorkRow;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.PageParts;
import org.convergence.platform.shell.YearEndCheck;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** The dialogue with decision-makers in the menu, in the global search and on pages of people. */
@Configuration(proxyBeanMethods = false)
class DialogueContributions {

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

    /** « Plaidoyer » on the page of a person who is a decision-maker: her office, and the last act. */
    @Component
    @Order(27)
    @Requires(DialoguePermissions.READ)
    record DialogueSection(DialogueQueries queries, OrganisationSettings settings, PageParts parts)
            implements PartySection {

        @Override
        public Optional<PageSection> show(Party party, Words t) {
            if (!(party instanceof PersonId person)) {
                return Optional.empty();
            }
            return queries.findByPerson(person)
                    .map(row -> new PageSection(
                            t.say("dialogue.section"),
                            parts.render(
                                    "advocacy/dialogue/section", t, DecisionMakerItem.of(row, settings.today(), t))));
        }
    }

    /**
     * Meetings to prepare or to report on, letters to follow up, promises whose day comes, and registers for counsel: the
     * threshold reached (R-ADV-3), the days to disclose (R-ADV-4), a decision to review.
     */
    @Bean
    static DueWorkSource dialogueDueWork() {
        return DueWorkSource.of(
                DialoguePermissions.READ, DialoguePermissions.FOLLOW, """
                SELECT CASE WHEN a.state = 'PLANNED' THEN 'MEETING' ELSE 'REPLY' END AS kind, a.id, a.id AS subject,
                       CASE WHEN a.state = 'PLANNED' THEN a.happened_on ELSE a.reply_by END AS due_on, 'SET' AS day_kind,
                       (SELECT d.follower FROM advocacy.dialogue_act_decision_maker x
                        JOIN advocacy.dialogue_decision_maker d ON d.id = x.decision_maker
                        WHERE x.act = a.id AND d.follower IS NOT NULL ORDER BY d.id LIMIT 1) AS owner,
                       'OURS' AS place, a.subject AS title, NULL AS detail
                FROM advocacy.dialogue_act a WHERE a.state = 'PLANNED' OR a.state = 'DONE' AND a.reply = 'AWAITED'
                UNION ALL
                SELECT 'COMMITMENT', c.id, c.decision_maker, c.due_on, 'SET', d.follower, 'OURS', left(c.words, 150), NULL
                FROM advocacy.dialogue_commitment c JOIN advocacy.dialogue_decision_maker d ON d.id = c.decision_maker
                WHERE c.state = 'MADE' AND c.due_on IS NOT NULL
                UNION ALL
                SELECT 'THRESHOLD', r.id, r.id, min(a.happened_on), 'SINCE', NULL, 'OURS', r.register, NULL
                FROM advocacy.dialogue_lobby_rule r JOIN advocacy.dialogue_act a ON a.register = r.register AND a.counts
                WHERE a.happened_on >= r.from_on AND r.red_hours IS NOT NULL
                  AND NOT EXISTS (SELECT FROM advocacy.dialogue_lobby_rule o WHERE o.register = r.register
                                  AND o.from_on > r.from_on AND o.from_on <= a.happened_on)
                  AND NOT EXISTS (SELECT FROM advocacy.dialogue_lobby_opinion o
                                  WHERE o.register = r.register AND o.review_on >= a.happened_on)
                  AND (SELECT sum(b.staff_hours) FROM advocacy.dialogue_act b
                       WHERE b.counts AND b.register = a.register
                         AND b.happened_on BETWEEN a.happened_on - (r.window_days - 1) AND a.happened_on) >= r.red_hours
                GROUP BY r.id
                UNION ALL
                SELECT 'DISCLOSURE', r.id, r.id, min(a.happened_on) + r.days_to_disclose, 'SET', NULL, 'OURS', r.register, NULL
                FROM advocacy.dialogue_lobby_rule r JOIN advocacy.dialogue_act a ON a.register = r.register AND a.counts
                WHERE r.red_hours IS NULL AND r.days_to_disclose IS NOT NULL AND a.happened_on >= r.from_on
                  AND NOT EXISTS (SELECT FROM advocacy.dialogue_lobby_rule o WHERE o.register = r.register
                                  AND o.from_on > r.from_on AND o.from_on <= a.happened_on)
                  AND NOT EXISTS (SELECT FROM advocacy.dialogue_lobby_opinion o
                                  WHERE o.register = r.register AND o.review_on >= a.happened_on)
                GROUP BY r.id
                UNION ALL
                SELECT 'REVIEW', o.id, o.id, o.review_on, 'SET', NULL, 'OURS', o.register, NULL
                FROM advocacy.dialogue_lobby_opinion o
                WHERE NOT EXISTS (SELECT FROM advocacy.dialogue_lobby_opinion n
                                  WHERE n.register = o.register AND (n.given_on, n.id) > (o.given_on, o.id))
                """, DialogueContributions::describeDueWork);
    }

    private static DueWork describeDueWork(DueWorkRow row, Words t) {
        String title = Objects.requireNonNullElse(row.title(), "");
        String url =
                switch (row.kind()) {
                    case "MEETING", "REPLY" -> DecisionMakerPage.url(new AdvocacyActId(row.subject()));
                    case "COMMITMENT" -> DecisionMakerPage.url(new DecisionMakerId(row.subject()));
                    default -> DecisionMakerPage.LIST + "/lobby";
                };
        boolean lobby = url.endsWith("/lobby");
        return new DueWork(
                "advocacy.dialogue/" + row.id(),
                t.say("dialogue.due." + row.kind(), lobby ? t.say("dialogue.register." + title) : title),
                url,
                null);
    }
}
