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
import org.convergence.directory.people.domain.ContactPoint.ContactChannel;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportedType;
import org.convergence.directory.people.domain.imports.ListImportOptions.ExistingRecordPolicy;
import org.convergence.directory.people.domain.imports.PersonBatchWriter.FunctionToWrite;
import org.convergence.directory.people.domain.imports.PersonBatchWriter.PersonToWrite;
import org.convergence.directory.people.domain.imports.PersonRecognition.KnownPeople;
import org.convergence.platform.database.Ids;
import org.convergence.platform.imports.BulkImportLedger;
import org.convergence.platform.imports.BulkImportProcessor.AssessedRow;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportRemark;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a list of people imported in one batch. A row is left out where the directory's earlier state is not enough:
 * it may mean a person that an earlier row creates or changes.
 */
final class PersonImportBatch {

    private static final ImportRemark HOMONYM = ImportRemark.of("people.import.remark.homonym");
    /** The address key of a person without an address, or with unknown addresses. */
    private static final String WITHOUT = "";

    private static final ImportRemark SHARED = ImportRemark.of("people.import.remark.address-shared");

    private final ListImportOptions manner;
    private final KnownPeople directory;
    private final BulkImportLedger ledger;
    private final List<ImportLineResult> lines = new ArrayList<>();
    private final List<PersonToWrite> fresh = new ArrayList<>();
    private final Map<UUID, PersonToWrite> changed = new LinkedHashMap<>();
    private final Map<UUID, ImportLineResult> ofChanged = new HashMap<>();
    private final Map<FunctionToWrite, Integer> appointed = new LinkedHashMap<>();
    private final Map<String, Set<String>> above = new HashMap<>();

    PersonImportBatch(ListImportOptions manner, KnownPeople directory, BulkImportLedger ledger) {
        this.manner = manner;
        this.directory = directory;
        this.ledger = ledger;
    }

    /** Adds a row to the batch, or leaves it out. */
    void add(PersonImportRow row, AssessedRow before) {
        PersonFacts said = row.facts();
        if (said == null) {
            lines.add(new ImportLineResult(row.line(), "", ImportOutcome.ASIDE, row.remarks()));
            return;
        }
        Set<UUID> ids = directory.findMeant(row);
        Set<String> mails = above.computeIfAbsent(row.folded(), name -> new HashSet<>());
        boolean taken = standsApart(row, mails)
                && (ids.isEmpty() ? enter(row, said, before, mails) : recognised(row, said, ids, mails));
        if (!taken) {
            mails.add(WITHOUT);
        }
    }

    /** Whether no earlier row of this name created or changed a person that this one may mean. */
    private static boolean standsApart(PersonImportRow row, Set<String> mails) {
        return mails.isEmpty()
                || (!row.mails().isEmpty()
                        && !mails.contains(WITHOUT)
                        && row.mails().stream().noneMatch(mails::contains));
    }

    private boolean recognised(PersonImportRow row, PersonFacts said, Set<UUID> ids, Set<String> mails) {
        if (ids.size() == 1) {
            return complete(row, said, directory.known().get(ids.iterator().next()), mails);
        }
        List<ImportRemark> remarks = new ArrayList<>(row.remarks());
        remarks.add(ImportRemark.of("people.import.remark.ambiguous", ids.size()));
        lines.add(new ImportLineResult(row.line(), said.displayName(), ImportOutcome.ASIDE, remarks));
        return true;
    }

    private boolean enter(PersonImportRow row, PersonFacts said, AssessedRow before, Set<String> mails) {
        PersonToWrite written = PersonBatchWriter.toCreate(said);
        if (!appoint(written.id(), row)) {
            return false;
        }
        mails.addAll(row.mails().isEmpty() ? List.of(WITHOUT) : row.mails());
        List<ImportRemark> remarks = new ArrayList<>(row.remarks());
        if (directory.byName().containsKey(row.folded())) {
            remarks.add(HOMONYM);
        } else if (before.line().remarks().contains(SHARED)) {
            remarks.add(SHARED);
        }
        fresh.add(written);
        ledger.recordCreated(row.line(), ImportedType.PERSON, written.id());
        lines.add(new ImportLineResult(row.line(), said.displayName(), ImportOutcome.CREATED, remarks));
        return true;
    }

    private boolean complete(
            PersonImportRow row, PersonFacts said, PersonQueries.@Nullable PersonVersion entry, Set<String> mails) {
        if (entry == null) {
            return false;
        }
        boolean leave = manner.known() == ExistingRecordPolicy.LEAVE;
        boolean appoints = !leave && directory.hasNewFunction(row, entry.id().value());
        if (changed.containsKey(entry.id().value()) || (appoints && !appoint(entry.id(), row))) {
            return false;
        }
        PersonFacts both = leave ? entry.facts() : FactsCombination.of(entry.facts(), said, manner.known());
        boolean changes = !both.equals(entry.facts());
        ImportOutcome outcome = changes || appoints ? ImportOutcome.CHANGED : ImportOutcome.SAME;
        ImportLineResult line = new ImportLineResult(row.line(), said.displayName(), outcome, row.remarks());
        if (changes) {
            changed.put(entry.id().value(), PersonBatchWriter.toUpdate(entry, both));
            ofChanged.put(entry.id().value(), line);
            mails.addAll(entry.facts().first(ContactChannel.MAIL).isEmpty() ? List.of(WITHOUT) : row.mails());
        } else {
            lines.add(line);
        }
        if (appoints) {
            mails.add(WITHOUT);
        }
        return true;
    }

    /** Adds the function of a row, if any; returns false where its organisation is unknown. */
    private boolean appoint(PersonId person, PersonImportRow row) {
        String name = row.organisation();
        if (name == null) {
            return true;
        }
        List<UUID> at = directory.organisations().get(name);
        if (at == null) {
            return false;
        }
        String title = row.title() == null ? manner.untitled() : row.title();
        appointed.put(new FunctionToWrite(Ids.next(), person, at.get(0), title, row.period()), row.line());
        return true;
    }

    /** Writes the batch; returns the outcome of each row in it. */
    List<ImportLineResult> write(PersonBatchWriter batch) {
        batch.insert(fresh);
        Set<UUID> done = batch.update(List.copyOf(changed.values()));
        Set<UUID> passed = new HashSet<>(changed.keySet());
        passed.removeAll(done);
        for (UUID id : done) {
            PersonToWrite written = changed.get(id);
            ImportLineResult line = ofChanged.get(id);
            if (written != null && line != null) {
                ledger.recordChanged(line.number(), ImportedType.PERSON, written.id(), written.version());
                lines.add(line);
            }
        }
        // A person changed meanwhile is left out, with their functions, to be imported individually.
        appointed.keySet().removeIf(each -> passed.contains(each.person().value()));
        batch.appoint(List.copyOf(appointed.keySet()));
        appointed.forEach((each, line) -> ledger.recordCreated(line, ImportedType.FUNCTION, new FunctionId(each.id())));
        return lines;
    }
}
