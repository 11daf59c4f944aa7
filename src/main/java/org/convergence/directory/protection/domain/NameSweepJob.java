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
import org.jspecify.annotations.Nullable;
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
     * @param texts the number of rows that the transaction has changed already
     */
    static void submit(JobQueue jobs, PersonId person, List<UUID> former, int texts) {
        String id = person.value().toString();
        jobs.submit(JobRequest.of(KIND, "protection.sweep", Map.of("person", id, "former", former, "texts", texts))
                .once(id));
    }

    /**
     * The progress of the job.
     *
     * @param tables the number of tables done
     * @param changed the number of changed rows
     * @param leftIn the rows that a rule kept unchanged, each with its table and key; the table alone where none could change
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
        store.markBegun(person);
        NameSpellings names = vault.spellings(person);
        SweepPosition at = run.position().node().isEmpty()
                ? new SweepPosition(0, run.parameters().node().path("texts").asInt(0), List.of())
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
        RuntimeException failure = changed ? scrub() : null;
        SearchedBackups searched = search(names);
        List<String> leftIn = new ArrayList<>(at.leftIn());
        leftIn.addAll(files.failed());
        SweepPosition end = at;
        run.step(1, () -> {
            codeNames.tidyWords(vault.open(person).identity().names());
            store.saveResult(person, end.changed(), files, leftIn, searched, failure == null);
            return Json.of(end);
        });
        if (failure != null) {
            throw failure;
        }
    }

    /** What failed; the backups are searched all the same. */
    private @Nullable RuntimeException scrub() {
        try {
            scrubbing.scrub();
            return null;
        } catch (IllegalStateException locked) {
            return locked;
        }
    }

    /**
     * The backups of the folder after a search.
     *
     * @param holding those that hold the name
     * @param unread those that could not be read in full
     */
    record SearchedBackups(List<String> holding, List<String> unread) {}

    private SearchedBackups search(NameSpellings names) {
        SearchedBackups searched = new SearchedBackups(new ArrayList<>(), new ArrayList<>());
        for (String file : backups.findFileNames()) {
            var stored = new DocumentRedaction.FileSearch(names);
            BackupSearch.BackupMatch finding = backups.search(file, names::isIn, stored);
            if (finding == BackupSearch.BackupMatch.FOUND) {
                searched.holding().add(file);
            } else if (finding == BackupSearch.BackupMatch.UNREAD || !stored.isWhole()) {
                searched.unread().add(file);
            }
        }
        return searched;
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
        MentionSearch search = scan.newSearch(person, names);
        SweepPosition next = new SweepPosition(at.tables() + 1, at.changed(), at.leftIn());
        try {
            search = scan.searchTable(pass, table, person, names);
            if (search.isNamed()) {
                RedactionPass.TableResult result = pass.replace(table, names, codeName);
                List<String> left = new ArrayList<>(at.leftIn());
                result.left().forEach(key -> left.add((table + " " + key).strip()));
                next = new SweepPosition(next.tables(), at.changed() + result.changed(), left);
                search = scan.searchTable(pass, table, person, names);
            }
        } catch (IllegalStateException kept) {
            List<String> left = new ArrayList<>(at.leftIn());
            left.add(table);
            next = new SweepPosition(next.tables(), at.changed(), left);
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
