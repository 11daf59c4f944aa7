package org.convergence.cooperation.fieldwork.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.convergence.cooperation.fieldwork.FieldworkPermissions;
import org.convergence.cooperation.fieldwork.PartnerEntryId;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkRepository.LatestLink;
import org.convergence.cooperation.fieldwork.domain.PartnerWorkbook.PartnerWorkbookRow;
import org.convergence.cooperation.fieldwork.domain.WorkbookEntry.KnownEntry;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Country;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The workbooks of partners, and those that we make for partners which have none. */
@Service
@Transactional
@Requires(FieldworkPermissions.FOLLOW)
public class PartnerWorkbookService {

    private final PartnerWorkbookRepository workbooks;
    private final PartnerLinkRepository links;
    private final PartnerEntryQueries entries;

    PartnerWorkbookService(
            PartnerWorkbookRepository workbooks, PartnerLinkRepository links, PartnerEntryQueries entries) {
        this.workbooks = workbooks;
        this.links = links;
        this.entries = entries;
    }

    /** The workbooks known, by partner; 200 at most. */
    @Transactional(readOnly = true)
    public List<PartnerWorkbookRow> findAll() {
        return workbooks.findAll();
    }

    /** @throws NotFound if there is none */
    @Transactional(readOnly = true)
    public PartnerWorkbook find(UUID id) {
        return workbooks.find(id).orElseThrow(() -> new NotFound("workbook"));
    }

    /** How the partner writes: the language of its page, and the numbers of its country. */
    public record PartnerUsage(String language, CountryNumbers numbers) {}

    /** @throws Refused if the partner has no page */
    @Transactional(readOnly = true)
    public PartnerUsage findUsage(OrganisationId partner) {
        LatestLink link = links.findLatest(partner).orElseThrow(() -> new Refused("fieldwork.refused.no-page"));
        return new PartnerUsage(link.language(), CountryNumbers.of(new Country(link.country()), link.language()));
    }

    /** Keeps a workbook that we make, mapped by its titles. */
    @Transactional(label = "fieldwork.make-workbook")
    public void create(PartnerWorkbook made) {
        workbooks.save(made);
    }

    /**
     * An entry with the row of the workbook that it is.
     *
     * @param key the number of the row
     */
    public record SheetEntry(String key, PartnerEntryRow entry) {}

    /** What a workbook holds, in the order of its rows. */
    @Transactional(readOnly = true)
    public List<SheetEntry> findRows(PartnerWorkbook workbook) {
        Map<PartnerEntryId, String> keys = workbooks.findEntries(workbook.workbook()).stream()
                .collect(Collectors.toMap(KnownEntry::id, KnownEntry::rowKey));
        return entries.findByIds(List.copyOf(keys.keySet())).stream()
                .map(entry -> new SheetEntry(Objects.requireNonNull(keys.get(entry.id())), entry))
                .sorted(Comparator.comparing(row -> row.entry().id().value()))
                .toList();
    }
}
