package org.convergence.resources.dues.domain;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.rendering.Edition;
import org.convergence.platform.rendering.PdfBinder;
import org.convergence.platform.rendering.Rendering;
import org.convergence.platform.settings.Speaking;
import org.convergence.resources.dues.CallId;
import org.convergence.resources.dues.DuesPermissions;
import org.convergence.resources.ledger.InvoiceId;
import org.convergence.resources.ledger.domain.InvoiceFile;
import org.convergence.resources.ledger.domain.InvoicePaper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** The invoices of a call that go by no mail, to be printed, each with what goes with it. Each is written to a file beside memory. */
@Service
@Requires(DuesPermissions.READ)
public class PostBundle {

    private static final int MOST = 500;

    private final InvoiceFile file;
    private final InvoicePaper paper;
    private final CallLeaflets leaflets;
    private final Speaking speaking;
    private final JdbcClient db;

    PostBundle(InvoiceFile file, InvoicePaper paper, CallLeaflets leaflets, Speaking speaking, JdbcClient db) {
        this.file = file;
        this.paper = paper;
        this.leaflets = leaflets;
        this.speaking = speaking;
        this.db = db;
    }

    /** Files that go away when it is closed. */
    public record Bound(List<Path> files) implements AutoCloseable {

        public Bound {
            files = List.copyOf(files);
        }

        /** Writes them one behind the other. */
        public void write(OutputStream out) throws IOException {
            PdfBinder.bind(files, out);
        }

        @Override
        public void close() throws IOException {
            for (Path each : files) {
                Files.deleteIfExists(each);
            }
        }
    }

    /** Whether anything of a call is printed. */
    public boolean isNeeded(CallId call) {
        return db.sql("""
                        SELECT EXISTS (SELECT FROM resources.dues_letter l JOIN resources.dues_share s ON s.invoice = l.invoice
                                       WHERE s.call = ? AND NOT l.by_mail AND l.round = 0)
                        """).param(call.value()).query(Boolean.class).single();
    }

    /** @throws Refused where nothing is printed */
    public Bound of(CallId call) throws IOException {
        List<InvoiceId> printed = db.sql("""
                        SELECT l.invoice FROM resources.dues_letter l
                        JOIN resources.dues_share s ON s.invoice = l.invoice
                        JOIN resources.ledger_invoice i ON i.id = l.invoice
                        WHERE s.call = ? AND NOT l.by_mail AND l.round = 0 ORDER BY i.series, i.sequence LIMIT ?
                        """).params(call.value(), MOST).query(UUID.class).list().stream()
                .map(InvoiceId::new)
                .toList();
        if (printed.isEmpty()) {
            throw new Refused("dues.refused.nothing-printed");
        }
        List<Path> files = new ArrayList<>();
        for (InvoiceId each : printed) {
            InvoiceFile.Whole it = file.one(each);
            Path path = Files.createTempFile("convergence-invoice-", ".pdf");
            files.add(path);
            try (OutputStream out = Files.newOutputStream(path)) {
                Rendering.PDF.write(paper.toPayer(it), speaking.to(it.language()), Edition.at(""), out);
            }
            CallLeaflets.Leaflet leaflet = leaflets.of(each).orElse(null);
            if (leaflet != null) {
                Path copy = Files.createTempFile("convergence-leaflet-", ".pdf");
                files.add(copy);
                try (OutputStream out = Files.newOutputStream(copy)) {
                    leaflet.writeTo(out);
                }
            }
        }
        return new Bound(files);
    }
}
