package org.convergence.directory.protection.domain;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.convergence.directory.people.IdentityReference;
import org.convergence.directory.people.Party;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.ReferencingColumn;
import org.convergence.directory.people.ReferencingColumn.AtErasure;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.Jobs;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * References from sealed data to people, for merges, erasures and access files. Only an opener merges or gives it out,
 * and the other openers are notified; the log of actions stays.
 */
@Component
class ProtectionReferences implements IdentityReference {

    private final Map<String, ReferencingColumn> columns = new LinkedHashMap<>();
    private final Vault vault;
    private final Openers openers;
    private final Watch watch;
    private final SweepStore sweeps;
    private final Jobs jobs;
    private final JdbcClient db;

    ProtectionReferences(Vault vault, Openers openers, Watch watch, SweepStore sweeps, Jobs jobs, JdbcClient db) {
        columns.put(
                "openers",
                ReferencingColumn.toPerson(
                        db, "directory.protection_opener", "person", List.of("account"), AtErasure.DELETE));
        columns.put(
                "gestures",
                ReferencingColumn.toPerson(
                        db, "directory.protection_gesture", "person", List.of("id"), AtErasure.KEEP));
        columns.put(
                "consents", ReferencingColumn.toPerson(db, Degrees.TABLE, "person", List.of("id"), AtErasure.DELETE));
        this.vault = vault;
        this.openers = openers;
        this.watch = watch;
        this.sweeps = sweeps;
        this.jobs = jobs;
        this.db = db;
    }

    @Override
    public Set<String> columns() {
        Set<String> all = new TreeSet<>(Set.of(
                Vault.TABLE + ".person",
                "directory.protection_mark.person",
                "directory.protection_mention.person",
                "directory.protection_sweep.person"));
        columns.values().forEach(column -> all.addAll(column.columns()));
        return all;
    }

    /** Either both people are sealed, or neither is. */
    @Override
    public Json repoint(Party duplicate, Party kept) {
        if (!(duplicate instanceof PersonId gone) || !(kept instanceof PersonId stays) || !vault.holds(gone)) {
            return Json.empty();
        }
        if (!openers.includes(gone) || !openers.includes(stays)) {
            throw new Refused("protection.join.not-listed");
        }
        watch.seen(stays, codeName(stays), Gesture.Kind.JOINED, null);
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("vault", vault.join(gone, stays).node());
        columns.forEach((name, column) ->
                before.put(name, column.repoint(duplicate, kept).node()));
        // The sweep submitted for the merged record no longer finds its person.
        Sweep.ask(jobs, stays, List.of());
        return Json.of(before);
    }

    @Override
    public void restore(Party duplicate, Json before) {
        if (duplicate instanceof PersonId back && before.node().path("vault").isObject()) {
            vault.part(back, new Json(before.node().path("vault")));
            columns.forEach((name, column) ->
                    column.restore(duplicate, new Json(before.node().path(name))));
        }
    }

    @Override
    public void erase(PersonId person) {
        requireSwept(person);
        // The register still lists the person as sealed: an older backup may hold the name in clear.
        vault.remove(person);
        // The reason for the erasure is kept for its review.
        db.sql("""
                        UPDATE directory.protection_gesture SET reason = NULL, review = NULL
                        WHERE person = ? AND kind <> 'FORGOTTEN'
                        """).param(person.value()).update();
        columns.values().forEach(column -> column.erase(person));
    }

    /** The sweep knows the names only by the vault: removed too early, they would stay in unswept texts. */
    private void requireSwept(PersonId person) {
        if (vault.opens(person)
                && (sweeps.find(person).isEmpty()
                        || jobs.isUnfinished(Sweep.KIND, person.value().toString()))) {
            throw new Refused("protection.forget.sweep-first");
        }
    }

    @Override
    public List<Json> export(PersonId person) {
        if (!vault.holds(person)) {
            return List.of();
        }
        if (!openers.includes(person)) {
            throw new Refused("protection.give.not-listed");
        }
        Json identity = vault.open(person).identity().write();
        watch.seen(person, codeName(person), Gesture.Kind.GIVEN, null);
        return List.of(identity);
    }

    private String codeName(PersonId person) {
        return db.sql("SELECT display_name FROM directory.people_person WHERE id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }
}
