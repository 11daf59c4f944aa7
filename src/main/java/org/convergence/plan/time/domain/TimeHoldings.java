package org.convergence.plan.time.domain;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.handover.HandoverItem;
import org.convergence.directory.handover.Holding;
import org.convergence.directory.handover.TenureSource;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a departing person leaves in the team's hours: the contract ends on the last day; unsubmitted weeks remain with
 * their owner.
 */
@Configuration(proxyBeanMethods = false)
class TimeHoldings {

    private static final RecordMapper<TenureSource.TenurePeriod> TENURES =
            RecordMapper.of(TenureSource.TenurePeriod.class);

    @Order(50)
    private record ContractHolding(JdbcClient db) implements Holding.EndingHolding {

        @Override
        public String key() {
            return "time.holding.contract";
        }

        @Override
        public Set<String> columns() {
            return Set.of("plan.time_contract.person");
        }

        @Override
        public List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t) {
            return db.sql("""
                            SELECT id, source, starts_on, ends_on FROM plan.time_contract
                            WHERE person = :person AND starts_on <= :day AND (ends_on IS NULL OR ends_on > :day)
                            ORDER BY starts_on, id
                            """)
                    .param("person", person.value())
                    .param("day", lastDay)
                    .query((row, n) -> new HandoverItem(
                            row.getObject("id", UUID.class),
                            t.say("time.source", row.getString("source")),
                            t.period(
                                    row.getObject("starts_on", LocalDate.class),
                                    row.getObject("ends_on", LocalDate.class)),
                            "/plan/time/contracts/" + row.getObject("id", UUID.class),
                            row.getObject("ends_on", LocalDate.class)))
                    .list();
        }

        @Override
        public void end(PersonId person, Collection<UUID> which, LocalDate lastDay) {
            db.sql("UPDATE plan.time_contract SET ends_on = ?, version = version + 1 WHERE person = ? AND id = ANY (?)")
                    .params(lastDay, person.value(), which.toArray(UUID[]::new))
                    .update();
        }
    }

    @Order(36)
    private record ApprovalHolding(PeopleDirectory people, JdbcClient db) implements Holding.TransferableHolding {

        @Override
        public String key() {
            return "time.holding.approval";
        }

        @Override
        public Set<String> columns() {
            return Set.of("plan.time_contract.approver");
        }

        @Override
        public List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t) {
            List<ApprovedContract> contracts = db.sql("""
                            SELECT id, person, ends_on FROM plan.time_contract
                            WHERE approver = ? AND (ends_on IS NULL OR ends_on > ?) ORDER BY ends_on NULLS LAST, id
                            """)
                    .params(person.value(), lastDay)
                    .query((row, n) -> new ApprovedContract(
                            row.getObject("id", UUID.class),
                            new PersonId(row.getObject("person", UUID.class)),
                            row.getObject("ends_on", LocalDate.class)))
                    .list();
            Map<PersonId, PersonName> names = people.personNames(
                    contracts.stream().map(ApprovedContract::of).toList());
            return contracts.stream()
                    .map(each -> new HandoverItem(each.id(), name(names.get(each.of())), null, null, each.endsOn()))
                    .toList();
        }

        private record ApprovedContract(
                UUID id, PersonId of, @Nullable LocalDate endsOn) {}

        private static String name(@Nullable PersonName known) {
            return known == null ? "–" : known.name();
        }

        @Override
        public int pass(PersonId from, PersonId to, Collection<UUID> which) {
            boolean own = db.sql("SELECT EXISTS (SELECT FROM plan.time_contract WHERE person = ? AND id = ANY (?))")
                    .params(to.value(), which.toArray(UUID[]::new))
                    .query(Boolean.class)
                    .single();
            if (own) {
                throw new Refused("time.refused.own-approver");
            }
            return db.sql("""
                            UPDATE plan.time_contract SET approver = :to, version = version + 1
                            WHERE approver = :from AND id = ANY (:which)
                            """)
                    .param("to", to.value())
                    .param("from", from.value())
                    .param("which", which.toArray(UUID[]::new))
                    .update();
        }
    }

    @Order(60)
    private record OpenWeekHolding(JdbcClient db) implements Holding.RemainingHolding {

        @Override
        public String key() {
            return "time.holding.sheet";
        }

        @Override
        public Set<String> columns() {
            return Set.of("plan.time_sheet.person");
        }

        @Override
        public List<HandoverItem> findItems(PersonId person, LocalDate lastDay, Words t) {
            return db.sql("""
                            SELECT id, monday, state FROM plan.time_sheet
                            WHERE person = ? AND state IN ('DRAFT', 'RETURNED') ORDER BY monday
                            """)
                    .param(person.value())
                    .query((row, n) -> {
                        Week week = Week.of(row.getObject("monday", LocalDate.class));
                        return new HandoverItem(
                                row.getObject("id", UUID.class),
                                t.say("time.week.of", t.period(week.monday(), week.sunday())),
                                t.say("time.state", row.getString("state")),
                                null,
                                null);
                    })
                    .list();
        }
    }

    @Bean
    static Holding contractHolding(JdbcClient db) {
        return new ContractHolding(db);
    }

    @Bean
    static Holding approvedWeeksHolding(PeopleDirectory people, JdbcClient db) {
        return new ApprovalHolding(people, db);
    }

    @Bean
    static Holding weeksToHandIn(JdbcClient db) {
        return new OpenWeekHolding(db);
    }

    @Bean
    static TenureSource contractsAsStays(JdbcClient db) {
        return new TenureSource() {
            @Override
            public List<TenurePeriod> findPeriods(PersonId person) {
                return db.sql(
                                "SELECT person, starts_on AS \"from\", ends_on AS \"to\" FROM plan.time_contract WHERE person = ?")
                        .param(person.value())
                        .query(TENURES)
                        .list();
            }

            /** A person with a later contract does not leave. */
            @Override
            public List<TenurePeriod> findEnding(LocalDate from, LocalDate to) {
                return db.sql("""
                                SELECT c.person, c.starts_on AS "from", c.ends_on AS "to" FROM plan.time_contract c
                                WHERE c.ends_on BETWEEN ? AND ? AND NOT EXISTS (
                                    SELECT FROM plan.time_contract l
                                    WHERE l.person = c.person AND (l.ends_on IS NULL OR l.ends_on > c.ends_on))
                                ORDER BY c.ends_on, c.id LIMIT 20
                                """).params(from, to).query(TENURES).list();
            }
        };
    }
}
