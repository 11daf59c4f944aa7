package org.convergence.directory.people.domain.imports;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.OrganisationId;
import org.convergence.directory.people.domain.PersonFacts;
import org.convergence.directory.people.domain.PersonQueries;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportSubject;
import org.convergence.directory.people.domain.imports.ListImportKind.ImportedType;
import org.convergence.directory.people.domain.imports.ListImportOptions.ExistingRecordPolicy;
import org.convergence.directory.people.domain.imports.PersonRecognition.KnownPeople;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.SqlTime;
import org.convergence.platform.imports.BulkImportLedger;
import org.convergence.platform.imports.BulkImportProcessor;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.table.TableLimits;
import org.convergence.platform.text.TextNormalizer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Imports people from a file, recognised by name and mail address. The same name with another address is another
 * person. Missing organisations that rows name are created first.
 */
@Component
class PersonImportKind extends ListImportKind {

    private final PersonRecognition recognition;
    private final PersonBatchWriter batch;
    private final SinglePersonImport oneByOne;
    private final ExactMatchQueries exactMatchQueries;
    private final JdbcClient db;
    private final Clock clock;
    private final TransactionTemplate own;

    PersonImportKind(
            ExactMatchQueries exactMatchQueries,
            ImportUndo restoration,
            PersonRecognition recognition,
            PersonBatchWriter batch,
            SinglePersonImport oneByOne,
            JdbcClient db,
            Clock clock,
            PlatformTransactionManager transactions) {
        super(ImportSubject.PERSONS, exactMatchQueries, restoration);
        this.recognition = recognition;
        this.batch = batch;
        this.oneByOne = oneByOne;
        this.exactMatchQueries = exactMatchQueries;
        this.db = db;
        this.clock = clock;
        this.own = new TransactionTemplate(transactions);
        this.own.setName("imports.run");
        this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @Override
    public TableLimits limits() {
        return TableLimits.LONG;
    }

    @Override
    public ImportProcessor begin(Json choices) {
        return new PersonImportProcessor(choices.as(ListImportOptions.class));
    }

    /** One reading of a list; lanes are cached during assessment, so that each row is read once. */
    private final class PersonImportProcessor implements BulkImportProcessor {

        private final ListImportOptions manner;
        private final Map<String, Integer> seen = new HashMap<>();
        private final Map<Integer, Integer> lanes = new HashMap<>();

        PersonImportProcessor(ListImportOptions manner) {
            this.manner = manner;
        }

        @Override
        public List<ImportLineResult> assess(List<ImportRow> rows) {
            List<PersonImportRow> read =
                    rows.stream().map(PersonImportRow::read).toList();
            lanes.clear();
            read.forEach(row -> lanes.put(row.line(), row.lane()));
            return PersonImportKind.this.assess(read, manner.known(), seen);
        }

        @Override
        public int laneOf(ImportRow row) {
            Integer told = lanes.get(row.number());
            return told == null ? PersonImportRow.read(row).lane() : told;
        }

        @Override
        public List<ImportLineResult> enter(List<AssessedRow> rows, BulkImportLedger ledger) {
            return PersonImportKind.this.enter(rows, manner, ledger);
        }

        @Override
        public ImportLineResult enter(ImportRow row, ImportLedger ledger) {
            return oneByOne.enter(row, manner, ledger);
        }
    }

    private List<ImportLineResult> assess(
            List<PersonImportRow> read, ExistingRecordPolicy known, Map<String, Integer> seen) {
        KnownPeople directory = recognition.recognise(read);
        return read.stream().map(row -> assess(row, known, seen, directory)).toList();
    }

    private static ImportLineResult assess(
            PersonImportRow row, ExistingRecordPolicy known, Map<String, Integer> seen, KnownPeople directory) {
        PersonFacts said = row.facts();
        List<ImportRemark> remarks = new ArrayList<>(row.remarks());
        if (said == null) {
            return new ImportLineResult(row.line(), "", ImportOutcome.ASIDE, remarks);
        }
        String name = said.displayName();
        Set<UUID> ids = directory.findMeant(row);
        if (ids.size() > 1) {
            remarks.add(ImportRemark.of("people.import.remark.ambiguous", ids.size()));
            return new ImportLineResult(row.line(), name, ImportOutcome.ASIDE, remarks);
        }
        String organisation = row.organisation();
        if (organisation != null
                && !directory.organisations().containsKey(organisation)
                && seen.putIfAbsent("organisation " + TextNormalizer.fold(organisation), row.line()) == null) {
            remarks.add(ImportRemark.of("people.import.remark.also-made", organisation));
        }
        if (ids.isEmpty()) {
            Integer above = above(row, seen);
            if (above != null) {
                remarks.add(ImportRemark.of("people.import.remark.same-line", above));
                return new ImportLineResult(
                        row.line(),
                        name,
                        known == ExistingRecordPolicy.LEAVE ? ImportOutcome.SAME : ImportOutcome.CHANGED,
                        remarks);
            }
            directory.addWarnings(row, remarks);
            return new ImportLineResult(row.line(), name, ImportOutcome.CREATED, remarks);
        }
        UUID id = ids.iterator().next();
        PersonQueries.PersonVersion entry = directory.known().get(id);
        boolean changes = known != ExistingRecordPolicy.LEAVE
                && ((entry != null
                                && !FactsCombination.of(entry.facts(), said, known)
                                        .equals(entry.facts()))
                        || directory.hasNewFunction(row, id));
        return new ImportLineResult(row.line(), name, changes ? ImportOutcome.CHANGED : ImportOutcome.SAME, remarks);
    }

    /** An earlier line that means the same person, as the directory will once that line is imported. */
    private static @Nullable Integer above(PersonImportRow row, Map<String, Integer> seen) {
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

    private List<ImportLineResult> enter(
            List<BulkImportProcessor.AssessedRow> rows, ListImportOptions manner, BulkImportLedger ledger) {
        List<PersonImportRow> read =
                rows.stream().map(each -> PersonImportRow.read(each.row())).toList();
        batch.lockLane(Math.floorMod(read.get(0).lane(), BulkImportProcessor.LANES));
        Map<String, Integer> named = new LinkedHashMap<>();
        for (PersonImportRow row : read) {
            String organisation = row.organisation();
            if (organisation != null) {
                named.putIfAbsent(organisation, row.line());
            }
        }
        KnownPeople directory = recognition.recogniseNamed(read);
        PersonImportBatch together = new PersonImportBatch(
                manner, directory.with(createMissing(named, directory.organisations(), ledger)), ledger);
        for (int i = 0; i < read.size(); i++) {
            together.add(read.get(i), rows.get(i));
        }
        return together.write(batch);
    }

    /**
     * Creates the missing ones. Call it before any other write: a row written earlier in the surrounding transaction
     * may hold locks on search words that this one waits for, a deadlock with itself.
     *
     * @param lines the line that names each
     * @return all of them by name; names without a letter or digit are left out
     */
    Map<String, List<UUID>> createMissing(
            Map<String, Integer> lines, Map<String, List<UUID>> known, BulkImportLedger ledger) {
        List<String> missing =
                lines.keySet().stream().filter(name -> !known.containsKey(name)).toList();
        if (missing.isEmpty()) {
            return known;
        }
        own.executeWithoutResult(status -> createMissing(missing, lines, ledger));
        return exactMatchQueries.findOrganisationsByName(lines.keySet());
    }

    private void createMissing(List<String> names, Map<String, Integer> lines, BulkImportLedger ledger) {
        db.sql("SELECT pg_advisory_xact_lock(hashtext('people.import.organisations'))")
                .query((row, n) -> true)
                .list();
        db.sql("""
                        INSERT INTO directory.people_organisation (id, name, created_at)
                        SELECT DISTINCT ON (platform.fold(asked.name)) asked.id, asked.name, :now
                        FROM unnest(CAST(:ids AS uuid[]), CAST(:names AS text[])) AS asked (id, name)
                        WHERE platform.fold(asked.name) <> '' AND NOT EXISTS (
                            SELECT FROM directory.people_organisation o
                            WHERE directory.people_called(o.name, o.short_name, o.other_names)
                                @> ARRAY[platform.fold(asked.name)])
                        RETURNING id, name
                        """)
                .param("ids", names.stream().map(name -> Ids.next()).toArray(UUID[]::new))
                .param("names", names.toArray(String[]::new))
                .param("now", SqlTime.now(clock))
                .query((row, n) -> {
                    int line = lines.getOrDefault(row.getString("name"), 0);
                    ledger.forLine(db, line)
                            .recordCreated(
                                    ImportedType.ORGANISATION, new OrganisationId(row.getObject("id", UUID.class)));
                    return line;
                })
                .list();
    }
}
