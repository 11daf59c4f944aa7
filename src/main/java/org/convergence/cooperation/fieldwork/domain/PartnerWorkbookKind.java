package org.convergence.cooperation.fieldwork.domain;

import com.ibm.icu.util.Currency;
import com.ibm.icu.util.ULocale;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRepository.EntryOrigin;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRepository.WorkbookRow;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkRepository.LatestLink;
import org.convergence.cooperation.fieldwork.domain.SentEntry.EntryFacts;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryState;
import org.convergence.cooperation.fieldwork.domain.WorkbookEntry.KnownEntry;
import org.convergence.cooperation.fieldwork.domain.WorkbookEntry.WorkbookMatch;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Country;
import org.convergence.platform.imports.BulkImportLedger;
import org.convergence.platform.imports.BulkImportProcessor;
import org.convergence.platform.imports.ImportColumn;
import org.convergence.platform.imports.ImportFile;
import org.convergence.platform.imports.ImportKind;
import org.convergence.platform.imports.ImportLedger;
import org.convergence.platform.imports.ImportLineResult;
import org.convergence.platform.imports.ImportOutcome;
import org.convergence.platform.imports.ImportProcessor;
import org.convergence.platform.imports.ImportRemark;
import org.convergence.platform.imports.ImportRow;
import org.convergence.platform.imports.ImportedList;
import org.convergence.platform.imports.ImportedRecord;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.table.TableLimits;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Reads a partner's workbook: mapped once, each row is an entry that waits, and counts once however often it is read; a
 * changed row waits again beside what it said (R-PART-6).
 */
