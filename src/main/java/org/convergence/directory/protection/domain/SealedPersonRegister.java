package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.database.Json;
import org.convergence.platform.keys.ErasureRegister;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The register of sealed people, stored beside the keys, outside of backups: each record of a person has a line,
 * including deleted ones, since an older backup restores them.
 */
@Component
record SealedPersonRegister(ErasureRegister erasureRegister, JdbcClient db) {

    static final String NAME = "sealed";

    /** The code name and the openers. */
    record SealedPersonLine(String codeName, List<UUID> openers) {}

    /**
     * Records that a person is sealed.
     *
     * @param former deleted records of the person; merged ones are found here
     */
    void register(PersonId person, String codeName, Collection<UUID> former) {
        List<UUID> listed = db.sql("SELECT account FROM directory.protection_opener WHERE person = ? ORDER BY account")
                .param(person.value())
                .query(UUID.class)
                .list();
        List<UUID> hers = new ArrayList<>(former);
        hers.addAll(replacedBy(person));
        hers.add(person.value());
        hers.forEach(each -> erasureRegister.put(NAME, each.toString(), new SealedPersonLine(codeName, listed)));
    }

    /** Adds merged records that an earlier version left out. */
    void addMergedRecords() {
        Map<UUID, SealedPersonLine> lines = lines();
        lines.forEach((id, line) -> replacedBy(new PersonId(id)).stream()
                .filter(each -> !lines.containsKey(each))
                .forEach(each -> erasureRegister.put(NAME, each.toString(), line)));
    }

    private List<UUID> replacedBy(PersonId person) {
        return db.sql("SELECT id FROM directory.people_merged_person WHERE person = ? ORDER BY id")
                .param(person.value())
                .query(UUID.class)
                .list();
    }

    /**
     * People in clear that the register lists, with their lines. A record merged with theirs in the backup holds their
     * names too, so it is included.
     */
    Map<PersonId, SealedPersonLine> findInClear() {
        Map<UUID, SealedPersonLine> lines = lines();
        Map<PersonId, SealedPersonLine> clear = new LinkedHashMap<>();
        if (!lines.isEmpty()) {
            db.sql("""
                            SELECT p.id, r.id AS noted FROM unnest(CAST(? AS uuid[])) WITH ORDINALITY AS r (id, place)
                            LEFT JOIN directory.people_merged_person a ON a.id = r.id
                            JOIN directory.people_person_in_clear p ON p.id = coalesce(a.person, r.id)
                            ORDER BY p.id, r.place
                            """)
                    .param(lines.keySet().toArray(UUID[]::new))
                    .query((row, n) -> clear.putIfAbsent(
                            new PersonId(row.getObject("id", UUID.class)),
                            lines.get(row.getObject("noted", UUID.class))))
                    .list();
        }
        return clear;
    }

    private Map<UUID, SealedPersonLine> lines() {
        Map<UUID, SealedPersonLine> lines = new LinkedHashMap<>();
        for (Map.Entry<String, Json> each : erasureRegister.findEntries(NAME).entrySet()) {
            lines.put(UUID.fromString(each.getKey()), each.getValue().as(SealedPersonLine.class));
        }
        return lines;
    }
}
