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
import org.convergence.directory.people.ReferencingColumn.ErasureRule;
import org.convergence.directory.protection.domain.ProtectionQueries.IdentityAction;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.shell.WithheldRecords;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * References from sealed data to people, for merges, erasures and access files. Only an opener merges or gives it out,
 * and the other openers are notified; the log of actions stays.
 */
@Component
class ProtectionReference implements IdentityReference {

    private final Map<String, ReferencingColumn> columns = new LinkedHashMap<>();
    private final IdentityVault vault;
    private final OpenerRepository openers;
    private final IdentityWatch watch;
    private final NameSweepRepository sweeps;
    private final JobQueue jobs;
    private final WithheldRecords withheld;
    private final JdbcClient db;

    ProtectionReference(
            IdentityVault vault,
            OpenerRepository openers,
            IdentityWatch watch,
            NameSweepRepository sweeps,
            JobQueue jobs,
            WithheldRecords withheld,
            JdbcClient db) {
        columns.put(
                "openers",
                ReferencingColumn.toPerson(
                        db, "directory.protection_opener", "person", List.of("account"), ErasureRule.DELETE));
        columns.put(
                "gestures", ReferencingColumn.toPerson(db, "directory.protection_gesture", "person", ErasureRule.KEEP));
        columns.put(
                "consents", ReferencingColumn.toPerson(db, NameUseConsentService.TABLE, "person", ErasureRule.DELETE));
        this.vault = vault;
        this.openers = openers;
        this.watch = watch;
        this.sweeps = sweeps;
        this.jobs = jobs;
        this.withheld = withheld;
        this.db = db;
    }

    @Override
    public Set<String> columns() {
        Set<String> all = new TreeSet<>(Set.of(
                IdentityVault.TABLE + ".person",
                "directory.protection_mark.person",
                "directory.protection_mention.person",
                "directory.protection_sweep.person"));
        columns.values().forEach(column -> all.addAll(column.columns()));
        return all;
    }

    /** Either both people are sealed, or neither is. */
    @Override
    public Json repoint(Party duplicate, Party kept) {
        if (!(duplicate instanceof PersonId gone) || !(kept instanceof PersonId stays) || !vault.contains(gone)) {
            return Json.empty();
        }
        if (!openers.includes(gone) || !openers.includes(stays)) {
            throw new Refused("protection.join.not-listed");
        }
        watch.logAction(stays, codeName(stays), IdentityAction.IdentityActionKind.JOINED, null);
        Map<String, Object> before = new LinkedHashMap<>();
        before.put("vault", vault.merge(gone, stays).node());
        withheld.repoint(gone.value(), stays.value());
        columns.forEach((name, column) ->
                before.put(name, column.repoint(duplicate, kept).node()));
        // The sweep submitted for the merged record no longer finds its person.
        NameSweepJob.submit(jobs, stays, List.of(), 0);
        return Json.of(before);
    }

    @Override
    public void restore(Party duplicate, Json before) {
        if (duplicate instanceof PersonId back && before.node().path("vault").isObject()) {
            vault.undoMerge(back, new Json(before.node().path("vault")));
            columns.forEach((name, column) ->
                    column.restore(duplicate, new Json(before.node().path(name))));
        }
    }

    @Override
    public void erase(PersonId person) {
        requireSwept(person);
        // The register still lists the person as sealed: an older backup may hold the name in clear.
        vault.remove(person);
        // The erasure leaves no name that a person could decide on.
        withheld.releaseAll(person.value());
        // The reason for the erasure is kept for its review.
        db.sql("""
                        UPDATE directory.protection_gesture SET reason = NULL, review = NULL
                        WHERE person = ? AND kind <> 'FORGOTTEN'
                        """).param(person.value()).update();
        columns.values().forEach(column -> column.erase(person));
    }

    /** The sweep knows the names only by the vault: removed too early, they would stay in unswept texts. */
    private void requireSwept(PersonId person) {
        if (vault.canOpen(person)
                && (sweeps.findByPerson(person).isEmpty()
                        || jobs.isUnfinished(NameSweepJob.KIND, person.value().toString()))) {
            throw new Refused("protection.forget.sweep-first");
        }
    }

    @Override
    public List<Json> export(PersonId person) {
        if (!vault.contains(person)) {
            return List.of();
        }
        if (!openers.includes(person)) {
            throw new Refused("protection.give.not-listed");
        }
        Json identity = vault.open(person).identity().write();
        watch.logAction(person, codeName(person), IdentityAction.IdentityActionKind.GIVEN, null);
        return List.of(identity);
    }

    private String codeName(PersonId person) {
        return db.sql("SELECT display_name FROM directory.people_person_name WHERE id = ?")
                .param(person.value())
                .query(String.class)
                .single();
    }
}
