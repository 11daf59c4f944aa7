package org.convergence.resources.spending.domain;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.convergence.plan.filing.FiledFile.FiledFileKind;
import org.convergence.platform.rendering.Paper;
import org.convergence.platform.rendering.PaperFormat;
import org.convergence.platform.rendering.RenderingOptions;
import org.convergence.platform.settings.BaseUrl;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Language;
import org.convergence.platform.text.Messages;
import org.convergence.platform.text.Words;
import org.convergence.resources.spending.domain.FinancialReport.ReportedVoucher;
import org.springframework.stereotype.Component;

/** Renders financial reports on paper, with the organisation's letterhead. */
@Component
record FinancialReportRenderer(Messages messages, OrganisationSettings settings, BaseUrl base) {

    /** The longest index of vouchers on a paper: the layout of 2,000 lines exhausts the memory of the application. */
    static final int LONGEST_INDEX = 500;

    void write(FinancialReport report, PaperFormat format, Words t, OutputStream out) {
        boolean indexed = format == PaperFormat.EXCEL || report.vouchers().size() <= LONGEST_INDEX;
        write(
                new FinancialReportPaperAssembler(settings.current().name(), t).assemble(report, indexed),
                format,
                t,
                out);
    }

    /** Writes an annex with some of the vouchers of a report, at most {@link #LONGEST_INDEX}. */
    void writeAnnex(FinancialReport report, List<ReportedVoucher> vouchers, Words t, OutputStream out) {
        FinancialReportPaperAssembler paper =
                new FinancialReportPaperAssembler(settings.current().name(), t);
        write(new VoucherIndexAssembler(paper).annex(report, vouchers), PaperFormat.PDF, t, out);
    }

    void write(Paper paper, PaperFormat format, Words t, OutputStream out) {
        format.write(paper, t, RenderingOptions.letterPaper(base.value(), settings.letterhead()), out);
    }

    /** The files of a filed report, in its language. */
    Map<FiledFileKind, byte[]> render(FinancialReport report) {
        Words t = messages.in(Language.of(report.language()), settings.current().zone());
        return Map.of(
                FiledFileKind.PDF, bytes(report, PaperFormat.PDF, t),
                FiledFileKind.WORD, bytes(report, PaperFormat.WORD, t));
    }

    private byte[] bytes(FinancialReport report, PaperFormat format, Words t) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        write(report, format, t, out);
        return out.toByteArray();
    }
}
