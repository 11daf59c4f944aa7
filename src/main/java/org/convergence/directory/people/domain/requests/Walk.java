package org.convergence.directory.people.domain.requests;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.StruckOut;
import org.convergence.platform.database.EditConflict;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** One walk through all that names somebody, after which something else stands for her: nothing, or a code name. */
@Component
class Walk {

    static final String TABLE = "directory.people_person";

    private final List<IdentityReference> references;
    private final StruckOut struckOut;
    private final Traces traces;
    private final JdbcClient db;

    Walk(List<IdentityReference> references, StruckOut struckOut, Traces traces, JdbcClient db) {
        this.references = List.copyOf(references);
        this.struckOut = struckOut;
        this.traces = traces;
        this.db = db;
    }

    /**
     * Who was renamed.
     *
     * @param ids her record, those that it replaced, and those of hers that were struck out
     * @param names how she was called and reached
     */
    record Renamed(List<UUID> ids, List<String> names) {}

    /** Holds her record at the version at which it was read; keys are checked at the end. */
    void hold(PersonId person, int version) {
        record Found(int version, boolean forgotten) {}
        Found found = db.sql("""
                        SELECT version, forgotten_at IS NOT NULL AS forgotten FROM directory.people_person WHERE id = ? FOR UPDATE
                        """)
                .param(person.value())
                .query((row, n) -> new Found(row.getInt("version"), row.getBoolean("forgotten")))
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

    /** Goes through what others say of her; her own row is still as it was. */
    Renamed through(PersonId person, String standIn) {
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
        hers.addAll(struckOut.of(hers, names, List.of()));
        for (UUID each : hers) {
            references.forEach(reference -> reference.rename(new PersonId(each), standIn));
        }
        traces.clear(hers, names, standIn);
        return new Renamed(hers, names);
    }

    /** Goes through what points to her, after her name went; her own row is still as it was. */
    void erase(Renamed renamed) {
        for (UUID each : renamed.ids()) {
            references.forEach(reference -> reference.erase(new PersonId(each)));
        }
    }

    /** Goes through what is left of somebody of whom no record stands here; answers which of hers were struck out. */
    List<UUID> throughTraces(Collection<String> names, Collection<String> addresses, String standIn) {
        List<UUID> gone = struckOut.of(List.of(), names, addresses);
        traces.clear(gone, Stream.concat(names.stream(), addresses.stream()).toList(), standIn);
        traces.clearHistory(gone, standIn);
        return gone;
    }

    /** After her own row was changed: nothing proposes her as somebody else, and the history knows her otherwise. */
    void end(PersonId person, Renamed renamed, String standIn) {
        db.sql("DELETE FROM directory.people_likeness WHERE :person IN (one, other)")
                .param("person", person.value())
                .update();
        db.sql("UPDATE directory.people_alias SET names = '{}', contact_keys = '{}', undo = NULL WHERE person = ?")
                .param(person.value())
                .update();
        traces.clearHistory(renamed.ids(), standIn);
        db.sql("SET CONSTRAINTS ALL IMMEDIATE").update();
    }
}
