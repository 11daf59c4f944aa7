package org.convergence.directory.people.domain.requests;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.AllIdentityReferences;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.IdentityReference.ErasureWarning;
import org.convergence.directory.people.NamesOfOthers;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.DeletedPeopleHistory;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.RecordMapper;
import org.convergence.platform.database.Refused;
import org.convergence.platform.idempotency.IdempotencyService;
import org.convergence.platform.imports.ImportedRowErasure;
import org.convergence.platform.mail.Outbox;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Replaces a person's names everywhere, by nothing or by a code name; also those of a person without a record. */
@Component
record NameReplacement(
        AllIdentityReferences references,
        DeletedPeopleHistory struckOut,
        NamesOfOthers others,
        JdbcClient db,
        Outbox outbox,
        ImportedRowErasure rows,
        IdempotencyService requests,
        AuditTrail audit) {

    static final String TABLE = "directory.people_person";

    /**
     * A person whose names are to be replaced.
     *
     * @param ids the record, its merged ones, and deleted records of the person
     * @param names names and addresses
     */
    record RenamedPerson(List<UUID> ids, List<String> names) {}

    /** Locks the record at the version on which it was read; keys are checked at the end. */
    void lock(PersonId person, int version) {
        record StoredPerson(int version, boolean forgotten) {}
        StoredPerson found = db.sql("""
                        SELECT version, forgotten_at IS NOT NULL AS forgotten FROM directory.people_person WHERE id = ? FOR UPDATE
                        """)
                .param(person.value())
                .query(RecordMapper.of(StoredPerson.class))
                .optional()
                .orElseThrow(() -> new NotFound("person"));
        if (found.forgotten()) {
            throw new Refused("people.forgotten.stays");
        }
        if (found.version() != version) {
            throw new EditConflict(TABLE, person.value(), version);
        }
        db.sql("SET CONSTRAINTS ALL DEFERRED").update();
    }

    List<ErasureWarning> findWarnings(PersonId person) {
        return references.stream()
                .flatMap(each -> each.erasureWarning(person).stream())
                .toList();
    }

    /** Replaces the names outside of the person's own row. */
    RenamedPerson renameEverywhere(PersonId person, String standIn) {
        List<UUID> hers = new ArrayList<>(db.sql("SELECT id FROM directory.people_alias WHERE person = ? ORDER BY id")
                .param(person.value())
                .query(UUID.class)
                .list());
        hers.add(person.value());
        List<String> names = db.sql("""
                        SELECT DISTINCT name FROM unnest(CAST(:hers AS uuid[])) AS who, directory.people_names(who, false) AS name
                        """)
                .param("hers", hers.toArray(UUID[]::new))
                .query(String.class)
                .list();
        hers.addAll(struckOut.findDeletedRecords(hers, names, List.of()));
        others.leaveInTransaction(hers, names, !standIn.equals(IdentityReference.WITHOUT));
        for (UUID each : hers) {
            references.forEach(reference -> reference.rename(new PersonId(each), standIn));
        }
        clear(hers, names, standIn);
        return new RenamedPerson(hers, names);
    }

    /** The number of rows that the current transaction has changed so far. */
    int countChanged() {
        return db.sql("""
                        SELECT count(DISTINCT (table_name, row_id)) FROM platform.audit_change
                        WHERE operation = 'UPDATE' AND transaction_id = pg_current_xact_id()::text::bigint
                        """).query(Integer.class).single();
    }

    /** Erases what references the person, after the names; the person's own row is unchanged. */
    void erase(RenamedPerson renamed) {
        for (UUID each : renamed.ids()) {
            references.forEach(reference -> reference.erase(new PersonId(each)));
        }
    }

    /** Replaces the names of a person without a record; returns their deleted records. */
    List<UUID> renameTraces(Collection<String> names, Collection<String> addresses, String standIn) {
        List<UUID> gone = struckOut.findDeletedRecords(List.of(), names, addresses);
        clear(gone, Stream.concat(names.stream(), addresses.stream()).toList(), standIn);
        clearHistory(gone, standIn);
        return gone;
    }

    /** After the person's own row was changed: removes possible duplicates and alias names, and redacts the history. */
    void finish(PersonId person, RenamedPerson renamed, String standIn) {
        db.sql("DELETE FROM directory.people_likeness WHERE :person IN (one, other)")
                .param("person", person.value())
                .update();
        db.sql("UPDATE directory.people_alias SET names = '{}', contact_keys = '{}', undo = NULL WHERE person = ?")
                .param(person.value())
                .update();
        clearHistory(renamed.ids(), standIn);
        db.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
    }

    /** Removes the names from letters, copies of imported files, and stored API responses. */
    void clear(List<UUID> hers, List<String> all, String standIn) {
        List<String> names = others.withoutShared(hers, all);
        outbox.forget(names.stream().filter(each -> each.contains("@")).toList(), names, standIn);
        rows.erase(hers, names, standIn);
        requests.forget(names);
    }

    /** Removes the names from the history of the person's records. */
    void clearHistory(List<UUID> hers, String standIn) {
        audit.redact(NameReplacement.TABLE, hers.stream().map(UUID::toString).toList(), standIn, List.of());
    }
}
