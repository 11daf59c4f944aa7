package org.convergence.safety.mission.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.convergence.directory.handover.ColumnHolding;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.IdentityReferences;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferenceDeclarations;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.people.SingleColumnReference;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.text.Words;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * References from missions to people. Erasing a person deletes their sealed data, check-ins and links; the mission
 * stays, without the name. The watch over ongoing missions passes to the successor.
 */
@Configuration(proxyBeanMethods = false)
class MissionReferences {

    private static final String ONGOING = "state IN ('PREPARED', 'APPROVED')";

    private static final String TRAVELS =
            "EXISTS (SELECT FROM safety.mission_traveller t WHERE t.mission = r.%s AND t.person = :person)";

    @Bean
    static IdentityReference missionTravellers(JdbcClient db) {
        return new SingleColumnReference(ReferencingColumn.toPerson(
                db, "safety.mission_traveller", "person", List.of("mission"), ErasureRule.KEEP)) {
            @Override
            public Optional<ErasureWarning> erasureWarning(PersonId person) {
                boolean travels =
                        db.sql("""
                                SELECT EXISTS (SELECT FROM safety.mission m JOIN safety.mission_traveller t ON t.mission = m.id
                                               WHERE t.person = ? AND m.state IN ('PREPARED', 'APPROVED'))
                                """).param(person.value()).query(Boolean.class).single();
                return travels ? Optional.of(new ErasureWarning("mission.erasure", null)) : Optional.empty();
            }
        };
    }

    @Bean
    static IdentityReferences referencesFromMission(ReferenceDeclarations declare) {
        return declare.table(Mission.TABLE)
                .person("lead", ErasureRule.CLEAR)
                .person("president", ErasureRule.CLEAR)
                .person("approval_given_by", ErasureRule.KEEP)
                .about(TRAVELS.formatted("id"))
                .texts(Map.of("title", 200, "purpose", 2_000, "report", 10_000))
                .table("safety.mission_sealed")
                .person("person", ErasureRule.DELETE)
                .onePer("mission")
                .table("safety.mission_check_in")
                .person("person", ErasureRule.DELETE)
                .table("safety.mission_link")
                .person("person", ErasureRule.DELETE)
                .table("safety.mission_opening")
                .person("person", ErasureRule.KEEP)
                .about("r.person = :person")
                .texts(Map.of("reason", 300))
                .table("safety.mission_leg")
                .about(TRAVELS.formatted("mission"))
                .texts(Map.of("place", 200));
    }

    @Bean
    static Holding ledMissions(JdbcClient db) {
        return holding(db, "lead", "mission.holding.lead", 36);
    }

    @Bean
    static Holding presidedMissions(JdbcClient db) {
        return holding(db, "president", "mission.holding.president", 37);
    }

    /** The missions after the last day on which the person travels: who else goes is for the person in charge to settle. */
    @Order(38)
    record TravelHolding(JdbcClient db) implements Holding.RemainingHolding {

        @Override
        public String key() {
            return "mission.holding.traveller";
        }

        @Override
        public Set<String> columns() {
            return Set.of("safety.mission_traveller.person");
        }

        @Override
        public List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t) {
            return db.sql("""
                            SELECT m.id, m.title AS what, NULL AS detail, '/safety/mission/' || m.id AS url, m.starts_on AS due
                              FROM safety.mission m JOIN safety.mission_traveller v ON v.mission = m.id
                             WHERE v.person = :person AND m.ends_on > :day AND %s ORDER BY m.starts_on, m.id
                            """.formatted(ONGOING))
                    .param("person", person.value())
                    .param("day", lastDay)
                    .query(RecordMapper.of(HandoverItem.class))
                    .list();
        }
    }

    @Bean
    static Holding travelledMissions(JdbcClient db) {
        return new TravelHolding(db);
    }

    private static Holding holding(JdbcClient db, String column, String key, int order) {
        return new ColumnHolding(db, key, order, Mission.TABLE + "." + column, ONGOING, """
                SELECT id, title AS what, NULL AS detail, '/safety/mission/' || id AS url, ends_on AS due
                FROM safety.mission WHERE %s = ? AND %s ORDER BY starts_on, id
                """.formatted(column, ONGOING));
    }
}
