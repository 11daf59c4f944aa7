package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.convergence.directory.people.CodeNameDirectory;
import org.convergence.directory.people.NamesOfOthers;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.domain.ProtectedNameScanner.MentionSearch;
import org.convergence.platform.backup.BackupSearch;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobQueue;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.JobRun;
import org.convergence.platform.redaction.DocumentRedaction;
import org.convergence.platform.redaction.KeptRecords;
import org.convergence.platform.redaction.LockedTableException;
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
        NamesOfOthers others,
        NameSweepRepository store)
        implements Job {

    static final String KIND = "protection.sweep";

    /** How often a table is tried that another search or a backup locks; each time waits for some seconds. */
    private static final int PASSES = 30;

    /** How many tables without the name are noted in one step. */
    private static final int AT_ONCE = 25;

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
        KeptRecords namesakes =
                others.findNamesakes(person, vault.open(person).identity().names());
        SweepPosition at = run.position().node().isEmpty()
                ? new SweepPosition(0, run.parameters().node().path("texts").asInt(0), List.of())
                : run.position().as(SweepPosition.class);
        try (RedactionPass pass = scan.open()) {
            List<String> tables = pass.tables();
            run.setTotal(tables.size() + 2L);
            List<SearchedTable> searched = new ArrayList<>();
            for (String table : List.copyOf(tables.subList(at.tables(), tables.size()))) {
                SearchedTable last = search(pass, table, person, namesakes, names, codeName, 1);
                searched.add(last);
                boolean isEnd = at.tables() + searched.size() == tables.size();
                if (last.isNamed() || searched.size() == AT_ONCE || isEnd) {
                    at = note(person, searched, at, run);
                    searched.clear();
                }
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
            BackupSearch.BackupMatch finding = backups.search(file, names::isPossiblyIn, stored);
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

    /**
     * A table after its search.
     *
     * @param isNamed whether it held the name, so that what was changed must be noted at once
     * @param left the rows that a rule kept unchanged, as in {@link SweepPosition}
     */
    private record SearchedTable(String name, MentionSearch found, boolean isNamed, int changed, List<String> left) {}

    /** Outside of a step: the table is changed as its owner, in its own transaction, and the change is idempotent. */
    private SearchedTable search(
            RedactionPass pass,
            String table,
            PersonId person,
            KeptRecords namesakes,
            NameSpellings names,
            String codeName,
            int times) {
        MentionSearch search = scan.newSearch(person, names);
        try {
            search = scan.searchTable(pass, table, person, names);
            if (!search.isNamed()) {
                return new SearchedTable(table, search, false, 0, List.of());
            }
            RedactionPass.TableResult result = pass.replace(table, namesakes, names, codeName);
            search = scan.searchTable(pass, table, person, names);
            return new SearchedTable(
                    table,
                    search,
                    true,
                    result.changed(),
                    result.left().stream()
                            .map(key -> (table + " " + key).strip())
                            .toList());
        } catch (LockedTableException busy) {
            return times == PASSES
                    ? new SearchedTable(table, search, true, 0, List.of(table))
                    : search(pass, table, person, namesakes, names, codeName, times + 1);
        } catch (IllegalStateException kept) {
            return new SearchedTable(table, search, true, 0, List.of(table));
        }
    }

    /** Records what was found in some tables, in one step. */
    private SweepPosition note(PersonId person, List<SearchedTable> searched, SweepPosition at, JobRun run) {
        List<String> left = new ArrayList<>(at.leftIn());
        searched.forEach(each -> left.addAll(each.left()));
        SweepPosition reached = new SweepPosition(
                at.tables() + searched.size(),
                at.changed()
                        + searched.stream().mapToInt(SearchedTable::changed).sum(),
                left);
        run.step(searched.size(), () -> {
            searched.forEach(each -> scan.record(person, each.name(), each.found()));
            return Json.of(reached);
        });
        return reached;
    }
}
