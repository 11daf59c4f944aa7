package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.CodeNameDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.domain.ProtectedNameScanner.MentionSearch;
import org.convergence.platform.backup.BackupSearch;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.JobRun;
import org.convergence.platform.redaction.DocumentRedaction;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.redaction.RedactionPass;
import org.convergence.platform.redaction.StorageScrubber;
import org.springframework.stereotype.Component;

/**
 * After a person is sealed: replaces their name by the code name in every stored text and file, rewrites the tables,
 * and lists the backups that still hold the name. It reads the names from the vault: its parameters name nobody.
 */
@Component
record NameSweepJob(
        IdentityVault vault,
        CodeNameDirectory codeNames,
        SealedPersonRegister sealedPersons,
        ProtectedNameScanner scan,
        StorageScrubber scrubbing,
        BackupSearch backups,
        NameSweepRepository store)
        implements Job {

    static final String KIND = "protection.sweep";

    /**
     * Submits the job, in the transaction that seals the person.
     *
     * @param former deleted records of the person that older backups hold
     */
    static void submit(JobQueue jobs, PersonId person, List<UUID> former) {
        String id = person.value().toString();
        jobs.submit(JobRequest.of(KIND, "protection.sweep", Map.of("person", id, "former", former))
                .once(id));
    }

    /**
     * The progress of the job.
     *
     * @param tables the number of tables done
     * @param changed the number of changed rows
     * @param leftIn tables in which a rule kept a row unchanged
     */
    record SweepPosition(int tables, int changed, List<String> leftIn) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        PersonId person = new PersonId(
                UUID.fromString(run.parameters().node().path("person").asString()));
        String codeName = codeNames.findByPerson(person).orElse(null);
        if (codeName == null) {
            // Merged or erased meanwhile: that operation covered as much.
            return;
        }
        sealedPersons.register(person, codeName, former(run));
        NameSpellings names = vault.spellings(person);
        SweepPosition at = run.position().node().isEmpty()
                ? new SweepPosition(0, 0, List.of())
                : run.position().as(SweepPosition.class);
        try (RedactionPass pass = scan.open()) {
            List<String> tables = pass.tables();
            run.setTotal(tables.size() + 2L);
            while (at.tables() < tables.size()) {
                at = through(pass, tables.get(at.tables()), person, names, codeName, at, run);
            }
        }
        DocumentRedaction.RedactionResult files = scan.replaceInFiles(person, names, codeName);
        run.reportProgress(at.tables() + 1L);
        boolean changed = at.changed() > 0 || files.changed() > 0 || !store.neverInClear(person);
        if (changed) {
            scrubbing.scrub();
        }
        List<String> holding = backups.findFileNames().stream()
                .filter(file -> backups.contains(
                        file, names::isIn, (type, bytes) -> DocumentRedaction.containsName(type, bytes, names)))
                .toList();
        SweepPosition end = at;
        run.step(1, () -> {
            codeNames.tidyWords(vault.open(person).identity().names());
            store.saveResult(person, end.changed(), files, end.leftIn(), holding);
            return Json.of(end);
        });
    }

    private static List<UUID> former(JobRun run) {
        return run.parameters()
                .node()
                .path("former")
                .valueStream()
                .map(each -> UUID.fromString(each.asString()))
                .toList();
    }

    /** Outside of a step: the table is changed as its owner, in its own transaction, and the change is idempotent. */
    private SweepPosition through(
            RedactionPass pass,
            String table,
            PersonId person,
            NameSpellings names,
            String codeName,
            SweepPosition at,
            JobRun run) {
        MentionSearch search = scan.searchTable(pass, table, person, names);
        SweepPosition next = new SweepPosition(at.tables() + 1, at.changed(), at.leftIn());
        if (search.isNamed()) {
            try {
                int changed = pass.replace(table, names, codeName);
                next = new SweepPosition(next.tables(), at.changed() + changed, at.leftIn());
                search = scan.searchTable(pass, table, person, names);
            } catch (IllegalStateException kept) {
                List<String> left = new ArrayList<>(at.leftIn());
                left.add(table);
                next = new SweepPosition(next.tables(), at.changed(), left);
            }
        }
        SweepPosition reached = next;
        MentionSearch found = search;
        run.step(1, () -> {
            scan.record(person, table, found);
            return Json.of(reached);
        });
        return next;
    }
}
