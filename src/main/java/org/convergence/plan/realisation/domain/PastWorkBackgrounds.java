package org.convergence.plan.realisation.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.handover.HandoverBackgroundSource;
import org.convergence.plan.realisation.RealisationPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The earlier realisations of a departing person's actions, and their organisations, for the successor. */
@Configuration(proxyBeanMethods = false)
class PastWorkBackgrounds {

    private static final int MOST = 200;

    @Requires(RealisationPermissions.READ)
    private record PastWorkBackground(int order, PastWorkFinder finder) implements HandoverBackgroundSource {

        @Override
        public Optional<BackgroundChapter> findChapter(Collection<UUID> held, Words t) {
            List<BackgroundEntry> entries = finder.find(held.toArray(UUID[]::new), t);
            return entries.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new BackgroundChapter(
                            t.say(order == 20 ? "realisation.before" : "realisation.before.with"), entries));
        }
    }

    private interface PastWorkFinder {
        List<HandoverBackgroundSource.BackgroundEntry> find(UUID[] actions, Words t);
    }

    /** The last two realisations of each action, the latest first. */
    @Bean
    static HandoverBackgroundSource whatWasDoneBefore(JdbcClient db) {
        return new PastWorkBackground(
                20,
                (actions, t) -> db.sql("""
                        SELECT DISTINCT r.id, r.title, r.ends_on FROM unnest(:actions) AS a (id)
                        CROSS JOIN LATERAL (
                            SELECT r.id, r.title, r.ends_on FROM plan.realisation_served s
                            JOIN plan.realisation r ON r.id = s.realisation
                            WHERE s.action = a.id AND r.state = 'DONE' ORDER BY r.ends_on DESC, r.id DESC LIMIT 2) r
                        ORDER BY r.ends_on DESC, r.id DESC LIMIT :most
                        """)
                        .param("actions", actions)
                        .param("most", MOST)
                        .query((row, n) -> new HandoverBackgroundSource.BackgroundEntry(
                                row.getString("title"),
                                "/plan/realisation/" + row.getObject("id", UUID.class),
                                t.date(row.getObject("ends_on", LocalDate.class)),
                                null))
                        .list());
    }

    /** The names of organisations that took part lately. */
    @Bean
    static HandoverBackgroundSource partnerBackground(JdbcClient db) {
        return new PastWorkBackground(
                30,
                (actions, t) -> db.sql("""
                        SELECT o.id, o.name, max(r.ends_on) AS last FROM plan.realisation_served s
                        JOIN plan.realisation r ON r.id = s.realisation AND r.state = 'DONE'
                        JOIN plan.realisation_organisation w ON w.realisation = r.id
                        JOIN directory.people_organisation_name o ON o.id = w.organisation
                        WHERE s.action = ANY (:actions)
                        GROUP BY o.id, o.name ORDER BY last DESC, o.name COLLATE "fr-CA-x-icu", o.id LIMIT 30
                        """)
                        .param("actions", actions)
                        .query((row, n) -> new HandoverBackgroundSource.BackgroundEntry(
                                row.getString("name"),
                                "/directory/people/organisations/" + row.getObject("id", UUID.class),
                                t.date(row.getObject("last", LocalDate.class)),
                                null))
                        .list());
    }
}
