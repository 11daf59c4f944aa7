package org.convergence.cooperation.narrative.domain;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.cooperation.narrative.domain.FiledNarrative.FiledNarrativeFact;
import org.convergence.cooperation.narrative.domain.NarrativeFact.FactReference;
import org.convergence.cooperation.narrative.domain.NarrativeFactQueries.ReportableFacts;
import org.convergence.cooperation.narrative.domain.NarrativeQueries.NarrativeRow;
import org.convergence.plan.filing.FactDifference;
import org.convergence.plan.filing.FiledFile;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.plan.filing.Filings;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.rendering.PaperFormat;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of reports, and how the facts of filed ones differ today. */
@Service
@Transactional(readOnly = true)
@Requires(NarrativePermissions.READ)
public class FiledNarrativeQueries {

    private final NarrativeQueries queries;
    private final NarrativeReportService service;
    private final NarrativeRenderer renderer;
    private final Filings<NarrativeReportId> filings;

    FiledNarrativeQueries(
            NarrativeQueries queries,
            NarrativeReportService service,
            NarrativeRenderer renderer,
            Filings<NarrativeReportId> filings) {
        this.queries = queries;
        this.service = service;
        this.renderer = renderer;
        this.filings = filings;
    }

    /** A file of a report: as it was filed, byte for byte, if it is; else a draft of today's text. */
    public byte[] findFile(NarrativeReportId id, PaperFormat format) {
        FiledFileKind kind = format == PaperFormat.PDF ? FiledFileKind.PDF : FiledFileKind.WORD;
        Optional<byte[]> filed = filings.findFile(id, kind).map(FiledFile::bytes);
        return filed.orElseGet(() -> renderer.render(service.assemble(queries.findById(id)), format, true));
    }

    /** The report as filed. */
    public FiledNarrative findFiled(NarrativeReportId id) {
        return filings.find(id)
                .orElseThrow(() -> new NotFound("filed report"))
                .facts()
                .as(FiledNarrative.class);
    }

    /** The facts of a filed report that are told otherwise today, or are gone. */
    public List<FactDifference<FiledNarrativeFact>> findDifferences(NarrativeRow row, ReportableFacts today) {
        List<FiledNarrativeFact> filed = findFiled(row.id()).facts();
        Map<FactReference, NarrativeFact> byReference = today.byReference();
        List<FiledNarrativeFact> now = filed.stream()
                .map(each -> byReference.get(new FactReference(each.kind(), each.reference())))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .map(each -> new FiledNarrativeFact(
                        each.reference().kind(), each.reference().reference(), each.label(), each.text()))
                .toList();
        return FactDifference.compare(filed, now, missing -> List.of());
    }
}
