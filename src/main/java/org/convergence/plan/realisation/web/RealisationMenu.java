package org.convergence.plan.realisation.web;

import org.convergence.plan.actionplan.LineShortcut;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.plan.realisation.domain.RealisationFilter;
import org.convergence.plan.realisation.domain.RealisationListQueries;
import org.convergence.plan.realisation.domain.RealisationListQueries.RealisationRow;
import org.convergence.platform.search.SearchHit;
import org.convergence.platform.search.SearchSource;
import org.convergence.platform.shell.AddButtonEntry;
import org.convergence.platform.shell.MenuEntry;
import org.convergence.platform.shell.YearEndCheck;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Realisations in the menu, beside lines of the plan, and in the global search. */
@Configuration(proxyBeanMethods = false)
class RealisationMenu {

    @Bean
    static MenuEntry realisationsMenuEntry() {
        return MenuEntry.of("realisation.list", RealisationPage.LIST).requiring(RealisationPermissions.READ);
    }

    /** « C’est fait », for a line of the plan wherever it is listed. */
    @Bean
    static LineShortcut realisationOfALine() {
        return new LineShortcut(
                "realisation.new",
                RealisationPermissions.RECORD,
                action -> RealisationPage.LIST + "/new?action=" + action.value());
    }

    @Bean
    static AddButtonEntry realisationAddEntry() {
        return AddButtonEntry.of(10, "realisation.add", RealisationPage.LIST + "/new", RealisationPermissions.RECORD);
    }

    /** Realisations in the global search. */
    @Bean
    static SearchSource realisationSearch(RealisationListQueries realisationListQueries) {
        return new SearchSource(
                "realisation.list",
                30,
                RealisationPermissions.READ,
                "plan.realisation",
                RealisationPage.LIST,
                (query, limit, t) ->
                        realisationListQueries.findLatest(RealisationFilter.matching(query), limit).stream()
                                .map(line -> new SearchHit(
                                        line.title(), detail(line, t), RealisationPage.url(line.id(), "")))
                                .toList());
    }

    private static String detail(RealisationRow line, Words t) {
        String day = t.date(line.when().to());
        return line.organisations().isEmpty() ? day : day + " · " + String.join(", ", line.organisations());
    }

    /** Realisations without the figure that the target of their line counts, for those who may correct them all. */
    @Bean
    static YearEndCheck realisationsWithoutFigures() {
        return new YearEndCheck(20, "realisation.year-end", RealisationPermissions.EDIT, RealisationPage.LIST, """
                SELECT r.id, r.ends_on AS day, r.title, '/plan/realisation/' || r.id || '/edit' AS url
                FROM plan.realisation r
                WHERE r.state = 'DONE' AND r.ends_on BETWEEN :from AND :to AND EXISTS (
                    SELECT FROM plan.realisation_served s JOIN plan.actionplan_line l ON l.id = s.action
                    WHERE s.realisation = r.id AND l.plan = :plan AND (
                        l.target_measure = 'PARTICIPATIONS' AND r.participations IS NULL
                        OR l.target_measure = 'COPIES' AND r.copies IS NULL
                        OR l.target_measure = 'HOURS'
                            AND num_nonnulls(r.counted_staff_hours, r.counted_volunteer_hours) = 0))
                """);
    }
}
