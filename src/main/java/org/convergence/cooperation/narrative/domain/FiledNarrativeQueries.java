package org.convergence.cooperation.narrative.domain;

import java.util.Optional;
import org.convergence.cooperation.narrative.NarrativePermissions;
import org.convergence.cooperation.narrative.NarrativeReportId;
import org.convergence.plan.filing.FiledFile;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.plan.filing.Filings;
import org.convergence.platform.access.Requires;
import org.convergence.platform.rendering.PaperFormat;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The files of reports. */
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
}