@Component
@Requires(FieldworkPermissions.FOLLOW)
@ImportedList(name = "fieldwork.workbooks", key = "fieldwork.workbook", label = "fieldwork.workbook.label")
public record PartnerWorkbookKind(
        PartnerWorkbookRepository workbooks,
        PartnerEntryRepository entries,
        PartnerLinkRepository links,
        OrganisationSettings settings)
        implements ImportKind {

    /** All rows are compared together, so that a row that moved is found. */
    private static final TableLimits LIMITS = new TableLimits(500, 100, 4_000, 10_000_000);

    /** What a row makes. */
    public enum ImportedEntryType {
        ENTRY
    }

    @Override
    public TableLimits limits() {
        return LIMITS;
    }

    @Override
    public List<? extends ImportColumn> columns() {
        return Arrays.asList(PartnerWorkbookColumn.values());
    }

    @Override
    public List<? extends ImportColumn> requiredColumns() {
        return List.of(PartnerWorkbookColumn.DAY);
    }

    @Override
    public boolean isUnfilled(List<String> cells) {
        return cells.stream().filter(cell -> !cell.isEmpty()).allMatch(WorkbookEntry::isOurNumber);
    }

    @Override
    public RecognisedFile recogniseFile(List<String> head, List<List<String>> samples, Json choices) {
        PartnerWorkbook chosen = choices.as(PartnerWorkbook.class);
        PartnerWorkbook known = head.stream()
                .flatMap(title -> PartnerWorkbook.readMark(title).stream())
                .flatMap(id -> workbooks.find(id).stream())
                .findFirst()
                .or(() -> workbooks.find(chosen.workbook()))
                .orElse(chosen);
        boolean isMapped = !known.columns().isEmpty();
        return new RecognisedFile(isMapped ? known.recognise(head) : recognise(head, samples), Json.of(known));
    }

    @Override
    public void entering(ImportFile file) {
        workbooks.save(file.choices().as(PartnerWorkbook.class).mapped(file.head(), file.columns()));
    }

    @Override
    public ImportProcessor begin(Json choices) {
        PartnerWorkbook workbook = choices.as(PartnerWorkbook.class);
        return new WorkbookProcessor(workbook, pageOf(workbook), settings.today());
    }

    /** What the page of its partner is written in. */
    private LatestLink pageOf(PartnerWorkbook workbook) {
        return links.findLatest(new OrganisationId(workbook.organisation()))
                .orElseThrow(() -> new Refused("fieldwork.refused.no-page"));
    }

    /** How the rows of a file are read, by their numbers: day, figure and currency. */
    public Map<Integer, WorkbookRowSummary> summarize(ImportFile file, List<ImportRow> rows) {
        PartnerWorkbook workbook = file.choices().as(PartnerWorkbook.class);
        WorkbookProcessor processor = new WorkbookProcessor(workbook, pageOf(workbook), settings.today());
        return rows.stream()
                .map(processor::read)
                .filter(row -> row.lack() == null)
                .collect(Collectors.toMap(WorkbookEntry::number, row -> WorkbookRowSummary.of(row.facts())));
    }

    /** Enters the rows of a workbook that came without a file. */
    public List<ImportLineResult> enter(PartnerWorkbook workbook, List<ImportRow> rows) {
        workbooks.save(workbook);
        WorkbookProcessor processor = new WorkbookProcessor(workbook, pageOf(workbook), settings.today());
        return processor.match(rows).stream()
                .map(match -> {
                    processor.enter(match);
                    return WorkbookProcessor.result(match);
                })
                .toList();
    }

    @Override
    public void takeBack(ImportedRecord made, ImportFile file) {
        workbooks.takeBack(made);
    }

    @Override
    public Map<UUID, String> names(Collection<UUID> ids) {
        return workbooks.findNames(ids.toArray(UUID[]::new));
    }

    /** How a row is read. */
    public record WorkbookRowSummary(
            LocalDate on,
            @Nullable BigDecimal figure,
            @Nullable String currency) {

        static WorkbookRowSummary of(EntryFacts facts) {
            return new WorkbookRowSummary(Objects.requireNonNull(facts.on()), facts.figure(), facts.currency());
        }
    }

    /** Reads and enters all rows of a workbook together. */
    private final class WorkbookProcessor implements BulkImportProcessor {

        private final PartnerWorkbook workbook;
        private final LatestLink page;
        private final LocalDate today;
        private final CountryNumbers numbers;
        private final String currency;

        WorkbookProcessor(PartnerWorkbook workbook, LatestLink page, LocalDate today) {
            this.workbook = workbook;
            this.page = page;
            this.today = today;
            this.numbers = CountryNumbers.of(new Country(page.country()), page.language());
            Currency usual = Currency.getInstance(ULocale.forLanguageTag("und-" + page.country()));
            this.currency = usual == null ? "" : usual.getCurrencyCode();
        }

        WorkbookEntry read(ImportRow row) {
            return WorkbookEntry.read(row, workbook.kind(), numbers, currency, today);
        }

        private List<WorkbookMatch> match(List<ImportRow> rows) {
            return WorkbookPolicy.match(
                    rows.stream().map(this::read).toList(), workbooks.findEntries(workbook.workbook()));
        }

        @Override
        public List<ImportLineResult> assess(List<ImportRow> rows) {
            return match(rows).stream().map(WorkbookProcessor::result).toList();
        }

        private static ImportLineResult result(WorkbookMatch match) {
            WorkbookEntry row = match.entry();
            KnownEntry known = match.known();
            List<ImportRemark> remarks = new ArrayList<>(row.remarks());
            if (match.outcome() == ImportOutcome.ASIDE) {
                String lack = row.lack();
                remarks.add(ImportRemark.of(lack == null ? "fieldwork.workbook.twice" : lack));
            } else if (match.outcome() == ImportOutcome.CHANGED && known != null) {
                remarks.add(
                        known.happenedOn() == null
                                ? ImportRemark.of("fieldwork.workbook.before", known.told())
                                : ImportRemark.of("fieldwork.workbook.before.on", known.happenedOn(), known.told()));
                if (row.version() != null && row.version() > 0 && row.version() != known.version()) {
                    remarks.add(ImportRemark.of("fieldwork.workbook.meanwhile"));
                }
            }
            return new ImportLineResult(row.number(), row.name(), match.outcome(), remarks);
        }

        @Override
        public int laneOf(ImportRow row) {
            return 0;
        }

        @Override
        public List<ImportLineResult> enter(List<AssessedRow> rows, BulkImportLedger ledger) {
            workbooks.lock(workbook.workbook());
            return match(rows.stream().map(AssessedRow::row).toList()).stream()
                    .map(match -> {
                        PartnerEntryId made = enter(match);
                        KnownEntry known = match.known();
                        if (match.outcome() == ImportOutcome.CREATED && made != null) {
                            ledger.recordCreated(match.entry().number(), ImportedEntryType.ENTRY, made);
                        } else if (match.outcome() == ImportOutcome.CHANGED && known != null) {
                            ledger.recordChanged(
                                    match.entry().number(), ImportedEntryType.ENTRY, known.id(), known.version());
                        }
                        return result(match);
                    })
                    .toList();
        }

        /** A row is told only among all others. */
        @Override
        public ImportLineResult enter(ImportRow row, ImportLedger ledger) {
            throw new Refused("imports.unfit");
        }

        private @Nullable PartnerEntryId enter(WorkbookMatch match) {
            KnownEntry known = match.known();
            WorkbookEntry row = match.entry();
            if (match.outcome() == ImportOutcome.ASIDE) {
                return null;
            }
            WorkbookRow place = new WorkbookRow(workbook.workbook(), row.key(), row.mark());
            if (known == null) {
                EntryOrigin origin = new EntryOrigin(
                        new OrganisationId(workbook.organisation()),
                        null,
                        page.language(),
                        page.country(),
                        "",
                        0,
                        0,
                        place);
                return entries.insert(origin, PartnerEntryState.WAITING, row.facts());
            }
            if (match.outcome() == ImportOutcome.CHANGED) {
                workbooks.change(known, row.facts(), place);
            } else if (!known.rowKey().equals(row.key())) {
                workbooks.move(known, row.key());
            }
            return known.id();
        }
    }
}
