package org.convergence.outreach.newsletter.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.NamedPeopleFinder;
import org.convergence.plan.realisation.FactsQuery;
import org.convergence.plan.realisation.RealisationFact;
import org.convergence.plan.realisation.RealisationFacts;
import org.convergence.plan.realisation.RealisationId;
import org.convergence.plan.realisation.RealisationKind;
import org.convergence.platform.database.RecordMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds what fills a new issue: what was done since the last one, and what is planned. Internal meetings and reports are
 * left out, and so is each title that names a person.
 */
@Component
class NewsletterDraftAssembler {

    private static final Set<RealisationKind> PUBLISHED =
            EnumSet.complementOf(EnumSet.of(RealisationKind.MEETING, RealisationKind.REPORT, RealisationKind.OTHER));
    private static final int MOST_DONE = 12;
    private static final int MOST_PLANNED = 4;
    private static final int DAYS_AHEAD = 60;

    private final RealisationFacts facts;
    private final NamedPeopleFinder names;
    private final JdbcClient db;

    NewsletterDraftAssembler(RealisationFacts facts, NamedPeopleFinder names, JdbcClient db) {
        this.facts = facts;
        this.names = names;
        this.db = db;
    }

    /** A realisation by its title and its day. */
    record DatedTitle(String title, LocalDate day) {}

    /** What was done between two days, the earliest first. */
    List<DatedTitle> findDone(LocalDate from, LocalDate to, Set<RealisationId> without) {
        List<RealisationFact> found = new ArrayList<>();
        facts.forEach(FactsQuery.forPeriod(from, to).withoutRealisations(without), fact -> {
            if (PUBLISHED.contains(fact.happening().kind())) {
                found.add(fact);
            }
        });
        return withoutNames(
                found.stream()
                        .map(fact -> new DatedTitle(
                                fact.happening().title(),
                                fact.happening().when().to()))
                        .toList(),
                MOST_DONE);
    }

    /** What is planned after a day. */
    List<DatedTitle> findPlanned(LocalDate today) {
        return withoutNames(
                db.sql("""
                                SELECT title, starts_on AS day FROM plan.realisation_summary
                                WHERE state = 'PLANNED' AND starts_on BETWEEN :today AND :until ORDER BY starts_on, id LIMIT 20
                                """)
                        .param("today", today)
                        .param("until", today.plusDays(DAYS_AHEAD))
                        .query(RecordMapper.of(DatedTitle.class))
                        .list(),
                MOST_PLANNED);
    }

    private List<DatedTitle> withoutNames(List<DatedTitle> titles, int most) {
        List<List<String>> named =
                names.findNames(titles.stream().map(DatedTitle::title).toList());
        List<DatedTitle> open = new ArrayList<>();
        for (int i = 0; i < titles.size() && open.size() < most; i++) {
            if (named.get(i).isEmpty()) {
                open.add(titles.get(i));
            }
        }
        return open;
    }
}
