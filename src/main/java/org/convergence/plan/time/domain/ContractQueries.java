package org.convergence.plan.time.domain;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.PersonName;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Requires;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lists contracts: all with the permission to edit them, else one's own. */
@Service
@Transactional(readOnly = true)
public class ContractQueries {

    /** More than an organisation of this kind has in fifty years. */
    private static final int MOST = 2_000;

    private final JdbcClient db;
    private final PeopleDirectory people;

    ContractQueries(JdbcClient db, PeopleDirectory people) {
        this.db = db;
        this.people = people;
    }

    /** A contract with its person. */
    public record ListedContract(UUID id, String person, ContractTerms facts) {}

    /** All contracts with names, open-ended ones first, then the latest to end. */
    @Requires(TimePermissions.KEEP)
    public List<ListedContract> findAll() {
        List<ContractService.VersionedContract> contracts = findAllWithoutNames();
        Map<PersonId, PersonName> names = people.personNames(
                contracts.stream().map(each -> each.facts().person()).distinct().toList());
        return contracts.stream()
                .map(each -> {
                    PersonName name = names.get(each.facts().person());
                    return new ListedContract(each.id(), name == null ? "–" : name.name(), each.facts());
                })
                .toList();
    }

    /** The same in the same order, for actors who may edit contracts but not see names. */
    @Requires(TimePermissions.KEEP)
    public List<ContractService.VersionedContract> findAllWithoutNames() {
        return db.sql(
                        "SELECT * FROM plan.time_contract ORDER BY ends_on DESC NULLS FIRST, starts_on DESC, id LIMIT :most")
                .param("most", MOST)
                .query((row, n) -> new ContractService.VersionedContract(
                        row.getObject("id", UUID.class), row.getInt("version"), WorkDayQueries.contract(row)))
                .list();
    }

    /** The approvers of current contracts, as suggestions. */
    @Requires(TimePermissions.KEEP)
    public List<PersonId> findApprovers() {
        return db.sql("SELECT DISTINCT approver FROM plan.time_contract WHERE approver IS NOT NULL LIMIT 6")
                .query((row, n) -> new PersonId(row.getObject(1, UUID.class)))
                .list();
    }

    /**
     * The contracts in force in a period, without names: all with the permission to edit them, else those of the
     * current actor.
     */
    @Requires(TimePermissions.OWN)
    public Map<UUID, ContractTerms> findRunning(LocalDate from, LocalDate to) {
        Map<UUID, ContractTerms> contracts = new LinkedHashMap<>();
        db.sql("""
                        SELECT * FROM plan.time_contract
                        WHERE starts_on <= :to AND (ends_on IS NULL OR ends_on >= :from)
                          AND (:all OR person = CAST(:me AS uuid))
                        ORDER BY ends_on NULLS LAST, id LIMIT :most
                        """)
                .param("from", from)
                .param("to", to)
                .param("all", CurrentActor.get().may(TimePermissions.KEEP))
                .param("me", CurrentActor.get().personId())
                .param("most", MOST)
                .query((row, n) -> contracts.put(row.getObject("id", UUID.class), WorkDayQueries.contract(row)))
                .list();
        return contracts;
    }

    /** The contracts of the current actor, the latest first; empty if the account is not linked to a person. */
    @Requires(TimePermissions.OWN)
    public List<ContractTerms> findOwn() {
        UUID me = CurrentActor.get().personId();
        return me == null
                ? List.of()
                : db.sql("SELECT * FROM plan.time_contract WHERE person = ? ORDER BY starts_on DESC")
                        .param(me)
                        .query((row, n) -> WorkDayQueries.contract(row))
                        .list();
    }
}
