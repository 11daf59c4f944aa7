package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.directory.people.CodeNames;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.backup.BackupSearch;
import org.convergence.platform.database.Json;
import org.convergence.platform.jobs.Job;
import org.convergence.platform.jobs.JobRequest;
import org.convergence.platform.jobs.JobRun;
import org.convergence.platform.jobs.Jobs;
import org.convergence.platform.redaction.DocumentRedaction;
import org.convergence.platform.redaction.NamePattern;
import org.convergence.platform.redaction.Scrubbing;
import org.convergence.platform.redaction.TextRedaction;
import org.springframework.stereotype.Component;

/**
 * After somebody is sealed: goes through every text and file that the application keeps, so that her code name stands where
 * her name did, then has the tables written anew, and lists the backups that still hold her name. It knows her by the vault
 * alone: what is asked of it names nobody.
 */
@Component
class Sweep implements Job {

    static final String KIND = "protection.sweep";

    private final Vault vault;
    private final CodeNames codeNames;
    private final TextRedaction texts;
    private final DocumentRedaction documents;
    private final Scrubbing scrubbing;
    private final BackupSearch backups;
    private final SweepStore store;

    Sweep(
            Vault vault,
            CodeNames codeNames,
            TextRedaction texts,
            DocumentRedaction documents,
            Scrubbing scrubbing,
            BackupSearch backups,
            SweepStore store) {
        this.vault = vault;
        this.codeNames = codeNames;
        this.texts = texts;
        this.documents = documents;
        this.scrubbing = scrubbing;
        this.backups = backups;
        this.store = store;
    }

    /**
     * Asks for it, in the transaction in which she is sealed.
     *
     * @param former records of hers that stand here no more, but do in older backups
     */
    static void ask(Jobs jobs, PersonId person, List<UUID> former) {
        String id = person.value().toString();
        jobs.submit(JobRequest.of(KIND, "protection.sweep", Map.of("person", id, "former", former))
                .once(id));
    }

    /**
     * How far it is.
     *
     * @param tables how many were gone through
     * @param changed rows that were changed
     * @param leftIn tables of which a rule kept a row as it was
     */
    record Position(int tables, int changed, List<String> leftIn) {}

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(JobRun run) {
        PersonId person = new PersonId(
                UUID.fromString(run.parameters().node().path("person").asString()));
        String codeName = store.begin(person, former(run)).orElse(null);
        if (codeName == null) {
            // Joined with another or forgotten meanwhile: that walk went as far.
            return;
        }
        NamePattern names = vault.pattern(person);
        List<String> tables = texts.tables();
        run.total(tables.size() + 2L);
        Position at = run.position().node().isEmpty()
                ? new Position(0, 0, List.of())
                : run.position().as(Position.class);
        while (at.tables() < tables.size()) {
            Position next = through(tables.get(at.tables()), names, codeName, at);
            run.step(1, () -> Json.of(next));
            at = next;
        }
        DocumentRedaction.Files files = documents.through(names, codeName);
        run.reached(tables.size() + 1L);
        boolean changed = at.changed() > 0 || files.changed() > 0 || !store.neverInClear(person);
        if (changed) {
            scrubbing.scrub();
        }
        Pattern text = names.compiled();
        List<String> holding = backups.files().stream()
                .filter(file -> backups.holds(file, text, (type, bytes) -> DocumentRedaction.holds(type, bytes, names)))
                .toList();
        Position end = at;
        run.step(1, () -> {
            codeNames.tidyWords(vault.open(person).identity().names());
            store.ended(person, end.changed(), files, end.leftIn(), holding);
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

    /** Outside of a step: the table is changed as its owner, in a transaction of its own, and twice is as good as once. */
    private Position through(String table, NamePattern names, String codeName, Position at) {
        try {
            int changed = texts.through(table, names, codeName);
            return new Position(at.tables() + 1, at.changed() + changed, at.leftIn());
        } catch (IllegalStateException kept) {
            List<String> left = new ArrayList<>(at.leftIn());
            left.add(table);
            return new Position(at.tables() + 1, at.changed(), left);
        }
    }
}
