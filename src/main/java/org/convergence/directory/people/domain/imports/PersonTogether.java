package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.FunctionId;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.domain.ContactPoint.Channel;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.imports.PersonBatch.Appointed;
import org.convergence.directory.people.domain.imports.PersonBatch.Written;
import org.convergence.directory.people.domain.imports.PersonRecognition.Directory;
import org.convergence.platform.database.Ids;
import org.convergence.platform.imports.BulkLedger;
import org.convergence.platform.imports.BulkReading.Previewed;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.Outcome;
import org.convergence.platform.imports.Remark;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a list of people imported in one batch. A row is left out where the directory's earlier state is not enough:
 * it may mean a person that an earlier row creates or changes.
 */
final class PersonTogether {

    private static final Remark HOMONYM = Remark.of("people.import.remark.homonym");
    /** Stands for a person of a name without address, or with unknown addresses. */
    private static final String WITHOUT = "";

    private static final Remark SHARED = Remark.of("people.import.remark.address-shared");

    private final Manner manner;
    private final Directory directory;
    private final BulkLedger ledger;
    private final List<ImportLine> lines = new ArrayList<>();
    private final List<Written> fresh = new ArrayList<>();
    private final Map<UUID, Written> changed = new LinkedHashMap<>();
    private final Map<UUID, ImportLine> ofChanged = new HashMap<>();
    private final Map<Appointed, Integer> appointed = new LinkedHashMap<>();
    private final Map<String, Set<String>> above = new HashMap<>();

    PersonTogether(Manner manner, Directory directory, BulkLedger ledger) {
        this.manner = manner;
        this.directory = directory;
        this.ledger = ledger;
    }

    /** Adds a row to the batch, or leaves it out. */
    void take(PersonRow row, Previewed before) {
        PersonFacts said = row.facts();
        if (said == null) {
            lines.add(new ImportLine(row.line(), "", Outcome.ASIDE, row.remarks()));
            return;
        }
        Set<UUID> ids = directory.meant(row);
        Set<String> mails = above.computeIfAbsent(row.folded(), name -> new HashSet<>());
        boolean taken = standsApart(row, mails)
                && (ids.isEmpty() ? enter(row, said, before, mails) : recognised(row, said, ids, mails));
        if (!taken) {
            mails.add(WITHOUT);
        }
    }

    /** Whether no earlier row of this name created or changed a person that this one may mean. */
    private static boolean standsApart(PersonRow row, Set<String> mails) {
        return mails.isEmpty()
                || (!row.mails().isEmpty()
                        && !mails.contains(WITHOUT)
                        && row.mails().stream().noneMatch(mails::contains));
    }

    private boolean recognised(PersonRow row, PersonFacts said, Set<UUID> ids, Set<String> mails) {
        if (ids.size() == 1) {
            return complete(row, said, directory.known().get(ids.iterator().next()), mails);
        }
        List<Remark> remarks = new ArrayList<>(row.remarks());
        remarks.add(Remark.of("people.import.remark.ambiguous", ids.size()));
        lines.add(new ImportLine(row.line(), said.displayName(), Outcome.ASIDE, remarks));
        return true;
    }

    private boolean enter(PersonRow row, PersonFacts said, Previewed before, Set<String> mails) {
        Written written = PersonBatch.fresh(said);
        if (!appoint(written.id(), row)) {
            return false;
        }
        mails.addAll(row.mails().isEmpty() ? List.of(WITHOUT) : row.mails());
        List<Remark> remarks = new ArrayList<>(row.remarks());
        if (directory.byName().containsKey(row.folded())) {
            remarks.add(HOMONYM);
        } else if (before.line().remarks().contains(SHARED)) {
            remarks.add(SHARED);
        }
        fresh.add(written);
        ledger.made(row.line(), Thing.PERSON, written.id());
        lines.add(new ImportLine(row.line(), said.displayName(), Outcome.CREATED, remarks));
        return true;
    }

    private boolean complete(PersonRow row, PersonFacts said, PersonReading.@Nullable Entry entry, Set<String> mails) {
        if (entry == null) {
            return false;
        }
        boolean leave = manner.known() == Known.LEAVE;
        boolean appoints = !leave && directory.newFunction(row, entry.id().value());
        if (changed.containsKey(entry.id().value()) || (appoints && !appoint(entry.id(), row))) {
            return false;
        }
        PersonFacts both = leave ? entry.facts() : Combination.of(entry.facts(), said, manner.known());
        boolean changes = !both.equals(entry.facts());
        Outcome outcome = changes || appoints ? Outcome.CHANGED : Outcome.SAME;
        ImportLine line = new ImportLine(row.line(), said.displayName(), outcome, row.remarks());
        if (changes) {
            changed.put(entry.id().value(), PersonBatch.of(entry, both));
            ofChanged.put(entry.id().value(), line);
            mails.addAll(entry.facts().first(Channel.MAIL).isEmpty() ? List.of(WITHOUT) : row.mails());
        } else {
            lines.add(line);
        }
        if (appoints) {
            mails.add(WITHOUT);
        }
        return true;
    }

    /** Adds the function of a row, if any; returns false where its organisation is unknown. */
    private boolean appoint(PersonId person, PersonRow row) {
        String name = row.organisation();
        if (name == null) {
            return true;
        }
        List<UUID> at = directory.organisations().get(name);
        if (at == null) {
            return false;
        }
        String title = row.title() == null ? manner.untitled() : row.title();
        appointed.put(new Appointed(Ids.next(), person, at.get(0), title, row.period()), row.line());
        return true;
    }

    /** Writes the batch; returns the outcome of each row in it. */
    List<ImportLine> write(PersonBatch batch) {
        batch.add(fresh);
        Set<UUID> done = batch.change(List.copyOf(changed.values()));
        Set<UUID> passed = new HashSet<>(changed.keySet());
        passed.removeAll(done);
        for (UUID id : done) {
            Written written = changed.get(id);
            ImportLine line = ofChanged.get(id);
            if (written != null && line != null) {
                ledger.changed(line.number(), Thing.PERSON, written.id(), written.version());
                lines.add(line);
            }
        }
        // A person changed meanwhile is left out, with their functions, to be imported individually.
        appointed.keySet().removeIf(each -> passed.contains(each.person().value()));
        batch.appoint(List.copyOf(appointed.keySet()));
        appointed.forEach((each, line) -> ledger.made(line, Thing.FUNCTION, new FunctionId(each.id())));
        return lines;
    }
}
