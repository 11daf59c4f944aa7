package org.convergence.directory.people.domain.imports;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonReading;
import org.convergence.directory.people.domain.imports.PersonRecognition.Directory;
import org.convergence.platform.database.Json;
import org.convergence.platform.imports.BulkLedger;
import org.convergence.platform.imports.BulkReading;
import org.convergence.platform.imports.ImportLine;
import org.convergence.platform.imports.ImportReading;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.Ledger;
import org.convergence.platform.imports.Outcome;
import org.convergence.platform.imports.Remark;
import org.convergence.platform.table.TableLimits;
import org.convergence.platform.text.Fold;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Imports people from a file, recognised by name and mail address. The same name with another address is another
 * person.
 */
@Component
class PersonImport extends ListKind {

    private final PersonRecognition recognition;
    private final NamedOrganisations organisations;
    private final PersonBatch batch;
    private final PersonOneByOne oneByOne;

    PersonImport(
            Matching matching,
            Restoration restoration,
            PersonRecognition recognition,
            NamedOrganisations organisations,
            PersonBatch batch,
            PersonOneByOne oneByOne) {
        super(Subject.PERSONS, matching, restoration);
        this.recognition = recognition;
        this.organisations = organisations;
        this.batch = batch;
        this.oneByOne = oneByOne;
    }

    @Override
    public TableLimits limits() {
        return TableLimits.LONG;
    }

    @Override
    public ImportReading begin(Json choices) {
        return new Reading(choices.as(Manner.class));
    }

    /** One reading of a list; lanes are cached during assessment, so that each row is read once. */
    private final class Reading implements BulkReading {

        private final Manner manner;
        private final Map<String, Integer> seen = new HashMap<>();
        private final Map<Integer, Integer> lanes = new HashMap<>();

        Reading(Manner manner) {
            this.manner = manner;
        }

        @Override
        public List<ImportLine> assess(List<ImportRow> rows) {
            List<PersonRow> read = rows.stream().map(PersonRow::read).toList();
            lanes.clear();
            read.forEach(row -> lanes.put(row.line(), row.lane()));
            return PersonImport.this.assess(read, manner.known(), seen);
        }

        @Override
        public int lane(ImportRow row) {
            Integer told = lanes.get(row.number());
            return told == null ? PersonRow.read(row).lane() : told;
        }

        @Override
        public List<ImportLine> enter(List<Previewed> rows, BulkLedger ledger) {
            return PersonImport.this.enter(rows, manner, ledger);
        }

        @Override
        public ImportLine enter(ImportRow row, Ledger ledger) {
            return oneByOne.enter(row, manner, ledger);
        }
    }

    private List<ImportLine> assess(List<PersonRow> read, Known known, Map<String, Integer> seen) {
        Directory directory = recognition.of(read);
        return read.stream().map(row -> assess(row, known, seen, directory)).toList();
    }

    private static ImportLine assess(PersonRow row, Known known, Map<String, Integer> seen, Directory directory) {
        PersonFacts said = row.facts();
        List<Remark> remarks = new ArrayList<>(row.remarks());
        if (said == null) {
            return new ImportLine(row.line(), "", Outcome.ASIDE, remarks);
        }
        String name = said.displayName();
        Set<UUID> ids = directory.meant(row);
        if (ids.size() > 1) {
            remarks.add(Remark.of("people.import.remark.ambiguous", ids.size()));
            return new ImportLine(row.line(), name, Outcome.ASIDE, remarks);
        }
        String organisation = row.organisation();
        if (organisation != null
                && !directory.organisations().containsKey(organisation)
                && seen.putIfAbsent("organisation " + Fold.of(organisation), row.line()) == null) {
            remarks.add(Remark.of("people.import.remark.also-made", organisation));
        }
        if (ids.isEmpty()) {
            Integer above = above(row, seen);
            if (above != null) {
                remarks.add(Remark.of("people.import.remark.same-line", above));
                return new ImportLine(row.line(), name, known == Known.LEAVE ? Outcome.SAME : Outcome.CHANGED, remarks);
            }
            directory.warn(row, remarks);
            return new ImportLine(row.line(), name, Outcome.CREATED, remarks);
        }
        UUID id = ids.iterator().next();
        PersonReading.Entry entry = directory.known().get(id);
        boolean changes = known != Known.LEAVE
                && ((entry != null
                                && !Combination.of(entry.facts(), said, known).equals(entry.facts()))
                        || directory.newFunction(row, id));
        return new ImportLine(row.line(), name, changes ? Outcome.CHANGED : Outcome.SAME, remarks);
    }

    /** An earlier line that means the same person, as the directory will once that line is imported. */
    private static @Nullable Integer above(PersonRow row, Map<String, Integer> seen) {
        String name = "person " + row.folded();
        Integer above = row.mails().isEmpty() ? seen.get(name) : seen.get(name + " without");
        for (String mail : row.mails()) {
            Integer line = seen.putIfAbsent(name + " " + mail, row.line());
            above = line == null ? above : line;
        }
        seen.putIfAbsent(name, row.line());
        if (row.mails().isEmpty()) {
            seen.putIfAbsent(name + " without", row.line());
        }
        return above;
    }

    private List<ImportLine> enter(List<BulkReading.Previewed> rows, Manner manner, BulkLedger ledger) {
        List<PersonRow> read =
                rows.stream().map(each -> PersonRow.read(each.row())).toList();
        batch.alone(Math.floorMod(read.get(0).lane(), BulkReading.LANES));
        Map<String, Integer> named = new LinkedHashMap<>();
        for (PersonRow row : read) {
            String organisation = row.organisation();
            if (organisation != null) {
                named.putIfAbsent(organisation, row.line());
            }
        }
        Directory directory = recognition.ofNamed(read);
        PersonTogether together = new PersonTogether(
                manner, directory.with(organisations.enter(named, directory.organisations(), ledger)), ledger);
        for (int i = 0; i < read.size(); i++) {
            together.take(read.get(i), rows.get(i));
        }
        return together.write(batch);
    }
}
