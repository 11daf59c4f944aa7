package org.convergence.plan.time.domain;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.convergence.directory.people.PeopleDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.plan.time.TimePermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.convergence.platform.database.TransactionLock;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Adds, changes and deletes contracts: hours, period and source of a person's work. A person has two contracts at once
 * only if one is marked as concurrent.
 */
@Service
@Transactional
@Requires(TimePermissions.KEEP)
public class ContractService {

    private final ContractRepository contracts;
    private final PeopleDirectory people;
    private final JdbcClient db;

    ContractService(ContractRepository contracts, PeopleDirectory people, JdbcClient db) {
        this.contracts = contracts;
        this.people = people;
        this.db = db;
    }

    /** A contract with its version. */
    public record VersionedContract(UUID id, int version, ContractTerms facts) {}

    /**
     * Adds a contract.
     *
     * @throws Refused if another one of the same person covers some of its days
     */
    public UUID create(ContractTerms facts) {
        if (people.personNames(List.of(facts.person())).isEmpty()) {
            throw new NotFound("person");
        }
        requireAnotherEye(facts);
        requireAlone(null, facts);
        return contracts.save(Contract.of(facts)).id();
    }

    /** A contract, for its form. */
    @Transactional(readOnly = true)
    public VersionedContract findById(UUID id) {
        Contract it = load(id);
        return new VersionedContract(id, it.version(), it.facts());
    }

    /**
     * Corrects a contract. Existing sheets stay unchanged.
     *
     * @param version the version shown in the form
     */
    public void update(UUID id, int version, ContractTerms facts) {
        Contract before = load(id);
        OptimisticLock.requireSameVersion(Contract.TABLE, id, version, before.version());
        requireAnotherEye(facts);
        requireAlone(id, facts);
        OptimisticLock.save(contracts, before.withTerms(facts), Contract.TABLE, id, version);
    }

    /** Deletes a contract entered by mistake; one that ended is kept. */
    public void delete(UUID id) {
        contracts.delete(load(id));
    }

    private Contract load(UUID id) {
        return contracts.findById(id).orElseThrow(() -> new NotFound("contract"));
    }

    /** No person approves their own weeks (R-TIME-4). */
    private void requireAnotherEye(ContractTerms facts) {
        PersonId approver = facts.approver();
        if (facts.person().equals(approver)) {
            throw new Refused("time.refused.own-approver");
        }
        if (approver != null && people.personNames(List.of(approver)).isEmpty()) {
            throw new NotFound("person");
        }
    }

    /** Locks the person's contracts: of two concurrent requests, the second sees the contract of the first. */
    private void requireAlone(@Nullable UUID id, ContractTerms facts) {
        if (facts.beside()) {
            return;
        }
        TransactionLock.acquire(db, "plan.time_contract " + facts.person().value());
        db.sql("""
                        SELECT starts_on, ends_on, source FROM plan.time_contract
                        WHERE person = :person AND NOT beside AND id IS DISTINCT FROM CAST(:id AS uuid)
                          AND daterange(starts_on, ends_on, '[]') && daterange(:from, CAST(:to AS date), '[]')
                        ORDER BY starts_on LIMIT 1
                        """)
                .param("person", facts.person().value())
                .param("id", id)
                .param("from", facts.from())
                .param("to", facts.to())
                .query((row, n) -> overlap(
                        row.getString("source"),
                        row.getObject("starts_on", LocalDate.class),
                        row.getObject("ends_on", LocalDate.class)))
                .optional()
                .ifPresent(refused -> {
                    throw refused;
                });
    }

    private static Refused overlap(String source, LocalDate from, @Nullable LocalDate to) {
        return to == null
                ? new Refused("time.refused.overlap-open", source, from)
                : new Refused("time.refused.overlap", source, from, to);
    }
}
